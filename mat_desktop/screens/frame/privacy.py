"""Covers over the whole window; the privacy screen is one of them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.shared.parts import button, label


class Cover(QWidget):
    """Covers the whole window; nothing behind it can be seen or reached."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inside = QVBoxLayout(self)
        self.first: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover everything."""
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        if self.first is not None:
            self.first.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep covering when the window changes its size."""
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None and not self.isHidden():
            self.setGeometry(window.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches what is covered."""
        event.accept()


class PrivacyScreen(Cover):
    """The page is blank at once, in the same place on every page. It says at most that there is something to read."""

    def __init__(self, window: QWidget, leave: Callable[[], object], read: Callable[[], object]) -> None:
        super().__init__(window)
        self.back = button("Back to work", leave, "primary")
        self.read = button("Something to read", read)
        for one in (self.back, self.read):
            one.setFixedWidth(220)
        self.first = self.back
        self.inside.addStretch(1)
        self.inside.addWidget(label("A short break.", "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addSpacing(20)
        self.inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(1)
        self.read.hide()
