"""Rosters as tools write them, in sixty shapes, drawn from a seed, together with what they truly say."""

import io
import random  # noqa: TID251  every roster is drawn from its seed
from collections.abc import Callable
from dataclasses import dataclass, field

from openpyxl import Workbook

SHAPES = 60
_GIVEN = ("Mara", "Teo", "Zoë", "Émile", "Łukasz", "Aroha", "Nguyễn", "José", "Ana", "Anna-Lena", "Māia", "Wiremu")
_FAMILY = ("Quill", "Park", "O’Neill", "de la Fuente", "Ngata", "Weiß", "Mārama", "Ødegård", "Thị Ánh", "Smith-Jones")
_HEADS = {
    "en": ("First name", "Last name", "Your name", "Phone number", "E-mail", "When are you free?",
           "I agree to take part"),
    "de": ("Vorname", "Nachname", "Name", "Telefonnummer", "E-Mail-Adresse", "Verfügbarkeit",
           "Ich bin einverstanden mit der Teilnahme"),
    "fr": ("Prénom", "Nom de famille", "Nom complet", "Numéro de téléphone", "Courriel", "Disponibilités",
           "J’accepte de participer"),
    "es": ("Nombre de pila", "Apellidos", "Nombre completo", "Teléfono móvil", "Correo electrónico", "Disponibilidad",
           "Acepto participar"),
    "mi": ("Ingoa tuatahi", "Ingoa whānau", "Ingoa katoa", "Nama waea", "Īmēra", "Wātea",
           "E whakaae ana ahau ki te whai wāhi"),
}  # fmt: skip
_YES = {"en": "Yes", "de": "Ja", "fr": "Oui", "es": "Sí", "mi": "Āe"}
_NO_CONSENT = ("", "No", "Yet to decide", "ask me", "x - no", "2", "yes, if Ana comes", "No, not yet")
_WINDOWS = (
    ("weekdays evening", "weekdays evening"),
    ("Weekday mornings; weekend evenings", "weekdays early; weekend evening"),
    ("", ""),
)
_UNCLEAR_WINDOWS = ("Monday evening", "not late please", "whenever", "afternoons", "weekdays, but not Friday evening")
_UNCLEAR_PHONES = ("Mobile", "#ERROR!", "6.4215550101E+11", "1", "none", "215550101")
_STRANGE = (
    ("Company", "Acme & Co"), ("Event", "Workshop, March"), ("Invoice name", "Ben Payer"), ("User ID", "u77"),
    ("Buyer phone", "021 555 9999"), ("Buyer Email", "buyer@example.org"), ("Do Not Phone", "1"), ("Label", "Mobile"),
    ("Name of emergency contact", "Zed Zander"), ("Emergency phone", "021 555 8888"),
    ("Name one thing to change", "Sleep"),
    ("IP Address", "203.0.113.7"), ("Do you agree to photos?", "Yes"), ("When are you NOT available?", "weekdays late"),
)  # fmt: skip


@dataclass(frozen=True)
class Truth:
    """One person as they truly are: what must be read, and whether a cell must be named instead."""

    name: str
    phone: str
    email: str
    consent: bool
    windows: str
    unclear: int
    """How many cells of this row nobody can understand."""


@dataclass
class Roster:
    """A file and what it says."""

    content: bytes
    encoding: str
    people: tuple[Truth, ...]
    shape: str
    strange: dict[str, str] = field(default_factory=dict)


def roster(seed: int) -> Roster:
    """The roster of this seed; its shape is the seed's remainder."""
    chance = random.Random(seed)
    shape = seed % SHAPES
    language = tuple(_HEADS)[shape % 5]
    split = shape // 5 % 3
    people, rows = [], []
    for number in range(chance.randint(2, 12)):
        truth, cells = _person(chance, number, language, split)
        people.append(truth)
        rows.append(cells)
    first, last, whole, *others = _HEADS[language]
    naming = ([whole], [first, last], [last, first])[split]
    strange = chance.sample(_STRANGE, chance.randint(0, 5)) if language == "en" else []
    header = [*naming, *others, *(head for head, _ in strange)]
    rows = [[*cells, *(value for _, value in strange)] for cells in rows]
    order = list(range(len(header)))
    if split < 2 and shape % 4 == 1:
        chance.shuffle(order)
        if split == 1 and order.index(0) > order.index(1):
            a, b = order.index(0), order.index(1)
            order[a], order[b] = order[b], order[a]
    table = [[row[place] for place in order] for row in (header, *rows)]
    written, encoding = _written(chance, shape, table)
    return Roster(written, encoding, tuple(people), f"{language} split {split} shape {shape}", dict(strange))


def _person(chance: random.Random, number: int, language: str, split: int) -> tuple[Truth, list[str]]:
    given, family = chance.choice(_GIVEN), f"{chance.choice(_FAMILY)}{'' if number < 1 else chr(96 + number)}"
    phone, email = f"021 555 {1000 + number}", f"p{number}@example.org"
    unclear = 0
    said_phone, said_mail = phone, email
    if chance.random() < 0.2:
        said_phone, phone, unclear = chance.choice(_UNCLEAR_PHONES), "", unclear + 1
    if chance.random() < 0.1:
        said_mail, email, unclear = "No", "", unclear + 1
    said_free, windows = chance.choice(_WINDOWS)
    if chance.random() < 0.2:
        said_free, windows, unclear = chance.choice(_UNCLEAR_WINDOWS), "", unclear + 1
    agrees = chance.random() < 0.6
    said_consent = _YES[language] if agrees else chance.choice(_NO_CONSENT)
    unclear += not agrees and said_consent not in ("", "No")
    names = ([f"{given} {family}"], [given, family], [family, given])[split]
    if split == 0 and chance.random() < 0.2:
        names = [f"{family}, {given}"]
    return (
        Truth(f"{given} {family}", phone, email, agrees, windows, unclear),
        [*names, said_phone, said_mail, said_free, said_consent],
    )


def _written(chance: random.Random, shape: int, table: list[list[str]]) -> tuple[bytes, str]:
    ways: tuple[Callable[[], tuple[bytes, str]], ...] = (
        lambda: (_text(table, ",").encode(), "utf-8"),
        lambda: (_text(table, ";").encode("utf-8-sig"), "utf-8"),
        lambda: (_text(table, "\t").encode("utf-16"), "utf-8"),
        lambda: (("sep=;\r\n" + _text(table, ";")).encode(), "utf-8"),
        lambda: (_workbook(table), "utf-8"),
        lambda: (_text([["Registrations, 14 March 2026"], [], *table, ["-----"], ["Total"]], ",").encode(), "utf-8"),
        lambda: (_text([*(row + ["", ""] * (n % 2) for n, row in enumerate(table))], ",").encode(), "utf-8"),
    )
    return ways[(shape * 7 + chance.randrange(7)) % 7]()


def _text(table: list[list[str]], mark: str) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in f'{mark}"\n') else text

    return "".join(mark.join(map(cell, row)) + "\r\n" for row in table)


def _workbook(table: list[list[str]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.value else "n"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
