"""What stands in a cell of the research data where there is no value: a code that says why."""

from mat_desktop.facilitation.tabular.figures import MISSING_CODES, SUPPRESSED

FEWEST = 5
"""Fewer people than this in one cell would tell who they are."""
NOT_THERE, SILENT, UNSAID = ".x", ".n", ".u"
CODES = {**MISSING_CODES, SUPPRESSED: f"fewer than {FEWEST} people share this, so it is not told"}
Row = dict[str, str]
"""One row of a table: what stands in each column."""


def cell(value: float | None, why: str) -> str:
    """A number as precisely as it is known, or the code that says why there is none."""
    return why if value is None else repr(float(value))
