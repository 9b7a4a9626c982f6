"""Each kind of sheet stands once in the table of each layer; whoever adds one is told what is missing, and where."""

from typing import get_args, get_type_hints

import pytest

from mat_desktop.facilitation.printed import head, kinds
from mat_desktop.facilitation.printed.kinds import MAKERS, Sheet
from mat_desktop.facilitation.sheets import whom
from mat_desktop.paper.layouts import LAYOUTS
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import FACTS, Goes, Point, SheetKind, Who

TABLES = (
    (SheetKind, (FACTS,), "FACTS in mat_desktop/workshop/sheets.py: its title, to whom it goes, where it is typed"),
    (SheetKind, (MAKERS,), "MAKERS in mat_desktop/facilitation/printed/kinds.py: what stands on it"),
    (Who, (whom.PEOPLE, whom.PAIRS), "PEOPLE or PAIRS in mat_desktop/facilitation/sheets/whom.py: who that is"),
    (Point, (whom.POINTS,), "POINTS in mat_desktop/facilitation/sheets/whom.py: how many months that is"),
    (get_args(Sheet), (LAYOUTS,), "LAYOUTS in mat_desktop/paper/layouts.py: how it is laid out"),
)


def missing() -> list[str]:
    """What is told of, and does not stand in its table: one sentence each, with what to add and where."""
    return [
        f"{one} has no place in {where}. Add it there."
        for all_of, tables, where in TABLES
        for one in all_of
        if not any(one in table for table in tables)
    ]


def test_every_kind_of_sheet_has_its_facts_its_maker_its_layout_its_step_and_its_people():
    assert missing() == []


def test_nothing_stands_in_two_tables_or_in_one_without_being_told_of():
    for all_of, tables, _ in TABLES:
        stand = [one for table in tables for one in table]
        assert sorted(map(str, stand)) == sorted(map(str, all_of))


@pytest.mark.parametrize(
    ("table", "gone", "told"),
    [
        (FACTS, SheetKind.RATER, "rater has no place in FACTS in mat_desktop/workshop/sheets.py"),
        (MAKERS, SheetKind.RATER, "rater has no place in MAKERS in mat_desktop/facilitation/printed/kinds.py"),
        (whom.PEOPLE, Who.RATED, "Who.RATED has no place in PEOPLE or PAIRS in mat_desktop/facilitation/sheets/whom"),
        (whom.PAIRS, Who.PAIRS_TO_ASK, "Who.PAIRS_TO_ASK has no place in PEOPLE or PAIRS in mat_desktop/facilitation"),
        (whom.POINTS, Point.LAST_MET, "Point.LAST_MET has no place in POINTS in mat_desktop/facilitation/sheets/whom"),
        (LAYOUTS, get_args(Sheet)[0], "AgreementSheet'> has no place in LAYOUTS in mat_desktop/paper/layouts.py"),
    ],
)
def test_whoever_forgets_one_is_told_what_to_add_and_where(monkeypatch, table, gone, told):
    monkeypatch.delitem(table, gone)
    (sentence,) = missing()
    assert told in sentence
    assert sentence.endswith("Add it there.")


@pytest.mark.parametrize("kind", SheetKind)
def test_to_whom_a_kind_goes_and_who_can_have_it_say_the_same(kind):
    facts = FACTS[kind]
    assert (facts.who is Who.NOBODY) is (facts.goes is Goes.ROOM)
    assert (facts.who in whom.PAIRS) is (facts.goes is Goes.PAIR)
    assert facts.step is None or facts.goes in (Goes.PERSON, Goes.PAIR) or kind is SheetKind.SIGN_IN
    assert facts.point is None or facts.step is Step.ONE_YEAR


def test_every_maker_makes_a_view_that_has_a_layout():
    for kind, maker in MAKERS.items():
        given = get_type_hints(maker, vars(kinds) | vars(head))["return"]
        made = set(_views_in(given))
        assert set(made) <= set(LAYOUTS), f"What {maker.__name__} makes of {kind} has no layout."


def _views_in(given):
    """Every view in a type, however it is gathered."""
    inner = [one for one in get_args(given) if one is not Ellipsis]
    return [view for one in inner for view in _views_in(one)] if inner else [given]
