"""Where national phone numbers begin with 0, so that one without it has lost it in a spreadsheet.

Source: ITU-T, operational bulletin, dialling procedures (international prefix, national prefix): trunk prefix 0.
"""

from collections.abc import Iterable, Sequence

from mat_desktop.workshop.text import word_set

_ZONES = word_set(
    "Pacific/Auckland Pacific/Chatham Europe/London Europe/Belfast Europe/Dublin Europe/Berlin "
    "Europe/Busingen Europe/Vienna Europe/Zurich Europe/Paris Europe/Brussels Europe/Amsterdam "
    "Europe/Stockholm Europe/Helsinki Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Sarajevo "
    "Europe/Skopje Europe/Bratislava Europe/Sofia Europe/Bucharest Europe/Istanbul Europe/Kyiv "
    "Africa/Johannesburg Africa/Nairobi Africa/Lagos Africa/Cairo Africa/Casablanca Asia/Tokyo Asia/Seoul "
    "Asia/Jerusalem Asia/Manila Asia/Jakarta Asia/Bangkok Asia/Kolkata Asia/Karachi Asia/Dhaka Asia/Colombo "
    "Asia/Taipei Asia/Kuala_Lumpur Asia/Ho_Chi_Minh"
)


def begins_with_zero(time_zone: str, phones: Iterable[str]) -> bool:
    """Whether numbers begin with 0 where this workshop is, by its time zone or by the other numbers of the file."""
    return time_zone in _ZONES or time_zone.startswith("Australia/") or _mostly_zero(list(phones))


def _mostly_zero(phones: Sequence[str]) -> bool:
    told = [phone.lstrip(" ('") for phone in phones if phone.strip()]
    led = sum(phone.startswith("0") for phone in told)
    return led > 0 and led * 3 >= len(told)
