"""How far the record of what was done goes, short enough for paper: a journal that was cut later is known by it."""

import re
from dataclasses import dataclass

from mat_desktop.facilitation.desk import Desk
from mat_desktop.workshop.refusal import Refusal

_LETTERS, _GROUP = 12, 4
"""So much of the mark stands on paper: 48 bits, which nobody finds by trying within a year."""
_TYPED = re.compile(r"(\d{1,15})[\s.,:-]+([0-9a-f](?:[\s.,:-]*[0-9a-f]){11})", re.IGNORECASE | re.ASCII)
"""Number and mark stand apart, or digits of the mark would be taken for the number; how the mark is grouped is free."""


@dataclass(frozen=True)
class HeadOnPaper:
    """The number of a line, and what it and all lines before it come to."""

    line: int
    mark: str

    def __str__(self) -> str:
        """As it stands on paper: `1234 a1b2 c3d4 e5f6`."""
        groups = (self.mark[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))
        return f"{self.line} {' '.join(groups)}"


def journal_head(desk: Desk) -> HeadOnPaper:
    """How far the journal goes now."""
    line, _, mark = desk.archive.head().partition(" ")
    return HeadOnPaper(int(line), mark)


def read_head(typed: str) -> HeadOnPaper:
    """What was copied from paper. Raises Refusal where that is no head of a journal."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        raise Refusal("Type the number and the three groups as they stand on “Where we are”: 1234 a1b2 c3d4 e5f6.")
    return HeadOnPaper(int(found[1]), re.sub("[^0-9a-f]", "", found[2].lower()))


def paper_fault(desk: Desk, on_paper: HeadOnPaper) -> str:
    """What is wrong where the journal does not go as it did when the paper was printed; nothing where it does."""
    if desk.archive.goes_as_on_paper(on_paper.line, on_paper.mark):
        return ""
    return _OTHERWISE.format(line=on_paper.line)


_OTHERWISE = (
    "The journal does not go as on the paper: line {line} is missing, or what was done until then is not what it was. "
    "Check what you typed; then bring back a copy from after the paper was printed."
)
