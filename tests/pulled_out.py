"""A stick that is pulled out under an open library and put back: what is open on it gives a fault meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

needs_files_told_by_process = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="only here a process can be told which files it has open"
)


@contextmanager
def pulled_out(stick: Path) -> Iterator[Path]:
    """Nothing on the stick can be read while it is out; gives where its content lies meanwhile."""
    out = stick.with_name(f"{stick.name}, out")
    _deaden(stick)
    stick.rename(out)
    stick.touch()
    try:
        yield out
    finally:
        stick.unlink()
        out.rename(stick)


def _deaden(stick: Path) -> None:
    """Whatever this process has open there is a folder now, which neither reads nor writes as a file."""
    folder = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    for handle in map(int, os.listdir("/proc/self/fd")):  # noqa: PTH208  numbers, not paths
        with suppress(OSError):
            if Path(f"/proc/self/fd/{handle}").readlink().is_relative_to(stick):
                os.dup2(folder, handle)
    os.close(folder)
