"""A PDF as it should be: read aloud in its order, with bookmarks and named pages, all fonts inside, always the same."""

import io

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.workshop.sheets import SheetKind
from tests.people import ana_and_ben
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


@pytest.mark.parametrize("kind", [kind for kind in SheetKind if kind is not SheetKind.PAIR_SLIP])
def test_every_kind_is_read_in_its_order_named_page_by_page_and_whole_in_itself(desk, kind):
    """Every word belongs to a thing of the tree or to none, each thing is found from its page, fonts are inside."""
    people = tuple(p.key for p in sheets.recipients(desk, 1, (kind,)))[:1]
    views = sheets.preview(desk, Order(workshop_id=1, kinds=(kind,), people=people, blanks=0 if people else 1))
    made = press.pdf(views, Style())
    reader = pypdf.PdfReader(io.BytesIO(made))
    test_every_word_of_a_page_belongs_to_a_thing_of_the_tree_or_is_not_read(reader)
    test_the_way_back_from_a_page_leads_to_its_own_things(reader)
    assert made == press.pdf(list(views), Style())
    assert len(reader.outline) >= 1
    assert all(", page " in label for label in reader.page_labels)
    assert sure(reader.metadata).title
    assert sure_of(DictionaryObject, reader.trailer["/Root"])["/Lang"]
    used = [sure_of(DictionaryObject, sure_of(DictionaryObject, p["/Resources"])["/Font"]) for p in reader.pages]
    fonts = [sure_of(DictionaryObject, font.get_object()) for own in used for font in own.values()]
    assert all("/FontFile2" in sure_of(DictionaryObject, font["/FontDescriptor"]) for font in fonts)
    assert reader.get_fields() is None, "a form to fill in would invite answers by open e-mail"
