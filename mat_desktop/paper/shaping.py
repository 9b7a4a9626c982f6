"""Letters that join, turn, or stand on one another: laid out by HarfBuzz in our own fonts, to be drawn as outlines.

Everything comes from the files of the fonts and the words, nothing from the machine, so that the bytes are the same
everywhere.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from mat_desktop.assets import font

_STACKED = ("Mn", "Mc")
"""Marks that stand on, under or beside the letter before them."""
_INDIC = (0x0900, 0x0DFF)
"""From Devanagari to Sinhala: letters that change their form and their order."""
_FROM_RIGHT = ("R", "AL")


class Glyph(NamedTuple):
    """One outline: its number in the font, where its origin is in units of the font, and whose letter it draws."""

    number: int
    x: int
    y: int
    letter: int


class Shaped(NamedTuple):
    """Words laid out in one font from left to right: outlines, how long it is, and how many units an em has."""

    glyphs: tuple[Glyph, ...]
    advance: int
    em: int

    @property
    def whole(self) -> bool:
        """Whether the font has every letter: outline nought is the box for what it does not have."""
        return all(glyph.number for glyph in self.glyphs)


def is_from_right(letter: str) -> bool:
    """Whether a letter is read from the right."""
    return unicodedata.bidirectional(letter) in _FROM_RIGHT


def is_laid_out(letter: str) -> bool:
    """Whether a letter makes its word one that cannot be set letter beside letter."""
    stacked = unicodedata.category(letter) in _STACKED
    return stacked or is_from_right(letter) or _INDIC[0] <= ord(letter) <= _INDIC[1]


def clusters(word: str) -> Iterator[str]:
    """The letters of a word, each with the marks that stand on it."""
    held = ""
    for letter in word:
        if held and unicodedata.category(letter) not in (*_STACKED, "Cf"):
            yield held
            held = ""
        held += letter
    if held:
        yield held


@cache
def _font(file: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(font(file)))))


@lru_cache(maxsize=4096)
def shaped(words: str, file: str) -> Shaped:
    """Words laid out in the font of this file. What is read from the right has that direction, numbers in it theirs."""
    found: list[Glyph] = []
    x = 0
    for start, part, backwards in _stretches(words):
        buffer = hb.Buffer()
        buffer.language = "en"  # never that of the machine
        buffer.add_str(part)
        buffer.direction = "rtl" if backwards else "ltr"
        buffer.guess_segment_properties()
        hb.shape(_font(file), buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            at = Glyph(info.codepoint, x + position.x_offset, position.y_offset, start + info.cluster)
            found.append(at)
            x += position.x_advance
    return Shaped(tuple(found), x, int(_font(file).face.upem))


def _stretches(words: str) -> list[tuple[int, str, bool]]:
    """Stretches of one direction as they stand from left to right: where each begins, its letters, and if backwards."""
    if not any(is_from_right(letter) for letter in words):
        return [(0, words, False)]
    found, start = [], 0
    for level, same in groupby(_levels(words)):
        long = len(list(same))
        found.append((start, words[start : start + long], bool(level % 2)))
        start += long
    return found[::-1]


def _levels(words: str) -> list[int]:
    """Of each letter how deep it lies: odd is read from the right, even from the left (UAX 9, without embedding)."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 1, "R"
    algorithm.get_embedding_levels(words, storage)
    algorithm.calc_level_runs(storage)
    for resolve in (algorithm.resolve_weak_types, algorithm.resolve_neutral_types, algorithm.resolve_implicit_levels):
        resolve(storage, False)
    return [letter["level"] for letter in storage["chars"]]


@lru_cache(maxsize=4096)
def outline(file: str, number: int) -> tuple[str, ...]:
    """One outline as operators of a PDF, in units of the font."""
    pen: list[str] = []
    functions = hb.DrawFuncs()
    last = [0.0, 0.0]

    def move(x: float, y: float, _data: object) -> None:
        last[:] = x, y
        pen.append(f"{x:g} {y:g} m")

    def line(x: float, y: float, _data: object) -> None:
        last[:] = x, y
        pen.append(f"{x:g} {y:g} l")

    def quadratic(cx: float, cy: float, x: float, y: float, _data: object) -> None:
        """The same curve with two points instead of one (PDF knows only such)."""
        first = last[0] + 2 / 3 * (cx - last[0]), last[1] + 2 / 3 * (cy - last[1])
        cubic(*first, x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), x, y, _data)

    def cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, _data: object) -> None:
        last[:] = x, y
        pen.append(" ".join(f"{round(value, 1):g}" for value in (x1, y1, x2, y2, x, y)) + " c")

    functions.set_move_to_func(move)
    functions.set_line_to_func(line)
    functions.set_quadratic_to_func(quadratic)
    functions.set_cubic_to_func(cubic)
    functions.set_close_path_func(lambda _data: pen.append("h"))
    _font(file).draw_glyph(number, functions, None)
    return tuple(pen)
