"""The key slot: a passphrase opens the random data key.

Argon2id (64 MiB, 3 passes, 4 lanes) turns the passphrase into a key that AES-256-GCM needs to open the slot; the
slot is authenticated, so a wrong passphrase and a damaged slot are told apart.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_bytes
from typing import Any

from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.storage.faults import Damaged, LibraryFault, TooNew, WrongPassphrase
from mat_desktop.storage.folder.files import make_way, write_whole
from mat_desktop.workshop.refusal import Refusal

DATA_KEY_BYTES = 48
"""32 bytes of key and 16 of salt: SQLCipher's raw form, 96 hexadecimal digits."""

SLOT, SLOT_COPY = "library.key", "library.key.copy"
_LARGEST = 16_000
_NOW, _EARLIER = b"mat-desktop slot 1", b"mat-desktop slot 1 earlier"
_LOST = (
    "The key file of this library is damaged or missing. "
    "Open it with the recovery sheet, or bring the newest copy back."
)
_WEAK = (
    "The key file of this library asks for so little work that passphrases could be tried by the million. MAT Desktop "
    "never wrote it so: it was changed. Open the library with the recovery sheet, or bring the newest copy back."
)
_NEWER = "A newer MAT Desktop wrote the key file of this library. Nothing was changed. Open it with that version."
_NO_TEXT = "This passphrase has signs in it that are no text. Choose another."


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

    @property
    def enough(self) -> bool:
        """Whether it keeps a guesser busy: no less than the weakest setting that is advised for Argon2id."""
        return self.memory_kib >= _LEAST_KIB and self.memory_kib * self.passes >= _LEAST_KIB * _PASSES_AT_LEAST


EFFORT = Effort(memory_kib=64 * 1024, passes=3, lanes=4)
"""For every slot that is closed from now on."""
_LEAST_KIB, _PASSES_AT_LEAST = 7 * 1024, 5
"""7 MiB passed over five times, or more memory as often as that costs the same (OWASP, password storage)."""
_SIZES = {"salt": 16, "nonce": 12, "locked": DATA_KEY_BYTES + 16, "earlier_nonce": 12, "earlier": DATA_KEY_BYTES + 16}
_ALWAYS, _BETWEEN = ("salt", "nonce", "locked"), ("earlier_nonce", "earlier")


@dataclass(frozen=True)
class KeySlot:
    """What the slot file holds: nothing in it is secret without the passphrase.

    While the data key is being renewed the slot holds the earlier one too, behind the same passphrase.
    """

    salt: bytes
    nonce: bytes
    locked: bytes
    effort: Effort
    earlier_nonce: bytes = b""
    earlier: bytes = b""

    def to_text(self) -> str:
        """The slot as JSON with a checksum, so that damage is not mistaken for a wrong passphrase."""
        names = _ALWAYS + (_BETWEEN if self.earlier else ())
        body = {"format": 2 if self.earlier else 1, "kdf": "argon2id", **asdict(self.effort)}
        body |= {n: b64encode(getattr(self, n)).decode() for n in names}
        said = json.dumps(body, sort_keys=True)
        return json.dumps({"slot": body, "sha256": hashlib.sha256(said.encode()).hexdigest()}, indent=1)


def new_data_key() -> bytes:
    """A fresh random data key."""
    return token_bytes(DATA_KEY_BYTES)


def lock(data_key: bytes, passphrase: str, earlier: bytes | None = None) -> KeySlot:
    """Close the data key behind a passphrase, and the earlier one too while it is being renewed.

    Raises Refusal where the passphrase cannot be written as text.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        passphrase.encode()
    except UnicodeEncodeError:
        raise Refusal(_NO_TEXT) from None
    salt, nonce, other = token_bytes(16), token_bytes(12), token_bytes(12)
    closer = AESGCM(_derive(passphrase, salt, EFFORT))
    locked = closer.encrypt(nonce, data_key, _NOW)
    if earlier is None:
        return KeySlot(salt, nonce, locked, EFFORT)
    return KeySlot(salt, nonce, locked, EFFORT, other, closer.encrypt(other, earlier, _EARLIER))


def unlock(slot: KeySlot, passphrase: str) -> bytes:
    """The data key. Raises WrongPassphrase."""
    return unlock_all(slot, passphrase)[0]


def unlock_all(slot: KeySlot, passphrase: str) -> tuple[bytes, ...]:
    """The data key, and the earlier one where the slot still holds it. Raises WrongPassphrase."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        opener = AESGCM(_derive(passphrase, slot.salt, slot.effort))
        keys = (opener.decrypt(slot.nonce, slot.locked, _NOW),)
        return (*keys, opener.decrypt(slot.earlier_nonce, slot.earlier, _EARLIER)) if slot.earlier else keys
    except (InvalidTag, UnicodeEncodeError):
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
        make_way(folder / name)
        write_whole(folder / name, slot.to_text().encode())


def has_slot(folder: Path) -> bool:
    """Whether a copy of the slot lies in the folder."""
    return any((folder / name).exists() for name in (SLOT, SLOT_COPY))


@dataclass(frozen=True)
class Opened:
    """A slot that opened: the keys in it, the newest first, and the file byte for byte."""

    keys: tuple[bytes, ...]
    held: bytes


def open_slot(folder: Path, passphrase: str) -> Opened:
    """Open the first whole copy of the slot that this passphrase opens.

    Both are asked, for they may differ where a change of the passphrase was cut off.

    Raises:
        WrongPassphrase: when it opens none.
        Damaged, TooNew: as `read_slot`.
    """
    wrong: WrongPassphrase | None = None
    asked: set[bytes] = set()
    for name in (SLOT, SLOT_COPY):
        held = _bytes_of(folder / name)
        slot = _whole(held)
        if slot is None or held in asked:
            continue
        asked.add(held)
        try:
            return Opened(unlock_all(slot, passphrase), held)
        except WrongPassphrase as fault:
            wrong = fault
    if wrong is not None:
        raise wrong
    return Opened(unlock_all(read_slot(folder), passphrase), b"")


def whole_copy(folder: Path) -> bytes | None:
    """The first whole copy of the slot, byte for byte; None where there is none."""
    return next((held for name in (SLOT, SLOT_COPY) if _whole(held := _bytes_of(folder / name)) is not None), None)


def mend(folder: Path, held: bytes) -> bool:
    """Write the copies of the slot anew that are not as the one that opened. True where one was not."""
    differ = [folder / name for name in (SLOT, SLOT_COPY) if _bytes_of(folder / name) != held]
    for path in differ:
        make_way(path)
        write_whole(path, held)
    return bool(differ)


def read_slot(folder: Path) -> KeySlot:
    """The first whole copy of the slot.

    Raises:
        TooNew: when a newer version wrote it.
        Damaged: when neither copy is whole, or asks for less than keeps anybody out.
    """
    fault: LibraryFault = Damaged(_LOST)
    for name in (SLOT, SLOT_COPY):
        try:
            return slot_of(_bytes_of(folder / name))
        except LibraryFault as met:
            fault = met if str(met) != _LOST else fault
    raise fault


def slot_of(held: bytes) -> KeySlot:
    """The slot that a file holds. Raises TooNew or Damaged, as `read_slot`."""
    body = _body(held)
    if body is None:
        raise Damaged(_LOST)
    if body.get("format") not in (1, 2) or body.get("kdf") != "argon2id":
        raise TooNew(_NEWER)
    try:
        names = _ALWAYS + (_BETWEEN if body["format"] == 2 else ())
        pieces = {name: b64decode(body[name], validate=True) for name in names}
        effort = Effort(*(int(body[name]) for name in ("memory_kib", "passes", "lanes")))
    except (ValueError, KeyError, TypeError, OverflowError):
        raise Damaged(_LOST) from None
    if not effort.bearable or any(len(piece) != _SIZES[name] for name, piece in pieces.items()):
        raise Damaged(_LOST)
    if not effort.enough:
        raise Damaged(_WEAK)
    return KeySlot(effort=effort, **pieces)


def _whole(held: bytes) -> KeySlot | None:
    try:
        return slot_of(held)
    except LibraryFault:
        return None


def _bytes_of(path: Path) -> bytes:
    """What a slot file holds, nothing where there is none; no file of ours is as large as is read at most."""
    try:
        return content_of_file(path, _LARGEST)
    except (OSError, Refusal):
        return b""


def _body(held: bytes) -> dict[str, Any] | None:
    """What a slot file says, where its checksum is right."""
    try:
        told = json.loads(held) if len(held) <= _LARGEST else None
        body = told["slot"] if isinstance(told, dict) else None
        if not isinstance(body, dict) or not isinstance(told, dict):
            return None
        right = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest() == told["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return body if right else None
