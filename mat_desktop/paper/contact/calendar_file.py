"""A calendar file: events with their time zones, repeated calls correct over daylight saving."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from mat_desktop.facilitation.contact.calendar import Event, Stamp
from mat_desktop.paper.contact.zone_rules import zone

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(events: Sequence[Event], title: str, stamp: Stamp) -> bytes:
    """The bytes of an .ics file. The same events give the same bytes.

    Args:
        events: what is in it.
        title: the name of the calendar.
        stamp: the state of the library that it was made of; of two files a program takes the later one's dates.
    """
    found = Calendar()
    found.add("prodid", "-//MAT Desktop//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", title)
    for key, year in sorted(_zones(events).items()):
        found.add_component(zone(key, year))
    for event in events:
        found.add_component(_entry(event, stamp))
    return bytes(found.to_ical())


def _zones(events: Sequence[Event]) -> dict[str, int]:
    """The zones of these events, each with the year of its first one."""
    found: dict[str, int] = {}
    for event in events:
        place = event.starts.tzinfo if isinstance(event.starts, datetime) else None
        if isinstance(place, ZoneInfo) and place.key != "UTC":
            found[place.key] = min(found.get(place.key, event.starts.year), event.starts.year)
    return found


def _entry(event: Event, stamp: Stamp) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("summary", event.words)
    entry.add("dtstart", event.starts)
    entry.add("dtstamp", stamp.at.astimezone(UTC).replace(microsecond=0))
    entry.add("sequence", stamp.number)
    if isinstance(event.starts, datetime):
        entry.add("dtend", event.starts + timedelta(minutes=event.minutes))
        _repeat(entry, event, event.starts)
    elif event.ends is not None:
        entry.add("dtend", event.ends + timedelta(days=1))
    if event.place:
        entry.add("location", event.place)
    return entry


def _repeat(entry: Entry, event: Event, starts: datetime) -> None:
    if not event.days or event.until is None:
        return
    last = datetime.combine(event.until, starts.timetz())
    rule = {"freq": "weekly", "interval": event.every, "byday": [_DAYS[d] for d in event.days]}
    if event.every == 1:
        del rule["interval"]
    entry.add("rrule", rule | {"until": last.astimezone(UTC)})
    if event.without:
        entry.add("exdate", [datetime.combine(day, starts.timetz()) for day in event.without])
