"""Lucide icons in the theme's colours, at the device's ratio, redrawn where they stand when the theme changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mat_desktop.assets import icon as icon_file
from mat_desktop.screens.look.theme import worn

_DRAWN = "drawnAgain"


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


def pixmap(name: str, token: str = "ink", size: int = 20, widget: QWidget | None = None) -> QPixmap:
    """One icon as a picture in the colour of a token, `size` pixels as drawn at 100 %, for the screen of `widget`."""
    screen = QGuiApplication.primaryScreen()
    ratio = widget.devicePixelRatioF() if widget is not None else screen.devicePixelRatio() if screen else 1.0
    return _pixmap(name, worn().colours[token], worn().px(size), ratio)


def icon(name: str, token: str = "ink", size: int = 20) -> QIcon:
    """One icon for what is made anew each time it is shown, such as an entry of a menu."""
    return QIcon(pixmap(name, token, size))


GAP = 6
"""Between an icon and its word; Qt itself leaves hardly any."""


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """Which icon stands on a widget, and how: kept with it, so that it is drawn again in another theme."""

    name: str
    token: str
    size: int
    word: bool = False
    after: bool = False


@dataclass(frozen=True, kw_only=True)
class _Made:
    """A picture that is no icon of the set, and its size as drawn at 100 %."""

    picture: Callable[[float], QPixmap]
    wide: int
    high: int


def made(button: QAbstractButton, picture: Callable[[float], QPixmap], wide: int, high: int) -> None:
    """Give a button a picture of its own: `picture` draws it for a ratio of the device, in the theme that is worn."""
    button.setProperty(_DRAWN, _Made(picture=picture, wide=wide, high=high))
    redraw(button)


def beside(button: QAbstractButton, name: str, token: str = "ink", size: int = 20, *, after: bool = False) -> None:
    """Give a button an icon beside its word, with air between the two; `after` for an icon behind the word."""
    _keep(button, _Drawn(name=name, token=token, size=size, word=True, after=after))


def alone(button: QAbstractButton, name: str, token: str = "ink", size: int = 20) -> None:
    """Give a button an icon without a word; no name takes the icon away."""
    _keep(button, _Drawn(name=name, token=token, size=size))


def shown(label: QLabel, name: str, token: str = "ink", size: int = 20) -> None:
    """Show an icon in a label."""
    _keep(label, _Drawn(name=name, token=token, size=size))


def inside(edit: QLineEdit, name: str, token: str = "ink") -> None:
    """Show an icon at the beginning of a line, such as the glass of a search."""
    edit.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
    _keep(edit, _Drawn(name=name, token=token, size=20))


def _keep(widget: QWidget, drawn: _Drawn) -> None:
    widget.setProperty(_DRAWN, drawn)
    redraw(widget)


def redraw(widget: QWidget) -> None:
    """Draw the widget's icon in the theme and for the screen that it has now; nothing where it has none."""
    drawn = widget.property(_DRAWN)
    if isinstance(drawn, _Made) and isinstance(widget, QAbstractButton):
        widget.setIcon(QIcon(drawn.picture(widget.devicePixelRatioF())))
        widget.setIconSize(QSize(worn().px(drawn.wide), worn().px(drawn.high)))
    if not isinstance(drawn, _Drawn):
        return
    picture = pixmap(drawn.name, drawn.token, drawn.size, widget) if drawn.name else QPixmap()
    if isinstance(widget, QLabel):
        widget.setPixmap(picture)
    elif isinstance(widget, QLineEdit):
        widget.actions()[0].setIcon(QIcon(picture))
    elif isinstance(widget, QAbstractButton):
        side = worn().px(drawn.size)
        widget.setIcon(QIcon(_with_air(picture, after=drawn.after) if drawn.word else picture))
        widget.setIconSize(QSize(side + (GAP if drawn.word else 0), side))


def _with_air(picture: QPixmap, *, after: bool) -> QPixmap:
    ratio = picture.devicePixelRatio()
    room = QPixmap(QSize(picture.width() + round(GAP * ratio), picture.height()))
    room.setDevicePixelRatio(ratio)
    room.fill(Qt.GlobalColor.transparent)
    painter = QPainter(room)
    painter.drawPixmap(GAP if after else 0, 0, picture)
    painter.end()
    return room


def draw(painter: QPainter, name: str, token: str, x: float, y: float, size: int) -> None:
    """Draw one icon where a delegate paints, `size` in the painter's own pixels."""
    _renderer(name, worn().colours[token]).render(painter, QRectF(x, y, size, size))


def save(name: str, token: str, path: Path, size: int = 24, *, turned: bool = False) -> str:
    """Write one icon, `turned` upside down, where the style sheet can name it; the path with forward slashes."""
    picture = pixmap(name, token, size)
    (picture.transformed(QTransform().rotate(180)) if turned else picture).save(str(path))
    return path.as_posix()
