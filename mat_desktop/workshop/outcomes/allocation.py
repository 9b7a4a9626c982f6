"""Allotting partnerships to arms: a list of random blocks, made and sealed before the first arm is revealed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

MOST_STRATA = 2


@dataclass(frozen=True)
class ArmSlot:
    """One place of the list: its stratum, its block, and the arm that the partnership at this place is in."""

    stratum: str
    block: int
    arm: str


def blocks(arms: Sequence[str], stratum: str, long: int, draw: Sequence[int]) -> tuple[ArmSlot, ...]:
    """At least `long` places of one stratum in shuffled blocks, each holding every arm once or twice.

    `draw` are random whole numbers; those not needed stay unread. The number in a block changes at random as well, so
    that the next arm cannot be guessed from those before.

    Raises:
        ValueError: when the numbers do not suffice.
    """
    numbers, found, block = iter(draw), list[ArmSlot](), 0
    try:
        while len(found) < long:
            block += 1
            inside = list(arms) * (1 + next(numbers) % 2)
            for place in range(len(inside) - 1, 0, -1):
                other = next(numbers) % (place + 1)
                inside[place], inside[other] = inside[other], inside[place]
            found += [ArmSlot(stratum, block, arm) for arm in inside]
    except StopIteration:
        raise ValueError("Too few random numbers for this list.") from None
    return tuple(found)


def as_text(slots: Sequence[ArmSlot], salt: str) -> str:
    """The list as the text that is sealed: the salt, then a line a place."""
    return "\n".join((salt, *(f"{s.stratum}\t{s.block}\t{s.arm}" for s in slots)))


def as_file(slots: Sequence[ArmSlot], salt: str) -> bytes:
    """The list for whoever wants to check it: its first line is the seal of all that follows."""
    return f"{seal(slots, salt)}\n{as_text(slots, salt)}".encode()


@dataclass(frozen=True)
class CheckedSeal:
    """The seal that such a file claims and its words give, and whether the file is as it was saved, byte by byte.

    A mail program or an editor may have changed its line ends or its encoding; the words are the same then.
    """

    seal: str
    as_saved: bool


def checked_seal(content: bytes) -> CheckedSeal | None:
    """The seal of a saved plan or list; None where the words do not give the one that its first line claims."""
    for number, (claimed, words) in enumerate(_readings(content)):
        if sha256(words).hexdigest() == claimed:
            return CheckedSeal(claimed, number == 0)
    return None


def _readings(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The first line, and the bytes of what follows: as they stand, then as they were before they were rewritten."""
    first, _, rest = content.partition(b"\n")
    yield first.decode("ascii", "replace").strip(), rest
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        claimed, _, words = "\n".join(text.replace("\r\n", "\n").split("\r")).partition("\n")
        yield claimed.strip(), words.encode()
        yield claimed.strip(), words.rstrip("\n").encode()


_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
"""In which editors save a text: with a mark at its beginning, in two bytes a letter, in the letters of Windows."""


def seal(slots: Sequence[ArmSlot], salt: str) -> str:
    """SHA-256 over the list with its salt, 64 hexadecimal digits: written down before the first arm is revealed."""
    return sha256(as_text(slots, salt).encode()).hexdigest()
