"""The sample workshop through the whole year, by the real window: screens, paper and the library it leaves."""

import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from mat_desktop.app.doors import SAMPLE
from mat_desktop.assets import resources
from mat_desktop.facilitation.library.sample import Sample, SampleClock, read
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.rehearsal.hands import in_dialog, press
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.storage.folder.library import create
from mat_desktop.storage.folder.moving import give_name
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import DAY_PACK, MEETING_BAG, TAKE_HOME, SheetKind

Say = Callable[[str], object]
_LATER = (*TAKE_HOME, SheetKind.WHERE_WE_ARE, SheetKind.ROUND_CARD, SheetKind.ALLIANCE_CHECK, SheetKind.GOAL_SHEET)
BEFORE = tuple(kind for kind in DAY_PACK if kind not in _LATER)
ABOUT_OUTCOMES = (SheetKind.REPORT, SheetKind.PAIR_OUTCOMES, SheetKind.SUMMARY, SheetKind.STUDY_PLAN)
ABOUT_KEEPING = (
    *(SheetKind.PRIVACY_NOTICE, SheetKind.WHAT_I_KEEP, SheetKind.RISKS),
    *(SheetKind.REQUESTS, SheetKind.IF_LOST, SheetKind.STAND_IN),
)
AFTER_PAIRING = (
    SheetKind.WHERE_WE_ARE,
    SheetKind.PHONE_LIST,
    SheetKind.MEETING_CARD,
    *(k for k in MEETING_BAG if k not in TAKE_HOME),
)


def application() -> QApplication:
    """The application, off screen where there is no display."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance() or QApplication(["mat-desktop"])
    assert isinstance(found, QApplication)
    found.setStyle("Fusion")
    load_fonts()
    return found


def play(out: Path, passphrase: str | None, say: Say) -> None:
    """Leave `screens`, `paper` and `library` under `out`."""
    held = application()
    for name in ("screens", "paper"):
        (out / name).mkdir(parents=True, exist_ok=True)
    lay_library(out / "library", passphrase)
    sample = read(resources() / "sample" / SAMPLE)
    clock = SampleClock(datetime(2026, 2, 1, 9, tzinfo=ZoneInfo(sample.facts["time_zone"])))
    say(f"Playing the sample workshop into {out}\n")
    Rehearsal(Facilitator(out / "library", clock), sample, out, passphrase or "", say).play()
    held.processEvents()
    say(f"Screens: {out / 'screens'}\nPaper: {out / 'paper'}\nLibrary: {out / 'library'}\n")


def lay_library(folder: Path, passphrase: str | None) -> None:
    """An empty library that appears whole: made under another name, closed, then renamed."""
    part = folder.with_name(f".{folder.name}.part")
    library = create(part, passphrase, standing_rules)
    library.archive.keep_fact(Fact.SAMPLE, "yes")
    library.archive.keep_fact(Fact.RECOVERY_OFFERED, "yes")
    library.close()
    give_name(part, folder)


class Rehearsal:
    """The year in scenes. Each scene opens the window, and closes it at its end."""

    def __init__(self, who: Facilitator, sample: Sample, out: Path, passphrase: str, say: Say) -> None:
        self.who, self.sample, self._out, self._passphrase, self._say = who, sample, out, passphrase, say
        self._shots = 0
        self._held_on = sample.facts["held_on"]

    def play(self) -> None:
        """From registration to the one-year handout."""
        scenes = (self.register, self.workshop_day, self.first_weeks, self.half_year, self.one_year)
        for scene in scenes:
            self._say(f"  {scene.__doc__}\n")
            self.who.open(self._passphrase).stay_at_it()
            try:
                scene()
            finally:
                self.who.close()

    def shot(self, name: str) -> None:
        """One picture, numbered in the order of the year."""
        self._shots += 1
        self.who.picture(self._out / "screens" / f"{self._shots:02}-{name}.png")

    def paper(self, kind: SheetKind) -> None:
        """One kind of sheet for everybody."""
        self.who.save_paper(kind, self._out / "paper" / f"{kind.value}.pdf")

    def register(self) -> None:
        """Three weeks before: the workshop is set up and people register."""
        who, facts = self.who, self.sample.facts
        who.at(self._held_on - timedelta(days=21))
        self.shot("today-empty")
        who.set_up(facts["title"], facts["place"], self._held_on, facts["time_zone"])
        who.write("Facilitator", facts["facilitator"])
        who.write("Phone on the paper", facts["facilitator_phone"])
        who.write("First call on", day_month_year(facts["first_call_on"]))
        who.write("Six-month meeting", day_month_year(facts["six_month_meeting"]))
        who.write("One-year meeting", day_month_year(facts["one_year_meeting"]))
        self.shot("set-up")
        who.go_to(Step.PARTICIPANTS)
        for person in self.sample.people:
            who.register(person)
        self.shot("participants")
        for kind in (*BEFORE, SheetKind.GOAL_SHEET):
            self.paper(kind)
        self.who.press("The day")
        self.shot("print-the-day")

    def workshop_day(self) -> None:
        """The workshop day: screening, goals, pairs, agreements."""
        who = self.who
        who.at(self._held_on)
        who.today()
        self.shot("today-workshop-day")
        who.open_workshop(self.sample.facts["title"])
        who.go_to(Step.SETUP)
        who.press("Start the day")
        self.shot("run-sheet")
        self._screening()
        self._goals()
        self._pairing()
        self._agreements()

    def _screening(self) -> None:
        self.who.go_to(Step.SCREENING)
        for number, person in enumerate(self.sample.people):
            self.who.screen(person)
            if number == 8:
                self.shot("screening")

    def _goals(self) -> None:
        self.who.at(self._held_on, 12)
        self.who.go_to(Step.GOALS)
        for person in self.sample.included:
            for number, goal in enumerate(person["goals"]):
                self.who.set_goal(person["name"], goal, another=bool(number))
        self.who.pick("Carmen R.")
        self.shot("goals")

    def _pairing(self) -> None:
        who = self.who
        who.at(self._held_on, 15)
        who.go_to(Step.PAIRING)
        press(who.place, "View: Rounds")
        press(who.page, "Plan the rounds")
        self.shot("rounds")
        self.paper(SheetKind.ROUND_CARD)
        who.go_to(Step.PAIRING)
        for person in self.sample.included:
            who.vote(person["name"], person["chose"])
        self.shot("ballots")
        press(who.place, "View: Board")
        who.press("Suggest pairs")
        for first, second, reason in self.sample.facts["keep_apart"]:
            who.keep_apart(first, second, reason)
        self.shot("keep-apart")
        press(who.place, "View: Board")
        who.press("Suggest again")
        self.shot("pairing")
        who.press("Confirm pairs")
        self.paper(SheetKind.PAIR_SLIP)
        who.go_to(Step.PAIRING)
        press(who.place, "View: Telling")
        self.shot("telling")
        press(who.page, "All of them said yes")

    def _agreements(self) -> None:
        who = self.who
        who.at(self._held_on, 16)
        who.go_to(Step.GOALS)
        for person in self.sample.included:
            who.pick(person["name"])
            press(who.page, next(b for b in who.buttons() if b.endswith("said the goal back in other words")))
        who.go_to(Step.AGREEMENT)
        for names in who.listed():
            who.pick(names)
            first = next(p for p in self.sample.facts["call_times"] if names.startswith(p.split()[0]))
            who.write("Call at", self.sample.facts["call_times"][first])
            if names.startswith("Carmen"):
                self.shot("agreement")
            who.press("Signed by everybody")
        for kind in (*TAKE_HOME, *AFTER_PAIRING):
            self.paper(kind)
        self.shot("print")

    def first_weeks(self) -> None:
        """Two weeks later: both say whether it works."""
        who = self.who
        who.at(self._held_on + timedelta(days=14))
        who.today()
        self.shot("today-trial")
        who.open_workshop(self.sample.facts["title"])
        who.go_to(Step.CONTACT)
        press(who.place, "View: Calls and talks")
        for names in who.listed():
            who.phone_each(names, "Day 14", "1  Go on as it is")
        self.shot("calls-after-trial")
        press(who.place, "View: How the pairs are")
        three = "All three are on every call (otherwise two at a time, by rota)"
        open_days = partial(press, who.page, "Agreed days of Elif S., Farid H. and Ines P.")
        in_dialog(open_days, lambda dialog: press(dialog, three))
        press(who.place, "View: Meetings")
        press(who.page, "Plan one each month")
        self.shot("meetings")

    def half_year(self) -> None:
        """Six months later: logs are typed, people meet again."""
        who, facts = self.who, self.sample.facts
        who.at(facts["six_month_meeting"], 16)
        who.today()
        self.shot("today-six-months")
        who.open_workshop(facts["title"])
        who.go_to(Step.CONTACT)
        for person in self.sample.included:
            who.type_log(person["name"], self.sample.log_of(person))
            if person["name"] == "Carmen R.":
                self.shot("log-entry")
            for day, digits in zip(facts["checks_on"], person["alliance"], strict=False):
                who.type_check(person["name"], day, digits)
        press(who.place, "View: How the pairs are")
        self.shot("contact")
        self.paper(SheetKind.SIX_MONTHS)
        self._check_in(Step.SIX_MONTHS)
        self._follow_up(Step.SIX_MONTHS, "six_months")
        self.shot("six-months")

    def one_year(self) -> None:
        """One year later: the last meeting, and what became of it."""
        who, facts = self.who, self.sample.facts
        who.at(facts["one_year_meeting"], 16)
        who.today()
        who.open_workshop(facts["title"])
        self.paper(SheetKind.ONE_YEAR)
        self.shot("print-one-year")
        self._check_in(Step.ONE_YEAR)
        self._follow_up(Step.ONE_YEAR, "one_year")
        self.shot("one-year")
        who.go_to(Step.OUTCOMES)
        self.shot("outcomes-group")
        press(who.place, "View: Each pair")
        self.shot("outcomes-each-pair")
        press(who.place, "View: Figures")
        self.shot("outcomes-figures")
        for kind in (*ABOUT_OUTCOMES, *ABOUT_KEEPING):
            self.paper(kind)
        who.press("Privacy screen")
        self.shot("privacy-screen")
        who.back_to_work()
        who.today()
        self.shot("today-after-a-year")

    def _check_in(self, step: Step) -> None:
        """Who has answers for this meeting in the sample came to it."""
        key = "six_months" if step is Step.SIX_MONTHS else "one_year"
        self.who.go_to(step)
        press(self.who.place, "View: Check-in")
        for person in self.sample.included:
            came = "Here" if any(key in g for g in person["goals"]) else "Not here"
            press(self.who.page, f"{person['name']}: {came}")
        self.shot(f"check-in-{key.replace('_', '-')}")
        press(self.who.place, "View: Take in sheets")

    def _follow_up(self, step: Step, key: str) -> None:
        self.who.go_to(step)
        for person in self.sample.included:
            levels = [(g["words"], _said(g, g[key])) for g in person["goals"] if key in g]
            if levels:
                self.who.follow_up(person["name"], levels, person["different"] if step is Step.SIX_MONTHS else "")
            else:
                self.who.pick(person["name"])
                for _ in range(3):
                    self.who.press("Tried to reach")


def _said(goal: dict[str, Any], level: int) -> str:
    """The name of a ladder's button: the number of its box on paper and its words."""
    return f"{level - FURTHER_BACK + 1}, {goal['ladder'][2 - level]}"
