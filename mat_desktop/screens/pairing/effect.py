"""What a move would do, said before it is done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing.board import BoardChange
from mat_desktop.screens.shared.parts import button, card, emptied, label, row

ABOUT_THE_SAME = 3


def words_for(change: BoardChange) -> str:
    """In words, since the fit is shown only while the reasons are."""
    if change.refused:
        return "cannot be done"
    if change.before is None:
        return "a new pair"
    if abs(change.after - change.before) <= ABOUT_THE_SAME:
        return "stays about as good"
    return "fits better" if change.after > change.before else "fits less well"


class EffectPanel(QWidget):
    """A frame below the board. A menu asks with two buttons; a drag only shows."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: QFrame
        self._frame, self._lines = card("soft", margins=12, gap=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def show_changes(
        self, title: str, changes: Sequence[BoardChange], do: tuple[str, Callable[[], object]] | None
    ) -> None:
        """Show the changes. With `do` (a word and a deed) it asks; without, the drop answers."""
        emptied(self._lines)
        head = row(label(title, "strong", wrap=True))
        head.setStretch(0, 1)
        if do is None:
            head.addWidget(label("Drop to do it. Esc to leave it.", "small"))
        self._lines.addLayout(head)
        self._lines.addWidget(_grid(changes))
        if do is not None:
            leave = button("Leave as it is", self.hide)
            self._lines.addLayout(row(None, leave, button(do[0], do[1], icon="check")))
        self.show()
        if do is not None:
            leave.setFocus()


def _grid(changes: Sequence[BoardChange]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(4)
    for place, change in enumerate(changes):
        grid.addWidget(label(change.names, wrap=True), place, 0)
        grid.addWidget(label(words_for(change), "strong", wrap=True), place, 1)
        grid.addWidget(label(change.said, "small", wrap=True), place, 2)
    for column, share in enumerate((2, 2, 3)):
        grid.setColumnStretch(column, share)
    return holder
