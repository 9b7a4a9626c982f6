"""Names as people write them: which word somebody is greeted by, and when two spellings are one name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from mat_desktop.workshop.text import clean_name, word_set

_TITLES = word_set(
    "dr mr mrs ms miss mx prof professor sir dame rev revd father sister herr frau monsieur madame mme mlle "
    "señor señora sr sra srta don doña matua whaea lady lord ing mag"
)
_AFTER_A_NAME = word_set("jr sr ii iii iv phd md dr ma msc bsc mba rn esq dds dphil jd llb qc kc obe mbe")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʹ`´′＇", "'"))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))
_INITIAL = re.compile(r"^(\w\.?|(\w\.)+)$")
_OF_VIETNAM = frozenset(
    "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỵỷỹƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỊỈĨỌỎỐỒỔỖỘỚỜỞỠỢỤỦŨỨỪỬỮỰỴỶỸ"
)
"""Letters that Vietnamese alone has, of the languages written so."""
_MOST_WORDS = 4
"""A family name, or given names, of more words than this is a sentence with a comma."""

UNSAID = "the facilitator"
"""How the facilitator is called where her name is not written down."""


def turned(name: str) -> str:
    """`Quill, Mara` as it is said: `Mara Quill`. What stands behind the comma may be a degree; then nothing changes."""
    written = clean_name(name)
    family, comma, given = (part.strip() for part in written.partition(","))
    words = given.split()
    if not comma or not family or not words or "," in given or max(len(words), len(family.split())) > _MOST_WORDS:
        return written
    if any(_plain(word) in _AFTER_A_NAME for word in words) or not all(map(_is_worded, (family, given))):
        return written
    return f"{given} {family}"


def _is_worded(text: str) -> bool:
    return any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)


def _plain(word: str) -> str:
    return word.casefold().replace(".", "")


def first_name(name: str) -> str:
    """The name to greet somebody by, guessed: past titles and initials.

    The whole name where nothing else is left, and where the family name may well come first: then it is asked.
    """
    words = turned(name).split()
    if len(words) > 1 and _may_begin_with_the_family(words):
        return " ".join(words)
    rest = list(words)
    while rest and _plain(rest[0]) in _TITLES and rest[0] not in _TITLES:
        rest.pop(0)
    if len(rest) < 2:
        return " ".join(words) if len(rest) < len(words) else "".join(rest)
    given = next((place for place, word in enumerate(rest) if not _INITIAL.match(word)), len(rest))
    return rest[given] if given < len(rest) - 1 or given == 0 else " ".join(rest)


def _may_begin_with_the_family(words: Sequence[str]) -> bool:
    """Whether a name is written as in Vietnam, China, Japan or Korea, or begins in capitals: `QUILL Mara`."""
    letters = unicodedata.normalize("NFC", "".join(words).casefold())
    if _OF_VIETNAM.intersection(letters) or any("\u3040" <= c <= "\u9fff" or "가" <= c <= "힣" for c in letters):
        return True
    loud = list(takewhile(lambda word: word.isupper() and not _INITIAL.match(word), words))
    return len(loud) < len(words) and sum(map(len, loud)) > 2 and _plain(loud[0]) not in _TITLES


def called_of(name: str, called: str) -> str:
    """What somebody is called: as they asked to be, else as the name says."""
    return called or first_name(name)


def is_sure(name: str) -> bool:
    """Whether the name says what somebody is greeted by; else they are asked what to call them."""
    return " " not in first_name(name)


def folded(name: str) -> str:
    """What two spellings of one name share: capitals, marks of composition, apostrophes and unseen marks aside."""
    composed = unicodedata.normalize("NFKC", name).translate(_APOSTROPHES).translate(_HYPHENS)
    seen = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", turned(seen).casefold())


def told_apart(people: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """How people are called where all of them are named together.

    Args:
        people: what each is called, and the whole name.

    Returns:
        What each is called; with the first letter of the family name where two are called alike, or the whole name
        where that letter is the same too.
    """
    alike = Counter(folded(called) for called, _ in people)
    lettered = [called if alike[folded(called)] < 2 else _with_letter(called, whole) for called, whole in people]
    again = Counter(map(folded, lettered))
    return tuple(
        words if again[folded(words)] < 2 else clean_name(whole)
        for words, (_, whole) in zip(lettered, people, strict=True)
    )


def _with_letter(called: str, whole: str) -> str:
    words = turned(whole).split()
    return f"{called} {words[-1][0]}." if len(words) > 1 and folded(words[-1]) != folded(called) else called


_OWN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
"""Letters that Unicode does not take apart, and where an alphabet without them has them."""


def in_alphabet(name: str) -> tuple[str, str]:
    """Where a name stands in a list: Émile at E, Łukasz at L; of two that differ in marks alone, by these."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_OWN_LETTERS))
    letters = "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return letters.translate(_APOSTROPHES).replace("'", ""), unicodedata.normalize("NFC", name)
