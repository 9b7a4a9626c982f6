"""Where she was when the library was locked, and how the window goes there again."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.screens.frame.window import Workplace


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """A page, by what it shows, and the lines of it that belong to no deed yet, such as half a new name."""

    folder: Path
    workshop_id: int | None
    step: Step | None
    person: int
    printing: bool
    begun: tuple[tuple[str, str], ...]


def whereabouts(workplace: "Workplace") -> Whereabouts:
    """Where she is."""
    page = workplace.page
    return Whereabouts(
        folder=workplace.library.folder,
        workshop_id=workplace.bench.workshop_id if workplace.bench is not None else None,
        step=workplace.step,
        person=page.person if page is not None else 0,
        printing=workplace.printing,
        begun=tuple((line.accessibleName(), line.text()) for line in _begun(workplace)),
    )


def go_back_to(workplace: "Workplace", was: Whereabouts) -> None:
    """Open the same page at the same person; what is no longer there leaves her at Today."""
    if was.step is None or was.workshop_id is None or was.folder != workplace.library.folder:
        return
    try:
        workplace.open_workshop(was.workshop_id, was.step, was.person or None)
    except Refusal:
        workplace.open_today()
        return
    lines = {line.accessibleName(): line for line in _lines(workplace)}
    for name, words in was.begun:
        if name in lines:
            lines[name].setText(words)
            lines[name].setModified(True)
    if was.printing:
        workplace.open_print()


def _lines(place: "Workplace") -> list[QLineEdit]:
    """The lines of the page that are kept by a button and not by leaving them."""
    page = place.page
    found = all_in(page, QLineEdit) if page is not None else []
    return [one for one in found if not isinstance(one.parentWidget(), Field | PeopleList)]


def _begun(place: "Workplace") -> list[QLineEdit]:
    return [one for one in _lines(place) if one.isModified() and one.text()]
