"""The run sheet of step 1: the parts of the day, what runs now, and what could give."""

from dataclasses import dataclass
from datetime import datetime

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.setup.workshop import between
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import RunSheetBlock, Workshop, moment


@dataclass(frozen=True, kw_only=True)
class BlockView:
    """One line of the run sheet. `state` is ahead, running, over or dropped."""

    id: int
    title: str
    minutes: int
    step: str
    droppable: bool
    state: str


@dataclass(frozen=True, kw_only=True)
class RunSheetView:
    """The day: its blocks, and where it stands."""

    blocks: tuple[BlockView, ...]
    running: BlockView | None
    ends_at: datetime | None
    minutes_late: int
    can_give: int
    following: BlockView | None


@deed(DeedKind.SETUP_START_BLOCK)
def start_block(work: Work, block_id: int) -> None:
    """This part of the day begins now."""
    block = work.rows.get(RunSheetBlock, block_id)
    work.about(block.workshop_id)
    block.started_at = work.now
    block.dropped = False


@deed(DeedKind.SETUP_SHORTEN_BLOCK)
def set_minutes(work: Work, block_id: int, minutes: int) -> None:
    """Give a part of the day more or less time."""
    block = work.rows.get(RunSheetBlock, block_id)
    work.about(block.workshop_id)
    block.minutes = between(minutes, 1, 240, f"Minutes for “{block.title}”")


@deed(DeedKind.SETUP_DROP_BLOCK)
def drop_block(work: Work, block_id: int, *, dropped: bool = True) -> None:
    """Leave a part of the day out, or take it in again. Raises Refusal for a part that what comes later needs."""
    block = work.rows.get(RunSheetBlock, block_id)
    work.about(block.workshop_id)
    if dropped and not block.droppable:
        raise Refusal(f"“{block.title}” cannot be dropped: what comes later needs it. Make it shorter instead.")
    block.dropped = dropped


@look
def run_sheet(rows: Rows, workshop_id: int, now: datetime) -> RunSheetView:
    """The run sheet as it stands at `now`. When the day is over nothing runs any more, and nothing is late."""
    blocks = sorted(rows.get(Workshop, workshop_id).blocks, key=lambda b: b.position)
    started = [b for b in blocks if b.started_at is not None and not b.dropped]
    opened_at = min((b.started_at for b in started if b.started_at), default=now)
    where = moment(blocks, opened_at, now) if opened_at.astimezone(now.tzinfo).date() == now.date() else None
    views = {key_of(b): _block_view(b, where.block if where else None) for b in blocks}
    return RunSheetView(
        blocks=tuple(views.values()),
        running=views[key_of(where.block)] if where else None,
        ends_at=where.ends_at if where else None,
        minutes_late=where.minutes_late if where else 0,
        can_give=where.can_give if where else 0,
        following=views[key_of(where.following)] if where and where.following else None,
    )


def _block_view(block: RunSheetBlock, running: RunSheetBlock | None) -> BlockView:
    state = "ahead"
    if block.dropped:
        state = "dropped"
    elif running is not None and block.position < running.position:
        state = "over"
    elif block is running:
        state = "running"
    return BlockView(
        id=key_of(block),
        title=block.title,
        minutes=block.minutes,
        step=block.step,
        droppable=block.droppable,
        state=state,
    )
