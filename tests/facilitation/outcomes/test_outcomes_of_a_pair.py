"""Outcomes of one pair: what is rated, named in advance, or refused."""

from statistics import fmean

import pytest

from mat_desktop.facilitation import history
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.outcomes import study, views
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.setup import measures
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.refusal import Refusal
from tests.years import YEAR


def test_complaints_are_averaged_over_what_was_rated_every_time(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    for person, marks in ((ana, {1: 10, 2: 4}), (ben, {1: 9})):
        for item, value in marks.items():
            words = f"trouble {item}"
            responses.answer(desk, person, own_pages.COMPLAINTS, item, Entered(value=value, words=words), Mode.PAPER)
    clock.go_to(YEAR)
    entry.respond(desk, ana, 12, own_pages.COMPLAINTS, 1, Entered(value=4, words="trouble 1"))
    entry.respond(desk, ben, 12, own_pages.COMPLAINTS, 1, Entered(value=8, words="trouble 1"))
    summary = views.measure(desk, workshop_id, own_pages.COMPLAINTS).summary
    assert summary.mean_change == pytest.approx(fmean([-6, -1]))


def test_a_headline_measure_that_was_named_in_advance_comes_first_and_says_since_when(desk, workshop_id, pair, clock):
    with pytest.raises(Refusal, match="not used"):
        measures.set_headline(desk, workshop_id, "phq-9")
    measures.set_headline(desk, workshop_id, "phq-4")
    assert views.measure_titles(desk, workshop_id)[0][0] == "phq-4"
    assert "14 March 2026" in views.measure(desk, workshop_id, "phq-4").headline
    history.undo(desk)
    assert views.measure_titles(desk, workshop_id)[0][0] == "goals"


def test_nobody_who_agreed_means_no_export(desk, workshop_id, pair):
    with pytest.raises(Refusal, match="nothing to export"):
        research.export(desk, workshop_id)


def test_outside_a_study_there_is_no_list(desk, workshop_id, pair):
    with pytest.raises(Refusal, match="part of a study"):
        study.seal_list(desk, workshop_id, [1, 2])
