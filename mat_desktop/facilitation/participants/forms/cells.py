"""What one cell of a form says. What is not understood is told, with what will happen; it is never guessed."""

from collections.abc import Callable, Iterable
from functools import cache

from mat_desktop.facilitation.participants.forms.heading import plain_words
from mat_desktop.facilitation.participants.forms.naming import called, name, phrases
from mat_desktop.facilitation.participants.forms.reaching import address, email, phone
from mat_desktop.facilitation.participants.forms.spelling import Understood, kept
from mat_desktop.facilitation.shown.zones import time_zones
from mat_desktop.facilitation.tabular.figures import whole
from mat_desktop.facilitation.tabular.workbook import WITHOUT_RESULT
from mat_desktop.workshop.text import NAME_LIMIT, clean

YES, NO = "yes", "no"
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
_EMPTY = phrases("n a|na|null|nil|none|nan|not applicable")
"""What tools and people write where there is nothing to say."""
_NOTHING = phrases("|none|no|n a|na|nil|nothing|nope|keine|nein|aucun|non|ninguna|no thanks")


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


def consent(cell: str, heading: str, *, coded: bool = False) -> Understood:
    """Only a known yes-word, or the very words that were asked, is a yes; a no stays a no.

    Args:
        cell: what was answered.
        heading: what was asked.
        coded: whether other numbers than 0 and 1 stand in the column; then a 1 may be a no as well.
    """
    said, asked = is_yes(cell, coded=coded), plain_words(heading)
    if said or (asked[:1] == ("i",) and plain_words(cell) == asked):
        return Understood(YES)
    if said is False:
        return Understood(NO)
    return Understood(problem=f"“{cell.strip()[:40]}” is no clear yes; no consent is written down")


def is_yes(cell: str, *, coded: bool = False) -> bool | None:
    """Whether a cell says yes or no; None where it says neither. A number says it only where there are but 0 and 1."""
    words = plain_words(cell) or (tuple(cell.split()) if cell.strip() in "✓✔☑" else ())
    number = None if coded else whole(cell)
    if words in _YES_WORDS or number == 1:
        return True
    return False if words in _NO_WORDS or number == 0 or not cell.strip() else None


def is_coded(texts: Iterable[str]) -> bool:
    """Whether answers are written as numbers besides 0 and 1: as codes or ranks, which only the form tells."""
    return any(whole(text) not in (None, 0, 1) for text in texts)


def text(cell: str) -> Understood:
    """Words as they are; a dash or “n/a” is none, and neither is a result that no spreadsheet worked out."""
    found = clean(kept(cell))
    if plain_words(found) in _EMPTY or not found.strip("-–—._/\\? "):
        return Understood()
    if found.startswith(WITHOUT_RESULT) or found in ("#ERROR!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!"):
        return Understood(problem=f"“{found[:40]}” is a fault of the spreadsheet; left empty")
    return Understood(found)


def line(cell: str) -> Understood:
    """One line of words."""
    said = text(cell)
    return Understood(said.value[:NAME_LIMIT], said.problem)


def need(cell: str) -> Understood:
    """What somebody needs, or whom; “none” is nothing."""
    return Understood() if plain_words(cell) in _NOTHING else text(cell)


def somebody(cell: str) -> Understood:
    """One line that names somebody; “none” is nobody."""
    said = need(cell)
    return Understood(said.value[:NAME_LIMIT], said.problem)


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
    "emergency_name": somebody,
    "emergency_phone": phone,
}
"""How a cell of each field is understood; the days and the consents are read with their heading."""
