"""Backups: written beside, verified, then given their name; thinned to days, weeks and months; and the way back."""

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, text

from mat_desktop.facilitation.ports import Fact
from mat_desktop.storage.faults import Damaged, LibraryFault, Missing, told
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.files import sync_folder
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.work.archive import SqlArchive

DAYS, WEEKS, MONTHS = 12, 10, 13
_NAME = "%Y-%m-%dT%H-%M-%S"


def back_up(folder: Path, archive: SqlArchive, at: datetime) -> Path | None:
    """One backup when a deed was done since the last one; None when there was nothing new."""
    head = _head_of(archive)
    if head == archive.fact(Fact.BACKED_UP_AT_DEED):
        return None
    made = archive.copy_to(folder / "backups", at)
    archive.keep_fact(Fact.BACKED_UP_AT_DEED, head)
    archive.keep_fact(Fact.LAST_BACKUP, at.isoformat())
    thin_out(folder / "backups")
    return made


def _head_of(archive: SqlArchive) -> str:
    saved = archive.saved_at()
    return saved.isoformat() if saved else "nothing"


def copy(folder: Path, engine: Engine, data_key: bytes | None, target: Path, at: datetime) -> Path:
    """A verified copy named by its time, in `target`."""
    place = target / at.strftime(_NAME)
    number = 1
    while place.exists():
        number += 1
        place = target / f"{at.strftime(_NAME)}-{number}"
    return copy_as(folder, engine, data_key, place)


def copy_as(folder: Path, engine: Engine, data_key: bytes | None, target: Path) -> Path:
    """A verified copy under this very name. Raises a LibraryFault when it does not verify."""
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        _vacuum_into(engine, part / DATABASE)
        for name in (slot.SLOT, slot.SLOT_COPY):
            if (folder / name).exists():
                shutil.copyfile(folder / name, part / name)
        verify(part / DATABASE, data_key, _counts(engine))
        part.rename(target)
        sync_folder(target.parent)
    except OSError as fault:
        shutil.rmtree(part, ignore_errors=True)
        raise LibraryFault(f"The copy was not made: {fault.strerror}. Choose another place.") from fault
    return target


def _vacuum_into(engine: Engine, path: Path) -> None:
    raw = engine.raw_connection()
    try:
        raw.driver_connection.execute("VACUUM INTO ?", (str(path),))  # type: ignore[union-attr]
    except Exception as fault:
        raise told(fault) from fault
    finally:
        raw.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        names = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        ).scalars()
        return {n: connection.execute(text(f'SELECT count(*) FROM "{n}"')).scalar_one() for n in list(names)}


def verify(path: Path, data_key: bytes | None, counts: dict[str, int] | None = None) -> None:
    """Open a copy and read it through. Raises Damaged when it is not whole or lacks rows."""
    connection = connect(path, data_key)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok":
            raise Damaged(f"The copy is damaged: {answer}")
        for name, wanted in (counts or {}).items():
            found = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            if found != wanted:
                raise Damaged(f"The copy has {found} rows of {name}; the library has {wanted}.")
    finally:
        connection.close()


def thin_out(folder: Path) -> None:
    """Keep the newest of each of the last days, weeks and months; the rest goes."""
    dated = {p: day for p in folder.iterdir() if (day := _day_of(p.name)) is not None}
    for path in set(dated) - kept(dated.items()):
        shutil.rmtree(path, ignore_errors=True)


def _day_of(name: str) -> date | None:
    try:
        return datetime.strptime(name[:19], _NAME).date()  # noqa: DTZ007  the name of a folder is a civil time
    except ValueError:
        return None


def kept(dated: Iterable[tuple[Path, date]]) -> set[Path]:
    """Which backups stay: 12 days, 10 weeks, 13 months, the newest of each."""
    newest_first = sorted(dated, key=lambda pair: pair[0].name, reverse=True)
    keep: set[Path] = set()
    spans: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAYS, lambda d: d),
        (WEEKS, lambda d: tuple(d.isocalendar())[:2]),
        (MONTHS, lambda d: (d.year, d.month)),
    )
    for most, span in spans:
        seen: dict[object, Path] = {}
        for path, day in newest_first:
            seen.setdefault(span(day), path)
        keep |= set(list(seen.values())[:most])
    return keep


def restore(folder: Path, source: Path, passphrase: str | None) -> Path:
    """Put a backup in the library's place; what lay there is kept beside it. Returns where that went.

    Raises:
        LibraryFault: when the source is no backup, does not open, or is damaged; nothing was changed then.
    """
    if not (source / DATABASE).exists():
        raise Missing(f"There is no backup in {source}.")
    data_key = slot.unlock(slot.read_slot(source), passphrase or "") if slot.has_slot(source) else None
    verify(source / DATABASE, data_key)
    folder.mkdir(parents=True, exist_ok=True)
    aside = _aside(folder)
    part = folder / ".restore.part"
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(source, part, ignore=shutil.ignore_patterns("backups"))
    names = [DATABASE, f"{DATABASE}-journal", slot.SLOT, slot.SLOT_COPY]
    present = [name for name in names if (folder / name).exists()]
    if present:
        aside.mkdir(parents=True)
    for name in present:
        (folder / name).rename(aside / name)
    for name in names:
        if (part / name).exists():
            (part / name).rename(folder / name)
    shutil.rmtree(part)
    sync_folder(folder)
    return aside


def _aside(folder: Path) -> Path:
    number = 1
    while (folder / f"replaced-{number}").exists():
        number += 1
    return folder / f"replaced-{number}"
