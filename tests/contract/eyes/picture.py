"""The window as it is seen: its pixels, and how far colours stand out from each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Colour = tuple[int, int, int]
Pixels = NDArray[np.uint8]
_FEW = 2
"""So many pixels of one colour are a part of what is drawn; one alone may be any mixture."""


class Picture:
    """A window, or a box of it, as it is drawn now. Boxes are given in the window's own pixels."""

    def __init__(self, window: QWidget, box: QRect | None = None) -> None:
        """`box`: only this part is drawn, which is cheaper than all of a window."""
        self._box = (box or window.rect()) & window.rect()
        picture = window.grab(self._box)
        self._ratio = picture.devicePixelRatio()
        image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        self.pixels: Pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()

    def part(self, box: QRect) -> Pixels:
        """The pixels of a box, in rows; none where it lies outside."""
        inside = (box & self._box).translated(-self._box.topLeft())
        left, top = round(inside.left() * self._ratio), round(inside.top() * self._ratio)
        right, end = left + round(inside.width() * self._ratio), top + round(inside.height() * self._ratio)
        return self.pixels[top:end, left:right]

    def at(self, point: QPoint) -> Colour | None:
        """The colour of a point; None where it lies outside."""
        return next(iter(_colours(self.part(QRect(point, point)))), None)


def _colours(pixels: Pixels) -> list[Colour]:
    return [(int(r), int(g), int(b)) for r, g, b in pixels.reshape(-1, 3)]


def counted(pixels: Pixels) -> list[tuple[Colour, int]]:
    """Each colour with how often it is there, the most frequent first."""
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    codes, times = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    order = np.argsort(-times, kind="stable")
    pairs = zip(codes[order].tolist(), times[order].tolist(), strict=True)
    return [((code >> 16, code >> 8 & 255, code & 255), number) for code, number in pairs]


def words_on(pixels: Pixels) -> tuple[Colour, Colour, float] | None:
    """The colour of letters, that of their ground, and the contrast of the two; None where there is one colour only.

    Letters are drawn with soft edges: the colour that stands out most is the one without any of the ground in it.
    """
    found = counted(pixels)
    if len(found) < 2:
        return None
    ground = found[0][0]
    drawn = [colour for colour, times in found[1:] if times >= _FEW] or [colour for colour, _ in found[1:]]
    ink = max(drawn, key=lambda colour: contrast(colour, ground))
    return ink, ground, contrast(ink, ground)


def most_contrast(colours: Sequence[Colour], ground: Colour) -> float:
    """How far the one of these colours stands out that does so most; 1 is not at all."""
    return max((contrast(colour, ground) for colour in colours), default=1.0)


def contrast(one: Colour, other: Colour) -> float:
    """By WCAG 2: relative luminance of the lighter plus 0.05 over that of the darker plus 0.05; from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_LINEAR = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (n / 255 for n in range(256))]


def _luminance(colour: Colour) -> float:
    return 0.2126 * _LINEAR[colour[0]] + 0.7152 * _LINEAR[colour[1]] + 0.0722 * _LINEAR[colour[2]]


def told(colour: Colour) -> str:
    """A colour as the tokens write it."""
    return f"#{colour[0]:02X}{colour[1]:02X}{colour[2]:02X}"
