"""The figures of the long tests, for the table that `dev.py torture` prints at its end."""

import json
import os
from pathlib import Path


def figure(row: str, words: str) -> None:
    """Say what was reached, under the fault or threat that it is about. Only `dev.py torture` asks for it."""
    into = os.environ.get("MAT_DESKTOP_FIGURES")
    if into:
        with Path(into).open("a", encoding="utf-8") as told:
            told.write(json.dumps([row, words]) + "\n")
