"""What a hand types for a time of day."""

from mat_desktop.workshop.refusal import Refusal


def read_time(text: str) -> str:
    """A typed time of day such as 7, 7:5, 7.30 or 1930, as `07:30`. Raises Refusal."""
    digits = text.strip().replace(".", ":").replace("h", ":")
    if not digits:
        return ""
    hours, _, minutes = digits.partition(":")
    if not minutes and len(hours) in (3, 4):
        hours, minutes = hours[:-2], hours[-2:]
    if not hours.isdecimal() or not (minutes or "0").isdecimal() or int(hours) > 23 or int(minutes or 0) > 59:
        raise Refusal("A time of day such as 19:30.")
    return f"{int(hours):02}:{int(minutes or 0):02}"
