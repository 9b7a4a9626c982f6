"""Whether everything that is open wears the style sheet, which lies on windows and not on the application."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.contract.state import State


def undressed() -> list[str]:
    """What is open and wears no sheet."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and not _wears_it(top)]
    return [f"{type(top).__name__} “{top.text() if isinstance(top, QLabel) else top.windowTitle()}”" for top in tops]


def whatever_is_open_is_dressed(_state: State) -> Iterator[str]:
    """The window, the dialog, and whatever lies over them."""
    yield from (f"{one} wears no sheet" for one in undressed())


def _wears_it(top: QWidget) -> bool:
    """Qt draws what wears a sheet by a style of its own."""
    return top.style().metaObject().className() == "QStyleSheetStyle"
