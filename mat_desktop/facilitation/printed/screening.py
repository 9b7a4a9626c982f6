"""Paper of step 3: questionnaires, the help sheet, referral sheets."""

from dataclasses import dataclass, replace

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, next_date
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class PrintedItem:
    """One question on paper: the values in the order of the form."""

    number: int
    words: str
    hint: str
    options: tuple[tuple[int, str], ...]
    own_words: bool


@dataclass(frozen=True, kw_only=True)
class PrintedForm:
    """One instrument as a blank form, with its notice."""

    title: str
    stem: str
    notice: str
    items: tuple[PrintedItem, ...]
    at_the_workshop: bool
    """It asks about safety: it is filled in where somebody reads it at once, and never posted."""


@dataclass(frozen=True, kw_only=True)
class QuestionnaireSheet:
    """Blank forms for one person, or for nobody yet."""

    head: Head
    name: str
    forms: tuple[PrintedForm, ...]
    folds: bool = False
    """Whether it is folded, and handed in so."""


@dataclass(frozen=True, kw_only=True)
class Help:
    """Numbers to dial, and how old they are."""

    contacts: tuple[tuple[str, str], ...]
    checked: str
    facilitator: str
    facilitator_phone: str


@dataclass(frozen=True)
class HelpSheet:
    """The numbers that are in everybody's pack."""

    head: Head
    help: Help


@dataclass(frozen=True)
class ReferralSheet:
    """A referral for one person; what it says is written by pen."""

    head: Head
    name: str
    help: Help


def form_of(instrument: Instrument) -> PrintedForm:
    """An instrument as a blank form."""
    items = tuple(
        PrintedItem(
            number=i.number,
            words=i.words,
            hint=i.hint,
            options=tuple((o.value, o.words) for o in i.options),
            own_words=i.own_words,
        )
        for i in instrument.items
    )
    own = instrument.id == own_pages.READINESS
    return PrintedForm(
        title=instrument.title,
        stem=instrument.stem,
        notice=instrument.notice,
        items=items,
        at_the_workshop=instrument.has_safety_item and not own,
    )


def _sheet(
    rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str, keys: tuple[str, ...]
) -> QuestionnaireSheet:
    forms = tuple(form_of(shelf.instrument(rows, key)) for key in keys)
    sheet_head = head(standing.workshop, code, "Questions", "private")
    return QuestionnaireSheet(head=sheet_head, name=named(names, ordered.key), forms=forms)


def readiness(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> QuestionnaireSheet:
    """Readiness and rulers, on one page."""
    return _sheet(rows, standing, names, ordered, code, (own_pages.READINESS, own_pages.RULERS))


def questionnaire(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> QuestionnaireSheet:
    """The questionnaires that the workshop uses."""
    workshop = rows.get(Workshop, key_of(standing.workshop))
    return _sheet(rows, standing, names, ordered, code, tuple(m.instrument for m in workshop.measures))


def complaints(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> QuestionnaireSheet:
    """What troubles somebody most, in their own words."""
    return _sheet(rows, standing, names, ordered, code, (own_pages.COMPLAINTS,))


def alliance_check(
    rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str
) -> QuestionnaireSheet:
    """How the calls feel, for one member."""
    return replace(_sheet(rows, standing, names, ordered, code, (own_pages.ALLIANCE,)), folds=True)


def help_of(workshop: Workshop) -> Help:
    """The numbers of a workshop. Paper is never refused because a date is old; it says how old."""
    contacts = tuple((c.name, c.number) for c in sorted(workshop.contacts, key=lambda c: c.position))
    return Help(
        contacts=contacts,
        checked=checked_words(workshop.contacts_checked_on),
        facilitator=workshop.facilitator,
        facilitator_phone=workshop.facilitator_phone,
    )


def help_sheet(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> HelpSheet:
    """The help sheet of a workshop."""
    workshop = standing.workshop
    sheet_head = head(workshop, code, "Help", "keep this", next_date(workshop, workshop.held_on))
    return HelpSheet(sheet_head, help_of(rows.get(Workshop, key_of(workshop))))


def referral(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> ReferralSheet:
    """The referral sheet of one person. It holds no answer and no reason."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return ReferralSheet(head(standing.workshop, code, "Suggestion", "private"), named(names, ordered.key), found)
