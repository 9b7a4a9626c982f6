"""How "Undo" calls every step of a library, asked by itself: nothing is imported that a restart has not imported."""

import json
import sys
from pathlib import Path

from mat_desktop.facilitation import history
from mat_desktop.facilitation.ports import Recorded
from tests.ways_up.left import asked, found_in


def tell(folder: str) -> None:
    """Print the words for each kind of step in the journal of a plain library, as JSON."""
    left = found_in(Path(folder))
    with left.opened() as (library, _):
        kinds = {row["kind"] for row in asked(library, "SELECT kind FROM journal WHERE undoable")}
    steps = {
        kind: Recorded(sequences=(1,), kind=kind, at=left.at, workshop_id=None, people=(), names=())
        for kind in sorted(kinds - {"undo", "redo"})
    }
    json.dump({kind: history.said(step) for kind, step in steps.items()}, sys.stdout)
