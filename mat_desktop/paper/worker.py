"""Paper in a process of its own: it is handed frozen views, tells how far it is, and sends bytes back."""

from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any

from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.paper import press
from mat_desktop.paper.drawing import Page

READY, DONE, FAULT = "ready", "done", "fault"


def work(pipe: "Connection[Any, Any]", style: Style) -> None:
    """Make one PDF of the sheets that come through the pipe, a handful at a time until an empty one.

    Numbers say how many sheets are laid out; then come the bytes, or what went wrong.
    """
    try:
        pipe.send((READY, None))
        sheets: list[Sheet] = []
        while handful := pipe.recv():
            sheets += handful
        title = sheets[0].head.footer if sheets else ""
        pipe.send((DONE, press.bound(_told(pipe, sheets, style), title)))
    except EOFError:
        return
    except (OSError, ValueError, RuntimeError, LookupError, TypeError, MemoryError) as fault:
        pipe.send((FAULT, type(fault).__name__))
    finally:
        pipe.close()


def _told(pipe: "Connection[Any, Any]", sheets: Sequence[Sheet], style: Style) -> Iterator[Page]:
    for done, pages in enumerate(press.stacks(sheets, style), 1):
        yield from pages
        pipe.send(done)
