"""A chart as large as the text beside it."""

from collections.abc import Callable

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.theme import worn


def enlarged(chart: QWidget, draw: Callable[[QPainter, float, float], None]) -> None:
    """Draw a chart in pixels at text of 100 %, in so much room, and enlarge it as a whole where the text is larger."""
    factor = worn().factor
    painter = QPainter(chart)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(factor, factor)
    draw(painter, chart.width() / factor, chart.height() / factor)
