from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mat_desktop.facilitation import guidance, history, safety, screening
from mat_desktop.facilitation.answers import form, responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.pairing import board, life, moves, suggesting, telling
from mat_desktop.facilitation.participants import consenting, newcomers, roster
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.newcomers import Newcomer
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.answers.responses import AnswerState
from mat_desktop.workshop.journey import DAY_STEPS
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, Reply, people_of
from mat_desktop.workshop.participants.participant import Presence
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import CHECK_AFTER, wants_check
from mat_desktop.workshop.screening import CRISIS, DANGER, STATEMENTS, ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind
from tests.libraries import library_of
from tests.paperwork import of_kind
from tests.people import WORKSHOP_DAY, CountedCodes, nine_o_clock
from tests.sure import sure


def phq(desk, person, value, item=9):
    responses.answer(desk, person, "phq-9", item, Entered(value=value))


def card_of(desk, workshop_id, person):
    return next(c for c in safety.cards(desk, workshop_id) if c.participant_id == person and c.open)


def act(desk, workshop_id, person):
    safety.record_action(desk, card_of(desk, workshop_id, person).id, "Talked alone", "10:40", "RN")


def test_a_low_total_with_item_nine_above_zero_opens_a_card_and_is_not_paired(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    for item in range(1, 9):
        phq(desk, ana, 0, item)
    phq(desk, ana, 1)
    assert screening.talk(desk, ana, WORKSHOP_DAY).has_open_card
    assert [c.name for c in suggesting.asked(desk, workshop_id).case.people] == ["Ben"]
    for road in (
        lambda: moves.put_together(desk, [ana, ben]),
        lambda: moves.propose(desk, workshop_id, [((ana, ben), 50)]),
    ):
        with pytest.raises(Refusal, match="Ana cannot be in a pair that goes on just now"):
            road()
    act(desk, workshop_id, ana)
    moves.put_together(desk, [ana, ben])
    assert len(board.board(desk, workshop_id).cards) == 1


def test_undoing_the_close_of_a_card_under_a_pair_is_refused(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    phq(desk, ana, 2)
    act(desk, workshop_id, ana)
    history.undo(desk)
    assert card_of(desk, workshop_id, ana).open
    history.redo(desk)
    assert not [c for c in safety.cards(desk, workshop_id) if c.open]
    moves.put_together(desk, [ana, ben])
    history.undo(desk)
    history.undo(desk)
    with pytest.raises(Refusal, match="cannot be in a pair that goes on just now"):
        moves.put_together(desk, [ana, ben])


def test_opening_a_card_has_no_undo(desk, workshop_id, include):
    ana = include("Ana")
    phq(desk, ana, 1)
    history.undo(desk)
    assert card_of(desk, workshop_id, ana).source == "PHQ-9, question 9"


def test_correcting_the_answer_leaves_the_card_until_somebody_acts(desk, workshop_id, include):
    ana = include("Ana")
    phq(desk, ana, 1)
    phq(desk, ana, 0)
    assert card_of(desk, workshop_id, ana).open


def test_a_higher_answer_opens_a_card_again_and_so_does_one_that_only_the_second_entry_reads(
    desk, workshop_id, include
):
    ana, ben = include("Ana"), include("Ben")
    phq(desk, ana, 1)
    act(desk, workshop_id, ana)
    phq(desk, ana, 1)
    assert not [c for c in safety.cards(desk, workshop_id) if c.open]
    phq(desk, ana, 3)
    assert card_of(desk, workshop_id, ana).open
    phq(desk, ben, 0)
    responses.answer_second(desk, ben, "phq-9", 9, Entered(value=2))
    assert card_of(desk, workshop_id, ben).source == "PHQ-9, question 9"


def test_somebody_who_leaves_opens_only_their_own_proposal_and_the_fit_is_worked_out_anew(desk, workshop_id, include):
    people = [include(name) for name in ("Ana", "Ben", "Cleo", "Dov", "Elif")]
    moves.propose(desk, workshop_id, [(people[:2], 50), (people[2:], 99)])
    checkin.mark(desk, people[4], Presence.LEFT)
    cards = {tuple(name for _, name in c.members) for c in board.board(desk, workshop_id).cards}
    assert cards == {("Ana", "Ben"), ("Cleo", "Dov")}
    with desk.archive.look() as rows:
        (trio,) = [p for p in rows.all(Partnership) if people[2] in people_of(p)]
        assert trio.fit != 99


def test_yes_to_crisis_or_danger_opens_a_card_and_an_unanswered_safety_item_asks(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    responses.answer(desk, ana, READINESS, CRISIS, Entered(value=3))
    assert card_of(desk, workshop_id, ana).source == "Readiness, question 8"
    responses.answer(desk, ana, READINESS, DANGER, Entered(value=3))
    assert {c.source for c in safety.cards(desk, workshop_id)} == {"Readiness, question 8", "Readiness, question 9"}
    phq(desk, ben, 0, 1)
    responses.answer(desk, ben, "phq-9", 9, Entered(AnswerState.MISSING))
    assert form.form(desk, ben, "phq-9", WORKSHOP_DAY).ask == (9,)
    rows = {r.name: r.state for r in screening.people(desk, workshop_id)}
    assert rows == {"Ana": screening.CARD, "Ben": screening.DONE}
    screening.decide(desk, ben, None)
    assert screening.people(desk, workshop_id)[1].state == screening.TALK_FIRST


@pytest.mark.parametrize(
    ("action", "time", "initials", "said"),
    [
        ("", "10:40", "RN", "what you did"),
        ("Talked", "", "RN", "the time"),
        ("Talked", "10:40", " ", "your initials"),
        ("", "", "", "what you did, the time, your initials"),
    ],
)
def test_a_card_is_closed_only_with_action_time_and_initials(desk, workshop_id, include, action, time, initials, said):
    ana = include("Ana")
    card = safety.open_by_hand(desk, ana, "A line on the sheet", date(2026, 3, 10))
    with pytest.raises(Refusal, match=said):
        safety.record_action(desk, card, action, time, initials)
    assert card_of(desk, workshop_id, ana).written_on == date(2026, 3, 10)


def test_a_card_after_pairing_puts_the_partnership_on_hold_until_she_lets_it_go_on(desk, workshop_id, pair):
    partnership, ana, _ = pair
    phq(desk, ana, 1)
    (card,) = board.board(desk, workshop_id).cards
    assert card.state is PartnershipState.PAUSED
    with pytest.raises(Refusal, match="cannot be in a pair that goes on just now"):
        safety.go_on(desk, partnership)
    act(desk, workshop_id, ana)
    safety.go_on(desk, partnership)
    assert board.board(desk, workshop_id).cards[0].state is PartnershipState.TRIAL


def test_a_card_takes_back_a_proposal_that_nobody_was_told_and_touches_no_other(desk, workshop_id, include):
    people = [include(name) for name in ("Ana", "Ben", "Cleo", "Dov", "Elif")]
    moves.propose(desk, workshop_id, [(people[:2], 50), (people[2:], 50)])
    phq(desk, people[0], 1)
    phq(desk, people[4], 1)
    (card,) = board.board(desk, workshop_id).cards
    assert [name for _, name in card.members] == ["Cleo", "Dov"]


def test_the_day_is_not_closed_over_an_open_card_and_names_everything_that_is_open(desk, workshop_id, pair):
    _, ana, ben = pair
    safety.open_by_hand(desk, ana, "said so in the break")
    with pytest.raises(Refusal, match="Ana: the safety card is open"):
        closing.close_day(desk, workshop_id)
    act(desk, workshop_id, ana)
    with pytest.raises(Refusal, match="ballots and slips are to be destroyed; the paper is to be counted"):
        closing.close_day(desk, workshop_id)
    consenting.signed(desk, (ana, ben))
    for person in (ana, ben):
        for field in closing.DoorTick:
            closing.tick(desk, person, field, on=True)
    tom = participants.add(desk, workshop_id, "Tom")
    desk.archive.keep_fact(Fact.SECOND_COPY, WORKSHOP_DAY.isoformat())
    for box in closing.DayTick:
        closing.day_tick(desk, workshop_id, box, on=True)
    with pytest.raises(Refusal, match=r"Tom \(date for a phone call\)"):
        closing.close_day(desk, workshop_id)
    closing.phone_on(desk, tom, date(2026, 3, 20))
    closing.close_day(desk, workshop_id)
    assert closing.door_list(desk, workshop_id, "").closed
    for step in DAY_STEPS:
        assert guidance.next_step(desk, workshop_id, step) == (step, "To Today"), "the day does not begin anew"


def test_somebody_who_left_with_an_open_card_keeps_the_day_open(desk, workshop_id, include):
    ana = include("Ana")
    safety.open_by_hand(desk, ana, "crying in the hall")
    checkin.mark(desk, ana, Presence.LEFT)
    assert "Ana left with an open safety card" in closing.door_list(desk, workshop_id, "").missing


def test_questionnaires_about_safety_need_a_second_person_and_a_reader(desk, workshop_id):
    for key in ("phq-9", "core-10"):
        with pytest.raises(Refusal, match="Name the second person"):
            measures.use_measure(desk, workshop_id, key, on=True)
    setup.change(desk, workshop_id, setup.WorkshopField.SECOND_PERSON, "Mere")
    setup.change(desk, workshop_id, setup.WorkshopField.ANSWERS_READER, "Ruth")
    measures.use_measure(desk, workshop_id, "phq-9", on=True)
    with pytest.raises(Refusal, match="Name the second person"):
        setup.change(desk, workshop_id, setup.WorkshopField.SECOND_PERSON, "")
    assert setup.workshop(desk, workshop_id).measures == ("phq-4", "phq-9")


def test_contacts_begin_with_the_country_and_count_as_checked_only_when_dialled(desk, workshop_id):
    found = setup.workshop(desk, workshop_id)
    assert [number for _, number in found.contacts] == ["111", "1737"]
    assert found.contacts_checked == "These numbers were not checked yet"
    safety.contacts_checked(desk, workshop_id)
    assert setup.workshop(desk, workshop_id).contacts_checked == "Numbers last checked on 14 March 2026"
    safety.set_contact(desk, workshop_id, 1, "Talk", "1738")
    assert setup.workshop(desk, workshop_id).contacts_checked == "These numbers were not checked yet"
    assert wants_check(date(2025, 4, 1), date(2026, 3, 14))
    assert not wants_check(date(2025, 9, 1), date(2026, 3, 14))


def test_contacts_are_dialled_again_before_they_are_a_year_old_until_the_calls_are_over(desk, workshop_id, clock):
    def asked() -> tuple[date, str] | None:
        row = next((row for row in today.today(desk).due if row.kind is DueKind.CONTACTS), None)
        return (row.day, row.detail) if row else None

    clock.go_to(date(2025, 6, 1))
    safety.contacts_checked(desk, workshop_id)
    opens = date(2025, 6, 1) + CHECK_AFTER
    for day, wanted in (
        (opens - timedelta(days=1), None),
        (opens, (opens + timedelta(days=30), "Numbers last checked on 1 June 2025")),
        (date(2026, 9, 14), (opens + timedelta(days=30), "Numbers last checked on 1 June 2025")),
        (date(2026, 9, 15), None),
    ):
        clock.go_to(day)
        assert asked() == wanted


def test_today_names_those_with_an_open_card_in_the_order_of_the_roster(desk, workshop_id, include):
    people = {name: include(name) for name in ("Ana", "Ben", "Cleo", "Dov")}
    for name in ("Dov", "Ana", "Cleo"):
        safety.open_by_hand(desk, people[name], "said so in the break")
    (row,) = [row for row in today.today(desk).due if row.kind is DueKind.CARD]
    assert [entry.who for entry in row.entries] == ["Ana", "Cleo", "Dov"]


def test_no_sheet_and_no_card_of_a_person_says_anything_of_the_safety_card(desk, workshop_id, pair):
    from io import BytesIO

    from pypdf import PdfReader

    from mat_desktop.app.system import Press
    from mat_desktop.facilitation.printer import Style
    from tests.paper.test_sheets import words

    _, ana, ben = pair
    safety.open_by_hand(desk, ana, "CANARYSOURCE", date(2026, 3, 1))
    safety.record_action(desk, card_of(desk, workshop_id, ana).id, "CANARYACTION", "10:40", "CANARYINITIALS")
    for kind in SheetKind:
        whom = [r.key for r in sheets.recipients(desk, workshop_id, (kind,))]
        if whom:
            pdf = Press().pdf(of_kind(desk, workshop_id, kind, whom), Style())
            assert "CANARY" not in words(PdfReader(BytesIO(pdf)))
    assert ben


def five_included(library: Library) -> None:
    """Five people of one workshop, whom nothing speaks against."""
    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    workshop = setup.create(desk, "Hall", "", WORKSHOP_DAY, "Pacific/Auckland")
    for number in range(5):
        person = participants.add(desk, workshop, f"P{number}")
        for item in range(1, STATEMENTS + 1):
            responses.answer(desk, person, READINESS, item, Entered(value=1))
        screening.decide(desk, person, ScreeningOutcome.INCLUDE)


class Roads(RuleBasedStateMachine):
    """Tries every road that could put a person with an open card into a pair."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = library_of(Path(self.folder.name) / "library", five_included)
        self.desk = Desk(self.library.archive, nine_o_clock(), CountedCodes())
        self.seen: set[int] = set()

    @initialize()
    def begin(self) -> None:
        self.workshop = 1
        self.people = [row.id for row in roster.roster(self.desk, self.workshop)]
        self.begun = sure(self.desk.archive.last_done()).sequences[-1]

    def _try(self, deed, *values, **named) -> None:
        try:
            deed(self.desk, *values, **named)
        except (Refusal, AssertionError) as refusal:
            assert isinstance(refusal, Refusal), refusal

    @rule(person=st.integers(0, 4), value=st.integers(0, 3))
    def item_nine(self, person, value):
        self._try(responses.answer, self.people[person], "phq-9", 9, Entered(value=value))

    @rule(person=st.integers(0, 4))
    def by_hand(self, person):
        self._try(safety.open_by_hand, self.people[person], "seen")

    @rule(first=st.integers(0, 4), second=st.integers(0, 4))
    def put_together(self, first, second):
        if first != second:
            self._try(moves.put_together, [self.people[first], self.people[second]])

    @rule(order=st.permutations(range(5)))
    def propose(self, order):
        keys = [self.people[n] for n in order]
        self._try(moves.propose, self.workshop, [(keys[:2], 50), (keys[2:4], 40)])

    @rule(first=st.integers(0, 4), second=st.integers(0, 4))
    def swap(self, first, second):
        if first != second:
            self._try(moves.swap, self.people[first], self.people[second])

    @rule(person=st.integers(0, 4), data=st.data())
    def join(self, person, data):
        cards = board.board(self.desk, self.workshop).cards
        if cards:
            self._try(moves.join, self.people[person], data.draw(st.sampled_from(cards)).id)

    @rule(person=st.integers(0, 4))
    def take_out(self, person):
        self._try(moves.take_out, self.people[person])

    @rule()
    def confirm(self):
        self._try(telling.confirm, self.workshop)

    @rule(data=st.data())
    def go_on(self, data):
        cards = board.board(self.desk, self.workshop).cards
        if cards:
            self._try(safety.go_on, data.draw(st.sampled_from(cards)).id)

    @rule(data=st.data(), said=st.sampled_from(Reply))
    def reply(self, data, said):
        cards = board.board(self.desk, self.workshop).cards
        if cards:
            card = data.draw(st.sampled_from(cards))
            for person, _ in card.members:
                self._try(telling.reply, card.id, person, said)

    @rule()
    def all_say_yes(self):
        self._try(telling.all_said_yes, self.workshop)

    @rule(data=st.data())
    def pause(self, data):
        cards = board.board(self.desk, self.workshop).cards
        if cards:
            self._try(life.pause, data.draw(st.sampled_from(cards)).id)

    @rule(data=st.data())
    def trial_passed(self, data):
        cards = board.board(self.desk, self.workshop).cards
        if cards:
            self._try(life.trial_passed, data.draw(st.sampled_from(cards)).id)

    @rule(person=st.integers(0, 4), outcome=st.sampled_from(ScreeningOutcome))
    def decide(self, person, outcome):
        self._try(screening.decide, self.people[person], outcome, "a reason")

    @rule(person=st.integers(0, 4))
    def remove(self, person):
        if self.people[person] in self.seen:
            self._try(participants.remove, self.people[person])

    @rule(person=st.integers(0, 4))
    def import_again(self, person):
        self._try(newcomers.take_in, self.workshop, [], [(self.people[person], (("registration", "confirmed"),))])
        self._try(newcomers.take_in, self.workshop, [Newcomer((("name", "New"),))], [])

    @rule(person=st.integers(0, 4), presence=st.sampled_from(Presence))
    def door(self, person, presence):
        self._try(checkin.mark, self.people[person], presence)

    @rule(data=st.data())
    def close_card(self, data):
        open_ones = [c for c in safety.cards(self.desk, self.workshop) if c.open]
        if open_ones:
            self._try(safety.record_action, data.draw(st.sampled_from(open_ones)).id, "did", "10:00", "RN")

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            last = self.desk.archive.last_done()
            if last is not None and last.sequences[-1] > self.begun:
                self._try(history.undo)

    @rule(times=st.integers(1, 4))
    def redo(self, times):
        for _ in range(times):
            self._try(history.redo)

    @invariant()
    def nobody_with_an_open_card_is_in_a_pair_that_goes_on(self):
        cards = safety.cards(self.desk, self.workshop)
        held = {c.participant_id for c in cards if c.open}
        for place in board.board(self.desk, self.workshop).cards:
            if place.state is not PartnershipState.PAUSED:
                assert not held & {person for person, _ in place.members}
        assert not held & {int(c.key) for c in suggesting.asked(self.desk, self.workshop).case.people}
        assert {c.participant_id for c in cards} >= self.seen, "a card has gone"
        self.seen = {c.participant_id for c in cards}

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()


TestRoads = Roads.TestCase
TestRoads.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
