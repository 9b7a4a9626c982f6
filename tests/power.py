"""Power cuts, made from what a process really wrote: the system's calls are recorded, and played up to any moment.

What a file held when it was synced last is on the disk. Of what was written since, each sector of 512 bytes may have
arrived or not, or in part, whatever came before or after it. A name that was made or removed is certain only once its
folder was synced.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251  with a seed
from typing import NamedTuple

SECTOR = 512
_CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")
_FILE = re.compile(r"^\d+<([^>]*)>")
_DATA = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NUMBERS = re.compile(r", (\d+)")
_TORN = 0.1


class Event(NamedTuple):
    """One thing that happened: a `what` of write, cut, sync, make, remove or saved; `name` is empty for the folder."""

    what: str
    name: str = ""
    at: int = 0
    data: bytes = b""


def can_be_recorded() -> bool:
    """Whether this system lets a process be watched."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, stderr=subprocess.PIPE).returncode == 0


def recorded(arguments: Sequence[str], folder: Path, into: Path) -> list[Event]:
    """Run a Python module and record what it does with the files of a folder, and what it says on its output."""
    watching = ["strace", "-f", "-xx", "-y", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(into)]
    done = subprocess.run([*watching, sys.executable, "-m", *arguments], check=True, stdout=subprocess.PIPE)
    events = list(_read(into, folder.resolve()))
    assert sum(event.what == "saved" for event in events) == done.stdout.count(b"saved"), "all of it was recorded"
    return events


def _read(record: Path, folder: Path) -> Iterator[Event]:
    for line in record.read_text().splitlines():
        call = _CALL.match(line)
        if call is None or int(call[3]) < 0:
            continue
        name, arguments = call[1], call[2]
        if name == "openat":
            path = _path(call[4] or "")
            if "O_CREAT" in arguments and path.parent == folder:
                yield Event("make", path.name)
        elif name == "unlink":
            path = _path((_DATA.search(arguments) or [""])[1])
            if path.parent == folder:
                yield Event("remove", path.name)
        else:
            yield from _of_file(name, arguments, folder)


def _of_file(name: str, arguments: str, folder: Path) -> Iterator[Event]:
    found = _FILE.match(arguments)
    path = _path(found[1]) if found else Path()
    data = _bytes((_DATA.search(arguments) or ["", ""])[1])
    if name == "write" and data.startswith(b"saved "):
        yield Event("saved", at=int(data.split()[1]))
    if path != folder and path.parent != folder:
        return
    own = "" if path == folder else path.name
    if name == "pwrite64":
        yield Event("write", own, int(_NUMBERS.findall(arguments)[-1]), data)
    elif name == "ftruncate":
        yield Event("cut", own, int(_NUMBERS.findall(arguments)[-1]))
    elif name in ("fsync", "fdatasync"):
        yield Event("sync", own)


def _path(written: str) -> Path:
    return Path(_bytes(written).decode())


def _bytes(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))


@dataclass
class _File:
    """What is surely on the disk, and what was written since."""

    sure: bytes = b""
    since: list[Event] = field(default_factory=list)


@dataclass
class Disk:
    """The files of a folder while events go by."""

    sure: dict[str, _File]
    """The names that are surely there."""
    since: list[tuple[str, _File | None]] = field(default_factory=list)
    """Names that were made, or removed, since the folder was synced last."""
    saved: int = 0

    def seen(self) -> dict[str, _File]:
        """What the running program sees."""
        return _names(self.sure, self.since)

    def take(self, event: Event) -> None:
        """One more event."""
        if event.what == "saved":
            self.saved = event.at
        elif event.what in ("make", "remove"):
            there = event.name in self.seen()
            if there is (event.what == "remove"):
                self.since.append((event.name, None if there else _File()))
        elif event.what == "sync" and not event.name:
            self.sure, self.since = self.seen(), []
        elif event.what == "sync":
            file = self.seen()[event.name]
            file.sure, file.since = _arrived(file, lambda part: part), []
        else:
            self.seen()[event.name].since.append(event)

    def after_a_cut(self, dice: Random) -> dict[str, bytes]:
        """What lies there when the power comes back, by the names of the files."""
        kept = dice.choice((0.0, 0.3, 0.7, 1.0))
        names = _names(self.sure, self.since[: dice.randint(0, len(self.since))])
        return {name: _arrived(file, lambda part: _part(part, kept, dice)) for name, file in names.items()}


def _names(sure: dict[str, _File], since: Sequence[tuple[str, _File | None]]) -> dict[str, _File]:
    names = copy(sure)
    for name, file in since:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file
    return names


def _part(sector: bytes, kept: float, dice: Random) -> bytes | None:
    """What of a sector arrives: all of it, its beginning, or nothing."""
    if dice.random() >= kept:
        return sector[: dice.randrange(len(sector) + 1)] if dice.random() < _TORN else None
    return sector


def _arrived(file: _File, part: Callable[[bytes], bytes | None]) -> bytes:
    held = bytearray(file.sure)
    for event in file.since:
        if event.what == "cut":
            if part(b"1"):
                del held[event.at :]
            continue
        for at, sector in _sectors(event):
            came = part(sector)
            if came:
                held.extend(b"\0" * (at - len(held)))
                held[at : at + len(came)] = came
    return bytes(held)


def _sectors(event: Event) -> Iterator[tuple[int, bytes]]:
    at, data = event.at, event.data
    while data:
        room = SECTOR - at % SECTOR
        yield at, data[:room]
        at, data = at + room, data[room:]


def cuts(events: Sequence[Event], before: dict[str, bytes], count: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """So many power cuts at random moments, the same in each run: what was said to be saved, and what lies there."""
    dice = Random(20261126)
    disk, gone = Disk({name: _File(data) for name, data in before.items()}), 0
    for moment in sorted(dice.randrange(len(events) + 1) for _ in range(count)):
        for event in events[gone:moment]:
            disk.take(event)
        gone = moment
        yield disk.saved, disk.after_a_cut(dice)
