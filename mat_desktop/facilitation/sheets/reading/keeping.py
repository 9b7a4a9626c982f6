"""Keeping a page that was read from a picture: one deed, in which every answer takes the road of a typed one."""

from collections.abc import Callable, Mapping

from mat_desktop.facilitation.answers.responses import Entered, put
from mat_desktop.facilitation.contact.alliance import keep_rating
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed
from mat_desktop.facilitation.followup.ladders import given_alone
from mat_desktop.facilitation.followup.putting import put_answer, put_level, put_response
from mat_desktop.facilitation.pairing.ballots import DIGITS, put_rating
from mat_desktop.facilitation.pairing.ballots import put as put_ballot
from mat_desktop.facilitation.participants.consenting import AtHome
from mat_desktop.facilitation.participants.consenting import put_answer as put_consent
from mat_desktop.facilitation.sheets.log_pictures import Figures, note_reading, refuse_again
from mat_desktop.facilitation.sheets.reading.call_lines import calls_due
from mat_desktop.facilitation.sheets.reading.consent_lines import YES, choice_at_home
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, SheetLine
from mat_desktop.facilitation.sheets.reading.sheet_read import SheetRead
from mat_desktop.facilitation.today.call_sheet import put_letter
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Mode
from mat_desktop.workshop.followup import FURTHER_BACK, improvement_key
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import READ_FROM_PICTURES, IssuedSheet, SheetKind

_FIRST_BOX = 1
Keep = Callable[[Work, SheetRead, SheetLine, str], object]


@deed(DeedKind.SHEETS_PICTURE)
def keep_sheet(
    work: Work, read: SheetRead, values: Mapping[str, str], words: Mapping[str, str], figures: Figures, reader: int
) -> None:
    """Keep what a page says, as it was confirmed; one undo takes all of it back.

    `values` are what was crossed, by item, empty for nothing; `words` what was typed beside the pictures of words.
    Raises Refusal for an answer that this page does not offer, and as typing it would.
    """
    sheet = _sheet(work, read, READ_FROM_PICTURES - _CONSENTS - {SheetKind.PHONE_LIST})
    work.about(sheet.workshop_id, read.person_id)
    _put(work, sheet, read, (values, words), figures, reader)


@deed(DeedKind.PARTICIPANTS_PICTURE)
def keep_consents(
    work: Work, read: SheetRead, values: Mapping[str, str], words: Mapping[str, str], figures: Figures, reader: int
) -> None:
    """Keep what a consent sheet says, as it was confirmed line by line; a no is kept, too, and one undo takes all back.

    Raises Refusal as `keep_sheet` does. What somebody answers to consent is kept also of who keeps the rest on paper.
    """
    sheet = _sheet(work, read, _CONSENTS)
    work.about(sheet.workshop_id, read.person_id)
    _put(work, sheet, read, (values, words), figures, reader)


@deed(DeedKind.PROMISES_PICTURE)
def keep_calls(
    work: Work, read: SheetRead, values: Mapping[str, str], words: Mapping[str, str], figures: Figures, reader: int
) -> None:
    """Keep what a phone list says about every call on it, as it was confirmed; one undo takes all of it back.

    Raises Refusal as `keep_sheet` does, and about a call that is not due any more.
    """
    sheet = _sheet(work, read, frozenset({SheetKind.PHONE_LIST}))
    work.about(sheet.workshop_id, *(one.line.number for one in read.lines if values.get(one.line.item)))
    _put(work, sheet, read, (values, words), figures, reader)


Keeper = Callable[[Desk, SheetRead, Mapping[str, str], Mapping[str, str], Figures, int], None]
_CONSENTS = frozenset({SheetKind.CONSENT, SheetKind.STUDY_CONSENT})


def keeper_of(kind: SheetKind) -> Keeper:
    """The deed that keeps a page of a sheet of this kind."""
    if kind in _CONSENTS:
        return keep_consents
    return keep_calls if kind is SheetKind.PHONE_LIST else keep_sheet


def _sheet(work: Work, read: SheetRead, kinds: frozenset[SheetKind]) -> IssuedSheet:
    sheet = work.rows.find(IssuedSheet, code=read.code)
    if sheet is None or sheet.kind not in kinds or (sheet.participant_id or 0) != read.person_id:
        raise Refusal("This sheet belongs to somebody else by now. Read the picture again.")
    return sheet


def _put(
    work: Work,
    sheet: IssuedSheet,
    read: SheetRead,
    answers: tuple[Mapping[str, str], Mapping[str, str]],
    figures: Figures,
    reader: int,
) -> None:
    values, words = answers
    assert sheet.id is not None
    refuse_again(work.rows, sheet, read.page, read.digest)
    for one in read.lines:
        if one.line.item in values:
            _keep(work, read, one.line, values[one.line.item])
    for text in read.words:
        if text.line.item in words:
            _keep(work, read, text.line, words[text.line.item])
    note_reading(work, sheet.id, read.page, read.digest, figures, reader)


def _keep(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    offered = {"", CANNOT_TELL, *(own for own, _ in line.options)}
    if line.options and value not in offered:
        raise Refusal(f"{line.label}: this sheet does not offer the answer “{value}”.")
    _KEEP[line.part](work, read, line, value)


def _entered(value: str) -> Entered:
    """An answer to a form: a number, or that there is none, or that it cannot be read."""
    if value == CANNOT_TELL:
        return Entered(AnswerState.ILLEGIBLE)
    return Entered(value=int(value)) if value else Entered(AnswerState.MISSING)


def _number(value: str) -> int | None:
    return int(value) if value and value != CANNOT_TELL else None


def _ladder(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    if given_alone(work.rows, read.person_id, read.months):
        raise Refusal("These ladders were marked alone on the screen and stay as they were given.")
    box = _number(value)
    put_level(work, read.person_id, read.months, line.number, None if box is None else box - _FIRST_BOX + FURTHER_BACK)


def _trouble(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    entered = _entered(value)
    again = Entered(entered.state, entered.value, line.name)
    put_response(work, read.person_id, read.months, own_pages.COMPLAINTS, line.number, again, mode=Mode.PHOTOGRAPH)


def _better(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    said = "" if value == CANNOT_TELL else value
    put_answer(work, read.person_id, read.months, improvement_key(line.number), said)


def _later_form(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    rating = line.name == own_pages.ALLIANCE
    entered = _entered(value)
    plain = None if rating and entered.value is None else entered
    put_response(work, read.person_id, read.months, line.name, line.number, plain, mode=Mode.PHOTOGRAPH)


def _question(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    said = "" if line.options and value == CANNOT_TELL else value
    put_answer(work, read.person_id, read.months, line.name, said)


def _form(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    put(work, read.person_id, line.name, line.number, _entered(value), Mode.PHOTOGRAPH)


def _rating(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    assert read.day is not None
    keep_rating(work, read.partnership_id, read.person_id, read.day, line.name, _number(value))


def _ballot(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    put_ballot(work, read.person_id, {line.number: DIGITS.get(value)})


def _likeness(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    put_rating(work, read.person_id, line.number, _number(value))


def _consent(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    if value and value != CANNOT_TELL:
        person = work.rows.get(Participant, read.person_id)
        put_consent(work, person, ConsentKind(line.name), yes=value == YES)


def _at_home(work: Work, read: SheetRead, line: SheetLine, value: str) -> None:
    if value and value != CANNOT_TELL:
        about = AtHome[line.name]
        about.put(work.rows.get(Participant, read.person_id), choice_at_home(about, value))


def _call(work: Work, _list: SheetRead, line: SheetLine, value: str) -> None:
    if not value or value == CANNOT_TELL:
        return
    workshop_id = work.rows.get(Participant, line.number).workshop_id
    due = calls_due(work.rows, workshop_id, work.today).get(line.number)
    if not due:
        raise Refusal(f"No call to {line.label} is due any more. Read the picture again.")
    put_letter(work, due[0], value)


_KEEP: Mapping[LineKind, Keep] = {
    LineKind.LADDER: _ladder,
    LineKind.TROUBLE: _trouble,
    LineKind.BETTER: _better,
    LineKind.LATER_FORM: _later_form,
    LineKind.QUESTION: _question,
    LineKind.FORM: _form,
    LineKind.RATING: _rating,
    LineKind.BALLOT: _ballot,
    LineKind.LIKENESS: _likeness,
    LineKind.CONSENT: _consent,
    LineKind.AT_HOME: _at_home,
    LineKind.CALL: _call,
}
