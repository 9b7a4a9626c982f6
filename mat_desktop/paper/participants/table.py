"""A list with columns to tick or write in: heads on every page, the first column holds the name."""

from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf

_HIGH = 27.0


class Table:
    """Columns by their share of the width, 0 to 1."""

    def __init__(self, leaf: Leaf, columns: tuple[tuple[str, float], ...]) -> None:
        self._leaf, self._columns = leaf, columns
        self._heads()

    def _places(self) -> list[float]:
        places, x = [], self._leaf.left
        for _, share in self._columns:
            places.append(x)
            x += share * self._leaf.wide
        return places

    def _heads(self) -> None:
        for x, (words, _) in zip(self._places(), self._columns, strict=True):
            self._leaf.page.text(x + 6, self._leaf.y + 9, words, SMALL, Face.SEMI)
        self._leaf.y += 14

    def row(self, name: str) -> None:
        """One line, the name on as many lines as it needs."""
        leaf = self._leaf
        lines = leaf.page.lines(name, self._columns[0][1] * leaf.wide - 12, BODY)
        high = max(_HIGH, 11 + 14 * len(lines))
        if leaf.y + high > leaf.floor:
            leaf.new_page()
            self._heads()
        leaf.page.box(leaf.left, leaf.y, leaf.wide, high, 0.6)
        for number, words in enumerate(lines):
            leaf.page.text(leaf.left + 6, leaf.y + 17 + number * 14, words, BODY)
        for x in self._places()[1:]:
            leaf.page.line(x, leaf.y, x, leaf.y + high, 0.6)
        leaf.y += high
