"""When the library locks itself: on a day with a workshop later, so that nobody is shut out before a full room."""

from datetime import date

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.library.settings import Settings
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.setup import Workshop


def minutes_to_lock(desk: Desk, settings: Settings) -> int:
    """After how many minutes without a hand the library is locked today."""
    return settings.day_lock_minutes if _is_held_on(desk, desk.clock.today()) else settings.lock_minutes


@look
def _is_held_on(rows: Rows, day: date) -> bool:
    return bool(rows.all(Workshop, held_on=day))
