"""Keeping a page that was read from a picture: one deed, in which every answer takes the road of a typed one."""

from collections.abc import Callable, Mapping

from mat_desktop.facilitation.answers.responses import Entered, put
from mat_desktop.facilitation.contact.alliance import keep_rating
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.followup.ladders import given_alone
from mat_desktop.facilitation.followup.putting import put_answer, put_level, put_response
from mat_desktop.facilitation.pairing.ballots import DIGITS
from mat_desktop.facilitation.pairing.ballots import put as put_ballot
from mat_desktop.facilitation.sheets.log_pictures import Figures, note_reading, refuse_again
from mat_desktop.facilitation.sheets.reading.lines import LineKind, SheetLine
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL
from mat_desktop.facilitation.sheets.reading.sheet_read import SheetRead
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Mode
from mat_desktop.workshop.followup import FURTHER_BACK, improvement_key
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import IssuedSheet

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
    sheet = work.rows.find(IssuedSheet, code=read.code)
    if sheet is None or sheet.id is None or sheet.participant_id != read.person_id:
        raise Refusal("This sheet belongs to somebody else by now. Read the picture again.")
    work.about(sheet.workshop_id, read.person_id)
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
        raise Refusal(f"{line.item}: this sheet does not offer the answer “{value}”.")
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


_KEEP: Mapping[LineKind, Keep] = {
    LineKind.LADDER: _ladder,
    LineKind.TROUBLE: _trouble,
    LineKind.BETTER: _better,
    LineKind.LATER_FORM: _later_form,
    LineKind.QUESTION: _question,
    LineKind.FORM: _form,
    LineKind.RATING: _rating,
    LineKind.BALLOT: _ballot,
}
