"""One place for going on: Next follows the run sheet on the day and the rail on others, and never goes round."""

from hypothesis import example, given
from hypothesis import strategies as st

from mat_desktop.facilitation import guidance
from mat_desktop.facilitation.guidance import day_route, following
from mat_desktop.facilitation.setup.run_sheet import BlockView, run_sheet
from mat_desktop.workshop.journey import Step

STATES = st.sampled_from(["ahead", "running", "over", "dropped"])
BLOCKS = st.lists(
    st.builds(
        BlockView,
        id=st.just(1),
        title=st.just(""),
        minutes=st.just(5),
        step=st.sampled_from(["", *Step]),
        droppable=st.booleans(),
        state=STATES,
    ),
    max_size=14,
).map(tuple)


def on_the_way(blocks: tuple[BlockView, ...], start: Step) -> list[Step]:
    """Every step that Next leads through, until it leads to Today."""
    route, passed = day_route(blocks), [start]
    while (step := following(route, passed[-1])) is not None:
        passed.append(step)
        assert len(passed) <= len(Step), "Next goes round"
    return passed


@given(BLOCKS, st.sampled_from(Step))
@example((), Step.SETUP)
def test_following_next_ends_at_today_and_comes_to_no_step_twice(blocks: tuple[BlockView, ...], start: Step):
    passed = on_the_way(blocks, start)
    assert len(set(passed)) == len(passed)
    if not day_route(blocks):
        assert passed == list(Step)[list(Step).index(start) :]


@given(BLOCKS, st.sampled_from(Step))
def test_on_the_day_no_step_is_passed_over_that_the_run_sheet_still_asks_for(
    blocks: tuple[BlockView, ...], start: Step
):
    route = list(day_route(blocks))
    passed = on_the_way(blocks, start)
    if route and start is route[0]:
        assert passed == route


def test_on_the_workshop_day_set_up_leads_into_the_day_and_the_contact_ends_it(desk, workshop_id):
    passed = [Step.SETUP]
    while (step := guidance.next_step(desk, workshop_id, passed[-1])[0]) is not passed[-1]:
        passed.append(step)
    assert passed == [
        Step.SETUP,
        Step.PARTICIPANTS,
        Step.SCREENING,
        Step.GOALS,
        Step.PAIRING,
        Step.AGREEMENT,
        Step.CONTACT,
    ]
    assert guidance.next_step(desk, workshop_id, Step.CONTACT)[1] == "To Today"
    assert run_sheet(desk, workshop_id, desk.clock.now()).blocks
