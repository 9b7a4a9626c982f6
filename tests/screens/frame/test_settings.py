"""What is set holds at once, where it counts, and each setting says where it is kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from mat_desktop.facilitation.library.settings import PaperWish, Settings
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.facilitator import WhoLeads
from mat_desktop.facilitation.setup.facilitator import facilitator as who
from mat_desktop.rehearsal.hands import press
from mat_desktop.screens.frame.settings import ASKED, KEPT, KEPT_IN_LIBRARY, SettingsDialog
from mat_desktop.screens.look.wishes import territory_of
from mat_desktop.screens.shared.print_options import remembered
from tests.people import WORKSHOP_DAY
from tests.sure import sure_of


@pytest.fixture
def with_settings(at_own_sample):
    """The sample, and what is done in the settings when they open."""

    def open_with(*deeds):
        def does():
            dialog = sure_of(SettingsDialog, QApplication.activeModalWidget())
            for deed in deeds:
                deed(dialog)
            dialog.accept()

        QTimer.singleShot(0, does)
        at_own_sample.place.errands.show_settings()
        return at_own_sample

    return open_with


def pressing(name):
    return lambda dialog: press(dialog, name)


def typing(name, words):
    def types(dialog):
        line = next(edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == name)
        line.setText(words)
        line.returnPressed.emit()

    return types


def test_paper_that_is_set_is_the_paper_of_the_print_centre_even_where_another_was_chosen_before(with_settings):
    found = with_settings()
    found.place.desk.hold(Fact.PRINT_STYLE, '{"paper": "A4", "large": true, "both_sides": false}')
    with_settings(pressing("Paper: Letter"))
    style = remembered(found.place.desk)
    assert (style.paper, style.large) == ("Letter", True)
    assert found.window.wardrobe.settings.paper is PaperWish.LETTER


def test_in_a_library_where_no_paper_was_chosen_that_of_this_computer_counts(with_settings):
    found = with_settings(pressing("Paper: Letter"))
    found.place.desk.hold(Fact.PRINT_STYLE, "")
    assert remembered(found.place.desk).paper == "Letter"
    found.place.desk.hold(Fact.PRINT_STYLE, "no settings at all")
    assert remembered(found.place.desk).paper == "Letter"


@pytest.mark.parametrize(
    ("locale", "land"), [("en_US", "US"), ("en_NZ", "NZ"), ("es_419", ""), ("C", ""), ("xx_QQ", ""), ("", "")]
)
def test_a_language_without_a_country_or_that_nobody_knows_has_none(locale, land):
    assert territory_of(QLocale(locale)) == land


def test_who_she_is_stands_in_the_next_workshop_and_in_none_that_is_there(with_settings):
    found = with_settings(typing("My name", "Ruth  Hale"), typing("My phone number", "021 555 0142"))
    desk = found.place.desk
    assert who(desk) == WhoLeads(name="Ruth Hale", phone="021 555 0142")
    before = setup.workshop(desk, 1).facilitator
    made = setup.create(desk, "Pier Street", "", WORKSHOP_DAY, "Pacific/Auckland", who(desk))
    view = setup.workshop(desk, made)
    assert (view.facilitator, view.facilitator_phone) == ("Ruth Hale", "021 555 0142")
    assert setup.workshop(desk, 1).facilitator == before


def test_who_she_is_lies_in_the_library_and_not_in_the_file_of_this_computer(with_settings):
    found = with_settings(typing("My name", "Ruth Hale"), pressing("Paper: Letter"))
    assert "Ruth" not in Path(found.window.wardrobe.store.kept_in).read_text(encoding="utf-8")


def test_what_was_typed_and_kept_is_nothing_that_leaving_would_lose(with_settings):
    left: list[bool] = []
    with_settings(typing("My name", "Ruth"), lambda dialog: left.append(dialog.typed))
    assert left == [False]


def test_a_copy_goes_where_it_was_set_to_go_without_a_question(with_settings, tmp_path):
    found = with_settings()
    stick = tmp_path / "stick"
    stick.mkdir()
    wardrobe = found.window.wardrobe
    wardrobe.change(replace(wardrobe.settings, copies=str(stick)))
    found.place.errands.copy_to_second_place()
    assert list(stick.iterdir()) != []


def test_where_the_folder_for_copies_is_not_there_now_it_is_asked(with_settings, tmp_path):
    found = with_settings()
    wardrobe = found.window.wardrobe
    for gone in ("", str(tmp_path / "no stick"), "x" * 4000):
        wardrobe.change(replace(wardrobe.settings, copies=gone))
        assert found.place.errands._folder_of_copies() is None


def test_each_setting_says_where_it_is_kept(with_settings):
    said: list[str] = []
    with_settings(lambda dialog: said.extend(one.text() for one in dialog.findChildren(QLabel)))
    assert any(words.startswith(KEPT) for words in said)
    assert KEPT_IN_LIBRARY in said
    assert ASKED in said


def test_before_a_library_is_open_nobody_is_asked_who_she_is(facilitator):
    facilitator.open()
    dialog = SettingsDialog(facilitator.window, facilitator.window.wardrobe, lambda _title: None)
    assert all(edit.accessibleName() != "My name" for edit in dialog.findChildren(QLineEdit))
    dialog.deleteLater()
    assert facilitator.window.wardrobe.settings == Settings()
