"""A word that is longer than a line is broken or cut short, wherever it is said, and told whole to a screen reader."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared.buttons import Button, TickBox
from mat_desktop.screens.shared.long_words import breakable, cut_short
from mat_desktop.screens.shared.parts import label

NAME = ("Wolfeschlegelsteinhausenbergerdorff" * 6)[:200]


@pytest.fixture(autouse=True)
def _letters(qapp):
    load_fonts()


@pytest.mark.parametrize("wrap", [True, False])
def test_a_name_of_200_letters_fits_into_a_narrow_page_in_several_lines(wrap):
    said = label(f"{NAME} has no partner yet.", wrap=wrap)
    assert said.minimumSizeHint().width() < 300
    box = QFontMetrics(said.font()).boundingRect(QRect(0, 0, 300, 9000), Qt.TextFlag.TextWordWrap, said.text())
    assert box.width() <= 300
    assert said.accessibleName() == f"{NAME} has no partner yet."


def test_usual_words_stay_in_one_line_as_they_were():
    said = label(NAME)
    said.setText("Carla de la Fuente y Martínez-Bordiú")
    assert not said.wordWrap()
    assert said.text() == "Carla de la Fuente y Martínez-Bordiú"
    assert said.accessibleName() == ""


def test_a_name_that_its_page_gave_to_a_label_stays():
    said = label("")
    said.setAccessibleName("Partner")
    said.setText(NAME)
    assert said.accessibleName() == "Partner"


@pytest.mark.parametrize("kind", [Button, TickBox])
def test_a_button_cuts_the_name_short_and_tells_it_whole_in_its_tool_tip(kind):
    made = kind(f"Remove {NAME}")
    assert made.minimumSizeHint().width() < 500
    assert made.toolTip() == f"Remove {NAME}"
    made.setText("Remove")
    assert made.toolTip() == ""


def test_no_letter_is_lost_where_a_word_is_broken_and_short_ones_are_not_touched():
    assert breakable(NAME).replace("\N{ZERO WIDTH SPACE}", "") == NAME
    assert breakable("Llanfairpwllgwyngyllgogerychwy") == cut_short("Llanfairpwllgwyngyllgogerychwy")
    assert cut_short("Pier Street 4") == "Pier Street 4"
