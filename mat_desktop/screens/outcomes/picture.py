"""A picture that is drawn, as a screen reader finds it."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from mat_desktop.screens.look.theme import worn


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


class FittedPicture(Picture):
    """A picture that is as high as its width makes it, and stands otherwise where there is little room."""

    narrow_below: ClassVar[int]
    """Below this width, in pixels at text of 100 %, it is narrow."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: what stood side by side may have to stand one above the other."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _narrow(self) -> bool:
        return self.width() < self.narrow_below * worn().factor

    def _fit(self) -> None:
        """Be as high as this width needs."""
        raise NotImplementedError
