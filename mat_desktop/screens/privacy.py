"""The privacy screen: the page is blank at once, in the same place on every page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.shared.parts import button, label


class PrivacyScreen(QWidget):
    """Covers the whole window; nothing behind it can be seen or reached."""

    def __init__(self, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = button("Back to work", leave, "primary")
        self.back.setFixedWidth(200)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        said = label("A short break.", "title")
        layout.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover everything."""
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.back.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep covering when the window changes its size."""
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None and self.isVisible():
            self.setGeometry(window.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches what is covered."""
        event.accept()
