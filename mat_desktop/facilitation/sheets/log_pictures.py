"""A call log that was read from a picture: what is certain, what is asked, and keeping it as one deed.

Nothing is kept before it is confirmed. What was typed before is never overwritten unasked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from mat_desktop.facilitation.contact.course import known, terms_of
from mat_desktop.facilitation.contact.log import mark_days
from mat_desktop.facilitation.contact.sheet import rows_of_members
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printer import DAY, EMPTY_DAYS, WITH, AnswerPlace
from mat_desktop.facilitation.sheets.pictures import BoxRead, PageRead
from mat_desktop.facilitation.shown.dates import day_month, day_month_year
from mat_desktop.facilitation.shown.words.contact import MARKS
from mat_desktop.facilitation.shown.words.sheets import SEEN, TROUBLES
from mat_desktop.workshop.contact.days import Mark, Source
from mat_desktop.workshop.contact.schedule import agreed_days
from mat_desktop.workshop.pairing.nouns import Partnership
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import SeenMark, SheetReading, Trouble
from mat_desktop.workshop.sheets import FACTS, READ_FROM_PICTURES, Goes, IssuedSheet, SheetKind

CONTROLS = 3
"""So many certain boxes of each page are asked all the same, so that it is known how often the reader is wrong."""
MEANS: Mapping[SeenMark, Mark | None] = {
    SeenMark.TICK: Mark.TALKED,
    SeenMark.DASH: Mark.NO_CALL,
    SeenMark.LETTER_M: Mark.MESSAGE,
    SeenMark.LETTER_E: Mark.EXCUSED,
    SeenMark.EMPTY: None,
}
"""What a mark in a log says."""
_HAPPENED = (Mark.TALKED, Mark.MESSAGE, Mark.NO_CALL)


@dataclass(frozen=True, kw_only=True)
class DayBox:
    """One day on a page that was read: what it says where that is certain, and the question where it is not."""

    day: date
    place: AnswerPlace
    certain: bool
    mark: Mark | None
    guess: Mark | None
    kept: Mark | None
    """What is known of the day already."""
    agreed: bool
    why: str
    """Why it is asked; empty where it is not."""
    control: bool = False
    beside: bool = False
    """Whether a figure stands beside a dash: the reason, which is not read."""


@dataclass(frozen=True, kw_only=True)
class LogRead:
    """One page of a call log as it was read, before anything is kept."""

    code: str
    page: int
    person_id: int
    name: str
    places: tuple[tuple[int, str], ...]
    """The partnerships whose log it can be, and what to call each."""
    span: str
    days: tuple[DayBox, ...]
    empty_days_asked: bool
    """Whether something stands in the two boxes that say what empty days mean."""
    notes: tuple[str, ...]
    digest: str
    straight: bytes
    scale: float


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How the reader did: boxes, of them asked, certain ones that were asked all the same, and wrong ones of these."""

    boxes: int
    asked: int
    checked: int
    wrong: int


@dataclass(frozen=True, kw_only=True)
class Running:
    """How the reader did in this library so far."""

    sheets: int
    checked: int
    wrong: int

    @property
    def words(self) -> str:
        """The running figure as it is said."""
        return f"Pages read so far: {self.sheets}. Of {self.checked} checked boxes, {self.wrong} wrong."


@look
def running(rows: Rows) -> Running:
    """The figures of all pages that were read in this library."""
    found = rows.values(SheetReading, ("checked", "wrong"))
    return Running(sheets=len(found), checked=sum(c for c, _ in found), wrong=sum(w for _, w in found))


@look
def log_read(rows: Rows, workshop_id: int, read: PageRead, picture_digest: str, today: date) -> LogRead:
    """What a page that was read says, for its owner. Raises Refusal in words where it is not for here, or was kept."""
    sheet = sheet_of(rows, workshop_id, read)
    assert sheet.participant_id is not None
    if sheet.kind is not SheetKind.CALL_LOG:
        raise Refusal(f"This is no call log but the {FACTS[sheet.kind].one} with the code {sheet.code}.")
    refuse_again(rows, sheet, read.page, picture_digest)
    member = next(
        (m for m in rows_of_members(rows, workshop_id, today) if m.participant_id == sheet.participant_id), None
    )
    if member is None:
        raise Refusal("This person was in no pair that began; there is nowhere to keep this sheet.")
    days = _days(rows, read, member.participant_id, member.places[-1][0], today)
    if not days:
        raise Refusal("There is no day on this page.")
    return LogRead(
        code=sheet.code,
        page=read.page,
        person_id=member.participant_id,
        name=member.name,
        places=member.places,
        span=f"{day_month(days[0].day)} to {day_month_year(days[-1].day)}",
        days=_with_controls(days, picture_digest),
        empty_days_asked=any(b.place.item == EMPTY_DAYS and b.seen is not SeenMark.EMPTY for b in read.boxes),
        notes=_notes(read),
        digest=picture_digest,
        straight=read.straight,
        scale=read.scale,
    )


def sheet_of(rows: Rows, workshop_id: int, read: PageRead) -> IssuedSheet:
    """The sheet that a page is of, and that it has an owner where it is one person's.

    Raises Refusal in words where it cannot be taken in.
    """
    sheet = rows.find(IssuedSheet, code=read.code) if read.code else None
    if read.code and sheet is None:
        raise Refusal(f"The code {read.code} is of no sheet of this library. It belongs to another one.")
    if sheet is not None and sheet.workshop_id != workshop_id:
        raise Refusal("This sheet belongs to another workshop. Open that one first.")
    if sheet is not None and sheet.kind not in READ_FROM_PICTURES:
        one = FACTS[sheet.kind].one
        raise Refusal(f"This is the {one} with the code {sheet.code}. It is not read from pictures: type it.")
    if read.trouble is not None:
        raise Refusal(TROUBLES[read.trouble])
    assert sheet is not None
    if sheet.participant_id is None and FACTS[sheet.kind].goes is not Goes.ROOM:
        one = FACTS[sheet.kind].one
        raise Refusal(
            f"The {one} with the code {sheet.code} is nobody’s yet. Type its code first, and say whose it is."
        )
    return sheet


def refuse_again(rows: Rows, sheet: IssuedSheet, page: int, picture_digest: str) -> None:
    """Raises Refusal for the very picture that was kept before."""
    for one in rows.all(SheetReading, sheet_id=sheet.id, page=page):
        if one.digest == picture_digest:
            raise Refusal(
                f"This very picture was read on {day_month(one.read_at.date())} already. Nothing was changed."
            )


def _days(rows: Rows, read: PageRead, person_id: int, partnership_id: int, today: date) -> list[DayBox]:
    place = rows.get(Partnership, partnership_id)
    kept, agreed = known(rows, place).own(person_id), set(agreed_days(terms_of(rows, place), person_id))
    found = []
    for box in read.boxes:
        if box.place.value == DAY:
            day = date.fromisoformat(box.place.item)
            found.append(_day(box, day, kept.get(day), agreed=day in agreed, today=today))
    return sorted(found, key=lambda one: one.day)


def _day(box: BoxRead, day: date, kept: Mark | None, *, agreed: bool, today: date) -> DayBox:
    mark = MEANS.get(box.seen) if box.certain else None
    guess = MEANS.get(box.guess) if box.guess is not None else None
    why = "" if box.certain else SEEN[box.seen]
    if box.certain and mark is not None and kept is not None and kept is not mark:
        why = f"typed as {MARKS[kept]}, here it looks like {MARKS[mark]}"
    elif box.certain and mark in _HAPPENED and day > today:
        why = "this day is still to come"
    return DayBox(
        day=day,
        place=box.place,
        certain=not why,
        mark=mark,
        guess=guess,
        kept=kept,
        agreed=agreed,
        why=why,
        beside=box.beside,
    )


def _with_controls(days: Sequence[DayBox], picture_digest: str) -> tuple[DayBox, ...]:
    """The same days, some certain ones asked all the same: which, only the picture decides, never its content."""
    sure = [box for box in days if box.certain]
    drawn = sorted(sure, key=lambda box: sha256(f"{picture_digest}{box.day}".encode()).digest())[:CONTROLS]
    return tuple(_asked_all_the_same(box) if box in drawn else box for box in days)


def _asked_all_the_same(box: DayBox) -> DayBox:
    return replace(box, why="asked to check the reader", control=True)


def _notes(read: PageRead) -> tuple[str, ...]:
    """What is written and not read: it is typed."""
    weeks = [b.place.item.removeprefix(f"{WITH} ") for b in read.boxes if _is_written(b, WITH)]
    said = [f"Under With something is written in the week from {day_month(date.fromisoformat(w))}." for w in weeks]
    reasons = sum(box.beside for box in read.boxes)
    if reasons:
        said.append(f"Beside {reasons} of the dashes a reason is written. It is not read; type it where you need it.")
    return tuple(said)


def _is_written(box: BoxRead, beginning: str) -> bool:
    return box.place.item.startswith(f"{beginning} ") and box.seen is not SeenMark.EMPTY


@deed(DeedKind.CONTACT_PICTURE)
def keep_log(
    work: Work,
    partnership_id: int,
    read: LogRead,
    marks: Mapping[date, Mark],
    figures: Figures,
    reader: int,
) -> None:
    """Keep what a page says, as it was confirmed; one undo takes all of it back.

    Raises Refusal for a day that is not on this page or still to come, and for the very picture that was kept before.
    """
    sheet = work.rows.find(IssuedSheet, code=read.code)
    if sheet is None or sheet.id is None or sheet.participant_id != read.person_id:
        raise Refusal("This sheet belongs to somebody else by now. Read the picture again.")
    refuse_again(work.rows, sheet, read.page, read.digest)
    on_page = {box.day for box in read.days}
    if astray := sorted(day for day in marks if day not in on_page):
        raise Refusal(f"{day_month_year(astray[0])} is not on this page.")
    if ahead := sorted(day for day, mark in marks.items() if day > work.today and mark in _HAPPENED):
        raise Refusal(f"{day_month(ahead[0])} is still to come. Only an excused day is written down beforehand.")
    mark_days(work, partnership_id, read.person_id, dict(marks), Source.PHOTO)
    note_reading(work, sheet.id, read.page, read.digest, figures, reader)


def note_reading(work: Work, sheet_id: int, page: int, digest: str, figures: Figures, reader: int) -> None:
    """Keep inside a deed that a page was read, and how the reader did."""
    work.rows.add(
        SheetReading(
            sheet_id=sheet_id,
            page=page,
            read_at=work.now,
            reader=reader,
            digest=digest,
            boxes=figures.boxes,
            asked=figures.asked,
            checked=figures.checked,
            wrong=figures.wrong,
        )
    )


@look
def is_log(rows: Rows, read: PageRead) -> bool:
    """Whether a page is of a call log, whose days are checked otherwise than the questions of other sheets."""
    sheet = rows.find(IssuedSheet, code=read.code) if read.code else None
    return sheet is None or sheet.kind not in READ_FROM_PICTURES or sheet.kind is SheetKind.CALL_LOG


def may_be_told_by_hand(read: PageRead) -> bool:
    """Whether typing the code and clicking the corners may help: no code was seen, or it did not lead to the page."""
    return read.trouble in (Trouble.NO_CODE, Trouble.NOT_IN_PLACE)
