"""Once somebody was erased, every look at the year still shows what there is, or refuses in words."""

import inspect
from collections.abc import Iterator

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.refusal import Refusal
from tests.deeds import clock_of
from tests.facilitation.test_golden import ASKED_OF_TWELVE, MEMBERS, _fits
from tests.facilitation.test_remembered import LOOKS, SHOWN, questions
from tests.libraries import library_of
from tests.people import CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

LOST = (KeyError, StopIteration, ValueError, IndexError, AttributeError)


def failing(library: Library) -> Iterator[str]:
    """Each look that answers neither with a view nor with a refusal, and what it was asked."""
    for name, function in LOOKS.items():
        for question in questions(name, function, ASKED_OF_TWELVE) if name != SHOWN else ():
            if _fits(function, question):
                with library.archive.look() as rows:
                    try:
                        inspect.unwrap(function)(rows, *question)
                    except Refusal:
                        continue
                    except LOST as fault:
                        yield f"{name} {question[:2]}: {type(fault).__name__} {fault}"


@pytest.mark.parametrize(("person", "table"), [(1, "1"), (3, "3"), (6, "6"), (12, "12")])
def test_every_look_still_answers_after_somebody_was_erased(tmp_path, person, table):
    assert set(MEMBERS) == {1, 2, 3}
    library = library_of(tmp_path / "library", a_year_of_twelve)
    before = set(failing(library))
    desk = Desk(library.archive, clock_of(YEAR), CountedCodes())
    erasure.ask(desk, person, Proof(table, "55"), at_once=True)
    erasure.erase(desk, person)
    assert {words for words in failing(library) if f"({person}," not in words} <= before
    today.today(desk)
    library.close()
