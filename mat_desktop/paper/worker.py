"""Paper made beside the window: frozen views in, the bytes of one PDF out."""

from collections.abc import Iterator, Sequence

from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.paper import press
from mat_desktop.paper.drawing import Page

AT_ONCE = 20
"""So few sheets are made before a process would have started."""


def task(sheets: Sequence[Sheet], style: Style) -> Task[Sheet, Style, bytes]:
    """One PDF of these sheets."""
    return Task(
        work=work,
        parts=sheets,
        given=style,
        heavy=len(sheets) > AT_ONCE,
        lost="The paper could not be made ({why}). Nothing is lost: print fewer sheets at a time.",
    )


def work(tell: Tell, sheets: Sequence[Sheet], style: Style) -> bytes:
    """Make one PDF, and tell how many sheets are laid out."""
    return press.bound(_told(tell, sheets, style), press.title_of(sheets))


def _told(tell: Tell, sheets: Sequence[Sheet], style: Style) -> Iterator[Page]:
    for done, pages in enumerate(press.stacks(sheets, style), 1):
        yield from pages
        tell(done, len(sheets))
