"""The veil over the whole program: every window is emptied, and no key, click, drop or close does anything under it.

One filter hears the keys of each window before any widget and any shortcut does, in the loops of dialogs too. Only
while the veil lies, when there is nothing but a blank page to ask about, it hears the whole program, so that a window
that opens under it is emptied before it is painted.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QToolTip, QWidget
from shiboken6 import isValid

from mat_desktop.screens.frame.emptied import Emptied
from mat_desktop.screens.look.standing_on import stands_in
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.dragging import put_down

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_EDITS = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MANY = 20


class VeilPage(QWidget):
    """What is seen of the program while the veil lies: one page, in the window that can be reached."""

    @property
    def first(self) -> QWidget:
        """Where the keyboard is at first. Not on a button: whoever was typing types on for a moment."""
        return self

    def stirred(self) -> bool:
        """A key or a click came. True where that is all it does."""
        return False


class Veil(QObject):
    """Lies over every window of the program, or does not."""

    def __init__(self, home: QWidget, keys: Mapping[QKeyCombination, Callable[[], object]]) -> None:
        """`home` is the page of the main window, `keys` are heard in every window, whatever has the focus."""
        super().__init__(home)
        self._home, self._keys = home, keys
        self._page: VeilPage | None = None
        self._emptied: list[Emptied] = []
        self._rests = False
        application = _application()
        application.focusWindowChanged.connect(self.follow)
        self.follow(application.focusWindow())

    @property
    def lies(self) -> bool:
        """Whether the program is covered."""
        return self._page is not None

    def follow(self, window: QWindow | None) -> None:
        """Hear what a hand does in this window."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def rest(self) -> None:
        """Let go of everything: the page of the main window goes, or the system ends the session under the veil."""
        self.lift()
        if self._rests:
            return
        self._rests = True
        application = _application()
        application.focusWindowChanged.disconnect(self.follow)
        for window in application.topLevelWindows():
            window.removeEventFilter(self)

    def lay(self, page: VeilPage) -> None:
        """Empty every window and show this page in the one that can be reached."""
        _close_what_floats()
        main = self._home.window()
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible() and self._is_ours(top)]
        self._page = page
        self._emptied = [Emptied(top) for top in {id(top): top for top in (main, *shown)}.values()]
        _application().installEventFilter(self)
        self._show_page()

    def lift(self) -> None:
        """Put everything back."""
        page, self._page = self._page, None
        if page is None:
            return
        _application().removeEventFilter(self)
        page.setParent(None)
        page.deleteLater()
        emptied, self._emptied = self._emptied, []
        for one in emptied:
            if isValid(one.top):
                one.put_back()

    def _is_ours(self, top: QWidget) -> bool:
        """Whether a window belongs to this page; the window of a participant does not."""
        parent: QWidget | None = top
        while parent is not None:
            if parent in (self._home, self._home.window()) or any(one.top is parent for one in self._emptied):
                return True
            parent = parent.parentWidget()
        return isinstance(top, QDialog)

    def _show_page(self) -> None:
        """Show the page where a hand can reach it: a dialog blocks the windows behind it."""
        page = self._page
        if page is None:
            return
        held = [one for one in self._emptied if isValid(one.top)]
        modal = QApplication.activeModalWidget()
        wanted = next((one for one in held if one.top is modal), held[0])
        if page.window() is not wanted.top:
            wanted.hold(page)
        page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the veil took what a hand did."""
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind in _KEYS or (self.lies and (kind in _DRAGS or kind in _PRESSES)):
                return self._belongs(watched) and self._takes(event)
        elif kind in (QEvent.Type.Show, QEvent.Type.Hide) and isinstance(watched, QWidget) and watched.isWindow():
            return self.lies and not event.spontaneous() and self._came_or_went(watched, event)
        return False

    def _belongs(self, window: QWindow) -> bool:
        if stands_in(self._home.window(), window):
            # Nearly every key is one of these, and there may be hundreds of windows that were never shown.
            return True
        return any(stands_in(top, window) and self._is_ours(top) for top in QApplication.topLevelWidgets())

    def _takes(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._hears(event):
            return True
        if not self.lies:
            return False
        if event.type() in _DRAGS:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.key() in _SHIFTS:
            return False
        if event.type() in _PRESSES and self._page is not None and self._page.stirred():
            return True
        return isinstance(event, QKeyEvent) and not _leads_on(event)

    def _hears(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & (_COMMANDS | Qt.KeyboardModifier.ShiftModifier)
        does = self._keys.get(QKeyCombination(held, Qt.Key(event.key())))
        if does is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            does()
        return True

    def _came_or_went(self, top: QWidget, event: QEvent) -> bool:
        """A window that opens under the veil is emptied too; one that closes gives the page back."""
        known = any(one.top is top for one in self._emptied)
        if event.type() == QEvent.Type.Hide:
            if known and self._page is not None and self._page.window() is top:
                self._page.setParent(None)
                QTimer.singleShot(0, self, self._show_page)
            return False
        if known or not self._is_ours(top):
            return False
        if top.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            QTimer.singleShot(0, top, top.close)
            return False
        # The window itself hears of it first: dialogs look at their fields when they are shown.
        top.event(event)
        for one in self._emptied:
            one.keep_unseen()
        self._emptied.append(Emptied(top))
        QTimer.singleShot(0, self, self._show_page)
        return True


def _leads_on(event: QKeyEvent) -> bool:
    """The few keys that do something under the veil: Tab, the button in focus, and the line for the PIN."""
    focus, key = QApplication.focusWidget(), event.key()
    if key in _TABS:
        return not event.modifiers() & _COMMANDS
    if isinstance(focus, QAbstractButton):
        return key in (*ENTER, Qt.Key.Key_Space) and not event.modifiers() & _COMMANDS
    if not isinstance(focus, QLineEdit):
        return False
    if key in ENTER:
        return not event.isAutoRepeat()
    return key in _EDITS or _types(event)


def _types(event: QKeyEvent) -> bool:
    """Whether a key is a letter. AltGr is Ctrl and Alt together on some systems."""
    commands = event.modifiers() & _COMMANDS
    return bool(event.text()) and event.text().isprintable() and commands in (Qt.KeyboardModifier.NoModifier, _COMMANDS)


def _close_what_floats() -> None:
    """Menus, open lists and tool tips go; what hangs on the pointer is put down where it was."""
    QToolTip.hideText()
    put_down()
    for _ in range(_MANY):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
