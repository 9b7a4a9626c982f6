"""Photographs of pages, made here: from the side, bent, folded, shaded, blurred, grainy; and where each point is."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from scipy import ndimage

from mat_desktop.eye.maps import perspective, projected
from tests.eye.hands import SCALE

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What is wrong with a photograph; lengths in millimetres of paper, greys from 0 to 255."""

    tilt: float = 0.1
    bend: float = 0.0
    fold: float = 0.0
    shadow: float = 0.0
    light: float = 1.0
    blur: float = 0.8
    noise: float = 3.0
    quality: int = 85
    turned: int = 0
    thumb: tuple[float, float] | None = None
    fine: float = 8.0
    """Pixels a millimetre, about."""


@dataclass(frozen=True)
class Photograph:
    """The grey picture, and where points of the page lie in it."""

    grey: Array
    pixels: Callable[[Array], Array]

    def jpeg(self, quality: int = 88) -> bytes:
        """As a phone keeps it."""
        kept = BytesIO()
        Image.fromarray(self.grey).save(kept, "JPEG", quality=quality)
        return kept.getvalue()


TROUBLES: dict[str, Trouble] = {
    "plain": Trouble(),
    "from the side": Trouble(tilt=0.32),
    "bent": Trouble(bend=3.0),
    "bent much": Trouble(bend=6.0, tilt=0.2),
    "folded": Trouble(fold=5.0),
    "shaded": Trouble(shadow=0.5),
    "dim": Trouble(light=0.3, noise=7.0, blur=1.3),
    "out of focus": Trouble(blur=2.6),
    "far away": Trouble(fine=5.0),
    "turned": Trouble(turned=2, bend=2.0),
    "on its side": Trouble(turned=1, shadow=0.3),
    "thumb": Trouble(thumb=(60.0, 90.0), fold=2.0),
    "all of it": Trouble(tilt=0.22, bend=3.0, shadow=0.35, noise=6.0, blur=1.3, light=0.6),
}


def photographed(page: Array, trouble: Trouble, chance: np.random.Generator) -> Photograph:
    """A photograph of a page of white 255 at ten pixels a millimetre, lying on a darker table."""
    high, wide = page.shape[0] / SCALE, page.shape[1] / SCALE
    across, down = round(wide * trouble.fine * 1.12), round(high * trouble.fine * 1.12)
    matrix = _seen_from(wide, high, across, down, trouble, chance)
    back, moved = np.linalg.inv(matrix), _bending(wide, high, trouble, chance)
    y, x = np.mgrid[0:down, 0:across].astype(np.float32)
    flat = projected(back, np.stack([x.ravel(), y.ravel()], axis=1))
    on_page = (flat + moved(flat)).T.reshape(2, down, across)
    grey = _taken(page, on_page, trouble, chance)
    grey = _lit(grey, on_page, trouble, chance)
    turned = np.rot90(grey, trouble.turned)

    def pixels(points: Array) -> Array:
        flat = points.copy()
        for _ in range(30):
            flat = points - moved(flat)
        found = projected(matrix, flat)
        for n in range(trouble.turned):
            found = np.stack([found[:, 1], (across if n % 2 == 0 else down) - 1 - found[:, 0]], axis=1)
        return found

    return Photograph(np.ascontiguousarray(turned), pixels)


def _seen_from(
    wide: float, high: float, across: int, down: int, trouble: Trouble, chance: np.random.Generator
) -> Array:
    """The perspective: the far edge is shorter by the tilt, and the whole is turned a little."""
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]])
    seen = (corners - corners.mean(0)) * trouble.fine
    seen[:2, 0] *= 1 - trouble.tilt * float(chance.uniform(0.5, 1.0))
    seen[[0, 3], 1] *= 1 - trouble.tilt * float(chance.uniform(0.0, 0.6))
    turn = float(chance.uniform(-0.06, 0.06))
    seen = seen @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return perspective(corners, seen + np.array([across / 2, down / 2]), np.ones(4))


def _bending(wide: float, high: float, trouble: Trouble, chance: np.random.Generator) -> Callable[[Array], Array]:
    way = float(chance.uniform(0, np.pi))
    waves, start = float(chance.uniform(0.8, 1.4)), float(chance.uniform(0, np.pi))
    side = float(chance.choice([-1.0, 1.0]))

    def moved(points: Array) -> Array:
        along = (points[:, 0] * np.cos(way) + points[:, 1] * np.sin(way)) / high
        bend = trouble.bend * np.sin(np.pi * waves * along + start)
        fold = side * trouble.fold * (np.abs(points[:, 1] / high - 0.5) - 0.25) * 2
        tilt = (points[:, 0] / wide - 0.5) * fold
        return np.stack([bend * np.sin(way) + tilt, bend * np.cos(way) + fold], axis=1)

    return moved


def _taken(page: Array, on_page: Array, trouble: Trouble, chance: np.random.Generator) -> Array:
    soft = ndimage.gaussian_filter(page.astype(np.float32), SCALE / trouble.fine * 0.45)
    table = float(chance.uniform(60, 150))
    at = on_page[::-1] * SCALE - 0.5
    paper = ndimage.map_coordinates(soft, at, np.float32, order=1, mode="constant", cval=-1000)
    grain = ndimage.gaussian_filter(chance.normal(0, 30, paper.shape).astype(np.float32), 3)
    return np.asarray(np.where(paper < -1, table + grain * 3, paper * float(chance.uniform(0.86, 0.96))))


def _lit(grey: Array, on_page: Array, trouble: Trouble, chance: np.random.Generator) -> Array:
    down, across = np.mgrid[-1 : 1 : grey.shape[0] * 1j, -1 : 1 : grey.shape[1] * 1j].astype(np.float32)
    way = float(chance.uniform(0, 2 * np.pi))
    light = 1 - 0.15 * (across * np.cos(way) + down * np.sin(way)) - 0.08 * (across**2 + down**2)
    if trouble.shadow:
        edge = across * np.cos(way + 1) + down * np.sin(way + 1) - float(chance.uniform(-0.3, 0.3))
        light *= 1 - trouble.shadow / (1 + np.exp(-edge * float(chance.uniform(15, 60))))
    grey = grey * light * trouble.light
    if trouble.thumb is not None:
        away = np.hypot(on_page[0] - trouble.thumb[0], (on_page[1] - trouble.thumb[1]) / 1.8)
        grey = np.where(away < 11, 110 * trouble.light, grey)
    grey = ndimage.gaussian_filter(grey, trouble.blur) + chance.normal(0, trouble.noise, grey.shape)
    picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=trouble.quality)
    return np.asarray(Image.open(kept))
