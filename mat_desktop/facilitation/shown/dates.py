"""Dates and times in words, the same on screen and on paper, whatever the system's language."""

from datetime import date, datetime

from mat_desktop.facilitation.shown.numbers import spelled

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def day_month_year(day: date) -> str:
    """`14 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_month(day: date) -> str:
    """`14 March`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday_day_month(day: date) -> str:
    """`Thursday, 12 March`."""
    return f"{DAYS[day.weekday()]}, {day_month(day)}"


def full(day: date) -> str:
    """`Saturday 12 September 2026`."""
    return f"{DAYS[day.weekday()]} {day_month_year(day)}"


def short(day: date) -> str:
    """`Sat 12 September`."""
    return f"{DAYS[day.weekday()][:3]} {day_month(day)}"


def month(day: date) -> str:
    """`Mar`."""
    return MONTHS[day.month - 1][:3]


_YEARS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def week_words(first_day: date, last_day: date, today: date) -> str:
    """Which week of the agreed calls it is, counted from the first call; empty before it and after the last."""
    if not first_day <= today <= last_day:
        return ""
    return f"Week {(today - first_day).days // 7 + 1} of {(last_day - first_day).days // 7 + 1}"


def point_title(months: int) -> str:
    """How a follow-up point is called: `Six-month`, `One-year`, `18-month`."""
    if months == 6:
        return "Six-month"
    years, rest = divmod(months, 12)
    return f"{months}-month" if rest or not 0 < years <= len(_YEARS) else f"{_YEARS[years - 1]}-year"


def meeting_title(months: int) -> str:
    """How the meeting of a follow-up point is called."""
    return f"{point_title(months)} meeting"


def follow_up_title(months: int) -> str:
    """How a follow-up is called."""
    return f"{point_title(months)} follow-up"


def checked_words(checked_on: date | None) -> str:
    """How old the crisis numbers are. Paper is never refused because of an old date; it says how old."""
    if checked_on is None:
        return "These numbers were not checked yet"
    return f"Numbers last checked on {day_month_year(checked_on)}"


def clock(moment: datetime) -> str:
    """`14:02`."""
    return f"{moment:%H:%M}"


def until(day: date, today: date) -> str:
    """How far away a day is: `today`, `tomorrow`, `in 4 days`, `5 days overdue`."""
    distance = (day - today).days
    if distance < 0:
        return "1 day overdue" if distance == -1 else f"{-distance} days overdue"
    return {0: "today", 1: "tomorrow"}.get(distance, f"in {distance} days")


def point_words(months: int) -> str:
    """`six months`, `one year`."""
    years, rest = divmod(months, 12)
    if rest or not years:
        return f"{spelled(months)} months"
    return "one year" if years == 1 else f"{spelled(years)} years"
