"""A workshop is finished, and opened again: what still hurts or is promised keeps it open, by name."""

from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.views import owed, waiting_names
from mat_desktop.facilitation.standing import Standing, stand
from mat_desktop.workshop.promises import refuse_open
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined
from mat_desktop.workshop.unread import lies_unread

CARDS_OPEN = "{names}: the safety card is open. Record what was done, with time and initials, first."
UNREAD = "{names}: nobody has looked at E5 and E6 of the sheet that came back. Look at it in step 8 or 9 first."


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What stands between a workshop and its end; nothing is in the way where all three are empty."""

    finished: bool
    open_cards: tuple[str, ...]
    unread: tuple[str, ...]
    promised: tuple[str, ...]


@deed(DeedKind.SETUP_FINISH)
def finish(work: Work, workshop_id: int) -> None:
    """Nothing of this workshop is asked for any more, but what was promised about erasing.

    Raises Refusal, by name, over an open safety card, a sheet that nobody looked at, and a call still promised.
    """
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    if cards := _open_cards(standing):
        raise Refusal(CARDS_OPEN.format(names=joined(cards)))
    if unread := _unread(standing):
        raise Refusal(UNREAD.format(names=joined(unread)))
    refuse_open(waiting_names(owed(work.rows, workshop_id)))
    work.rows.get(Workshop, workshop_id).finished = True


@deed(DeedKind.SETUP_REOPEN)
def open_again(work: Work, workshop_id: int) -> None:
    """Everything that is due is asked for again. Raises Refusal where the workshop is open."""
    work.about(workshop_id)
    workshop = work.rows.get(Workshop, workshop_id)
    if not workshop.finished:
        raise Refusal("This workshop is open.")
    workshop.finished = False


@look
def ending(rows: Rows, workshop_id: int) -> Ending:
    """Whether a workshop is finished, and who is still in the way of that."""
    standing = stand(rows, workshop_id)
    return Ending(
        finished=standing.workshop.finished,
        open_cards=tuple(_open_cards(standing)),
        unread=tuple(_unread(standing)),
        promised=tuple(waiting_names(owed(rows, workshop_id))),
    )


def _unread(standing: Standing) -> list[str]:
    people = {person for (person, _), sheet in standing.follow_ups.items() if lies_unread(sheet)}
    return [p.name for p in standing.people if p.id in people and p.died_on is None]


def _open_cards(standing: Standing) -> list[str]:
    return [p.name for p in standing.people if p.id in standing.open_cards and p.died_on is None]
