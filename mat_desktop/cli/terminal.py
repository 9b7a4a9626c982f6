"""What may reach a terminal: text in UTF-8, and no sign that a terminal obeys."""

import io
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

_KEPT = {"\n", "\t"}
_SHOWN = "�"
_FORBIDDEN = {"Cc", "Cs"}
_TURNS = {chr(sign) for sign in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
"""What turns the order of the letters after it, so that a name reads as another."""


def plain(words: str) -> str:
    """The words without control characters, halves of letters and turns of direction; tabs and new lines stay."""
    return "".join(sign if _is_plain(sign) else _SHOWN for sign in words)


def _is_plain(sign: str) -> bool:
    return sign in _KEPT or (sign not in _TURNS and unicodedata.category(sign) not in _FORBIDDEN)


class Plain(io.TextIOBase):
    """Hands on to a stream only what is plain; whoever writes needs not think of it."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, words: str, /) -> int:
        """Write what is plain of it."""
        self._stream.write(plain(words))
        return len(words)

    def flush(self) -> None:
        """Hand on what is still held back."""
        self._stream.flush()

    def fileno(self) -> int:
        """The number of the stream beneath."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether somebody reads it as it comes."""
        return self._stream.isatty()

    def writable(self) -> bool:
        """It is there to be written."""
        return True


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """Both outputs are UTF-8 meanwhile, whatever the system says, and plain."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(_plain_stream, before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _plain_stream(stream: Any) -> Any:
    """The stream behind which nothing but plain text comes; None where the program has no terminal at all."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return None if stream is None else Plain(stream)
