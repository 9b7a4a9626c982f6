"""Printing: what, for whom, how, with the real page beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import sheets
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, rename, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.preview import Preview, page_count, print_pdf
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SHEET_TITLES, SheetKind

_KINDS = tuple(SHEET_TITLES)


class PrintPage(QWidget):
    """Three zones: what, for whom and how, the page. Writing a file never overwrites half a file."""

    def __init__(self, bench: Bench, write: Callable[[Path, bytes], None]) -> None:
        super().__init__()
        self._bench, self._write = bench, write
        self.kind = SheetKind.GOAL_CARD
        self._chosen: set[int] = set()
        self.paper = bench.desk.archive.fact("paper") or "A4"
        self.what = PeopleList("What to print", self._pick_kind, 236, find=False)
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(0)
        self.sizes = Segments((("A4", "A4"), ("Letter", "Letter")), "Paper", self._pick_paper, 90)
        self.preview = Preview("")
        self.save = button("Save as PDF", self.save_pdf, icon="file-down")
        self.primary = button("Print", self.print_now, "primary", "printer")
        self._empty = label("", "muted", wrap=True)
        self._build()

    def _build(self) -> None:
        whom, inner = card()
        inner.addWidget(label("For whom", "strong"))
        self._all = button("All", self._tick_all, "quiet")
        self._none = button("Nobody", self._tick_none, "quiet")
        inner.addLayout(row(self._all, self._none, None, gap=4))
        inner.addWidget(self._empty)
        body = QWidget()
        body.setLayout(self._ticks)
        inner.addWidget(scrolled(body), 1)
        inner.addWidget(label("Paper", "label"))
        inner.addWidget(self.sizes)
        whom.setFixedWidth(270)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 12)
        layout.setSpacing(16)
        layout.addWidget(self.what)
        layout.addWidget(whom)
        layout.addWidget(self.preview, 1)

    def refresh(self) -> None:
        """Show what can be printed now; everybody is chosen at first."""
        self.what.show_entries(
            [Entry(n + 1, SHEET_TITLES[k]) for n, k in enumerate(_KINDS)], _KINDS.index(self.kind) + 1
        )
        self.sizes.set(self.paper)
        self._show_people()
        self._tick_usual()

    def show_kind(self, kind: SheetKind, keys: set[int] | None = None) -> None:
        """Open at one kind of sheet, for these people or for all."""
        self.kind = kind
        self.refresh()
        if keys:
            self._choose(keys)

    def _pick_kind(self, place: int) -> None:
        self.kind = _KINDS[place - 1]
        self._show_people()
        self._tick_usual()

    def _pick_paper(self, paper: str) -> None:
        self.paper = paper
        self._bench.desk.archive.keep_fact("paper", paper)
        self._draw()

    def _show_people(self) -> None:
        emptied(self._ticks)
        self._boxes: dict[int, Tick] = {}
        for found in sheets.recipients(self._bench.desk, self._bench.workshop_id, self.kind):
            box = Tick(found.name, partial(self._tick, found.key))
            self._boxes[found.key] = box
            self._ticks.addWidget(box)
        self._ticks.addStretch(1)
        said = {
            SheetKind.GOAL_CARD: "Nobody has a goal yet. They are set in step 5.",
            SheetKind.QUESTIONNAIRE: "Nobody is expected yet. People are added in step 2.",
            SheetKind.REFERRAL: "Nobody is expected yet. People are added in step 2.",
            SheetKind.AGREEMENT: "There are no pairs yet. They are made in step 4.",
        }.get(self.kind, "Nobody is in a confirmed pair yet. Pairs are confirmed in step 4.")
        self._empty.setText(said)
        self._empty.setVisible(not self._boxes)

    def _tick(self, key: int, on: bool) -> None:
        self._choose(self._chosen | {key} if on else self._chosen - {key})

    def _tick_usual(self) -> None:
        """Everybody; a referral is for one person, who is chosen by hand."""
        self._choose(set() if self.kind is SheetKind.REFERRAL else {k for k in self._boxes if k >= 0})

    def _tick_all(self) -> None:
        self._choose(set(self._boxes))

    def _tick_none(self) -> None:
        self._choose(set())

    def _choose(self, keys: set[int]) -> None:
        self._chosen = keys & set(self._boxes)
        for key, box in self._boxes.items():
            box.set(key in self._chosen)
        self._draw()

    def _ordered(self) -> list[int]:
        return [key for key in self._boxes if key in self._chosen]

    def _draw(self) -> None:
        pdf = b""
        if self._chosen:
            try:
                found = sheets.sheets(self._bench.desk, self._bench.workshop_id, self.kind, self._ordered())
                pdf = self._bench.printer.pdf(found, self.paper)
            except Refusal as refusal:
                self._bench.messages.tell(str(refusal))
        self.preview.show_pdf(pdf, SHEET_TITLES[self.kind])
        pages = page_count(pdf) if pdf else 0
        rename(self.primary, f"Print {counted(pages, 'page')}" if pages else "Print")
        for found_button in (self.primary, self.save):
            found_button.setEnabled(bool(pages))

    def note(self) -> str:
        """How much there is, and that no colour is needed."""
        return "Black and white is fine."

    def save_pdf(self) -> None:
        """Write the very bytes of the preview into a file that the facilitator chooses."""
        place = self._bench.messages.file_to_save("Save as PDF", f"{self.kind}.pdf", "PDF (*.pdf)")
        if place is None:
            return
        try:
            self._write(place, self.preview.pdf)
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return
        self._note_printed()
        self._bench.messages.tell(f"Saved: {place}", wrong=False)

    def print_now(self) -> None:
        """Send the pages to a printer."""
        if print_pdf(self.preview.pdf, self):
            self._note_printed()
            self._bench.messages.tell("Sent to the printer.", wrong=False)

    def _note_printed(self) -> None:
        sheets.note_printed(self._bench.desk, self._bench.workshop_id, self.kind, self._ordered())
