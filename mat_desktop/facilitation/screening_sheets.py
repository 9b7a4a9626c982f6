"""What stands on the paper of step 3: questionnaires, help sheets, referral sheets, and the cards to go on alone."""

from dataclasses import dataclass

from mat_desktop.facilitation import instruments
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.workshop.instruments import Instrument
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True)
class PrintedItem:
    """One question on paper: the values in the order of the form."""

    number: int
    words: str
    hint: str
    options: tuple[tuple[int, str], ...]
    own_words: bool


@dataclass(frozen=True)
class PrintedForm:
    """One instrument as a blank form, with its notice."""

    title: str
    stem: str
    notice: str
    items: tuple[PrintedItem, ...]
    at_the_workshop: bool
    """It asks about safety: it is filled in where somebody reads it at once, and never posted."""


@dataclass(frozen=True)
class Help:
    """Numbers to dial, and how old they are."""

    contacts: tuple[tuple[str, str], ...]
    checked: str
    facilitator: str
    facilitator_phone: str


@dataclass(frozen=True)
class GoOnBlock:
    """One part of the day that goes on without the facilitator."""

    title: str
    minutes: int
    following: str


def forms(rows: Rows, workshop: Workshop) -> tuple[PrintedForm, ...]:
    """Readiness and rulers on one sheet, then the questionnaires that the workshop uses."""
    keys = (instruments.READINESS, instruments.RULERS, *(m.instrument for m in workshop.measures))
    return tuple(_form(instruments.instrument(rows, key)) for key in keys)


def _form(found: Instrument) -> PrintedForm:
    items = tuple(
        PrintedItem(i.number, i.words, i.hint, tuple((o.value, o.words) for o in i.options), i.own_words)
        for i in found.items
    )
    own = found.id == instruments.READINESS
    return PrintedForm(found.title, found.stem, found.notice, items, found.has_safety_item and not own)


def help_of(workshop: Workshop) -> Help:
    """The numbers of a workshop. Paper is never refused because a date is old; it says how old."""
    contacts = tuple((c.name, c.number) for c in sorted(workshop.contacts, key=lambda c: c.position))
    return Help(contacts, checked_words(workshop.contacts_checked_on), workshop.facilitator, workshop.facilitator_phone)


def blocks(workshop: Workshop) -> tuple[GoOnBlock, ...]:
    """The parts of the day in their order, each with what comes after it."""
    kept = [b for b in sorted(workshop.blocks, key=lambda b: b.position) if not b.dropped]
    after = [*(b.title for b in kept[1:]), ""]
    return tuple(GoOnBlock(b.title, b.minutes, following) for b, following in zip(kept, after, strict=True))
