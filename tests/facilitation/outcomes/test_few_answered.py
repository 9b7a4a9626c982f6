"""A report holds back what so few partnerships answered that it could point to a person."""

from datetime import datetime, timedelta

import pytest

from mat_desktop.facilitation.contact import alliance, pairs
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked, MeasureView, worked_out
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.printed.outcomes.few import sentences_for_others
from mat_desktop.facilitation.printed.outcomes.group import ReportSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.paper import press
from mat_desktop.workshop.answers.responses import Response
from mat_desktop.workshop.followup import FollowUp
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, part_of_a_study
from tests.sure import sure
from tests.years import YEAR, a_year

FEW = "Fewer than six partnerships answered this. What became of them is not told, for it could point to a person."
LATER = (
    "At one year fewer than six partnerships answered this. What had become of them by then is not told, for it could "
    "point to a person."
)


@pytest.fixture
def library(tmp_path):
    """A library with a whole year in it."""
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


@pytest.fixture
def desk(library):
    """A desk after that year: six partnerships."""
    clock = SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))
    return Desk(library.archive, clock, CountedCodes())


def report(desk: Desk) -> ReportSheet:
    order = sheets.Order(workshop_id=1, kinds=(SheetKind.REPORT,), people=())
    (found,) = sheets.print_out(desk, order)
    assert isinstance(found, ReportSheet)
    return found


def words_of(found: ReportSheet) -> str:
    return " ".join(str(press.pages_of((found,), Style())).split())


def left_out(library, months: int, *names: str) -> None:
    """What these people answered at this follow-up is taken out."""
    noon = datetime(YEAR.year, YEAR.month, YEAR.day, 13, tzinfo=NEW_ZEALAND)
    with library.archive.deed(Note("bench.year", False, noon)) as rows:
        people = {p.name: p.id for p in rows.all(Participant, workshop_id=1)}
        for name in names:
            rows.remove(sure(rows.find(FollowUp, participant_id=people[name], months=months)))
            for response in rows.all(Response, participant_id=people[name], months=months):
                rows.remove(response)


def test_the_report_tells_every_measure_at_the_last_follow_up_that_six_partnerships_answered(library, desk):
    whole = report(desk)
    assert whole.held_back == ""
    assert [part.held_back for part in whole.measures] == ["", ""]
    left_out(library, 12, "Ana", "Ben")
    half = report(desk)
    assert half.lead.startswith("Twelve people with a goal began. At six months eleven answered")
    assert half.ways_counted == "start 12, six months 11"
    assert all(way.one_year is None for way in half.ways)
    assert half.caution[0] == "One of twelve not heard from at six months, so read this with care."
    assert half.held_back == LATER
    goals, phq = half.measures
    assert any(said.startswith("At six months: mean change") for said in goals.sentences)
    assert goals.held_back == LATER
    assert len(goals.partnerships.rows) == 7
    assert (phq.sentences, phq.concluded, phq.people, phq.partnerships.rows, phq.held_back) == ((), (), None, (), FEW)


def test_where_fewer_than_six_partnerships_ever_answered_the_report_says_only_so(library, desk):
    left_out(library, 12, "Ana", "Ben")
    left_out(library, 6, "Ana", "Ben")
    few = report(desk)
    assert few.lead == "Twelve people with a goal began."
    assert (few.ways, few.contact, few.held_back, few.worse) == ((), None, FEW, FEW)
    assert [part.held_back for part in few.measures] == [FEW, FEW]
    said = str(press.pages_of((few,), Style()))
    assert "mean change" not in said
    assert "heard from: " not in said
    assert "hoped" not in said


def test_a_sealed_plan_of_which_too_few_partnerships_answered_is_named_and_not_told(library, desk):
    part_of_a_study(desk, 1)
    noon = datetime(YEAR.year, YEAR.month, YEAR.day, 13, tzinfo=NEW_ZEALAND)
    with library.archive.deed(Note("bench.year", False, noon)) as rows:
        plan = sure(rows.find(StudyPlan, workshop_id=1))
        plan.measure, plan.months, plan.seal = "goals", 12, "0" * 64
    left_out(library, 12, "Ana", "Ben")
    planned, *_ = report(desk).measures
    assert planned.title == "Goal attainment, T score, at one year, as the sealed plan names it"
    assert (planned.sentences, planned.partnerships.rows, planned.held_back) == ((), (), FEW)


def test_a_month_that_was_rated_in_fewer_than_six_partnerships_is_left_out_of_the_report(desk):
    people = {p.name: p.id for p in roster.roster(desk, 1)}
    places = {m.participant_id: p.partnership_id for p in pairs.pairs(desk, 1, YEAR) for m in p.members}
    for month, names in ((1, ("Ana", "Cleo", "Elif", "Grace", "Ines", "Kofi")), (2, ("Ana", "Ben", "Cleo"))):
        for number, name in enumerate(names):
            day = WORKSHOP_DAY + timedelta(30 * month)
            check = alliance.begin_check(desk, places[people[name]], people[name], day)
            alliance.rate(desk, check, {"truth": 4 + number})
    assert [month for month, *_ in views.outcomes(desk, 1).alliance] == [1, 2], "she sees both on her screen"
    found = report(desk)
    assert [bar.month for bar in found.months] == [1]
    assert found.months_left_out == "Months rated in fewer than six partnerships are left out."
    assert "are left out" in words_of(found)


def of_arms(*sizes: int) -> MeasureView:
    """A measure of a study whose arms have so many partnerships."""
    cases = tuple(
        OutcomeCase(f"{ord(arm)}{place}{member}", f"{arm}{place}", 10.0 + place, {6: 4.0 + 2 * place + member}, arm)
        for arm, size in zip("abc", sizes, strict=False)
        for place in range(size)
        for member in (0, 1)
    )
    return worked_out(
        MeasureAsked(
            key="phq-4", title="PHQ-4", headline="", cases=cases, norms=Norms(Better.LOWER), standardised=True, at=6,
            arms=tuple("abc"[: len(sizes)]), study=True, blind=False, sealed=True, planned=None, crossed=None, early={},
        )
    )  # fmt: skip


@pytest.mark.parametrize("sizes", [(5, 1), (4, 2), (3, 3, 1)])
def test_where_an_arm_is_so_small_that_it_shows_somebody_a_report_tells_no_arm(sizes: tuple[int, ...]):
    view = of_arms(*sizes)
    told = " ".join(sentences_for_others(view))
    assert all(sentence in view.sentences for sentence in view.about_arms)
    assert len(view.about_arms) > 1, "she sees them on her own screen"
    assert not [sentence for sentence in view.about_arms if sentence in told]
    assert "Fewer than three partnerships of an arm answered this" in told


def test_larger_arms_are_told_in_a_report():
    view = of_arms(3, 3)
    assert sentences_for_others(view) == view.sentences
    assert [sentence for sentence in view.about_arms if sentence.startswith("Arms: a:")]
