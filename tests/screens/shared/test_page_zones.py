"""The zones of a page stand beside each other only where all of them are seen whole."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.look.dress import clothe, dress
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import card, scrolled


def test_what_becomes_wider_in_a_zone_that_scrolls_goes_under_the_other_zone(qtbot):
    names, inside = QWidget(), QWidget()
    names.setMinimumWidth(200)
    lines = QVBoxLayout(inside)
    frame, layout = card()
    layout.addWidget(scrolled(inside))
    zones = PageZones((names, 0), (frame, 1))
    qtbot.addWidget(zones)
    zones.resize(600, 800)
    zones.show()
    qtbot.wait(20)
    assert not zones.stacked
    wide = QWidget()
    wide.setMinimumSize(500, 40)
    lines.addWidget(wide)
    qtbot.waitUntil(lambda: zones.stacked, timeout=1000)
    wide.hide()
    qtbot.waitUntil(lambda: not zones.stacked, timeout=1000)


def test_beside_another_zone_there_is_room_for_the_bar_of_what_scrolls(qtbot, qapp):
    dress(qapp)
    names, inside = QWidget(), QWidget()
    names.setMinimumWidth(200)
    long = QWidget()
    long.setMinimumSize(360, 4000)
    QVBoxLayout(inside).addWidget(long)
    frame, layout = card()
    area = scrolled(inside)
    layout.addWidget(area)
    zones = PageZones((names, 0), (frame, 1))
    qtbot.addWidget(zones)
    clothe(zones)
    zones.show()
    for wide in range(580, 660, 4):
        zones.resize(wide, 500)
        qtbot.wait(10)
        assert not area.horizontalScrollBar().isVisible()
    assert not zones.stacked
