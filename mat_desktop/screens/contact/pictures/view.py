"""From pictures: choose them, answer what is doubtful, look over the rest, keep the page, and on to the next."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.sheets import log_pictures
from mat_desktop.facilitation.sheets.log_answers import LogAnswers
from mat_desktop.facilitation.sheets.log_pictures import DayBox, LogRead
from mat_desktop.facilitation.sheets.reading.keeping import keeper_of
from mat_desktop.facilitation.sheets.reading.sheet_answers import SheetAnswers
from mat_desktop.facilitation.sheets.reading.sheet_read import LineRead, sheet_read
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.contact.pictures.asking import DoubtfulBoxes
from mat_desktop.screens.contact.pictures.by_hand import ByHandDialog
from mat_desktop.screens.contact.pictures.groups import LINE_TILE, CropGroups, groups_of_days, groups_of_lines
from mat_desktop.screens.contact.pictures.pile import Pile, WaitingPage
from mat_desktop.screens.contact.pictures.sheet_check import SheetCheck
from mat_desktop.screens.contact.pictures.sources import PictureSources
from mat_desktop.screens.contact.pictures.straight import StraightSheet, around_all
from mat_desktop.screens.contact.pictures.trial import TrialLine
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.beside import WorkStrip
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, column, flowing, label, scrolled
from mat_desktop.workshop.followup import A_LOT_WORSE, WANTS_TO_TALK
from mat_desktop.workshop.refusal import Refusal

_HOW = (
    "Photograph each sheet, one or two to a picture, all of it in sight, or scan the pile in grey. "
    "Then choose the pictures, or drop them here. Nothing of a picture is kept."
)
_TYPED = "What you typed for this page is not kept yet. Leave it out all the same?"
CALL_PROMISED = "A call within two days is promised; Today asks for it. A safety card: F7."


class PictureView(QWidget):
    """The pile on the table. `back` leads to typing."""

    def __init__(self, bench: Bench, back: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self.strip = WorkStrip(bench.dispatcher, bench.messages)
        self.pile = Pile(bench, self.strip, self._came)
        self._page: WaitingPage | None = None
        self.answers: LogAnswers | None = None
        self.lines: SheetAnswers | None = None
        """The answers of a sheet that is no log."""
        self._straight = QImage()
        self.setAcceptDrops(True)
        self.trial = TrialLine(bench)
        self.sources = PictureSources(bench, self.pile.take)
        self.back = button("Back to typing", back)
        self.said = label(_HOW, wrap=True)
        self.whose, self.span = label("", "section", wrap=True), label("", "strong", wrap=True)
        self.partner = ChoiceField("With whom", [], lambda _key: self._tell())
        self.sheet, self.asking = StraightSheet(), DoubtfulBoxes(self._tell, self._point)
        self.check = SheetCheck(self._tell, self._point_to_line)
        self.groups = CropGroups(self._doubt)
        self.notes = label("", "small", wrap=True)
        self._rest = QWidget()
        """The room of the page that is not there yet: what is said stands together above it."""
        self.keep = button("Keep this page", self._keep, icon="check")
        self.leave_out = button("Leave it out", self._leave_out)
        self.by_hand = button("Type the code and click the corners", self._by_hand)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        frame, layout = card(gap=8)
        layout.addLayout(flowing(*self.sources.buttons, *self.trial.buttons, self.back, gap=8, fills=False))
        layout.addWidget(self.sources)
        layout.addWidget(self.trial)
        layout.addWidget(self.strip)
        layout.addWidget(self.said)
        right = column(self.asking, self.check, self.notes, gap=8)
        side = scrolled(boxed(column(boxed(right), self.groups, None, gap=12)))
        left = boxed(column(self.whose, self.span, self.partner, self.sheet, gap=4))
        hold(side, least_width=420)
        self.zones = PageZones((left, 1), (side, 2))
        layout.addWidget(self.zones, 1)
        layout.addWidget(self._rest, 1)
        layout.addLayout(flowing(self.leave_out, self.by_hand, self.keep, fills=False))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Say how the reader did so far, and show the page at hand."""
        self.trial.refresh()
        self._tell()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped: files, and the pictures of folders."""
        event.acceptProposedAction()
        self.sources.take_dropped(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _came(self) -> None:
        if self.pile.refused:
            self._bench.messages.tell(" ".join(self.pile.refused))
            self.pile.refused.clear()
        if self._page is None:
            self._next()
        else:
            self._tell()

    def _next(self) -> None:
        """The next page that was read: its questions, or in words why it cannot be kept."""
        self.answers = self.lines = None
        self.check.let_go()
        self._page = self.pile.waiting.popleft() if self.pile.waiting else None
        if self._page is not None:
            self._show_page(self._page)
        self._tell()
        if self.answers is not None and self.answers.open:
            self.asking.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.lines is not None:
            self.check.start()

    def _show_page(self, page: WaitingPage) -> None:
        self._straight = QImage.fromData(page.read.straight)
        self.sheet.show_sheet(self._straight, page.read.scale)
        try:
            if log_pictures.is_log(self._bench.desk, page.read):
                self._show_log(page)
            else:
                self._show_lines(page)
        except Refusal as refusal:
            self.said.setText(f"{page.file.name}: {refusal}")

    def _show_log(self, page: WaitingPage) -> None:
        desk, today = self._bench.desk, self._bench.desk.clock.today()
        read = log_pictures.log_read(desk, self._bench.workshop_id, page.read, page.file.digest, today)
        self.answers = LogAnswers(read, today)
        self._show_owner(read)
        self.asking.show_page(self.answers, self._straight)

    def _show_lines(self, page: WaitingPage) -> None:
        desk, today = self._bench.desk, self._bench.desk.clock.today()
        read = sheet_read(desk, self._bench.workshop_id, page.read, page.file.digest, today)
        self.lines = SheetAnswers(read)
        self.whose.setText(read.name)
        self.span.setText(read.title)
        self.notes.setText(" ".join(read.notes))
        self.check.show_page(self.lines, self._straight)

    def _show_owner(self, read: LogRead) -> None:
        self.whose.setText(read.name)
        self.span.setText(f"Call log, page {read.page}, {read.span}")
        self.notes.setText(" ".join(read.notes))
        self.partner.box.clear()
        if len(read.places) > 1:
            self.partner.box.addItem("choose, as it stands on the sheet", "")
        for key, words in read.places:
            self.partner.box.addItem(f"with {words}", str(key))

    def _point(self, box: DayBox | None) -> None:
        self.sheet.point_to(box.place if box is not None else None)

    def _point_to_line(self, line: LineRead | None) -> None:
        self.sheet.point_to(around_all(line.places) if line is not None else None)

    def _doubt(self, box: DayBox | str) -> None:
        if isinstance(box, DayBox):
            self.asking.ask_again(box)
        else:
            self.check.ask_again(box)

    def _tell(self) -> None:
        """What can be done now, and what waits."""
        page, lines = self._page, self.lines
        shown = self.answers is not None or lines is not None
        self.zones.setVisible(shown)
        self._rest.setVisible(not shown)
        self.keep.setVisible(shown)
        self.asking.setVisible(self.answers is not None)
        self.check.setVisible(lines is not None)
        self.leave_out.setVisible(page is not None)
        self.by_hand.setVisible(page is not None and not shown and log_pictures.may_be_told_by_hand(page.read))
        if page is None:
            self.said.setText(_HOW)
        elif shown:
            waits = counted(len(self.pile.waiting), "more page waits", "more pages wait")
            self.said.setText(f"{page.file.name}. {waits}." if self.pile.waiting else page.file.name)
        self.partner.setVisible(self.answers is not None and len(self.answers.read.places) > 1)
        if self.answers is not None:
            self.keep.setEnabled(self.answers.done and self._place() is not None)
            self.groups.show_groups(groups_of_days(self.answers), self._straight, self.answers.read.scale)
        elif lines is not None:
            self.keep.setEnabled(lines.done)
            self.groups.show_groups(groups_of_lines(lines), self._straight, lines.read.scale, LINE_TILE)

    def _place(self) -> int | None:
        key = self.partner.box.currentData()
        return int(key) if key else None

    def _keep(self) -> None:
        if self.lines is not None:
            self._keep_lines(self.lines)
        else:
            self._keep_log()

    def _keep_lines(self, lines: SheetAnswers) -> None:
        self.check.keep_typing()
        if not lines.done:
            return
        values = lines.values()
        arguments = (lines.read, values, lines.words, lines.figures(), self._bench.eye.version)
        _, refused = self._bench.attempt("", keeper_of(lines.read.kind), *arguments)
        if refused:
            self._bench.messages.tell(refused)
            return
        kept = counted(len(values) + len(lines.words), "answer")
        promised = f" {CALL_PROMISED}" if set(values.values()) & {A_LOT_WORSE, WANTS_TO_TALK} else ""
        look = Look.NOTE if promised else Look.DONE
        self._bench.messages.tell(f"{kept} of {lines.read.name} kept. Ctrl+Z takes them back.{promised}", look)
        self._next()
        self.refresh()

    def _keep_log(self) -> None:
        answers, place = self.answers, self._place()
        if answers is None or place is None or not answers.done:
            return
        marks = answers.marks()
        arguments = (place, answers.read, marks, answers.figures(), self._bench.eye.version)
        _, refused = self._bench.attempt("", log_pictures.keep_log, *arguments)
        if refused:
            self._bench.messages.tell(refused)
            return
        days = counted(len(marks), "day")
        self._bench.messages.tell(f"{days} of {answers.read.name} kept. Ctrl+Z takes them back.", Look.DONE)
        self._next()
        self.refresh()

    def _leave_out(self) -> None:
        self.check.keep_typing()
        words = self.lines is not None and any(self.lines.words.values())
        if words and not self._bench.messages.ask(_TYPED, "Leave it out", "Go on with it", destroys=True):
            return
        self._next()

    def _by_hand(self) -> None:
        page = self._page
        if page is None:
            return
        try:
            seen = self._bench.eye.overview(page.file.data, page.read.part)
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return
        dialog = ByHandDialog(self, QImage.fromData(seen))
        if dialog.exec() and dialog.told is not None:
            self._page = None
            self.pile.again(page, replace(dialog.told, part=page.read.part))

    def let_go(self) -> None:
        """Forget every picture: the page goes, or somebody else has the laptop."""
        self.sources.stop()
        self.pile.clear()
        self._page = self.answers = self.lines = None
        self._straight = QImage()
        self.check.let_go()
        self._tell()
