"""The evening before, in six keys: what is done now so that nothing of it is missing in the morning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.participants.access import access_line
from mat_desktop.facilitation.ports import Fact, Rows
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, agrees
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import wants_check
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import FACTS, Goes, IssuedSheet, essentials

ONE_DAY = timedelta(days=1)
THAT_WAS_NOT_IT = "That was not it. Nothing is lost: try again now, while there is time. The recovery sheet helps too."


class EveningAct(Enum):
    """What the keys of the evening do, in their order; the last two are pages for when things go wrong."""

    PRINT = auto()
    PASSPHRASE = auto()
    NUMBERS = auto()
    COPY = auto()
    CONSENTS = auto()
    ACCESS = auto()
    STAND_IN = auto()
    LOST = auto()


@dataclass(frozen=True, kw_only=True)
class EveningLine:
    """One thing: what is said, the word of its button, and whether it is done."""

    act: EveningAct
    words: str
    button: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class Evening:
    """The list of one workshop."""

    workshop_id: int
    lines: tuple[EveningLine, ...]


def evening(desk: Desk, held: Sequence[tuple[int, date]], *, encrypted: bool) -> Evening | None:
    """The list, the day before a workshop and on its morning, until the day has begun; None on every other day.

    `held` is when each workshop that is open is held; `encrypted` says that the library has a passphrase.
    """
    today = desk.clock.today()
    near = sorted((day, key) for key, day in held if day - ONE_DAY <= today <= day)
    if not near:
        return None
    day, key = near[0]
    when = "today" if day == today else "tomorrow"
    lines = _lines(desk, key, today)
    if not lines:
        return None
    typed = desk.fact(Fact.READY_TO_UNLOCK)
    of_library = [_copied(desk.fact(Fact.SECOND_COPY), day)]
    if encrypted:
        of_library.insert(0, _passphrase(when, done=bool(typed) and date.fromisoformat(typed) >= day - ONE_DAY))
    found = {line.act: line for line in (*lines, *of_library)}
    return Evening(workshop_id=key, lines=tuple(found[act] for act in EveningAct if act in found))


def passphrase_typed(desk: Desk, *, right: bool) -> None:
    """The passphrase was typed once, and she knows it. Raises Refusal where it was another one."""
    if not right:
        raise Refusal(THAT_WAS_NOT_IT)
    desk.hold(Fact.READY_TO_UNLOCK, desk.clock.today().isoformat())


@look
def _lines(rows: Rows, workshop_id: int, today: date) -> tuple[EveningLine, ...]:
    standing = stand(rows, workshop_id)
    workshop = rows.get(Workshop, workshop_id)
    if any(block.started_at is not None for block in workshop.blocks):
        return ()
    return (
        _printed(rows, standing),
        _numbers(standing.workshop, today),
        _consents(standing, today),
        _access(standing),
        EveningLine(
            act=EveningAct.STAND_IN,
            words="For whoever stands in: it goes into the sealed envelope",
            button="If I fall ill",
            done=True,
        ),
        EveningLine(
            act=EveningAct.LOST, words="A sheet, a stick or the laptop", button="If something is lost", done=True
        ),
    )


def _printed(rows: Rows, standing: Standing) -> EveningLine:
    sheets = rows.all(IssuedSheet, workshop_id=key_of(standing.workshop))
    wanted = essentials(study=standing.workshop.study)
    issued = [sheet for sheet in sheets if sheet.kind in wanted]
    kinds = {sheet.kind for sheet in issued}
    room = {kind for kind in wanted if FACTS[kind].goes is Goes.ROOM}
    have = {sheet.participant_id for sheet in issued if FACTS[sheet.kind].goes is Goes.PERSON}
    without = [p for p in standing.coming if key_of(p) not in have]
    done = room <= kinds and not without
    words = "Print the day: what it could not be held without."
    if done:
        words = "The day is printed."
    elif room <= kinds:
        words = f"The day is printed, but not for {counted(len(without), 'person', 'people')} who came to it since."
    return EveningLine(act=EveningAct.PRINT, words=words, button="Print the day", done=done)


def _passphrase(when: str, *, done: bool) -> EveningLine:
    words = "You typed your passphrase." if done else f"You will need your passphrase {when}. Type it once now."
    return EveningLine(act=EveningAct.PASSPHRASE, words=words, button="Type it", done=done)


def _numbers(workshop: Workshop, today: date) -> EveningLine:
    checked = workshop.contacts_checked_on
    fresh = not wants_check(checked, today)
    words = f"{checked_words(checked)}." if fresh else f"Phone the numbers. {checked_words(checked)}."
    return EveningLine(act=EveningAct.NUMBERS, words=words, button="Numbers", done=fresh)


def _copied(second: str, day: date) -> EveningLine:
    done = bool(second) and date.fromisoformat(second) >= day - ONE_DAY
    words = "There is a fresh copy in a second place." if done else "Make a copy in a second place."
    return EveningLine(act=EveningAct.COPY, words=words, button="Make a copy", done=done)


def _consents(standing: Standing, today: date) -> EveningLine:
    missing = sum(not _was_asked(p) for p in standing.coming)
    unsigned = sum(not agrees(p) for p in standing.coming)
    words = "Everybody has signed."
    if unsigned:
        words = f"Everybody was asked; of {unsigned} of {len(standing.coming)} the signed sheet is still to come."
    if missing:
        when = "today" if standing.workshop.held_on == today else "tomorrow"
        words = f"{counted(missing, 'person', 'people')} not asked about consent yet: the sheet comes first {when}."
    return EveningLine(act=EveningAct.CONSENTS, words=words, button="Consents", done=not missing)


def _was_asked(person: Participant) -> bool:
    """Whether somebody was asked before anything was written down, or has signed already; a no is an answer too."""
    asked = (ConsentKind.FIRST_CALL, ConsentKind.TAKE_PART)
    return any(c.kind in asked and c.withdrawn_on is None for c in person.consents)


def _access(standing: Standing) -> EveningLine:
    needs = access_line(standing)
    words = f"Help needed at table {needs}." if needs else "Nobody asked for large print, reading aloud or other help."
    return EveningLine(act=EveningAct.ACCESS, words=words, button="People", done=not needs)
