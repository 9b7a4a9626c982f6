"""The screen that a widget stands on, and the system's window that it stands in, asked of the program.

What a widget itself gives out, PySide takes for a part of that widget: where both are thrown away together, the screen
is destroyed with it, and the program with the screen. A test forbids to ask a widget.
"""

from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget


def screen_of(widget: QWidget) -> QScreen:
    """The screen under the middle of a widget's window, or of the window that it will lie over; else the first one."""
    shown = widget if widget.isVisible() else widget.parentWidget() or widget
    found = QGuiApplication.screenAt(shown.window().frameGeometry().center())
    return found if found is not None else QGuiApplication.primaryScreen()


def window_of(widget: QWidget) -> QWindow | None:
    """The system's window of a window; None before it was first shown."""
    own = widget.internalWinId()
    return next((one for one in QGuiApplication.topLevelWindows() if own and one.winId() == own), None)


def stands_in(widget: QWidget, window: QWindow) -> bool:
    """Whether this is the system's window of that widget."""
    own = widget.internalWinId()
    return bool(own) and own == window.winId()
