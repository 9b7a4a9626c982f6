"""In the smallest window with the largest words nothing leaves the window sideways, is cut, or is too small to hit."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QScrollArea, QWidget
from shiboken6 import delete

from mat_desktop.app.doors import SystemDoors
from mat_desktop.facilitation.dispatch import AtOnce
from mat_desktop.facilitation.library.settings import LookWish, Settings, TextSize
from mat_desktop.facilitation.pairing import telling
from mat_desktop.facilitation.private import offered, pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup.facilitator import WhoLeads
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.frame.about import AboutDialog
from mat_desktop.screens.frame.mishaps import MishapsDialog
from mat_desktop.screens.frame.settings import OfLibrary, SettingsDialog
from mat_desktop.screens.library.entrance import Entrance
from mat_desktop.screens.library.keys import PassphraseDialog, PinDialog
from mat_desktop.screens.look.dress import clothe, wear
from mat_desktop.screens.look.theme import Theme, worn
from mat_desktop.screens.pairing.ending import EndDialog
from mat_desktop.screens.pairing.leftover import WAIT_WORDS, AskDialog
from mat_desktop.screens.participants.import_dialog import ImportDialog
from mat_desktop.screens.printing.filing import CodeDialog
from mat_desktop.screens.private.hand_over import HandOverDialog
from mat_desktop.screens.private.window import ParticipantWindow
from mat_desktop.screens.setup.new_dialog import NewWorkshop
from mat_desktop.screens.shared.dialog_body import DialogBody
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.messages import ConfirmDialog, Picking
from mat_desktop.workshop.journey import Step
from tests.screens.conftest import with_passphrase
from tests.screens.look.faults import faults
from tests.screens.test_narrow import NAMES, long_names
from tests.sure import sure

SMALL = 911, 512
TABS = {
    Step.SETUP: ("Workshop", "Run sheet", "Safety"),
    Step.PARTICIPANTS: ("People", "Check-in", "Door list"),
    Step.PAIRING: ("Board", "Rounds", "Ballots", "Rules", "Telling"),
    Step.OUTCOMES: ("Group", "Who came", "Each pair", "Table", "Figures"),
}
FILE = "Full name,Phone number,E-mail\n" + "".join(f"Person {n},021 555 01{n:02},p{n}@example.org\n" for n in range(9))


def wear_now(theme: Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, theme)


def shrunk(facilitator):
    """Her window as small as it gets, with the largest words."""
    facilitator.window.wardrobe.change(Settings(look=LookWish.LIGHT, text=TextSize.LARGEST))
    facilitator.window.setMinimumSize(1, 1)
    facilitator.window.resize(*SMALL)
    QApplication.processEvents()
    return facilitator


@pytest.fixture
def usual_again():
    """The words are usual again for the tests that follow."""
    yield
    wear_now(Theme())


@pytest.fixture
def small(at_own_sample, usual_again):
    """The sample in the smallest window, with the largest words."""
    return shrunk(at_own_sample)


@pytest.fixture
def small_of_her_own(at_own_sample, usual_again):
    """The same with a copy of her own."""
    return shrunk(at_own_sample)


def settled(root: QWidget) -> list[str]:
    """The faults once everything has its place; what is worked out beside the window is waited for elsewhere."""
    for _ in range(8):
        QApplication.processEvents()
    return faults(root)


def found_on(facilitator, step: Step) -> dict[str, list[str]]:
    facilitator.place.open_workshop(1, step, None)
    found = {}
    for tab in TABS[step]:
        press(facilitator.place, f"View: {tab}")
        found[tab] = settled(facilitator.window)
    return {tab: wrong for tab, wrong in found.items() if wrong}


@pytest.mark.parametrize("step", TABS)
def test_every_tab_of_a_step_fits_into_the_smallest_window_with_the_largest_words(small, step):
    assert found_on(small, step) == {}
    assert (small.window.width(), small.window.height()) == SMALL


def test_today_fits_with_what_is_unfolded_and_what_stands_above_scrolls_away(small):
    today = small.place.today
    small.place.open_today()
    for fold in [b for b in today.findChildren(QPushButton) if b.accessibleName().startswith("Show who")]:
        fold.click()
    assert settled(small.window) == []
    assert today.title.mapTo(today, QPoint(0, 0)).y() >= 0
    last = seen(today, QPushButton, "If the program went wrong")
    last.setFocus()
    area = next(
        a for a in [sure(today.parentWidget()), *today.findChildren(QWidget)] if hasattr(a, "ensureWidgetVisible")
    )
    area.ensureWidgetVisible(last)
    assert today.title.mapTo(today, QPoint(0, 0)).y() < 0


def test_the_print_centre_and_the_panel_of_what_counts_fit(small):
    small.place.open_workshop(1, Step.PAIRING, None)
    press(small.place, "View: Board")
    press(small.page, "Adjust")
    assert settled(small.window) == []
    press(small.place.rail, "Print")
    assert settled(small.window) == []


def test_pages_with_long_names_fit_too(facilitator, usual_again):
    with_passphrase(facilitator, long_names)
    desk = facilitator.place.desk
    telling.confirm(desk, 1)
    shrunk(facilitator).place.show_again()
    assert found_on(facilitator, Step.PAIRING) == {}
    telling.all_said_yes(desk, 1)
    facilitator.place.show_again()
    assert found_on(facilitator, Step.PARTICIPANTS) == {}


def test_covers_fit(small):
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F8):
        QTest.keyClick(sure(small.window.windowHandle()), key)
        assert settled(small.window) == []
        if key is Qt.Key.Key_F8:
            QTest.keyClick(sure(small.window.windowHandle()), Qt.Key.Key_Space)
            assert settled(small.window) == []
        small.back_to_work()


class OldLibrary(SystemDoors):
    """The doors of a library with a passphrase and four backups."""

    def exists(self) -> bool:
        return True

    def needs_passphrase(self) -> bool:
        return True

    def backups(self) -> tuple[Path, ...]:
        return tuple(Path(f"2026-03-0{n}_18-05.matlib") for n in range(1, 5))


def test_every_page_of_the_entrance_fits_and_leads_to_the_settings(small, qtbot):
    opened = []
    doors = OldLibrary(small.folder, small.folder)
    entrance = Entrance(doors, lambda _library: None, lambda _title: None, lambda: opened.append(True), AtOnce())
    qtbot.addWidget(entrance)
    clothe(entrance)
    entrance.resize(*SMALL)
    entrance.show()
    pages = (entrance.show_welcome, entrance.show_unlock, entrance.show_recovery, lambda: entrance.show_lost("Cut."))
    for page in pages:
        page()
        assert settled(entrance) == []
    assert (entrance.width(), entrance.height()) == SMALL
    press(entrance, "Settings")
    assert opened == [True]


def test_today_leads_to_the_settings(small):
    small.today()
    in_dialog(lambda: press(small.place.today, "Settings"), lambda dialog: press(dialog, "Close"))


def test_a_participant_sees_every_question_and_the_end_whole(small_of_her_own):
    desk = small_of_her_own.place.desk
    pin.set_pin(desk, "2749", "2749")
    chosen = tuple(one.key for one in offered.offered(desk, 12, desk.clock.today()) if not one.closed)
    hand_over = private.hand_over(desk, 12, chosen)
    window = ParticipantWindow(private.talk(desk, hand_over, lambda _words: False), lambda: None)
    window.resize(*SMALL)
    window.show()
    assert settled(window) == []
    ways = [seen(window, QAbstractButton, name) for name in ("I would rather not say", "Next")]
    assert all(sure(way).mapTo(window, QPoint(0, way.height())).y() <= window.height() for way in ways)
    window.close()
    assert settled(window) == []
    press(window, "Stop")
    assert settled(window) == []
    assert (window.width(), window.height()) == SMALL
    window._free = True
    window.close()
    delete(window)  # a window without a parent is read aloud by every test that follows


def of_library() -> OfLibrary:
    """Somebody with a long name, who can change everything."""
    changes = [("Change the passphrase", lambda: None), ("Change the PIN", lambda: None)]
    return OfLibrary(facilitator=WhoLeads(name=NAMES[0], phone="021"), keep=lambda *_words: "", changes=changes)


def dialogs(facilitator) -> list[QDialog]:
    window, place = facilitator.window, facilitator.place
    day = DateField("Phone on", None, place.desk.clock.today)
    some = offered.offered(place.desk, 1, date(2026, 9, 20))
    return [
        NewWorkshop(window, place.desk),
        SettingsDialog(window, window.wardrobe, lambda _title: None, of_library()),
        PassphraseDialog(window, place.library),
        PinDialog(window, place.library),
        MishapsDialog(window, "a line of what was noted\n" * 60, lambda _path, _words: None, facilitator.messages),
        AboutDialog(window),
        CodeDialog(window),
        HandOverDialog(window, place.desk, NAMES[0], some),
        EndDialog(window, f"{NAMES[0]} and {NAMES[1]}"),
        AskDialog(window, "Wait, with a date", WAIT_WORDS, day, "They wait"),
        ConfirmDialog(window, "What was seen cannot be unseen. " * 30, "Reveal the arm", "Keep it", destroys=True),
        Picking(window, f"Not checked in yet: {', '.join(NAMES * 8)}.", ("Pair them too", "Check in first"), 0),
        ImportDialog(window, sure(place.bench), FILE.encode()),
    ]


def test_no_dialog_is_larger_than_the_screen_and_its_actions_stay_in_sight(small):
    wear_now(Theme(text=150, system=4 / 3))
    assert worn().factor == 2.0
    room = small.window.screen().availableGeometry()
    for dialog in dialogs(small):
        dialog.show()
        wrong = settled(dialog)
        assert wrong == [], type(dialog).__name__
        assert dialog.width() <= room.width(), type(dialog).__name__
        assert dialog.height() <= room.height(), type(dialog).__name__
        inside = [area.widget() for area in dialog.findChildren(DialogBody)]
        for button in [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.text()]:
            if not any(sure(body).isAncestorOf(button) for body in inside):
                assert button.mapTo(dialog, QPoint(0, button.height())).y() <= dialog.height(), button.text()
        dialog.deleteLater()
        dialog.hide()


def test_words_that_grow_leave_the_keyboard_where_it_was_and_pages_begin_at_their_top(at_own_sample, usual_again):
    window, place = at_own_sample.window, at_own_sample.place
    at_own_sample.go_to(Step.PARTICIPANTS)
    assert not place.frame.scrolls_away
    place.header.privacy.setFocus()
    wear_now(Theme(text=150))
    window.resize(*SMALL)
    settled(window)
    assert place.frame.scrolls_away
    assert window.focusWidget() is place.header.privacy
    bar = next(area for area in place.frame.findChildren(QScrollArea) if area.isAncestorOf(place.header))
    bar.verticalScrollBar().setValue(40)
    assert place.header.title.mapTo(window, QPoint(0, 0)).y() < 0
    at_own_sample.go_to(Step.SCREENING)
    settled(window)
    assert place.header.title.mapTo(window, QPoint(0, 0)).y() >= 0


def test_a_small_dialog_does_not_scroll(small):
    wear_now(Theme())
    for dialog in (NewWorkshop(small.window, small.place.desk), CodeDialog(small.window)):
        dialog.show()
        assert settled(dialog) == []
        assert not any(body.verticalScrollBar().isVisible() for body in dialog.findChildren(DialogBody))
        dialog.hide()
