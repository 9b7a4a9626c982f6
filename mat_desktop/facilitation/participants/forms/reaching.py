"""What a cell says of how somebody is reached: a phone number, an e-mail address, a place where post goes."""

import re
from unicodedata import decimal

from mat_desktop.facilitation.participants.forms.spelling import Understood, kept
from mat_desktop.workshop.text import NAME_LIMIT, clean

FEWEST_DIGITS = 5
"""Fewer are a mark or a code, not a phone number."""
MOST_DIGITS = 15
"""No number anywhere has more (ITU-T E.164)."""
_SPOILT = re.compile(
    r"""^(?: [+-]?\d+([.,]\d+)?[eE][+-]?\d+          # 6.42E+11
        | \d+[.,]0+                                  # 215550101.0
        | [-$€£]?\s?[1-9]\d{0,2}([.,'’]\d{3})+([.,]\d\d?)?   # 215,550,101
        | \d{4}-\d\d?-\d\d?(\D.*)?                   # 2026-03-14
        | \d\d?(?P<mark>[./-])\d\d?(?P=mark)(19|20)\d\d(\D.*)?   # 14.03.2026
    )$""",
    re.VERBOSE,
)
"""A phone number that a spreadsheet took for a number, an amount or a day."""
_SAID_BEFORE = re.compile(
    r"^(?:tel|telephone|phone|ph|p|mobile|mob|m|cell|c|handy|callto|sms|whatsapp)\s*[.:]+\s*(?=[+(\d])", re.I
)
"""What tools and people write before a number."""
_LETTER_FOR_A_DIGIT = re.compile(r"\d[OolI]\d|\d{3}[OolI]\b")
_MAIL = re.compile(r"[^@\s,;:<>()\[\]\"]+@[^@\s,;:<>()\[\]\"]+")
_WITH_A_NAME = re.compile(rf"^[^<>@]*<(?:mailto:)?({_MAIL.pattern})>$")
_NUMBERED_ADDRESS = re.compile(r"^[\d.:/]+$|^[\da-f:]+$", re.IGNORECASE)


def phone(cell: str) -> Understood:
    """A number has five digits or more, and was not taken for a number or a day by a spreadsheet.

    Its digits are kept as 0 to 9, in whatever script they were typed.
    """
    text = _SAID_BEFORE.sub("", _in_our_digits(clean(kept(cell), NAME_LIMIT)))
    if text.startswith("#") or _SPOILT.match(text):
        return Understood(problem=f"“{text[:40]}” was spoilt by a spreadsheet; left empty, ask for the number")
    digits = sum(c.isdecimal() for c in text)
    too_long = text.isdecimal() and digits > MOST_DIGITS
    if digits < FEWEST_DIGITS or too_long or _is_made_up(text) or text.startswith("=") or "@" in text:
        return Understood(problem=f"“{text[:40]}” is no phone number; left empty")
    return Understood(text)


def _is_made_up(text: str) -> bool:
    """Whether it is one digit over and over, or holds a letter in the place of one: `021 555 01O1`."""
    return len({c for c in text if c.isdecimal()}) == 1 or bool(_LETTER_FOR_A_DIGIT.search(text))


def _in_our_digits(text: str) -> str:
    return "".join(c if (value := decimal(c, None)) is None else str(value) for c in text)


def email(cell: str) -> Understood:
    """An address with an @ and something on both sides; the name before it, as programs for mail write it, is not."""
    text = clean(kept(cell), NAME_LIMIT)
    named = _WITH_A_NAME.match(text)
    address = (named[1] if named else text.removeprefix("mailto:")).rstrip(".")
    if not _MAIL.fullmatch(address):
        return Understood(problem=f"“{text[:40]}” is no e-mail address; left empty")
    return Understood(address)


def address(cell: str) -> Understood:
    """Where post goes: with letters, no e-mail address and no number of a computer."""
    text = clean(kept(cell))
    if "@" in text or "://" in text or (_NUMBERED_ADDRESS.match(text) and not text.isdecimal()) or text.startswith("#"):
        return Understood(problem=f"“{text[:40]}” is no postal address; left empty")
    return Understood(text)
