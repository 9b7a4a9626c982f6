"""Erasing a whole workshop: asked with its title and the number of its people, waited for or done at once."""

from functools import partial

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.library import erasing_workshop as erasing
from mat_desktop.facilitation.library.erasing_workshop import BeforeWorkshop, WorkshopErasureView, WorkshopProof
from mat_desktop.facilitation.library.erasure import CopiesErased
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.library.erasing_dialog import ErasingDialog, line_for
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import label


class EraseWorkshopDialog(ErasingDialog):
    """The question about a workshop, told from others by title and people."""

    handed = "Keep the certificate in your own folder."

    def __init__(self, window: QWidget, bench: Bench, library: OpenLibrary) -> None:
        self._before: BeforeWorkshop | None = None
        super().__init__(window, bench, library)

    def _show(self) -> None:
        desk = self._bench.desk
        view = erasing.erasure_of(desk, self._bench.workshop_id, desk.clock.today())
        people = counted(view.people, "person", "people")
        who = f"{view.title}, {day_month_year(view.held_on)}, {people}."
        title = "Erase this workshop and everything about its people?"
        self._show_about(title, who, view, partial(self._show_question, view))

    def _show_question(self, view: WorkshopErasureView) -> None:
        for told in _before(view):
            self._body.addWidget(label(told, wrap=True))
        self._body.addWidget(label(_WHAT_GOES, "muted", wrap=True))
        self.title, self.people = line_for("Title of the workshop"), line_for("How many people")
        self._show_fields(("Type the title", self.title), ("and how many people are in it", self.people))
        self._show_choice()
        self.title.setFocus()

    def _ask(self, *, at_once: bool) -> None:
        proof = WorkshopProof(self.title.text(), self.people.text())
        _, refused = self._bench.attempt("", erasing.ask, self._bench.workshop_id, proof, at_once=at_once)
        self._asked(refused, self.title, at_once=at_once)

    def _call_off(self) -> None:
        self._called_off(self._bench.attempt("", erasing.call_off, self._bench.workshop_id)[1])

    def _erase_now(self) -> None:
        self._before = erasing.erase(self._bench.desk, self._bench.workshop_id)

    def _certificate(self, copies: CopiesErased) -> Certificate:
        assert self._before is not None
        return erasing.certificate(self._bench.desk, self._before, copies)


def _before(view: WorkshopErasureView) -> list[str]:
    """What she should know first."""
    told = []
    if view.would_be_on < view.kept_until:
        told.append(_EARLY.format(day=day_month_year(view.kept_until)))
    if view.later:
        told.append(_LATER.format(n=counted(view.later, "person", "people"), day=day_month_year(view.later_until)))
    if view.go_on:
        told.append(_CALLS_END.format(n=counted(view.go_on, "partnership")))
    return told


_WHAT_GOES = (
    "Names, answers, goals, call days, notes, agreements and the workshop itself go from the library, from its record "
    "of what was done, and from its safety copies. No undo brings them back, nor anything done before. Save figures "
    "and research data first, if you may keep them."
)
_EARLY = "People were told that it is kept until {day}. It is erased earlier then."
_LATER = "{n} said that you may ask again in later years, until {day}. You can’t reach them any more then."
_CALLS_END = "The calls of {n} still go on. You can’t see them here any more then."
