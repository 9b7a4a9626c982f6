"""A page from a picture to what stands in its boxes: code, place, gates, ink, marks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import numpy as np

from mat_desktop.eye.aligning import from_corners, grown
from mat_desktop.eye.choices import choice_mark
from mat_desktop.eye.codes import SeenCode, codes_on
from mat_desktop.eye.files import GreyPage, pages_of
from mat_desktop.eye.gates import OTHER_PRINT, gates
from mat_desktop.eye.ink import BarePage, PageInk, cut, ink_of
from mat_desktop.eye.maps import Array, PageMap, PageWindow
from mat_desktop.eye.marks import BoxMark, day_mark, usual_darkness
from mat_desktop.eye.template import FINE, Template, made_template
from mat_desktop.facilitation.printer import DAY, AnswerPlace, PrintedPage
from mat_desktop.facilitation.sheets.pictures import BoxRead, ByHand, PageRead
from mat_desktop.workshop.seen import SeenMark, Trouble

STRAIGHT = 6.0
"""Pixels a millimetre of the straightened page that is shown."""
_WORDS_INK = 0.004
"""Share of a box for words that is ink where something is written in it."""
_FIRST_WORDS = 50.0, 8.0
"""Width and height in millimetres of the first words in a box: their question is printed above them."""

Redraw = Callable[[PrintedPage], bytes]
"""Makes one printed page into a PDF."""


@dataclass
class KnownPage:
    """One printed page that may be met, made ready when it is first met."""

    printed: PrintedPage
    redraw: Redraw

    @cached_property
    def raster(self) -> Array:
        """As it comes out of the printer."""
        import pypdfium2

        page = pypdfium2.PdfDocument(self.redraw(self.printed))[0]
        grey = page.render(scale=FINE * 25.4 / 72, grayscale=True).to_numpy()
        return np.asarray(grey.reshape(grey.shape[:2]))

    @cached_property
    def own_code(self) -> SeenCode | None:
        """What its code says; None where it cannot be read."""
        return next(iter(codes_on(self.raster)), None)

    @cached_property
    def template(self) -> Template | None:
        """Its raster and pieces; None where its own code cannot be read."""
        return made_template(self.raster, self.own_code) if self.own_code is not None else None

    @cached_property
    def bare(self) -> BarePage:
        """The page at every blur."""
        assert self.template is not None
        return BarePage(self.template.raster)


def read_picture(number: int, data: bytes, known: Sequence[KnownPage], by_hand: ByHand | None) -> Iterator[PageRead]:
    """Everything that is on one picture, page by page; two sheets beside each other give both."""
    for page in pages_of(data):
        if by_hand is not None and page.part != by_hand.part:
            continue
        if page.grey is None:
            yield PageRead(picture=number, part=page.part, trouble=page.trouble)
        elif by_hand is not None:
            yield _by_hand(number, page, page.grey, known, by_hand)
        else:
            yield from _by_code(number, page, page.grey, known)


def _by_code(number: int, page: GreyPage, grey: Array, known: Sequence[KnownPage]) -> Iterator[PageRead]:
    seen = {(one.code, one.page, one.printed): one for one in codes_on(grey)}
    if not seen:
        yield PageRead(picture=number, part=page.part, trouble=Trouble.NO_CODE)
    for one in seen.values():
        own = [other for other in known if _is_of(other, one.code, one.page, one.printed)]
        lying = _lying(grey, own, lambda template, c=one.corners: grown(grey, template, c))  # type: ignore[misc]
        yield _answer(number, page, grey, one.code, one.page, lying)


def _is_of(known: KnownPage, code: str, leaf: int, printed: str | None) -> bool:
    """Whether a kept page is that page; where its code was read, in that print as well.

    Its code tells, before its pieces are cut: the other pages of the same sheet need none.
    """
    own = known.own_code if known.printed.code == code else None
    return own is not None and own.page == leaf and printed in (None, own.printed)


def _by_hand(number: int, page: GreyPage, grey: Array, known: Sequence[KnownPage], told: ByHand) -> PageRead:
    corners = np.array(told.corners) * [grey.shape[1] - 1, grey.shape[0] - 1]
    own = [other for other in known if _is_of(other, told.code, told.page, None)]
    lying = _lying(grey, own, lambda template: from_corners(grey, template, corners))
    return _answer(number, page, grey, told.code, told.page, lying)


@dataclass(frozen=True)
class _Lying:
    """A printed page that was found in a picture, and which of its boxes are believed."""

    known: KnownPage
    template: Template
    lies: PageMap
    believed: Array


def _lying(grey: Array, known: Sequence[KnownPage], find: Callable[[Template], PageMap | None]) -> _Lying | Trouble:
    """Where the page lies, as one of the ways in which it was printed; or why it cannot be read.

    Where two prints fit whose boxes mean different things, nobody can tell which of them lies there: it is typed. Of
    several with the same meaning the one whose print is most in its place is taken.
    """
    fitting = list[tuple[float, _Lying]]()
    for one in known:
        assert one.template is not None
        lies = find(one.template)
        if lies is None:
            continue
        seen = gates(grey, one.template, lies, _middles(one.printed.places))
        if seen.open:
            fitting.append((seen.in_place, _Lying(one, one.template, lies, seen.boxes)))
    meanings = {tuple((place.item, place.value) for place in one.known.printed.places) for _, one in fitting}
    if len(meanings) == 1:
        return max(fitting, key=lambda one: one[0])[1]
    return Trouble.NOT_IN_PLACE if known else Trouble.NOT_KNOWN


def _middles(places: Sequence[AnswerPlace]) -> Array:
    """Where each box is judged: a box for words where its first ones stand, for print is far from its middle."""
    return np.array([_judged_at(place) for place in places], float)


def _judged_at(place: AnswerPlace) -> tuple[float, float]:
    most = (np.inf, np.inf) if place.value else _FIRST_WORDS
    return place.x + min(place.wide, most[0]) / 2, place.y + min(place.high, most[1]) / 2


def _answer(number: int, page: GreyPage, grey: Array, code: str, leaf: int, lying: _Lying | Trouble) -> PageRead:
    if isinstance(lying, Trouble):
        return PageRead(picture=number, part=page.part, code=code, page=leaf, trouble=lying)
    page_ink, places = ink_of(grey, lying.known.bare, lying.lies), lying.known.printed.places
    if _is_other_print(page_ink, lying.lies):
        return PageRead(picture=number, part=page.part, code=code, page=leaf, trouble=Trouble.NOT_IN_PLACE)
    believed = lying.believed & ~np.array([page_ink.is_covered(_box(place)) for place in places])
    return PageRead(
        picture=number,
        part=page.part,
        code=code,
        page=leaf,
        boxes=boxes_read(page_ink.ink, places, believed),
        straight=_straight(grey, lying),
        scale=STRAIGHT,
    )


def _is_other_print(page_ink: PageInk, lies: PageMap) -> bool:
    """Whether the same words lie there in another layout, as when a code is typed for a print of which none is kept."""
    strain, lacking = OTHER_PRINT
    return float(lies.strain().max()) > strain and page_ink.lacking > lacking


def boxes_read(ink: Array, places: Sequence[AnswerPlace], believed: Array) -> tuple[BoxRead, ...]:
    """What stands in each box of a page, given its ink and which boxes are believed to be in place."""
    days = [_box(place) for place in places if place.value == DAY]
    usual = usual_darkness(ink, days or [_box(place) for place in places if place.value])
    return tuple(
        _box_read(ink, place, usual) if sure else BoxRead(place=place, seen=SeenMark.HIDDEN, certain=False)
        for place, sure in zip(places, believed, strict=True)
    )


def _box(place: AnswerPlace) -> tuple[float, float, float, float]:
    return place.x, place.y, place.wide, place.high


def _box_read(ink: Array, place: AnswerPlace, usual: float) -> BoxRead:
    if not place.value:
        written = float((cut(ink, _box(place), -0.5) > 0.25).mean()) > _WORDS_INK
        mark = BoxMark(SeenMark.SOMETHING if written else SeenMark.EMPTY, certain=not written)
    else:
        mark = day_mark(ink, _box(place), usual) if place.value == DAY else choice_mark(ink, _box(place), usual)
    return BoxRead(place=place, seen=mark.seen, certain=mark.certain, guess=mark.guess, beside=mark.beside)


def _straight(grey: Array, lying: _Lying) -> bytes:
    from PIL import Image

    wide, high = lying.template.size
    window = PageWindow(0, 0, round(wide * STRAIGHT), round(high * STRAIGHT))
    flat = lying.lies.straightened(grey, window, STRAIGHT)
    bright = max(60.0, float(np.quantile(flat[::8, ::8], 0.9)))
    kept = BytesIO()
    Image.fromarray(np.clip(flat * (245 / bright), 0, 255).astype(np.uint8)).save(kept, "JPEG", quality=80)
    return kept.getvalue()


def overview(data: bytes, part: int) -> bytes | Trouble:
    """One page of a picture, small, for somebody to click its corners on."""
    from PIL import Image

    page = next((one for one in pages_of(data) if one.part == part), None)
    if page is None or page.grey is None:
        return (page.trouble if page is not None else None) or Trouble.NO_PICTURE
    picture, kept = Image.fromarray(page.grey), BytesIO()
    picture.thumbnail((1400, 1400))
    picture.save(kept, "JPEG", quality=80)
    return kept.getvalue()
