"""Beside the grid: what one day was like, a week of which only a number is known, and sheets that differ."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.contact.log import DayField
from mat_desktop.facilitation.contact.sheet import LogGrid
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.contact import MARKS, REASONS, SOURCES, STEPS_DONE
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, LineField
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, emptied, flowing, label, line, scrolled
from mat_desktop.workshop.contact.days import Mark, Source

_LISTED = 6
"""So many days that differ are shown at once."""


class DayPanel(QWidget):
    """The day at hand."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._grid: LogGrid | None = None
        self._day: date | None = None
        self._compared: LogGrid | None = None
        self._listed: tuple[int, tuple[sheet.Difference, ...]] = 0, ()
        self.source = Source.SHEET
        """Where the week's number comes from."""
        self.title, self.said = label("", "strong", wrap=True), label("", "small", wrap=True)
        reasons = [(reason.value, f"{n}  {words}") for n, (reason, words) in enumerate(REASONS.items(), 1)]
        self.reason = ChoiceField("Why not", [("", "not said"), *reasons], self._reason)
        self.with_whom = LineField("With whom", partial(self._keep, DayField.WITH_WHOM))
        self.number = LineField("Days talked that week, as remembered", self._recall)
        self.week = label("", "small", wrap=True)
        self._details = QWidget()
        inner = QVBoxLayout(self._details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.reason)
        inner.addWidget(self.with_whom)
        self._differs = QVBoxLayout()
        self._differs.setSpacing(6)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        for part in (self.title, self.said, self._details, line(), self.number, self.week):
            layout.addWidget(part)
        layout.addLayout(self._differs)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def show_day(self, grid: LogGrid, day: date | None) -> None:
        """Show what is known of a day of one log."""
        self._grid, self._day = grid, day
        self.setVisible(day is not None)
        if day is None:
            return
        detail, mark = grid.details.get(day), grid.marks.get(day)
        self.title.setText(full(day))
        self.said.setText(_said(grid, day))
        self._details.setVisible(detail is not None)
        owner = (grid.partnership_id, grid.participant_id, day)
        if detail is not None:
            self.with_whom.set(detail.with_whom, owner)
            self.reason.set(detail.reason or "")
        self.reason.setVisible(mark is not Mark.TALKED)
        self.with_whom.setVisible(len(grid.letters) > 1 and mark is Mark.TALKED)
        monday = day - timedelta(days=day.weekday())
        remembered = grid.recalled.get(monday)
        self.number.set("" if remembered is None else str(remembered), (*owner[:2], monday))
        agreed = sum(d in grid.agreed for d in (monday + timedelta(days=n) for n in range(7)))
        self.week.setText(f"Only where no day of the week from {day_month(monday)} is known; {agreed} were agreed.")
        self._show_differences(grid)

    def _show_differences(self, grid: LogGrid) -> None:
        """The days that the sheets tell differently; the list is made anew only where it says something else.

        A note half typed beside a day stays, and a key in the log does not wait for the list.
        """
        if grid is self._compared:
            return
        self._compared = grid
        days = sheet.differences(self._bench.desk, grid.partnership_id) if grid.differs else ()
        if (grid.partnership_id, days) == self._listed:
            return
        self._listed = grid.partnership_id, days
        emptied(self._differs)
        if not days:
            return
        self._differs.addWidget(line())
        self._differs.addWidget(label("The sheets differ", "strong"))
        for found in days[:_LISTED]:
            self._difference(found)
        if len(days) > _LISTED:
            self._differs.addWidget(label(f"And {len(days) - _LISTED} more.", "small"))

    def _difference(self, found: sheet.Difference) -> None:
        said = "; ".join(f"{name}: {MARKS[mark]}" for name, mark in found.said)
        self._differs.addWidget(label(f"{day_month(found.day)}. {said}", "small", wrap=True))
        note = Line()
        note.setPlaceholderText("How you found out")
        note.setAccessibleName(f"How you found out, {day_month(found.day)}")
        self._differs.addWidget(note)
        buttons = []
        for mark in dict.fromkeys(mark for _, mark in found.said):
            words = button(f"It was: {MARKS[mark]}", partial(self._settle, found.day, mark, note))
            words.setAccessibleName(f"{day_month(found.day)} was: {MARKS[mark]}")
            buttons.append(words)
        self._differs.addLayout(flowing(*buttons))

    def _settle(self, day: date, mark: Mark, note: QLineEdit) -> None:
        assert self._grid is not None
        self._bench.do(log.settle, self._grid.partnership_id, day, mark, note.text())

    def _keep(self, field: DayField, words: str, visit: str) -> str:
        if self._grid is None or self._day is None:
            return ""
        keys = self._grid.partnership_id, self._grid.participant_id, self._day
        return self._bench.attempt(f"{keys} {field.value} {visit}", log.set_detail, *keys, field, words)[1]

    def _reason(self, key: str) -> None:
        self._bench.messages.hush()
        if refused := self._keep(DayField.REASON, key, ""):
            self._bench.messages.tell(refused)

    def _recall(self, words: str, visit: str) -> str:
        if self._grid is None or self._day is None:
            return ""
        typed = words.strip()
        if typed and not (typed.isascii() and typed.isdigit()):
            return "A whole number, or empty."
        keys = self._grid.partnership_id, self._grid.participant_id, self._day
        number = int(typed) if typed else None
        return self._bench.attempt(f"{keys} week {visit}", log.recall, *keys, number, _by_word(self.source))[1]


def _by_word(source: Source) -> Source:
    """A number that is remembered never stands on a sheet of days."""
    return Source.PHONE if source in (Source.SHEET, Source.PARTNER_SHEET) else source


def earlier(detail: sheet.DayView) -> Iterator[str]:
    """What earlier versions asked about a day; it stands on no log any more, and what was typed stays readable."""
    if detail.minutes is not None:
        yield counted(detail.minutes, "minute")
    if detail.step is not None:
        yield f"yesterday’s step: {STEPS_DONE[detail.step]}"
    if detail.confidence is not None:
        yield f"confidence {detail.confidence} of 10"


def _said(grid: LogGrid, day: date) -> str:
    mark, detail = grid.marks.get(day), grid.details.get(day)
    said = begun(MARKS[mark]) if mark else "Not known"
    if detail is not None:
        typed = f", typed on {day_month(detail.typed_on)}" if detail.typed_on else ""
        said = "; ".join((f"{said}; from: {SOURCES[detail.source]}{typed}", *earlier(detail)))
    if day in grid.settled:
        said = f"{said}. Settled: {MARKS[grid.settled[day]]}"
    return f"{said}. No call was agreed for this day." if day not in grid.agreed else said
