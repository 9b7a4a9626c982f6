"""What every dialog of the program is: Enter, Esc, the default button, the first field and the size, decided once."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import FILLED, enter, filled_button
from mat_desktop.screens.shared.held import hear_held_keys
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.parts import button, label, row
from mat_desktop.screens.shared.reading import read_in_order, stops_in
from mat_desktop.screens.shared.ring import FocusRing, can_have_the_keyboard, into_sight
from mat_desktop.screens.shared.scrolling import Steady
from mat_desktop.screens.shared.staying import FocusHeld, give_back, held_in

FIELDS = (QLineEdit, QPlainTextEdit)
_FRAME = QSize(0, 40)
"""What the system draws around a dialog, its title above all: known only once it is there, and then too late."""


class Dialog(QDialog):
    """A dialog that Esc leaves without change, asking where something is typed, and Enter confirms.

    The one filled button is the default. In a dialog that destroys or freezes something the safe button is the filled
    one. Enter in a line goes on to the next field, and from the last one to the filled button. No name ever stands in
    the title of the window, for titles are seen where the dialog is not.

    A dialog is never larger than the screen: where it has no room, its content scrolls up and down, and its last row,
    which holds its buttons, stays in sight.
    """

    last_line_confirms = True
    """Whether Enter in the last line presses the filled button; else it leads on to the first button."""

    def __init__(self, window: QWidget | None, title: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self._stood: dict[QWidget, str] = {}
        self._scrolls: _Content | None = None
        self._held: FocusHeld | None = None
        self.ring = FocusRing(self, self._follow)

    def exec(self) -> int:
        """Ask, and go for good once the answer was read: what is left of a dialog would be read aloud under a cover.

        The window below has the keyboard then. Where two dialogs close in one stroke, a window manager may look for the
        one that is just going, and give the keyboard to nobody.
        """
        home = self.parentWidget()
        try:
            return super().exec()
        finally:
            if home is not None and isValid(home) and home.window().isVisible():
                home.window().activateWindow()
            if isValid(self):
                self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Remember what stands in the fields, fill the default, stay within the screen."""
        super().showEvent(event)
        hear_held_keys(self)
        self.ring.listen()
        self.settle()
        filled = filled_button(self)
        for one in all_in(self, QPushButton):
            one.setDefault(one is filled)
        self.stay_on_screen()

    def _follow(self, now: QWidget | None) -> None:
        """Know what has the keyboard: what stands here may be made anew under the hand that uses it."""
        # Only what keeps it counts: taken apart, each part hands it on to one that goes next.
        if not isValid(self):
            return  # its ring hears of the keyboard a moment longer than it lives
        QTimer.singleShot(0, self, self._note_keyboard if now is not None else self._give_keyboard_back)

    def _note_keyboard(self) -> None:
        self._held = held_in(self) or self._held

    def _give_keyboard_back(self) -> None:
        """Where what had the keyboard is gone, what took its place has it, or what is nearest: it is never nowhere."""
        lost = self._held is not None and not (isValid(self._held.widget) and self.isAncestorOf(self._held.widget))
        if self._held is not None and lost and self.isActiveWindow() and QApplication.focusWidget() is None:
            lay_out(self)
            give_back(self, self._held)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of it follows the keyboard any more."""
        self.ring.rest()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger words while it is open: it grows with them, within the screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self.stay_on_screen)

    def settle(self) -> None:
        """From here on, what stands in the fields now counts as not typed."""
        self._stood = {edit: _text(edit) for kind in FIELDS for edit in all_in(self, kind)}

    @property
    def typed(self) -> bool:
        """Whether a hand typed something here that leaving would lose."""
        edits = [edit for kind in FIELDS for edit in all_in(self, kind) if edit.isVisible()]
        return any(_text(edit).strip() != self._stood.get(edit, "").strip() for edit in edits)

    def leave(self) -> None:
        """Leave without change; where something is typed, ask first. Esc and the window's own cross lead here."""
        if not self.typed or asks_to_leave(self):
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter goes on; a held key does nothing twice."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if not event.isAutoRepeat():
                self.leave()
        elif event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat():
                enter(self, confirms=self.last_line_confirms)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as one reads; whatever has the keyboard then is seen."""
        by_hand = can_have_the_keyboard(self.focusWidget())
        read_in_order(self)
        went = super().focusNextPrevChild(onward)
        if by_hand:
            into_sight(self.focusWidget())
        return went

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross is Esc."""
        event.ignore()
        self.leave()

    def stay_on_screen(self) -> None:
        """Be no larger than the screen; what has no room then scrolls."""
        if not self.isFullScreen():
            screen = screen_of(self).availableGeometry()
            room = screen.size() - self._frame()
            self.setMaximumSize(room)
            self.fit(room)
            over = self.frameGeometry().bottom() - screen.bottom()
            if self.isVisible() and over > 0:
                self.move(self.x(), max(screen.top(), self.y() - over))

    def _frame(self) -> QSize:
        """What the system puts around it, its title bar above all; before that is there, what is around its parent."""
        parent = self.parentWidget()
        around = (one.frameGeometry().size() - one.size() for one in (self, parent.window() if parent else self))
        return next((frame for frame in around if frame.height() > 0), _FRAME).expandedTo(_FRAME)

    def fit_anew(self) -> None:
        """What stands here has changed: be as high as that needs, and no higher; what scrolls keeps its height."""
        if (layout := self.layout()) is not None:
            layout.activate()
            least = self.height() if self._scrolls is not None else 0
            self.resize(self.width(), max(least, self._needed(self.width())))
        if self.isVisible():
            self.stay_on_screen()

    def fit(self, room: QSize) -> None:
        """Be as large as the words need, within `room`."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        wide = min(max(self.width(), layout.totalMinimumSize().width()), room.width())
        if self._needed(wide) > room.height() and self._scrolls is None and isinstance(layout, QVBoxLayout):
            self._scrolls = _Content(layout)
            layout.activate()
            if self.focusWidget() is None and (first := next(stops_in(self._scrolls), None)) is not None:
                first.setFocus()
            wide = min(max(wide, layout.totalMinimumSize().width()), room.width())
        self.resize(wide, min(max(self.height(), self._needed(wide)), room.height()))

    def _needed(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        least = max(layout.totalMinimumSize().height(), layout.totalHeightForWidth(width))
        # What scrolls can do with little, and is as high as all of it where there is room.
        return least if self._scrolls is None else max(least, layout.totalSizeHint().height())


class _Content(Steady):
    """All of a dialog but its last row, in an area that scrolls."""

    def __init__(self, layout: QVBoxLayout) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        focus = self._focus_in(layout)
        inside = QWidget()
        inside.setObjectName("bare")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, _BAR, 0)
        inner.setSpacing(layout.spacing())
        while layout.count() > 1:
            item = layout.takeAt(0)
            assert item is not None
            self._move(inner, item)
        self.setWidget(inside)
        layout.insertWidget(0, self, 1)
        if focus is not None:
            focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content comes to the front."""
        if watched is self.widget() and event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._lay_out)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        """Give each part its place: growing while it is being shown, Qt leaves some where they would have been."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.invalidate()
            layout.activate()

    @staticmethod
    def _focus_in(layout: QVBoxLayout) -> QWidget | None:
        owner = layout.parentWidget()
        return owner.focusWidget() if owner is not None else None

    @staticmethod
    def _move(inner: QVBoxLayout, item: QLayoutItem) -> None:
        if (inside := item.layout()) is not None:
            inside.setParent(None)
            inner.addLayout(inside)
        elif (widget := item.widget()) is not None:
            inner.addWidget(widget)
        else:
            inner.addItem(item)

    def sizeHint(self) -> QSize:
        """All of it, at the width that it has."""
        least, content = self.minimumSizeHint(), self.widget()
        if content is None:
            return least
        width = max(self.width(), least.width()) - self.verticalScrollBar().sizeHint().width()
        high = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        return QSize(least.width(), high)

    def minimumSizeHint(self) -> QSize:
        """Nothing in it leaves it sideways, with the bar beside it."""
        content = self.widget()
        wide = content.minimumSizeHint().width() if content is not None else 0
        wide += self.verticalScrollBar().sizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())


_BAR = 12
"""Room for the bar beside the content."""


class AskToLeave(Dialog):
    """Typed words are about to be lost; staying is the safe answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "MAT Desktop")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addWidget(label("You typed something here that is not kept yet.", wrap=True))
        self.stay = button("Stay", self.reject, FILLED)
        layout.addLayout(row(None, button("Leave without it", self.accept), self.stay))
        self.stay.setFocus()


def asks_to_leave(dialog: QWidget) -> bool:
    """Ask whether to leave without what was typed. True for leaving."""
    return AskToLeave(dialog).exec() == QDialog.DialogCode.Accepted


def _text(edit: QWidget) -> str:
    if isinstance(edit, QLineEdit):
        return edit.text()
    return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else ""
