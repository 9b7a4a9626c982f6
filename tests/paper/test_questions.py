"""Questionnaires on paper: the room that is kept for a question is the room that it takes."""

from dataclasses import replace

import pytest

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.printed.screening import form_of
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.screening import questionnaire
from mat_desktop.paper.sizes import Format, Size
from tests.paper.test_small_paper import HEAD

FORMATS = [Format.of(size, large=large) for size in Size for large in (False, True)]


@pytest.mark.parametrize("name", sorted(shelf.built_in()))
def test_a_question_takes_the_height_that_is_kept_for_it_so_that_none_runs_off_its_page_or_leaves_it_for_nothing(name):
    form = form_of(shelf.shipped(name))
    wide = len(form.items[0].options) > questionnaire._MOST_IN_COLUMNS
    for paper in FORMATS:
        leaf = Leaf(HEAD, replace(paper, edge=questionnaire._EDGE))
        beside = questionnaire._is_scale(leaf, form)
        for item in form.items:
            leaf.new_page()
            top = leaf.y
            questionnaire._answered(leaf, form, item, beside=beside, wide=wide)
            assert leaf.y - top == pytest.approx(questionnaire._height(leaf, form, item, wide)), (paper, item)
