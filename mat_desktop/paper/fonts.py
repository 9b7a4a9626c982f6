"""The fonts of the paper, embedded by explicit path, with two wide fallbacks: a word is set whole in one of them."""

import re
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
_FAR = "Far"
_WIDE_FILES = {"Wide": "DejaVuSans.ttf", "WideBold": "DejaVuSans-Bold.ttf", _FAR: "DroidSansFallbackFull.ttf"}
"""Greek, Cyrillic, Hebrew, Arabic and more; then Han and kana, in one weight."""
_LINE = "_" * 10
_WORDS = re.compile(r"\s+|\S+")


@cache
def _loaded(name: str) -> frozenset[int]:
    """Register one font when it is first needed; the characters that it has."""
    files = {**{str(face): file for face, file in _FILES.items()}, **_WIDE_FILES}
    pdfmetrics.registerFont(TTFont(name, str(font(files[name]))))
    return frozenset(pdfmetrics.getFont(name).face.charToGlyph)


def at_hand(face: Face) -> str:
    """The name of a face, which is registered from now on."""
    _loaded(face)
    return str(face)


def load(name: str) -> None:
    """Have a font at hand by the name that a mark gives it."""
    _loaded(name)


def lacking(text: str, face: Face = Face.REGULAR) -> list[str]:
    """The letters of a text that no font has, each once, in their order. A line for the pen prints in their place."""
    return list(dict.fromkeys(c for c in _turned(text) if not (c.isspace() or _drawable(c, face))))


def _drawable(letter: str, face: Face) -> bool:
    return any(ord(letter) in _loaded(name) for name in _names(face))


def _names(face: Face) -> tuple[str, ...]:
    """The fonts of a face, in the order in which they are asked for a word."""
    return str(face), _WIDE[face], _FAR


@lru_cache(maxsize=4096)
def as_drawn(text: str) -> str:
    """The letters from left to right as they stand on paper; a word that no font can draw is a line for the pen."""
    if text.isascii():
        return text
    turned = _turned(text)
    unknown = set(lacking(text))
    if not unknown:
        return turned
    return " ".join(_LINE if unknown & set(word) else word for word in turned.split(" "))


@lru_cache(maxsize=4096)
def _turned(text: str) -> str:
    """The letters joined and turned where they are read from the right.

    A sentence of ours keeps its own direction around a name that is read from the right. Marks without any width,
    which join or separate what stands beside them, are not drawn.
    """
    if text.isascii():
        return text
    if any(_is_from_right(c) for c in text):
        text = "".join(_from_left(part) for part in _by_direction(text))
    regular = _loaded(Face.REGULAR)
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn") or ord(c) in regular)


def _is_from_right(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _by_direction(text: str) -> list[str]:
    """The text in parts that each have one direction: words that are read from the right with what lies between them.

    A comma or a full stop behind them belongs to the sentence around. A text with no other letters is one part.
    """
    if not any(unicodedata.bidirectional(c) == "L" for c in text):
        return [text]
    pieces = _WORDS.findall(text)
    right = [n for n, piece in enumerate(pieces) if any(_is_from_right(c) for c in piece)]
    found, at = [], 0
    while right:
        first = last = right.pop(0)
        while right and not any(unicodedata.bidirectional(c) == "L" for p in pieces[last : right[0]] for c in p):
            last = right.pop(0)
        part = "".join(pieces[first : last + 1])
        bare = part.rstrip(",.;:!?")
        found += ["".join(pieces[at:first]), bare, part[len(bare) :]]
        at = last + 1
    return [*found, "".join(pieces[at:])]


def _from_left(part: str) -> str:
    """One part as it stands from left to right, brackets mirrored."""
    if not any(_is_from_right(c) for c in part):
        return part
    from bidi.algorithm import get_display

    return str(get_display(_joined_letters(part), base_dir="R"))


def _joined_letters(text: str) -> str:
    """Arabic letters in the forms in which they join; without the ligature that the fonts do not have."""
    from arabic_reshaper import ArabicReshaper

    return str(ArabicReshaper({"ARABIC LIGATURE ALLAH": False}).reshape(text))


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """The text in stretches of one font each: (font name, stretch). A word is whole in one font where one has it."""
    have = _loaded(face)
    if all(ord(c) in have for c in text):
        return ((str(face), text),) if text else ()
    found: list[tuple[str, str]] = []
    for word in _WORDS.findall(text):
        for name, stretch in _of_word(word, face):
            if found and found[-1][0] == name:
                found[-1] = (name, found[-1][1] + stretch)
            else:
                found.append((name, stretch))
    return tuple(found)


def _of_word(word: str, face: Face) -> list[tuple[str, str]]:
    """One word in the first font that has all of it, else letter by letter in the first that has each."""
    names = _names(face)
    whole = next((name for name in names if all(ord(c) in _loaded(name) for c in word)), None)
    if whole is not None:
        return [(whole, word)]
    first = [next((n for n in names if ord(c) in _loaded(n)), str(face)) for c in word]
    return [(name, c if ord(c) in _loaded(name) else "_") for name, c in zip(first, word, strict=True)]


@lru_cache(maxsize=16384)
def width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return float(sum(pdfmetrics.stringWidth(stretch, name, size) for name, stretch in runs(text, face)))
