"""A record on paper: every line of it stands there, on every paper and in every size, and no code to hand it in by."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mat_desktop.facilitation.printed.library.handed_over import RecordLine, RecordPart, RecordSheet
from mat_desktop.paper.library import record as layout
from mat_desktop.paper.sizes import POINTS, Size

LINES = tuple(
    RecordLine(head=f"Head {n}", words=f"word{n}x " * 40, correction=f"says{n}x" if n % 9 == 0 else "")
    for n in range(60)
)
RECORD = RecordSheet(
    name="Ana Tui",
    made_on="14 March 2026",
    intro="This is what Ruth keeps.",
    parts=(RecordPart(title="Calls", lines=LINES),),
    foot=("Kept until 30 June 2027.", "Tell Ruth."),
)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", Size)
def test_every_line_of_a_record_stands_on_its_pages_and_each_page_says_whose_it_is(size, large):
    pages = PdfReader(BytesIO(layout.pdf(RECORD, size, large=large))).pages
    texts = [page.extract_text() for page in pages]
    said = " ".join(" ".join(texts).split())
    for line in LINES:
        assert f"{line.head}:" in said
        assert said.count(line.words.split()[0]) == 40
        assert line.correction in said
    assert "Tell Ruth." in said
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(pages)}, private, Ana Tui" in text
        assert "Type this code" not in text
    assert {tuple(map(round, page.mediabox[2:])) for page in pages} == {tuple(map(round, POINTS[size]))}
