"""Finding a person by name or number, from anywhere: this workshop first, the others on a second key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.promises.finding import Among, FoundPerson, event_on, find
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED, DoingLine
from mat_desktop.screens.shared.parts import button, label, rename, row

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WIDER = {Among.HERE: Among.OPEN, Among.OPEN: Among.ALL, Among.ALL: Among.HERE}
_WHERE = {
    Among.HERE: "Only this workshop is searched.",
    Among.OPEN: "Workshops that go on are searched.",
    Among.ALL: "All workshops are searched, finished ones too.",
}
_ON = {
    Among.HERE: "Only this workshop",
    Among.OPEN: "The other workshops",
    Among.ALL: "Finished ones too",
}
"""What the second key says that leads there."""


class FindPerson(Dialog):
    """A line to type in, and who fits. `chosen` is the person, 0 where she left.

    On the day of an event only its people are found, for others look on: the other workshops come on a second key,
    and finished ones only when they are asked for.
    """

    def __init__(self, window: QWidget, desk: Desk, here: int) -> None:
        super().__init__(window, "Find a person")
        self._desk = desk
        event = event_on(desk, desk.clock.today())
        self._here = here or event
        self._among = Among.HERE if event else Among.OPEN
        self.chosen = 0
        hold(self, least_width=560, least_height=460)
        self.words = DoingLine()
        self.words.setAccessibleName("Name or number")
        self.words.setPlaceholderText("carmen, or 0142")
        self.list = QListWidget()
        self.list.setAccessibleName("Who fits")
        self.where = label("", "small", wrap=True)
        self.wider = button("", self._widen, "quiet")
        self.words.textChanged.connect(lambda _words: self._show())
        self.words.returnPressed.connect(self.take)
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        title = label("Who? A part of the name, or figures of the number.", "section", wrap=True)
        title.setBuddy(self.words)
        layout.addWidget(title)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        beside = row(self.where, self.wider)
        beside.setStretch(0, 1)
        layout.addLayout(beside)
        layout.addLayout(row(None, button("Leave", self.reject), button("Show the line", self.take, FILLED)))
        self._show()
        self.words.setFocus()

    @property
    def typed(self) -> bool:
        """What is typed here only finds; leaving loses nothing."""
        return False

    def _following(self) -> Among:
        wider = _WIDER[self._among]
        return Among.OPEN if wider is Among.HERE and not self._here else wider

    def _widen(self) -> None:
        self._among = self._following()
        self._show()
        self.words.setFocus()

    def _show(self) -> None:
        self.where.setText(_WHERE[self._among])
        rename(self.wider, _ON[self._following()])
        self.list.clear()
        for found in find(self._desk, self.words.text(), self._here, self._among):
            item = QListWidgetItem(self._line(found))
            item.setData(Qt.ItemDataRole.UserRole, found.person)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _line(self, found: FoundPerson) -> str:
        about = [found.name, found.phone]
        if self._among is not Among.HERE:
            about.append(f"{found.workshop}, {found.held_on.year}")
        return "  ·  ".join(part for part in about if part)

    def take(self) -> None:
        """Show the line of who is marked in the list."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen = int(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list from the line as well."""
        if event.key() in _UP_DOWN and self.words.hasFocus():
            at = self.list.currentRow() + _UP_DOWN[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))
            event.accept()
            return
        super().keyPressEvent(event)
