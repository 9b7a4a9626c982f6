"""The time zones of the world by their names, as this computer knows them."""

from functools import cache
from zoneinfo import available_timezones


@cache
def time_zones() -> frozenset[str]:
    """Every name, such as Pacific/Auckland. Read once: the system looks through six hundred files for it."""
    return frozenset(available_timezones())
