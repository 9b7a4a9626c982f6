"""The time zones to choose from."""

from functools import cache
from zoneinfo import available_timezones


@cache
def zones() -> list[str]:
    """All zones named after a place, in order, and UTC."""
    named = (z for z in available_timezones() if "/" in z and not z.startswith(("Etc/", "SystemV/", "posix", "right")))
    return ["UTC", *sorted(named)]
