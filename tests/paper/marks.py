"""Pages written down as lines of text, one mark a line, to half a point: what differs is read in a diff."""

from collections.abc import Iterable, Sequence
from zlib import crc32

from mat_desktop.paper.drawing import Mark, Page


def written(pages: Iterable[Page]) -> str:
    """Every mark of these pages: where it is, how large, and its words."""
    lines = []
    for number, page in enumerate(pages, 1):
        lines.append(f"--- page {number}, {_points(page.width, page.height)}")
        lines += [_line(mark) for mark in page.marks]
    return "\n".join(lines) + "\n"


def _line(mark: Mark) -> str:
    kind, *rest = mark
    if kind in ("begin", "end"):
        return f"{kind} {' '.join(rest)}".rstrip()
    if kind == "diamond":
        return f"diamond {_points(*rest)}"
    if kind in ("text", "white", "turned"):
        x, y, words, face, size = rest
        white = "" if kind == "text" else f"{kind} "
        return f"{white}{_points(x, y)} {face.rpartition('-')[2]} {size:.3g}: {words}"
    if kind == "boxes":
        return f"boxes {_boxes(rest[0])}"
    *where, thick, last = rest
    said = {True: " filled", False: ""}[last] if isinstance(last, bool) else "".join(f" {gap:.3g}" for gap in last)
    return f"{kind} {_points(*where)} thick {thick:.2g}{said}"


def _boxes(boxes: Sequence[tuple[float, float, float, float]]) -> str:
    """How many, over what area, and one number for where each of them is."""
    right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    area = _points(min(box[0] for box in boxes), min(box[1] for box in boxes), right, bottom)
    return f"{area}: {len(boxes)}, {crc32('; '.join(_points(*box) for box in boxes).encode()):08x}"


def _points(*values: float) -> str:
    return " ".join(f"{round(value * 2) / 2:g}" for value in values)
