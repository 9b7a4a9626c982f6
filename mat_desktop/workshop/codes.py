"""The code that files a printed sheet: five random characters and a check character."""

import re
from collections.abc import Iterable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, without 0, O, 1 and I: one for each element of GF(32)."""

_REDUCE = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
_SCANNED = re.compile(r"([0-9A-Z]{6})(?:[^0-9A-Z]?)([1-9][0-9]?)(L?G?)$")
"""What a scanner types from the QR code: the code, a stroke that some keyboards turn into another, the page, and how it
was printed, on Letter or large."""


def _times(a: int, b: int) -> int:
    """The product in GF(32)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= _REDUCE
        b >>= 1
    return product


def check_character(five: str) -> str:
    """The sixth character: sum of alpha^i times the i-th of five, in GF(32).

    Any one wrong character and any two neighbours exchanged are found, because all weights differ and none is 0.
    """
    total, weight = 0, 1
    for character in five:
        weight = _times(weight, 2)
        total ^= _times(weight, ALPHABET.index(character))
    return ALPHABET[total]


def form_code(numbers: list[int]) -> str:
    """A whole code from five numbers of 0 to 31."""
    five = "".join(ALPHABET[n] for n in numbers)
    return five + check_character(five)


def shown_code(code: str) -> str:
    """As it stands on paper: four characters, a dash, two."""
    return f"{code[:4]} – {code[4:]}"


def typed_code(typed: str) -> str | None:
    """The six characters that were typed or scanned as a code, right or wrong; None when it is something else."""
    said = typed.strip().upper()
    scanned = _SCANNED.fullmatch(said)
    kept = scanned.group(1) if scanned else "".join(c for c in said if c.isalnum())
    return kept if len(kept) == 6 and kept.isascii() else None


def scanned_code(typed: str) -> str | None:
    """The code in what a scanner typed from a QR code, which names the page as well; None when it is something else."""
    found = _SCANNED.fullmatch(typed.strip().upper())
    return read_code(found.group(1)) if found else None


def scanned_page(typed: str) -> tuple[int, str] | None:
    """The page in what a scanner typed from a QR code, and the sign of its print; None when it is something else."""
    found = _SCANNED.fullmatch(typed.strip().upper())
    return (int(found.group(2)), found.group(3)) if found else None


def read_code(typed: str) -> str | None:
    """What was typed as a code, in any case and spacing, or None when it is not one."""
    kept = typed_code(typed)
    if kept is None or any(c not in ALPHABET for c in kept) or check_character(kept[:5]) != kept[5]:
        return None
    return kept


def near(typed: str, issued: Iterable[str]) -> list[str]:
    """The codes that differ in one character, or by two neighbours exchanged. They are offered, never taken."""
    return [code for code in issued if _differs_once(typed, code)]


def _differs_once(typed: str, code: str) -> bool:
    wrong = [n for n in range(6) if typed[n] != code[n]]
    if len(wrong) == 1:
        return True
    neighbours = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return neighbours and typed[wrong[0]] == code[wrong[1]] and typed[wrong[1]] == code[wrong[0]]
