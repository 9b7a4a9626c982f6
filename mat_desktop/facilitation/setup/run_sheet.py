"""The run sheet of step 1: the parts of the day, what runs now, and what could give."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.setup.workshop import between
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Moment, RunSheetBlock, Workshop, begins_on_the_clock, moment, times


@dataclass(frozen=True, kw_only=True)
class BlockView:
    """One line of the run sheet. `state` is ahead, running, over or dropped; `begins` is None where nobody knows."""

    id: int
    title: str
    minutes: int
    step: str
    droppable: bool
    state: str
    begins: datetime | None


@dataclass(frozen=True, kw_only=True)
class RunSheetView:
    """The day: its blocks, and where it stands. `begins_at` is when it should begin, as `09:00`, or empty."""

    held_on: date
    begins_at: str
    blocks: tuple[BlockView, ...]
    running: BlockView | None
    ends_at: datetime | None
    minutes_late: int
    can_give: int
    following: BlockView | None


@deed(DeedKind.SETUP_START_BLOCK)
def start_block(work: Work, block_id: int) -> None:
    """This part of the day begins now. Raises Refusal on another day than the workshop's."""
    block = work.rows.get(RunSheetBlock, block_id)
    work.about(block.workshop_id)
    held_on = work.rows.get(Workshop, block.workshop_id or 0).held_on
    if held_on != work.today:
        raise Refusal(f"The day is {full(held_on)}; its parts begin then. If that is wrong, change the date in step 1.")
    block.started_at = work.now
    block.dropped = False


@deed(DeedKind.SETUP_SHORTEN_BLOCK)
def set_minutes(work: Work, block_id: int, minutes: int | str) -> None:
    """Give a part of the day more or less time. Raises Refusal for what is no number of minutes from 1 to 240."""
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
    workshop = rows.get(Workshop, workshop_id)
    blocks = sorted(workshop.blocks, key=lambda b: b.position)
    where = _where(workshop, blocks, now)
    begin = times(blocks, begins_on_the_clock(workshop, now), now if where else None)
    running, over = where.block if where else None, now.date() > workshop.held_on
    views = {key_of(b): _block_view(b, _state(b, running, over=over), begin.get(b.position)) for b in blocks}
    return RunSheetView(
        held_on=workshop.held_on,
        begins_at=workshop.begins_at,
        blocks=tuple(views.values()),
        running=views[key_of(where.block)] if where else None,
        ends_at=where.ends_at if where else None,
        minutes_late=where.minutes_late if where else 0,
        can_give=where.can_give if where else 0,
        following=views[key_of(where.following)] if where and where.following else None,
    )


def _where(workshop: Workshop, blocks: Sequence[RunSheetBlock], now: datetime) -> Moment | None:
    """Where the day stands; late is counted from when it should have begun, or from when it did if nobody said."""
    opened_at = min((b.started_at for b in blocks if b.started_at and not b.dropped), default=now)
    if opened_at.astimezone(now.tzinfo).date() != now.date():
        return None
    return moment(blocks, begins_on_the_clock(workshop, now) or opened_at, now)


def _state(block: RunSheetBlock, running: RunSheetBlock | None, *, over: bool) -> str:
    if block.dropped:
        return "dropped"
    if block is running:
        return "running"
    return "over" if over or (running is not None and block.position < running.position) else "ahead"


def _block_view(block: RunSheetBlock, state: str, begins: datetime | None) -> BlockView:
    return BlockView(
        id=key_of(block),
        title=block.title,
        minutes=block.minutes,
        step=block.step,
        droppable=block.droppable,
        state=state,
        begins=begins,
    )
