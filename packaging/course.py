"""In which order the tests meet a fault, and how each went."""

import json
import re
import time
from bisect import bisect
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TURN = 40
"""So many tests of one file, then it is the next one's turn."""
COSTS = (0.5, 3.0)
"""CPU-seconds from which a test waits until the quicker ones are done; the dearest wait for those of all files."""


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
