"""Until when everything is kept, who watches over privacy, and how soon somebody who asks gets an answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.setup import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, DateField, LineField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import button, card, label, row, scrolled
from mat_desktop.workshop.library import AnswerWithin
from mat_desktop.workshop.sheets import SheetKind


class Keeping(QWidget):
    """Left the day on which all is erased, right the authority; the papers about it are one button away."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(PageZones((self._until(), 1), (self._authority(), 1), natural=True)))

    def _until(self) -> QWidget:
        frame, layout = card(gap=10)
        layout.addWidget(label("Until when it is kept", "section"))
        self.until = DateField(
            "Everything is erased after", self._keep(setup.WorkshopField.KEPT_UNTIL), self._bench.desk.clock.today
        )
        layout.addWidget(self.until)
        self.later = label("", "small", wrap=True)
        layout.addWidget(self.later)
        self.usual = button("Back to the usual day", self._usual)
        layout.addLayout(row(self.usual, None))
        layout.addWidget(label(_TODAY_ASKS, "muted", wrap=True))
        layout.addLayout(row(button("Papers about privacy", self._print, icon="printer"), None))
        self.erase = button("Erase this workshop …", lambda: self._bench.erasure_wanted.emit(0), "danger")
        self.locked = label("", "strong", wrap=True)
        layout.addWidget(self.locked)
        layout.addLayout(row(self.erase, None))
        layout.addStretch(1)
        return frame

    def _authority(self) -> QWidget:
        frame, layout = card(gap=10)
        layout.addWidget(label("Who can be asked beside you", "section"))
        self.authority = LineField("Authority for privacy", self._keep(setup.WorkshopField.AUTHORITY))
        self.web = LineField("Where it is found", self._keep(setup.WorkshopField.AUTHORITY_WEB))
        self.within = ChoiceField(
            "Somebody who asks gets an answer within", [(a.value, a.value) for a in AnswerWithin], self._choose_within
        )
        for field in (self.authority, self.web, self.within):
            layout.addWidget(field)
        self.checked = label("", "small", wrap=True)
        check = button("I looked it up today", self._looked_up, icon="check")
        self.law = label("", "small", wrap=True)
        layout.addWidget(self.law)
        layout.addWidget(PageZones((self.checked, 1), (check, 0), natural=True))
        layout.addStretch(1)
        return frame

    def _keep(self, field: setup.WorkshopField) -> Callable[[Any, str], str]:
        def keep(value: Any, visit: str) -> str:
            visited = f"{field.value} {self._bench.workshop_id} {visit}"
            return self._bench.attempt(visited, setup.change, self._bench.workshop_id, field, value)[1]

        return keep

    def _choose_within(self, within: str) -> None:
        self._bench.do(setup.change, self._bench.workshop_id, setup.WorkshopField.ANSWER_WITHIN, within)

    def _usual(self) -> None:
        self._bench.do(setup.change, self._bench.workshop_id, setup.WorkshopField.KEPT_UNTIL, None)

    def _looked_up(self) -> None:
        self._bench.do(keeping.authority_checked, self._bench.workshop_id)

    def _print(self) -> None:
        self._bench.print_wanted.emit(SheetKind.PRIVACY_NOTICE.value, ())

    def refresh(self) -> None:
        """Show what is kept, or what is usual where nothing was written."""
        view = keeping.keeping(self._bench.desk, self._bench.workshop_id)
        self.until.set_day(view.kept_until)
        self.later.setText(_LATER.format(day=day_month_year(view.kept_for_later_until)))
        self.usual.setEnabled(view.chosen)
        self.locked.setText(_LOCKED.format(day=day_month_year(view.erase_on)) if view.erase_on else "")
        self.locked.setVisible(view.erase_on is not None)
        self.authority.set(view.authority)
        self.web.set(view.authority_web)
        self.within.set(view.answer_within)
        self.checked.setText(f"{view.checked}.")
        self.law.setText(f"{view.law}." if view.law else "")
        self.law.setVisible(bool(view.law))


_LOCKED = "Locked, to be erased. It is done on {day}."
_LATER = "Whoever may be asked again in later years is kept until {day}."
_TODAY_ASKS = (
    "A month before that day Today asks you to erase each person, or the whole workshop here, and goes on asking until "
    "nobody is left or the day is another one. It stands on the papers that people got: change it only where they were "
    "told."
)
