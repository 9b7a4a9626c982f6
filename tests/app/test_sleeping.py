"""A computer that slept has a locked library; one that was only busy, or whose clock was set, has not."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QTest

from mat_desktop.app.sleeping import Sleeping, seconds_slept
from tests.sure import sure


class Slept:
    """How long the computer slept, as a test has it."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watched(qapp: object) -> Iterator[tuple[Sleeping, Slept, list[str]]]:
    """What watches, what it is told, and how often it locked."""
    home, slept, locked = QObject(), Slept(), list[str]()
    yield Sleeping(home, lambda: locked.append("lock"), slept), slept, locked
    home.deleteLater()


def test_a_computer_that_slept_is_locked_once_on_waking(watched):
    sleeping, slept, locked = watched
    sleeping.look()
    slept.seconds += 60
    sleeping.look()
    sleeping.look()
    assert locked == ["lock"]


def test_clocks_that_differ_by_a_little_lock_nothing(watched):
    sleeping, slept, locked = watched
    for _ in range(100):
        slept.seconds += 0.5
        sleeping.look()
    assert locked == []


@pytest.mark.skipif(sys.platform != "linux", reason="SIGSTOP stands in for a loop that is stalled")
def test_a_program_that_stood_still_for_seconds_did_not_sleep():
    code = (
        "from mat_desktop.app.sleeping import seconds_slept as s; import time; a = s(); w = time.monotonic();"
        "print('go', flush=True); input(); print(time.monotonic() - w > 3, s() - a < 0.5)"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as stalled:
        assert sure(stalled.stdout).readline() == "go\n"
        os.kill(stalled.pid, signal.SIGSTOP)
        QTest.qWait(3300)
        os.kill(stalled.pid, signal.SIGCONT)
        said, _ = stalled.communicate("\n")
    assert said == "True True\n"


def test_a_clock_set_by_hand_is_no_sleep(qapp, monkeypatch):
    locked: list[str] = []
    home = QObject()
    sleeping = Sleeping(home, lambda: locked.append("lock"), seconds_slept)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    sleeping.look()
    assert locked == []


def test_the_word_of_the_system_locks_before_it_sleeps_and_not_on_waking(watched):
    sleeping, _, locked = watched
    sleeping.prepare(False)
    assert locked == []
    sleeping.prepare(True)
    assert locked == ["lock"]


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no bus to be had here")
def test_the_word_is_heard_on_a_bus(watched):
    sleeping, _, locked = watched
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        address = sure(daemon.stdout).readline().strip()
        bus = QDBusConnection.connectToBus(address, "mat-desktop-test")
        assert sleeping.listen(bus)
        word = QDBusMessage.createSignal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
        word.setArguments([True])
        bus.send(word)
        for _ in range(100):
            QTest.qWait(10)
            if locked:
                break
        QDBusConnection.disconnectFromBus("mat-desktop-test")
        daemon.terminate()
    assert locked == ["lock"]
