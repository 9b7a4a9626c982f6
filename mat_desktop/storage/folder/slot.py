"""The key slot: a passphrase opens the random data key; a printed sheet can replace it.

Argon2id (64 MiB, 3 passes, 4 lanes) turns the passphrase into a key that AES-256-GCM needs to open the slot; the
slot is authenticated, so a wrong passphrase and a damaged slot are told apart.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_bytes

from mat_desktop.storage.faults import Damaged, WrongPassphrase
from mat_desktop.storage.folder.files import write_whole
from mat_desktop.workshop.text import joined

DATA_KEY_BYTES = 48
"""32 bytes of key and 16 of salt: SQLCipher's raw form, 96 hexadecimal digits."""

SLOT, SLOT_COPY = "library.key", "library.key.copy"
_LINE_BYTES = 6
_LOOK_ALIKE = str.maketrans("OIL", "011")


@dataclass(frozen=True)
class Effort:
    """What Argon2id is made to spend on each try of a passphrase. A slot says its own, so it can be raised later."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def bearable(self) -> bool:
        """Whether a laptop can spend it: a slot that asks for more was not written by this program."""
        return 1 <= self.lanes <= 64 and 1 <= self.passes <= 64 and 8 * self.lanes <= self.memory_kib <= 1024 * 1024


EFFORT = Effort(memory_kib=64 * 1024, passes=3, lanes=4)
"""For every slot that is closed from now on."""


@dataclass(frozen=True)
class KeySlot:
    """What the slot file holds: nothing in it is secret without the passphrase."""

    salt: bytes
    nonce: bytes
    locked: bytes
    effort: Effort

    def to_text(self) -> str:
        """The slot as JSON with a checksum, so that damage is not mistaken for a wrong passphrase."""
        body = {"format": 1, "kdf": "argon2id", **asdict(self.effort)}
        body |= {n: b64encode(getattr(self, n)).decode() for n in ("salt", "nonce", "locked")}
        said = json.dumps(body, sort_keys=True)
        return json.dumps({"slot": body, "sha256": hashlib.sha256(said.encode()).hexdigest()}, indent=1)


def new_data_key() -> bytes:
    """A fresh random data key."""
    return token_bytes(DATA_KEY_BYTES)


def lock(data_key: bytes, passphrase: str) -> KeySlot:
    """Close the data key behind a passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = token_bytes(16), token_bytes(12)
    locked = AESGCM(_derive(passphrase, salt, EFFORT)).encrypt(nonce, data_key, b"mat-desktop slot 1")
    return KeySlot(salt, nonce, locked, EFFORT)


def unlock(slot: KeySlot, passphrase: str) -> bytes:
    """The data key. Raises WrongPassphrase."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        opener = AESGCM(_derive(passphrase, slot.salt, slot.effort))
        return opener.decrypt(slot.nonce, slot.locked, b"mat-desktop slot 1")
    except InvalidTag:
        raise WrongPassphrase(
            "This passphrase does not open the library. Check Caps Lock and the keyboard language, then try again."
        ) from None


def _derive(passphrase: str, salt: bytes, effort: Effort) -> bytes:
    import unicodedata

    from argon2.low_level import Type, hash_secret_raw

    said = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(said, salt, effort.passes, effort.memory_kib, effort.lanes, 32, Type.ID)


def write_slot(folder: Path, slot: KeySlot) -> None:
    """Write both copies of the slot."""
    for name in (SLOT, SLOT_COPY):
        write_whole(folder / name, slot.to_text().encode())


def has_slot(folder: Path) -> bool:
    """Whether a copy of the slot lies in the folder."""
    return any((folder / name).exists() for name in (SLOT, SLOT_COPY))


def whole_copy(folder: Path) -> bytes | None:
    """The first whole copy of the slot, byte for byte; None where there is none."""
    path = next((folder / name for name in (SLOT, SLOT_COPY) if _read_one(folder / name) is not None), None)
    return path.read_bytes() if path is not None else None


def read_slot(folder: Path) -> KeySlot:
    """The first whole copy of the slot. Raises Damaged when neither is."""
    for name in (SLOT, SLOT_COPY):
        slot = _read_one(folder / name)
        if slot is not None:
            return slot
    raise Damaged(
        "The key file of this library is damaged or missing. "
        "Open it with the recovery sheet, or bring the newest copy back."
    )


def _read_one(path: Path) -> KeySlot | None:
    try:
        held = json.loads(path.read_text())
        body = held["slot"]
        whole = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest() == held["sha256"]
        salt, nonce, locked = (b64decode(body[name], validate=True) for name in ("salt", "nonce", "locked"))
        effort = Effort(*(int(body[name]) for name in ("memory_kib", "passes", "lanes")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return KeySlot(salt, nonce, locked, effort) if whole and effort.bearable else None


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
