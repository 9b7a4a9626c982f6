"""A person who must not be found in any log."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

CANARY = "Zephyrine Quillfeather"
NUMBER = "+64 21 555 0199"


def names_nobody(noted: str) -> None:
    """Whatever is noted or printed quotes no person, no sentence about one, and no folder."""
    for word in (*CANARY.split(), NUMBER, str(Path.home()), str(Path(__file__).parents[2]), "safety card"):
        assert word not in noted


def misused(function: Callable[[Any], object]) -> object:
    """Call one of our own functions with a name where it expects something else: it raises, with the name in hand."""
    return function(CANARY)
