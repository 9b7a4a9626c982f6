"""What one cell of a form says. What is not understood is told, with what will happen; it is never guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mat_desktop.facilitation.participants.forms.heading import plain_words
from mat_desktop.facilitation.shown.zones import time_zones
from mat_desktop.facilitation.tabular.workbook import WITHOUT_RESULT
from mat_desktop.workshop.participants.calling import turned
from mat_desktop.workshop.text import NAME_LIMIT, clean, clean_name, word_set

FEWEST_DIGITS = 5
"""Fewer are a mark or a code, not a phone number."""
MOST_DIGITS = 15
"""No number anywhere has more (ITU-T E.164)."""
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Understood:
    """What is kept of a cell, and what could not be understood of it; one of them may be empty, or both."""

    value: str = ""
    problem: str = ""


_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\u00ad"))
_SPOILT = re.compile(r"^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$|^\d+[.,]0$|^\d{4}-\d\d-\d\d")
"""A phone number that a spreadsheet took for a number or a day."""
_NUMBERED_ADDRESS = re.compile(r"^[\d.:/]+$|^[\da-f:]+$", re.IGNORECASE)
_NOBODY = frozenset({("anonymous",), ("anonym",), ("anonyme",), ("anonimo",), ("anonymous", "user"), ("guest",)})
_TOTALS = word_set(
    "total totals sum summe gesamt gesamtsumme somme suma subtotal count counts anzahl gesamtzahl gesamtanzahl effectif"
)
_COUNTED = _TOTALS | word_set(
    "grand sub number of rows people persons participants attendees registrations responses entries guests names "
    "teilnehmer teilnehmende personen anmeldungen general generale participantes personnes inscrits de der"
)
_DAYS_OF_A_LIST = word_set(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_LIST_WORDS = word_set(
    "group groups session sessions waitlist waitlisted waiting list cancelled canceled cancellations confirmed "
    "registered attending attendees participants table team cohort workshop not coming maybe pending declined "
    "gruppe gruppen warteliste abgesagt angemeldet teilnehmer liste groupe groupes attente annule inscrits "
    "grupo grupos lista espera cancelado confirmados ropu"
)


_NO_PART = frozenset({"n/a", "n.a", "none", "nil", "null", "not applicable"})


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Phrases between bars, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in text.split("|"))


_YES_WORDS = phrases(
    "yes|y|true|x|✓|✔|☑|ok|checked|selected|on|i agree|i do|agree|agreed|yes i agree|yes i do|i consent|"
    "yes i consent|i accept|accepted|consented|i agree to take part|yes i agree to take part|ja|j|wahr|"
    "ich stimme zu|einverstanden|ich bin einverstanden|ja ich stimme zu|ja ich bin einverstanden|zugestimmt|"
    "oui|vrai|j accepte|d accord|je suis d accord|oui j accepte|je consens|si|verdadero|acepto|si acepto|"
    "de acuerdo|estoy de acuerdo|consiento|si consiento|ae|ae e whakaae ana ahau|e whakaae ana ahau|whakaae|"
    "sim|tak|da|hai"
)
_NO_WORDS = phrases(
    "no|n|false|off|unchecked|not selected|i do not agree|no i do not agree|disagree|declined|no thanks|"
    "no thank you|i do not consent|none|nein|falsch|nicht einverstanden|ich stimme nicht zu|non|faux|"
    "je n accepte pas|falso|no acepto|no estoy de acuerdo|kao|kaore|kahore"
)
_NOTHING = phrases("|none|no|n a|na|nil|nothing|nope|keine|nein|aucun|non|ninguna|no thanks")


_LISTED = _LIST_WORDS | _DAYS_OF_A_LIST


def kept(cell: str) -> str:
    """A cell without the apostrophe by which a spreadsheet marks a text, and without unseen marks."""
    text = cell.strip()
    return text[1:].strip() if text[:1] in ("'", "’") and text[1:2] in "+=-@0" else text


def name(cell: str) -> Understood:
    """A name has letters; `Quill, Mara` is turned. A name that holds what divides cells is told too."""
    text = clean_name(kept(cell.translate(_UNSEEN)))
    if not text:
        return Understood(problem="a name is expected")
    if len(cell.strip()) > NAME_LIMIT:
        return Understood(problem=f"a name of at most {NAME_LIMIT} characters is expected")
    if not any(c.isalpha() for c in text) or text.startswith("#"):
        return Understood(problem=f"“{text[:40]}” is no name")
    if plain_words(text) in _NOBODY:
        return Understood(problem=f"“{text[:40]}” is nobody’s name")
    return Understood(turned(text))


def says_a_name(cell: str) -> bool:
    """Whether a cell of a part of a name holds one: not a dash, nor what is written where there is none."""
    return any(c.isalnum() for c in cell) and cell.strip(" ().").casefold() not in _NO_PART


def is_no_person(cell: str) -> bool:
    """Whether a row with this in place of the name is a line, a sum or a count of the table."""
    text = cell.strip()
    words = plain_words(text)
    summed = bool(_TOTALS.intersection(words)) and all(word.isdecimal() or word in _COUNTED for word in words)
    return bool(text) and ((summed and text[0].isalpha()) or not any(c.isalnum() for c in text))


def heads_a_part(cell: str) -> bool:
    """Whether a row with this and nothing else is the heading of a part of the list: `Monday group`, `Waiting list:`.

    A day alone may be somebody's name.
    """
    words = [word for word in plain_words(cell) if not word.isdecimal() and len(word) > 1]
    return cell.strip().endswith(":") or (bool(_LIST_WORDS.intersection(words)) and _LISTED.issuperset(words))


def called(cell: str) -> Understood:
    """What somebody wants to be called: words, no yes or no."""
    text = clean_name(kept(cell.translate(_UNSEEN)))
    if plain_words(text) in _YES_WORDS | _NO_WORDS or not any(c.isalpha() for c in text) or text.startswith("#"):
        return Understood(problem=f"“{text[:40]}” is no name to be called by; ask")
    return Understood(text)


def phone(cell: str) -> Understood:
    """A number has five digits or more, and was not taken for a number or a day by a spreadsheet."""
    text = clean(kept(cell), NAME_LIMIT)
    digits = [c for c in text if c.isdecimal()]
    if text.startswith("#") or _SPOILT.match(text):
        return Understood(problem=f"“{text[:40]}” was spoilt by a spreadsheet; left empty, ask for the number")
    if (
        len(digits) < FEWEST_DIGITS
        or (text.isdecimal() and len(text) > MOST_DIGITS)
        or text.startswith("=")
        or "@" in text
    ):
        return Understood(problem=f"“{text[:40]}” is no phone number; left empty")
    return Understood(text)


def email(cell: str) -> Understood:
    """An address with an @ and something on both sides."""
    text = clean(kept(cell), NAME_LIMIT)
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", text.removeprefix("mailto:")):
        return Understood(problem=f"“{text[:40]}” is no e-mail address; left empty")
    return Understood(text.removeprefix("mailto:"))


def address(cell: str) -> Understood:
    """Where post goes: with letters, no e-mail address and no number of a computer."""
    text = clean(kept(cell))
    if "@" in text or "://" in text or (_NUMBERED_ADDRESS.match(text) and not text.isdecimal()) or text.startswith("#"):
        return Understood(problem=f"“{text[:40]}” is no postal address; left empty")
    return Understood(text)


def time_zone(cell: str) -> Understood:
    """The name of a zone, such as Pacific/Auckland."""
    text = clean(kept(cell), 60)
    known = _zones().get(text.casefold().replace(" ", "_"))
    if known is None:
        return Understood(problem=f"“{text[:40]}” is no time zone such as Pacific/Auckland; the workshop’s own stays")
    return Understood(known)


@cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in time_zones()}


def consent(cell: str, heading: str) -> Understood:
    """Only a known yes-word, or the very words that were asked, is a yes; a no stays a no."""
    words = plain_words(cell) or (tuple(cell.split()) if cell.strip() in "✓✔☑" else ())
    if words in _NO_WORDS or words == ("0",):
        return Understood(NO)
    asked = plain_words(heading)
    if words in _YES_WORDS or words == ("1",) or (words == asked and words[:1] == ("i",)):
        return Understood(YES)
    return Understood(problem=f"“{cell.strip()[:40]}” is no clear yes; no consent is written down")


def is_yes(cell: str) -> bool | None:
    """Whether a cell says yes or no; None where it says neither."""
    words = plain_words(cell)
    if words in _YES_WORDS or words == ("1",):
        return True
    return False if words in _NO_WORDS or words == ("0",) or not cell.strip() else None


def text(cell: str) -> Understood:
    """Words as they are; a result that no spreadsheet worked out is none."""
    found = clean(kept(cell))
    if found.startswith(WITHOUT_RESULT) or found in ("#ERROR!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!"):
        return Understood(problem=f"“{found[:40]}” is a fault of the spreadsheet; left empty")
    return Understood(found)


def line(cell: str) -> Understood:
    """One line of words."""
    said = text(cell)
    return Understood(said.value[:NAME_LIMIT], said.problem)


def need(cell: str) -> Understood:
    """What somebody needs; “none” needs nothing."""
    return Understood() if plain_words(cell) in _NOTHING else text(cell)


READ: dict[str, Callable[[str], Understood]] = {
    "name": name,
    "given_name": name,
    "family_name": name,
    "called": called,
    "phone": phone,
    "email": email,
    "address": address,
    "languages": line,
    "time_zone": time_zone,
    "challenge": text,
    "challenge_kind": line,
    "access_note": need,
    "emergency_name": line,
    "emergency_phone": phone,
}
"""How a cell of each field is understood; the days and the consents are read with their heading."""
