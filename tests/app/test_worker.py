import multiprocessing
import os
import signal
import sys
import time

import pytest

from mat_desktop.app.worker import HANDFUL, Processes, Spawned
from mat_desktop.facilitation.dispatch import AtOnce, Task
from mat_desktop.facilitation.outcomes import measuring, pool
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked
from mat_desktop.facilitation.pairing import suggesting
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.refusal import Refusal
from tests.sure import sure, sure_of

LOST = "It could not be done ({why}). Nothing is lost."
PATIENCE_S = 60


def added(tell, numbers, more):
    for done, _ in enumerate(numbers, 1):
        tell(done, len(numbers))
    return sum(numbers) + more


def refused(_tell, _parts, given):
    raise Refusal(given)


def broken(_tell, _parts, _given):
    return dict[str, int]()["nothing"]


def endless(tell, _parts, _given):
    tell(0, 0)
    while True:
        pass


def vanishing(_tell, _parts, _given):
    os._exit(3)


def imported_by(_tell, _parts, task):
    task.work(_tell, task.parts, task.given)
    return sorted({name.split(".")[0] for name in sys.modules})


def of(work, parts=(), given=None, *, heavy=True):
    return Task(work=work, parts=parts, given=given, heavy=heavy, lost=LOST)


def ended(job):
    until = time.monotonic() + PATIENCE_S
    while not job.finished():
        assert time.monotonic() < until, "The work never ended."
        time.sleep(0.005)
    return job.result()


def under_way(job):
    """Until the process is in the middle of its work."""
    until = time.monotonic() + PATIENCE_S
    while not job.finished() and not (job._ready and job._left is None):
        assert time.monotonic() < until, "The work never began."
        time.sleep(0.005)


def test_heavy_work_is_done_in_another_process_and_tells_how_far_it_is():
    numbers = list(range(3 * HANDFUL + 1))
    job = Processes().begin(of(added, numbers, 5))
    assert isinstance(job, Spawned)
    assert job.progress() == (0, len(numbers))
    assert ended(job) == sum(numbers) + 5
    assert job.progress() == (len(numbers), len(numbers))
    assert not multiprocessing.active_children()


def test_work_without_parts_is_done_as_well():
    assert ended(Processes().begin(of(added, (), 5))) == 5


def test_small_work_is_done_when_it_is_begun():
    job = Processes().begin(of(added, [1, 2], 3, heavy=False))
    assert job.finished()
    assert job.result() == 6
    assert AtOnce().begin(of(added, [1, 2], 3)).result() == 6, "where nothing can wait, heavy work is done at once too"


@pytest.mark.parametrize("heavy", [False, True])
def test_a_refusal_comes_out_in_its_own_words(heavy):
    job = Processes().begin(of(refused, (), "Nobody is here.", heavy=heavy))
    with pytest.raises(Refusal, match=r"^Nobody is here\.$"):
        ended(job)


def test_a_fault_in_the_work_is_said_and_takes_nothing_with_it():
    with pytest.raises(Refusal, match=r"^It could not be done \(KeyError\)\. Nothing is lost\.$"):
        ended(Processes().begin(of(broken)))
    assert not multiprocessing.active_children()


def test_a_process_that_vanishes_is_said_and_leaves_nothing_behind():
    with pytest.raises(Refusal, match=r"it ended before its time"):
        ended(Processes().begin(of(vanishing)))
    assert not multiprocessing.active_children()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_is_killed_in_the_middle_is_said_and_leaves_nothing_behind():
    job = sure_of(Spawned, Processes().begin(of(endless)))
    under_way(job)
    os.kill(sure(job._process.pid), signal.SIGKILL)
    with pytest.raises(Refusal, match=r"it ended before its time"):
        ended(job)
    assert not multiprocessing.active_children()


def test_work_that_is_left_ends_at_once_whatever_it_is_at():
    job = Processes().begin(of(endless))
    under_way(job)
    job.cancel()
    assert not multiprocessing.active_children()


def test_work_can_be_left_before_its_process_is_ready():
    job = Processes().begin(of(endless))
    job.cancel()
    assert not multiprocessing.active_children()


def pairing_task(desk, workshop_id, include):
    for name in ("Ana", "Ben", "Cleo"):
        include(name)
    return suggesting.task(suggesting.asked(desk, workshop_id).case)


def cases():
    return tuple(OutcomeCase(str(n), str(n // 2), 50.0 + n % 5, {6: 40.0 + n % 7}, "ab"[n // 2 % 2]) for n in range(40))


def figures_task(_desk, _workshop_id, _include):
    asked = MeasureAsked(
        key="goals",
        title="Goals",
        headline="",
        cases=cases(),
        norms=Norms(Better.HIGHER),
        at=None,
        arms=("a", "b"),
        blind=False,
        early={},
        standardised=True,
        study=True,
        sealed=True,
        planned=None,
        crossed=None,
    )
    found = measuring.task([asked])
    assert found.heavy
    return found


def pool_task(_desk, _workshop_id, _include):
    own = [pool.ToPool(name=f"W{n}", cases=cases()[n:], better=Better.HIGHER) for n in range(3)]
    found = pool.task("phq-4", 12, own, pool.Outside())
    assert found.heavy
    return found


@pytest.mark.parametrize("room", [pairing_task, figures_task, pool_task])
def test_the_figures_of_another_process_are_those_of_this_one(room, desk, workshop_id, include):
    task = room(desk, workshop_id, include)
    assert ended(Processes().begin(task)) == AtOnce().begin(task).result()


@pytest.mark.parametrize("room", [pairing_task, figures_task, pool_task])
def test_the_processes_of_pairing_and_statistics_know_no_window_no_database_and_no_paper(
    room, desk, workshop_id, include
):
    known = ended(Processes().begin(of(imported_by, (), room(desk, workshop_id, include))))
    assert "mat_desktop" in known
    assert not {"PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "reportlab"} & set(known)
