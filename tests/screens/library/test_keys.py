"""Changing the passphrase and the PIN from the settings, and what is said of it."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from shiboken6 import isValid
from sqlalchemy import select

from mat_desktop.facilitation.library import keys
from mat_desktop.facilitation.library.notices import notices
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.private import pin
from mat_desktop.rehearsal.hands import in_dialog, press, write
from mat_desktop.screens.library.keys import OnceDialog, PassphraseDialog, PinDialog
from mat_desktop.screens.library.recovery import RecoveryDialog
from mat_desktop.storage.folder import slot
from mat_desktop.storage.tables.ledger import journal
from mat_desktop.workshop.refusal import Refusal
from tests.libraries import PASSPHRASE
from tests.screens.conftest import with_passphrase
from tests.screens.library.test_lock import mill_lane

D = TypeVar("D", bound=QDialog)
NEW = "quite other words now"


@pytest.fixture
def at_work(facilitator):
    """The facilitator at a library with a passphrase."""
    return with_passphrase(facilitator, mill_lane)


def fill(dialog: QDialog, **words: str) -> None:
    for name, typed in words.items():
        write(dialog, name.replace("_", " "), typed)


def last_kind(facilitator) -> str:
    with facilitator.place.library.library.archive._session() as session:
        kinds = session.connection().execute(select(journal.c.kind).order_by(journal.c.sequence)).scalars()
        return str(list(kinds)[-1])


def opens(facilitator, words: str) -> bool:
    return bool(facilitator.place.library.is_passphrase(words))


def once_open(kind: type[D], then: Callable[[D], object]) -> None:
    """Do something in a dialog of this kind as soon as it is in front, and leave it."""

    def look() -> None:
        front = QApplication.activeModalWidget()
        if not isinstance(front, kind):
            QTimer.singleShot(10, look)
            return
        try:
            then(front)
        finally:
            if isValid(front) and front.isVisible():
                front.reject()

    QTimer.singleShot(0, look)


def test_the_settings_lead_to_the_passphrase_and_it_is_changed_as_a_deed(at_work):
    def act(dialog: PassphraseDialog) -> None:
        fill(dialog, The_passphrase_now=PASSPHRASE, New_passphrase=NEW, The_same_again=NEW)
        press(dialog, "Change it")

    def lead(settings: QDialog) -> None:
        once_open(PassphraseDialog, act)
        press(settings, "Change the passphrase")

    in_dialog(at_work.place.errands.show_settings, lead)
    assert opens(at_work, NEW)
    assert not opens(at_work, PASSPHRASE)
    assert last_kind(at_work) == "library.passphrase"
    assert at_work.place.desk.fact(Fact.RECOVERY_OFFERED)


def test_the_wrong_present_passphrase_changes_nothing_and_is_slowed(at_work):
    library = at_work.place.library
    with pytest.raises(Refusal, match="not the passphrase"):
        keys.change_passphrase(library, "not this", NEW, NEW)
    for _ in range(4):
        with pytest.raises(Refusal):
            keys.renew_key(library, "not this", NEW, NEW)
    with pytest.raises(Refusal, match="Wait"):
        keys.change_passphrase(library, PASSPHRASE, NEW, NEW)
    assert opens(at_work, PASSPHRASE)


def test_where_somebody_may_know_it_everything_is_renewed_and_a_new_recovery_sheet_is_offered(at_work):
    library = at_work.place.library
    library.desk.hold(Fact.RECOVERY_PRINTED, "yes")
    library.desk.hold(Fact.SECOND_COPY, "2026-03-01")
    library.back_up()
    before = library.recovery_lines()
    came: list[type[QDialog]] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PassphraseDialog)
        came.append(PassphraseDialog)
        fill(dialog, The_passphrase_now=PASSPHRASE, New_passphrase=NEW, The_same_again=NEW)
        dialog.known.click()
        once_open(RecoveryDialog, lambda _sheet: came.append(RecoveryDialog))
        press(dialog, "Change it")

    in_dialog(at_work.place.errands.change_passphrase, act)
    assert came == [PassphraseDialog, RecoveryDialog]
    assert library.recovery_lines() != before
    assert last_kind(at_work) == "library.key"
    assert not library.desk.fact(Fact.RECOVERY_PRINTED)
    assert not library.desk.fact(Fact.SECOND_COPY)
    told = " ".join(at_work.messages.said)
    assert "1 copy beside it" in told
    assert "sticks" in told
    assert opens(at_work, NEW)
    assert not opens(at_work, PASSPHRASE)


def test_the_passphrase_is_typed_once_the_evening_before_and_a_wrong_one_changes_nothing(at_work):
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, OnceDialog)
        fill(dialog, The_passphrase="not this")
        press(dialog, "Check it")
        said.append(dialog.error.text())
        assert not at_work.place.desk.fact(Fact.READY_TO_UNLOCK)
        fill(dialog, The_passphrase=PASSPHRASE)
        press(dialog, "Check it")

    in_dialog(at_work.place.errands.type_passphrase_once, act)
    assert said[0]
    assert at_work.place.desk.fact(Fact.READY_TO_UNLOCK)
    assert opens(at_work, PASSPHRASE)


def test_the_pin_is_changed_by_whoever_knows_it_and_that_is_a_deed(at_work):
    desk = at_work.place.desk
    pin.set_pin(desk, "4826", "4826")
    assert last_kind(at_work) == "private.pin"

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PinDialog)
        fill(dialog, The_PIN_now="1111", The_same_PIN_again="9753")
        write(dialog, "New PIN, at least 4 digits", "9753")
        press(dialog, "Keep it")
        assert dialog.error.text()
        assert not pin.try_digits(desk, "9753").right
        fill(dialog, The_PIN_now="4826")
        press(dialog, "Keep it")

    in_dialog(at_work.place.errands.change_pin, act)
    assert pin.try_digits(desk, "9753").right


def test_a_damaged_copy_of_the_key_file_is_said_on_today(at_work):
    folder = at_work.folder
    at_work.close()
    (folder / slot.SLOT_COPY).write_bytes(b"")
    at_work.open(PASSPHRASE)
    said = [notice.words for notice in notices(at_work.place.library)]
    assert any("key file was damaged" in words for words in said)
    shown = [one.text() for one in at_work.place.today.findChildren(QLabel)]
    assert any("key file was damaged" in words for words in shown)


def test_a_backup_under_way_with_the_old_key_is_left_when_the_passphrase_is_to_be_changed(at_work):
    backing_up = at_work.window._backing_up
    participants.change(at_work.place.desk, 1, participants.PersonField.NAME, "Ottilie Quillon")
    backing_up.begin()
    assert backing_up.busy
    in_dialog(at_work.place.errands.change_passphrase, lambda dialog: dialog.reject())
    assert not backing_up.busy
