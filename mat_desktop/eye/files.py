"""From a picture's bytes to grey pages; what cannot be read is told by its trouble. Everything stays in memory."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from mat_desktop.eye.maps import Array
from mat_desktop.workshop.seen import Trouble

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_PIXELS = 60_000_000
"""No phone that is meant for reading takes more; a page of it would fill the memory of a small laptop."""
_LEAST = 600
"""Pixels on the shorter side: below it a box is 20 pixels wide, and a pen's stroke is none."""
_MOST_SIDE = 4200
"""Pixels on the longer side that are read; more of them are halved (14 a millimetre of a whole sheet)."""
MOST_PAGES = 120
"""Pages of one file: the pile of a large workshop."""
_DPI = 200
_GREYS = 0.02
"""The least share of pixels that are neither black nor white in a picture that keeps a pencil's stroke."""
_HEIC = (b"heic", b"heix", b"heif", b"mif1", b"hevc", b"msf1")


@dataclass(frozen=True)
class GreyPage:
    """One page of a file, from 0 on: its greys, or why there are none."""

    part: int
    grey: Array | None = None
    trouble: Trouble | None = None


def pages_of(data: bytes) -> Iterator[GreyPage]:
    """Every page of a picture, a scan or a PDF, as it is asked for."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        yield GreyPage(0, trouble=Trouble.HEIC)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        yield from _of_pdf(data)
    else:
        yield from _of_picture(data)


def _of_pdf(data: bytes) -> Iterator[GreyPage]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield GreyPage(0, trouble=Trouble.BROKEN)
        return
    if len(document) > MOST_PAGES:
        yield GreyPage(0, trouble=Trouble.TOO_MANY)
        return
    for part in range(len(document)):
        try:
            yield _of_pdf_page(part, document[part])
        except pypdfium2.PdfiumError:
            yield GreyPage(part, trouble=Trouble.BROKEN)


def _of_pdf_page(part: int, page: "PdfPage") -> GreyPage:
    if page.get_width() * page.get_height() * (_DPI / 72) ** 2 > MOST_PIXELS:
        return GreyPage(part, trouble=Trouble.TOO_LARGE)
    grey = page.render(scale=_DPI / 72, grayscale=True).to_numpy()
    return _judged(part, grey.reshape(grey.shape[:2]))


def _of_picture(data: bytes) -> Iterator[GreyPage]:
    from PIL import Image, ImageSequence

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=("JPEG", "PNG", "TIFF", "WEBP", "BMP"))
    except Image.DecompressionBombError:
        yield GreyPage(0, trouble=Trouble.TOO_LARGE)
        return
    except Exception:  # noqa: BLE001  a decoder that meets bytes nobody wrote raises what it likes
        yield GreyPage(0, trouble=Trouble.NO_PICTURE)
        return
    try:
        for part, frame in enumerate(ImageSequence.Iterator(picture)):
            if part >= MOST_PAGES:
                yield GreyPage(part, trouble=Trouble.TOO_MANY)
                return
            if frame.width * frame.height > MOST_PIXELS:
                yield GreyPage(part, trouble=Trouble.TOO_LARGE)
            elif frame.mode == "1":
                yield GreyPage(part, trouble=Trouble.TWO_LEVELS)
            else:
                yield _judged(part, np.array(frame.convert("L")))
    except Exception:  # noqa: BLE001  as above
        yield GreyPage(0, trouble=Trouble.BROKEN)


def _judged(part: int, grey: Array) -> GreyPage:
    """What is too small, or has lost its greys, is not read: a pencil is the first that is lost."""
    from mat_desktop.eye.codes import halved

    if min(grey.shape) < _LEAST:
        return GreyPage(part, trouble=Trouble.TOO_SMALL)
    between = (grey > 24) & (grey < 231)
    if between[::3, ::3].mean() < _GREYS and _has_ink(grey):
        return GreyPage(part, trouble=Trouble.TWO_LEVELS)
    while max(grey.shape) > _MOST_SIDE:
        grey = halved(grey)
    return GreyPage(part, np.ascontiguousarray(grey))


def _has_ink(grey: Array) -> bool:
    """Whether there is black at all; an empty page has no greys either."""
    return bool((grey[::3, ::3] < 24).mean() > 0.004)
