"""The codes on a picture: which sheet and which page it is, and where the code lies."""

from dataclasses import dataclass

import numpy as np

from mat_desktop.eye.maps import Array
from mat_desktop.workshop.codes import scanned_code, scanned_page

_LIGHT = 150.0
"""The mean grey to which a dark picture is lifted before it is looked at again."""


@dataclass(frozen=True)
class SeenCode:
    """One code: the sheet's, the page's number, and its corners in pixels in its own order, top left first.

    `printed` is the sign of the print, on Letter or large; empty for the usual one.
    """

    code: str
    page: int
    printed: str
    corners: Array


def codes_on(picture: Array) -> list[SeenCode]:
    """Every code of ours on a picture; dark and grainy ones are looked at again, lighter and at half the size."""
    grey = np.ascontiguousarray(picture, np.uint8)
    found = _seen(grey, 1)
    if found:
        return found
    lifted = np.clip(grey * np.float32(_LIGHT / max(10.0, float(grey.mean()))), 0, 255).astype(np.uint8)
    return _seen(lifted, 1) or _seen(halved(lifted), 2)


def halved(grey: Array) -> Array:
    """The picture at half its size, each four pixels made one."""
    high, wide = grey.shape[0] // 2 * 2, grey.shape[1] // 2 * 2
    small = grey[:high, :wide].reshape(high // 2, 2, wide // 2, 2).mean((1, 3), dtype=np.float32)
    return np.ascontiguousarray(small, np.uint8)


def _seen(grey: Array, times: int) -> list[SeenCode]:
    import zxingcpp

    found = []
    for one in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])):
        code, page = scanned_code(one.text), scanned_page(one.text)
        if code is None or page is None or not one.text.startswith(f"{code}/"):
            continue
        lies = one.position
        corners = [(p.x, p.y) for p in (lies.top_left, lies.top_right, lies.bottom_right, lies.bottom_left)]
        found.append(SeenCode(code, *page, np.array(corners, float) * times + (times - 1) / 2))
    return found
