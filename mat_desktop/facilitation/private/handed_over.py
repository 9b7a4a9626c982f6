"""Whether the laptop is in a participant's hands: asked at every opening, so it lies apart from the rest."""

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.private import HandOver


@look
def handed_over(rows: Rows) -> int | None:
    """The hand-over under way, or None."""
    found = rows.values(HandOver, ("id",), returned_at=None)
    return int(found[0].id) if found else None
