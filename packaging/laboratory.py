"""A copy of the tree in which faults are tried: every trial is a fork that has yet to import our own code."""

import importlib
import json
import os
import resource
import signal
import sys
import threading
import time
import traceback
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from course import Course, sentence_of
from faults import Fault
from nearest import TESTS, Paths, imported_from_outside, module_of, path_of

FIRST = 6
"""How many test files are tried before all others are collected."""
PROVEN, FURTHER = 6, 3
"""How many tests are tried before that saw a fault in the same folder, and how many that saw one in the same layer."""
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


def _layer(path: Path) -> Path:
    return Path(*path.parts[:2]) if len(path.parts) > 2 else path.parent


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
            for some in filter(None, (self._proven(fault.path, files), files[:FIRST], files)):
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
            self._remember(fault.path, trial.failed)
            return Outcome("killed", trial.failed, trial.seconds)
        self._unsound.add(trial.failed)
        again = self._met(fault, files, max(1, limit - trial.seconds), dear_too=dear_too)
        return Outcome(again.word, again.said, again.seconds + trial.seconds)

    def _proven(self, path: Path, files: Sequence[str]) -> list[str]:
        """Tests that saw a fault close by, and reach this module: those of the folder before those of the layer."""
        near = [test for test in self._killers[path.parent] if test.split("::")[0] in files]
        layer = [test for test in self._killers[_layer(path)] if test.split("::")[0] in files]
        return list(dict.fromkeys((*near[-PROVEN:], *layer[-FURTHER:])))

    def _remember(self, path: Path, test: str) -> None:
        if "::" in test:
            for folder in {path.parent, _layer(path)}:
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
