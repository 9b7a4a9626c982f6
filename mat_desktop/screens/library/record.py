"""The record of one person: looked through, corrected, struck out where it names others, printed and handed over."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mat_desktop.facilitation.library.record import page as records
from mat_desktop.facilitation.library.record.page import RecordEntry, RecordView
from mat_desktop.facilitation.participants import corrections, requests
from mat_desktop.facilitation.participants.requests import RequestView
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, emptied, fault_lines, label, row
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.printer_dialog import Document, choose_printer
from mat_desktop.screens.shared.to_printer import paint_on
from mat_desktop.workshop.participants.record import RequestKind
from mat_desktop.workshop.refusal import Refusal

_ASKS = {
    RequestKind.ACCESS: "They ask to see this",
    RequestKind.CORRECTION: "They ask to have something put right",
}


class RecordDialog(Dialog):
    """Every line that is kept. What is marked can be left out, and gets what the person says about it."""

    def __init__(self, window: QWidget, bench: Bench, person: int) -> None:
        super().__init__(window, "Record")
        self.ask_printer = choose_printer
        self._bench, self._person = bench, person
        self._view = self._read()
        self._out = {entry.about for entry in self._view.entries if entry.starts_out}
        hold(self, least_width=760)
        self.requests = QVBoxLayout()
        self.list = QListWidget()
        self.list.setAccessibleName("What is kept")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hold(self.list, least_height=150)
        self.list.currentRowChanged.connect(lambda _row: self._show_marked())
        self.statement = DoingLine()
        self.statement.setAccessibleName("What the person says about the marked line")
        self.statement.returnPressed.connect(self.keep_statement)
        self.leave_out = button("Leave it out", self._turn_out)
        self.keep = button("Keep this beside it", self.keep_statement)
        self.error = fault_lines()
        self._lay_out()
        self._show_requests()
        self._show_lines()
        self.list.setFocus()

    def _read(self) -> RecordView:
        return records.record(self._bench.desk, self._person, self._bench.desk.clock.today())

    @property
    def typed(self) -> bool:
        """Whether a statement is half typed."""
        entry = self._marked()
        return self.statement.text().strip() != (entry.correction if entry is not None else "")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(f"What is kept about {self._view.name}", "section", wrap=True))
        layout.addLayout(self.requests)
        layout.addWidget(label(_NOTHING_OF_OTHERS, "muted", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(label("What the person says about the marked line", "label", wrap=True))
        layout.addWidget(self.statement)
        layout.addLayout(FlowLayout(self.keep, self.leave_out, gap=12))
        layout.addWidget(self.error)
        self.print = button("Print", self._print, "primary", "printer")
        save = button("Save as PDF", self._save, icon="file-down")
        layout.addLayout(row(button("Close", self.leave), None, save, self.print))

    def _show_requests(self) -> None:
        emptied(self.requests)
        asked = requests.requests_of(self._bench.desk, self._person)
        waiting = [one for one in asked if one.done_on is None]
        for one in waiting:
            self.requests.addLayout(self._waiting(one))
        offered = [
            button(words, partial(self._ask, kind))
            for kind, words in _ASKS.items()
            if requests.ASKED[kind] not in {one.asked for one in waiting}
        ]
        if offered:
            self.requests.addLayout(FlowLayout(*offered, gap=12))

    def _waiting(self, one: RequestView) -> FlowLayout:
        asked, until = day_month_year(one.asked_on), day_month_year(one.answer_by)
        words = f"Asked on {asked} to {one.asked}; an answer is owed until {until}."
        done = button("Answered", lambda: self._answered(one.id), icon="check")
        done.setAccessibleName(f"Answered: {one.asked}")
        return FlowLayout(label(words, "strong", wrap=True), done, gap=12)

    def _ask(self, kind: RequestKind) -> None:
        _, refused = self._bench.attempt("", requests.ask, self._person, kind)
        self.error.setText(refused)
        self._show_requests()

    def _answered(self, request: int) -> None:
        _, refused = self._bench.attempt("", requests.answered, request)
        self.error.setText(refused)
        self._show_requests()

    def _show_lines(self) -> None:
        at = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        part = ""
        for entry in self._view.entries:
            if entry.part != part:
                part = entry.part
                self._add(entry.part.value, None)
            self._add(self._line(entry), entry)
        self.list.blockSignals(False)
        first = next((r for r in range(at, self.list.count()) if self._at(r) is not None), 0)
        self.list.setCurrentRow(first)
        self._show_marked()

    def _add(self, words: str, entry: RecordEntry | None) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, entry)
        if entry is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.list.addItem(item)

    def _line(self, entry: RecordEntry) -> str:
        words = ": ".join(part for part in (entry.head, entry.words) if part)
        signs = ["Left out"] if entry.about in self._out else []
        signs += ["names somebody else"] if entry.names_others else []
        told = f"[{', '.join(signs)}] {words}" if signs else words
        return f"{told}\nThey say: {entry.correction}" if entry.correction else told

    def _at(self, place: int) -> RecordEntry | None:
        item = self.list.item(place)
        entry = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return entry if isinstance(entry, RecordEntry) else None

    def _marked(self) -> RecordEntry | None:
        return self._at(self.list.currentRow())

    def _show_marked(self) -> None:
        entry = self._marked()
        for part in (self.statement, self.keep, self.leave_out):
            part.setEnabled(entry is not None)
        self.statement.setText(entry.correction if entry is not None else "")
        out = entry is not None and entry.about in self._out
        words = "Put it in" if out else "Leave it out"
        self.leave_out.setText(words)
        self.leave_out.setAccessibleName(words)

    def _turn_out(self) -> None:
        entry = self._marked()
        if entry is not None:
            self._out ^= {entry.about}
            self._show_lines()

    def keep_statement(self) -> None:
        """Keep what the person says beside the marked line; without words, what stood there is taken back."""
        entry, words = self._marked(), self.statement.text()
        if entry is None:
            return
        if entry.correction_id and not words.strip():
            _, refused = self._bench.attempt("", corrections.take_back, entry.correction_id)
        else:
            _, refused = self._bench.attempt("", corrections.correct, self._person, entry.about, words)
        self.error.setText(refused)
        if not refused:
            self._view = self._read()
            self._show_lines()

    def pdf(self) -> bytes:
        """The record as it is handed over."""
        desk = self._bench.desk
        sheet = records.sheet(desk, self._person, frozenset(self._out), desk.clock.today())
        return self._bench.printer.record(sheet, remembered(desk))

    def _print(self) -> None:
        pdf = self.pdf()
        printer = self.ask_printer(self, Document(style=remembered(self._bench.desk), pages=page_count(pdf)))
        if printer is not None and paint_on(pdf, printer, self._bench.messages.tell):
            self.error.setText(_HAND_OVER)

    def _save(self) -> None:
        target = self._bench.messages.file_to_save(
            "Save the record where the person gets it", "record.pdf", "PDF (*.pdf)"
        )
        if target is None:
            return
        try:
            self._bench.write(target, self.pdf())
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self.error.setText(_HAND_OVER)


_NOTHING_OF_OTHERS = (
    "What others said, chose or wished does not stand here. A note of yours that names somebody else is left out until "
    "you put it in."
)
_HAND_OVER = "Hand it over in person; do not post it. Then press “Answered”, where they asked for it."
