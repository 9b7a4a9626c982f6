"""Paper of step 2: the sign-in list, name tents, information and consent."""

from dataclasses import dataclass

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants.wording import consent_words, study_words
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, private
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year, point_words
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.library import authority_of, kept_until
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.participants.consent import ASKED, ON_THE_SECOND_SHEET, ConsentKind
from mat_desktop.workshop.setup import Workshop
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


@dataclass(frozen=True, kw_only=True)
class ConsentSheet:
    """What a person is told before the day, every consent apart, and how they may be named and reached."""

    head: Head
    name: str
    told: tuple[tuple[str, str], ...]
    """What is said, with the words that stand before it in bold, or none."""
    facilitator: str
    consents: tuple[tuple[ConsentKind, str], ...]
    """Each question in its wording, in the order of the boxes."""


@dataclass(frozen=True, kw_only=True)
class StudyConsentSheet:
    """The second sheet, about the study alone: what it is, who allowed it, and its one question."""

    head: Head
    name: str
    told: tuple[str, ...]
    asked: str


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


def consent(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> ConsentSheet:
    """The consents in their present wording, below what is true of this workshop."""
    workshop = rows.get(Workshop, key_of(standing.workshop))
    return ConsentSheet(
        head=head(workshop, code, "Consent", private(names, ordered.key)),
        name=named(names, ordered.key),
        told=told_before(workshop),
        facilitator=first_name(workshop.facilitator) or UNSAID,
        consents=tuple((kind, consent_words(workshop, kind)) for kind in ASKED),
    )


def study_consent(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> StudyConsentSheet:
    """The sheet about the study of this workshop, with the name, number and date of what allows it."""
    workshop = rows.get(Workshop, key_of(standing.workshop))
    who = first_name(workshop.facilitator) or UNSAID
    study, allowed = study_words(rows, key_of(workshop))
    told = (*_ABOUT_STUDY, study, _OTHERWISE, allowed, _ASK.format(who=who, reach=_reach(workshop)))
    return StudyConsentSheet(
        head=head(workshop, code, "Consent for the study", private(names, ordered.key)),
        name=named(names, ordered.key),
        told=told,
        asked=ON_THE_SECOND_SHEET,
    )


_ABOUT_STUDY = ("This sheet is about the study only. The workshop has a sheet of its own.",)
_OTHERWISE = "If you or your partner says no, chance decides nothing for the two of you: you have calls as you agree."
_ASK = "Questions about the study? Ask {who}.{reach}"


def _reach(workshop: Workshop) -> str:
    phone = f"Phone {workshop.facilitator_phone}" if workshop.facilitator_phone else ""
    reach = ", ".join(x for x in (phone, workshop.place) if x)
    return f" {reach}." if reach else ""


def told_before(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """What somebody is told before they decide: the words of this workshop, its days and its authority."""
    who = first_name(workshop.facilitator) or UNSAID
    reader = first_name(workshop.answers_reader)
    authority = authority_of(workshop)
    holes = {
        "who": who,
        "name": workshop.facilitator or UNSAID,
        "reach": _reach(workshop),
        "months": _months(workshop.contact_months),
        "again": joined([f"after {point_words(months)}" for months in sorted(p.months for p in workshop.points)])
        or "later",
        "readers": joined([who, reader] if reader and reader != who else [who]),
        "until": day_month_year(kept_until(workshop)),
        "within": authority.within.value,
        "authority": authority.in_words,
    }
    return tuple((lead, begun(said) if not lead else said) for lead, words in _TOLD if (said := words.format(**holes)))


_TOLD: tuple[tuple[str, str], ...] = (
    ("", "{name} runs this workshop. {who} also looks after what is written down about you.{reach}"),
    (
        "",
        (
            "We meet for one day. You choose a goal. You find a partner. The two of you talk every day for {months}. "
            "We meet again {again}."
        ),
    ),
    ("", "It may help. That is not proven. It is not treatment. It does not take the place of a doctor."),
    ("", "You can skip any question. You can stop at any time. You do not have to say why."),
    (
        "What is kept:",
        (
            "your name and how to reach you. Your answers about how you feel. Your goals. Which days you two talked. "
            "What you and {who} agreed."
        ),
    ),
    ("Where:", "locked on one computer and on its safety copies, and on paper in a locked place."),
    (
        "Who can read it:",
        (
            "{readers}. Your partner sees your goals and what you two agreed, and nothing else. If someone’s life or "
            "safety is in danger, we tell people who can help. We tell you too, if that is safe. If someone takes over "
            "from {who}, you are asked first."
        ),
    ),
    ("How long:", "until {until}. Then it is erased, unless you say yes to box 4."),
    (
        "You can:",
        (
            "see it, get a copy, have mistakes put right, have it erased, or take back a yes. Just ask {who}. "
            "You get an answer within {within}."
        ),
    ),
    (
        "What can’t be called back:",
        "papers that other people have, and answers that were counted without your name before you asked.",
    ),
    ("", "If papers or the computer are lost, {who} tells you."),
    ("", "Not happy? Tell {who}. You can also ask {authority}."),
)
"""A line each, with the words before it in bold; what is in braces is filled in from the workshop."""


def _months(months: int) -> str:
    return f"{spelled(months)} months"
