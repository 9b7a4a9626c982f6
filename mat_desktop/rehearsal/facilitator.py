"""The facilitator: what she does at each step of a workshop, as a person says it, through the real window."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from mat_desktop.facilitation.answers.shelf import shipped
from mat_desktop.facilitation.library.sample import windows_of
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.facilitation.shown.words.participants import DAY_KINDS, PARTS_OF_DAY
from mat_desktop.rehearsal.hands import LEFT, NotThere, choose, from_menu, in_dialog, press, seen, strike, write
from mat_desktop.rehearsal.laptop import Laptop
from mat_desktop.screens.contact.log_entry import LogTable
from mat_desktop.screens.followup.page import FollowUpPage
from mat_desktop.screens.look.belonging import all_in, seen_in
from mat_desktop.screens.pairing.chip import Chip
from mat_desktop.screens.participants.person_fields import MORE_WORDS
from mat_desktop.screens.printing.page import PrintPage
from mat_desktop.screens.shared.fields import TextField
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.followup import FIRST_QUESTION, question_part
from mat_desktop.workshop.journey import Step, number
from mat_desktop.workshop.sheets import FACTS, SheetKind

_KEYS = {
    Mark.TALKED: Qt.Key.Key_X,
    Mark.MESSAGE: Qt.Key.Key_M,
    Mark.NO_CALL: Qt.Key.Key_Minus,
    Mark.EXCUSED: Qt.Key.Key_E,
    None: Qt.Key.Key_Period,
}
_DECISIONS = {
    "include": "Include: Goes on to pairing",
    "refer": "Refer: Other help first",
    "not now": "Not now: Ask next time",
    "own choice": "Own choice: Not going on",
}


class Facilitator(Laptop):
    """One person at one laptop. Every method is something that she does."""

    def set_up(self, title: str, venue: str, held_on: date, time_zone: str) -> None:
        """Set up a workshop from Today."""

        def fill(dialog: QDialog) -> None:
            write(dialog, "Title", title)
            write(dialog, "Place", venue)
            write(dialog, "Date", day_month_year(held_on))
            choose(dialog, "Time zone", time_zone)
            press(dialog, "Set up")

        in_dialog(self.place.today.new.click, fill)

    def open_workshop(self, title: str) -> None:
        """Open a workshop from Today."""
        press(self.place.today, f"Open {title}")

    def go_to(self, step: Step) -> None:
        """Click a step on the rail."""
        view = self.place.rail.view
        row = number(step) + (1 if number(step) > 6 else 0)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 0)).center())
        assert self.place.step is step, f"The rail did not open {step}."

    def phone_each(self, names: str, kind: str, answer: str) -> None:
        """Phone the members of one partnership alone; all of them answer the same."""
        self.pick(names)
        press(self.page, f"Calls: {kind}")
        QTest.qWait(20)
        for member in self.buttons():
            if member.endswith(f" wants to: {answer}"):
                press(self.page, member)

    def register(self, person: Mapping[str, Any]) -> None:
        """Add somebody by name and phone, then what else the form said."""
        write(self.page, "Name of a new participant", person["name"])
        write(self.page, "Phone of a new participant", person["phone"])
        self.press("Add")
        self.write("What they want to change, in their own words", person["challenge"])
        press(self.page, "Agrees to take part")
        self.show_more(MORE_WORDS)
        for field, name in (("email", "E-mail"), ("languages", "Languages")):
            self.write(name, person[field])
        self.choose("Kind of change", person["challenge_kind"])
        for kind, part in windows_of(person["free"]):
            press(self.page, f"{begun(DAY_KINDS[kind])}, {PARTS_OF_DAY[part]}")
        press(self.page, "Agrees that this is stored")

    def show_more(self, words: str) -> None:
        """Unfold what lies behind a key, unless it is unfolded already."""
        if any(one.isVisible() and one.accessibleName() == words for one in all_in(self.page, QPushButton)):
            press(self.page, words)

    def import_file(self, path: Path, encoding: str = "") -> None:
        """Take in the file of a registration form, after a look at the preview."""

        def take(dialog: QDialog) -> None:
            if encoding:
                choose(dialog, "Text encoding", encoding)
            take_in = next(b for b in all_in(dialog, QPushButton) if b.accessibleName().startswith("Take in"))
            press(dialog, take_in.accessibleName())

        self.messages.paths.append(path)
        in_dialog(lambda: self.press("Import a file"), take)

    def screen(self, person: Mapping[str, Any]) -> None:
        """Hold the talk with one person, and decide."""
        self.pick(person["name"])
        self.type_sheet("Readiness", *("2" if i.key in person["unsure"] else "1" for i in shipped(READINESS).items))
        press(self.place.header, "View: Sheets")
        press(self.page, "Sheet: Rulers")
        self.type_sheet("Rulers", *(str(value) for value in person["rulers"]))
        press(self.place.header, "View: Talk")
        self.decide(person["outcome"], person.get("reason", ""))

    def type_sheet(self, title: str, *answers: str) -> None:
        """Type the answers of the sheet at hand, in paper order."""
        sheet = seen(self.page, FormSheet, f"{title}: type the digits of the sheet")
        strike(sheet)
        sheet.start()
        for answer in answers:
            strike(sheet, *answer)
            if sheet.waits:
                strike(sheet, Qt.Key.Key_Return)

    def decide(self, outcome: str, reason: str = "") -> None:
        """Write the reason where there is one, and decide."""
        press(self.page, _DECISIONS[outcome])
        if reason:
            self.write("Reason", reason)
            press(self.page, _DECISIONS[outcome])

    def vote(self, name: str, gladly: Iterable[str]) -> None:
        """Type one ballot as a row of digits, in the order of the table numbers."""
        press(self.place.header, "View: Ballots")
        self.pick(name)
        chosen = set(gladly)
        (people,) = seen_in(self.page, PeopleList)
        others = sorted((e for e in people.model.shown if e.words != name), key=lambda entry: entry.number)
        self.write("Digits of the card", "".join("1" if e.words in chosen else "0" for e in others))
        QTest.qWait(1)

    def tell_the_pairs(self) -> None:
        """Confirm the pairs, ask each alone, and hear yes from everybody."""
        self.press("Confirm pairs")
        press(self.page, "All of them said yes")

    def keep_apart(self, first: str, second: str, reason: str) -> None:
        """Keep two people apart."""
        press(self.place.header, "View: Rules")
        self.choose("First person", first)
        self.choose("Second person", second)
        self.write("Reason, for you alone", reason)
        press(self.page, "Keep apart")

    def swap(self, first: str, second: str) -> None:
        """Swap two people on the board by menu, after the effect was shown. Raises NotThere where no menu has it."""
        QTest.qWait(20)
        chips = [c for c in seen_in(self.page, Chip) if c.text() == first and c.moves is not None]
        if not chips:
            raise NotThere(f"{first} has no place on the board that can be changed.")
        from_menu(chips[0].moves, "Swap with", second)
        press(self.page, "Swap")

    def set_goal(self, person: str, goal: Mapping[str, Any], *, another: bool = False) -> None:
        """Write one goal with its ladder and plans."""
        self.pick(person)
        press(self.place if another else self.page, "Second goal" if another else "Write the first goal")
        self.write("Goal, in their own words", goal["words"])
        for level, words in zip((2, 1, 0, -1, -2), goal["ladder"], strict=True):
            self.write(f"Step {signed(level)}", words)
        if goal["now"] != -2:
            self.flag_now(goal["now"])
        for place, (if_words, then_words) in enumerate(goal["plans"], 1):
            self.write(f"If, plan {place}", if_words)
            self.write(f"Then, plan {place}", then_words)
        press(self.page, "Paper that others may see: Full words")

    def flag_now(self, level: int) -> None:
        """Move the flag "now" to a step."""
        from_menu(seen(self.page, QPushButton, f"Set a flag on step {signed(level)}").menu(), "This is now")

    def type_log(self, name: str, marks: Mapping[date, Mark]) -> None:
        """Type a paper log, week by week."""
        self.pick(name)
        press(self.page, "Sheet: Call log")
        table = seen(self.page, LogTable, "Call log, a row a week")
        table.setFocus()
        days = list(table.log.days)
        while days:
            week = days[: 7 - days[0].weekday()]
            _type_week(table, week, marks)
            days = days[len(week) :]

    def type_check(self, name: str, day: date, digits: str) -> None:
        """Type one alliance check."""
        self.pick(name)
        press(self.page, "Sheet: Alliance check")
        self.write("Day of a new check", day_month_year(day))
        press(self.page, "New check")
        self.type_sheet("How the calls feel", *digits)

    def follow_up(self, name: str, levels: Iterable[tuple[str, str]], different: str) -> None:
        """Type in a handout that came back: the button of each goal's ladder, and one answer."""
        self.pick(name)
        for goal, box_and_words in levels:
            press(self.page, f"{goal}: {box_and_words}")
        if different:
            page = self.page
            assert isinstance(page, FollowUpPage)
            asks = page.sheet.body.boxes[question_part(FIRST_QUESTION)].asks
            assert isinstance(asks, TextField)
            self.write(asks.edit.accessibleName(), different)
        self._leave_the_rest_empty()

    def _leave_the_rest_empty(self) -> None:
        """Say of every part that has no answer that it was left empty, so that the sheet is typed whole."""
        page = self.page
        assert isinstance(page, FollowUpPage)
        page.begin()
        while page.sheet.left_empty.isEnabled() and page.sheet.left_empty.accessibleName() == "Left empty":
            press(page, "Left empty")

    def save_paper(self, kind: SheetKind, path: Path) -> None:
        """Save one kind of sheet for everybody as a PDF, through the print centre."""
        press(self.place.rail, "Print")
        self.tick_kinds(kind)
        page = self.page
        assert isinstance(page, PrintPage)
        self._wait_until(page.save.isEnabled)
        self.messages.paths.append(path)
        press(self.place, "Save as PDF")
        self.wait_for_paper()

    def tick_kinds(self, *kinds: SheetKind) -> None:
        """Tick these kinds in the print centre and no others."""
        page = self.page
        assert isinstance(page, PrintPage)
        for kind, facts in FACTS.items():
            if (kind in page.what.kinds) is not (kind in kinds):
                press(page, facts.title)

    def wait_for_paper(self) -> None:
        """Until the print under way is through."""
        page = self.page
        assert isinstance(page, PrintPage)
        self._wait_until(lambda: not page.busy)
        QTest.qWait(5)


def _type_week(table: LogTable, week: list[date], marks: Mapping[date, Mark]) -> None:
    """What was no call; then one key for the week, and what that says too much, where this is less to type."""

    def type_key(day: date, key: Qt.Key) -> None:
        table.setCurrentIndex(table.log.index_of(day))
        QTest.keyClick(table, key)

    calls = [day for day in week if marks.get(day) is Mark.TALKED]
    unknown = [day for day in week if day not in marks]
    at_once = 1 + len(unknown) < len(calls)
    for day in week:
        if day in marks and not (at_once and day in calls):
            type_key(day, _KEYS[marks[day]])
    if at_once:
        type_key(week[0], Qt.Key.Key_W)
        for day in unknown:
            type_key(day, _KEYS[None])
