"""What every dialog of the program is: Enter, Esc, the default button, the first field and the size, decided once."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import FILLED, enter, filled_button
from mat_desktop.screens.shared.held import hear_held_keys
from mat_desktop.screens.shared.parts import button, label, row
from mat_desktop.screens.shared.reading import read_in_order
from mat_desktop.screens.shared.ring import FocusRing, can_have_the_keyboard, into_sight

FIELDS = (QLineEdit, QPlainTextEdit)


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
        self.ring = FocusRing(self)

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
            room = screen_of(self).availableSize() - self._frame()
            self.setMaximumSize(room)
            self.fit(room)

    def _frame(self) -> QSize:
        """What the system puts around it, its title bar above all; before that is there, what is around its parent."""
        parent = self.parentWidget()
        around = (one.frameGeometry().size() - one.size() for one in (self, parent.window() if parent else self))
        return next((frame for frame in around if frame.height() > 0), QSize(0, 0))

    def fit_anew(self) -> None:
        """What stands here has changed: be as high as that needs, and no higher."""
        if (layout := self.layout()) is not None:
            layout.activate()
            self.resize(self.width(), self._needed(self.width()))
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
            wide = min(max(wide, layout.totalMinimumSize().width()), room.width())
        self.resize(wide, min(max(self.height(), self._needed(wide)), room.height()))

    def _needed(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(layout.totalMinimumSize().height(), layout.totalHeightForWidth(width))


class _Content(QScrollArea):
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
