"""Words of which one alone is longer than a line: they are broken or cut short, and never push a page sideways."""

import re

from PySide6.QtWidgets import QLabel

LONGEST = 30
"""Letters of one word that are shown in one piece; longer ones are names, addresses and slips of a key that stuck."""
_PIECE = 10
_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")
_BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(words: str) -> str:
    """The same words; one that is too long may go on in a new line after some letters each, which nobody sees."""
    return _LONG.sub(lambda word: re.sub(rf"(.{{{_PIECE}}})(?=.)", rf"\1{_BREAK}", word[0]), words)


def cut_short(words: str) -> str:
    """The same words, each that is too long with an ellipsis at its end: for what stands in one line."""
    return _LONG.sub(lambda word: f"{word[0][: LONGEST - 6]}…", words)


class Words(QLabel):
    """Plain words in one line, or in as many as they need; a word that is too long for a line is broken."""

    def __init__(self, words: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self._whole = ""
        """What is told because what is seen was broken."""
        self.setWordWrap(wrap)
        self.setText(words)

    def setWordWrap(self, on: bool) -> None:
        """Whether words that are not too long go on in a new line."""
        self._wraps = on
        super().setWordWrap(on)

    def setText(self, words: str) -> None:
        """Other words. What is broken is told whole to a screen reader."""
        shown = breakable(words)
        wraps = self._wraps or shown != words
        if wraps != self.wordWrap():
            super().setWordWrap(wraps)
        whole = words if shown != words else ""
        if whole != self._whole and self.accessibleName() == self._whole:
            self._whole = whole
            self.setAccessibleName(whole)
        super().setText(shown)
