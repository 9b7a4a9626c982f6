"""Three answers, and there is a workshop."""

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.parts import button, column, fault_lines, label, row
from mat_desktop.screens.shared.still import StillCombo
from mat_desktop.screens.shared.zones import zones
from mat_desktop.workshop.refusal import Refusal


class NewWorkshop(Dialog):
    """Title, place, date; the rest has its usual values and can be changed on the page."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window, "New workshop")
        self._desk = desk
        self.workshop_id = 0
        self.setMinimumWidth(520)
        self.title, self.place = QLineEdit(), QLineEdit()
        self.day = DateField("Date", None, desk.clock.today)
        self.zone = StillCombo()
        self.zone.addItems(zones())
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setCurrentText(here if here in zones() else "UTC")
        self._error = fault_lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label("New workshop", "section"))
        for name, edit in (("Title", self.title), ("Place", self.place)):
            layout.addLayout(_named(name, edit))
        layout.addWidget(self.day)
        layout.addLayout(_named("Time zone", self.zone))
        layout.addWidget(self._error)
        self.make = button("Set up", self._make, "primary", "arrow-right", after=True)
        layout.addLayout(row(button("Cancel", self.reject), None, self.make))
        self.make.setDefault(True)
        self.title.setFocus()

    def _make(self) -> None:
        day = self.day.day()
        if day is None:
            self.day.edit.setFocus()
            return
        try:
            self.workshop_id = setup.create(
                self._desk, self.title.text(), self.place.text(), day, self.zone.currentText()
            )
        except Refusal as refusal:
            self._error.setText(str(refusal))
            return
        self.accept()


def _named(name: str, edit: QWidget) -> QBoxLayout:
    edit.setAccessibleName(name)
    return column(label(name, "label"), edit, gap=4)
