"""The searchable list of everything that can be done, with its keys; a form code typed here opens its sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mat_desktop.screens.frame.actions import Action
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED, DoingLine
from mat_desktop.screens.shared.parts import button, label, row
from mat_desktop.workshop.codes import shown_code, typed_code

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActionList(Dialog):
    """A line to type in and what fits it. `chosen` or `code` says what was chosen, neither that she left."""

    def __init__(self, window: QWidget, actions: tuple[Action, ...]) -> None:
        super().__init__(window, "What can be done")
        self._actions = actions
        self.chosen: Action | None = None
        self.code = ""
        hold(self, least_width=560, least_height=460)
        self.words = DoingLine()
        self.words.setAccessibleName("Words of what you want to do, or a form code")
        self.words.setPlaceholderText("undo, print, H7K2 6C")
        self.list = QListWidget()
        self.list.setAccessibleName("What can be done")
        self.words.textChanged.connect(self._show)
        self.words.returnPressed.connect(self.take)
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        title = label("What do you want to do? Type some of its words, or the code of a sheet.", "section", wrap=True)
        title.setBuddy(self.words)
        layout.addWidget(title)
        layout.addWidget(self.words)
        self.nothing = label("Nothing is called that here. Try fewer letters.", "muted", wrap=True)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.go = button("Do it", self.take, FILLED)
        layout.addLayout(row(None, button("Leave", self.reject), self.go))
        self._show("")
        self.words.setFocus()

    @property
    def typed(self) -> bool:
        """What is typed here only finds; leaving loses nothing."""
        return False

    def _show(self, words: str) -> None:
        self.list.clear()
        asked = words.casefold().split()
        for action in self._actions:
            if all(word in f"{action.named} {action.menu}".casefold() for word in asked):
                self._add(action.named, action)
        code = typed_code(words)
        if code is not None:
            # Last, for six letters that a button is called by, "print 1", are a code as well.
            self._add(f"Open the sheet with the code {shown_code(code)}", code)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())
        self.go.setEnabled(bool(self.list.count()))

    def _add(self, words: str, what: Action | str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, what)
        self.list.addItem(item)

    def take(self) -> None:
        """Do what is marked in the list."""
        item = self.list.currentItem()
        if item is None:
            return
        marked = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(marked, Action):
            self.chosen = marked
        else:
            self.code = str(marked)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list from the line as well."""
        if event.key() in _UP_DOWN and self.words.hasFocus():
            at = self.list.currentRow() + _UP_DOWN[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))
            event.accept()
            return
        super().keyPressEvent(event)
