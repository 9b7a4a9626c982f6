"""A person who must not be found in any log."""

from pathlib import Path

CANARY = "Zephyrine Quillfeather"
NUMBER = "+64 21 555 0199"


def names_nobody(noted: str) -> None:
    """Whatever is noted or printed quotes no person, no sentence about one, and no folder."""
    for word in (*CANARY.split(), NUMBER, str(Path.home()), str(Path(__file__).parents[2]), "safety card"):
        assert word not in noted
