"""A picture that is drawn, as a screen reader finds it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel


class Picture(QLabel):
    """A drawn picture: its values are its name, what may be read from it is its description.

    A bare widget is nothing to a screen reader. A label that holds a picture is told as one, so this one holds a dot
    that nobody sees, and what is seen is painted over it.
    """

    def __init__(self) -> None:
        super().__init__()
        unseen = QPixmap(1, 1)
        unseen.fill(Qt.GlobalColor.transparent)
        self.setPixmap(unseen)

    def told(self, values: str, reading: str) -> None:
        """Say the values of what is drawn now, and the sentence that says what may be read from it."""
        self.setAccessibleName(values)
        self.setAccessibleDescription(reading)
