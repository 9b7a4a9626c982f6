"""When the program itself goes wrong: what is noted, what is not, and what the facilitator sees of it."""

import errno
import gc
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from sqlalchemy.exc import OperationalError

from mat_desktop.app.mishap_log import MishapLog
from mat_desktop.app.mishaps import Mishaps
from mat_desktop.app.trail import HELD, MemoryTrail
from mat_desktop.app.worker import Processes
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.messages import WindowMessages
from mat_desktop.storage.faults import FULL, Exchanged, NotSaved
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from tests.app.canary import CANARY, NUMBER, misused, names_nobody
from tests.sure import sure


@pytest.fixture
def log(tmp_path):
    return MishapLog(tmp_path / "logs" / "mishaps.log")


@pytest.fixture
def mishaps(qapp, log, clock, monkeypatch):
    """The hooks of the running program, for the time of one test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    found = Mishaps(log, MemoryTrail(), clock)
    found.listen()
    return found


class OwnError(Exception):
    """Carries a person in hand, as an exception of our own might."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        self.add_note(f"It was {name}, {NUMBER}")


def broken(desk: Desk) -> None:
    """Mistakes as they are made, each with a name in hand, in the words, or in the one it came from."""
    person = {"name": CANARY, "phone": NUMBER}
    mistakes = [
        lambda: person[CANARY],
        lambda: int(CANARY),
        lambda: misused(day_month),
        lambda: misused(partial(participants.person, desk)),
        lambda: Path(f"/nowhere/{CANARY}").read_text(),
        lambda: f"{CANARY}!".encode().decode("utf-16"),
        lambda: getattr(person, CANARY),
        lambda: _raise(OwnError(CANARY)),
        lambda: _raise(Refusal(f"{CANARY} has an open safety card.")),
        lambda: _raise(ExceptionGroup(CANARY, [ValueError(CANARY)])),
        lambda: _raise(OperationalError(f"SELECT '{CANARY}'", {"phone": NUMBER}, Exception(CANARY))),
        lambda: _chained(CANARY),
    ]
    for mistake in mistakes:
        QTimer.singleShot(0, mistake)
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()


def _raise(fault: Exception) -> None:
    raise fault


def _chained(name: str) -> None:
    try:
        _raise(KeyError(name))
    except KeyError as fault:
        raise OwnError(name) from fault


def test_no_name_and_no_number_in_hand_reaches_the_log(mishaps, log, desk, capfd):
    broken(desk)

    noted = log.read()
    names_nobody(noted + "".join(capfd.readouterr()))
    assert {"KeyError", "ValueError", "FileNotFoundError ENOENT", "tests.app.test_mishaps.OwnError"} <= set(
        noted.splitlines()
    )
    assert "sqlalchemy.exc.OperationalError" in noted
    assert noted.count("MAT Desktop 0.") == 12


def test_the_log_says_where_in_our_own_code_and_nothing_of_the_folders_above(mishaps, log, desk):
    broken(desk)

    places = [line.strip() for line in log.read().splitlines() if line.startswith("  ") and ":" in line]
    assert any(place.startswith("mat_desktop/facilitation/participants/people.py:") for place in places)
    assert all(place.startswith("mat_desktop/") for place in places)
    assert any(place.startswith("mat_desktop/facilitation/shown/dates.py:") for place in places)


def test_an_exception_in_a_thread_is_noted_without_its_words_and_told_in_the_windows_thread(mishaps, log, capfd, qtbot):
    heard = Listener(mishaps)
    thread = threading.Thread(target=day_month, args=(CANARY,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard.threads))

    assert "mat_desktop/facilitation/shown/dates.py:" in log.read()
    names_nobody(log.read() + "".join(capfd.readouterr()))
    assert heard.threads == [sure(QApplication.instance()).thread()]


class Listener(QObject):
    def __init__(self, mishaps: Mishaps) -> None:
        super().__init__()
        self.threads: list[QThread] = []
        mishaps.met.connect(self.hear)

    def hear(self, _sentence: str) -> None:
        self.threads.append(QThread.currentThread())


class Parting:
    """Goes wrong where nothing can be raised."""

    def __del__(self) -> None:
        raise OwnError(CANARY)


def test_an_exception_that_cannot_be_raised_is_noted_without_its_words(mishaps, log, capfd):
    Parting()
    gc.collect()

    assert "tests.app.test_mishaps.OwnError" in log.read()
    names_nobody(log.read() + "".join(capfd.readouterr()))


def spoilt(_tell: Tell, _parts: Sequence[str], _given: None) -> None:
    """Work in a process of its own that goes wrong with a name in hand."""
    misused(day_month)


def test_what_goes_wrong_in_a_process_of_its_own_comes_back_as_a_place_and_prints_nothing(mishaps, log, capfd):
    task: Task[str, None, None] = Task(
        work=spoilt, parts=[], given=None, heavy=True, lost="It could not be made ({why})."
    )
    job = Processes(mishaps.note).begin(task)
    for _ in range(600):
        if job.finished():
            break
        QTest.qWait(50)

    with pytest.raises(Refusal, match="AttributeError"):
        job.result()
    assert "mat_desktop/facilitation/shown/dates.py:" in log.read()
    names_nobody(log.read() + "".join(capfd.readouterr()))


def test_a_storm_of_one_mistake_is_written_at_its_first_tenth_and_hundredth_time_and_told_once(qapp, log, clock):
    seconds = [0.0]
    mishaps = Mishaps(log, MemoryTrail(), clock, lambda: seconds[0])
    told: list[str] = []
    mishaps.met.connect(told.append)

    def storm(times: int) -> None:
        for _ in range(times):
            try:
                misused(day_month)
            except AttributeError as fault:
                mishaps.caught(type(fault), fault, fault.__traceback__)

    storm(250)
    assert len(told) == 1
    assert log.read().count("AttributeError\n") == 1
    assert "10 times by now: AttributeError" in log.read()
    assert "100 times by now: AttributeError" in log.read()
    assert len(log.read().splitlines()) < 20

    seconds[0] = 31
    storm(1)
    assert len(told) == 2, "what comes again after a while is said again"


def test_two_mistakes_are_two_accounts(qapp, log, clock):
    mishaps = Mishaps(log, MemoryTrail(), clock)
    for mistake in (lambda: misused(day_month), lambda: int(CANARY)):
        try:
            mistake()
        except (AttributeError, ValueError) as fault:
            mishaps.caught(type(fault), fault, fault.__traceback__)

    assert log.read().count("MAT Desktop 0.") == 2


def test_the_log_keeps_its_size_and_its_newest_accounts(tmp_path):
    log = MishapLog(tmp_path / "mishaps.log", limit=4_000)
    for number in range(300):
        log.append(f"account {number}\n  a line\n  ü")
        assert log.path.stat().st_size <= 4_000

    entries = log.read().strip().split("\n\n")
    assert entries[-1].startswith("account 299")
    assert all(entry.startswith("account") for entry in entries), "no account is cut in two"
    assert len(entries) > 50


def test_where_the_log_cannot_be_written_the_facilitator_is_told_all_the_same(qapp, tmp_path, clock):
    (tmp_path / "in the way").write_text("")
    mishaps = Mishaps(MishapLog(tmp_path / "in the way" / "mishaps.log"), MemoryTrail(), clock)
    told: list[str] = []
    mishaps.met.connect(told.append)
    mishaps.caught(OSError, OSError(errno.ENOSPC, CANARY), None)

    assert len(told) == 1


def test_a_window_that_was_started_without_a_console_notes_its_errors_too(mishaps, log, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    mishaps.caught(ValueError, ValueError(CANARY), None)

    assert "ValueError" in log.read()


def test_the_trail_holds_the_last_fifty_deeds_even_where_a_page_is_turned_before_each():
    trail = MemoryTrail()
    for number in range(200):
        trail.shown(list(Step)[number % 10])
        trail.committed(f"room.verb{number % 7}")

    lines = trail.lines()
    assert len(lines) == HELD
    assert sum(line.startswith("deed ") for line in lines) == 50
    assert lines[-1] == f"deed room.verb{199 % 7}"


def test_only_what_was_committed_stands_in_the_trail(library, clock, desk):
    desk.trail = MemoryTrail()
    with pytest.raises(Refusal):
        participants.add(desk, 99, CANARY, NUMBER)
    assert desk.trail.lines() == ()


@pytest.mark.parametrize("ask", ["file_to_open", "file_to_save", "folder"])
def test_every_file_dialog_is_qts_own_so_that_covers_reach_it(qapp, qtbot, ask):
    window = QWidget()
    qtbot.addWidget(window)
    messages = WindowMessages(window, Strip())
    own = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        own.append(dialog.testOption(QFileDialog.Option.DontUseNativeDialog))
        dialog.reject()

    QTimer.singleShot(100, leave)
    arguments = {"file_to_open": ("Which", "*"), "file_to_save": ("Where", "a.txt", "*"), "folder": ("Where",)}
    assert getattr(messages, ask)(*arguments[ask]) is None
    assert own == [True]


def test_what_the_disk_did_not_take_is_said_in_its_own_sentence_and_is_no_mistake_of_the_program(mishaps, log):
    told: list[str] = []
    mishaps.refused.connect(told.append)
    for fault in (NotSaved(FULL), Exchanged("The file is another one.")):
        QTimer.singleShot(0, partial(_raise, fault))
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()
    assert told == [FULL, "The file is another one."]
    assert log.read() == ""
