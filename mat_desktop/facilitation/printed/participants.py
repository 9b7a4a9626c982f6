"""Paper of step 2: the sign-in list, name tents, information and consent."""

from dataclasses import dataclass

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, private
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.participants.consent import ASKED, NEEDED, WORDING

_SPARE_ROWS = 4


@dataclass(frozen=True)
class SignInSheet:
    """Everybody who is expected, by table number, and rows for whoever walks in."""

    head: Head
    people: tuple[tuple[int, str], ...]
    spare: int


@dataclass(frozen=True)
class NameTent:
    """One tent: the first name large, and the table number."""

    head: Head
    name: str
    table_number: int


@dataclass(frozen=True)
class ConsentSheet:
    """What a person is told before the day, and every consent apart."""

    head: Head
    name: str
    consents: tuple[tuple[str, bool], ...]
    """The wording, and whether nobody can take part without it."""


def sign_in(_rows: Rows, standing: Standing, names: Names, _ordered: OrderedSheet, code: str) -> SignInSheet:
    """The list at the door. It says nothing but table numbers and names."""
    people = sorted(standing.coming, key=lambda p: p.table_number)
    listed = tuple((p.table_number, names.of(key_of(p))) for p in people)
    return SignInSheet(head(standing.workshop, code, "Sign-in list", "for the door"), listed, _SPARE_ROWS)


def name_tent(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> NameTent:
    """The tent of one person."""
    number = standing.person(ordered.key).table_number if ordered.key > 0 else 0
    coming = [key_of(p) for p in standing.coming]
    called = names.called(ordered.key, coming) if ordered.key > 0 else ""
    return NameTent(head(standing.workshop, code, "Name tent", ""), called, number)


def consent(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> ConsentSheet:
    """The consents in their present wording."""
    consents = tuple((WORDING[kind], kind in NEEDED) for kind in ASKED)
    sheet_head = head(standing.workshop, code, "Consent", private(names, ordered.key))
    return ConsentSheet(sheet_head, named(names, ordered.key), consents)
