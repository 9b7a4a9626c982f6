"""What looks remember is what they would read afresh: after every kind of deed, undo and redo."""

import importlib
import inspect
import pkgutil
from datetime import date, datetime, timedelta

import pytest

import mat_desktop.facilitation
from mat_desktop.facilitation import history, safety, screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance, happenings, log, meetings, repair, schedule
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import ties
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import reminders
from mat_desktop.storage.work.remembered import Remembered
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, CountedCodes
from tests.years import YEAR, a_year

DAY = YEAR - timedelta(days=250)
ANA, BEN, WORKSHOP, PAIR = 1, 2, 1, 1
DEEDS = (
    lambda d: log.mark(d, PAIR, ANA, DAY, Mark.TALKED),
    lambda d: log.mark(d, PAIR, BEN, DAY, Mark.NO_CALL),
    lambda d: log.settle(d, PAIR, DAY, Mark.TALKED, "the diary says so"),
    lambda d: schedule.add_pause(d, PAIR, DAY + timedelta(days=3), DAY + timedelta(days=5)),
    lambda d: happenings.record(d, 4, Told(Happened.DIED, date(2027, 1, 5))),
    lambda d: entry.answer(d, ANA, 12, "different", "I walk"),
    lambda d: entry.attempt(d, 6, 12),
    lambda d: alliance.begin_check(d, PAIR, ANA, DAY),
    lambda d: repair.arrange(d, PAIR, DAY, "18:00"),
    lambda d: meetings.add_meeting(d, WORKSHOP, YEAR + timedelta(days=9)),
    lambda d: participants.change(d, ANA, "name", "Anahera"),
    lambda d: participants.set_window(d, ANA, DayKind.WEEKEND, PartOfDay.LATE, free=True),
    lambda d: ties.keep_apart(d, ANA, BEN),
    lambda d: screening.set_note(d, ANA, "came back"),
    lambda d: agreement.change_usual(d, WORKSHOP, "minutes", "15"),
    lambda d: reminders.put_off(d, WORKSHOP, "trial-1", YEAR + timedelta(days=3), "away"),
    lambda d: responses.answer(d, ANA, "phq-4", 1, Entered(value=2), Mode.PAPER),
    lambda d: goals.revise(d, 1),
    lambda d: setup.change(d, WORKSHOP, "title", "Harbour Hall again"),
    lambda d: run_sheet.set_minutes(d, 1, 25),
    lambda d: setup.add_point(d, WORKSHOP, 24),
    lambda d: safety.open_by_hand(d, ANA, "she said so"),
    lambda d: participants.add(d, WORKSHOP, "Mia"),
)  # fmt: skip


def every_look():
    """All functions that look at one workshop as a whole, by module and name."""
    found = {}
    for module in pkgutil.walk_packages(mat_desktop.facilitation.__path__, "mat_desktop.facilitation."):
        for name, function in vars(importlib.import_module(module.name)).items():
            inner = getattr(function, "__wrapped__", None)
            if inner is None or function.__module__ != module.name or inner.__name__ != name or not _is_look(function):
                continue
            names = list(inspect.signature(inner).parameters)
            if names in (["rows", "workshop_id"], ["rows", "workshop_id", "today"], ["rows", "workshop_id", "day"]):
                found[f"{module.name}.{name}"] = (function, len(names) == 3)
    return found


def _is_look(function) -> bool:
    return inspect.isfunction(function) and function.__code__ in look.__code__.co_consts


LOOKS = every_look()


def seen(desk) -> dict[str, object]:
    """What every look shows now."""
    return {
        name: repr(function(desk, WORKSHOP, YEAR) if dated else function(desk, WORKSHOP))
        for name, (function, dated) in LOOKS.items()
    }


@pytest.fixture
def library(tmp_path):
    """A library with a whole year in it."""
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


def same_afresh(desk) -> dict[str, object]:
    """What is remembered, held to what is read afresh."""
    archive = desk.archive
    warm = seen(desk)
    kept, archive._known = archive._known, Remembered()
    cold = seen(desk)
    archive._known = kept
    assert warm == cold
    return cold


def test_after_every_deed_undo_and_redo_each_page_shows_what_is_kept(library):
    clock = SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))
    desk = Desk(library.archive, clock, CountedCodes())
    assert len(LOOKS) > 30
    before = same_afresh(desk)
    changed = set()
    for deed in DEEDS:
        last = desk.archive.last_done()
        deed(desk)
        after = same_afresh(desk)
        changed |= {name for name in before if before[name] != after[name]}
        if desk.archive.last_done() != last:
            history.undo(desk)
            assert same_afresh(desk) == before
            history.redo(desk)
            assert same_afresh(desk) == after
        before = after
    assert len(changed) > 15, "deeds that change nothing would prove nothing"
