"""The time zones to choose from."""

from functools import cache

from mat_desktop.facilitation.shown.zones import time_zones


@cache
def zones() -> list[str]:
    """All zones named after a place, in order, and UTC."""
    named = (z for z in time_zones() if "/" in z and not z.startswith(("Etc/", "SystemV/", "posix", "right")))
    return ["UTC", *sorted(named)]
