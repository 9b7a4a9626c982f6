"""A clock that ticks while its widget is in sight: what nobody sees reads no library, least of all a closed one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class WhileSeen(QTimer):
    """Does something every `milliseconds`, from the moment its widget is shown until it is hidden."""

    def __init__(self, owner: QWidget, milliseconds: int, do: Callable[[], object]) -> None:
        super().__init__(owner, interval=milliseconds)
        self.timeout.connect(do)
        owner.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Watch whether the widget is in sight; the event goes on its way."""
        if event.type() == QEvent.Type.Show:
            self.start()
        elif event.type() == QEvent.Type.Hide:
            self.stop()
        return False
