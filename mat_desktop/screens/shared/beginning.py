"""Where the work with another person, sheet or step begins: at the first thing that is asked and has no answer."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.ring import into_sight

Asks = FormSheet | Field


def begin_in(root: QWidget) -> None:
    """Put the keyboard on the first open question or empty field in sight under `root`, from the top.

    Where everything is answered it is the first of all; where nothing is asked the keyboard stays where it is.
    """
    kinds: tuple[type[FormSheet], type[Field]] = (FormSheet, Field)
    found: list[Asks] = [one for kind in kinds for one in all_in(root, kind) if _asks(root, one)]
    found.sort(key=lambda one: _place(root, one))
    first = next((one for one in found if _is_open(one)), next(iter(found), None))
    if first is not None:
        first.start()
        if isinstance(first, Field):
            into_sight(first)


def _asks(root: QWidget, one: Asks) -> bool:
    """Own words beside an answer are part of their question, not a field of their own."""
    inside = any(sheet.isAncestorOf(one) for sheet in all_in(root, FormSheet))
    takes = one.edit.isEnabled() if isinstance(one, Field) else one.isEnabled()
    return one.isVisibleTo(root) and takes and not inside


def _is_open(one: Asks) -> bool:
    if isinstance(one, FormSheet):
        return any(not row.answered for row in one.rows.values())
    return not one.text().strip()


def _place(root: QWidget, one: Asks) -> tuple[int, int]:
    at = one.mapTo(root, QPoint(0, 0))
    return at.y(), at.x()
