"""The names of one person in what was written about others, and their taking out."""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, text

from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import leads_to_people, references
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.erasure import ERASED

_FEWEST_FIGURES = 5
"""A number with fewer figures could be anything."""
OWN_CONTACTS = frozenset({"name", "phone", "email", "address", "emergency_name", "emergency_phone"})
"""What other people are called, how they are reached, and who is phoned for them: theirs, whomever they share it with.
"""
_ONE_OF = "(SELECT value FROM json_each(:ids))"
_OF_IMAGES = "SELECT {one} FROM journal_change WHERE table_name = 'participant' AND row_id IN " + _ONE_OF  # noqa: S608


@dataclass(frozen=True)
class OwnNames:
    """What somebody is called and reached by, as far as nobody else is called so."""

    words: frozenset[str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def taken_out(self, text: str) -> str:
        """The same words without the names."""
        return self._pattern.sub(ERASED, text) if self.words else text

    def are_in(self, value: Any) -> bool:
        """Whether somebody is named in a value of the journal, however deep in it."""
        if isinstance(value, str):
            return self.taken_out(value) != value
        inside: Iterable[Any] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return any(map(self.are_in, inside))

    @property
    def as_json(self) -> list[str]:
        """How the journal writes them within its images."""
        return [json.dumps(word)[1:-1] for word in sorted(self.words)]


def any_word_in(expression: str) -> str:
    """The condition that one of the `words`, a list written as JSON, stands in a text of the database."""
    return f"EXISTS (SELECT 1 FROM json_each(:words) WHERE instr({expression}, value) > 0)"  # noqa: S608  our columns


def may_name_people(table: str) -> bool:
    """Whether words of a table may be about people: all but those of a workshop as such, and of tables long gone."""
    if table not in DOMAIN_TABLES or table in ("reminder", "partnership") or leads_to_people(table):
        return True
    return any(target == "partnership" for _, target in references(table))


def names_of(connection: Connection, people: Collection[int]) -> OwnNames:
    """What a person is and was called: the name, the first name, the phone number, the address of the mail."""
    given = {"ids": json.dumps(sorted(people))}
    called = _told(connection, "name", given) | _told(connection, "called", given)
    reached = {w for w in _told(connection, "phone", given) if sum(map(str.isdecimal, w)) >= _FEWEST_FIGURES}
    reached |= {w for w in _told(connection, "email", given) if "@" in w}
    own = called | {first_name(name) for name in called}
    asked = text(f"SELECT name FROM participant WHERE id NOT IN {_ONE_OF}")  # noqa: S608  no words of anybody
    others = set(connection.execute(asked, given).scalars())
    taken = others | {first_name(name) for name in others} | {ERASED}
    return OwnNames(frozenset(word for word in own - taken if len(word) > 1) | reached)


def _told(connection: Connection, column: str, given: dict[str, str]) -> set[str]:
    """What a column of the person says, and what the images of the journal say that it said."""
    living = f"SELECT {column} FROM participant WHERE id IN {_ONE_OF}"  # noqa: S608
    asked = [living, *(_OF_IMAGES.format(one=f"json_extract({side}, '$.{column}')") for side in ("before", "after"))]
    return {str(word) for question in asked for word in connection.execute(text(question), given).scalars() if word}
