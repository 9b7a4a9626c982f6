"""The page on which she sees what was done."""

from PySide6.QtWidgets import QPushButton, QWidget

from mat_desktop.facilitation.library import audit
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.rehearsal.hands import in_dialog, press
from mat_desktop.screens.frame.actions import ACTIONS
from mat_desktop.screens.frame.audit import AuditDialog
from mat_desktop.workshop.journey import Step
from tests.people import harbour_hall


def dialog_over(qtbot, desk):
    window = QWidget()
    qtbot.addWidget(window)
    return window, AuditDialog(window, desk)


def test_she_chooses_somebody_and_reads_what_was_about_them(qtbot, desk):
    workshop = harbour_hall(desk)
    for name in ("Ana", "Ben"):
        participants.add(desk, workshop, name)
    _window, dialog = dialog_over(qtbot, desk)
    assert "adding somebody" in dialog.text.toPlainText()
    assert "Ana" not in dialog.text.toPlainText()
    dialog.whom.box.setCurrentIndex(1)
    dialog.whom.box.activated.emit(1)
    assert dialog.text.toPlainText().endswith("adding Ana")
    assert "Ben" not in dialog.text.toPlainText()


def test_earlier_deeds_come_on_asking_until_there_are_none(qtbot, desk, monkeypatch):
    monkeypatch.setattr(audit, "LINES", 1)
    participants.add(desk, harbour_hall(desk), "Ana")
    _window, dialog = dialog_over(qtbot, desk)
    assert "setting up" not in dialog.text.toPlainText()
    further = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Show earlier")
    further.click()
    assert "setting up" in dialog.text.toPlainText()
    further.click()
    assert not further.isEnabled()


def test_a_journal_that_cannot_be_read_is_said_on_the_page(qtbot, library, desk):
    participants.add(desk, harbour_hall(desk), "Canaryname")
    with library.archive._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal_change SET people = '{Canaryname'")
    _window, dialog = dialog_over(qtbot, desk)
    assert dialog.text.toPlainText().startswith("The journal of this library was changed and cannot be read.")


def test_from_the_page_of_a_person_it_opens_with_what_was_about_them(at_own_sample):
    """By the button at the end of the page, and from every step by the list of actions."""
    place = at_own_sample.place
    at_own_sample.go_to(Step.PARTICIPANTS)
    person = roster(place.desk, 1)[2]
    place.page.work_on(person.id)
    (action,) = [one for one in ACTIONS if one.words == "What was done about who is on the page"]
    seen = []

    def read(dialog):
        seen.append(dialog.text.toPlainText())
        dialog.reject()

    in_dialog(lambda: press(place, "What was done about them, and when …"), read)
    in_dialog(lambda: action.does(place), read)
    assert person.name in seen[0]
    assert seen[0] == seen[1]
    assert not [row.name for row in roster(place.desk, 1) if row.name != person.name and row.name in seen[0]]
