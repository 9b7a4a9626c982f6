"""Finds the shipped resources in the source tree, in the wheel and in a frozen build."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder with fonts, icons and the sample workshop.

    Raises:
        FileNotFoundError: when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [package / "resources", package.parent / "resources"]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("MAT Desktop is installed without its resources folder. Install it again.")


def font(name: str) -> Path:
    """The path of one shipped font file."""
    return resources() / "fonts" / name


def icon(name: str) -> Path:
    """The path of one Lucide icon."""
    return resources() / "icons" / f"{name}.svg"
