"""Pictures of outcomes on the screen stay legible in the room that they have."""

import pytest
from PySide6.QtGui import QImage

from mat_desktop.facilitation.shown.plots import jacobson_truax
from mat_desktop.screens.look.theme import colour
from mat_desktop.screens.outcomes.charts import AllianceByMonth
from mat_desktop.screens.outcomes.plot_view import PlotView
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from tests.sure import sure


def drawn_columns(image: QImage, rows: range, columns: range) -> list[int]:
    """The columns of these in which something stands on these rows."""
    ground = image.pixel(0, 0)
    return [x for x in columns if any(image.pixel(x, y) != ground for y in rows)]


def test_both_axes_of_the_picture_of_each_person_are_as_long_however_wide_the_window(qtbot):
    cases = [OutcomeCase("a", "1", 20, {12: 5}), OutcomeCase("b", "1", 5, {12: 20})]
    picture = PlotView("", least_height=300)
    qtbot.addWidget(picture)
    picture.resize(1000, 300)
    picture.show_plot(sure(jacobson_truax(cases, Norms(Better.LOWER, points=4), 12, "one year")))
    image = picture.grab().toImage()
    marks = [(x, y) for x in range(1000) for y in range(300) if image.pixelColor(x, y) == colour("primary")]
    across = max(x for x, _ in marks) - min(x for x, _ in marks)
    up = max(y for _, y in marks) - min(y for _, y in marks)
    assert across == pytest.approx(up, abs=2)
    assert drawn_columns(image, range(30, 250), range(400, 1000)) == [], "and nothing is drawn beside it"


@pytest.mark.parametrize(("wide", "lines"), [(310, 2), (900, 1)], ids=["narrow", "wide"])
def test_the_numbers_of_ratings_under_the_months_never_run_into_each_other(qtbot, wide, lines):
    picture = AllianceByMonth()
    qtbot.addWidget(picture)
    picture.resize(wide, 140)
    picture.show_months([(month, 188, 2.0, 5.0, 9.0) for month in range(1, 13)])
    image = picture.grab().toImage()
    first = range(140 - 15 * lines - 4 + 1, 140 - 15 * lines + 9)
    middles = [44 + (wide - 70) * month / 12 for month in range(1, 13)]
    for month, middle in enumerate(middles, 1):
        stands = bool(drawn_columns(image, first, range(round(middle) - 2, round(middle) + 3)))
        assert stands is (lines == 1 or month % 2 == 1), f"month {month}"
