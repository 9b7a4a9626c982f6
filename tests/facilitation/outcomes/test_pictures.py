"""Pictures of outcomes: the same places on screen and paper, named axes, a sentence and words for a screen reader."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.outcomes.flow import Flow, flow_steps, flow_told
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.printed.outcomes.group import ReportSheet, SummarySheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.shown.plots import (
    CROSS,
    FULL,
    RING,
    contact_plot,
    jacobson_truax,
    partnership_forest,
    way_columns,
)
from mat_desktop.paper import press
from mat_desktop.workshop.followup import FollowUp
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.flips import shift
from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.trajectory import Trajectory
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, CountedCodes, part_of_a_study
from tests.sure import sure
from tests.years import YEAR, a_year

# Jacobson & Truax 1991: s 7.5, r .80 make Sdiff 4.74, so the band is 9.30 wide; c is 50.
EXAMPLE = Norms(Better.HIGHER, mean=40, sd=7.5, reliability=0.8, healthy_mean=60, healthy_sd=7.5)


def case(name: str, start: float, after: float | None, pair: str = "") -> OutcomeCase:
    return OutcomeCase(name, pair or name, start, {} if after is None else {12: after})


def test_each_person_stands_where_start_and_outcome_put_them_and_the_mark_says_what_became_of_them():
    cases = [case("a", 32.5, 47.5), case("b", 40, 44), case("c", 45, 30), case("d", 40, None)]
    found = sure(jacobson_truax(cases, EXAMPLE, 12, "one year"))
    assert [dot.mark for dot in found.dots] == [FULL, RING, CROSS]
    first, _, third = found.dots
    whole, upper, lower, cut, start_cut = found.lines
    assert (whole.start, whole.end, whole.broken) == ((0, 0), (1, 1), False)
    assert first.y - first.x > upper.start[1], "beyond the band"
    assert third.x - third.y > lower.start[0]
    scale = (first.y - first.x) / 15
    assert upper.start[1] == pytest.approx(9.2978 * scale, rel=1e-4)
    assert cut.start[1] - first.y == pytest.approx(2.5 * scale)
    assert start_cut.start[0] - first.x == pytest.approx(17.5 * scale)
    assert (found.across, found.up) == ("at the start", "at one year")
    assert found.square, "both axes measure the same"
    assert "above the whole line is better" in found.reading
    assert "The broken lines that cross are the cut-off, 50: above it is healthy." in found.reading
    assert "1 reliably better (full), 1 without a reliable change (ring), 1 reliably worse (cross)" in found.reading
    assert found.told == "from 32.5 to 47.5; from 40 to 44; from 45 to 30"


def test_where_lower_is_better_below_the_line_is_better_and_without_an_error_there_is_no_plot():
    lower = Norms(Better.LOWER, points=6, cut_off=10)
    found = sure(jacobson_truax([case("a", 15, 5)], lower, 12, "one year"))
    assert found.dots[0].mark == FULL
    assert "below the whole line is better" in found.reading
    assert "the cut-off, 10: below it is healthy" in found.reading
    without = sure(jacobson_truax([case("a", 15, 5)], Norms(Better.LOWER, points=6), 12, "one year"))
    assert "cut-off" not in without.reading, "there is no such line"
    assert jacobson_truax([case("a", 15, 5)], Norms(Better.LOWER), 12, "one year") is None
    assert jacobson_truax([case("a", 15, None)], lower, 12, "one year") is None


@pytest.mark.parametrize("value", [0.0, 1e-300, 5.0, 1e9])
def test_everybody_at_one_place_is_drawn_within_the_axes(value):
    norms = Norms(Better.LOWER, points=6, cut_off="b")
    found = sure(jacobson_truax([case("a", value, value)], norms, 12, "one year"))
    for x, y in [(dot.x, dot.y) for dot in found.dots] + [p for line in found.lines for p in (line.start, line.end)]:
        assert 0 <= x <= 1
        assert 0 <= y <= 1
    assert found.ticks_up
    assert len(found.ticks_up) <= 7


def test_values_keep_a_little_room_at_both_ends_and_one_value_alone_stands_in_the_middle():
    norms = Norms(Better.LOWER, points=6, cut_off="b")
    found = sure(jacobson_truax([case("a", 10, 110)], norms, 12, "one year"))
    assert [found.dots[0].x, found.dots[0].y] == pytest.approx([6 / 112, 106 / 112])
    fives = sure(jacobson_truax([case("a", 0, 20)], norms, 12, "one year"))
    assert [words for _, words in fives.ticks_up] == ["0", "5", "10", "15", "20"]
    alone = sure(jacobson_truax([case("a", 8, 8)], norms, 12, "one year"))
    assert (alone.dots[0].x, alone.dots[0].y) == (0.5, 0.5)
    assert [words for _, words in alone.ticks_up] == ["4", "6", "8", "10", "12"]


def test_a_partnership_has_a_row_without_a_name_and_all_of_them_the_interval_of_the_test():
    cases = [case(f"{n}{m}", 10, 10 - n + m, f"Ana and Ben {n}") for n in range(6) for m in (0, 1)]
    cases.append(case("x", 10, 3, "alone"))
    means = [0.5, -0.5, -1.5, -2.5, -3.5, -4.5, -7.0]
    found = partnership_forest(cases, 12, shift(means), 1)
    assert len(found.rows) == 8
    assert [row.words for row in found.rows[:2]] == ["−7.0", "−4.5"], "in the order of change"
    assert not any("Ana" in row.name or "alone" in row.name for row in found.rows)
    assert (found.rows[0].weight, found.rows[1].weight) == (0.5, 1.0), "one of two was heard from"
    low, high = sure(sure(shift(means)).interval)
    last = found.rows[-1]
    assert last.pooled
    assert f"({low:+.1f} to".replace("-", "−") in last.words
    assert last.low < last.x < last.high
    assert (last.low - found.zero) / (last.high - found.zero) == pytest.approx(low / high)
    few = partnership_forest(cases[:4], 12, shift(means[:2]), 1)
    assert "too few to say" in few.rows[-1].words
    assert partnership_forest([], 12, None, 1).rows == ()


def test_contact_and_steps_have_named_axes_and_no_line():
    people = [Trajectory("A", 1, -2, 0, 0, 1, 90, 181), Trajectory("B", 1, -2, 0, 0, -3, 190, 181),
              Trajectory("C", 2, -1, 0, None, -2, 10, 181)]  # fmt: skip
    found = sure(contact_plot(people, 181))
    assert (found.across, found.up, found.lines) == ("days talked", "steps gained", ())
    assert [(dot.x, dot.y) for dot in found.dots] == [(90 / 181, 4 / 5), (10 / 181, 0.0)]
    assert found.told == "10 days, -1 steps; 90 days, 3 steps"
    assert "2 who answered" in found.reading
    assert contact_plot([], 181) is None


def test_days_are_counted_whole_on_the_axis_of_contact_and_what_is_not_known_is_said_beside_it():
    found = sure(contact_plot([Trajectory("A", 1, -2, 0, 0, 1, 90, 181, not_known=12)], 181))
    assert [words for _, words in found.ticks_across] == ["0", "90", "181"]
    assert found.ticks_across[1][0] == found.dots[0].x, "the mark of ninety days stands over ninety"
    assert "Of 181 agreed days of all together 12 are not known." in found.reading


def test_the_way_of_everybody_names_each_exit_and_nothing_that_has_not_been():
    late, early = (("not heard from yet", 2), ("died", 1)), (("not heard from yet", 1),)
    flow = Flow(registered=14, screened=12, included=10, began=9, six_months=8, one_year=6, at=12, reasons=late,
                reasons_before=early)  # fmt: skip
    steps = flow_steps(flow)
    assert [(s.count, s.left) for s in steps] == [
        (14, "2 not screened"),
        (12, "2 not included"),
        (10, "1 never began"),
        (9, "1 not heard from yet"),
        (8, "of the 9 who began: 2 not heard from yet; 1 died"),
        (6, ""),
    ]
    nobody_yet = replace(flow, six_months=0, one_year=0, at=None, reasons=(), reasons_before=())
    assert [s.words for s in flow_steps(nobody_yet)][-1] == "began with a partner"
    assert not flow_steps(nobody_yet)[-1].left
    assert flow_told(steps).endswith(
        "9 began with a partner; 1 not heard from yet. 8 answered at six months; of the 9 who began: 2 not heard from "
        "yet; 1 died. 6 answered at one year"
    )


@pytest.mark.parametrize("many", [1, 4, 6])
def test_the_boxes_of_the_way_stand_beside_each_other_with_room_for_an_arrow_and_fill_the_width(many):
    columns = way_columns(many)
    assert columns[0][0] == 0
    assert columns[-1][0] + columns[-1][1] == pytest.approx(1)
    between = [later[0] - x - wide for (x, wide), later in pairwise(columns)]
    assert all(0.02 < gap < 0.05 for gap in between)


@pytest.fixture
def library(tmp_path):
    """A library with a whole year in it."""
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


@pytest.fixture
def after_the_year(library):
    """A desk after that year: six partnerships."""
    clock = SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))
    return Desk(library.archive, clock, CountedCodes())


def sheet(desk: Desk, kind: SheetKind) -> ReportSheet | SummarySheet:
    (found,) = sheets.print_out(desk, sheets.Order(workshop_id=1, kinds=(kind,), people=()))
    assert isinstance(found, ReportSheet | SummarySheet)
    return found


def test_every_goal_has_a_line_by_its_number_and_never_its_words(after_the_year):
    found = views.outcomes(after_the_year, 1).goals
    assert {goal.name for goal in found} == {"Goal 1"}
    assert len(found) == 12
    gains = [goal.gain for goal in found if goal.gain is not None]
    assert gains == sorted(gains, reverse=True)


def test_the_report_of_six_partnerships_draws_and_tells_all_of_it_on_three_pages(after_the_year):
    found = sheet(after_the_year, SheetKind.REPORT)
    assert isinstance(found, ReportSheet)
    assert found.lead == (
        "Twelve people with a goal began. At one year ten answered, and eight of them stood where they had hoped to, "
        "or further; of all it is between eight and ten."
    )
    assert found.ways_counted == "start 12, six months 11, one year 10"
    assert found.contact is not None
    assert all(part.partnerships.rows for part in found.measures)
    assert len(press.pages_of((found,), Style())) == 3


def test_a_report_of_fewer_than_six_partnerships_tells_others_how_many_came_and_nothing_else(
    after_the_year, monkeypatch
):
    monkeypatch.setattr("mat_desktop.facilitation.printed.outcomes.few.FEWEST_PARTNERSHIPS", 7)
    found = sheet(after_the_year, SheetKind.REPORT)
    assert isinstance(found, ReportSheet)
    assert (found.ways, found.contact, found.months, found.measures, found.worse, found.lead) == (
        *((), None, (), (), "", ""),
    )
    assert not any(step.left for step in found.steps)
    words = str(press.pages_of((found,), Style()))
    assert "What became of them is not told" in words
    assert "Goal 1" not in words
    assert "mean change" not in words


def test_the_page_for_a_funder_tells_the_last_follow_up_at_which_six_partnerships_answered(library, after_the_year):
    whole = sheet(after_the_year, SheetKind.SUMMARY)
    assert isinstance(whole, SummarySheet)
    assert "with a goal answered at one year" in " ".join(words for _, words in whole.lines)
    left_out(library, 12, "Ana", "Ben")
    half = sheet(after_the_year, SheetKind.SUMMARY)
    assert isinstance(half, SummarySheet)
    assert (11, "of 12 with a goal answered at six months") in half.lines
    assert "up to six months" in half.shows[0]
    left_out(library, 6, "Ana", "Ben")
    few = sheet(after_the_year, SheetKind.SUMMARY)
    assert isinstance(few, SummarySheet)
    assert not any("answered" in words for _, words in few.lines), "five partnerships point to people"
    assert few.shows == (
        "Fewer than six partnerships answered this. What became of them is not told, for it could point to a person.",
    )


def left_out(library, months: int, *names: str) -> None:
    """What these people answered at this follow-up is taken out."""
    with library.archive.deed(Note("bench.year", False, after_noon())) as rows:
        people = {p.name: p.id for p in rows.all(Participant, workshop_id=1)}
        for name in names:
            rows.remove(sure(rows.find(FollowUp, participant_id=people[name], months=months)))


def after_noon() -> datetime:
    return datetime(YEAR.year, YEAR.month, YEAR.day, 13, tzinfo=NEW_ZEALAND)


def test_what_a_sealed_plan_names_is_told_at_its_point_also_when_a_later_one_has_answers(library, after_the_year):
    part_of_a_study(after_the_year, 1)
    with library.archive.deed(Note("bench.year", False, after_noon())) as rows:
        plan = sure(rows.find(StudyPlan, workshop_id=1))
        plan.measure, plan.months, plan.seal = "goals", 6, "0" * 64
    found = sheet(after_the_year, SheetKind.REPORT)
    assert isinstance(found, ReportSheet)
    planned, *others = found.measures
    assert planned.title == "Goal attainment, T score, at six months, as the sealed plan names it"
    assert any(said.startswith("At six months: mean change") for said in planned.sentences)
    assert [part.title for part in others].count("Goal attainment, T score") == 1
    first, *rest = views.arms_asked(after_the_year, 1)
    assert (first.key, first.at) == ("goals", 6)
    assert [one.at for one in rest if one.key == "goals"] == [None]
