"""One page of a sheet as it was read: what is certain, what is asked, and what only its owner's words can tell."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printer import AnswerPlace
from mat_desktop.facilitation.sheets.answer_places import is_whole, places_of
from mat_desktop.facilitation.sheets.log_pictures import CONTROLS, refuse_again, sheet_of
from mat_desktop.facilitation.sheets.pictures import BoxRead, PageRead
from mat_desktop.facilitation.sheets.reading.lines import lines_of, stands_on
from mat_desktop.facilitation.sheets.reading.sheet_lines import SheetLine, SheetLines
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.words.sheets import SEEN
from mat_desktop.facilitation.standing import stand
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import KeptPage, SeenMark, SheetReading
from mat_desktop.workshop.sheets import FACTS, IssuedSheet, SheetKind
from mat_desktop.workshop.text import joined

TWO, BESIDE = "more than one is marked", "something is written beside the boxes"
_WORDS_MARKS = ("text", "shaped")
"""Marks of a kept page that are words, in the order in which they are read."""


@dataclass(frozen=True, kw_only=True)
class LineRead:
    """One question with what was read of it. `value` is what a cross means, empty where nothing is marked.

    `why` says why it is asked, empty where it is certain; a guess stands beside the question, never as its answer.
    """

    line: SheetLine
    places: tuple[AnswerPlace, ...]
    value: str
    guess: str = ""
    why: str = ""
    control: bool = False


@dataclass(frozen=True, kw_only=True)
class WordsRead:
    """A question that is answered in words: where they stand, what is kept, and whether something is written there."""

    line: SheetLine
    place: AnswerPlace
    written: bool


@dataclass(frozen=True, kw_only=True)
class SheetRead:
    """One page of a sheet as it was read, before anything is kept."""

    code: str
    kind: SheetKind
    page: int
    person_id: int
    """Whose it is; 0 for a list of many."""
    name: str
    title: str
    """What it is, and about which occasion."""
    lines: tuple[LineRead, ...]
    words: tuple[WordsRead, ...]
    months: int
    partnership_id: int
    day: date | None
    notes: tuple[str, ...]
    digest: str
    straight: bytes
    scale: float


@look
def sheet_read(rows: Rows, workshop_id: int, read: PageRead, picture_digest: str, today: date) -> SheetRead:
    """What a page says, for its owner. Raises Refusal in words where it is not for here, or was kept before."""
    sheet = sheet_of(rows, workshop_id, read)
    assert sheet.id is not None
    owner = sheet.participant_id or 0
    refuse_again(rows, sheet, read.page, picture_digest)
    asked = lines_of(rows, sheet, owner, today)
    printed = _printed(rows, sheet, read)
    lines, words, astray = _met(asked.lines, read.boxes, printed)
    if not lines and not words:
        raise Refusal("Nothing on this page stands in the library as it was printed. Type the sheet.")
    _refuse_nothing_new(rows, sheet, read, lines)
    name = stand(rows, workshop_id).name(owner) if owner else FACTS[sheet.kind].title
    title = f"{begun(FACTS[sheet.kind].one)}, page {read.page}"
    return SheetRead(
        code=sheet.code,
        kind=sheet.kind,
        page=read.page,
        person_id=owner,
        name=name,
        title=f"{title}, {asked.occasion}" if asked.occasion else title,
        lines=_with_controls(lines, picture_digest),
        words=tuple(words),
        months=asked.months,
        partnership_id=asked.place,
        day=asked.day,
        notes=(*_wanting(asked, read.boxes), *_notes(asked, astray)),
        digest=picture_digest,
        straight=read.straight,
        scale=read.scale,
    )


def _printed(rows: Rows, sheet: IssuedSheet, read: PageRead) -> tuple[str, ...]:
    """The words of every kept print whose answers stand where these boxes were read."""
    assert sheet.id is not None
    places = tuple(box.place for box in read.boxes)
    kept = [one for one in rows.all(KeptPage, sheet_id=sheet.id, page=read.page) if is_whole(one)]
    return tuple(_text(one.marks) for one in kept if places_of(one) == places)


def _text(marks: str) -> str:
    return " ".join(str(mark[3]) for mark in json.loads(marks) if mark[0] in _WORDS_MARKS)


def _met(
    asked: Sequence[SheetLine], boxes: Sequence[BoxRead], printed: Sequence[str]
) -> tuple[list[LineRead], list[WordsRead], list[str]]:
    """The questions that stand on this page, and the printed items of which nobody knows any more what they asked."""
    by_item: dict[str, list[BoxRead]] = {}
    for box in boxes:
        by_item.setdefault(box.place.item, []).append(box)
    lines, words = list[LineRead](), list[WordsRead]()
    for line in asked:
        own = by_item.get(line.item, [])
        if not own or not all(stands_on(text, line.printed) for text in printed):
            continue
        if line.options and {box.place.value for box in own} == {value for value, _ in line.options}:
            lines.append(_line_read(line, own))
        elif not line.options and not any(box.place.value for box in own):
            words.append(WordsRead(line=line, place=own[0].place, written=own[0].seen is not SeenMark.EMPTY))
        else:
            continue
        del by_item[line.item]
    return lines, words, [item for item, own in by_item.items() if any(b.seen is not SeenMark.EMPTY for b in own)]


def _line_read(line: SheetLine, boxes: Sequence[BoxRead]) -> LineRead:
    marked = [box for box in boxes if box.seen is not SeenMark.EMPTY]
    value = marked[0].place.value if len(marked) == 1 else ""
    crossed = [box.place.value for box in boxes if SeenMark.CROSS in (box.seen, box.guess)]
    guess = crossed[0] if len(crossed) == 1 else ""
    doubt = why = _doubt(boxes, marked)
    if not why and value != line.kept and line.kept and value:
        why = f"typed as “{line.said(line.kept)}”, here it looks like “{line.said(value)}”"
    elif not why and (line.always or line.beware or value in line.worrying):
        why = "this is always asked"
    why = "; ".join(part for part in (line.beware, why) if part)
    guess = "" if line.only_clear and doubt else guess or value
    places = tuple(box.place for box in boxes)
    return LineRead(line=line, places=places, value="" if why else value, guess=guess if why else "", why=why)


def _doubt(boxes: Sequence[BoxRead], marked: Sequence[BoxRead]) -> str:
    """Why the boxes of a line cannot be believed as they are; nothing where one cross stands clear, or none."""
    if len(marked) > 1:
        return TWO
    unsure = [box for box in boxes if not box.certain]
    if not unsure:
        return ""
    return BESIDE if unsure[0].seen is SeenMark.EMPTY else SEEN[unsure[0].seen]


def _refuse_nothing_new(rows: Rows, sheet: IssuedSheet, read: PageRead, lines: Sequence[LineRead]) -> None:
    """The same page on another picture, of which everything that is certain is kept: it was taken in before."""
    before = rows.all(SheetReading, sheet_id=sheet.id, page=read.page)
    sure = [one for one in lines if not one.why]
    if before and sure and all(one.value == one.line.kept for one in sure):
        on = day_month(before[-1].read_at.date())
        raise Refusal(f"This page was read on {on} already, and says nothing new. Nothing was changed.")


def _with_controls(lines: Sequence[LineRead], picture_digest: str) -> tuple[LineRead, ...]:
    """The same lines, some certain ones asked all the same: which, only the picture decides, never its content."""

    def drawn(line: LineRead) -> bytes:
        return sha256(f"{picture_digest}{line.line.item}".encode()).digest()

    chosen = sorted((one for one in lines if not one.why), key=drawn)[:CONTROLS]
    return tuple(replace(one, why="asked to check the reader", control=True) if one in chosen else one for one in lines)


def _wanting(asked: SheetLines, boxes: Sequence[BoxRead]) -> tuple[str, ...]:
    """What is said of what is left empty and should not be: a line to sign on."""
    empty = {box.place.item for box in boxes if box.seen is SeenMark.EMPTY}
    return tuple(words for item, words in asked.wanted.items() if item in empty)


def _notes(asked: SheetLines, astray: Sequence[str]) -> tuple[str, ...]:
    """What is said of marks that are no answer to a question of this page."""
    told = tuple(words for item in astray if (words := asked.beside.get(item)))
    unknown = [item for item in astray if item not in asked.beside]
    if not unknown:
        return told
    which = joined(sorted(unknown))
    said = f"{which}: something is written there, but the library no longer asks what this sheet asked."
    return (*told, f"{said} Type it where you need it.")
