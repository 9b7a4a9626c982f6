"""Sheets of questions filled in by invented hands, photographed, and read: what came of each line."""

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np

from mat_desktop.eye.reader import KnownPage, read_picture
from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage
from mat_desktop.facilitation.sheets.pictures import BoxRead
from mat_desktop.workshop.seen import SeenMark
from tests.eye.camera import TROUBLES, photographed
from tests.eye.hands import MARKS, ODD, SCALE, Hand, drawn, shaken, some_hand
from tests.eye.printing import box_of, paper

WAYS = ("crossed", "empty", "corrected", "two", "tick", "odd")
OFTEN = (0.8, 0.08, 0.05, 0.02, 0.03, 0.02)
"""How a line is answered, and how often: as the sheet asks, not at all, corrected, or as nobody can decide."""
CLEAR = frozenset({"crossed", "empty"})


def lines_of(page: PrintedPage) -> dict[str, list[AnswerPlace]]:
    """The boxes of each question of a page."""
    found: dict[str, list[AnswerPlace]] = {}
    for place in page.places:
        if place.value:
            found.setdefault(place.item, []).append(place)
    return found


def answered(page: PrintedPage, chance: np.random.Generator) -> tuple[np.ndarray, dict[str, tuple[str, str]]]:
    """The page in one hand; of each line in which way it was answered, and the value that was meant."""
    sheet, hand, written = paper(page), some_hand(chance), {}
    for item, boxes in lines_of(page).items():
        way = str(chance.choice(WAYS, p=OFTEN))
        chosen = [int(n) for n in chance.choice(len(boxes), 2, replace=False)]
        written[item] = way, boxes[chosen[0]].value if way in ("crossed", "tick", "corrected") else ""
        if way in ("crossed", "corrected", "two"):
            _mark(sheet, boxes[chosen[0]], "cross", hand, chance)
        if way == "two":
            _mark(sheet, boxes[chosen[1]], "cross", hand, chance)
        if way == "corrected":
            _fill(sheet, boxes[chosen[1]], hand, chance)
        if way == "tick":
            _mark(sheet, boxes[chosen[0]], "talked", hand, chance)
        if way == "odd":
            _mark(sheet, boxes[chosen[0]], str(chance.choice(["slash", "ring", "scribble", "dot"])), hand, chance)
    return sheet, written


def _mark(sheet: np.ndarray, box: AnswerPlace, mark: str, hand: Hand, chance: np.random.Generator) -> None:
    strokes = list((MARKS.get(mark) or ODD[mark])(chance))
    x, y, wide, high = box_of(box)
    fitting = replace(hand, size=min(hand.size, wide) * float(chance.uniform(0.95, 1.35)))
    at = x + wide / 2 + float(chance.normal(0, 0.35)), y + high / 2 + float(chance.normal(0, 0.35))
    drawn(sheet, fitting, shaken(strokes, chance, hand.loose * 0.7), at)


def _fill(sheet: np.ndarray, box: AnswerPlace, hand: Hand, chance: np.random.Generator) -> None:
    """A circle filled in: strokes to and fro."""
    x, y, wide, high = box_of(box)
    heights = np.linspace(0.05, 0.95, 9)
    stroke = [(float(0.1 if n % 2 else 0.9) + float(chance.normal(0, 0.06)), float(h)) for n, h in enumerate(heights)]
    fitting = replace(hand, size=wide * 0.95, pen=max(hand.pen, 0.5))
    drawn(sheet, fitting, [stroke], (x + wide / 2, y + high / 2))


def settled(boxes: list[BoxRead]) -> str | None:
    """What a line says where that is certain; None where it is asked."""
    marked = [box for box in boxes if box.seen is not SeenMark.EMPTY]
    if len(marked) > 1 or any(not box.certain for box in boxes):
        return None
    return marked[0].place.value if marked else ""


@dataclass
class LineTally:
    """What came of lines and pictures."""

    lines: Counter[str] = field(default_factory=Counter)
    pictures: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    boxes: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share_asked(self) -> float:
        """The share of lines that are asked."""
        return self.lines["asked"] / max(1, self.lines.total())


def read_lines(
    page: PrintedPage, trouble: str, seed: int, tally: LineTally, known: KnownPage, cut_off: float | None = None
) -> None:
    """Fill in a page, photograph it, read it, and count what came of it.

    `cut_off` is from where on, in millimetres from the left, it was cut off before.
    """
    chance = np.random.default_rng(seed)
    sheet, written = answered(page, chance)
    if cut_off is not None:
        sheet[:, round(cut_off * SCALE) :] = 120
    picture = photographed(sheet, TROUBLES[trouble], chance)
    (read,) = list(read_picture(0, picture.jpeg(), [known], None))
    tally.pictures["read" if read.trouble is None else str(read.trouble)] += 1
    by_item: dict[str, list[BoxRead]] = {}
    for box in read.boxes:
        if box.place.value:
            by_item.setdefault(box.place.item, []).append(box)
    tally.boxes += sum(map(len, by_item.values()))
    for item, boxes in by_item.items():
        (way, meant), value = written[item], settled(boxes)
        if value is None:
            tally.lines["asked"] += 1
            tally.asked[way] += 1
        elif value == meant and way not in ("two", "odd", "corrected"):
            tally.lines["right"] += 1
        else:
            tally.lines["wrong" if way in CLEAR else "odd"] += 1
            tally.wrong.append(f"{trouble}, {seed}, {item}: {way} {meant} read as {value!r}")
