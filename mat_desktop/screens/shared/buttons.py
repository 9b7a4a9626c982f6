"""The one button of the program: what Enter, a held key and a double click do is decided here and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from mat_desktop.screens.look.belonging import group_of
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.long_words import cut_short
from mat_desktop.screens.shared.ring import lead_to

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The two keys that a person calls Enter."""
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_TICK, _AIR, _TARGET = 22, 9, 42
"""A tick with the air beside it, the air around the words, and the height, as drawn at 100 %."""


def _say(set_text: Callable[[str], None], button: QAbstractButton, words: str) -> None:
    """Say as much as has room; what was whole in the tool tip goes with the words that were cut."""
    shown, before = cut_short(words), button.text()
    if shown != words:
        button.setToolTip(words)
    elif cut_short(button.toolTip()) == before != button.toolTip():
        button.setToolTip("")
    set_text(shown)


class Button(QPushButton):
    """Enter presses the button that has the focus, once, however long it is held; a double click is one click.

    Qt's own button hands Enter on to whichever button is the default of its dialog, so that Enter on Cancel would
    confirm; and a second click that comes quickly would press what the first one brought under the hand.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setText(words)
        self.setAutoDefault(False)

    def setText(self, words: str) -> None:
        """Other words, in one line; a word that is too long for it is whole in the tool tip."""
        _say(super().setText, self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses this button, arrows are for what holds it, such as a row; every other key is Qt's.

        Qt takes an arrow for Tab: Down in a row of somebody would go on to the next box of the same person, and what is
        typed for the next one be written down about this one.
        """
        if event.key() in _ARROWS:
            event.ignore()
            return
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if event.isAutoRepeat():
            return
        if self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()


def goes_aside(event: QKeyEvent) -> bool:
    """Whether a key only goes from one answer to the one beside it."""
    return event.key() in _ARROWS


def beside(answer: QAbstractButton, event: QKeyEvent) -> QAbstractButton:
    """The answer to which an arrow goes, of those that stand together; at the ends the same one."""
    group = group_of(answer)
    joined = [one for one in group.buttons() if one.isEnabled()] if group is not None else [answer]
    return joined[max(0, min(joined.index(answer) + _ARROWS[Qt.Key(event.key())], len(joined) - 1))]


class Segment(QRadioButton):
    """One of several answers that stand joined: a radio button that looks like a button.

    Arrows only go from one to the other, Enter and Space choose: what is passed on the way is not chosen, for choosing
    may write something down. Tab stops once for all of them.
    """

    def __init__(self, words: str, width: int = 0) -> None:
        """`width`: what it likes to have, as drawn at 100 %, where its words need less."""
        super().__init__(cut_short(words))
        self.setProperty("kind", "segment")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._width = width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, Enter chooses once; every other key is Qt's."""
        if event.key() in _ARROWS:
            event.accept()
            lead_to(beside(self, event))
        elif event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole field is the answer, not only its words."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """As wide as its words with the tick, as a button is, and no narrower than the others beside it."""
        least = self.minimumSizeHint()
        return QSize(max(self._width, least.width()), least.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words with the tick."""
        self.ensurePolished()
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        px = worn().px
        return QSize(max(px(_TARGET), words.width() + px(_TICK) + 2 * _AIR), max(px(_TARGET), words.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Look like a button."""
        option = QStyleOptionButton()
        option.initFrom(self)
        option.text, option.icon, option.iconSize = self.text(), self.icon(), self.iconSize()
        option.state |= QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        if self.isDown():
            option.state |= QStyle.StateFlag.State_Sunken
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class TickBox(QCheckBox):
    """A box to tick: a double click ticks it once, and its words go on in a new line where there is no room."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setText(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is pressed, as the ring around it says: not only the box and its words."""
        return self.rect().contains(pos)

    def setText(self, words: str) -> None:
        """Other words; one that is too long for a line is whole in the tool tip."""
        _say(super().setText, self, words)

    def minimumSizeHint(self) -> QSize:
        """The box and the longest word beside it."""
        whole = super().minimumSizeHint()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(whole.width(), self._before_words() + longest + _SLACK), whole.height())

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take beside the box."""
        room = QRect(0, 0, max(1, width - self._before_words()), 10_000)
        lines = self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height()
        return max(super().sizeHint().height(), lines)

    def _before_words(self) -> int:
        whole = super().sizeHint().width()
        return whole - self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box at the middle of the left side, the words beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, painter = self.style(), QPainter(self)
        words = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        room = QRect(words.left(), 0, self.width() - words.left(), self.height())
        style.drawItemText(
            painter, room, _WRAPPED, self.palette(), self.isEnabled(), self.text(), self.foregroundRole()
        )


_SLACK = 2
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
