"""What the archive asks of whoever keeps the file under it."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from mat_desktop.workshop.refusal import Refusal


class Keeper(Protocol):
    """Watches over the file while the archive writes into it, and copies it."""

    def at_hand(self) -> None:
        """Before a page is turned. Raises a LibraryFault when no file lies at the place any more."""
        ...

    def take_up(self) -> None:
        """Open the file anew after its disk was away or reported a fault; else nothing. Raises a LibraryFault."""
        ...

    def about(self, refusal: Refusal) -> Refusal:
        """What a fault of the database comes from: where the disk is away, that is said instead."""
        ...

    def check(self) -> None:
        """Before something is written. Raises a LibraryFault when the file at its place is another one."""
        ...

    def renew(self) -> None:
        """After something was written, or was not. Raises a LibraryFault when the file went meanwhile."""
        ...

    def wrote(self, sequence: int) -> None:
        """The journal goes up to this line now."""
        ...

    def copy_to(self, folder: Path, at: datetime) -> Path:
        """Write one verified copy into a folder and return where it lies."""
        ...

    def before_much(self, at: datetime) -> None:
        """A backup before a deed that changes much at once, where something changed since the last."""
        ...
