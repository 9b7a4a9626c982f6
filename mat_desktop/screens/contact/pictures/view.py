"""From pictures: choose them, answer what is doubtful, look over the rest, keep the page, and on to the next."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.sheets import log_pictures
from mat_desktop.facilitation.sheets.log_answers import LogAnswers
from mat_desktop.facilitation.sheets.log_pictures import DayBox, LogRead
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.contact.pictures.asking import DoubtfulBoxes
from mat_desktop.screens.contact.pictures.by_hand import ByHandDialog
from mat_desktop.screens.contact.pictures.groups import CropGroups
from mat_desktop.screens.contact.pictures.pile import KINDS, Pile, WaitingPage
from mat_desktop.screens.contact.pictures.straight import StraightSheet
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.beside import WorkStrip
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, column, flowing, label, scrolled
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import TRIAL_SHEETS

TRIAL = "Trial: check every sheet"
_HOW = (
    "Photograph each log, one or two to a picture, all of the sheet in sight, or scan the pile in grey. "
    "Then choose the pictures, or drop them here. Nothing of a picture is kept."
)


class PictureView(QWidget):
    """The pile on the table. `back` leads to typing."""

    def __init__(self, bench: Bench, back: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self.strip = WorkStrip(bench.dispatcher, bench.messages)
        self.pile = Pile(bench, self.strip, self._came)
        self._page: WaitingPage | None = None
        self.answers: LogAnswers | None = None
        self._straight = QImage()
        self.setAcceptDrops(True)
        self.figures = label("", "small", wrap=True)
        self.end_trial = button("Thirty real sheets were checked", self._end_trial)
        self.choose = button("Choose pictures", self._choose, icon="file-text")
        self.folder = button("Choose a folder", self._choose_folder)
        self.back = button("Back to typing", back)
        self.said = label(_HOW, wrap=True)
        self.whose, self.span = label("", "section", wrap=True), label("", "strong", wrap=True)
        self.partner = ChoiceField("With whom", [], lambda _key: self._tell())
        self.sheet, self.asking = StraightSheet(), DoubtfulBoxes(self._tell, self._point)
        self.groups = CropGroups(self._doubt)
        self.notes = label("", "small", wrap=True)
        self.keep = button("Keep this page", self._keep, icon="check")
        self.leave_out = button("Leave it out", self._leave_out)
        self.by_hand = button("Type the code and click the corners", self._by_hand)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        frame, layout = card(gap=8)
        layout.addLayout(flowing(self.choose, self.folder, self.back, self.end_trial, fills=False))
        layout.addWidget(self.figures)
        layout.addWidget(self.strip)
        layout.addWidget(self.said)
        right = column(self.asking, self.notes, gap=8)
        side = scrolled(boxed(column(boxed(right), self.groups, None, gap=12)))
        left = boxed(column(self.whose, self.span, self.partner, self.sheet, gap=4))
        hold(side, least_width=420)
        self.zones = PageZones((left, 1), (side, 2))
        layout.addWidget(self.zones, 1)
        layout.addLayout(flowing(self.leave_out, self.by_hand, self.keep, fills=False))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Say how the reader did so far, and show the page at hand."""
        found = log_pictures.running(self._bench.desk)
        on_trial = not self._bench.desk.fact(Fact.READER_CHECKED)
        self.end_trial.setVisible(on_trial and found.sheets >= TRIAL_SHEETS)
        words = found.words if found.sheets else "No page was read in this library yet."
        self.figures.setText(f"{TRIAL}. {words}" if on_trial else words)
        self._tell()

    def _end_trial(self) -> None:
        refused = self._bench.desk.hold(Fact.READER_CHECKED, "yes")
        if refused:
            self._bench.messages.tell(refused)
        self.refresh()

    def _choose(self) -> None:
        shown = " ".join(f"*{kind} *{kind.upper()}" for kind in KINDS)
        paths = self._bench.messages.files_to_open("Pictures of returned logs", f"Pictures ({shown})")
        if paths:
            self.pile.take(paths)

    def _choose_folder(self) -> None:
        folder = self._bench.messages.folder("The folder with the pictures")
        if folder is not None:
            self.take_folder(folder)

    def take_folder(self, folder: Path) -> None:
        """Read every picture in a folder."""
        try:
            found = [path for path in folder.iterdir() if path.suffix.lower() in KINDS and path.is_file()]
        except OSError:
            self._bench.messages.tell("This folder cannot be opened.")
            return
        if not found:
            self._bench.messages.tell("There is no picture in this folder.", Look.NOTE)
        self.pile.take(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped: files, and the pictures of folders."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.pile.take(path for path in paths if path.is_file())
        for folder in (path for path in paths if path.is_dir()):
            self.take_folder(folder)

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
        self.answers, self._page = None, self.pile.waiting.popleft() if self.pile.waiting else None
        if self._page is not None:
            self._show_page(self._page)
        self._tell()
        if self.answers is not None and self.answers.open:
            self.asking.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: WaitingPage) -> None:
        desk, today = self._bench.desk, self._bench.desk.clock.today()
        try:
            read = log_pictures.log_read(desk, self._bench.workshop_id, page.read, page.file.digest, today)
        except Refusal as refusal:
            self.said.setText(f"{page.file.name}: {refusal}")
            return
        self.answers = LogAnswers(read, today)
        self._straight = QImage.fromData(read.straight)
        self._show_owner(read)
        self.sheet.show_sheet(self._straight, read.scale)
        self.asking.show_page(self.answers, self._straight)

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

    def _doubt(self, box: DayBox) -> None:
        self.asking.ask_again(box)

    def _tell(self) -> None:
        """What can be done now, and what waits."""
        answers, page = self.answers, self._page
        self.zones.setVisible(answers is not None)
        self.keep.setVisible(answers is not None)
        self.leave_out.setVisible(page is not None)
        self.by_hand.setVisible(page is not None and answers is None and log_pictures.may_be_told_by_hand(page.read))
        if page is None:
            self.said.setText(_HOW)
        elif answers is not None:
            waits = counted(len(self.pile.waiting), "more page waits", "more pages wait")
            self.said.setText(f"{page.file.name}. {waits}." if self.pile.waiting else page.file.name)
            self.partner.setVisible(len(answers.read.places) > 1)
            self.keep.setEnabled(answers.done and self._place() is not None)
            self.groups.show_groups(answers, self._straight)

    def _place(self) -> int | None:
        key = self.partner.box.currentData()
        return int(key) if key else None

    def _keep(self) -> None:
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
        self.pile.clear()
        self._page = self.answers = None
        self._straight = QImage()
        self._tell()
