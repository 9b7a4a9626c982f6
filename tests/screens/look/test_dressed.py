"""Whatever opens is dressed: the window, its dialogs, menus and tool tips, today and after another look was chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QMenu, QToolTip, QWidget

from mat_desktop.facilitation.library.settings import LookWish, Settings
from mat_desktop.rehearsal.hands import in_dialog
from mat_desktop.screens.look.dress import dress
from mat_desktop.screens.look.theme import colour
from mat_desktop.screens.shared import file_dialogs
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.workshop.journey import Step
from tests.contract.undressed import undressed
from tests.sure import sure, sure_of


def ink_of(window: QWidget) -> str:
    return window.palette().color(window.foregroundRole()).name()


@pytest.mark.parametrize("look", [LookWish.LIGHT, LookWish.DARK])
def test_the_window_its_menus_lists_tool_tips_and_dialogs_wear_the_sheet(at_own_sample, look):
    at_own_sample.go_to(Step.PARTICIPANTS)
    menu = sure_of(QMenu, at_own_sample.place.rail.menu.menu())
    at_own_sample.window.wardrobe.change(Settings(look=look))
    menu.popup(QPoint(10, 10))
    box = next(one for one in at_own_sample.page.findChildren(QComboBox) if one.isVisible())
    box.showPopup()
    QToolTip.showText(QPoint(20, 20), "Find a person", box)
    tips = [one for one in QApplication.topLevelWidgets() if one.windowType() is Qt.WindowType.ToolTip]
    assert undressed() == []
    assert [ink_of(one) for one in (menu, *tips)] == [colour("ink").name()] * (1 + len(tips))
    assert tips
    QToolTip.hideText()
    box.hidePopup()
    menu.hide()


def test_a_dialog_that_is_born_later_and_the_one_that_it_opens_wear_the_sheet(at_own_sample):
    at_own_sample.window.wardrobe.change(Settings(look=LookWish.DARK))
    dialog = Dialog(at_own_sample.window, "Asked")
    dialog.open()
    inner = Dialog(dialog, "Asked once more")
    inner.open()
    assert undressed() == []
    assert ink_of(inner) == colour("ink").name()
    inner.reject()
    dialog.reject()


def test_names_that_are_offered_for_a_file_wear_the_sheet(at_own_sample):
    offered: list[QWidget] = []

    def look(dialog: QWidget) -> None:
        completer = sure(sure(dialog.findChild(QLineEdit)).completer())
        completer.complete()
        offered.append(sure(completer.popup()))
        offered.extend(one for one in QApplication.topLevelWidgets() if one.isVisible())
        assert undressed() == []

    in_dialog(lambda: file_dialogs.folder(at_own_sample.window, "Where"), look)
    assert any(isinstance(one, QFileDialog) for one in offered)


def test_a_window_that_nobody_dressed_is_found(qapp, qtbot):
    dress(qapp)
    window = QLabel("Nobody dressed me")
    qtbot.addWidget(window)
    window.show()
    assert undressed() == ["QLabel “Nobody dressed me”"]
