"""In which order a name is written where family and given name stand in one cell."""

import re
from collections.abc import Iterable
from enum import Enum

from mat_desktop.facilitation.participants.forms.heading import Heading
from mat_desktop.facilitation.participants.forms.naming import phrases


class NameOrder(Enum):
    """What a heading says about it."""

    UNSAID = "unsaid"
    """It asks for a name, and people write it as they say it."""
    FAMILY_FIRST = "family first"
    """It names both, the family name before the other."""
    OPEN = "open"
    """It is how a name is asked for in its language, and some write it in that order."""


FAMILY_FIRST = phrases(
    "last name first name|last first name|lastname firstname|surname first name|surname given name|surname given names|"
    "surname forename|surname forenames|family name given name|family name given names|family name first name|"
    "last name first|surname first|name family first|"
    "nachname vorname|familienname vorname|zuname vorname|nachname vornamen|name vorname|"
    "apellidos nombre|apellido nombre|apellidos y nombre|apellidos y nombres|apellidos nombres|apellido y nombre|"
    "cognome nome|cognome e nome|sobrenome nome|achternaam voornaam|nazwisko imie|nazwisko i imie|efternavn fornavn|"
    "efternamn fornamn|sukunimi etunimi"
)
EITHER_FIRST = phrases("nom prenom|nom et prenom|nom prenoms|nom et prenoms")


def order_of(heading: str) -> NameOrder:
    """What a heading says about the order of a name."""
    core = Heading(heading).core
    if core in FAMILY_FIRST:
        return NameOrder.FAMILY_FIRST
    return NameOrder.OPEN if core in EITHER_FIRST else NameOrder.UNSAID


def family_last(name: str) -> str:
    """A name of two words, the family name first, as it is said; nothing where one cannot tell the two apart."""
    words = name.split()
    return f"{words[1]} {words[0]}" if len(words) == 2 else ""


_TWO_BY_COMMA = re.compile(r"\w+ \w[^,]*,\s*\w+ \w[^,]*")


def is_two_by_comma(written: str) -> bool:
    """Whether a whole name stands on both sides of a comma: two people, unless the list has its family names first."""
    return bool(_TWO_BY_COMMA.fullmatch(written.strip()))


def family_stands_first(texts: Iterable[str]) -> bool:
    """Whether the names of a list stand as `Quill, Mara`, as a rule."""
    filled = [text for text in texts if text.strip()]
    return 2 * sum("," in text for text in filled) > len(filled) > 2
