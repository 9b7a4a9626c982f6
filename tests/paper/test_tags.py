"""A PDF as it should be: read aloud in its order, with bookmarks and named pages, all fonts inside, always the same."""

import io
from collections.abc import Callable
from functools import partial
from pkgutil import iter_modules

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Beforehand, CopiesErased
from mat_desktop.facilitation.pairing import moves
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import library, press
from mat_desktop.paper.library import certificate, record, recovery_sheet
from mat_desktop.workshop.sheets import SheetKind
from tests.paper.test_record import RECORD
from tests.people import WORKSHOP_DAY, ana_and_ben
from tests.sure import sure, sure_of


@pytest.fixture
def filled():
    return ana_and_ben


@pytest.fixture
def handouts(desk):
    people = tuple(p.key for p in sheets.recipients(desk, 1, (SheetKind.SIX_MONTHS,)))
    return sheets.preview(desk, Order(workshop_id=1, kinds=(SheetKind.SIX_MONTHS, SheetKind.HELP_SHEET), people=people))


@pytest.fixture
def read(handouts):
    return pypdf.PdfReader(io.BytesIO(press.pdf(handouts, Style())))


def things(reader):
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return [thing.get_object() for thing in root["/K"].get_object()["/K"]]


def test_every_word_of_a_page_belongs_to_a_thing_of_the_tree_or_is_not_read(read):
    for page in read.pages:
        depth = 0
        for operands, operator in page.get_contents().operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert 0 <= depth <= 1, "things do not lie in one another"
            assert operator != b"Tj" or depth == 1, operands


def test_the_way_back_from_a_page_leads_to_its_own_things(read):
    root = read.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    by_page = {numbers[n]: [one.get_object() for one in numbers[n + 1]] for n in range(0, len(numbers), 2)}
    assert sum(len(found) for found in by_page.values()) == len(things(read))
    for page in read.pages:
        own = by_page[page["/StructParents"]]
        assert [thing["/K"] for thing in own] == list(range(len(own)))
        assert {thing["/Pg"].indirect_reference.idnum for thing in own} <= {page.indirect_reference.idnum}


def test_the_handout_begins_with_its_title_and_its_sections_are_headings(read):
    roles = [thing["/S"] for thing in things(read)]
    assert roles[0] == "/H1"
    assert roles.count("/H2") >= 6
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"]


def test_each_part_of_each_person_has_a_bookmark_and_its_pages_are_counted_under_it(read):
    titles = [entry.title for entry in read.outline]
    assert {"Ana, hand in", "Ana, keep", "Ben, hand in", "Ben, keep", "Help"} <= set(titles)
    assert "Ana, hand in, page 2" in read.page_labels
    assert read.metadata.title.endswith(", Harbour Hall")


def test_every_font_is_inside_and_the_same_sheets_give_the_same_bytes(read, handouts):
    assert press.pdf(handouts, Style()) == press.pdf(list(handouts), Style())
    for page in read.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def sheet_of(desk: Desk, kind: SheetKind) -> bytes:
    """One sheet of a kind, for somebody where it is for somebody already, else blank; a slip asks the two there are."""
    if kind is SheetKind.PAIR_SLIP and not sheets.recipients(desk, 1, (kind,)):
        moves.propose(desk, 1, [([person.id for person in roster.roster(desk, 1)], 60)])
    people = tuple(p.key for p in sheets.recipients(desk, 1, (kind,)))[:1]
    order = Order(workshop_id=1, kinds=(kind,), people=people, blanks=0 if people else 1)
    return press.pdf(sheets.preview(desk, order), Style())


def certificate_of(desk: Desk) -> bytes:
    beforehand = Beforehand(facilitator="Ruth", authority="the Privacy Commissioner", had_partner=True, given_out=())
    return certificate.pdf(erasure.certificate(desk, beforehand, CopiesErased(reached=14, beyond=())))


def recovery_sheet_of(_desk: Desk) -> bytes:
    return recovery_sheet.pdf([f"{n:04X} 1111 2222 3{n}" for n in range(8)], WORKSHOP_DAY)


EVERYTHING_PRINTED: dict[str, Callable[[Desk], bytes]] = {
    **{str(kind): partial(sheet_of, kind=kind) for kind in SheetKind},
    "certificate": certificate_of,
    "recovery sheet": recovery_sheet_of,
    "record": lambda _desk: record.pdf(RECORD),
    "record in large print": lambda _desk: record.pdf(RECORD, large=True),
}
"""Every kind of sheet, and what is printed of the library itself."""


def test_whatever_the_library_prints_of_itself_is_among_them():
    assert {module.name for module in iter_modules(library.__path__)} == {"certificate", "record", "recovery_sheet"}


@pytest.mark.parametrize("print_it", EVERYTHING_PRINTED.values(), ids=EVERYTHING_PRINTED)
def test_whatever_is_printed_is_read_in_its_order_named_page_by_page_and_whole_in_itself(desk, print_it):
    """Every word belongs to a thing of the tree or to none, each thing is found from its page, fonts are inside."""
    made = print_it(desk)
    reader = pypdf.PdfReader(io.BytesIO(made))
    test_every_word_of_a_page_belongs_to_a_thing_of_the_tree_or_is_not_read(reader)
    test_the_way_back_from_a_page_leads_to_its_own_things(reader)
    assert made == print_it(desk)
    assert len(reader.outline) >= 1
    assert all(", page " in label for label in reader.page_labels)
    assert sure(reader.metadata).title
    assert sure_of(DictionaryObject, reader.trailer["/Root"])["/Lang"]
    used = [sure_of(DictionaryObject, sure_of(DictionaryObject, p["/Resources"])["/Font"]) for p in reader.pages]
    fonts = [sure_of(DictionaryObject, font.get_object()) for own in used for font in own.values()]
    assert all("/FontFile2" in sure_of(DictionaryObject, font["/FontDescriptor"]) for font in fonts)
    assert reader.get_fields() is None, "a form to fill in would invite answers by open e-mail"
