"""The run sheet as she wants it: parts of the day are renamed, added, repeated, moved and removed.

What has begun stays where it is: how late the day is, and what was done, follow from it.
"""

from collections.abc import Sequence

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.shown.typed_time import read_time
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import RunSheetBlock, Workshop, last_begun
from mat_desktop.workshop.text import clean

MOST_PARTS = 60
"""More parts than this are a slip of the hand, not a day."""
USUAL_MINUTES = 15
NAMELESS = "Give this part of the day a name, for example “Break”."
TOO_MANY = f"A day has at most {MOST_PARTS} parts. Remove one first, or give one of them more minutes."
HAS_BEGUN = "“{title}” has begun or is over; only what lies ahead can be moved or removed."
NEEDED = "“{title}” cannot be removed while what comes later needs it. Say first that it may be left out."
NO_FURTHER = "“{title}” cannot go any further {where}."


@deed(DeedKind.SETUP_BEGINS_AT)
def set_begin(work: Work, workshop_id: int, typed: str) -> None:
    """At what time the day begins; nothing takes it back. Raises Refusal for what is no time of day."""
    work.about(workshop_id)
    work.rows.get(Workshop, workshop_id).begins_at = read_time(typed)


@deed(DeedKind.SETUP_RENAME_BLOCK)
def rename_block(work: Work, block_id: int, title: str) -> None:
    """Call a part of the day as she calls it. Raises Refusal without a name."""
    _block(work, block_id).title = _title(title)


@deed(DeedKind.SETUP_BLOCK_PAGE)
def set_page(work: Work, block_id: int, step: str) -> None:
    """Which page this part opens and Next leads to; the empty text for a part without typing."""
    _block(work, block_id).step = Step(step).value if step else ""


@deed(DeedKind.SETUP_BLOCK_NEEDED)
def may_be_left_out(work: Work, block_id: int, *, droppable: bool) -> None:
    """Whether this part may be left out when the day is late."""
    block = _block(work, block_id)
    block.droppable = droppable
    block.dropped = block.dropped and droppable


@deed(DeedKind.SETUP_ADD_BLOCK)
def add_block(work: Work, workshop_id: int, title: str, after_id: int = 0) -> int:
    """A new part after another one, or at the end of the day. Returns its id. Raises Refusal without a name."""
    work.about(workshop_id)
    return _put_in(work, workshop_id, RunSheetBlock(0, _title(title), USUAL_MINUTES, droppable=True), after_id)


@deed(DeedKind.SETUP_REPEAT_BLOCK)
def repeat_block(work: Work, block_id: int) -> int:
    """The same part once more, after this one; the copy may be left out. Returns its id."""
    block = _block(work, block_id)
    copy = RunSheetBlock(0, block.title, block.minutes, block.step, droppable=True)
    return _put_in(work, block.workshop_id or 0, copy, block_id)


@deed(DeedKind.SETUP_MOVE_BLOCK)
def move_block(work: Work, block_id: int, by: int) -> None:
    """Earlier (-1) or later (1) by one part. Raises Refusal for what has begun, and at the ends of what lies ahead."""
    block = _block(work, block_id)
    blocks = _blocks(work, block.workshop_id or 0)
    _refuse_begun(blocks, block)
    place = blocks.index(block) + by
    if not 0 <= place < len(blocks) or blocks[place].position <= last_begun(blocks):
        raise Refusal(NO_FURTHER.format(title=block.title, where="back" if by < 0 else "on"))
    blocks.remove(block)
    blocks.insert(place, block)
    _number(blocks)


@deed(DeedKind.SETUP_REMOVE_BLOCK)
def remove_block(work: Work, block_id: int) -> None:
    """Take a part out of the day. Raises Refusal for what has begun, and for what later parts need."""
    block = _block(work, block_id)
    blocks = _blocks(work, block.workshop_id or 0)
    _refuse_begun(blocks, block)
    if not block.droppable:
        raise Refusal(NEEDED.format(title=block.title))
    work.rows.remove(block)
    _number([b for b in blocks if b is not block])


def _block(work: Work, block_id: int) -> RunSheetBlock:
    found = work.rows.get(RunSheetBlock, block_id)
    work.about(found.workshop_id)
    return found


def _blocks(work: Work, workshop_id: int) -> list[RunSheetBlock]:
    return sorted(work.rows.all(RunSheetBlock, workshop_id=workshop_id), key=lambda b: b.position)


def _title(words: str) -> str:
    title = clean(words, 120)
    if not title:
        raise Refusal(NAMELESS)
    return title


def _put_in(work: Work, workshop_id: int, new: RunSheetBlock, after_id: int) -> int:
    """Put a part after another one; never before what has begun."""
    blocks = _blocks(work, workshop_id)
    if len(blocks) >= MOST_PARTS:
        raise Refusal(TOO_MANY)
    after = next((place for place, b in enumerate(blocks) if b.id == after_id), len(blocks) - 1)
    place = max(after, next((n for n, b in enumerate(blocks) if b.position == last_begun(blocks)), -1)) + 1
    new.workshop_id = workshop_id
    blocks.insert(place, new)
    _number(blocks)
    return key_of(work.rows.add(new))


def _refuse_begun(blocks: Sequence[RunSheetBlock], block: RunSheetBlock) -> None:
    if block.position <= last_begun(blocks):
        raise Refusal(HAS_BEGUN.format(title=block.title))


def _number(blocks: Sequence[RunSheetBlock]) -> None:
    for position, block in enumerate(blocks):
        block.position = position
