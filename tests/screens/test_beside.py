import multiprocessing
import os
import signal
import sys
import time

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.followup import views as followed_up
from mat_desktop.facilitation.pairing import ballots, better_pairs, board, moves, suggesting
from mat_desktop.facilitation.participants import newcomers, roster
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.newcomers import Newcomer
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.workshop.answers.own_pages import RULERS
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.people import WORKSHOP_DAY, part_of_a_study
from tests.screens.conftest import with_passphrase
from tests.sure import sure, sure_of

MANY = suggesting.FEW + 3
PATIENCE_MS = 60_000
LONGEST_FRAME_S = 0.5
"""Of the window's own processor time; the true figure is 0.05, measured by `dev.py bench frames`."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the worker is held still by a signal")


def a_large_table(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    people_of_the_file = [Newcomer((("name", f"Person {n:02}"), ("phone", f"021 {n:03}"))) for n in range(MANY)]
    newcomers.take_in(desk, 1, people_of_the_file, [])
    for row in roster.roster(desk, 1):
        screening.decide(desk, row.id, ScreeningOutcome.INCLUDE, "well known")


@pytest.fixture
def at_a_large_table(facilitator):
    """So many people that suggesting pairs is done beside the window."""
    with_passphrase(facilitator, a_large_table)
    facilitator.go_to(Step.PAIRING)
    facilitator.window.activateWindow()
    QTest.qWait(20)
    yield facilitator
    assert not multiprocessing.active_children(), "no process is left behind"


def asked_and_held(who):
    """Suggest pairs, and hold the worker still, so that it is certainly in the middle of its work."""
    who.press("Suggest pairs")
    assert who.page.strip.busy
    (worker,) = multiprocessing.active_children()
    os.kill(sure(worker.pid), signal.SIGSTOP)
    return worker


def wait(who):
    clock = QElapsedTimer()
    clock.start()
    while who.page.strip.busy:
        QTest.qWait(5)
        assert clock.elapsed() < PATIENCE_MS, "The work never ended."


def let_go_on(who, worker):
    os.kill(worker.pid, signal.SIGCONT)
    wait(who)


def placed(who):
    return [key for card in board.board(who.place.desk, 1).cards for key, _ in card.members]


def click(who, name):
    """By the window, as a hand does: whatever lies over the button gets the click."""
    found = seen(who.window, QPushButton, name)
    at = found.mapTo(who.window, found.rect().center())
    QTest.mouseClick(who.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_large_table_is_paired_beside_the_window_which_stays_live_all_the_while(at_a_large_table):
    ticks: list[float] = []
    frames: list[float] = []

    def tick():
        now = time.thread_time()
        if ticks and at_a_large_table.page.strip.busy:
            frames.append(now - ticks[-1])
        ticks.append(now)

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    click(at_a_large_table, "Suggest pairs")
    assert not placed(at_a_large_table)
    assert seen(at_a_large_table.page, QPushButton, "Stop").isEnabled()
    ended = len(multiprocessing.active_children())
    timer.start()
    while multiprocessing.active_children() and at_a_large_table.page.strip.busy:
        QTest.qWait(1)
    timer.stop()
    assert ended == 1
    assert len(frames) > 5
    assert max(frames) < LONGEST_FRAME_S
    wait(at_a_large_table)
    assert len(placed(at_a_large_table)) == MANY
    assert not at_a_large_table.page.strip.isVisible()


def test_a_click_on_stop_ends_the_work_at_once_and_changes_nothing(at_a_large_table):
    asked_and_held(at_a_large_table)
    click(at_a_large_table, "Stop")
    assert not at_a_large_table.page.strip.busy
    assert not multiprocessing.active_children()
    assert at_a_large_table.messages.said[-1] == "Stopped. Nothing was changed."
    assert not placed(at_a_large_table)
    focus = sure(QApplication.focusWidget())
    assert focus.accessibleName() == "Suggest pairs", "the keyboard is where it was"
    press(at_a_large_table.page.window(), "Suggest pairs")
    wait(at_a_large_table)
    assert len(placed(at_a_large_table)) == MANY


def test_an_answer_to_a_roster_that_changed_is_not_laid_out_but_offered_again(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    screening.decide(at_a_large_table.place.desk, 1, ScreeningOutcome.NOT_NOW, "ill today")
    let_go_on(at_a_large_table, worker)
    assert not placed(at_a_large_table)
    assert at_a_large_table.page.strip.sentence.text() == suggesting.CHANGED
    click(at_a_large_table, "Suggest again")
    wait(at_a_large_table)
    assert len(placed(at_a_large_table)) == MANY - 1
    assert 1 not in placed(at_a_large_table)


def test_pairs_that_were_made_by_hand_meanwhile_are_not_swept_away(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    moves.put_together(at_a_large_table.place.desk, [1, 2])
    let_go_on(at_a_large_table, worker)
    assert placed(at_a_large_table) == [1, 2]
    assert seen(at_a_large_table.page, QPushButton, "Suggest again").isVisible()


def test_undo_while_pairs_are_worked_out_is_undone_and_the_answer_is_offered_again(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    at_a_large_table.press("Undo")
    at_a_large_table.go_to(Step.PAIRING)
    let_go_on(at_a_large_table, worker)
    assert not placed(at_a_large_table), "the last person who was included is not any more"
    assert at_a_large_table.page.strip.sentence.text() == suggesting.CHANGED


def test_an_answer_waits_while_a_question_is_open(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    seen_open = []

    def answered():
        os.kill(worker.pid, signal.SIGCONT)
        QTimer.singleShot(0, until_finished)

    def until_finished():
        if worker.is_alive() and not at_a_large_table.page.strip.work._job.finished():
            QTimer.singleShot(5, until_finished)
            return
        QTest.qWait(60)
        seen_open.append(placed(at_a_large_table))
        sure_of(QDialog, QApplication.activeModalWidget()).reject()

    from mat_desktop.screens.shared.messages import ConfirmDialog

    QTimer.singleShot(0, answered)
    ConfirmDialog(at_a_large_table.window, "Is it raining?", "Yes", "No", destroys=False).exec()
    assert seen_open == [[]], "nothing moved behind the question"
    wait(at_a_large_table)
    assert len(placed(at_a_large_table)) == MANY


def test_a_worker_that_dies_is_said_and_pairs_can_be_suggested_again(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    os.kill(worker.pid, signal.SIGKILL)
    wait(at_a_large_table)
    said = at_a_large_table.messages.said[-1]
    assert said == (
        "! The pairs could not be worked out (it ended before its time). Nothing was changed: suggest again."
    )
    at_a_large_table.press("Suggest pairs")
    wait(at_a_large_table)
    assert len(placed(at_a_large_table)) == MANY


def test_closing_while_pairs_are_worked_out_asks_once_and_leaves_no_process(at_a_large_table):
    asked_and_held(at_a_large_table)
    at_a_large_table.messages.answers.append(False)
    assert not at_a_large_table.window.close(), "she stays"
    assert at_a_large_table.page.strip.busy
    at_a_large_table.messages.answers.append(True)
    at_a_large_table.close()
    assert [q for q in at_a_large_table.messages.asked if q.startswith(suggesting.IF_CLOSED)] == [
        "Pairs are still being worked out. Stop it, and close? Nothing else is lost; you can ask for it again."
    ] * 2
    assert not multiprocessing.active_children()


def test_taking_the_laptop_back_says_that_the_pairs_were_not_worked_out(at_a_large_table):
    from mat_desktop.facilitation.private import pin
    from mat_desktop.facilitation.private import talk as private

    desk = at_a_large_table.place.desk
    asked_and_held(at_a_large_table)
    pin.set_pin(desk, "2468", "2468")
    window = at_a_large_table.window
    key = private.hand_over(desk, 1, (RULERS,))
    window.hand_over(key)
    assert not multiprocessing.active_children(), "nothing is worked out while a participant has the laptop"
    window._taken_back(key)
    assert at_a_large_table.messages.said[-1] == (
        "What was being worked out was stopped when the laptop was handed over. Nothing is lost; ask for it again."
    )


def test_figures_of_a_large_workshop_are_worked_out_beside_the_window(at_own_sample, monkeypatch):
    from mat_desktop.facilitation.outcomes import measuring, views

    monkeypatch.setattr(measuring, "BOOTSTRAP_FROM", 2)
    at_own_sample.go_to(Step.OUTCOMES)
    page = at_own_sample.page
    # Between the click and the look nothing may run, for the work may be done before one looks.
    seen(page.window(), QAbstractButton, "View: Figures").click()
    assert page.figures.measured.strip.busy
    clock = QElapsedTimer()
    clock.start()
    while page.figures.measured.strip.busy:
        QTest.qWait(5)
        assert clock.elapsed() < PATIENCE_MS
    found = views.measure(at_own_sample.place.desk, 1, page.figures.measure.key)
    assert all(sentence in words(page.figures) for sentence in found.sentences)
    page.refresh()
    assert not page.figures.measured.strip.busy, "the same figures are not worked out twice"
    assert not multiprocessing.active_children()


def test_who_would_fit_better_with_each_other_is_worked_out_beside_the_window_while_the_reasons_are_held(
    at_a_large_table,
):
    desk = at_a_large_table.place.desk
    people = [row.id for row in roster.roster(desk, 1)]
    ballots.mark(desk, people[0], people[1], Choice.GLADLY)
    ballots.mark(desk, people[1], people[0], Choice.GLADLY)
    split = [people[0], *people[3:], people[1]]
    moves.propose(desk, 1, [(split[n : n + 2], 50) for n in range(0, len(split), 2)])
    at_a_large_table.place.show_again()
    page, window = at_a_large_table.page, at_a_large_table.window
    found = seen(window, QPushButton, "Show reasons")
    at = found.mapTo(window, found.rect().center())
    mouse = window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    QTest.mousePress(*mouse)
    assert multiprocessing.active_children()
    assert better_pairs.WORKING in labels_on(page)
    QTest.mouseRelease(*mouse)
    assert not multiprocessing.active_children(), "nobody waits any more"
    QTest.mousePress(*mouse)
    clock = QElapsedTimer()
    clock.start()
    while better_pairs.WORKING in labels_on(page):
        QTest.qWait(5)
        assert clock.elapsed() < PATIENCE_MS
    QTest.qWait(20)
    assert "Person 00 and Person 01" in labels_on(page), "the button is still down"
    QTest.mouseRelease(*mouse)
    assert "Person 00 and Person 01" not in labels_on(page)
    QTest.mousePress(*mouse)
    assert "Person 00 and Person 01" in labels_on(page)
    assert not multiprocessing.active_children(), "the same people are not compared twice"
    QTest.mouseRelease(*mouse)


def test_research_data_of_many_people_are_made_beside_the_window_and_stop_writes_nothing(
    at_own_sample, tmp_path, monkeypatch
):
    monkeypatch.setattr(research, "FEW", 2)
    out = tmp_path / "out"
    out.mkdir()
    desk = at_own_sample.place.desk
    for row in followed_up.people(desk, 1, 12):
        participants.set_consent(desk, row.id, ConsentKind.RESEARCH, given=True)
    part_of_a_study(desk, 1)
    at_own_sample.go_to(Step.OUTCOMES)
    press(at_own_sample.page.window(), "View: Pool")
    strip = at_own_sample.page.pool.exporting
    at_own_sample.messages.paths.append(out)
    click(at_own_sample, "Export for research")
    assert strip.busy
    (worker,) = multiprocessing.active_children()
    os.kill(sure(worker.pid), signal.SIGSTOP)
    assert at_own_sample.page.under_way() == [research.IF_CLOSED]
    press(strip, "Stop")
    assert not multiprocessing.active_children()
    assert at_own_sample.messages.said[-1] == "Stopped. Nothing was changed."
    assert not list(out.iterdir())
    at_own_sample.messages.paths.append(out)
    at_own_sample.messages.picks.append(0)
    click(at_own_sample, "Export for research")
    clock = QElapsedTimer()
    clock.start()
    while strip.busy:
        QTest.qWait(5)
        assert clock.elapsed() < PATIENCE_MS
    assert {file.name for file in out.iterdir()} == set(research.export(desk, 1).files)
    assert not multiprocessing.active_children()


def labels_on(page):
    return " ".join(found.text() for found in page.findChildren(QLabel) if found.isVisible())


def words(view):
    QTest.qWait(20)
    return " ".join(found.text() for found in view._body.parentWidget().findChildren(QLabel) if found.isVisible())


def test_another_step_can_be_opened_meanwhile_and_the_answer_still_comes(at_a_large_table):
    worker = asked_and_held(at_a_large_table)
    page = at_a_large_table.page
    at_a_large_table.go_to(Step.PARTICIPANTS)
    os.kill(worker.pid, signal.SIGCONT)
    while page.strip.busy:
        QTest.qWait(5)
    assert at_a_large_table.place.step is Step.PARTICIPANTS
    assert len(placed(at_a_large_table)) == MANY
