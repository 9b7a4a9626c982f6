"""The print centre: what, for whom, how, with the real page beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.printing.calendar_file import save_calendar
from mat_desktop.screens.printing.counting import Counting
from mat_desktop.screens.printing.run import PrintRun
from mat_desktop.screens.printing.what import WhatToPrint
from mat_desktop.screens.printing.whom import WhomAndHow
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.parts import button, label, rename, row
from mat_desktop.screens.shared.preview import Preview, page_count
from mat_desktop.screens.shared.to_printer import Printing, choose_printer
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import DAY_PACK, FACTS, MEETING_BAG, SPARE_PACKS, TAKE_HOME, Goes, SheetKind

_NOBODY_YET = "Nobody is expected yet. People are added in step 2."


class PrintPage(QWidget):
    """Three zones. Looking issues nothing; printing and saving issue each sheet once, with its code."""

    def __init__(self, bench: Bench, write: Callable[[Path, bytes], None]) -> None:
        super().__init__()
        self._bench, self._write = bench, write
        self.ask_printer = choose_printer
        self.what = WhatToPrint(self._kinds_changed, self.print_the_day, self.take_home)
        self.whom = WhomAndHow(bench.desk, self._changed)
        self.preview = Preview("")
        self.preview.beyond = self._turn_sheet
        self.warning = label("", "attn", wrap=True)
        self.count = label("", "small", wrap=True)
        self.bar, self.leave = QProgressBar(), button("Stop", self.stop)
        self.save = button("Save as PDF", self.save_pdf, icon="file-down")
        self.dates = button("Calendar file", self.save_calendar, icon="calendar-days")
        self.primary = button("Print", self.print_now, "primary", "printer")
        self._places: tuple[OrderedSheet, ...] = ()
        self._at = 0
        self._run: PrintRun | Printing | None = None
        self._counting = Counting(self, bench, self._counted)
        self._soon = QTimer(self, interval=60, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self._build()

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.warning)
        beside.addWidget(self.preview, 1)
        self._busy = QWidget()
        busy = row(self.bar, self.leave)
        busy.setStretch(0, 1)
        self._busy.setLayout(busy)
        self.bar.setAccessibleName("How far it is")
        self.bar.setTextVisible(False)
        self._busy.hide()
        beside.addWidget(self.count)
        beside.addWidget(self._busy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 12)
        layout.setSpacing(12)
        layout.addWidget(self.what)
        layout.addWidget(self.whom)
        layout.addLayout(beside, 1)

    def refresh(self) -> None:
        """Show what can be printed now."""
        if not self.what.kinds:
            self.what.choose((SheetKind.GOAL_CARD,))
            self._kinds_changed()
            return
        self._offer()
        self._changed()

    def show_kind(self, kind: SheetKind, keys: Sequence[int] = ()) -> None:
        """Open at one kind of sheet, for these people or for everybody."""
        self.what.choose((kind,))
        self.whom.blank_copies.setValue(0)
        self._offer()
        if keys:
            self.whom.choose(list(keys))
        else:
            self._kinds_changed()

    def _offer(self) -> None:
        kinds = self.what.kinds
        found = sheets.recipients(self._bench.desk, self._bench.workshop_id, kinds)
        room = bool(kinds) and all(FACTS[kind].goes is Goes.ROOM for kind in kinds)
        said = "This is printed once, for the room." if room else ""
        if not found and not room:
            said = next((FACTS[kind].nobody for kind in kinds if FACTS[kind].nobody), _NOBODY_YET)
        self.whom.show_people(found, said if kinds else "Choose what to print.")

    def _kinds_changed(self) -> None:
        """Another choice of kinds: everybody is chosen; what is alike for all, and referrals, begin with nobody."""
        self._offer()
        kinds = set(self.what.kinds)
        alone = kinds == {SheetKind.REFERRAL} or all(FACTS[kind].goes is Goes.ALL for kind in kinds)
        if alone:
            self.whom.tick_only(())
            self._changed()
        else:
            self.whom.choose_all()

    def print_the_day(self) -> None:
        """The evening before: all that does not depend on pairs, for each person, with three spare packs."""
        self.what.choose(DAY_PACK)
        self._offer()
        self.whom.blank_copies.setValue(SPARE_PACKS)
        self.whom.choose_all()

    def take_home(self) -> None:
        """The five things that go home, for everybody in a pair."""
        self.what.choose(TAKE_HOME)
        self.whom.blank_copies.setValue(0)
        self._offer()
        desk, workshop = self._bench.desk, self._bench.workshop_id
        paired = sheets.recipients(desk, workshop, (SheetKind.AGREEMENT,))
        self.whom.choose([r.key for r in paired])

    def meeting_bag(self) -> None:
        """What goes to a meeting, for everybody in a pair."""
        self.what.choose(MEETING_BAG)
        self.whom.blank_copies.setValue(0)
        self._offer()
        self.whom.choose_all()

    def order(self) -> Order:
        """What is wanted, as it is chosen now."""
        return Order(
            workshop_id=self._bench.workshop_id,
            kinds=self.what.kinds,
            people=self.whom.people,
            blanks=self.whom.blank_copies.value(),
            sort_by=self.whom.sort_by,
            first_names=self.whom.first_names,
        )

    def _changed(self) -> None:
        self._soon.start()

    def settle(self) -> None:
        """Show the present choice at once."""
        self._soon.stop()
        self._draw()

    def _draw(self) -> None:
        order = self.order()
        self._places = sheets.plan(self._bench.desk, order)
        self._at = min(self._at, max(0, len(self._places) - 1))
        self.preview.number = 0
        self._show_sheet()
        self._say_before(order)
        for found in (self.primary, self.save):
            found.setEnabled(bool(self._places) and self._run is None)
        rename(self.primary, "Print")
        self.count.setText("")
        self._counting.start(order, self._places, self.whom.style_wanted)

    def _show_sheet(self) -> None:
        if not self._places:
            self.preview.show_pdf(b"", "Nothing to print")
            return
        found = sheets.shown(self._bench.desk, self.order(), (self._places[self._at],))
        pdf = self._bench.printer.pdf(found, self.whom.style_wanted)
        more = f", {self._at + 1} of {len(self._places)}" if len(self._places) > 1 else ""
        self.preview.show_pdf(pdf, FACTS[self._places[self._at].kind].title + more)
        self.preview.offer_beyond(self._at > 0, self._at < len(self._places) - 1)

    def _turn_sheet(self, step: int) -> None:
        """Beyond the last page of a sheet lies the next sheet."""
        self._at = max(0, min(self._at + step, len(self._places) - 1))
        self.preview.number = 0
        self._show_sheet()

    def _say_before(self, order: Order) -> None:
        self.warning.setText(" ".join(sheets.before_printing(self._bench.desk, order)))
        self.warning.setVisible(bool(self.warning.text()))

    def _counted(self, pages: int, papers: int, lacking: tuple[tuple[str, str], ...]) -> None:
        rename(self.primary, f"Print {counted(papers, 'sheet')}" if papers else "Print")
        people = f"{counted(len(self.whom.people), 'person', 'people')}, " if self.whom.people else ""
        self.count.setText(f"{people}{counted(pages, 'page')} on {counted(papers, 'sheet')}. Black and white is fine.")
        if lacking:
            letters = ", ".join(f"{letter} (in “{words[:30]}”)" for letter, words in lacking[:6])
            self.warning.setText(
                f"{self.warning.text()} No font here has these letters; a box prints instead: {letters}."
            )
            self.warning.show()

    @property
    def busy(self) -> bool:
        """Whether a print is under way."""
        return self._run is not None

    def note(self) -> str:
        """Nothing: how much there is stands under the page."""
        return ""

    def save_pdf(self) -> None:
        """Into a file, or a file for each sheet into a folder."""
        self.settle()
        if self.whom.separate:
            folder = self._bench.messages.folder("Where to put the files")
            if folder is not None:
                self._start(lambda found, _pdf: self._write_each(folder, found))
            return
        name = f"{self.what.kinds[0].value}.pdf" if len(self.what.kinds) == 1 else "sheets.pdf"
        place = self._bench.messages.file_to_save("Save as PDF", name, "PDF (*.pdf)")
        if place is not None:
            self._start(lambda _found, pdf: self._write_one(place, pdf))

    def _write_one(self, place: Path, pdf: bytes) -> None:
        if self._kept(place, pdf):
            self._bench.messages.tell(f"Saved: {place}", Look.NOTE)

    def _write_each(self, folder: Path, found: list[Sheet]) -> None:
        by_code: dict[str, list[Sheet]] = {}
        for sheet in found:
            by_code.setdefault(f"{sheet.head.footer} {sheet.head.code}", []).append(sheet)
        for name, own in by_code.items():
            if not self._kept(folder / f"{name}.pdf", self._bench.printer.pdf(own, self.whom.style_wanted)):
                return
        self._bench.messages.tell(f"{counted(len(by_code), 'file')} in {folder}", Look.NOTE)

    def _kept(self, place: Path, content: bytes) -> bool:
        try:
            self._write(place, content)
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return False
        return True

    def print_now(self) -> None:
        """To a printer that the facilitator chooses; asked first, so that nothing is issued for nothing."""
        self.settle()
        printer = self.ask_printer(self, self.whom.style_wanted)
        if printer is not None:
            self._printer, self._pages_a_paper = printer, 2 if self.whom.style_wanted.both_sides else 1
            self._start(lambda _found, pdf: self._to_printer(pdf, 0))

    def _start(self, then: Callable[[list[Sheet], bytes], object]) -> None:
        def done(found: list[Sheet], pdf: bytes) -> None:
            self._rest()
            QTimer.singleShot(0, lambda: then(found, pdf))
            self.settle()

        self._run = PrintRun(
            self, self._bench, self.order(), self.whom.style_wanted, self._progress, done, self._failed
        )
        self._working()
        self._run.start()

    def _to_printer(self, pdf: bytes, first: int) -> None:
        def done() -> None:
            self._rest()
            self._ask_after(pdf)

        self._run = Printing(pdf, self._printer, first, self._progress, done, self)
        self._working()
        self._run.start()

    def _ask_after(self, pdf: bytes) -> None:
        """Paper jams: from the sheet that did not come out, the very same pages print again."""
        messages = self._bench.messages
        if messages.pick("Did all of it come out?", ("Yes", "No, not all")) != 1:
            return
        papers = -(-page_count(pdf) // self._pages_a_paper)
        number = messages.which("Which sheet of paper did not come out? Counted from the first, which is 1.", papers)
        if number is not None:
            self._to_printer(pdf, (number - 1) * self._pages_a_paper)

    def _progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _failed(self, sentence: str) -> None:
        self._rest()
        self._bench.messages.tell(sentence)

    def _working(self) -> None:
        self._counting.stop()
        self._busy.show()
        for found in (self.primary, self.save):
            found.setEnabled(False)

    def _rest(self) -> None:
        self._run = None
        self._busy.hide()
        for found in (self.primary, self.save):
            found.setEnabled(bool(self._places))

    def abandon(self) -> None:
        """Somebody else has the laptop, or the program closes: no question of a print may come up then."""
        self._counting.stop()
        self._soon.stop()
        if self._run is not None:
            self._run.cancel()
            self._rest()

    def stop(self) -> None:
        """Leave the print under way."""
        if self._run is not None:
            self.abandon()
            self._bench.messages.tell("Stopped. Sheets that came out keep their codes.", Look.NOTE)

    def save_calendar(self) -> None:
        """A calendar file: of the one person who is ticked, else the facilitator's own dates."""
        people = self.whom.people
        save_calendar(self._bench, people[0] if len(people) == 1 else 0, self._kept)
