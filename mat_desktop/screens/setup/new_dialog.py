"""Three answers, and there is a workshop."""

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import read_day
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, column, label, row
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
        self.title, self.place, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText("14 March 2026")
        self.zone = StillCombo()
        self.zone.addItems(zones())
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setCurrentText(here if here in zones() else "UTC")
        self._error = label("", "error", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label("New workshop", "section"))
        for name, edit in (("Title", self.title), ("Place", self.place), ("Date", self.day), ("Time zone", self.zone)):
            edit.setAccessibleName(name)
            layout.addLayout(column(label(name, "label"), edit, gap=4))
        layout.addWidget(self._error)
        self.make = button("Set up", self._make, "primary", "arrow-right", after=True)
        layout.addLayout(row(button("Cancel", self.reject), None, self.make))
        self.make.setDefault(True)
        self.title.setFocus()

    def _make(self) -> None:
        day = read_day(self.day.text())
        if day is None:
            self._error.setText("Write the date as 14 March 2026.")
            self.day.setFocus()
            return
        try:
            self.workshop_id = setup.create(
                self._desk, self.title.text(), self.place.text(), day, self.zone.currentText()
            )
        except Refusal as refusal:
            self._error.setText(str(refusal))
            return
        self.accept()
