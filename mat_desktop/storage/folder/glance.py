"""What can be told of a library from its folder alone, before anything heavy is read in."""

from pathlib import Path

from mat_desktop.storage.faults import DAMAGED, Damaged, Missing
from mat_desktop.storage.folder.slot import has_slot

DATABASE = "library.db"
_PLAIN = b"SQLite format 3\x00"


def exists(folder: Path) -> bool:
    """Whether a library, or what is left of one, lies here."""
    return (folder / DATABASE).exists() or has_slot(folder)


def needs_passphrase(folder: Path) -> bool:
    """Whether opening asks for a passphrase. Raises Missing or Damaged."""
    path = folder / DATABASE
    if not path.exists():
        raise Missing(
            f"There is no library in {folder}. If it was lost, restore the newest backup: mat-desktop restore."
        )
    with path.open("rb") as file:
        head = file.read(16)
    if len(head) < len(_PLAIN):
        raise Damaged(DAMAGED)
    return has_slot(folder) or head != _PLAIN


def all_backups(folder: Path) -> tuple[Path, ...]:
    """The backups of a library, newest first."""
    place = folder / "backups"
    if not place.is_dir():
        return ()
    found = (p for p in place.iterdir() if not p.name.startswith(".") and (p / DATABASE).exists())
    return tuple(sorted(found, key=lambda p: (not p.name.startswith("before-"), p.name), reverse=True))
