"""What a cell says of somebody's name. What stands around a name is left out and told; what is none is never one."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from mat_desktop.facilitation.participants.forms.heading import plain_words
from mat_desktop.facilitation.participants.forms.spelling import Understood, kept
from mat_desktop.workshop.participants.calling import turned
from mat_desktop.workshop.text import NAME_LIMIT, clean_name, word_set


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Phrases between bars, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in text.split("|"))


_LIST_MARK = re.compile(r"^(?:\(?\d{1,4}[.):]\)?|[•●▪◦‣*·–—-])\s+(?=\w)")
"""What numbers or marks the lines of a list that somebody typed."""
_PRONOUN = (
    r"she|hers?|he|him|his|they|them|theirs?|ze|zir|hir|xe|xem|ia|ella|él|elle|elles|il|iel|sie|ihr|er|ihm|any|all"
)
_PRONOUNS = re.compile(
    rf"\s*[(\[]\s*(?:{_PRONOUN})(?:\s*[/,&]\s*(?:{_PRONOUN}))*(?:\s+pronouns)?\s*[)\]]", re.IGNORECASE
)
_WITH_MAIL = re.compile(
    r"^(?P<name>[^<>@]*[^<>@\s([])\s*[<(\[](?:mailto:)?(?P<mail>[^\s<>()@,;]+@[^\s<>()@,;]+)[>)\]]$"
)
"""A name and an address as programs for mail write them."""
_MAIL_ALONE = re.compile(r"^\S+@\S+$")
_NOBODY = phrases(
    "anonymous|anonym|anonyme|anonimo|anonymous user|guest|n a|null|nil|none|unknown|unbekannt|inconnu|desconocido|"
    "tbc|tba|tbd|to be confirmed|no name|noname|not given|not provided|prefer not to say|blank|empty|not applicable"
)
_TOTALS = word_set(
    "total totals sum summe gesamt gesamtsumme somme suma subtotal count counts anzahl gesamtzahl gesamtanzahl effectif"
)
_COUNTED = _TOTALS | word_set(
    "grand sub number of rows records people persons participants attendees registrations responses entries guests "
    "names teilnehmer teilnehmende personen anmeldungen general generale participantes personnes inscrits de der"
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
_LISTED = _LIST_WORDS | _DAYS_OF_A_LIST
_FOOT = word_set(
    "page seite pagina printed gedruckt imprime exported exportiert exporte generated report updated stand"
)
"""How the line that a program or a person puts under a list begins; what follows is a day or a count."""
_SAYS = word_set("copyright confidential vertraulich confidentiel note notes please bitte source quelle nb")
"""How a sentence under a list begins."""
_ENDS = phrases("end|end of list|the end|end of the list|ende|ende der liste|fin|fin de la liste|fin de la lista|eof")
_NO_PART = frozenset({"n/a", "n.a", "none", "nil", "null", "not applicable"})
_SAME = phrases(
    "same|same as above|as above|see above|ditto|idem|the same|my name|gleich|siehe oben|wie oben|igual|pareil"
)
_MOST_WORDS_CALLED = 4
"""What somebody is called in more words than this is a sentence."""


class Named(NamedTuple):
    """A cell of a name, taken apart."""

    name: str
    mail: str
    left_out: str
    """What stood beside the name and is no part of it."""


@lru_cache(maxsize=4096)
def taken_apart(cell: str) -> Named:
    """The name of a cell, the address that stands in it, and what else is no part of the name."""
    text = clean_name(kept(cell))
    with_mail = _WITH_MAIL.match(text)
    mail = with_mail["mail"] if with_mail else ""
    text = _LIST_MARK.sub("", with_mail["name"] if with_mail else text)
    pronouns = _PRONOUNS.search(text)
    bare = _PRONOUNS.sub("", text).strip()
    return Named(bare, mail, pronouns[0].strip() if pronouns and bare else "")


def name(cell: str) -> Understood:
    """A name has letters; `Quill, Mara` is turned. What holds none, or is an address or nobody's, is told."""
    text = taken_apart(cell).name
    if not text:
        return Understood(problem="a name is expected")
    if len(cell.strip()) > NAME_LIMIT:
        return Understood(problem=f"a name of at most {NAME_LIMIT} characters is expected")
    if _MAIL_ALONE.match(text):
        return Understood(problem=f"“{text[:40]}” is an e-mail address and no name")
    if not any(c.isalpha() for c in text) or text.startswith(("#", "{", "[")):
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
    summed = bool(_TOTALS.intersection(words)) and _is_counted(words)
    return bool(text) and ((summed and text[0].isalpha()) or not any(c.isalnum() for c in text))


def _is_counted(words: Iterable[str]) -> bool:
    return all(word.isdecimal() or word in _COUNTED for word in words)


def heads_a_part(cell: str) -> bool:
    """Whether a row with this and nothing else is no person: the heading of a part of the list, or a line under it.

    Such are `Monday group`, `Waiting list:`, `12 participants` and `Page 1 of 2`. A day alone may be somebody's name.
    """
    every = plain_words(cell)
    words = [word for word in every if not word.isdecimal() and len(word) > 1]
    if cell.strip().endswith(":") or every in _ENDS:
        return True
    if len(every) > 2 and every[0] in _SAYS:
        return True
    if any(word.isdecimal() for word in every) and words and (words[0] in _FOOT or _is_counted(every)):
        return True
    return bool(_LIST_WORDS.intersection(words)) and _LISTED.issuperset(words)


def called(cell: str) -> Understood:
    """What somebody wants to be called: a few words, no yes or no, and no word for nothing."""
    text = taken_apart(cell).name
    words = plain_words(text)
    if words in _NOBODY or not any(c.isalpha() for c in text):
        return Understood()
    if words in _SAME | _NO_CALL or text.startswith("#") or "@" in text or len(words) > _MOST_WORDS_CALLED:
        return Understood(problem=f"“{text[:40]}” is no name to be called by; ask")
    return Understood(text)


_NO_CALL = phrases(
    "yes|y|true|x|ok|no|n|false|ja|nein|oui|non|si|sim|tak|da|hai|ae|kao|kaore|kahore|nothing|nope|keine|aucun|"
    "ninguna|no thanks|yes please|either|anything|whatever"
)
