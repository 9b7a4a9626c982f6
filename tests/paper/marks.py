"""Pages written down as lines of text, one mark a line, to half a point: what differs is read in a diff."""

from collections.abc import Iterable, Sequence
from zlib import crc32

from mat_desktop.paper.drawing import MM, WRITTEN, Mark, Page
from mat_desktop.paper.fonts import Run, run_width


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
    if kind in WRITTEN:
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


def white_round_its_code(page: Page) -> bool:
    """Whether nothing else is drawn within three millimetres of a code to scan."""
    near = 3 * MM - 0.01
    for code in (mark[1] for mark in page.marks if mark[0] == "boxes"):
        left, top = min(x for x, _, _, _ in code) - near, min(y for _, y, _, _ in code) - near
        right, bottom = max(x + w for x, _, w, _ in code) + near, max(y + h for _, y, _, h in code) + near
        for x1, y1, x2, y2 in (covered(mark) for mark in page.marks if mark[0] not in ("begin", "end", "boxes")):
            if x1 < right and x2 > left and y1 < bottom and y2 > top:
                return False
    return True


def covered(mark: Mark) -> tuple[float, float, float, float]:
    """From where to where a mark goes: left, top, right, bottom; of words only the height of their letters."""
    kind, x, y, *rest = mark
    if kind in WRITTEN:
        words, face, size = rest
        long = run_width(Run(face, words, kind.startswith("shaped")), size)
        return (x - long, y, x, y + size * 0.72) if kind.endswith("turned") else (x, y - size * 0.72, x + long, y)
    if kind == "line":
        half = rest[2] / 2
        return min(x, rest[0]) - half, min(y, rest[1]) - half, max(x, rest[0]) + half, max(y, rest[1]) + half
    if kind == "box":
        half = rest[2] / 2
        return x - half, y - half, x + rest[0] + half, y + rest[1] + half
    return x - rest[0], y - rest[0], x + rest[0], y + rest[0]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Words that stand on one another, by the height of their letters."""
    texts = [(covered(mark), mark[3]) for mark in page.marks if mark[0] in WRITTEN and mark[3].strip()]
    return [
        (words, other)
        for place, ((x1, y1, x2, y2), words) in enumerate(texts)
        for (a1, b1, a2, b2), other in texts[place + 1 :]
        if x1 < a2 - 0.5 and a1 < x2 - 0.5 and y1 < b2 - 0.5 and b1 < y2 - 0.5
    ]
