"""What the tests share: a clock that is set, a library in a folder of its own, a facilitator at the window."""

import gc
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import roster
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.storage.folder import engine, slot
from mat_desktop.storage.folder.library import Library
from tests import costs, people, qt_words
from tests.libraries import empty_library, library_of
from tests.people import CountedCodes
from tests.shelf import shelf

# The same code passes or fails the same way each time; `dev.py explore` tries examples nobody has tried yet.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch of `dev.py costs`."""
    parser.addoption("--costs", action="store_true", help="measure each test and write tests/costs.json")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: looking through it for what nobody needs took a tenth."""
    gc.collect()
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    """Mark the tests, measure them when that is asked for, and show of a failure what matters."""
    config.pluginmanager.register(costs.Marks())
    config.pluginmanager.register(qt_words.Quiet())
    if config.getoption("--costs"):
        config.pluginmanager.register(costs.Meter())


@pytest.fixture(autouse=True, scope="session")
def _a_cipher_that_costs_little() -> Iterator[None]:
    """Locked memory and Argon2id took more than half of the suite; `storage/test_cipher.py` asks for both as they are.

    A slot says what effort opens it, so that what is made here opens in a process that knows nothing of this.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "CIPHER_MEMORY_SECURITY", "OFF")
        patch.setattr(slot, "EFFORT", slot.Effort(memory_kib=7 * 1024, passes=5, lanes=1))
        yield


@pytest.fixture(autouse=True, scope="session")
def _statements_that_are_put_into_sql_once() -> Iterator[None]:
    """Every library puts each statement into SQL for itself, once; a fifth of the suite went into doing it again.

    How a statement reads depends on nothing in the library, so that all libraries of one process share it here.
    """
    make, shared = sqlalchemy.create_engine, dict[str, Any]()

    def make_engine(*words: Any, **choices: Any) -> sqlalchemy.Engine:
        engine = make(*words, **choices, query_cache_size=5000)
        engine.dialect = shared.setdefault("dialect", engine.dialect)
        engine._compiled_cache = shared.setdefault("statements", engine._compiled_cache)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlalchemy, "create_engine", make_engine)
        yield


@pytest.fixture(autouse=True, scope="session")
def _one_shelf_for_all_workers(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> None:
    """Libraries that are made once are made once for all workers; MAT_DESKTOP_SHELF names where, for several runs."""
    own = tmp_path_factory.getbasetemp()
    among = (own.parent if hasattr(request.config, "workerinput") else own) / "libraries"
    shelf.folder = Path(os.environ.get("MAT_DESKTOP_SHELF") or among)
    shelf.folder.mkdir(exist_ok=True)


@pytest.fixture
def clock() -> SampleClock:
    """Nine o'clock on the workshop day."""
    return people.nine_o_clock()


@pytest.fixture
def filled(request: pytest.FixtureRequest) -> Callable[[Library], None] | None:
    """What the library of a test is filled with beforehand, once for all tests: the pair, for those that ask for it."""
    return people.ana_and_ben if "pair" in request.fixturenames else None


@pytest.fixture
def library(tmp_path: Path, filled: Callable[[Library], None] | None) -> Iterator[Library]:
    """An open plain library."""
    folder = tmp_path / "library"
    found = library_of(folder, filled) if filled else empty_library(folder)
    yield found
    found.close()


@pytest.fixture
def desk(library: Library, clock: SampleClock) -> Desk:
    """A desk over that library."""
    return Desk(library.archive, clock, CountedCodes())


@pytest.fixture
def workshop_id(desk: Desk, request: pytest.FixtureRequest) -> int:
    """One workshop on the workshop day."""
    return 1 if "pair" in request.fixturenames else people.harbour_hall(desk)


@pytest.fixture
def include(desk: Desk, workshop_id: int) -> Callable[..., int]:
    """Registers somebody and includes them; returns their id."""

    return partial(people.include, desk, workshop_id)


@pytest.fixture
def pair(desk: Desk, workshop_id: int) -> tuple[int, int, int]:
    """Ana and Ben in a partnership on trial: partnership, Ana, Ben."""
    (found,) = agreement.partnerships(desk, workshop_id)
    ana, ben = (person.id for person in roster.roster(desk, workshop_id))
    return found.partnership_id, ana, ben


@pytest.fixture
def facilitator(qapp: object, tmp_path: Path, clock: SampleClock) -> Iterator[Facilitator]:
    """A facilitator before a closed laptop; her window is closed afterwards."""
    from mat_desktop.screens.look.dress import load_fonts

    load_fonts()
    found = Facilitator(tmp_path / "library", clock)
    yield found
    if found.window is not None:
        found.close()
