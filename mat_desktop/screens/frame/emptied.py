"""A window whose content was taken out of it, so that nothing of it can be seen, reached or read aloud.

A cover that only lies over a page hides it from the eye: a screen reader still reads what is behind it, and keys still
reach it. What stands in no window cannot be reached by anybody.
"""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from mat_desktop.screens.frame.screen_gone import move_into
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.dress import clothe
from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.shared.staying import give_back, held_in

NEUTRAL = "MAT Desktop"
"""The title of every window under a cover."""
_LARGEST = 16_777_215
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Emptied:
    """One window without its content, and all that is needed to make it what it was."""

    def __init__(self, top: QWidget) -> None:
        self.top = top
        self._focus = top.focusWidget()
        self._held = held_in(top)
        self._marked = _marked(self._focus)
        self._scrolled = [(bar, bar.value()) for bar in all_in(top, QScrollBar)]
        self._shortcuts = [one for one in top.findChildren(QShortcut, options=_DIRECT) if one.isEnabled()]
        self._said = (top.windowTitle(), top.accessibleName(), top.accessibleDescription(), top.toolTip())
        self._sizes = (top.size(), top.minimumSize(), top.maximumSize())
        self._stood = top.pos()
        self._blank = QWidget()
        self._blank.setObjectName("cover")
        self._blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self._blank)
        inside.setContentsMargins(0, 0, 0, 0)
        self._content: _Content = _MainContent(top) if isinstance(top, QMainWindow) else _DialogContent(top)
        self._content.take_out(self._blank)
        self._say(NEUTRAL, "", "", "")
        for one in self._shortcuts:
            one.setEnabled(False)
        self._stays = _Stays(top)

    def hold(self, page: QWidget) -> None:
        """Show a page in the empty window; a small dialog is as large as it needs meanwhile, and on the screen."""
        inside = self._blank.layout()
        assert inside is not None
        dialog = not isinstance(self.top, QMainWindow)
        if dialog:
            # What it wore it had from the main window, through the page that was taken out there.
            clothe(self._blank)
        inside.addWidget(page)
        page.show()
        if dialog:
            self.top.setMinimumSize(0, 0)
            self.top.setMaximumSize(_LARGEST, _LARGEST)
            self.top.resize(self.top.size().expandedTo(page.sizeHint()))
            move_into(self.top, screen_of(self.top).availableGeometry())

    def keep_unseen(self) -> None:
        """A window that opened for what was taken out gave it a window of its own, which is read aloud: take that."""
        root = self._content.root
        if root is not None and isValid(root) and root.internalWinId():
            root.destroy()

    def put_back(self) -> None:
        """What stood here stands here again, with its focus and its scrolling."""
        self.top.removeEventFilter(self._stays)
        self._stays.deleteLater()
        self._content.put_back()
        self._blank.deleteLater()
        self._say(*self._said)
        if not isinstance(self.top, QMainWindow):
            size, least, most = self._sizes
            self.top.setMinimumSize(least)
            self.top.setMaximumSize(most)
            self.top.resize(size)
            self.top.move(self._stood)
        for one in self._shortcuts:
            if isValid(one):
                one.setEnabled(True)
        self._give_back_focus()
        for bar, value in self._scrolled:
            if isValid(bar):
                bar.setValue(value)

    def _say(self, title: str, name: str, description: str, tip: str) -> None:
        self.top.setWindowTitle(title)
        self.top.setAccessibleName(name)
        self.top.setAccessibleDescription(description)
        self.top.setToolTip(tip)

    def _give_back_focus(self) -> None:
        focus = self._focus
        if focus is None or not isValid(focus) or focus.window() is not self.top:
            if self._held is not None:
                # Its page was made anew meanwhile.
                give_back(self.top, self._held)
            return
        focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        if isinstance(focus, QLineEdit) and self._marked is not None:
            focus.setSelection(*self._marked)


class _Stays(QObject):
    """An empty window is not closed by its cross. A dialog that ends by itself takes its own close before this."""

    def __init__(self, top: QWidget) -> None:
        super().__init__(top)
        top.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the close away."""
        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True


def _marked(focus: QWidget | None) -> tuple[int, int] | None:
    """What is marked in a line, which forgets it when the focus goes."""
    if isinstance(focus, QLineEdit) and focus.hasSelectedText():
        return focus.selectionStart(), focus.selectionLength()
    return None


class _Content(Protocol):
    """What stands in a window."""

    root: QWidget | None
    """What holds it while it is out."""

    def take_out(self, blank: QWidget) -> None:
        """Put a blank page in its place."""
        ...

    def put_back(self) -> None:
        """Put it where it was."""
        ...


class _MainContent:
    """A main window: its page, and the menu bar where it has one."""

    def __init__(self, top: QMainWindow) -> None:
        self._top = top
        self.root: QWidget | None = None
        self._menu = top.menuWidget()

    def take_out(self, blank: QWidget) -> None:
        """Put a blank page in its place."""
        self.root = self._top.takeCentralWidget()
        if self._menu is not None:
            self._menu.setParent(self.root)
        self._top.setCentralWidget(blank)
        _show_now(blank)

    def put_back(self) -> None:
        """Put it where it was."""
        self._top.takeCentralWidget()
        if self._menu is not None and isValid(self._menu):
            self._top.setMenuWidget(self._menu)
        if self.root is not None and isValid(self.root):
            self._top.setCentralWidget(self.root)
            _show_now(self.root)


class _DialogContent:
    """Any other window: its layout with all that lies in it, and what stands beside the layout."""

    def __init__(self, top: QWidget) -> None:
        self._top = top
        self._holder = QWidget()
        self.root: QWidget | None = self._holder
        self._holder.resize(top.size())
        self._loose: list[tuple[QWidget, QRect, bool]] = []

    def take_out(self, blank: QWidget) -> None:
        """Put a blank page in its place."""
        laid_out = self._top.layout()
        if laid_out is not None:
            self._holder.setLayout(laid_out)
        for one in _parts(self._top):
            self._loose.append((one, one.geometry(), not one.isHidden()))
            one.setParent(self._holder)
        inside = QVBoxLayout(self._top)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(blank)
        _show_now(blank)

    def put_back(self) -> None:
        """Put it where it was."""
        old = QWidget()
        blank_layout = self._top.layout()
        if blank_layout is not None:
            old.setLayout(blank_layout)
        old.deleteLater()
        laid_out = self._holder.layout()
        if laid_out is not None:
            self._top.setLayout(laid_out)
        for one in _parts(self._top):
            _show_now(one)
        for one, where, shown in self._loose:
            if isValid(one):
                one.setParent(self._top)
                one.setGeometry(where)
                one.setVisible(shown)
        self._holder.deleteLater()


def _parts(top: QWidget) -> list[QWidget]:
    """What stands in a window directly; other windows that belong to it are none of it."""
    return [one for one in top.children() if isinstance(one, QWidget) and not one.isWindow()]


def _show_now(widget: QWidget) -> None:
    """A layout shows what is put into it only with the next event: the focus needs it at once."""
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.MetaCall.value)
