"""Finding somebody by name or number over all workshops."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.contact.meetings import GroupMeeting
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop, meets_on

LEAST_DIGITS = 3
"""Fewer figures than that would find nearly everybody."""
MOST_FOUND = 50


class Among(Enum):
    """In which workshops somebody is looked for."""

    HERE = auto()
    OPEN = auto()
    ALL = auto()


@dataclass(frozen=True, kw_only=True)
class FoundPerson:
    """Somebody who fits what was typed, with their workshop."""

    person: int
    name: str
    phone: str
    workshop_id: int
    workshop: str
    held_on: date


@look
def find(rows: Rows, typed: str, here: int, among: Among) -> tuple[FoundPerson, ...]:
    """Everybody alive whose name has all the words that were typed, or whose number has these figures.

    `here` is the workshop that counts as this one; those of it come first, then the latest workshops.
    """
    words, figures = _plain(typed).split(), _figures(typed)
    if not words:
        return ()
    shown = {key_of(w): w for w in rows.kept(Workshop) if _among(w, here, among)}
    people = rows.values(Participant, _ASKED, workshop_id=list(shown))
    found = [
        FoundPerson(
            person=key,
            name=name,
            phone=phone,
            workshop_id=workshop,
            workshop=shown[workshop].title,
            held_on=shown[workshop].held_on,
        )
        for key, name, phone, workshop, died in people
        if died is None and _fits(name, phone, words, figures)
    ]
    found.sort(key=lambda f: (f.workshop_id != here, -f.held_on.toordinal(), f.name.casefold(), f.person))
    return tuple(found[:MOST_FOUND])


_ASKED = ("id", "name", "phone", "workshop_id", "died_on")


@look
def event_on(rows: Rows, today: date) -> int:
    """The workshop that meets today: on its day, at a follow-up, or the group; 0 where none does."""
    meeting = {key for (key,) in rows.values(GroupMeeting, ("workshop_id",), day=today)}
    for workshop in rows.kept(Workshop):
        days = {workshop.held_on, *(meets_on(workshop, point) for point in workshop.points)}
        if not workshop.finished and (today in days or workshop.id in meeting):
            return key_of(workshop)
    return 0


def _among(workshop: Workshop, here: int, among: Among) -> bool:
    if among is Among.HERE:
        return workshop.id == here
    return among is Among.ALL or not workshop.finished or workshop.id == here


def _fits(name: str, phone: str, words: list[str], figures: str) -> bool:
    plain = _plain(name)
    by_number = len(figures) >= LEAST_DIGITS and figures in _figures(phone)
    return by_number or all(word in plain for word in words)


def _plain(text: str) -> str:
    """Without accents and capitals: whoever is called José is found by jose."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _figures(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())
