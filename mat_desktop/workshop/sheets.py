"""Printed sheets and the code that files them: five random characters and a check character."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, without 0, O, 1 and I: one for each element of GF(32)."""

_REDUCE = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


class SheetKind(StrEnum):
    """The things that are printed."""

    AGREEMENT = "agreement"
    CALL_LOG = "call-log"
    GOAL_CARD = "goal-card"
    QUESTIONNAIRE = "questionnaire"
    HELP_SHEET = "help-sheet"
    REFERRAL = "referral"
    GO_ON = "go-on-card"
    ROUND_CARD = "round-card"
    PAIR_SLIP = "pair-slip"
    SIX_MONTHS = "six-month"
    ONE_YEAR = "one-year"


SHEET_TITLES: dict[SheetKind, str] = {
    SheetKind.GOAL_CARD: "Goal cards",
    SheetKind.AGREEMENT: "Agreements",
    SheetKind.CALL_LOG: "Call logs",
    SheetKind.QUESTIONNAIRE: "Questionnaires",
    SheetKind.HELP_SHEET: "Help sheets",
    SheetKind.REFERRAL: "Referral sheets",
    SheetKind.GO_ON: "Go on without me",
    SheetKind.ROUND_CARD: "Round cards",
    SheetKind.PAIR_SLIP: "Slips for pairs",
    SheetKind.SIX_MONTHS: "Six-month handouts",
    SheetKind.ONE_YEAR: "One-year handouts",
}


@dataclass(eq=False)
class IssuedSheet:
    """A sheet that was issued once; printing it again keeps its code."""

    workshop_id: int
    code: str
    kind: SheetKind
    version: int = 1
    participant_id: int | None = None
    partnership_id: int | None = None
    printed_at: datetime | None = None
    id: int | None = None
    uid: str = ""


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


def read_code(typed: str) -> str | None:
    """What was typed as a code, in any case and spacing, or None when it is not one."""
    kept = "".join(c for c in typed.upper() if c.isalnum())
    if len(kept) != 6 or any(c not in ALPHABET for c in kept) or check_character(kept[:5]) != kept[5]:
        return None
    return kept
