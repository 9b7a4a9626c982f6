"""From one part of the window to the next by F6, and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.frame.action_room import ActionRoom
from mat_desktop.screens.shared.entering import first_stop
from mat_desktop.screens.shared.ring import lead_to


def turn_zone(by: int) -> Callable[[ActionRoom], None]:
    """From the rail to the header, the page and the bar, and round again; each at its first stop of Tab."""

    def turn(place: ActionRoom) -> None:
        zones = [zone for zone in _zones(place) if first_stop(zone) is not None]
        focus = place.window().focusWidget()
        inside = [focus is not None and zone.isAncestorOf(focus) for zone in zones]
        at = inside.index(True) if True in inside else min(-by, 0)
        stop = first_stop(zones[(at + by) % len(zones)]) if zones else None
        if stop is not None:
            lead_to(stop)

    return turn


def _zones(place: ActionRoom) -> list[QWidget]:
    inside = place.main.currentWidget() is place.frame
    zones = (place.rail, place.header, place.stack.currentWidget(), place.bar)
    return [zone for zone in (zones if inside else (place.rail, place.main.currentWidget())) if zone is not None]
