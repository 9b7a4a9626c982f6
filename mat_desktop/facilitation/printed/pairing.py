"""Paper of step 4: round cards that are ballots as well, and the slips that ask in private."""

from dataclasses import dataclass

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.pairing.cards import may_vote, rounds_on_paper
from mat_desktop.facilitation.pairing.weighing import stops_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head
from mat_desktop.facilitation.shown.words.pairing import would_you_try
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.text import joined


@dataclass(frozen=True)
class CardLine:
    """One other table number, and the round in which the two meet, if they do."""

    table_number: int
    round: int | None


@dataclass(frozen=True)
class RoundCard:
    """One person's card. It bears table numbers and no name."""

    table_number: int
    lines: tuple[CardLine, ...]
    likeness: bool


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What one person is asked."""

    name: str
    question: str
    pair: int
    others: int
    """How many others there would be to talk with."""
    reader: str
    """Who reads the answer, by first name."""


@dataclass(frozen=True)
class RoundCardSheet:
    """One person's round card, which is the ballot as well."""

    head: Head
    card: RoundCard


@dataclass(frozen=True)
class RotaLine:
    """One round by table number: who meets whom, and who rests."""

    number: int
    meet: tuple[tuple[int, int], ...]
    rest: tuple[int, ...]


@dataclass(frozen=True)
class WallRotaSheet:
    """The rounds for the wall. It bears table numbers and no name."""

    head: Head
    lines: tuple[RotaLine, ...]


@dataclass(frozen=True)
class PairSlipSheet:
    """The slip that asks one member of a partnership."""

    head: Head
    slips: tuple[Slip, ...]


def round_card(rows: Rows, standing: Standing, _names: Names, ordered: OrderedSheet, code: str) -> RoundCardSheet:
    """The card of one person: everybody else by table number, in the order in which a ballot is typed.

    The foot bears the table number and no name.
    """
    person = ordered.key
    rounds = rounds_on_paper(rows, key_of(standing.workshop))
    met = {a + b - person: number for number, pairs in enumerate(rounds, 1) for a, b in pairs if person in (a, b)}
    others = [p for p in may_vote(standing) if key_of(p) != person]
    card = RoundCard(
        standing.person(person).table_number if person > 0 else 0,
        tuple(CardLine(p.table_number, met.get(key_of(p))) for p in others),
        stops_of(rows, key_of(standing.workshop))[SIMILARITY.name] > 0,
    )
    owner = f"table {card.table_number}" if card.table_number else ""
    return RoundCardSheet(head(standing.workshop, code, "Rounds", owner), card)


def wall_rota(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> WallRotaSheet:
    """Who meets whom in which round, by table number; nobody can see from it who was kept from whom."""
    at = {key_of(p): p.table_number for p in standing.people}
    rounds = rounds_on_paper(rows, key_of(standing.workshop))
    everybody = {person for pairs in rounds for pair in pairs for person in pair}
    lines = []
    for number, pairs in enumerate(rounds, 1):
        busy = {person for pair in pairs for person in pair}
        met = sorted((min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs)
        lines.append(RotaLine(number, tuple(met), tuple(sorted(at[p] for p in everybody - busy))))
    return WallRotaSheet(head(standing.workshop, code, "Rounds", "for the wall"), tuple(lines))


def pair_slip(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> PairSlipSheet:
    """The slips of one partnership, or the one of the member who holds it."""
    found: Partnership = next(p for p in standing.partnerships if p.id == ordered.key)
    people = people_of(found)
    asked = [m for m in people if ordered.holder in (0, m)]
    slips = tuple(
        Slip(
            name=names.of(m),
            question=would_you_try(standing.workshop.trial_days, joined([names.of(o) for o in people if o != m])),
            pair=ordered.key,
            others=len(people) - 1,
            reader=first_name(standing.workshop.facilitator) or UNSAID,
        )
        for m in asked
    )
    return PairSlipSheet(head(standing.workshop, code, "Slips", "private"), slips)
