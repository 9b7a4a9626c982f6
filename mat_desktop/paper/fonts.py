"""The fonts of the paper, embedded by explicit path, with a wide fallback for rare letters."""

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mat_desktop.assets import font


class Face(StrEnum):
    """The three weights on paper."""

    REGULAR = "Hyperlegible"
    SEMI = "HyperlegibleSemi"
    BOLD = "HyperlegibleBold"


_FILES = {
    Face.REGULAR: "AtkinsonHyperlegibleNext_400Regular.ttf",
    Face.SEMI: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    Face.BOLD: "AtkinsonHyperlegibleNext_700Bold.ttf",
}
_WIDE = {Face.REGULAR: "Wide", Face.SEMI: "WideBold", Face.BOLD: "WideBold"}
_WIDE_FILES = {"Wide": "DejaVuSans.ttf", "WideBold": "DejaVuSans-Bold.ttf"}


@cache
def _loaded(name: str) -> frozenset[int]:
    """Register one font when it is first needed; the characters that it has."""
    files = {**{str(face): file for face, file in _FILES.items()}, **_WIDE_FILES}
    pdfmetrics.registerFont(TTFont(name, str(font(files[name]))))
    return frozenset(pdfmetrics.getFont(name).face.charToGlyph)


def lacking(text: str, face: Face = Face.REGULAR) -> list[str]:
    """The letters of a text that no font has, each once, in their order. They would print as an empty box."""
    return list(
        dict.fromkeys(c for c in as_drawn(text) if ord(c) not in _loaded(face) and ord(c) not in _loaded(_WIDE[face]))
    )


@lru_cache(maxsize=4096)
def as_drawn(text: str) -> str:
    """The letters from left to right as they stand on paper: joined and turned where they are read from the right.

    Marks without any width, which join or separate what stands beside them, are not drawn.
    """
    if text.isascii():
        return text
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        from arabic_reshaper import reshape
        from bidi import get_display

        text = str(get_display(reshape(text)))
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn") or ord(c) in _loaded(Face.REGULAR))


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """The text in stretches of one font each: (font name, stretch). A letter that no font has becomes a box."""
    have = _loaded(face)
    if all(ord(c) in have for c in text):
        return ((str(face), text),) if text else ()
    wide = _WIDE[face]
    known = _loaded(wide)
    found: list[tuple[str, str]] = []
    for character in text:
        name = str(face) if ord(character) in have else wide
        shown = character if name == face or ord(character) in known else "\u25a1"
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + shown)
        else:
            found.append((name, shown))
    return tuple(found)


@lru_cache(maxsize=16384)
def width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return float(sum(pdfmetrics.stringWidth(stretch, name, size) for name, stretch in runs(text, face)))
