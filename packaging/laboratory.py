"""A copy of the tree in which faults are tried: every trial is a fork that has yet to import our own code."""

import importlib
import json
import os
import re
import resource
import signal
import sys
import threading
import time
import traceback
import warnings
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from faults import Fault
from nearest import TESTS, Paths, imported_from_outside, module_of, path_of

FIRST = 6
"""How many test files are tried before all others are collected."""
PROVEN = 6
"""How many tests that saw a fault in the same folder are tried before."""
TURN = 40
"""So many tests of one file, then it is the next one's turn."""
COSTS = (0.5, 3.0)
"""CPU-seconds from which a test waits until the quicker ones are done; the dearest wait for those of all files."""
IDLE = 120
"""A test that does nothing for so many seconds stands still."""
STOOD_STILL = 77
ENDED = (-signal.SIGXCPU, -signal.SIGKILL, STOOD_STILL)
"""How a run of tests ends from outside."""
PLAIN = (
    *("-q", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "--basetemp", "tried"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # its own plugins were imported before the fork
)
"""In the given order, one at a time, leaving nothing behind."""


@dataclass(frozen=True)
class Outcome:
    """What became of one fault, who saw it or why it was not seen, and what that cost."""

    word: Literal["killed", "survived", "not reached"]
    said: str = ""
    seconds: float = 0.0


@dataclass(eq=False)
class Course:
    """Runs first the tests that name what is faulty, leaves some out, writes down how each went."""

    notes: Path
    names: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    dear_too: bool = True
    seconds: Mapping[str, float] = field(default_factory=dict)
    _began: float = 0.0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Order what was collected: files take turns, the nearest first in each round, so that a long one waits."""
        wanted = [
            item for item in items if item.nodeid not in self.left_out and (self.dear_too or not self._dear(item))
        ]
        turns: Counter[Path] = Counter()
        keys = {}
        for item in sorted(wanted, key=self._rank):
            keys[item] = (*self._rank(item), turns[item.path] // TURN)
            turns[item.path] += 1
        items[:] = sorted(wanted, key=keys.__getitem__)

    def _rank(self, item: pytest.Item) -> tuple[bool, bool, int]:
        return self._dear(item), not self._names_it(item), self._cost(item)

    def _names_it(self, item: pytest.Item) -> bool:
        """Whether a test uses something of this name, or has it in its own name or example."""
        code = getattr(getattr(item, "function", None), "__code__", None)
        if code is not None and not self.names.isdisjoint(code.co_names):
            return True
        return any(words_of(name) <= words_of(item.name) for name in self.names)

    def _dear(self, item: pytest.Item) -> bool:
        return self._cost(item) == len(COSTS)

    def _cost(self, item: pytest.Item) -> int:
        return bisect(COSTS, self.seconds.get(sentence_of(item.nodeid), 0.0))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Write down a file that cannot even be imported."""
        if report.failed:
            self._note("failed", report.nodeid, 0)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Write down who is at work."""
        self._began = time.process_time()
        self._note("began", nodeid, self._began)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write down who failed, and what each took itself: what is made for several counts for none of them."""
        took = time.process_time() - self._began if report.when == "call" else 0
        self._began = time.process_time()
        self._note("failed" if report.failed else report.when, report.nodeid, took)

    def _note(self, *words: object) -> None:
        with self.notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(words) + "\n")


def words_of(name: str) -> set[str]:
    """The words of a name."""
    return {word for word in re.split(r"[^a-z0-9]", name.lower()) if word}


def sentence_of(test: str) -> str:
    """What a test says, whatever its example and whichever file it has moved to."""
    return test.split("[", maxsplit=1)[0].rpartition("::")[2]


def _measured(costs: Path) -> dict[str, float]:
    """What each test took when the suite was measured last; of examples the cheapest: one makes what all share."""
    seconds: dict[str, float] = {}
    if costs.exists():
        for test, took in json.loads(costs.read_text(encoding="utf-8")).items():
            seconds[sentence_of(test)] = min(took, seconds.get(sentence_of(test), took))
    return seconds


@dataclass(frozen=True)
class Trial:
    """How one run of tests ended, who failed first, who was at work last, who is done, and its CPU-seconds."""

    status: int
    failed: str
    last: str
    done: frozenset[str]
    seconds: float

    @property
    def stopped(self) -> bool:
        """Whether it was ended from outside."""
        return self.status in ENDED

    @property
    def passed(self) -> bool:
        """Whether no test failed."""
        return self.status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


class Laboratory:
    """Sets faults into a copy of the tree and lets tests meet them, for so many CPU-seconds each."""

    def __init__(self, tree: Path, package: str, limit: float) -> None:
        self._tree, self._limit = tree, limit
        self._notes, self._said = tree / "notes", tree / "said"
        self._stamp = int(time.time()) - 10**7
        self._healthy: dict[Path, bytes] = {}
        self._unsound: set[str] = set()
        self._sound: set[str] = set()
        self._done: set[str] = set()
        self._seconds = _measured(tree / TESTS / "costs.json")
        self._killers: dict[Path, list[str]] = defaultdict(list)
        os.chdir(tree)
        os.environ["PYTHONPATH"] = str(tree)
        sys.path.insert(0, str(tree))
        sys.dont_write_bytecode = False  # what is compiled once serves every fork
        self._paths = Paths(tree, package)
        with warnings.catch_warnings(action="ignore"):
            for name in imported_from_outside((tree / package, tree / TESTS), (package, TESTS)):
                with suppress(ImportError):
                    importlib.import_module(name)

    def check(self) -> None:
        """Collect all tests once, so that what stops later stops by the fault.

        Raises:
            SystemExit: when they cannot be collected.
        """
        if not self._tried(("--collect-only", TESTS), self._limit).passed:
            raise SystemExit(f"The tests cannot be collected as they stand:\n{self._said.read_text(errors='replace')}")

    def meet(self, fault: Fault) -> Outcome:
        """Let the tests meet one fault, the nearest first."""
        files = [str(path_of(Path(), test)) for test in self._paths.tests_of(module_of(fault.path))]
        if not files:
            return Outcome("not reached")
        spent, outcome = 0.0, Outcome("survived")
        self._done = set()
        with self._holding(fault.path, fault.set_into(self._source(fault.path))):
            proven = [test for test in self._killers[fault.path.parent] if test.split("::")[0] in files]
            for some in filter(None, (proven[-PROVEN:], files[:FIRST], files)):
                outcome = self._met(fault, some, self._limit - spent, dear_too=some is files)
                spent += outcome.seconds
                if outcome.word == "killed" or spent >= self._limit - 1:
                    break
        return Outcome(outcome.word, outcome.said, spent)

    def _met(self, fault: Fault, files: Sequence[str], limit: float, *, dear_too: bool) -> Outcome:
        names = frozenset((*fault.around, fault.path.stem))
        trial = self._tried(("-x", *files), limit, names, frozenset(self._unsound | self._done), dear_too=dear_too)
        self._done |= trial.done
        if trial.stopped:
            return Outcome("survived", f"stopped in {trial.last or 'collecting'}", trial.seconds)
        if trial.passed:
            return Outcome("survived", "", trial.seconds)
        if not trial.failed:
            return Outcome("killed", f"the program stops ({trial.last or 'while it is imported'})", trial.seconds)
        if self._is_sound(fault.path, trial.failed):
            self._remember(fault.path.parent, trial.failed)
            return Outcome("killed", trial.failed, trial.seconds)
        self._unsound.add(trial.failed)
        again = self._met(fault, files, max(1, limit - trial.seconds), dear_too=dear_too)
        return Outcome(again.word, again.said, again.seconds + trial.seconds)

    def _remember(self, folder: Path, test: str) -> None:
        if "::" in test:
            self._killers[folder] = [*(other for other in self._killers[folder] if other != test), test]

    def _is_sound(self, path: Path, test: str) -> bool:
        """Whether a test that failed passes without the fault; asked once for each test."""
        if "::" in test and test not in self._sound:
            with self._holding(path, self._source(path)):
                if not self._tried((test,), self._limit).passed:
                    return False
            self._sound.add(test)
        return True

    def _source(self, path: Path) -> bytes:
        if path not in self._healthy:
            self._healthy[path] = (self._tree / path).read_bytes()
        return self._healthy[path]

    @contextmanager
    def _holding(self, path: Path, source: bytes) -> Iterator[None]:
        before = (self._tree / path).read_bytes()
        try:
            self._write(path, source)
            yield
        finally:
            self._write(path, before)

    def _write(self, path: Path, source: bytes) -> None:
        """Write a module under a time of its own: compiled modules are known by time and size."""
        (self._tree / path).write_bytes(source)
        self._stamp += 2
        os.utime(self._tree / path, (self._stamp, self._stamp))

    def _tried(
        self,
        words: Sequence[str],
        limit: float,
        names: frozenset[str] = frozenset(),
        left_out: frozenset[str] = frozenset(),
        *,
        dear_too: bool = True,
    ) -> Trial:
        self._notes.write_text("")
        child = os.fork()
        if child == 0:
            _work(words, limit, self._said, Course(self._notes, names, left_out, dear_too, self._seconds))
        try:
            _, status, used = os.wait4(child, 0)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
        return self._read(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime)

    def _read(self, status: int, seconds: float) -> Trial:
        notes = [json.loads(line) for line in self._notes.read_text(encoding="utf-8").splitlines()]
        for word, test, took in notes:
            if word == "call":
                name = sentence_of(test)
                self._seconds[name] = min(took, self._seconds.get(name, took))
        if notes and status in ENDED:
            last, began = next(((test, at) for word, test, at in reversed(notes) if word == "began"), ("", 0))
            self._seconds[sentence_of(last)] = max(seconds - began, self._seconds.get(sentence_of(last), 0))
        failed = next((test for word, test, _ in notes if word == "failed"), "")
        done = frozenset(test for word, test, _ in notes if word == "teardown") - {failed}
        return Trial(status, failed, notes[-1][1] if notes else "", done, seconds)


def _work(words: Sequence[str], limit: float, said: Path, course: Course) -> Any:
    """Run tests in this fork and end it; never comes back."""
    status = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.setsid()
        whole = max(1, round(limit))
        resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 5))
        with said.open("wb") as file:
            for stream in (1, 2):
                os.dup2(file.fileno(), stream)
        threading.Thread(target=_end_when_idle, daemon=True).start()
        status = pytest.main([*PLAIN, *words], plugins=[course])
    except BaseException:  # noqa: BLE001  told in what the trial said; the fork ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


def _end_when_idle() -> None:
    still, before = 0, 0.0
    while still < IDLE:
        time.sleep(1)
        used = sum(os.times()[:4])
        still, before = (still + 1, before) if used - before < 0.05 else (0, used)
    os._exit(STOOD_STILL)
