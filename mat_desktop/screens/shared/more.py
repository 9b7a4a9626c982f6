"""What is seldom needed, behind one key: it unfolds under it, and stays unfolded until it is folded again."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from mat_desktop.screens.shared.parts import button, rename

FOLD = "Fold it up again"


class More(QWidget):
    """A key and what lies behind it. `key` says what is there; unfolded it folds it again.

    Its words are short, for nothing may be wider than the smallest window.
    """

    def __init__(self, words: str, body: QLayout) -> None:
        super().__init__()
        self._words = words
        self.key = button(words, self._turn, "quiet", "plus")
        self.body = QWidget()
        body.setContentsMargins(0, 0, 0, 0)
        self.body.setLayout(body)
        self.body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.addWidget(self.key)
        layout.addLayout(head)
        layout.addWidget(self.body)

    @property
    def is_open(self) -> bool:
        """Whether what lies behind the key is shown."""
        return not self.body.isHidden()

    def unfold(self, *, on: bool = True) -> None:
        """Show what lies behind the key, or hide it again."""
        if on != self.is_open:
            self._turn()

    def _turn(self) -> None:
        self.body.setVisible(not self.is_open)
        rename(self.key, FOLD if self.is_open else self._words)
