"""Allotting partnerships to arms: a list of random blocks, made and sealed before the first arm is revealed."""

from collections.abc import Sequence
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


def seal_of_file(content: bytes) -> tuple[str, str]:
    """The seal that the first line of such a file claims, and the one of all that follows."""
    first, _, rest = content.partition(b"\n")
    return first.decode("ascii", "replace").strip(), sha256(rest).hexdigest()


def seal(slots: Sequence[ArmSlot], salt: str) -> str:
    """SHA-256 over the list with its salt, 64 hexadecimal digits: written down before the first arm is revealed."""
    return sha256(as_text(slots, salt).encode()).hexdigest()
