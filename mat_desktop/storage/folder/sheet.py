"""The recovery sheet: the data key itself, as lines that are printed, kept away from the computer, and typed again."""

import hashlib
from pathlib import Path

from mat_desktop.storage.faults import WrongPassphrase
from mat_desktop.storage.folder.slot import DATA_KEY_BYTES
from mat_desktop.workshop.text import joined

_LINE_BYTES = 6
_LOOK_ALIKE = str.maketrans("OIL", "011")
_SALT_BYTES = 16
"""How a library's file begins: with the part of the data key that is no secret."""
OTHER_SHEET = (
    "This recovery sheet belongs to another library, or to this one before its key was renewed. Nothing was changed."
)


def belongs(data_key: bytes, database: Path) -> bool:
    """Whether this key was made for this file, damaged or not; nobody may have the file open here."""
    try:
        with database.open("rb") as file:
            return file.read(_SALT_BYTES) == data_key[-_SALT_BYTES:]
    except OSError:
        return False


def recovery_lines(data_key: bytes) -> tuple[str, ...]:
    """The data key in eight lines of twelve digits, each followed by two check digits."""
    chunks = [data_key[n : n + _LINE_BYTES] for n in range(0, len(data_key), _LINE_BYTES)]
    return tuple(_line(number, chunk) for number, chunk in enumerate(chunks, 1))


def _line(number: int, chunk: bytes) -> str:
    digits = chunk.hex().upper()
    check = hashlib.sha256(bytes([number]) + chunk).hexdigest()[:2].upper()
    return " ".join([digits[0:4], digits[4:8], digits[8:12], check])


def read_recovery(typed: str) -> bytes:
    """The data key from a recovery sheet, typed with or without the numbers that stand before its lines.

    Raises:
        WrongPassphrase: naming the lines that were misread, or the one that is missing.
    """
    lines = [line for line in map(_as_printed, typed.splitlines()) if line]
    wanted = DATA_KEY_BYTES // _LINE_BYTES
    chunks = [_chunk(number, line) for number, line in enumerate(lines, 1)]
    wrong = [number for number, chunk in enumerate(chunks, 1) if chunk is None]
    if wrong and len(lines) < wanted and _is_later(lines[wrong[0] - 1], wrong[0], wanted):
        raise WrongPassphrase(f"Line {wrong[0]} of the recovery sheet is missing. It has {wanted} lines.")
    if len(wrong) == 1:
        raise WrongPassphrase(f"Line {wrong[0]} of the recovery sheet does not add up. Compare it with the paper.")
    if wrong:
        named = joined([str(number) for number in wrong])
        raise WrongPassphrase(f"Lines {named} of the recovery sheet do not add up. Compare them with the paper.")
    if len(lines) != wanted:
        raise WrongPassphrase(f"The recovery sheet has {wanted} lines; {len(lines)} were typed.")
    return b"".join(chunk for chunk in chunks if chunk is not None)


def _as_printed(line: str) -> str:
    """A typed line without what is no digit of it; the letters O, I and L stand for the figures they look like."""
    bare = line.strip().upper().removeprefix("LINE").translate(_LOOK_ALIKE)
    return "".join(c for c in bare if c in "0123456789ABCDEF")


def _chunk(number: int, line: str) -> bytes | None:
    """The part of the key that a line holds, where its check adds up, with or without its number before it."""
    for digits in (line, line.removeprefix(str(number))):
        chunk = bytes.fromhex(digits[:12]) if len(digits) == 14 else b""
        if _line(number, chunk).replace(" ", "") == digits:
            return chunk
    return None


def _is_later(line: str, number: int, wanted: int) -> bool:
    return any(_chunk(later, line) is not None for later in range(number + 1, wanted + 1))
