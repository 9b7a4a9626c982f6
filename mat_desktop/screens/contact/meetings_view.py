"""Meetings of the group: dates, who was there, and the cards of the agenda."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import meetings
from mat_desktop.facilitation.contact.meetings import AttendanceView, MeetingField, MeetingView
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.dates import day_month_year, short
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.contact import CAME, LEADS
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.fields import ChoiceField, DateField, LineField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import (
    Segments,
    boxed,
    button,
    card,
    column,
    emptied,
    emptied_grid,
    flowing,
    label,
    scrolled,
)
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.screens.shared.staying import staying
from mat_desktop.workshop.contact.meetings import Came, Lead

_CAME, _LEAD = choices(CAME), choices(LEADS)


class MeetingsView(QWidget):
    """The dates on the left; the list of people, or the agenda, on the right."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._meeting = 0
        self._agenda = False
        self.list = PeopleList("Which meeting", self._open, 290, find=False)
        self.plan = button("Plan one each month", self._plan, icon="calendar-days")
        self.new_day = DateField("Another meeting", None, bench.desk.clock.today)
        self.add = button("Add", self._add, icon="plus")
        self.add.setAccessibleName("Add a meeting")
        self.view = Segments((("people", "Who came"), ("agenda", "Agenda")), "Meeting", self._choose, 100)
        self.bag = button("Meeting bag", self._print, icon="printer")
        self.day = DateField("Day", self._set_day, bench.desk.clock.today)
        self.at = LineField("Time", partial(self._keep, MeetingField.AT_TIME), letters="00:00")
        self.lead = Segments(_LEAD, "Led or not", partial(self._change, MeetingField.LEAD), 110)
        self.host = ChoiceField("Host", [], partial(self._person, MeetingField.HOST))
        self.timekeeper = ChoiceField("Timekeeper", [], partial(self._person, MeetingField.TIMEKEEPER))
        self.counts = label("", "small", wrap=True)
        self.gone = button("Remove", self._remove, "danger", "trash-2")
        self.gone.setAccessibleName("Remove this meeting")
        self._grid, self._cards = QGridLayout(), QVBoxLayout()
        self._build()

    def _build(self) -> None:
        people, agenda = QWidget(), QWidget()
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setVerticalSpacing(4)
        people.setLayout(self._grid)
        agenda.setLayout(self._cards)
        self._people, self._agenda_area = scrolled(people), scrolled(agenda)
        frame, layout = card(gap=8)
        layout.addWidget(SideBySide((self.view, 1, 0), (self.bag, 0, 0)))
        facts = boxed(flowing(self.day, self.at, self.lead))
        layout.addWidget(SideBySide((facts, 1, 400), (self.gone, 0, 0)))
        layout.addLayout(flowing(self.host, self.timekeeper))
        layout.addWidget(self._people, 1)
        layout.addWidget(self._agenda_area, 1)
        layout.addWidget(self.counts)
        self._frame = frame
        self.empty = label("No meeting yet. Plan one each month up to the six-month meeting.", "muted", wrap=True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.plan)
        left.addLayout(flowing(self.new_day, self.add))
        left.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(PageZones((boxed(left), 0), (frame, 1), (self.empty, 1))))

    def refresh(self) -> None:
        """Show what is kept."""
        found = meetings.meetings(self._bench.desk, self._bench.workshop_id)
        keys = [m.id for m in found]
        if self._meeting not in keys:
            ahead = [m.id for m in found if not m.held]
            self._meeting = (ahead or keys or [0])[0]
        entries = [PersonEntry(m.id, short(m.day), "done" if m.held else "", n) for n, m in enumerate(found, 1)]
        self.list.show_entries(entries, self._meeting)
        self._frame.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        if keys:
            self._show(meetings.meeting(self._bench.desk, self._meeting))

    def _show(self, found: MeetingView) -> None:
        self.view.set("agenda" if self._agenda else "people")
        self._people.setVisible(not self._agenda)
        self._agenda_area.setVisible(self._agenda)
        self.day.set_day(found.day, found.id)
        self.at.set(found.at_time, found.id)
        self.lead.set(found.lead)
        leaderless = found.lead is Lead.LEADERLESS
        for field, chosen in ((self.host, found.host), (self.timekeeper, found.timekeeper)):
            field.setVisible(leaderless)
            field.box.clear()
            for key, name in ((0, "not said"), *((p.participant_id, p.name) for p in found.people)):
                field.box.addItem(name, str(key))
            field.box.setCurrentIndex(max(0, field.box.findData(str(chosen))))
        following = f" Next: {day_month_year(found.following)}." if found.following else ""
        self.counts.setText(f"{found.counts}{following}")
        self._show_people(found)
        self._show_cards(found)

    def _show_people(self, found: MeetingView) -> None:
        emptied_grid(self._grid)
        for across, words in enumerate(("Name", "", "")):
            self._grid.addWidget(label(words, "label", wrap=True), 0, across)
        for number, person in enumerate(found.people, 1):
            self._person_row(number, person)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(len(found.people) + 1, 1)

    def _person_row(self, number: int, person: AttendanceView) -> None:
        came = Segments(_CAME, person.name, partial(self._attend, person.participant_id), 84)
        came.set(person.came or "")
        self._grid.addWidget(label(person.name, wrap=True), number, 0)
        self._grid.addWidget(came, number, 1)
        if helped := _helped(person):
            self._grid.addWidget(label(helped, "small", wrap=True), number, 2)

    def _show_cards(self, found: MeetingView) -> None:
        emptied(self._cards)
        for part in found.cards:
            frame, layout = card("soft", margins=12, gap=4)
            minutes = label(f"{part.minutes} min", "small")
            layout.addWidget(SideBySide((label(part.title, "strong", wrap=True), 1, 160), (minutes, 0, 0)))
            layout.addWidget(label(part.say, wrap=True))
            self._cards.addWidget(frame)
        self._cards.addStretch(1)

    def _open(self, meeting: int) -> None:
        self._keep_typing()
        self._meeting = meeting
        self.refresh()

    def _keep_typing(self) -> None:
        for field in all_in(self, LineField):
            if field is not self.new_day:
                field.commit()

    def _choose(self, view: str) -> None:
        self._agenda = view == "agenda"
        self.refresh()

    def _plan(self) -> None:
        number, refused = self._bench.attempt("", meetings.plan_usual, self._bench.workshop_id)
        if refused or not number:
            self._bench.messages.tell(
                refused or "There is a meeting each month already.", Look.FAULT if refused else Look.NOTE
            )

    def _add(self) -> None:
        day = self.new_day.day()
        if day is None:
            return
        added, refused = self._bench.attempt("", meetings.add_meeting, self._bench.workshop_id, day)
        self.new_day.complain(refused)
        if added is not None:
            self.new_day.clear()
            self._open(added)

    def _remove(self) -> None:
        self._bench.do(meetings.remove_meeting, self._meeting)

    def _print(self) -> None:
        self._bench.bag_wanted.emit()

    def _attend(self, person: int, came: str) -> None:
        with staying(self):
            self._bench.do(meetings.attend, self._meeting, person, Came(came))
            self.refresh()

    def _set_day(self, day: date, visit: str) -> str:
        return self._bench.attempt(
            f"{self._meeting} {visit}", meetings.change_meeting, self._meeting, MeetingField.DAY, day
        )[1]

    def _keep(self, field: MeetingField, words: str, visit: str) -> str:
        step = f"{self._meeting} {field.value} {visit}"
        return self._bench.attempt(step, meetings.change_meeting, self._meeting, field, words)[1]

    def _change(self, field: MeetingField, value: str) -> None:
        self._bench.do(meetings.change_meeting, self._meeting, field, value)

    def _person(self, field: MeetingField, key: str) -> None:
        self._change(field, key)


def _helped(person: AttendanceView) -> str:
    """Minutes of help that were typed with an earlier version; they stay readable."""
    told = (("gave", person.gave), ("got", person.got))
    return ", ".join(f"{words} {counted(minutes, 'minute')}" for words, minutes in told if minutes is not None)
