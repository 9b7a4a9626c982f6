"""Dragging that a key puts down: while something hangs on the pointer, Qt hears no key but Esc."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QKeyEvent

_CARRIES = "carries"
"""A property of the program: whether something hangs on the pointer. Qt does not tell."""


def carry(drag: QDrag, action: Qt.DropAction) -> None:
    """Drag until it is dropped. A key puts it down and is heard afterwards as always, F9 above all."""
    hears = _Hears()
    # Qt listens from the moment the drag begins; who comes after it is asked before it.
    QTimer.singleShot(0, hears.listen)
    _note(carries=True)
    drag.exec(action)
    _note(carries=False)
    hears.rest()


def put_down() -> None:
    """End a drag that is under way, with nothing dropped: what lies over the window now may come by itself."""
    application = QCoreApplication.instance()
    if application is not None and application.property(_CARRIES):
        QDrag.cancel()


def _note(*, carries: bool) -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_CARRIES, carries)


class _Hears(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._over = False

    def listen(self) -> None:
        application = QCoreApplication.instance()
        if application is not None and not self._over:
            application.installEventFilter(self)

    def rest(self) -> None:
        self._over = True
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
            return False
        self.rest()
        QDrag.cancel()
        window = QGuiApplication.focusWindow()
        if window is not None:
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QCoreApplication.postEvent(window, again)
        return True
