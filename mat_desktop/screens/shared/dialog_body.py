"""What is in a dialog, and the actions below it: on a small screen the one scrolls and the others stay in sight."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.look.tokens import MARGIN
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.scrolling import Steady

_AROUND = QSize(2 * MARGIN + 24, 60)
"""The margins of a dialog, and what the system draws around it."""
_ACTIONS = 84
"""The line of actions with the air around it, in pixels at text of 100 %."""
_TOP, _GAP = 20, 16


class DialogBody(Steady):
    """As large as what is in it, as long as the screen has room for that and for the actions."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setObjectName("bare")
        self._inside = inside
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More is said inside, or less: the dialog follows."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self.widget() and event.type() == QEvent.Type.Show:
            self._lay_out()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        """Give what is in it all its room: growing while it is being shown, Qt forgets to tell its layout."""
        if (layout := self._inside.layout()) is not None:
            layout.setGeometry(self._inside.contentsRect())

    def sizeHint(self) -> QSize:
        """All of it, or what the screen has room for."""
        inside, room = self._inside, self._room()
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(inside.sizeHint().width(), self.window().minimumWidth() - 2 * MARGIN) + bar
        width = max(min(width, room.width()), inside.minimumSizeHint().width())
        height = inside.heightForWidth(width - bar) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(width, min(height, room.height()))

    def minimumSizeHint(self) -> QSize:
        """As high as it would like to be: it scrolls only where the screen is small."""
        return QSize(self._inside.minimumSizeHint().width(), self.sizeHint().height())

    def _room(self) -> QSize:
        size = screen_of(self).availableGeometry().size() - _AROUND
        return size - QSize(0, worn().px(_ACTIONS))


def lay_out(dialog: QDialog, content: QBoxLayout, *actions: QWidget, first: QWidget | None = None) -> None:
    """Give a dialog its content and its actions at the bottom right; `first` stands at the left of them."""
    inside = QWidget()
    inside.setLayout(content)
    content.setContentsMargins(0, 0, 0, 0)
    ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    if first is not None:
        ways.addWidget(first)
    right = QWidget()
    right.setLayout(FlowLayout(*actions, gap=12, ends=True))
    ways.addWidget(right, 1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(MARGIN, _TOP, MARGIN, _TOP)
    layout.setSpacing(_GAP)
    layout.addWidget(DialogBody(inside), 1)
    layout.addLayout(ways)
