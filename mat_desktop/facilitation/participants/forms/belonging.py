"""Whose a number or an address is where its heading alone does not say: that of whoever the columns before it name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.participants.forms.cells import is_yes
from mat_desktop.facilitation.participants.forms.fields import OF_THE_NAME
from mat_desktop.facilitation.participants.forms.heading import Heading
from mat_desktop.facilitation.participants.forms.naming import phrases
from mat_desktop.facilitation.participants.forms.questions import emergency_field
from mat_desktop.facilitation.participants.forms.vocabulary import RELATIVES
from mat_desktop.workshop.text import word_set

_REACHING = ("phone", "email", "address")
_OTHERS = RELATIVES | word_set("partner partners friend person buyer purchaser payer support referred contact contacts")
_BESIDE = word_set("name names full first last s by surname family given who details nok")
_CONTACT_PERSONS = phrases(
    "contact name|contact person|name contact|contact persons name|contact full name|contact s name"
)
_NAMING = word_set("name names who whom nom qui nombre quien wer wen ingoa")
_THEIRS = word_set("their his her leur leurs")
_OWN = word_set("your my own participant participants attendee ihre deine meine votre ta ton mon ma tu su mi mine tau")


@dataclass(frozen=True, kw_only=True)
class AnothersColumn:
    """A column that may be somebody else's."""

    number: int
    field: str
    """What it might be all the same."""
    whose: int
    """The column that names them."""


def somebody_elses(
    headings: Sequence[Heading], fits: Mapping[str, Sequence[int]], cells: Callable[[int], Sequence[str]]
) -> list[AnothersColumn]:
    """The columns of numbers and addresses that may be somebody else's, in their order.

    Args:
        headings: all of them.
        fits: which columns ask for what, by their headings alone.
        cells: what stands in a column.
    """
    field_of = {number: field for field, numbers in fits.items() for number in numbers}
    named = {
        n for n, heading in enumerate(headings) if _names_another(heading, field_of.get(n, "")) and _says(cells(n))
    }
    contact = next((n for n in named if headings[n].core in _CONTACT_PERSONS), None)
    asked_apart = "emergency_phone" in field_of.values()
    found, whose = list[AnothersColumn](), None
    for number, heading in enumerate(headings):
        field = field_of.get(number, "")
        if number in named:
            whose = number
        elif field in _REACHING and _THEIRS & set(heading.words) and number:
            before = next((n for n in range(number - 1, -1, -1) if field_of.get(n) not in _REACHING), 0)
            found.append(_anothers(number, field, before, field_of))
        elif field not in _REACHING or _OWN & set(heading.words):
            whose = None if field or not _is_remark(heading) else whose
        elif contact is not None and "contact" in heading.core and OF_THE_NAME & set(field_of.values()):
            found.append(_anothers(number, field, contact, field_of))
        elif whose is not None and not (asked_apart and field_of.get(whose) == "emergency_name"):
            found.append(_anothers(number, field, whose, field_of))
    return found


def _anothers(number: int, field: str, whose: int, field_of: Mapping[int, str]) -> AnothersColumn:
    emergency = field == "phone" and field_of.get(whose) == "emergency_name"
    return AnothersColumn(number=number, field="emergency_phone" if emergency else field, whose=whose)


def _names_another(heading: Heading, field: str) -> bool:
    """Whether a column is for the name of somebody else than the person who registered."""
    core = heading.core
    if field == "emergency_name" or core in _CONTACT_PERSONS:
        return True
    if field in OF_THE_NAME or emergency_field(heading) is not None or not _OTHERS & set(heading.words):
        return False
    return set(core) <= _OTHERS | _BESIDE or bool(_NAMING & set(heading.words))


def _is_remark(heading: Heading) -> bool:
    """Whether a column only says more about whoever was named."""
    return bool({"relationship", "relation", "beziehung", "lien", "parentesco"} & set(heading.words))


def _says(texts: Sequence[str]) -> bool:
    """Whether a column holds names, as a rule, rather than a yes or a no."""
    filled = [text for text in texts if text.strip()]
    worded = sum(any(c.isalpha() for c in text) and "@" not in text and is_yes(text) is None for text in filled)
    return bool(filled) and 2 * worded > len(filled)
