"""What the facilitator sees when the program itself goes wrong, and what she can send to whoever helps her."""

import sys
import threading

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from mat_desktop.facilitation import history
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.shared.parts import button
from mat_desktop.workshop.journey import Step
from tests.app.canary import CANARY, NUMBER, misused, names_nobody


def test_the_pages_and_deeds_before_a_mistake_are_noted_by_kind(at_own_sample, monkeypatch, capfd):
    window = at_own_sample.window
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    window.mishaps.listen()
    at_own_sample.go_to(Step.PARTICIPANTS)
    at_own_sample.write("Name of a new participant", CANARY)
    at_own_sample.write("Phone of a new participant", NUMBER)
    at_own_sample.press("Add")
    history.undo(window.workplace.desk)
    history.redo(window.workplace.desk)
    spoiled = button(CANARY, lambda: misused(day_month))
    spoiled.click()

    noted = window.mishaps.log.read()
    before = noted.partition("Before it, the newest last:\n")[2].split("\n\n")[0].splitlines()
    assert [line.strip() for line in before if "page" in line][-1] == "page participants"
    assert "  deed participants.add" in before
    assert before[-2:] == ["  deed undo", "  deed redo"]
    names_nobody(noted + "".join(capfd.readouterr()))
    assert at_own_sample.messages.said[-1].startswith("! Something went wrong in the program.")


def opened_page(facilitator, then):
    facilitator.today()
    in_dialog(lambda: press(facilitator.place.today, "If the program went wrong"), then)


def test_the_page_shows_what_was_noted_and_saves_it_where_she_wants(at_own_sample, tmp_path):
    window = at_own_sample.window
    try:
        misused(day_month)
    except AttributeError as fault:
        window.mishaps.caught(type(fault), fault, fault.__traceback__)
    at_own_sample.messages.paths.append(tmp_path / "for Tim.txt")

    def look_and_save(dialog: QWidget) -> None:
        words = " ".join(w.text() for w in dialog.findChildren(QLabel))
        assert "Nothing in here names anybody." in words
        assert "You can save it and send it to whoever helps you." in words
        assert "AttributeError" in seen(dialog, QPlainTextEdit, "What was noted").toPlainText()
        press(dialog, "Save as a file")

    opened_page(at_own_sample, look_and_save)

    assert (tmp_path / "for Tim.txt").read_text() == window.mishaps.log.read()
    assert at_own_sample.messages.said[-1].startswith("Saved in ")


def test_before_anything_went_wrong_the_page_says_so_and_offers_nothing_to_save(at_own_sample):
    def look(dialog: QWidget) -> None:
        words = " ".join(w.text() for w in dialog.findChildren(QLabel))
        assert "Nothing has gone wrong so far." in words
        assert not dialog.findChildren(QPlainTextEdit)
        press(dialog, "Close")

    opened_page(at_own_sample, look)
