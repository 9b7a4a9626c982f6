"""No process of the program leaves a picture of its memory behind."""

import subprocess
import sys
from collections.abc import Sequence

import pytest
from PySide6.QtTest import QTest

from mat_desktop.app.worker import Processes
from mat_desktop.facilitation.dispatch import Task, Tell

LOOK = (
    "import ctypes, resource;print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the other systems are asked, and do not tell")


def asked_in(_tell: Tell, _parts: Sequence[None], _given: None) -> tuple[int, int]:
    """How large a core dump of this process may be, and whether others may look into it."""
    import ctypes
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)


def after(first: str) -> str:
    """What a process that may be dumped, by its surroundings, tells after doing something."""
    grown = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)"
    command = [sys.executable, "-c", f"{grown}\n{first}\n{LOOK}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "RLIMIT" in done.stderr or "not allowed" in done.stderr:
        pytest.skip("this machine allows nobody a core dump")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_without_the_program_this_machine_would_dump():
    assert after("pass") == "-1 1"


def test_a_headless_command_and_so_every_front_asks_for_none():
    words = "import io, sys; from mat_desktop.cli import main; main(['check', '--library', '/nowhere'])"
    assert after(words) == "0 0"


def test_a_worker_asks_for_itself(qapp):
    job = Processes().begin(Task(work=asked_in, parts=(), given=None, heavy=True, lost="{why}"))
    for _ in range(2000):
        if job.finished():
            break
        QTest.qWait(10)
    assert job.result() == (0, 0)
