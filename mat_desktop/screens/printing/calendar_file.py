"""Saving a calendar file: whose dates, with or without names, and where."""

from collections.abc import Callable
from pathlib import Path

from mat_desktop.facilitation.contact import calendar
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.shared.bench import Bench, Look


def save_calendar(bench: Bench, person: int, keep: Callable[[Path, bytes], bool]) -> None:
    """One file with the dates of one person, or, where `person` is 0, with the facilitator's own."""
    whose = "this person’s" if person else "your own"
    place = bench.messages.file_to_save(f"Calendar file with {whose} dates", "dates.ics", "Calendar (*.ics)")
    if place is None:
        return
    picked = bench.messages.pick("Others may see a calendar. Leave all names out?", ("Leave out", "Put in"))
    if picked is None:
        return
    names = picked == 1
    if person:
        events = calendar.for_person(bench.desk, person, bench.workshop_id, names=names)
    else:
        events = calendar.for_facilitator(bench.desk, bench.workshop_id, names=names)
    if keep(place, bench.printer.calendar(events, "Dates", calendar.stamp(bench.desk, bench.workshop_id))):
        bench.messages.tell(f"{counted(len(events), 'entry', 'entries')} in {place}", Look.NOTE)
