"""Other colours and other sizes are put on a page with many people at once: nothing is measured again and again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import delete

from mat_desktop.screens.look.dress import clothe, dress, wear
from mat_desktop.screens.look.theme import Theme, worn
from mat_desktop.screens.look.tokens import Scheme
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.parts import boxed, scrolled

CARDS, PEOPLE = 30, 2
OFTEN = 12
"""So often somebody may be asked for their size: the page is laid out, and once more beside its bar."""


class Counted(Button):
    """A button that counts how often one of its kind was asked for its size."""

    asked = 0

    def sizeHint(self) -> QSize:
        """The size of a button."""
        Counted.asked += 1
        return super().sizeHint()


@pytest.fixture
def page(qapp) -> Iterator[QWidget]:
    """Sixty people on thirty cards, in an area that scrolls."""
    dress(qapp)
    window, holder = QWidget(), QWidget()
    inside = QVBoxLayout(holder)
    for card in range(CARDS):
        inside.addWidget(boxed(Columns(*(Counted(f"Person {card} {one}") for one in range(PEOPLE)))))
    QVBoxLayout(window).addWidget(scrolled(holder))
    clothe(window)
    window.resize(700, 500)
    window.show()
    QTest.qWait(20)
    yield window
    wear(qapp, Theme())
    delete(window)


@pytest.mark.parametrize("theme", [Theme(scheme=Scheme.DARK), Theme(text=150)])
def test_in_another_theme_each_person_is_asked_a_few_times_how_large_they_are(page, qapp, theme):
    Counted.asked = 0
    wear(qapp, theme)
    for _ in range(4):
        QApplication.processEvents()
    assert worn() == theme
    assert 0 < Counted.asked <= OFTEN * CARDS * PEOPLE


def test_with_larger_words_a_page_that_scrolls_is_as_long_as_they_need(page, qapp):
    area = page.layout().itemAt(0).widget()
    before = area.widget().height()
    wear(qapp, Theme(text=150))
    for _ in range(4):
        QApplication.processEvents()
    assert area.widget().height() >= 1.4 * before
