"""The fonts of the paper, embedded by explicit path, with wide ones behind them: a word is set whole in one font."""

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mat_desktop.assets import font
from mat_desktop.paper.shaping import clusters, is_from_right, is_laid_out, shaped


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
_WIDE_FILES = {
    "Wide": "DejaVuSans.ttf",
    "WideBold": "DejaVuSans-Bold.ttf",
    _FAR: "DroidSansFallbackFull.ttf",
    "Hangul": "NanumGothic_400Regular.ttf",
    "Thai": "NotoSansThai_400Regular.ttf",
    "ThaiBold": "NotoSansThai_700Bold.ttf",
    "Devanagari": "NotoSansDevanagari_400Regular.ttf",
    "DevanagariBold": "NotoSansDevanagari_700Bold.ttf",
}
"""Greek, Cyrillic, Hebrew, Arabic and more; then Han and kana, and Hangul, in one weight; then single scripts."""
_SCRIPTS = (
    ((0x0900, 0x097F), "Devanagari", "DevanagariBold"),
    ((0x0E00, 0x0E7F), "Thai", "ThaiBold"),
    ((0x1100, 0x11FF), "Hangul", "Hangul"),
    ((0x3130, 0x318F), "Hangul", "Hangul"),
    ((0xAC00, 0xD7A3), "Hangul", "Hangul"),
)
"""From which letter to which a font of its own is asked before the wide ones, in two weights."""
_CONTROLS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD))
"""Marks that only steer the direction of what stands beside them; each text has its own here."""
_STOPS = ",.;:!?"
"""What belongs to the sentence around, not to the word before."""
LINE = "_" * 10
"""What prints for a word that no font can draw: a line for the pen."""
_WORDS = re.compile(r"\s+|\S+")


class Run(NamedTuple):
    """A stretch of one font. It is set letter beside letter, or where they join or turn, laid out and drawn."""

    name: str
    words: str
    laid_out: bool = False


def file_of(name: str) -> str:
    """The file of a font."""
    return _WIDE_FILES.get(name) or _FILES[Face(name)]


@cache
def _loaded(name: str) -> frozenset[int]:
    """Register one font when it is first needed; the characters that it has."""
    pdfmetrics.registerFont(TTFont(name, str(font(file_of(name)))))
    return frozenset(pdfmetrics.getFont(name).face.charToGlyph)


def at_hand(face: Face) -> str:
    """The name of a face, which is registered from now on."""
    _loaded(face)
    return str(face)


def load(name: str) -> None:
    """Have a font at hand by the name that a mark gives it."""
    _loaded(name)


def lacking(text: str, face: Face = Face.REGULAR) -> list[str]:
    """The letters of a text that no font has, each once, in their order. A line for the pen prints for their word."""
    return list(dict.fromkeys(c for c in _plain(text) if not (c.isspace() or _drawable(c, face))))


def _drawable(letter: str, face: Face) -> bool:
    return _unseen(letter) or any(ord(letter) in _loaded(name) for name in _names(face, letter))


def _unseen(letter: str) -> bool:
    """Whether a letter only joins or parts those beside it."""
    return unicodedata.category(letter) == "Cf"


def _names(face: Face, letters: str) -> tuple[str, ...]:
    """The fonts of a face, in the order in which they are asked for a word."""
    own = (
        name if face is Face.REGULAR else bold
        for (first, last), name, bold in _SCRIPTS
        if any(first <= ord(letter) <= last for letter in letters)
    )
    return *own, str(face), *dict.fromkeys((_WIDE[face], _WIDE[Face.REGULAR])), _FAR


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """The text with letters and marks that are one letter put together, and without marks that steer direction."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_CONTROLS)


def _by_direction(text: str) -> list[tuple[str, bool]]:
    """The text in parts that each have one direction, and whether it is from the right.

    Words that are read from the right are one part with what lies between them, so a sentence of ours keeps its own
    direction around a name. A comma or a full stop behind them belongs to the sentence, unless there are no other
    letters.
    """
    if not any(is_from_right(c) for c in text):
        return [(text, False)]
    if not any(unicodedata.bidirectional(c) == "L" for c in text):
        return [(text, True)]
    pieces = _WORDS.findall(text)
    right = [n for n, piece in enumerate(pieces) if any(is_from_right(c) for c in piece)]
    found: list[tuple[str, bool]] = []
    at = 0
    while right:
        first = last = right.pop(0)
        while right and not any(unicodedata.bidirectional(c) == "L" for p in pieces[last : right[0]] for c in p):
            last = right.pop(0)
        part = "".join(pieces[first : last + 1])
        bare = part.rstrip(_STOPS)
        found += [("".join(pieces[at:first]), False), (bare, True), (part[len(bare) :], False)]
        at = last + 1
    return [(part, turned) for part, turned in (*found, ("".join(pieces[at:]), False)) if part]


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[Run, ...]:
    """The text in stretches of one font each, from left to right. A word is whole in one font where one has it."""
    have = _loaded(face)
    if not text or all(ord(c) in have for c in text):
        return (Run(str(face), text),) if text else ()
    found: list[Run] = []
    for part, turned in _by_direction(_plain(text)):
        for word in [part] if turned else _WORDS.findall(part):
            for run in _of_word(word, face):
                last = found[-1] if found else None
                if last is not None and not (last.laid_out or run.laid_out) and last.name == run.name:
                    found[-1] = Run(run.name, last.words + run.words)
                else:
                    found.append(run)
    return tuple(found)


def _of_word(word: str, face: Face) -> list[Run]:
    """One word in the first font that has all of it, else stretch by stretch; a line where no font has a letter."""
    if not all(_drawable(c, face) or c.isspace() for c in word):
        words = _WORDS.findall(word)
        if len(words) == 1:
            return [Run(str(face), LINE + word[len(word.rstrip(_STOPS)) :])]
        return [run for one in words[:: -1 if any(map(is_from_right, word)) else 1] for run in _of_word(one, face)]
    if any(is_laid_out(c) for c in word):
        return _laid_out(word, face)
    seen = "".join(c for c in word if not _unseen(c))
    whole = next((name for name in _names(face, seen) if all(ord(c) in _loaded(name) for c in seen)), None)
    if whole is not None:
        return [Run(whole, seen)]
    return [Run(next(n for n in _names(face, c) if ord(c) in _loaded(n)), c) for c in seen]


def _laid_out(word: str, face: Face) -> list[Run]:
    """A word whose letters join or turn, in the first font that can lay it out whole; else letter by letter."""
    for name in _names(face, word):
        if shaped(word, file_of(name)).whole:
            return [Run(name, word, laid_out=True)]
    letters = list(clusters(word))
    if len(letters) == 1:
        return [Run(str(face), LINE)]
    return [run for one in letters[:: -1 if any(map(is_from_right, word)) else 1] for run in _of_word(one, face)]


def run_width(run: Run, size: float) -> float:
    """The width of one stretch in points."""
    if run.laid_out:
        found = shaped(run.words, file_of(run.name))
        return found.advance * size / found.em
    return float(pdfmetrics.stringWidth(run.words, run.name, size))


@lru_cache(maxsize=16384)
def width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return sum(run_width(run, size) for run in runs(text, face))
