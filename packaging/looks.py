"""Looks at every state of the window in every theme, size of words and size of the window, slice by slice.

A slice is a part of one library in one look, in a process of its own. What a slice found is kept until the code
changes, so that it can be stopped at any time and goes on where it was: `dev.py torture look`, or `dev.py torture look
dark` for the slices whose name has that in it. The libraries are made once for all slices.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".pytest_cache" / "looks"
LIBRARIES = ("six months", "workshop day", "one year", "empty")
COLOURS = ("light", "dark", "high contrast")
TEXTS = (100, 115, 130, 150)
PARTS = 3
"""Into so many slices the pages and dialogs of a library with people are divided; each takes half a minute."""
SCREENS = (
    (911, 512, 1.0),
    (1093, 614, 1.0),
    (1280, 680, 1.0),
    (1366, 768, 1.0),
    (1280, 720, 1.5),
    (960, 540, 2.0),
    (1920, 1080, 2.0),
)
"""Logical pixels and the ratio of the device; the last three are 1920x1080 at 150 and 200 %, and 3840x2160 at 200 %."""


@dataclass(frozen=True, kw_only=True)
class Slice:
    """A part of one library in one look; parts count from 0."""

    library: str
    part: int
    parts: int
    colours: str
    text: int
    width: int
    height: int
    ratio: float

    def __str__(self) -> str:
        at = f" at {self.ratio:.0%}" if self.ratio > 1 else ""
        part = f" {self.part + 1} of {self.parts}" if self.parts > 1 else ""
        return f"{self.colours}, {self.text} percent, {self.width}x{self.height}{at}, {self.library}{part}"


def slices() -> Iterator[Slice]:
    """The full product, the smallest window with the largest words first: there most is found."""
    for (width, height, ratio), text, colours, library in product(SCREENS, sorted(TEXTS)[::-1], COLOURS, LIBRARIES):
        parts = 1 if library == "empty" else PARTS
        for part in range(parts):
            yield Slice(
                library=library, part=part, parts=parts, colours=colours, text=text,
                width=width, height=height, ratio=ratio,
            )  # fmt: skip


def stamp() -> str:
    """Changes with any file that has to do with how the window looks or how it is looked at."""
    digest = hashlib.sha256()
    for folder in ("mat_desktop", "tests/contract"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def faults_of(one: Slice) -> list[str] | None:
    """What a slice found; None where it did not come to its end."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "faults.json"
        told = {
            "library": one.library,
            "part": one.part,
            "parts": one.parts,
            "colours": one.colours,
            "text": one.text,
            "width": one.width,
            "height": one.height,
            "faults": str(found),
        }
        shelf = KEPT / stamp() / "libraries"
        shelf.mkdir(parents=True, exist_ok=True)
        more = {
            "MAT_DESKTOP_LOOK": json.dumps(told),
            "MAT_DESKTOP_SHELF": str(shelf),
            "QT_QPA_PLATFORM": "offscreen",
        }
        if one.ratio > 1:
            more["QT_SCALE_FACTOR"] = str(one.ratio)
        words = ("-m", "pytest", "-n", "0", "-q", "tests/contract/test_look.py", "-k", "one_slice")
        done = subprocess.run(
            [sys.executable, *words, "-o", "faulthandler_timeout=7200"],
            cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not found.exists():
            print(done.stdout[-3000:])
            return None
        told_faults: list[str] = json.loads(found.read_text(encoding="utf-8"))
        return told_faults


def main(wanted: str) -> int:
    """Go through what is not done yet; 1 where anything was found."""
    now = KEPT / stamp()
    now.mkdir(parents=True, exist_ok=True)
    chosen = [one for one in slices() if wanted in str(one)]
    found: dict[Slice, list[str]] = {}
    for place, one in enumerate(chosen, start=1):
        kept = now / f"{one}.json"
        if not kept.exists():
            faults = faults_of(one)
            if faults is None:
                print(f"{place} of {len(chosen)}: {one}: did not come to its end")
                return 1
            kept.write_text(json.dumps(faults), encoding="utf-8")
        found[one] = json.loads(kept.read_text(encoding="utf-8"))
        print(f"{place} of {len(chosen)}: {one}: {len(found[one])}", flush=True)
    _sum_up(found)
    return int(any(found.values()))


def _sum_up(found: dict[Slice, list[str]]) -> None:
    kinds = Counter(fault.partition(": ")[2] for faults in found.values() for fault in faults)
    for kind, times in kinds.most_common():
        print(f"{times:5} x {kind}")
    print(f"{sum(kinds.values())} faults of {len(kinds)} kinds in {len(found)} slices.")


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
