"""Killing the program at every operation on a file, and at any moment, in the middle of what must be whole or nothing.

A child is forked, begins, and ends by SIGKILL: at the operation with a given number, as the interpreter announces it
before it is done, or when a given time has passed, which reaches into the database's own writing too.
"""

import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random  # noqa: TID251  with a seed

from mat_desktop.workshop.refusal import Refusal

KILLS = int(os.environ.get("MAT_DESKTOP_KILLS", "0"))
"""How many more kills at random moments `dev.py torture` asks of each; the suite takes a few at chosen operations."""
FEW = 3
AT_EVERY = 100
"""Who counts kills or faults in hundreds has one at every operation besides."""
_FILES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.copyfile", "os.listdir"}


def killed_at(operation: int, do: Callable[[], object], watched: Path) -> bool:
    """Do it in a child that is killed before its n-th operation on a file below `watched`. False where it got done."""
    return _in_a_child(lambda: _killing_itself(operation, do, watched)) == -signal.SIGKILL


def killed_after(seconds: float, do: Callable[[], object]) -> bool:
    """Do it in a child that is killed from outside after so long. False where it got done before."""
    return _in_a_child(do, seconds) == -signal.SIGKILL


def failed_at(operation: int, do: Callable[[], object], watched: Path, number: int) -> str:
    """Do it in a child whose n-th operation on a file below `watched` the system refuses, with this error number.

    Returns what came of it: nothing where it was done all the same, the sentence where it was refused with one, and
    otherwise the kind of the error that nobody caught.
    """
    reading, writing = os.pipe()

    def refusing() -> None:
        def heard(count: int) -> None:
            if count == operation:
                raise OSError(number, os.strerror(number))

        _listen(watched, heard)
        os.write(writing, _outcome(do).encode())

    _in_a_child(refusing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        return told.read()


def _outcome(do: Callable[[], object]) -> str:
    try:
        do()
    except Refusal as refusal:
        return str(refusal)
    except Exception as fault:  # noqa: BLE001  whatever it is, it should have been a sentence
        ours = [f for f in traceback.extract_tb(fault.__traceback__) if "mat_desktop" in f.filename]
        return f"! {type(fault).__name__} at {', '.join(f'{Path(f.filename).name}:{f.lineno}' for f in ours)}"
    return ""


def operations(do: Callable[[], object], watched: Path) -> int:
    """How many operations on files it takes, when nothing comes in between."""
    reading, writing = os.pipe()

    def counting() -> None:
        count = _listen(watched, lambda _number: None)
        do()
        os.write(writing, str(count[0]).encode())

    assert _in_a_child(counting) == 0, "What is to be killed must work by itself."
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        return int(told.read())


def chosen(whole: int, asked: int = KILLS) -> Iterator[int]:
    """Operations to be struck at: a few, spread over all, or as many as are asked for; at last every one."""
    few = max(FEW, asked)
    spread = sorted({max(1, whole * n // few) for n in range(1, few + 1)})
    yield from range(1, whole + 1) if asked >= AT_EVERY else spread


def moments(longest: float) -> Iterator[float]:
    """Random moments to be killed at, the same in each run."""
    dice = Random(20261126)
    yield from (dice.uniform(0, longest) for _ in range(KILLS))


def seconds_of(do: Callable[[], object]) -> float:
    """How long it takes in a child."""
    began = time.monotonic()
    assert _in_a_child(do) == 0, "What is to be killed must work by itself."
    return time.monotonic() - began


def _killing_itself(operation: int, do: Callable[[], object], watched: Path) -> None:
    def heard(number: int) -> None:
        if number == operation:
            os.kill(os.getpid(), signal.SIGKILL)

    _listen(watched, heard)
    do()


def _listen(watched: Path, heard: Callable[[int], None]) -> list[int]:
    """Hear of every operation on a file below a folder, in a child: such an ear can never be taken away again."""
    count, below = [0], str(watched)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in _FILES and arguments and str(arguments[0]).startswith(below):
            count[0] += 1
            heard(count[0])

    sys.addaudithook(hook)
    return count


def _in_a_child(do: Callable[[], object], seconds: float | None = None) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of the runner only wait
        child = os.fork()
    if child == 0:
        status = 1
        try:
            do()
            status = 0
        finally:
            os._exit(status)
    if seconds is not None:
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
