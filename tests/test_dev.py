"""What engineers rely on when they run only some of the tests."""

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests import costs, qt_words

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"


def script(name: str) -> ModuleType:
    """A script of `packaging/`, as a module."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def changed() -> ModuleType:
    return script("changed")


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    return script("dev")


@pytest.fixture(scope="module")
def reach(changed: ModuleType) -> Any:
    return changed.built()


@pytest.mark.parametrize(
    ("path", "among", "not_among"),
    [
        ("mat_desktop/workshop/pairing/nouns.py", "tests.workshop.test_pairing", "tests.workshop.test_dates"),
        ("mat_desktop/screens/pairing/page.py", "tests.screens.test_pairing", "tests.facilitation.test_pairing"),
        ("mat_desktop/paper/contact/attendance.py", "tests.paper.test_golden", "tests.workshop.test_pairing"),
        ("mat_desktop/storage/migrations/env.py", "tests.storage.test_migrations", None),
        ("mat_desktop/__main__.py", "tests.cli.test_commands", "tests.workshop.test_dates"),
        ("resources/icons/plus.svg", "tests.screens.test_window", "tests.workshop.test_dates"),
        ("tests/paper/golden/rater.txt", "tests.paper.test_golden", "tests.workshop.test_dates"),
        ("tests/years.py", "tests.facilitation.outcomes.test_outcomes", "tests.workshop.test_dates"),
        ("tests/screens/conftest.py", "tests.screens.test_pairing", "tests.workshop.test_dates"),
        ("tests/conftest.py", "tests.workshop.test_dates", None),
        ("pyproject.toml", "tests.workshop.test_dates", None),
        ("mat_desktop/gone.py", "tests.workshop.test_dates", None),
        ("packaging/changed.py", "tests.test_dev", "tests.workshop.test_dates"),
    ],
)
def test_a_changed_file_leads_to_the_tests_that_reach_it(changed, reach, path, among, not_among):
    chosen, _ = changed.choose(path, reach)
    assert among in chosen
    assert not_among not in chosen


def test_the_quick_tests_are_the_cheapest_ones_and_those_without_a_measure():
    assert costs.slow({"dear": 9.0, "cheap": 1.0, "middling": 4.0}, together=5.0) == {"dear"}


def test_measuring_some_tests_leaves_the_others_and_measuring_all_forgets_those_that_are_gone():
    before = {
        "tests/test_gone.py::test_x": 1.0,
        "tests/cli/test_commands.py::test_kept": 1.0,
        "tests/test_dev.py::test_new": 9.0,
    }
    now = {"tests/test_dev.py::test_new": 2.0}
    assert costs.renewed(before, now, all_ran=False) == {"tests/cli/test_commands.py::test_kept": 1.0, **now}
    assert costs.renewed(before, now, all_ran=True) == now


def test_where_nothing_compiled_may_lie_beside_the_source_it_is_compiled_once_all_the_same(dev):
    told = dev.compiling({"PYTHONDONTWRITEBYTECODE": "1", "LANG": "C"})
    assert told == {"LANG": "C", "PYTHONPYCACHEPREFIX": str(dev.ROOT / ".pytest_cache" / "compiled")}
    assert (
        dev.compiling({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": "/own"})["PYTHONPYCACHEPREFIX"] == "/own"
    )
    assert dev.compiling({"LANG": "C"}) == {"LANG": "C"}


def shown_of(*sections: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """The sections of a failure after the ignored messages of Qt were taken out."""
    shown = list(sections)
    report: Any = SimpleNamespace(longrepr=SimpleNamespace(sections=shown))
    hook = qt_words.Quiet().pytest_runtest_makereport()
    next(hook)
    with pytest.raises(StopIteration):
        hook.send(report)
    return shown


def test_a_failure_shows_what_qt_said_without_the_hundreds_of_lines_that_are_ignored():
    noise = "QtWarningMsg: This plugin does not support propagateSizeHints() (IGNORED)"
    said = ("Captured Qt messages", f"{noise}\nQtWarningMsg: a layout of nobody\n{noise}", "-")
    assert shown_of(said) == [("Captured Qt messages", "QtWarningMsg: a layout of nobody", "-")]


def test_a_failure_during_which_qt_said_nothing_else_has_no_section_of_it():
    noise = "QtWarningMsg: This plugin does not support raise() (IGNORED)"
    printed = ("Captured stdout call", "as it was (IGNORED)", "-")
    assert shown_of(("Captured Qt messages", noise, "-"), printed) == [printed]


def test_a_library_that_is_made_in_bulk_to_measure_on_is_one_that_typing_could_have_made(tmp_path, monkeypatch):
    """Else its opening and its checks would be measured on something that nobody has."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    bench = script("bench_contact")
    monkeypatch.setattr(bench, "PEOPLE", 2)
    monkeypatch.setattr(bench, "DAYS", 3)
    assert bench.loaded(tmp_path / "many", 2) == 2 * 2 * 3
    _, library = bench.desk_of(tmp_path / "many")
    assert library.archive.faults() == []
    library.close()
