"""The outcome report of a group: who is counted first, then ways, contact, ratings, every measure, harms."""

from mat_desktop.facilitation.printed.outcomes.group import MeasurePart, ReportSheet
from mat_desktop.facilitation.shown.outcomes import LEVEL_AXIS, Dumbbell, MonthBar
from mat_desktop.facilitation.shown.plots import ALLIANCE_READING, FOREST_READING, GOALS_READING
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.outcomes import pictures
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.outcomes.summary import INFLATED

_ROW = 17.0


def laid_out(sheet: ReportSheet, form: Format) -> list[Page]:
    """The pages of the report. No name stands on it."""
    leaf = Leaf(sheet.head, form)
    leaf.banner((sheet.head.title, sheet.head.place_and_date), (sheet.head.footer, ""))
    leaf.title("What became of it")
    if sheet.lead:
        leaf.words(sheet.lead, BODY + 2, Face.BOLD, leading=18, after=2)
    leaf.section("Who is counted")
    pictures.flow(leaf, sheet.steps)
    if sheet.too_few:
        leaf.words(sheet.too_few, BODY, Face.BOLD, after=4)
        return leaf.finish()
    _ways(leaf, sheet)
    if sheet.contact is not None:
        leaf.need(250)
        leaf.section("Days of contact and steps gained")
        pictures.plot(leaf, sheet.contact)
    _months(leaf, sheet)
    for number, part in enumerate(sheet.measures):
        _measure(leaf, part, FOREST_READING if not number else "")
    if sheet.empty:
        leaf.words(sheet.empty, after=4)
    leaf.section("Harms")
    leaf.words(sheet.worse, after=4)
    leaf.section("How to read this")
    leaf.bullets(
        [
            "The partnership is the unit: partners affect each other, so figures go over partnership means.",
            "Who was not heard from is counted and named as that, and what they could change is worked out.",
            INFLATED,
        ]
    )
    return leaf.finish()


def _ways(leaf: Leaf, sheet: ReportSheet) -> None:
    leaf.need(110 + min(len(sheet.ways), 8) * _ROW)
    leaf.section("Every goal, before and after")
    if not sheet.ways:
        leaf.words(sheet.held_back or "Nobody with a goal has begun yet.", after=4)
        return
    leaf.words(f"Ring: start. Diamond: six months. Disc: one year. {GOALS_READING}", SMALL)
    leaf.words(f"Goals with an answer: {sheet.ways_counted}.", SMALL)
    _axis(leaf)
    for row in sheet.ways:
        if leaf.y + _ROW > leaf.floor:
            leaf.new_page()
            _axis(leaf)
        _way(leaf, row)
    leaf.y += 8
    leaf.words(sheet.caution[0], BODY, Face.BOLD)
    leaf.words(sheet.caution[1], after=4)
    if sheet.held_back:
        leaf.words(sheet.held_back, after=4)


def _x(leaf: Leaf, share: float) -> float:
    return leaf.left + 60 + (leaf.wide - 100) * share


def _axis(leaf: Leaf) -> None:
    for level in LEVEL_AXIS:
        leaf.page.text(_x(leaf, level.x), leaf.y + 11, level.words, SMALL, align="middle")
    leaf.y += 16


def _way(leaf: Leaf, row: Dumbbell) -> None:
    page, y = leaf.page, leaf.y + _ROW / 2
    for level in LEVEL_AXIS:
        page.line(_x(leaf, level.x), leaf.y, _x(leaf, level.x), leaf.y + _ROW, 0.3)
    page.text(leaf.left, y + 3.5, row.name, SMALL)
    page.line(_x(leaf, row.ends[0]), y, _x(leaf, row.ends[1]), y, 1.4, (1.5, 2.5) if row.dotted else ())
    page.circle(_x(leaf, row.start), y, 3.6, 1.2)
    if row.one_year is not None:
        page.circle(_x(leaf, row.one_year), y, 3.6, 1.2, filled=True)
    if row.six_months is not None:
        x = _x(leaf, row.six_months)
        for dx, dy, ex, ey in ((-6, 0, 0, -6), (0, -6, 6, 0), (6, 0, 0, 6), (0, 6, -6, 0)):
            page.line(x + dx, y + dy, x + ex, y + ey, 1.1)
    leaf.y += _ROW


def _months(leaf: Leaf, sheet: ReportSheet) -> None:
    if not sheet.months and not sheet.months_left_out:
        return
    leaf.need(130)
    leaf.section("How the calls felt, by month, 0 to 10")
    if sheet.months:
        _bars(leaf, sheet.months)
    if sheet.months_left_out:
        leaf.words(sheet.months_left_out, SMALL, after=4)


def _bars(leaf: Leaf, months: tuple[MonthBar, ...]) -> None:
    page, left, wide, base, high = leaf.page, leaf.left + 24, min(leaf.wide - 40, 320.0), leaf.y + 62, 54.0
    for level in (0, 5, 10):
        y = base - high * level / 10
        page.text(left - 6, y + 3, str(level), SMALL, align="right")
        page.line(left, y, left + wide, y, 0.3)
    page.text(left - 6, base + 25, "n", SMALL, align="right")
    for bar in months:
        x = left + 8 + (wide - 16) * bar.x
        page.line(x, base - high * bar.low, x, base - high * bar.high, 1)
        page.circle(x, base - high * bar.middle, 2.4, 0.8, filled=True)
        page.text(x, base + 13, str(bar.month), SMALL, align="middle")
        page.text(x, base + 25, str(bar.count), SMALL, align="middle")
    leaf.y = base + 32
    leaf.words(ALLIANCE_READING, SMALL, after=4)


def _measure(leaf: Leaf, part: MeasurePart, reading: str) -> None:
    """One measure: what may be said, then what was found. How its forest is read stands under the first one."""
    leaf.section(part.title)
    if part.headline:
        leaf.words(part.headline, BODY, Face.BOLD, after=2)
    for sentence in part.concluded:
        leaf.words(sentence, BODY, Face.BOLD)
    if part.held_back:
        leaf.words(part.held_back)
    leaf.bullets(list(part.sentences))
    if part.people is not None:
        pictures.plot(leaf, part.people)
    pictures.forest(leaf, part.partnerships, reading)
