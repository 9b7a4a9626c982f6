"""One table of actions: its keys, its menu and its searchable list, as hands on the window find them."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.rehearsal.hands import in_dialog, press
from mat_desktop.rehearsal.hands import strike as type_keys
from mat_desktop.screens.frame.action_list import ActionList
from mat_desktop.screens.frame.actions import ACTIONS, Menu
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.codes import shown_code
from mat_desktop.workshop.journey import Step, number
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.sure import sure, sure_of

CTRL, SHIFT, PLAIN = (getattr(Qt.KeyboardModifier, f"{n}Modifier") for n in ("Control", "Shift", "No"))
KEY = Qt.Key


@pytest.fixture
def at_work(at_own_sample):
    at_own_sample.go_to(Step.PARTICIPANTS)
    at_own_sample.window.activateWindow()
    QTest.qWait(10)
    return at_own_sample


def strike(who, key, held=PLAIN):
    if not who.window.isActiveWindow():
        who.window.activateWindow()
        QApplication.processEvents()
    QTest.keyClick(who.window.windowHandle(), key, held)
    QTest.qWait(20)


def test_no_key_means_two_things():
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]
    assert all(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert {"Ctrl+0", "Ctrl++", "Ctrl+-"} <= set(keys), "these are for the size of the text"


def entries(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += entries(inner) if isinstance(inner, QMenu) else [action.text()]
    return found


def test_every_action_stands_in_the_menu_and_in_the_list_with_its_keys(at_work):
    in_menu = entries(sure_of(QMenu, at_work.place.rail.menu.menu()))
    assert in_menu == ["\t".join([a.words, ", ".join(a.keys)]).rstrip() for a in _by_menu()]
    listed: list[str] = []

    def look(dialog):
        listed.extend(dialog.list.item(place).text() for place in range(dialog.list.count()))
        dialog.reject()

    in_dialog(lambda: strike(at_work, KEY.Key_K, CTRL), look)
    on = [action.named for action in ACTIONS if action.on(at_work.place)]
    assert listed[: len(on)] == on
    assert "Import a file" in listed[len(on) :], "the buttons of the page follow"
    assert len(on) == len(ACTIONS)


def _by_menu():
    return [action for menu in Menu for action in ACTIONS if action.menu is menu]


def test_what_is_not_on_is_grey_in_the_menu_and_not_in_the_list(at_work):
    at_work.place.open_today()
    menu = sure_of(QMenu, at_work.place.rail.menu.menu())
    menu.aboutToShow.emit()
    grey = {
        entry.text().partition("\t")[0]
        for inner in menu.actions()
        for entry in sure_of(QMenu, inner.menu()).actions()
        if not entry.isEnabled()
    }
    assert grey == {action.words for action in ACTIONS if not action.on(at_work.place)}
    assert "Print" in grey
    assert "New workshop" not in grey


@pytest.mark.parametrize("step", [s for s in Step if number(s) < 10])
def test_control_and_the_number_of_a_step_opens_it(at_work, step):
    strike(at_work, KEY(KEY.Key_0.value + number(step)), CTRL)
    assert at_work.place.step is step


def test_page_keys_go_to_the_step_before_and_after_and_stop_at_the_ends(at_work):
    reached = []
    for key in (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageUp, KEY.Key_PageUp):
        strike(at_work, key, CTRL)
        reached.append(at_work.place.step)
    assert reached == [Step.SCREENING, Step.PARTICIPANTS, Step.SETUP, Step.SETUP]


def test_control_tab_goes_from_tab_to_tab_and_round_again(at_work):
    tabs = at_work.page.tools[0]
    names = [one.accessibleName() for one in tabs.findChildren(QWidget) if one.accessibleName()]

    def chosen() -> str:
        return str(next(one.accessibleName() for one in tabs._group.buttons() if one.isChecked()))

    seen = [chosen()]
    for _ in names:
        strike(at_work, KEY.Key_Tab, CTRL)
        seen.append(chosen())
    assert seen[0] == seen[len(names)]
    assert set(seen) == set(names)
    strike(at_work, KEY.Key_Tab, CTRL | SHIFT)
    assert chosen() == seen[len(names) - 1]


def test_f6_goes_round_the_parts_of_the_window(at_work):
    place = at_work.place
    zones = (place.rail, place.header, place.page, place.bar)
    where = []
    place.rail.view.setFocus()
    for _ in zones:
        strike(at_work, KEY.Key_F6)
        where.append(next(z for z in zones if z.isAncestorOf(sure(QApplication.focusWidget()))))
    assert where == [place.header, place.page, place.bar, place.rail]
    strike(at_work, KEY.Key_F6, SHIFT)
    assert place.bar.isAncestorOf(sure(QApplication.focusWidget()))


def test_words_find_an_action_and_enter_does_it(at_work):
    def type_it(dialog):
        type_keys(dialog, *"step after", KEY.Key_Return)

    in_dialog(lambda: strike(at_work, KEY.Key_F1), type_it)
    assert at_work.place.step is Step.SCREENING


def test_a_form_code_typed_in_the_list_opens_its_sheet(at_work):
    desk = at_work.place.desk
    (sheet,) = of_kind(desk, 1, SheetKind.CALL_LOG, [roster(desk, 1)[0].id])[:1]

    def type_it(dialog):
        assert isinstance(dialog, ActionList)
        type_keys(dialog, *sheet.head.code)
        assert dialog.list.item(0).text() == f"Open the sheet with the code {shown_code(sheet.head.code)}"
        type_keys(dialog, KEY.Key_Return)

    in_dialog(lambda: strike(at_work, KEY.Key_K, CTRL), type_it)
    assert at_work.place.step is Step.CONTACT


@pytest.mark.parametrize(("key", "held"), [(KEY.Key_Y, CTRL), (KEY.Key_Z, CTRL | SHIFT)])
def test_both_keys_that_people_know_do_again_what_was_undone(at_work, key, held):
    desk = at_work.place.desk
    at_work.pick("Ben T.")
    before = participants.person(desk, 2).email
    participants.change(desk, 2, participants.PersonField.EMAIL, "another@example.org")
    at_work.place.show_again()
    strike(at_work, KEY.Key_Z, CTRL)
    assert participants.person(desk, 2).email == before
    strike(at_work, key, held)
    assert participants.person(desk, 2).email == "another@example.org"


def test_delete_removes_only_who_is_marked_in_the_list_that_has_the_keyboard(at_work):
    desk = at_work.place.desk
    participants.add(desk, 1, "Zoe", "021 555 0199")
    at_work.place.show_again()
    at_work.pick("Zoe")
    at_work.place.bar.on.setFocus()
    before = [row.name for row in roster(desk, 1)]
    strike(at_work, KEY.Key_Delete)
    assert [row.name for row in roster(desk, 1)] == before
    at_work.page.findChildren(PeopleList)[0].view.setFocus()
    strike(at_work, KEY.Key_Delete)
    assert [row.name for row in roster(desk, 1)] == [name for name in before if name != "Zoe"]


def test_under_a_cover_no_key_of_the_table_does_anything(at_work):
    strike(at_work, KEY.Key_F9)
    for key, held in ((KEY.Key_3, CTRL), (KEY.Key_PageDown, CTRL), (KEY.Key_W, CTRL), (KEY.Key_F6, PLAIN)):
        strike(at_work, key, held)
    assert at_work.place.step is Step.PARTICIPANTS
    press(at_work.window, "Back to work")


def test_control_w_closes_the_workshop_and_not_the_program(at_work):
    strike(at_work, KEY.Key_W, CTRL)
    assert at_work.place.step is None
    assert at_work.window.isVisible()


def test_the_list_names_the_buttons_of_the_page_in_front_and_presses_them(at_work):
    desk = at_work.place.desk
    at_work.go_to(Step.SCREENING)
    first = at_work.page.person
    in_dialog(
        lambda: strike(at_work, KEY.Key_K, CTRL),
        lambda dialog: type_keys(dialog, *"next pers", KEY.Key_Return),
    )
    assert at_work.page.person == roster(desk, 1)[1].id != first


def test_the_list_names_the_buttons_of_the_print_centre_before_a_code_that_their_letters_make(at_work):
    strike(at_work, KEY.Key_P, CTRL)
    shown = [b.accessibleName() for b in at_work.place.main.findChildren(Button) if b.isVisible() and b.isEnabled()]
    name = next(one for one in shown if re.fullmatch(r"Print \d+ sheets?", one))
    typed = name.partition(" sheet")[0].ljust(7, "s")[:7]

    def type_it(dialog):
        type_keys(dialog, *typed.casefold())
        assert dialog.list.item(0).text() == name
        assert len(typed.replace(" ", "")) == 6, "as many as a code has"
        type_keys(dialog, KEY.Key_Escape)

    in_dialog(lambda: strike(at_work, KEY.Key_K, CTRL), type_it)


def test_what_is_called_like_nothing_is_said_so_and_enter_stays_in_the_list(at_work):
    def type_it(dialog):
        type_keys(dialog, *"qqq", KEY.Key_Return)
        assert dialog.isVisible()
        assert dialog.nothing.isVisible()
        type_keys(dialog, KEY.Key_Escape)

    in_dialog(lambda: strike(at_work, KEY.Key_K, CTRL), type_it)
    assert at_work.place.step is Step.PARTICIPANTS
