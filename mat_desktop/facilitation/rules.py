"""What must hold after every deed, undo and redo included."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.pairing.nouns import LIVE, Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.participant import Participant, Registration, is_expected
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard, is_open
from mat_desktop.workshop.screening import Screening, ScreeningOutcome
from mat_desktop.workshop.text import joined

_ASKED = ("id", "name", "registration", "died_on", "takes_part")
_OUTCOMES = ("participant_id", "outcome")
_TOUCHING_PAIRS = frozenset({"partnership", "member", "safety_card"})
"""Whatever changes in these, the partnerships are looked at."""
_DECIDING = {
    "participant": frozenset(_ASKED) - {"name"} | {"workshop_id"},
    "screening": frozenset(_OUTCOMES),
}
"""In these only what is asked of them below: a phone number that is typed makes no pair unsound."""


@dataclass(frozen=True, kw_only=True)
class _Person:
    """What decides whether somebody can be in a partnership."""

    name: str
    registration: Registration
    died_on: date | None
    takes_part: bool


@dataclass(frozen=True, kw_only=True)
class _Pairs:
    """The live partnerships, and what decides whether they are sound: read after every deed, so no more than that."""

    live: Sequence[Partnership]
    people: dict[int, _Person]
    outcomes: dict[int, ScreeningOutcome | None]
    open_cards: frozenset[int]

    def names(self, people: Sequence[int]) -> str:
        """Names for a sentence."""
        return joined([self.people[person].name for person in people])


def standing_rules(rows: Rows, changed: Mapping[str, frozenset[str]], workshop_id: int | None) -> None:
    """Refuse a deed after which a partnership would not be sound; `changed` are its columns by their table.

    Raises Refusal.
    """
    if workshop_id is None or not _touches_pairs(changed):
        return
    live = [p for p in rows.all(Partnership, workshop_id=workshop_id) if p.state in LIVE]
    if not live:
        return
    people = {
        key: _Person(name=name, registration=registration, died_on=died_on, takes_part=takes_part)
        for key, name, registration, died_on, takes_part in rows.values(Participant, _ASKED, workshop_id=workshop_id)
    }
    cards = rows.all(SafetyCard, participant_id=list(people), closed_at=None)
    found = _Pairs(
        live=live,
        people=people,
        outcomes=dict(rows.values(Screening, _OUTCOMES, participant_id=list(people))),
        open_cards=frozenset(c.participant_id for c in cards if is_open(c)),
    )
    _nobody_twice(found)
    _everybody_fit_to_be_paired(found)
    _nobody_with_an_open_card(found)


def _touches_pairs(changed: Mapping[str, frozenset[str]]) -> bool:
    return any(table in _TOUCHING_PAIRS or columns & _DECIDING.get(table, set()) for table, columns in changed.items())


def _nobody_twice(found: _Pairs) -> None:
    places = Counter(m for p in found.live for m in people_of(p))
    twice = [person for person, count in places.items() if count > 1]
    if twice:
        raise Refusal(f"{found.names(twice)} would be in two partnerships. End one of them first.")
    for partnership in found.live:
        if len(people_of(partnership)) not in (2, 3):
            raise Refusal("A partnership is two people, or three where the number is odd.")


def _everybody_fit_to_be_paired(found: _Pairs) -> None:
    for key in (m for p in found.live for m in people_of(p)):
        person = found.people[key]
        if person.takes_part:
            continue
        if not is_expected(person.registration, person.died_on):
            raise Refusal(f"{person.name} is in a partnership. End it before the registration is changed.")
        if found.outcomes.get(key) is not ScreeningOutcome.INCLUDE:
            raise Refusal(f"{person.name} is in a partnership. End it in step 4 before the decision is changed.")


def _nobody_with_an_open_card(found: _Pairs) -> None:
    """A person with an open safety card is in no partnership that goes on; one that was on is on hold.

    The words say nothing of the card: they are read on the pairing board, which stands open.
    """
    for partnership in found.live:
        held = [m for m in people_of(partnership) if m in found.open_cards]
        if held and partnership.state is not PartnershipState.PAUSED:
            raise Refusal(
                f"{found.names(held)} cannot be in a pair that goes on just now. "
                "Step 3 says what comes first; open it when nobody looks on."
            )
