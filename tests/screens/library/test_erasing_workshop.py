"""Erasing a whole workshop in the window: the safe button is the filled one, and Today is there without it."""

import pytest
from PySide6.QtCore import Qt

from mat_desktop.facilitation.library import erasing_workshop as erasing
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.rehearsal.hands import in_dialog, press, strike, write
from mat_desktop.screens.library.erasing_workshop import EraseWorkshopDialog
from mat_desktop.screens.shared.entering import filled_button
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase
from tests.screens.library.test_erasing import mill_lane, until_done, words_on


def two_workshops(desk):
    setup.create(desk, "Pier Street", "", WORKSHOP_DAY, "Pacific/Auckland")
    mill_lane(desk)


@pytest.fixture
def at_privacy(facilitator):
    with_passphrase(facilitator, two_workshops)
    facilitator.go_to(Step.SETUP)
    press(facilitator.place, "View: Privacy")
    return facilitator


def asked(who, then):
    in_dialog(lambda: press(who.place, "Erase this workshop …"), then)


def typed(dialog, people="2"):
    write(dialog, "Title of the workshop", "mill lane")
    write(dialog, "How many people", people)


def test_enter_keeps_the_workshop(at_privacy):
    def act(dialog):
        assert isinstance(dialog, EraseWorkshopDialog)
        assert "People were told that it is kept until 30 June 2027." in words_on(dialog)
        assert filled_button(dialog) is dialog.keep
        dialog.keep.setFocus()
        strike(dialog, Qt.Key.Key_Return)

    asked(at_privacy, act)
    assert erasing.erasure_of(at_privacy.place.desk, 2, WORKSHOP_DAY).erase_on is None


def test_a_workshop_that_waits_is_shown_locked_and_is_called_off(at_privacy):
    def wait(dialog):
        typed(dialog, people="3")
        press(dialog, "Wait seven days")
        assert "Another number of people" in dialog.error.text()
        typed(dialog)
        press(dialog, "Wait seven days")

    asked(at_privacy, wait)
    locked = at_privacy.place.page._keeping.locked
    assert locked.text() == "Locked, to be erased. It is done on 21 March 2026."
    asked(at_privacy, lambda dialog: press(dialog, "Call it off"))
    assert not locked.isVisible()


def test_today_leads_to_where_a_workshop_is_erased(at_privacy):
    def wait(dialog):
        typed(dialog)
        press(dialog, "Wait seven days")

    asked(at_privacy, wait)
    place = at_privacy.place
    place.open_today()
    (row,) = [row for row in today.today(place.desk).due if row.title == "Erase everything of this workshop"]
    place.open_workshop(row.workshop_id, row.step, None, row.kind)
    assert place.page._keeping.erase.isVisible()


def test_a_workshop_is_erased_at_once_and_today_is_there_without_it(at_privacy, tmp_path):
    at_privacy.messages.paths.append(tmp_path / "erased.pdf")

    def erase(dialog):
        typed(dialog)
        press(dialog, "Erase now")
        until_done(dialog)
        assert "what was kept about 2 people who came to the workshop of 14 March 2026" in words_on(dialog)
        press(dialog, "Save as PDF")
        press(dialog, "Done")

    asked(at_privacy, erase)
    place = at_privacy.place
    assert (tmp_path / "erased.pdf").read_bytes().startswith(b"%PDF")
    assert place.main.currentWidget() is place.today
    assert [card.title for card in today.today(place.desk).workshops] == ["Pier Street"]
    place.open_workshop(1, Step.SETUP, None)
    assert place.bench.workshop_id == 1
