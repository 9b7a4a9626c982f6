"""A square table of fits, ids in its first row and column: read, solved as it stands, and told.

A blank cell means: not allowed, and one of the two cells of a pair is enough for that. Where the two cells differ
the pair counts their mean; the diagonal is not read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mat_desktop.facilitation.csv_table import CsvTable, Fault, read
from mat_desktop.facilitation.pairing.files import refuse
from mat_desktop.workshop.pairing.exact.answer import solve
from mat_desktop.workshop.pairing.exact.blocking import blocking_pairs
from mat_desktop.workshop.pairing.exact.problem import Edge, Problem, fit_of_group, rank
from mat_desktop.workshop.refusal import Refusal

MOST_SCORE = 1_000_000_000


@dataclass(frozen=True)
class Matrix:
    """The ids, and what stands in each cell that is not blank, by the numbers of row and column."""

    ids: tuple[str, ...]
    scores: dict[tuple[int, int], int]

    @property
    def twice(self) -> dict[Edge, int]:
        """Twice the mean of both cells, for every pair of which neither is blank."""
        return {
            (a, b): score + self.scores[b, a]
            for (a, b), score in self.scores.items()
            if a < b and (b, a) in self.scores
        }


def pair(content: bytes, encoding: str, *, three: bool = True) -> dict[str, Any]:
    """The best partnerships of a table of fits. Raises Refusal, a line a fault."""
    matrix = _matrix(content, encoding)
    problem = Problem(len(matrix.ids), matrix.twice, three)
    groups = solve(problem)
    found = rank(problem, groups)
    placed = {person for group in groups for person in group}
    blocking = blocking_pairs(groups, problem.fits, lambda a, b: matrix.scores[a, b])
    return {
        "partnerships": [
            {"members": [matrix.ids[n] for n in group], "fit": _half(fit), "reasons": [], "against": []}
            for fit, group in sorted(
                ((fit_of_group(problem, g), g) for g in groups), key=lambda found: (-found[0], found[1])
            )
        ],
        "worst": _half(found.worst) if groups else None,
        "total": _half(found.total),
        "unpaired": [name for number, name in enumerate(matrix.ids) if number not in placed],
        "broken_rules": [],
        "blocking_pairs": [[matrix.ids[a], matrix.ids[b]] for a, b in blocking],
        "conflict": [],
    }


def _half(twice: int) -> int | float:
    return twice // 2 if twice % 2 == 0 else twice / 2


def _matrix(content: bytes, encoding: str) -> Matrix:
    table = read(content, encoding, nobody=True)
    ids = _trimmed(table.header)[1:]
    refuse(_wrong_ids(table, ids))
    number = {name: place for place, name in enumerate(ids)}
    scores: dict[tuple[int, int], int] = {}
    faults: list[str] = []
    for row, cells in table.rows:
        own = number[cells[0].strip()]
        for place, cell in enumerate(cells[1:]):
            if place == own or not cell.strip():
                continue
            score = _score(cell)
            if score is None:
                sentence = f"a whole number from 0 to {MOST_SCORE:,}, or nothing, is expected"
                faults.append(str(Fault(row, ids[place], sentence)))
            else:
                scores[own, place] = score
    refuse(faults)
    _refuse_half_a_table(scores, len(ids))
    return Matrix(tuple(ids), scores)


def _trimmed(cells: Sequence[str]) -> list[str]:
    found = [cell.strip() for cell in cells]
    while len(found) > 1 and not found[-1]:
        found.pop()
    return found


def _score(cell: str) -> int | None:
    text = cell.strip()
    if not (text.isascii() and text.isdecimal()) or len(text) > 12 or int(text) > MOST_SCORE:
        return None
    return int(text)


def _wrong_ids(table: CsvTable, ids: Sequence[str]) -> list[str]:
    faults = [str(Fault(1, str(place + 2), "an id is expected")) for place, name in enumerate(ids) if not name]
    faults += [
        str(Fault(1, name, "this id stands in the first row twice"))
        for place, name in enumerate(ids)
        if name and name in ids[:place]
    ]
    seen: set[str] = set()
    for row, cells in table.rows:
        name = cells[0].strip()
        if name not in ids:
            faults.append(str(Fault(row, "1", f"“{name[:80]}” is no id of the first row")))
        elif name in seen:
            faults.append(str(Fault(row, "1", f"“{name[:80]}” has a row already")))
        seen.add(name)
        if len(_trimmed(cells)) - 1 > len(ids):
            faults.append(str(Fault(row, str(len(ids) + 2), f"only {len(ids)} columns of fits are expected")))
    faults += [
        f"column {name}: the table is not square; a row for {name} is missing" for name in ids if name not in seen
    ]
    return faults


def _refuse_half_a_table(scores: dict[tuple[int, int], int], count: int) -> None:
    """One half left blank would forbid everybody, which nobody means."""
    above = sum(a < b for a, b in scores)
    if count > 1 and scores and above in (0, len(scores)):
        raise Refusal("row 2: only one half of the table is filled; fill both, with the same numbers for both cells")
