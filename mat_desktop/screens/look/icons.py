"""Lucide icons in the theme's colours, one pixmap per name, colour, size and screen ratio."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from mat_desktop.assets import icon as icon_file
from mat_desktop.screens.look.tokens import LIGHT


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = icon_file(name).read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, token: str = "ink", size: int = 20) -> QPixmap:
    """One icon as a picture, in the colour of a token."""
    screen = QGuiApplication.primaryScreen()
    return _pixmap(name, LIGHT[token], size, screen.devicePixelRatio() if screen else 1.0)


def icon(name: str, token: str = "ink", size: int = 20) -> QIcon:
    """One icon for a button without a word."""
    return QIcon(pixmap(name, token, size))


GAP = 6
"""Between an icon and its word; Qt itself leaves hardly any."""


def beside(button: QAbstractButton, name: str, token: str = "ink", size: int = 20, *, after: bool = False) -> None:
    """Give a button an icon beside its word, with air between the two; `after` for an icon behind the word."""
    drawn = pixmap(name, token, size)
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(QSize(round((size + GAP) * ratio), round(size * ratio)))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(GAP if after else 0, 0, drawn)
    painter.end()
    button.setIcon(QIcon(wide))
    button.setIconSize(QSize(size + GAP, size))


def draw(painter: QPainter, name: str, token: str, x: float, y: float, size: int) -> None:
    """Draw one icon where a delegate paints."""
    _renderer(name, LIGHT[token]).render(painter, QRectF(x, y, size, size))


def save(name: str, token: str, path: Path, size: int = 24) -> str:
    """Write one icon where the style sheet can name it; the path with forward slashes."""
    pixmap(name, token, size).save(str(path))
    return path.as_posix()
