"""Paper of step 2: the sign-in list, name tents, information and consent."""

from dataclasses import dataclass

from mat_desktop.facilitation.followup.wording import readers_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, private
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year, point_words
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.library import authority_of, kept_until
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.participants.consent import ASKED, WORDING
from mat_desktop.workshop.setup import Frequency, Workshop
from mat_desktop.workshop.text import joined

_SPARE_ROWS = 4


@dataclass(frozen=True)
class SignInSheet:
    """Everybody who is expected, by table number, and rows for whoever walks in."""

    head: Head
    people: tuple[tuple[int, str], ...]
    spare: int


@dataclass(frozen=True)
class NameTent:
    """One tent: the first name large, and the table number."""

    head: Head
    name: str
    table_number: int


@dataclass(frozen=True)
class ConsentSheet:
    """What a person is told before the day, and every consent apart."""

    head: Head
    name: str
    told: tuple[tuple[str, str], ...]
    """What is said before: the word under which it is found, which may be empty, and the sentences."""
    consents: tuple[str, ...]
    """The present wording of each, in the order of the boxes."""


def sign_in(_rows: Rows, standing: Standing, names: Names, _ordered: OrderedSheet, code: str) -> SignInSheet:
    """The list at the door. It says nothing but table numbers and names."""
    people = sorted(standing.coming, key=lambda p: p.table_number)
    listed = tuple((p.table_number, names.of(key_of(p))) for p in people)
    return SignInSheet(head(standing.workshop, code, "Sign-in list", "for the door"), listed, _SPARE_ROWS)


def name_tent(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> NameTent:
    """The tent of one person."""
    number = standing.person(ordered.key).table_number if ordered.key > 0 else 0
    coming = [key_of(p) for p in standing.coming]
    called = names.called(ordered.key, coming) if ordered.key > 0 else ""
    return NameTent(head(standing.workshop, code, "Name tent", ""), called, number)


_OFTEN = {
    Frequency.DAILY: "every day",
    Frequency.WEEKDAYS: "every weekday",
    Frequency.WEEKLY: "once a week",
}
_TOLD = (
    ("", "{who} runs this workshop. {her} also looks after what is written down about you. {reach}"),
    (
        "",
        (
            "We meet for one day. You choose a goal. You find a partner. The two of you talk {often} for {long}. We "
            "meet again after {points}."
        ),
    ),
    ("", "It may help. That is not proven. It is not treatment. It does not take the place of a doctor."),
    ("", "You can skip any question. You can stop at any time. You do not have to say why."),
    (
        "What is kept:",
        (
            "your name and how to reach you. Your answers about how you feel. Your goals. Which days you two talked. "
            "What you and {her_within} agreed."
        ),
    ),
    ("Where:", "locked on one computer and on its safety copies, and on paper in a locked place."),
    (
        "Who can read it:",
        (
            "{readers}. Your partner sees your goals and what you two agreed, and nothing else. If someone’s life or "
            "safety is in danger, we tell people who can help. We tell you too, if that is safe. If someone takes over "
            "from {her_within}, you are asked first."
        ),
    ),
    ("How long:", "until {until}. Then it is erased, unless you say yes to box 4."),
    (
        "You can:",
        (
            "see it, get a copy, have mistakes put right, have it erased, or take back a yes. Just ask {her_within}. "
            "You get an answer within {within}."
        ),
    ),
    (
        "What can’t be called back:",
        "papers that other people have, and answers that were counted without your name before you asked.",
    ),
    ("", "If papers or the computer are lost, {her_within} tells you."),
    ("Not happy?", "Tell {her_within}. You can also ask {authority}."),
)


def consent(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> ConsentSheet:
    """What is told before, and the consents in their present wording."""
    consents = tuple(WORDING[kind] for kind in ASKED)
    sheet_head = head(standing.workshop, code, "Consent", private(names, ordered.key))
    return ConsentSheet(
        head=sheet_head, name=named(names, ordered.key), told=_told(standing.workshop), consents=consents
    )


def _told(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """What is told before somebody decides, with what set-up knows."""
    her = first_name(workshop.facilitator) or UNSAID
    authority = authority_of(workshop)
    reach = ", ".join(x for x in (workshop.facilitator_phone, workshop.place) if x)
    holes = {
        "who": workshop.facilitator or begun(UNSAID),
        "her": begun(her),
        "her_within": her,
        "reach": f"Phone {reach}." if workshop.facilitator_phone else f"{reach}." if reach else "",
        "often": _OFTEN[workshop.frequency],
        "long": point_words(workshop.contact_months),
        "points": joined([point_words(p.months) for p in sorted(workshop.points, key=lambda p: p.months)])
        or point_words(6),
        "readers": begun(joined(readers_of(workshop))),
        "until": day_month_year(kept_until(workshop)),
        "within": authority.within.value,
        "authority": ", ".join(x for x in (authority.name, authority.web) if x),
    }
    return tuple((under, words.format(**holes).strip()) for under, words in _TOLD)
