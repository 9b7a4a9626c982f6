"""What deeds hand to screens and paper is told by name: two numbers cannot be exchanged without anybody seeing it."""

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

from mat_desktop import facilitation
from mat_desktop.facilitation.goals import entry
from tests.people import WORKSHOP_DAY

MOST = 3
"""So few values may be told by their order."""


def views() -> list[type]:
    """Every frozen class that a module of the facilitation tells of, with more values than that."""
    rooms = [
        importlib.import_module(m.name)
        for m in pkgutil.walk_packages(facilitation.__path__, "mat_desktop.facilitation.")
    ]
    told = [
        one for room in rooms for one in vars(room).values() if inspect.isclass(one) and one.__module__ == room.__name__
    ]
    frozen = [one for one in told if dataclasses.is_dataclass(one) and one.__dataclass_params__.frozen]  # type: ignore[attr-defined]
    return [one for one in frozen if len([f for f in dataclasses.fields(one) if f.init]) > MOST]


def told_by_order(view: type) -> list[str]:
    """The values of a view that can be handed over without their name."""
    return [p.name for p in inspect.signature(view).parameters.values() if p.kind is not p.KEYWORD_ONLY]


def test_there_are_views_to_look_at():
    assert len(views()) > 100


@pytest.mark.parametrize("view", views(), ids=lambda view: f"{view.__module__.rpartition('.')[2]}.{view.__name__}")
def test_a_view_of_more_than_three_values_is_made_by_their_names(view):
    assert told_by_order(view) == [], f"Write @dataclass(frozen=True, kw_only=True) over {view.__name__}."


def test_what_matters_much_and_is_easy_is_not_shown_the_other_way_round(desk, workshop_id, include):
    ana = include("Ana")
    goal = entry.add(desk, ana)
    entry.change(desk, goal, entry.GoalField.IMPORTANCE, 3)
    entry.change(desk, goal, entry.GoalField.DIFFICULTY, 1)
    (shown,) = entry.goals_of(desk, ana, WORKSHOP_DAY).goals
    assert (shown.importance, shown.difficulty) == (3, 1)
