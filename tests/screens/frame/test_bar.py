"""The bar of actions comes to rest at every width, with every word whole."""

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mat_desktop.screens.frame.bar import ActionBar
from mat_desktop.screens.look.dress import dress
from mat_desktop.screens.shared.parts import button


def nothing():
    return None


def of_buttons(bar):
    return [(one.text(), one.property("tight"), one.width()) for one in bar.findChildren(QPushButton)]


def test_at_no_width_do_words_come_and_go_by_themselves_or_lack_room(qapp):
    dress(qapp)
    bar = ActionBar(nothing, nothing, nothing, nothing)
    bar.show_page([button("Suggest pairs", nothing), button("Another idea", nothing)], [button("Confirm", nothing)])
    bar.show()
    for width in range(520, 1100, 12):
        bar.resize(QSize(width, bar.heightForWidth(width)))
        QTest.qWait(1)
        before = of_buttons(bar)
        bar.updateGeometry()
        QTest.qWait(1)
        assert of_buttons(bar) == before, width
        for one in bar.findChildren(QPushButton):
            assert one.width() >= min(one.sizeHint().width(), width), (width, one.accessibleName())
    bar.hide()
