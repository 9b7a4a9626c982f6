"""Questionnaires that may be used only where nobody earns by the workshop."""

import pytest

from mat_desktop.facilitation.setup import measures, repeating
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.answers.responses import Measure
from mat_desktop.workshop.refusal import Refusal
from tests.people import WORKSHOP_DAY


def test_only_core_10_and_who_5_ask_whether_anybody_earns(desk, workshop_id):
    asking = {m.instrument for m in measures.measures(desk, workshop_id) if m.only_unpaid}
    assert asking == {"core-10", "who-5"}


def used(desk, workshop_id) -> set[str]:
    return {m.instrument for m in measures.measures(desk, workshop_id) if m.used}


def test_where_somebody_earns_they_are_refused_with_whom_to_ask_and_nothing_is_switched_on(desk, workshop_id):
    with pytest.raises(Refusal, match=r"nobody earns by the workshop \(CC BY-NC-SA 3.0 IGO\). Ask World Health"):
        measures.use_measure(desk, workshop_id, "who-5", on=True)
    assert "who-5" not in used(desk, workshop_id)
    measures.use_measure(desk, workshop_id, "who-5", on=True, nobody_earns=True)
    assert "who-5" in used(desk, workshop_id)
    with desk.archive.look() as rows:
        assert [m.nobody_earns for m in rows.all(Measure, workshop_id=workshop_id, instrument="who-5")] == [True]


def test_what_was_said_is_kept_only_where_it_was_asked_and_goes_with_a_workshop_that_is_repeated(desk, workshop_id):
    measures.use_measure(desk, workshop_id, "gad-7", on=True, nobody_earns=True)
    measures.use_measure(desk, workshop_id, "who-5", on=True, nobody_earns=True)
    again = repeating.repeat(desk, workshop_id, "Again", "Pier", WORKSHOP_DAY, "Pacific/Auckland")
    with desk.archive.look() as rows:
        kept = {m.instrument: m.nobody_earns for m in rows.all(Measure, workshop_id=again)}
    assert kept["who-5"] is True
    assert kept["gad-7"] is False
    assert setup.workshop(desk, again).title == "Again"
