"""The account of an exception that may be written down: what kind it was and where in our code, nothing in hand.

The message of an exception is never taken over: it quotes names, answers and paths. This module knows no Qt, so that
a process of its own can give an account of what went wrong in it.
"""

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from traceback import walk_tb
from types import FrameType, TracebackType

_OURS = __name__.partition(".")[0]


@dataclass(frozen=True)
class Account:
    """One exception and those it came from: kinds and places, as lines of text."""

    lines: tuple[str, ...]

    @property
    def source(self) -> str:
        """The kind and the innermost place: storms of one mistake have the same."""
        outermost = self.lines[1:2]
        inner = [line for line in self.lines if line.startswith(" ")]
        return " ".join((self.lines[0], *(inner[-1:] or outermost)))


def account_of(fault: BaseException) -> Account:
    """Give the account of an exception, with those it came from."""
    lines = [line for one in _chain(fault) for line in (_kind(one), *_places(one.__traceback__))]
    return Account(tuple(lines))


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """The exception, then what it came from; a circle is left."""
    met: list[BaseException] = []
    following: BaseException | None = fault
    while following is not None and not any(following is one for one in met):
        met.append(following)
        yield following
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _kind(fault: BaseException) -> str:
    """The exception's class; of the system's errors also which one, for that is a number and no path."""
    kind = type(fault)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    system = errno.errorcode.get(fault.errno or 0) if isinstance(fault, OSError) else None
    return f"{name} {system}" if system else name


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        file = _file(frame)
        if file:
            yield f"  {file}:{line} {frame.f_code.co_qualname}"


def _file(frame: FrameType) -> str:
    """The file from our package down, empty for code of others: what stands above may be a person's name."""
    if str(frame.f_globals.get("__name__", "")).partition(".")[0] != _OURS:
        return ""
    parts = PurePath(frame.f_code.co_filename).parts
    if _OURS not in parts:
        return ""
    first = len(parts) - 1 - parts[::-1].index(_OURS)
    return "/".join(parts[first:])
