"""The certificate of erasure: what was erased, what stays, what could not be reached. It is handed over."""

from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.press import bound
from mat_desktop.paper.sizes import Format, Size

_TITLE = "What was erased, and what could not be"


def pdf(certificate: Certificate, size: Size = Size.A4) -> bytes:
    """One page, which names nobody: it may lie open."""
    leaf = Leaf(
        Head(title="", place_and_date="", code="", footer="", owner="", next_date="", facilitator="", safety_words=""),
        Format.of(size),
    )
    leaf.title(_TITLE)
    leaf.words(certificate.erased, after=10)
    for heading, words in (
        (certificate.stays_head, certificate.stays),
        ("This belongs to others and stays with them:", certificate.others),
        (certificate.beyond_head, certificate.beyond),
    ):
        if words:
            leaf.rich([(Face.BOLD, heading), (Face.REGULAR, words)], after=8)
    leaf.section("By hand")
    for words in certificate.by_hand:
        leaf.tick_boxes([f"{words} ________________"])
    leaf.rule(8, 10)
    for words in certificate.foot:
        leaf.words(words)
    return bound(leaf.pages, _TITLE)
