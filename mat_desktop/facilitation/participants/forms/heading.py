"""The heading of a column as whole words: what is asked, with the words around it set aside."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mat_desktop.workshop.text import word_set

_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_ASIDE = re.compile(
    r"\([^()]*\)|\{\{.*?\}\}|\be\.?\s?g\.?\b.*|\bfor example\b.*|\bz\.\s?b\..*|\bp\.?\s?ej\..*", re.IGNORECASE
)
"""Remarks and examples: what they name is not what the column holds."""
_CODE = re.compile(
    r"^\s*(?:(?:[QGVF]\d\w{0,6}|\d{1,3}[a-z]?)\s*[.:)]|(?:Q|question|frage|item)\s?\d{1,3}\w?\s*[-–_.:)])\s*(?=\D)",
    re.IGNORECASE,
)
"""The number of a question before its words: `Q1.`, `12)`, `G01Q02.`."""
_SIDES = re.compile(r"\s*/\s*|\s+\|\s+")
_MAIL = re.compile(r"\be[-_\s]?mails?\b", re.IGNORECASE)
_FILLERS = word_set(
    # English
    "your my our their the a an of please enter type write give tell us and in what whats is are which at can could "
    "may we you i me to reach on do does for s required optional value participant participants attendee attendees "
    "registrant respondent invitee client recipient guest speak "
    # German
    "ihr ihre ihren dein deine deinen bitte der die das den wie ist lautet lauten sind welche teilnehmer teilnehmerin "
    # French
    "votre vos ton ta tes le la les l quel quelle quels quelles est sont de d du des participante "
    # Spanish, Portuguese, Italian
    "su sus tu tus el los cual cuales es son del "
    # Māori
    "tou to tau te nga he ko koa aha"
)
NEGATIONS = word_set("not dont cannot cant never no unavailable busy nicht kein keine pas ne jamais nunca kaore")


@lru_cache(maxsize=8192)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a heading or a cell without capitals, accents and signs."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", _MAIL.sub("email", text)).casefold().replace("’", "'"))
    kept = "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    joined = re.sub(r"n't\b", " not", kept)
    return tuple("".join(c if c.isalnum() else " " for c in joined.replace("'", " ")).split())


@dataclass(frozen=True)
class Heading:
    """One heading."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its words, remarks aside; those of the remark where nothing else stands there."""
        return plain_words(_ASIDE.sub(" ", _CODE.sub("", self.text))) or plain_words(self.text)

    @cached_property
    def every(self) -> frozenset[str]:
        """All its words, remarks too."""
        return frozenset(plain_words(self.text))

    @cached_property
    def core(self) -> tuple[str, ...]:
        """Its words without those around what is asked, and without numbers."""
        told = tuple(word for word in self.words if word not in _FILLERS and not word.isdecimal())
        return told or tuple(word for word in self.words if not word.isdecimal())

    @cached_property
    def part(self) -> "Heading":
        """What stands behind the colon or in brackets at its end, as grids and blocks of a form are written."""
        inside = re.search(r"\[([^\[\]]+)\]\s*$", self.text) or re.search(r"(?::| [-–/] )\s*([^:]{2,})$", self.text)
        return Heading(inside[1]) if inside else self

    @cached_property
    def remark(self) -> "Heading | None":
        """What stands in round brackets at its end, as in `Name (First)` or `Phone (doctor)`, if anything does."""
        inside = re.search(r"\(([^()]+)\)\s*$", self.text)
        return Heading(inside[1]) if inside else None

    @cached_property
    def sides(self) -> tuple["Heading", ...]:
        """The heading in each of its languages, as in `First name/Prénom`; itself where it has one."""
        told = [side for side in _SIDES.split(self.text) if any(c.isalpha() for c in side)]
        return tuple(map(Heading, told)) if len(told) > 1 and self.part is self else (self,)

    @property
    def negated(self) -> bool:
        """Whether it asks for what is not."""
        return bool(self.every & NEGATIONS)
