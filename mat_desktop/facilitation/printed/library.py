"""What stands on the papers of the library itself."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What was erased, what stays, and what could not be reached. It names nobody, and no copy is kept."""

    erased: str
    stays: str
    others: str
    beyond: str
    by_hand: tuple[str, ...]
    foot: tuple[str, ...]
