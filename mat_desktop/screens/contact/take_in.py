"""Taking in sheets: only the sheet at hand is seen, a log or an alliance slip."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.contact.sheet import MemberRow
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.facilitation.shown.words.contact import SOURCES
from mat_desktop.screens.contact.alliance_entry import AllianceEntry
from mat_desktop.screens.contact.day_panel import DayPanel
from mat_desktop.screens.contact.log_entry import LogTable
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.beginning import begin_in
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.fields import ChoiceField, DateField, LineField
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, flowing, label
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.days import Mark, Reason, Source

KEYS = (
    "Space talked · M message · – no call · 1–7 no call, why · E excused · W week · F fill · Del not known · Enter more"
)

_SIDE = 348
"""What stands beside the days is so wide, as drawn at 100 %."""
_HAPPENED = (Mark.TALKED, Mark.MESSAGE, Mark.NO_CALL)
"""What can only be said of a day that is over or today."""


class TakeIn(QWidget):
    """One member's sheet: the grid as on paper, what a day was like beside it."""

    def __init__(self, bench: Bench, from_pictures: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self._shown = (0, 0)
        self._source = Source.SHEET
        self.place = self.person = 0
        self.code = LineField("", lambda words, _visit: self._find_code(words), "form code", letters="form codes")
        self.code.edit.setAccessibleName("Form code, from the foot of the sheet")
        self.code.edit.setToolTip("Form code, from the foot of the sheet")
        self.what = Segments((("log", "Call log"), ("check", "Alliance check")), "Sheet", self.show_sheet, 120)
        self.partner = ChoiceField("", [], lambda key: self.show_place(int(key)))
        self.partner.box.setAccessibleName("With whom the sheet is")
        self.whose, self.counts = label("", "section", wrap=True), label("", "small", wrap=True)
        self.table, self.panel = LogTable(self), DayPanel(bench)
        self.table.on_day.connect(self._on_day)
        sources = choices(SOURCES, without=(Source.PARTNER_SHEET,))
        self.source = ChoiceField("Typed from", sources, self._set_source)
        self.until = DateField("Written up to", None, bench.desk.clock.today, Tense.HAPPENED)
        self.rest = button("Empty days: no call", self.fill_rest)
        self.rest.setToolTip("Agreed days up to that date become “no call”, as the foot of the sheet says (F)")
        self.lend = button("Take from the partner’s sheet", self._from_partner)
        self.lend.setToolTip("For a lost sheet: days that are not known here, as the partner wrote them down")
        self.check = AllianceEntry(bench)
        self._sheet = PageStack()
        self._sheet.addWidget(self._log_view())
        self._sheet.addWidget(self.check)
        frame, layout = card(gap=8)
        self.pictures = button("From pictures", from_pictures, icon="file-text")
        ways = boxed(flowing(self.partner, self.code, self.pictures, fills=False))
        layout.addWidget(SideBySide((self.what, 0, 0), (self.whose, 1, 150), (ways, 0, 0)))
        layout.addWidget(self._sheet, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _log_view(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(label(KEYS, "small", wrap=True))
        left.addWidget(self.counts)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(flowing(self.source, self.until, gap=8))
        right.addWidget(self.panel, 1)
        right.addWidget(self.rest)
        right.addWidget(self.lend)
        side = QWidget()
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        hold(side, least_width=_SIDE)
        return PageZones((boxed(left), 1), (side, 0))

    def show_member(self, member: MemberRow) -> None:
        """Another person's sheets; of several partnerships the one that goes on, or the last."""
        if member.participant_id != self.person:
            self.check.keep_typing()
        keys = [key for key, _ in member.places]
        self.person = member.participant_id
        self.place = self.place if self.place in keys else keys[-1]
        self.partner.box.clear()
        for key, words in member.places:
            self.partner.box.addItem(f"with {words}", str(key))
        self.partner.box.setCurrentIndex(keys.index(self.place))
        self.partner.setVisible(len(keys) > 1)
        self.refresh()

    def show_place(self, partnership_id: int) -> None:
        """The sheet of another partnership of the same person."""
        self.check.keep_typing()
        self.place = partnership_id
        self.refresh()

    def show_sheet(self, sheet: str) -> None:
        """The log or the alliance check."""
        self.what.set(sheet)
        self._sheet.setCurrentIndex(0 if sheet == "log" else 1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept of the sheet in front; the other one is read when it is turned to."""
        if not self.person:
            return
        if self._sheet.currentIndex() == 0:
            self.what.set("log")
            self._show_log()
        else:
            self.what.set("check")
            self._say_whose(*sheet.whose(self._bench.desk, self.place, self.person))
            self.check.show_member(self.place, self.person)

    def _say_whose(self, name: str, with_whom: Sequence[str]) -> None:
        self.whose.setText(f"{name} with {' and '.join(with_whom)}")

    def _show_log(self) -> None:
        today = self._bench.desk.clock.today()
        grid = sheet.log_grid(self._bench.desk, self.place, self.person, today)
        self._say_whose(grid.name, grid.with_whom)
        keys = (self.place, self.person)
        afresh, self._shown = self._shown != keys, keys
        if afresh:
            self.until.set_day(min(today, grid.days[-1]), keys)
        self.table.show_grid(grid, afresh=afresh)
        self.panel.show_day(grid, self.table.day)
        self.counts.setText(f"Up to today. {grid.counts}")
        self.lend.setVisible(grid.lent)
        self.source.set(self._source)

    def _on_day(self, day: date | None) -> None:
        if self.table.log.grid is not None:
            self.panel.show_day(self.table.log.grid, day)

    def _set_source(self, key: str) -> None:
        self._source = self.panel.source = Source(key)

    def mark(
        self, days: Sequence[date], mark: Mark | None, *, reason: Reason | None = None, with_whom: str = ""
    ) -> date | None:
        """Keep days of the log at hand, one by one or a week at once. Returns the first day that was refused."""
        keys = self.place, self.person
        ahead = [day for day in days if mark in _HAPPENED and self.is_to_come(day)]
        days = [day for day in days if day not in ahead]
        kept = True
        if len(days) == 1:
            kept = self._bench.do(log.mark, *keys, days[0], mark, self._source, reason=reason, with_whom=with_whom)
        elif days:
            kept = self._bench.do(log.mark_many, *keys, dict.fromkeys(days, mark), self._source)
        if kept and ahead:  # said last: what is kept takes the sentence before it away
            said = f"{day_month(ahead[0])} is still to come. Only an excused day is written down beforehand."
            self._bench.messages.tell(said)
        return next(iter(ahead), None) if kept else days[0]

    def is_to_come(self, day: date) -> bool:
        """Whether this day lies after today."""
        return day > self._bench.desk.clock.today()

    def fill_rest(self) -> None:
        """As the foot of the sheet says: every agreed day up to the last one written that is empty had no call."""
        until = self.until.day()
        if until is None:
            return
        number, refused = self._bench.attempt("", log.fill_rest, self.place, self.person, until, self._source)
        if refused:
            self._bench.messages.tell(refused)
        elif not number:
            self._bench.messages.tell(f"No agreed day up to {day_month(until)} is empty.", Look.NOTE)
        else:
            said = f"{counted(number, 'empty day')} up to {day_month(until)} marked as no call. Ctrl+Z takes it back."
            self._bench.messages.tell(said, Look.DONE)

    def _from_partner(self) -> None:
        number, refused = self._bench.attempt("", log.from_partners, self.place, self.person)
        said = refused or f"{counted(number or 0, 'day')} taken from the partner’s sheet, and marked so."
        self._bench.messages.tell(said, Look.FAULT if refused else Look.DONE)

    def to_details(self) -> None:
        """On to what else is asked of the day at hand."""
        begin_in(self.panel)

    def _find_code(self, words: str) -> str:
        if words.strip():
            self.code.clear()
            self._bench.sheet_wanted.emit(words)
        return ""
