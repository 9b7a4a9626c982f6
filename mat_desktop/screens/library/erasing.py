"""Erasing one person: asked with what tells them apart, waited for or done at once, and the certificate of it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Beforehand, CopiesErased, ErasureView, Proof
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.screens.library.erasing_dialog import ErasingDialog, line_for
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import label
from mat_desktop.workshop.text import joined


class EraseDialog(ErasingDialog):
    """The question about one person, told from namesakes by table and phone."""

    def __init__(self, window: QWidget, bench: Bench, library: OpenLibrary, person: int) -> None:
        self._person = person
        self._beforehand: Beforehand | None = None
        super().__init__(window, bench, library)

    def _show(self) -> None:
        view = erasure.erasure_of(self._bench.desk, self._person, self._bench.desk.clock.today())
        title = f"Erase everything about {view.called}?"
        self._show_about(title, view.who, view, partial(self._show_question, view))

    def _show_question(self, view: ErasureView) -> None:
        self._body.addWidget(label(_WHAT_GOES, "muted", wrap=True))
        if view.goes_on_with:
            self._body.addWidget(label(_CALLS_END.format(others=joined(view.goes_on_with)), wrap=True))
        self.table, self.figures = line_for("Table number"), line_for("Last two figures of the phone number")
        phone = [("and how the phone number ends", self.figures)] if view.has_phone else []
        self._show_fields(("Type the table number", self.table), *phone)
        self._show_choice()
        self.table.setFocus()

    def _ask(self, *, at_once: bool) -> None:
        proof = Proof(self.table.text(), self.figures.text())
        _, refused = self._bench.attempt("", erasure.ask, self._person, proof, at_once=at_once)
        self._asked(refused, self.table, at_once=at_once)

    def _call_off(self) -> None:
        self._called_off(self._bench.attempt("", erasure.call_off, self._person)[1])

    def _erase_now(self) -> None:
        self._beforehand = erasure.erase(self._bench.desk, self._person)

    def _certificate(self, copies: CopiesErased) -> Certificate:
        assert self._beforehand is not None
        return erasure.certificate(self._bench.desk, self._beforehand, copies)


_WHAT_GOES = (
    "The name and how to reach them, answers, goals, call days, notes and the words of agreements go from the library, "
    "from its record of what was done, and from its safety copies. No undo brings them back, nor anything done before."
)
_CALLS_END = "The calls with {others} end with it. Phone {others} yourself; say only that the calls have ended."
