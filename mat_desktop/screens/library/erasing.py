"""Erasing one person: asked with what tells them apart, waited for or done at once, and the certificate of it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Beforehand, CopiesErased, ErasureView, Proof
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import Beside
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import boxed, button, column, emptied, fault_lines, label, row
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.printer_dialog import Document, choose_printer
from mat_desktop.screens.shared.to_printer import paint_on
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined

_NO_SECOND = "The certificate is not printed. It can’t be made again, for nothing is left to make it from."


class EraseDialog(Dialog):
    """The question, the wait, the work, the certificate: one after the other, in the same place."""

    def __init__(self, window: QWidget, bench: Bench, library: OpenLibrary, person: int) -> None:
        super().__init__(window, "Erase")
        self.ask_printer = choose_printer
        self._bench, self._library, self._person = bench, library, person
        self._beforehand: Beforehand | None = None
        self._pdf = b""
        self._out = False
        # The dialog itself is a question that is open: what comes of the work must not wait for it to go.
        self._work = Beside(self, bench.dispatcher, while_held=True)
        hold(self, least_width=620)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self.error = fault_lines()
        self._foot: QHBoxLayout = row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(self._body)
        layout.addWidget(self.error)
        layout.addLayout(self._foot)
        self._show()

    def _show(self) -> None:
        view = erasure.erasure_of(self._bench.desk, self._person, self._bench.desk.clock.today())
        self._clear()
        self._body.addWidget(label(f"Erase everything about {view.called}?", "section", wrap=True))
        self._body.addWidget(label(view.who, "strong", wrap=True))
        if view.refused:
            self._body.addWidget(label(view.refused, wrap=True))
            self._foot.addLayout(row(None, button("Close", self.reject, "primary")))
        elif view.erase_on is not None:
            self._show_waiting(view)
        else:
            self._show_question(view)

    def _clear(self) -> None:
        emptied(self._body)
        emptied(self._foot)
        self.error.setText("")

    def _show_question(self, view: ErasureView) -> None:
        day = day_month_year(view.would_be_on)
        self._body.addWidget(label(f"It is done on {day}. Until then it is locked and can be called off.", wrap=True))
        self._body.addWidget(label(_WHAT_GOES, "muted", wrap=True))
        if view.goes_on_with:
            self._body.addWidget(label(_CALLS_END.format(others=joined(view.goes_on_with)), wrap=True))
        self.table, self.figures = _line("Table number"), _line("Last two figures of the phone number")
        fields = [column(label("Type the table number", "label"), self.table, gap=4)]
        if view.has_phone:
            fields.append(column(label("and how the phone number ends", "label"), self.figures, gap=4))
        self._body.addLayout(row(*(boxed(field) for field in fields)))
        self.keep = button("Keep everything", self.leave, "primary")
        self.wait = button("Wait seven days", lambda: self._ask(at_once=False), "destroy")
        self.now = button("Erase now", lambda: self._ask(at_once=True), "destroy")
        self._foot.addLayout(row(None, self.now, self.wait, self.keep))
        self.table.setFocus()

    def _show_waiting(self, view: ErasureView) -> None:
        assert view.erase_on is not None
        assert view.asked_on is not None
        asked, day = day_month_year(view.asked_on), day_month_year(view.erase_on)
        words = f"Asked on {asked}. It is done on {day}. Until then it is locked and can be called off."
        self._body.addWidget(label(words, wrap=True))
        self.keep = button("Leave it so", self.leave, "primary")
        off = button("Call it off", self._call_off)
        if view.erase_on <= self._bench.desk.clock.today():
            self.now = button("Erase now", self._erase, "destroy")
            self._foot.addLayout(row(off, None, self.now, self.keep))
        else:
            self._foot.addLayout(row(off, None, self.keep))
        self.keep.setFocus()

    def _ask(self, *, at_once: bool) -> None:
        proof = Proof(self.table.text(), self.figures.text())
        _, refused = self._bench.attempt("", erasure.ask, self._person, proof, at_once=at_once)
        self.error.setText(refused)
        if refused:
            self.table.setFocus()
        elif at_once:
            self._erase()
        else:
            self.accept()

    def _call_off(self) -> None:
        _, refused = self._bench.attempt("", erasure.call_off, self._person)
        self.error.setText(refused)
        if not refused:
            self.accept()

    def _erase(self) -> None:
        try:
            self._beforehand = erasure.erase(self._bench.desk, self._person)
            task = self._library.erasing_copies()
        except Refusal as refusal:
            self._show()
            self.error.setText(str(refusal))
            return
        assert task is not None
        self._clear()
        self.settle()
        self.sentence = label(_UNDER_WAY, wrap=True)
        self._body.addWidget(self.sentence)
        self._work.start(task, self._show_certificate, self._not_all, self._so_far)

    def _so_far(self, done: int, of: int) -> None:
        if of:
            self.sentence.setText(f"{_UNDER_WAY} Safety copy {min(done + 1, of)} of {of}.")

    def _not_all(self, why: str) -> None:
        """The library itself is done. What is left is tried again when it is opened; the certificate says so."""
        self._show_certificate(CopiesErased(reached=0, beyond=(_STILL_TO_COME,)))
        self.error.setText(why)

    def _show_certificate(self, copies: CopiesErased) -> None:
        assert self._beforehand is not None
        desk = self._bench.desk
        told: Certificate = erasure.certificate(desk, self._beforehand, copies)
        self._pdf = self._bench.printer.certificate(told, remembered(desk).paper)
        self._clear()
        self._body.addWidget(label("Erased. Hand over the certificate.", "section", wrap=True))
        self._body.addWidget(label(told.erased, wrap=True))
        self._body.addWidget(label(f"This could not be reached: {told.beyond}", wrap=True))
        self._body.addWidget(label(told.foot[0], "muted", wrap=True))
        self.done_button = button("Done", self.leave)
        self.save = button("Save as PDF", self._save, icon="file-down")
        self.print = button("Print", self._print, "primary", "printer")
        self._foot.addLayout(row(self.done_button, None, self.save, self.print))
        self.print.setFocus()

    def _print(self) -> None:
        style = remembered(self._bench.desk)
        printer = self.ask_printer(self, Document(style=style, pages=page_count(self._pdf)))
        if printer is not None and paint_on(self._pdf, printer, self._bench.messages.tell):
            self._out = True

    def _save(self) -> None:
        target = self._bench.messages.file_to_save(
            "Save the certificate where the person gets it", "erased.pdf", "PDF (*.pdf)"
        )
        if target is None:
            return
        try:
            self._bench.write(target, self._pdf)
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self._out = True

    def leave(self) -> None:
        """Not in the midst of it; and not without the certificate, unless that is meant."""
        if self._work.busy:
            return
        if (
            self._pdf
            and not self._out
            and not self._bench.messages.ask(_NO_SECOND, "Leave without it", "Stay", destroys=True)
        ):
            return
        super().leave()


def _line(words: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(words)
    return edit


_WHAT_GOES = (
    "The name and how to reach them, answers, goals, call days, notes and the words of agreements go from the library, "
    "from its record of what was done, and from its safety copies. No undo brings them back, nor anything done before."
)
_CALLS_END = "The calls with {others} end with it. Phone {others} yourself; say only that the calls have ended."
_UNDER_WAY = "It is erased from the library. Now from its safety copies; this takes a while."
_STILL_TO_COME = "those that are reached when the library is opened again"
