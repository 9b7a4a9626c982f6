"""The sample workshop at one year, where seven of nine are heard from: what the missing could change."""

import shutil
from datetime import date, datetime

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup import views as followed
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.libraries import sample_library
from tests.people import NEW_ZEALAND, CountedCodes

ONE_YEAR = {"Amara": (1,), "Carmen": (1, 0), "Dov": (1,), "Elif": (-1,), "Farid": (0,), "Grace": (2,), "Hemi": (0,)}
"""The steps that people of the sample reach at one year, by goal; Ben and Ines are not heard from."""


@pytest.fixture
def desk(tmp_path):
    """The sample after its year."""
    library = open_with_passphrase(shutil.copytree(sample_library(), tmp_path / "own"), None, standing_rules)
    clock = SampleClock(datetime(2027, 3, 20, 9, tzinfo=NEW_ZEALAND))
    clock.go_to(date(2027, 3, 20))
    found = Desk(library.archive, clock, CountedCodes())
    for row in followed.people(found, 1, 12):
        for number, level in enumerate(ONE_YEAR.get(row.name.split()[0], ())):
            goal = followed.follow_up(found, row.id, 12).goals[number][0].id
            entry.set_level(found, row.id, 12, goal, level)
    yield found
    library.close()


def test_of_nine_people_seven_count_at_one_year_and_the_two_others_move_the_mean_as_they_could(desk):
    summary = views.measure(desk, 1, "goals").summary
    found = summary.sensitivity
    assert (summary.at, summary.began, summary.analysed, found.missing) == (12, 9, 7, 2)
    assert found.no_change == pytest.approx(19.3, abs=0.05)
    assert found.worst == pytest.approx(21.4, abs=0.05)
    assert found.tipping_point == pytest.approx(115.6, abs=0.05)
    assert len({found.observed, found.no_change, found.worst}) == 3, "three suppositions, three figures"


def test_at_six_months_all_nine_were_heard_from_and_nothing_is_supposed(desk):
    summary = views.measure(desk, 1, "goals", 6).summary
    assert (summary.analysed, summary.sensitivity.missing) == (9, 0)
    assert not any("not heard from at six months" in s for s in views.measure(desk, 1, "goals", 6).sentences)


def test_all_of_the_sample_but_one_agreed_that_their_answers_are_counted(desk):
    made = research.export(desk, 1)
    assert (made.people, made.left_out) == (8, 1)
