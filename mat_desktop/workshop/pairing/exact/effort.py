"""How much work one answer may take.

It is counted in steps and never in seconds: the same people get the same answer on a slow machine and on a busy day. A
step is about a microsecond on a laptop of 2024; each part of the search says what it spends in the numbers here.
"""

import math

MOST_STEPS = 2_500_000
"""So long a search goes on while somebody waits for it, after a first answer is known."""

STEPS_A_COLUMN = 20
"""Solving the linear program takes about so many for each pair and group in it."""

PAIRS_A_STEP = 2
"""So many pairs are matched in one."""

GROUPS_A_STEP = 12
"""So many groups of three are weighed and put in order in one."""


class SearchEffort:
    """SearchEffort that may still be taken; without a limit the search ends only when nothing better is left."""

    def __init__(self, most: int | None = None) -> None:
        self._left: float = math.inf if most is None else most

    @property
    def over(self) -> bool:
        """Whether the search is to end with what it has."""
        return self._left < 0

    def solved(self, columns: int) -> None:
        """A linear program of so many pairs and groups was solved."""
        self._left -= columns * STEPS_A_COLUMN

    def matched(self, pairs: int) -> None:
        """People were matched by so many pairs."""
        self._left -= pairs // PAIRS_A_STEP

    def weighed(self, groups: int) -> None:
        """So many groups of three were put in order."""
        self._left -= groups // GROUPS_A_STEP
