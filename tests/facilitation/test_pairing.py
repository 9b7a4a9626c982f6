from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.facilitation import history, safety, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.dispatch import AtOnce
from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.outcomes import views as outcome_views
from mat_desktop.facilitation.pairing import (
    ballots,
    better_pairs,
    board,
    life,
    moves,
    rounds,
    suggesting,
    telling,
    ties,
    weighing,
)
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.pairing import PairSlipSheet, RoundCardSheet
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.pairing.best import best
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.nouns import Choice, Partnership, PartnershipState, Reply, people_of
from mat_desktop.workshop.pairing.rounds import MINUTES_A_ROUND
from mat_desktop.workshop.pairing.rounds import rounds as planned
from mat_desktop.workshop.pairing.rules import Rules, two
from mat_desktop.workshop.participants.participant import Participant, PartnerWish, Presence, Unplaced
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import CRISIS, UNSURE, ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.people import WORKSHOP_DAY
from tests.sure import sure_of

NAMES = ("Ana", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gro", "Hoani")


@pytest.fixture
def people(include):
    return [include(name) for name in NAMES[:6]]


def suggest(desk, workshop_id):
    """Lay the best suggestion on the board, as the page does."""
    case = suggesting.asked(desk, workshop_id).case
    locked = {frozenset(keys) for keys in case.rules.locked}
    groups = [
        ([int(p.key) for p in g.members], g.fit.value)
        for g in best(case).partnerships
        if frozenset(p.key for p in g.members) not in locked
    ]
    moves.propose(desk, workshop_id, groups)


def names_on(desk, workshop_id):
    return {frozenset(n for _, n in c.members) for c in board.board(desk, workshop_id).cards}


def kept(desk, workshop_id):
    """Every partnership as it lies in the library."""
    with desk.archive.look() as rows:
        return [
            (p.state, people_of(p), tuple(m.reply for m in p.members))
            for p in rows.all(Partnership, workshop_id=workshop_id)
        ]


def test_a_ballot_is_a_row_of_digits_in_the_order_of_the_table_numbers(desk, people):
    ballots.type_row(desk, people[1], "10230")
    found = ballots.ballot(desk, people[1])
    assert [number for _, number in found.others] == [1, 3, 4, 5, 6]
    assert found.marks == {people[0]: Choice.GLADLY, people[3]: Choice.COULD, people[4]: Choice.RATHER_NOT}
    ballots.type_row(desk, people[1], "00001")
    assert ballots.ballot(desk, people[1]).marks == {people[5]: Choice.GLADLY}
    history.undo(desk)
    assert len(ballots.ballot(desk, people[1]).marks) == 3


@pytest.mark.parametrize(
    ("digits", "said"), [("1023", "5 marks; 4 digits"), ("10290", "Digit 4 is “9”"), ("", "0 digits")]
)
def test_a_row_of_digits_that_does_not_fit_the_card_is_refused_and_nothing_is_kept(desk, people, digits, said):
    with pytest.raises(Refusal, match=said):
        ballots.type_row(desk, people[0], digits)
    assert ballots.ballot(desk, people[0]).marks == {}


def test_a_ballot_given_alone_stays_as_it_was_given(desk, workshop_id, people):
    hand_over = private.hand_over(desk, people[0], (ballots.ALONE,))
    talk = private.talk(desk, hand_over, lambda _words: True)
    questions = talk.questions()
    assert [q.item for q in questions] == [2, 3, 4, 5, 6]
    assert not any(name in f"{q.words} {q.stem}" for q in questions for name in NAMES)
    talk.answer(questions[0], Entered(value=3))
    talk.finish(False)
    assert ballots.ballot(desk, people[0]).marks == {people[1]: Choice.RATHER_NOT}
    with pytest.raises(Refusal, match="given alone"):
        ballots.mark(desk, people[0], people[1], Choice.GLADLY)
    with pytest.raises(Refusal, match="answered these already"):
        private.hand_over(desk, people[0], (ballots.ALONE,))


def test_who_stops_before_the_first_mark_leaves_the_ballot_open_for_paper(desk, workshop_id, people):
    talk = private.talk(desk, private.hand_over(desk, people[0], (ballots.ALONE,)), lambda _words: True)
    talk.finish(True)
    assert talk.ended()
    assert talk.questions() == ()
    for about in people[1:3]:
        ballots.mark(desk, people[0], about, Choice.GLADLY)
    assert len(ballots.ballot(desk, people[0]).marks) == 2


def test_a_rather_not_and_a_private_wish_keep_people_apart_and_read_alike(desk, workshop_id, people):
    ballots.mark(desk, people[0], people[1], Choice.RATHER_NOT)
    participants.change(desk, people[2], participants.PersonField.PARTNER_WISH, PartnerWish.WOMEN)
    said = set()
    for first, second in ((0, 1), (2, 3)):
        with pytest.raises(Refusal) as refused:
            moves.put_together(desk, [people[first], people[second]])
        said.add(str(refused.value).partition(": ")[2])
        (change,) = board.effect_of_joining(desk, people[first], [people[second]])
        said.add(f"{change.said}.")
    assert said == {"private limits."}


def test_somebody_who_wants_to_talk_about_a_crisis_is_not_paired_with_another_such_person(desk, workshop_id, people):
    for person in people[:2]:
        responses.answer(desk, person, READINESS, CRISIS, Entered(value=UNSURE))
    for card in safety.cards(desk, workshop_id):
        safety.record_action(desk, card.id, "talked", "9:10", "RN")
    case = suggesting.asked(desk, workshop_id).case
    pair = (case.number[str(people[0])], case.number[str(people[1])])
    assert pair in case.forbidden


def test_a_couple_is_kept_apart_until_each_asked_alone_opts_in(desk, workshop_id, people):
    ties.mark_couple(desk, people[0], people[1])
    with pytest.raises(Refusal, match="private limits"):
        moves.put_together(desk, people[:2])
    (couple,) = ties.ties(desk, workshop_id).couples
    ties.opt_in(desk, couple.id, 0, on=True)
    with pytest.raises(Refusal, match="private limits"):
        moves.put_together(desk, people[:2])
    ties.opt_in(desk, couple.id, 1, on=True)
    suggest(desk, workshop_id)
    assert frozenset({"Ana", "Ben"}) in names_on(desk, workshop_id)


def test_locked_pairs_stay_when_pairs_are_suggested_again(desk, workshop_id, people):
    for n in range(0, 6, 2):
        ballots.mark(desk, people[n], people[n + 1], Choice.GLADLY)
        ballots.mark(desk, people[n + 1], people[n], Choice.GLADLY)
    moves.put_together(desk, [people[0], people[2]])
    (card,) = board.board(desk, workshop_id).cards
    moves.lock(desk, card.id, on=True)
    suggest(desk, workshop_id)
    assert names_on(desk, workshop_id) == {
        frozenset({"Ana", "Cleo"}),
        frozenset({"Ben", "Dov"}),
        frozenset({"Eva", "Finn"}),
    }
    compared = AtOnce().begin(better_pairs.task(better_pairs.asked(desk, workshop_id)))
    assert compared.result() == ("Ana and Ben", "Cleo and Dov")
    with pytest.raises(Refusal, match="locked"):
        moves.swap(desk, people[0], people[4])


def test_a_limit_that_may_be_out_of_date_can_be_set_aside_by_hand_and_that_is_recorded(desk, workshop_id, people):
    participants.change(desk, people[0], participants.PersonField.LANGUAGES, "English")
    participants.change(desk, people[1], participants.PersonField.LANGUAGES, "Māori")
    moves.put_together(desk, people[:2])
    with desk.archive.look() as rows:
        (place,) = rows.all(Partnership, workshop_id=workshop_id)
        assert place.override == "no shared language"
    assert board.board(desk, workshop_id).cards[0].broken == "no shared language"


def test_nobody_is_told_a_pair_that_private_limits_forbid(desk, workshop_id, people):
    moves.put_together(desk, people[:2])
    ties.keep_apart(desk, people[0], people[1], "a dispute between them")
    with pytest.raises(Refusal, match="Ana and Ben: private limits"):
        telling.confirm(desk, workshop_id)


def test_a_partnership_begins_only_when_all_have_said_yes(desk, workshop_id, people):
    moves.put_together(desk, people[:2])
    telling.confirm(desk, workshop_id)
    (place,) = telling.telling(desk, workshop_id).open
    assert telling.reply(desk, place.partnership_id, people[0], Reply.YES) is PartnershipState.ASKED
    assert telling.telling(desk, workshop_id).begun == ()
    assert telling.reply(desk, place.partnership_id, people[1], Reply.TOLD) is PartnershipState.ASKED
    assert "A pair still to be asked" in {due.title for due in today.today(desk).due}
    assert telling.reply(desk, place.partnership_id, people[1], Reply.YES) is PartnershipState.TRIAL
    assert telling.telling(desk, workshop_id).begun == (("Ana", "Ben"),)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("refuses", [0, 1])
def test_a_refusal_is_attributed_to_nobody_whoever_says_it_and_whenever(desk, workshop_id, people, order, refuses):
    moves.put_together(desk, people[:2])
    telling.confirm(desk, workshop_id)
    (place,) = telling.telling(desk, workshop_id).open
    between = []
    for place_in_order, who in enumerate(order):
        said = Reply.RATHER_NOT if who == refuses else Reply.YES
        telling.reply(desk, place.partnership_id, people[who], said)
        if place_in_order == 0:
            (now,) = telling.telling(desk, workshop_id).open
            between = [(m.name, m.told, m.answered) for m in now.members]
    first = people[order[0]]
    assert between == [(n, k == first, k == first) for n, k in (("Ana", people[0]), ("Ben", people[1]))]
    assert kept(desk, workshop_id) == [(PartnershipState.NOT_BEGUN, (people[0], people[1]), (None, None))]
    assert telling.telling(desk, workshop_id).not_begun == (("Ana", "Ben"),)
    assert {name for _, name in board.board(desk, workshop_id).not_placed} >= {"Ana", "Ben"}


def test_pairs_that_said_yes_stay_and_the_rest_is_suggested_again_without_the_pair_that_did_not_come_about(
    desk, workshop_id, people
):
    for n in range(0, 6, 2):
        ballots.mark(desk, people[n], people[n + 1], Choice.GLADLY)
        ballots.mark(desk, people[n + 1], people[n], Choice.GLADLY)
    suggest(desk, workshop_id)
    telling.confirm(desk, workshop_id)
    for place in telling.telling(desk, workshop_id).open:
        for member in place.members:
            refused = place.members[0].name in ("Ana", "Cleo") and member is place.members[0]
            telling.reply(desk, place.partnership_id, member.id, Reply.RATHER_NOT if refused else Reply.YES)
    suggest(desk, workshop_id)
    found = names_on(desk, workshop_id)
    assert frozenset({"Eva", "Finn"}) in found
    assert not found & {frozenset({"Ana", "Ben"}), frozenset({"Cleo", "Dov"})}
    assert len(found) == 3


def test_two_of_whom_one_would_rather_not_are_never_suggested_again(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    moves.put_together(desk, [ana, ben])
    telling.confirm(desk, workshop_id)
    (place,) = telling.telling(desk, workshop_id).open
    telling.reply(desk, place.partnership_id, ana, Reply.YES)
    telling.reply(desk, place.partnership_id, ben, Reply.RATHER_NOT)
    case = suggesting.asked(desk, workshop_id).case
    assert [p.name for p in best(case).unpaired] == ["Ana", "Ben"]
    with pytest.raises(Refusal, match="private limits"):
        moves.put_together(desk, [ana, ben])


def test_after_the_trial_each_is_asked_alone_again(desk, workshop_id, pair):
    place, ana, ben = pair
    assert telling.trial_checks(desk, workshop_id, WORKSHOP_DAY) == ()
    (check,) = telling.trial_checks(desk, workshop_id, WORKSHOP_DAY + timedelta(days=14))
    assert check.partnership_id == place
    telling.reply(desk, place, ana, Reply.YES)
    assert telling.reply(desk, place, ben, Reply.RATHER_NOT) is PartnershipState.ENDED
    history.undo(desk)
    assert telling.reply(desk, place, ben, Reply.YES) is PartnershipState.CONFIRMED


def test_a_partnership_pauses_ends_with_a_reason_and_its_people_are_paired_anew(desk, workshop_id, pair, include):
    place, ana, _ = pair
    cleo = include("Cleo")
    life.pause(desk, place)
    assert board.board(desk, workshop_id).cards[0].state is PartnershipState.PAUSED
    safety.go_on(desk, place)
    assert board.board(desk, workshop_id).cards[0].state is PartnershipState.TRIAL
    with pytest.raises(Refusal, match="reason"):
        life.end(desk, place, " ")
    life.end(desk, place, "moved away")
    suggest(desk, workshop_id)
    (card,) = board.board(desk, workshop_id).cards
    assert {name for _, name in card.members} == {"Ana", "Ben", "Cleo"}
    moves.take_out(desk, ana)
    assert names_on(desk, workshop_id) == {frozenset({"Ben", "Cleo"})}
    assert cleo
    assert (PartnershipState.ENDED, pair[1:], (None, None)) in kept(desk, workshop_id), "the history stays"


def test_earlier_partners_from_another_workshop_are_avoided(desk, workshop_id, people):
    before = setup.create(desk, "Last year", "", date(2025, 3, 1), "Pacific/Auckland")
    old = [participants.add(desk, before, name, "021 555") for name in ("Ana", "Ben")]
    with desk.archive.look() as rows:
        assert rows.get(Participant, old[0]).name == "Ana"
    for person in old:
        screening.decide(desk, person, ScreeningOutcome.INCLUDE, "well known")
    moves.put_together(desk, old)
    telling.confirm(desk, before)
    telling.all_said_yes(desk, before)
    for first, second in ((people[0], people[1]), (people[1], people[0])):
        ballots.mark(desk, first, second, Choice.GLADLY)
    suggest(desk, workshop_id)
    assert frozenset({"Ana", "Ben"}) not in names_on(desk, workshop_id)
    weighing.avoid_earlier(desk, workshop_id, on=False)
    suggest(desk, workshop_id)
    assert frozenset({"Ana", "Ben"}) in names_on(desk, workshop_id)


def test_somebody_left_over_joins_waits_with_a_date_or_goes_home_and_the_board_says_the_same(
    desk, workshop_id, pair, include
):
    place, _, _ = pair
    cleo, dov, eva = include("Cleo"), include("Dov"), include("Eva")
    with pytest.raises(Refusal, match="Ask all three first"):
        moves.join(desk, cleo, place)
    moves.join(desk, cleo, place, all_asked=True)
    with pytest.raises(Refusal, match="That day is over"):
        life.waits(desk, dov, WORKSHOP_DAY - timedelta(days=1))
    life.waits(desk, dov, WORKSHOP_DAY + timedelta(days=7))
    life.goes_home(desk, eva)
    found = board.board(desk, workshop_id)
    assert found.not_placed == ((dov, "Dov"), (eva, "Eva"))
    assert found.settled == {dov: Unplaced.WAITS, eva: Unplaced.HOME}
    assert suggesting.asked(desk, workshop_id).case.people == ()
    moves.put_together(desk, [dov, eva])
    assert board.board(desk, workshop_id).settled == {}, "whoever has a place waits no longer"
    history.undo(desk)
    life.back_on_board(desk, dov)
    assert [p.name for p in suggesting.asked(desk, workshop_id).case.people] == ["Dov"]


def test_the_facilitator_takes_part_with_another_safety_contact_and_is_left_out_of_outcomes(desk, workshop_id, include):
    ana = include("Ana")
    with pytest.raises(Refusal, match="your own name"):
        life.take_part(desk, workshop_id, "Mere")
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth")
    with pytest.raises(Refusal, match="somebody else"):
        life.take_part(desk, workshop_id, "ruth")
    hers = life.take_part(desk, workshop_id, "Mere")
    suggest(desk, workshop_id)
    assert names_on(desk, workshop_id) == {frozenset({"Ana", "Ruth"})}
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    goals.change(desk, goals.add(desk, hers), goals.GoalField.WORDS, "Sleep more")
    assert outcome_views.outcomes(desk, workshop_id).people == ()
    assert [r.key for r in sheets.recipients(desk, workshop_id, (SheetKind.SIX_MONTHS,))] == [ana]
    assert [row.id for row in goals.people(desk, workshop_id)] == [ana, hers]
    assert [row.name for row in checkin.door(desk, workshop_id)] == ["Ana"]
    assert [row.name for row in screening.people(desk, workshop_id)] == ["Ana"]
    assert [v.id for v in ballots.voters(desk, workshop_id)] == [ana]
    assert hers not in [r.key for r in sheets.recipients(desk, workshop_id, (SheetKind.QUESTIONNAIRE,))]
    (handout, _) = of_kind(desk, workshop_id, SheetKind.SIX_MONTHS, [ana])
    assert "Mere" in handout.head.facilitator
    with pytest.raises(Refusal, match="in a partnership"):
        life.step_back(desk, workshop_id)


def test_leaving_or_an_open_safety_card_while_being_asked_means_it_does_not_come_about(desk, workshop_id, people):
    suggest(desk, workshop_id)
    telling.confirm(desk, workshop_id)
    for place in telling.telling(desk, workshop_id).open:
        telling.reply(desk, place.partnership_id, place.members[0].id, Reply.RATHER_NOT)
    checkin.mark(desk, people[0], Presence.LEFT)
    safety.open_by_hand(desk, people[2], "said so")
    states = {frozenset(members): state for state, members, _ in kept(desk, workshop_id)}
    over = [replies for state, _, replies in kept(desk, workshop_id) if state is PartnershipState.NOT_BEGUN]
    assert not any(reply for replies in over for reply in replies), "who would rather not is kept nowhere"
    for members, state in states.items():
        touched = people[0] in members or people[2] in members
        assert state is (PartnershipState.NOT_BEGUN if touched else PartnershipState.ASKED)


def test_weights_are_kept_and_at_least_one_of_them_counts(desk, workshop_id, people):
    assert not weighing.asks_likeness(desk, workshop_id), "ratings are off until they are asked for"
    weighing.weigh(desk, workshop_id, "similarity", 2)
    assert weighing.asks_likeness(desk, workshop_id)
    for criterion in ("ballot", "similarity", "schedule", "challenge", "readiness"):
        weighing.weigh(desk, workshop_id, criterion, 0)
    with pytest.raises(Refusal, match="must count"):
        weighing.weigh(desk, workshop_id, "contact", 0)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_in_the_rounds_nobody_meets_twice_waits_twice_or_meets_whom_they_are_kept_from(data):
    count = data.draw(st.integers(2, 17))
    everybody = list(range(count))
    twos = st.lists(st.sampled_from(everybody), min_size=2, max_size=2, unique=True).map(frozenset)
    apart = frozenset(data.draw(st.lists(twos, max_size=4)))
    minutes = data.draw(st.integers(0, 80))
    found = planned(everybody, apart, minutes)
    assert len(found) <= minutes // MINUTES_A_ROUND
    met = [frozenset(pair) for one in found for pair in one]
    assert len(met) == len(set(met))
    assert not set(met) & apart
    busy = [[p for pair in one for p in pair] for one in found]
    assert all(len(one) == len(set(one)) for one in busy)
    waits = [sum(p not in one for one in busy) for p in everybody]
    assert max(waits) <= count % 2


@pytest.mark.parametrize("count", range(2, 14))
def test_with_time_enough_and_nobody_kept_apart_everybody_meets_everybody(count):
    found = planned(list(range(count)), frozenset(), 400)
    assert len({frozenset(pair) for one in found for pair in one}) == count * (count - 1) // 2


def test_one_pair_kept_apart_costs_no_more_than_one_round():
    for count in range(4, 14):
        found = planned(list(range(count)), frozenset({frozenset({0, 1})}), 400)
        assert len(found) == len(planned(list(range(count)), frozenset(), 400)) - 1


def test_the_plan_says_when_somebody_came_or_left_since(desk, workshop_id, people, include):
    assert rounds.plan_rounds(desk, workshop_id, 40) == 5
    found = rounds.rota(desk, workshop_id)
    assert [len(one.meet) for one in found.rounds] == [3] * 5
    assert not found.stale
    include("Gro")
    assert rounds.rota(desk, workshop_id).stale
    with pytest.raises(Refusal, match="no time for a round"):
        rounds.plan_rounds(desk, workshop_id, 3)


def test_a_round_card_bears_numbers_and_no_name_and_a_slip_asks_everybody_in_the_same_words(desk, workshop_id, people):
    from mat_desktop.app.system import Press
    from mat_desktop.facilitation.printer import Style

    ties.keep_apart(desk, people[0], people[1], "same household")
    rounds.plan_rounds(desk, workshop_id, 400)
    (card,) = of_kind(desk, workshop_id, SheetKind.ROUND_CARD, [people[0]])
    assert [line.table_number for line in sure_of(RoundCardSheet, card).card.lines if line.round is None] == [2]
    text = _text(Press().pdf([card], Style()))
    assert "Table 1" in text
    assert not any(name in text for name in NAMES)
    moves.put_together(desk, people[2:4])
    slips = of_kind(desk, workshop_id, SheetKind.PAIR_SLIP, people[2:4])
    assert [s.question for sheet in slips for s in sure_of(PairSlipSheet, sheet).slips] == [
        "Would you try two weeks of calls with Dov?",
        "Would you try two weeks of calls with Cleo?",
    ]
    assert "fit" not in _text(Press().pdf(slips, Style())).lower()


def _text(pdf):
    from io import BytesIO

    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_wish_that_gave_way_is_told_without_names_and_with_them_only_while_the_reasons_are_held():
    ana, ben = (Candidate(key, name) for key, name in (("1", "Ana"), ("2", "Ben")))
    both = frozenset({two("1", "2")})
    found = suggesting.answer(PairingCase((ana, ben), WORKSHOP_DAY, Rules(together=both, apart=both)))
    assert "A wish could not be kept." in suggesting.said_openly(found)
    assert "Ana and Ben" not in suggesting.said_openly(found)
    assert suggesting.said_while_held(found).endswith("Could not be kept: Ana and Ben asked to be together.")
