"""What the tests share: a clock that is set, a library in a folder of its own, a facilitator at the window."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.storage.folder import engine
from mat_desktop.storage.folder.library import Library
from tests import people
from tests.libraries import empty_library
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes

# The same code passes or fails the same way each time; `dev.py explore` tries examples nobody has tried yet.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


@pytest.fixture(autouse=True, scope="session")
def _memory_of_the_cipher_is_not_locked() -> Iterator[None]:
    """It cost two fifths of the suite. That the program locks it is asked of a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "CIPHER_MEMORY_SECURITY", "OFF")
        yield


@pytest.fixture
def clock() -> SampleClock:
    """Nine o'clock on the workshop day."""
    return SampleClock(datetime(2026, 3, 14, 9, tzinfo=NEW_ZEALAND))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open plain library."""
    found = empty_library(tmp_path / "library")
    yield found
    found.close()


@pytest.fixture
def desk(library: Library, clock: SampleClock) -> Desk:
    """A desk over that library."""
    return Desk(library.archive, clock, CountedCodes())


@pytest.fixture
def workshop_id(desk: Desk) -> int:
    """One workshop on the workshop day."""
    return setup.create(desk, "Harbour Hall", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")


@pytest.fixture
def include(desk: Desk, workshop_id: int) -> Callable[..., int]:
    """Registers somebody and includes them; returns their id."""

    return partial(people.include, desk, workshop_id)


@pytest.fixture
def pair(desk: Desk, workshop_id: int, include: Callable[[str], int]) -> tuple[int, int, int]:
    """Ana and Ben in a partnership on trial: partnership, Ana, Ben."""
    ana, ben = include("Ana"), include("Ben")
    moves.put_together(desk, [ana, ben])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    return agreement.partnerships(desk, workshop_id)[0].partnership_id, ana, ben


@pytest.fixture
def facilitator(qapp: object, tmp_path: Path, clock: SampleClock) -> Iterator[Facilitator]:
    """A facilitator before a closed laptop; her window is closed afterwards."""
    from mat_desktop.screens.look.dress import load_fonts

    load_fonts()
    found = Facilitator(tmp_path / "library", clock)
    yield found
    if found.window is not None:
        found.close()
