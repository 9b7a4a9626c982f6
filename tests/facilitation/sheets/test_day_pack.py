"""The evening before: what the day needs is printed first, for people who are only registered, as each can read it."""

from datetime import timedelta

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import screening
from mat_desktop.facilitation.pairing import ballots, rounds
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.printed.pairing import RoundCardSheet, WallRotaSheet
from mat_desktop.facilitation.printed.setup import RunSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import filing
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.answer_places import keep_printed
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import DAY_ESSENTIALS, DAY_PACK, DAY_REST, FACTS, SPARE_PACKS, Goes, SheetKind
from tests.people import WORKSHOP_DAY

CHALLENGE = "I want to move more and sleep better, and I have not managed that alone for years"


@pytest.fixture
def twelve(desk, workshop_id, clock):
    """Twelve people who are registered, the evening before; nobody is screened yet."""
    clock.go_to(WORKSHOP_DAY - timedelta(days=1), 19)
    people = [participants.add(desk, workshop_id, f"Person {letter}", "021 555") for letter in "ABCDEFGHIJKL"]
    for person in people:
        participants.change(desk, person, PersonField.CHALLENGE, CHALLENGE)
    return people


def order_of(workshop_id, people, *kinds, blanks=0) -> Order:
    return Order(workshop_id=workshop_id, kinds=kinds, people=tuple(people), blanks=blanks)


def seen(desk, order):
    return sheets.shown(desk, order, sheets.plan(desk, order))


def papers(desk, order, style=Style()) -> int:  # noqa: B008  frozen
    return sum(counted.pages for counted in Press().counting(seen(desk, order), style))


def cards(desk, workshop_id, people, blanks=0) -> list[RoundCardSheet]:
    found = seen(desk, order_of(workshop_id, people, SheetKind.ROUND_CARD, blanks=blanks))
    return [sheet for sheet in found if isinstance(sheet, RoundCardSheet)]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_essential_pack_of_twelve_people_with_three_spares_is_at_most_110_sheets(desk, workshop_id, twelve, paper):
    order = order_of(workshop_id, twelve, *DAY_ESSENTIALS, blanks=SPARE_PACKS)
    found = papers(desk, order, Style(paper))
    assert found <= 110
    assert not set(DAY_ESSENTIALS) & set(DAY_REST)
    assert {sheet.kind for sheet in sheets.plan(desk, order)} == set(DAY_ESSENTIALS), "each of them is there"


def test_what_is_for_two_or_for_a_table_is_printed_once_for_them(desk, workshop_id, twelve):
    order = order_of(workshop_id, twelve, *DAY_PACK, blanks=SPARE_PACKS)
    count = {kind: sum(sheet.kind is kind for sheet in sheets.plan(desk, order)) for kind in DAY_PACK}
    assert (count[SheetKind.EVIDENCE], count[SheetKind.PRACTICE_CALL], count[SheetKind.REPAIR_CARD]) == (5, 8, 8)
    assert count[SheetKind.HELP_SHEET] == 15, "the numbers are in everybody's pack"
    alone = sheets.plan(desk, order_of(workshop_id, twelve[:1], SheetKind.EVIDENCE))
    assert [sheet.kind for sheet in alone] == [SheetKind.EVIDENCE]


def test_what_is_cut_apart_comes_stack_by_stack_and_the_rest_person_by_person(desk, workshop_id, twelve):
    plan = sheets.plan(desk, order_of(workshop_id, twelve, *DAY_ESSENTIALS, blanks=SPARE_PACKS))
    own = [sheet for sheet in plan if FACTS[sheet.kind].goes is not Goes.ROOM]
    cut = [sheet.kind for sheet in own if FACTS[sheet.kind].cut]
    assert [sheet.kind for sheet in own[: len(cut)]] == cut == sorted(cut, key=list(FACTS).index)
    holders = [sheet.holder or sheet.key for sheet in own[len(cut) :] if sheet.holder or sheet.key]
    assert len(list(dict.fromkeys(holders))) == sum(a != b for a, b in zip([0, *holders], holders, strict=False))


def test_before_screening_each_has_a_ballot_with_a_row_for_every_other_and_the_wall_has_the_rounds(
    desk, workshop_id, twelve
):
    found = cards(desk, workshop_id, twelve, blanks=SPARE_PACKS)
    assert len(found) == 15
    for number, sheet in enumerate(found[:12], 1):
        assert [line.table_number for line in sheet.card.lines] == [n for n in range(1, 13) if n != number]
    assert all(len(sheet.card.lines) == 12 for sheet in found[12:]), "a spare ballot has a row for everybody"
    (rota,) = seen(desk, order_of(workshop_id, (), SheetKind.WALL_ROTA))
    assert isinstance(rota, WallRotaSheet)
    on_cards = {
        (min(sheet.card.table_number, line.table_number), max(sheet.card.table_number, line.table_number), line.round)
        for sheet in found[:12]
        for line in sheet.card.lines
        if line.round
    }
    assert on_cards == {(a, b, line.number) for line in rota.lines for a, b in line.meet}
    assert rounds.rota(desk, workshop_id).rounds == (), "printing plans nothing"


def test_a_ballot_printed_before_screening_is_typed_as_it_is_printed(desk, workshop_id, twelve):
    order = order_of(workshop_id, twelve, SheetKind.ROUND_CARD)
    keep_printed(desk, Press(), workshop_id, sheets.print_out(desk, order), Style())
    for person in twelve[:10]:
        screening.decide(desk, person, ScreeningOutcome.INCLUDE, "fine")
    for person in twelve[10:]:
        screening.decide(desk, person, ScreeningOutcome.NOT_NOW, "not today")
    view = ballots.ballot(desk, twelve[0])
    assert [number for _, number in view.others] == list(range(2, 13))
    assert [key for key, _ in view.others][-2:] == [0, 0]
    with pytest.raises(Refusal, match="The card has 11 marks; 9 digits"):
        ballots.type_row(desk, twelve[0], "1" * 9)
    ballots.type_row(desk, twelve[0], "12312312311")
    marks = ballots.ballot(desk, twelve[0]).marks
    assert set(marks) == set(twelve[1:10])
    assert marks[twelve[3]] is Choice.RATHER_NOT


def test_a_walk_in_is_on_no_card_yet_and_the_cards_are_typed_as_they_are_all_the_same(desk, workshop_id, twelve):
    order = order_of(workshop_id, twelve, SheetKind.ROUND_CARD, blanks=1)
    printed = sheets.print_out(desk, order)
    keep_printed(desk, Press(), workshop_id, printed, Style())
    for person in twelve:
        screening.decide(desk, person, ScreeningOutcome.INCLUDE, "fine")
    mia = participants.add(desk, workshop_id, "Mia")
    screening.decide(desk, mia, ScreeningOutcome.INCLUDE, "fine")
    filing.claim(desk, printed[-1].head.code, mia)
    ballots.type_row(desk, twelve[0], "1" * 11)
    assert set(ballots.ballot(desk, twelve[0]).marks) == set(twelve[1:])
    ballots.mark(desk, twelve[0], mia, Choice.GLADLY)
    ballots.type_row(desk, mia, "2" * 12)
    assert set(ballots.ballot(desk, mia).marks) == set(twelve)


def test_access_needs_stand_on_one_line_and_help_with_reading_prints_large(desk, workshop_id, twelve):
    for person, field, value in (
        (twelve[2], PersonField.ACCESS_READING, True),
        (twelve[4], PersonField.ACCESS_NO_PHONE, True),
        (twelve[6], PersonField.ACCESS_HEARING, True),
        (twelve[6], PersonField.ACCESS_NOTE, "sits in front"),
    ):
        participants.change(desk, person, field, value)
    (sheet,) = seen(desk, order_of(workshop_id, (), SheetKind.RUN_SHEET))
    assert isinstance(sheet, RunSheet)
    assert sheet.access == "3: large print or reading aloud; 5: no phone of their own; 7: hearing, sits in front"
    kinds = (SheetKind.CONSENT, SheetKind.HELP_SHEET, SheetKind.ROUND_CARD, SheetKind.NAME_TENT)
    large = [sheet for sheet in seen(desk, order_of(workshop_id, twelve, *kinds)) if sheet.head.large]
    assert len(large) == len(kinds)
    consent = order_of(workshop_id, twelve[2:3], SheetKind.CONSENT)
    other = order_of(workshop_id, twelve[3:4], SheetKind.CONSENT)
    assert papers(desk, consent) == papers(desk, other, Style(large=True)) > papers(desk, other)
