"""Three answers, and there is a workshop."""

from datetime import date

from PySide6.QtCore import QTimer, QTimeZone
from PySide6.QtWidgets import QBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.setup import repeating
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.facilitator import facilitator
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, column, fault_lines, label
from mat_desktop.screens.shared.ring import into_sight
from mat_desktop.screens.shared.still import StillCombo
from mat_desktop.screens.shared.zones import zones
from mat_desktop.workshop.refusal import Refusal

LIKE_WORDS = (
    "Like an earlier one: its wording, contacts, run sheet, questionnaires and helpers come along, and its meetings "
    "move with the date. People do not."
)


class NewWorkshop(Dialog):
    """Title, place, date; the rest has its usual values and can be changed on the page."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window, "New workshop")
        self._desk = desk
        self.workshop_id = 0
        hold(self, least_width=520)
        self.title, self.place = Line(), Line()
        self.day = DateField("Date", None, desk.clock.today)
        self.zone = StillCombo()
        self.zone.addItems(zones())
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setCurrentText(here if here in zones() else "UTC")
        self._patterns = {found.id: found for found in repeating.earlier(desk)}
        self.like = StillCombo()
        self.like.addItem("A usual workshop", 0)
        for found in self._patterns.values():
            self.like.addItem(f"{found.title}, {day_month_year(found.held_on)}", found.id)
        self.like.currentIndexChanged.connect(lambda _at: self._take_over())
        self._error = fault_lines()
        layout = column(label("New workshop", "section"), gap=14)
        if self._patterns:
            layout.addLayout(_named("Like", self.like))
            layout.addWidget(label(LIKE_WORDS, "small", wrap=True))
        for name, edit in (("Title", self.title), ("Place", self.place)):
            layout.addLayout(_named(name, edit))
        layout.addWidget(self.day)
        layout.addLayout(_named("Time zone", self.zone))
        layout.addWidget(self._error)
        self.make = button("Set up", self._make, "primary", "arrow-right", after=True)
        lay_out(self, layout, self.make, first=button("Cancel", self.reject))
        self.make.setDefault(True)
        self.title.setFocus()

    def _take_over(self) -> None:
        """Title, place and time zone of the pattern, where nothing else was typed."""
        found = self._patterns.get(int(self.like.currentData()))
        if found is None:
            return
        for edit, words in ((self.title, found.title), (self.place, found.place)):
            if not edit.text().strip():
                edit.setText(words)
        self.zone.setCurrentText(found.time_zone)

    def _made(self, day: date) -> int:
        facts = self.title.text(), self.place.text(), day, self.zone.currentText()
        pattern = int(self.like.currentData())
        if pattern:
            return repeating.repeat(self._desk, pattern, *facts)
        return setup.create(self._desk, *facts, facilitator(self._desk))

    def _make(self) -> None:
        day = self.day.day()
        if day is None:
            self.day.edit.setFocus()
            return
        try:
            self.workshop_id = self._made(day)
        except Refusal as refusal:
            self._error.setText(str(refusal))
            QTimer.singleShot(0, self._error, lambda: into_sight(self._error))
            return
        self.accept()


def _named(name: str, edit: QWidget) -> QBoxLayout:
    edit.setAccessibleName(name)
    return column(label(name, "label"), edit, gap=4)
