"""What each test costs in CPU-seconds, as `dev.py costs` measured it last, and which are too dear for the quick suite.

Wall time is no measure on a busy machine: the same work has taken two and a half times as long.
"""

import json
import os
from collections.abc import Generator, Mapping
from pathlib import Path

import pytest

COSTS = Path(__file__).with_name("costs.json")
QUICK = 40.0
"""CPU-seconds of the quick tests together, as measured; starting, collecting and importing come on top."""


def slow(costs: Mapping[str, float], together: float = QUICK) -> set[str]:
    """The tests that no longer fit when the cheapest go first. A test without a measure is not among them."""
    dear, spent = set(), 0.0
    for name, seconds in sorted(costs.items(), key=lambda cost: (cost[1], cost[0])):
        spent += seconds
        if spent > together:
            dear.add(name)
    return dear


def measured() -> dict[str, float]:
    """What each test cost when it was last measured."""
    held: dict[str, float] = json.loads(COSTS.read_text(encoding="utf-8"))
    return held


def renewed(before: Mapping[str, float], now: Mapping[str, float], *, all_ran: bool) -> dict[str, float]:
    """The costs with these in them; when not all tests ran, the others keep theirs as long as their file is there."""
    kept = {} if all_ran else {n: s for n, s in before.items() if (COSTS.parent.parent / n.split("::")[0]).exists()}
    return dict(sorted({**kept, **now}.items()))


class Marks:
    """Marks each test by what it costs and by what it stands on, so that `-m` can choose."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """`slow` by measured cost; `window` by the fixture that every window needs."""
        dear = slow(measured())
        for item in items:
            if item.nodeid in dear:
                item.add_marker(pytest.mark.slow)
            if "qapp" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.window)


class Meter:
    """Measures every test on whichever worker it runs, and writes the costs down at the end."""

    def __init__(self) -> None:
        self._since = 0.0
        self._costs: dict[str, float] = {}

    def pytest_runtest_logstart(self) -> None:
        """A test begins, its fixtures first."""
        self._since = _cpu_seconds()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """The last report of a test carries its cost home from the worker."""
        report = yield
        if call.when == "teardown":
            report.user_properties.append(("cost", _cpu_seconds() - self._since))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the cost that came."""
        for name, value in report.user_properties:
            if name == "cost":
                self._costs[report.nodeid] = round(float(str(value)), 2)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write all down, on the one that the workers report to."""
        if hasattr(session.config, "workerinput") or not self._costs:
            return
        chosen = session.config.args_source is pytest.Config.ArgsSource.ARGS or any(
            session.config.getoption(name) for name in ("keyword", "markexpr")
        )
        text = json.dumps(renewed(measured(), self._costs, all_ran=not chosen), indent=0, ensure_ascii=False)
        COSTS.write_text(text + "\n", encoding="utf-8")


def _cpu_seconds() -> float:
    """Of this process and of the children it has waited for."""
    return sum(os.times()[:4])
