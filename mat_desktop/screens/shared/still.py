"""Controls whose value no wheel and no stray letter changes: a page that is scrolled keeps what it says."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSlider, QSpinBox, QStyle, QStyleOptionComboBox, QWidget

from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.held import hear_held_keys
from mat_desktop.screens.shared.lines import Line

_OPENS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
    Qt.Key.Key_F4,
)
_NARROWEST = 150
"""How narrow a list may become, in pixels at text of 100 %, where the longest of its values would like more."""
_INSIDE = 8
"""Between the border of a box of numbers and the number, in pixels."""
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_STROKES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
"""Qt chooses by the first of these, which comes before it is asked whether a key is a shortcut."""
_CHOOSES = (*ENTER, Qt.Key.Key_Space)
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class StillCombo(QComboBox):
    """A closed list passes the wheel on to the page, and arrows and letters open it; only a choice in it counts.

    It would like the width of its longest value; where it has less, what is chosen is in a tool tip too, and the list
    that unfolds shows every value whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(lambda _words: self._tell_whole())

    def minimumSizeHint(self) -> QSize:
        """A part of the value that is chosen."""
        return super().minimumSizeHint().boundedTo(QSize(worn().px(_NARROWEST), 10_000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words that are seen whole."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        whole = self.fontMetrics().horizontalAdvance(self.currentText()) <= room
        self.setToolTip("" if whole else self.currentText())

    def showPopup(self) -> None:
        """Unfold as wide as the longest value, within the window, with the mark on the value that is chosen.

        Qt's own leaves the mark where it was when the list was last folded up without a choice.
        """
        view = self.view()
        view.setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
        room = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + worn().px(8)
        view.setMinimumWidth(min(room, self.window().width()))
        super().showPopup()
        # It is a window of its own, to which the key comes that opened it.
        view.removeEventFilter(self)
        view.installEventFilter(self)
        hear_held_keys(view.window())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list F4 and Alt with an arrow fold it up, as Esc does: Qt would take for chosen what is marked."""
        if event.type() not in _STROKES or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        by_alt = event.key() in _ARROWS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        folds = event.key() == Qt.Key.Key_F4 or by_alt
        if folds and not event.isAutoRepeat():
            self.hidePopup()
        return folds or (event.isAutoRepeat() and event.key() in _CHOOSES)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, where Qt would change the value at once."""
        plain = not event.modifiers() & _WITH
        if event.key() in _OPENS or (plain and event.text().strip() and event.text().isprintable()):
            event.accept()
            if not event.isAutoRepeat():
                self.showPopup()
            return
        super().keyPressEvent(event)


class StillMenu(QMenu):
    """A menu in which only a fresh stroke chooses: the key that opened it may still be held.

    Qt's own marks its first entry when Enter or Space comes again, and does it when it comes once more.
    """

    def __init__(self, title: str, owner: QWidget) -> None:
        super().__init__(title, owner)

    def showEvent(self, event: QShowEvent) -> None:
        """It is a window of its own, to which the key comes that opened it."""
        super().showEvent(event)
        hear_held_keys(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A held key that would choose does nothing; every other key is Qt's."""
        if event.isAutoRepeat() and event.key() in _CHOOSES:
            event.accept()
        else:
            super().keyPressEvent(event)


class StillSpin(QSpinBox):
    """A number that is typed or stepped by arrows, never by the wheel, which does not bring it the keyboard either."""

    def __init__(self) -> None:
        super().__init__()
        line = Line()
        # Of the sheet's padding Qt gives a line within a box of numbers nothing.
        line.setTextMargins(_INSIDE, 0, 0, 0)
        self.setLineEdit(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()


class StillSlider(QSlider):
    """A slider that is drawn or stepped by arrows, never by the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()
