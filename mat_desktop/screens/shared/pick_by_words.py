"""A dialog with a line to type in and a list of what fits it, of which one is taken."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED, DoingLine
from mat_desktop.screens.shared.parts import button, label, row

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, kw_only=True)
class PickWords:
    """What stands on it: the question, an example in the empty line, names for a screen reader, and the button."""

    title: str
    question: str
    example: str
    line: str
    list: str
    nothing: str
    """What is said where nothing fits."""
    take: str


class PickByWords(Dialog):
    """A line to type in and what fits it; arrows go through the list from the line, Enter takes what is marked."""

    def __init__(self, window: QWidget, wording: PickWords) -> None:
        super().__init__(window, wording.title)
        hold(self, least_width=560, least_height=460)
        self.words = DoingLine()
        self.words.setAccessibleName(wording.line)
        self.words.setPlaceholderText(wording.example)
        self.list = QListWidget()
        self.list.setAccessibleName(wording.list)
        self.nothing = label(wording.nothing, "muted", wrap=True)
        self.go = button(wording.take, self.take, FILLED)
        self.words.textChanged.connect(lambda _words: self.look())
        self.words.returnPressed.connect(self.take)
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        self._lay_out(wording.question)

    def _lay_out(self, question: str) -> None:
        self.layout_of_it = QVBoxLayout(self)
        self.layout_of_it.setContentsMargins(24, 20, 24, 20)
        self.layout_of_it.setSpacing(12)
        title = label(question, "section", wrap=True)
        title.setBuddy(self.words)
        for part in (title, self.words, self.nothing):
            self.layout_of_it.addWidget(part)
        self.layout_of_it.addWidget(self.list, 1)
        self.layout_of_it.addLayout(row(None, button("Leave", self.reject), self.go))

    @property
    def typed(self) -> bool:
        """What is typed here only finds; leaving loses nothing."""
        return False

    @abstractmethod
    def fitting(self, words: str) -> Iterable[tuple[str, object]]:
        """What fits these words: how it is shown, and what it stands for; the likeliest first."""

    @abstractmethod
    def choose(self, marked: object) -> None:
        """Keep what was taken, for whoever asked."""

    def look(self) -> None:
        """Fill the list by what is typed, and mark the first."""
        self.list.clear()
        for words, stands_for in self.fitting(self.words.text()):
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, stands_for)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count() and bool(self.words.text().strip()))
        self.go.setEnabled(bool(self.list.count()))

    def take(self) -> None:
        """Take what is marked in the list."""
        item = self.list.currentItem()
        if item is not None:
            self.choose(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list from the line as well."""
        if event.key() in _UP_DOWN and self.words.hasFocus():
            at = self.list.currentRow() + _UP_DOWN[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))
            event.accept()
            return
        super().keyPressEvent(event)
