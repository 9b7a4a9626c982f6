"""What erasing is asked, waited for, done and certified in: one after the other, in the same place."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.library.erasure import CopiesErased
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import Beside
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import DialogBody
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import boxed, button, column, emptied, fault_lines, label, row
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.printer_dialog import Document, choose_printer
from mat_desktop.screens.shared.to_printer import paint_on
from mat_desktop.workshop.refusal import Refusal

_NO_SECOND = "The certificate is not printed. It can’t be made again, for nothing is left to make it from."


class Erasing(Protocol):
    """How far the wish to erase somebody, or a workshop, is."""

    @property
    def refused(self) -> str:
        """Why it cannot be done now; empty where it can."""

    @property
    def asked_on(self) -> date | None:
        """Since when it is wished."""

    @property
    def erase_on(self) -> date | None:
        """On which day it is done."""

    @property
    def would_be_on(self) -> date:
        """On which day it would be done, asked for today."""


class ErasingDialog(Dialog):
    """Who or what it is about, the question and the certificate are the subclass's."""

    handed = "Hand over the certificate."
    """What is done with it."""

    def __init__(self, window: QWidget, bench: Bench, library: OpenLibrary) -> None:
        super().__init__(window, "Erase")
        self.ask_printer = choose_printer
        self.is_erased = False
        self._bench, self._library = bench, library
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
        inside = QWidget()
        inside.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(DialogBody(inside), 1)
        layout.addWidget(self.error)
        layout.addLayout(self._foot)
        self._show()

    def _show(self) -> None:
        """The question, or how far it is."""
        raise NotImplementedError

    def _ask(self, *, at_once: bool) -> None:
        """Keep that it was asked for."""
        raise NotImplementedError

    def _call_off(self) -> None:
        """Nobody wants it any more."""
        raise NotImplementedError

    def _erase_now(self) -> None:
        """Do it in the library. Raises Refusal."""
        raise NotImplementedError

    def _certificate(self, copies: CopiesErased) -> Certificate:
        """What was done."""
        raise NotImplementedError

    def _clear(self) -> None:
        emptied(self._body)
        emptied(self._foot)
        self.error.setText("")

    def _show_about(self, title: str, who: str, request: Erasing, question: Callable[[], None]) -> None:
        """Why it cannot be done, how far it is, or the question with what goes."""
        self._clear()
        self._body.addWidget(label(title, "section", wrap=True))
        self._body.addWidget(label(who, "strong", wrap=True))
        if request.refused:
            self._show_refused(request.refused)
        elif request.asked_on is not None and request.erase_on is not None:
            self._show_waiting(request.asked_on, request.erase_on)
        else:
            day = day_month_year(request.would_be_on)
            words = f"It is done on {day}. Until then it is locked and can be called off."
            self._body.addWidget(label(words, wrap=True))
            question()

    def _show_refused(self, why: str) -> None:
        self._body.addWidget(label(why, wrap=True))
        self._foot.addLayout(row(None, button("Close", self.reject, "primary")))

    def _show_fields(self, *fields: tuple[str, QLineEdit]) -> None:
        self._body.addLayout(row(*(boxed(column(label(words, "label"), edit, gap=4)) for words, edit in fields)))

    def _show_choice(self) -> None:
        self.keep = button("Keep everything", self.leave, "primary")
        self.wait = button("Wait seven days", lambda: self._ask(at_once=False), "destroy")
        self.now = button("Erase now", lambda: self._ask(at_once=True), "destroy")
        self._foot.addLayout(row(None, self.now, self.wait, self.keep))

    def _show_waiting(self, asked_on: date, erase_on: date) -> None:
        asked, day = day_month_year(asked_on), day_month_year(erase_on)
        words = f"Asked on {asked}. It is done on {day}. Until then it is locked and can be called off."
        self._body.addWidget(label(words, wrap=True))
        self.keep = button("Leave it so", self.leave, "primary")
        off = button("Call it off", self._call_off)
        if erase_on <= self._bench.desk.clock.today():
            self.now = button("Erase now", self._erase, "destroy")
            self._foot.addLayout(row(off, None, self.now, self.keep))
        else:
            self._foot.addLayout(row(off, None, self.keep))
        self.keep.setFocus()

    def _asked(self, refused: str, first: QLineEdit, *, at_once: bool) -> None:
        self.error.setText(refused)
        if refused:
            first.setFocus()
        elif at_once:
            self._erase()
        else:
            self.accept()

    def _called_off(self, refused: str) -> None:
        self.error.setText(refused)
        if not refused:
            self.accept()

    def _erase(self) -> None:
        try:
            self._erase_now()
            self.is_erased = True
            task = self._library.erasing_copies()
        except Refusal as refusal:
            self._show_fault(str(refusal))
            return
        assert task is not None
        self._clear()
        self.settle()
        self.sentence = label(_UNDER_WAY, wrap=True)
        self._body.addWidget(self.sentence)
        self._work.start(task, self._show_certificate, self._not_all, self._so_far)

    def _show_fault(self, why: str) -> None:
        """Nothing was done yet; or the library itself is done, and the rest is tried again when it is opened."""
        if self.is_erased:
            self._not_all(why)
            return
        self._show()
        self.error.setText(why)

    def _so_far(self, done: int, of: int) -> None:
        if of:
            self.sentence.setText(f"{_UNDER_WAY} Safety copy {min(done + 1, of)} of {of}.")

    def _not_all(self, why: str) -> None:
        """The library itself is done. What is left is tried again when it is opened; the certificate says so."""
        self._show_certificate(CopiesErased(reached=0, beyond=(_STILL_TO_COME,)))
        self.error.setText(why)

    def _show_certificate(self, copies: CopiesErased) -> None:
        told = self._certificate(copies)
        self._pdf = self._bench.printer.certificate(told, remembered(self._bench.desk).paper)
        self._clear()
        self._body.addWidget(label(f"Erased. {self.handed}", "section", wrap=True))
        self._body.addWidget(label(told.erased, wrap=True))
        self._body.addWidget(label(f"{told.beyond_head} {told.beyond}", wrap=True))
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
        target = self._bench.messages.file_to_save("Save the certificate where it is kept", "erased.pdf", "PDF (*.pdf)")
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


def line_for(words: str) -> QLineEdit:
    """A line in which the proof is typed."""
    edit = Line()
    edit.setAccessibleName(words)
    return edit


_UNDER_WAY = "It is erased from the library. Now from its safety copies; this takes a while."
_STILL_TO_COME = "those that are reached when the library is opened again"
