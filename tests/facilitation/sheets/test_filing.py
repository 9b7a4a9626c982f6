from itertools import product

import pytest

from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.sheets import filing
from mat_desktop.workshop.codes import ALPHABET, form_code, read_code, scanned_code, shown_code, typed_code
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import BY_MONTHS, FACTS, Goes, SheetKind
from tests.paperwork import of_kind, years_later
from tests.people import part_of_a_study
from tests.sure import sure


@pytest.mark.parametrize("base", [[0, 0, 0, 0, 0], [31, 7, 19, 2, 30], [1, 2, 3, 4, 5]])
def test_any_one_wrong_character_and_any_two_neighbours_exchanged_are_caught(base):
    """The check is linear over GF(32), so what holds around one code holds around all; three are tried."""
    code = form_code(base)
    for place, letter in product(range(6), ALPHABET):
        if letter != code[place]:
            assert read_code(code[:place] + letter + code[place + 1 :]) is None
    for first, second, place in product(ALPHABET, ALPHABET, range(4)):
        if first != second:
            numbers = [ALPHABET.index(c) for c in code[:5]]
            numbers[place : place + 2] = [ALPHABET.index(first), ALPHABET.index(second)]
            one = form_code(numbers)
            swapped = one[:place] + one[place + 1] + one[place] + one[place + 2 :]
            assert read_code(swapped) is None
    assert code[4] == code[5] or read_code(code[:4] + code[5] + code[4]) is None


def test_the_last_character_and_the_check_exchanged_are_caught_in_every_code():
    for last, rest in product(range(32), range(0, 32, 5)):
        code = form_code([rest, 3, rest, 8, last])
        assert code[4] == code[5] or read_code(code[:4] + code[5] + code[4]) is None


@pytest.mark.parametrize("sign", ["/", "-", "_", "&", ""])
def test_a_scanner_types_code_and_page_and_some_keyboards_turn_the_stroke_into_another(sign):
    code = form_code([9, 8, 7, 6, 5])
    assert scanned_code(f"{code}{sign}2") == code
    assert scanned_code(f"{code.lower()}{sign}12\n") == code
    assert scanned_code(f"{code}{sign}2LG") == code, "a print on Letter, or a large one, says so behind the page"
    assert scanned_code(code) is None, "a code without a page was typed by a person"
    assert read_code(f" {shown_code(code).lower()} ") == code
    assert typed_code("no code at all") is None


def test_a_code_that_differs_in_one_place_is_offered_with_what_it_is(desk, workshop_id, pair):
    (log,) = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [pair[1]])
    code = log.head.code
    for wrong in ("O" + code[1:], code[:5] + ("2" if code[5] != "2" else "3"), code[1] + code[0] + code[2:]):
        if wrong == code:
            continue
        assert filing.find_sheet(desk, wrong) is None
        assert [f.said for f in filing.near_sheets(desk, wrong)] == ["Call logs: Ana"]
    assert filing.near_sheets(desk, "ZZZZZZ") == ()


@pytest.mark.parametrize("kind", SheetKind)
def test_every_kind_of_sheet_leads_to_its_step_or_says_that_nothing_is_typed(desk, workshop_id, pair, kind, clock):
    goals.add(desk, pair[1])
    if kind in BY_MONTHS:
        years_later(desk, workshop_id, clock, pair[1])
    if kind is SheetKind.STUDY_CONSENT:
        part_of_a_study(desk, workshop_id)
    (sheet, *_) = of_kind(desk, workshop_id, kind, [pair[1]])
    found = sure(filing.find_sheet(desk, sheet.head.code))
    assert found.kind is kind
    assert found.said.startswith(FACTS[kind].title)
    if filing.step_of(kind, found.version) is None:
        assert FACTS[kind].goes in (Goes.ALL, Goes.ROOM) or kind in (
            SheetKind.NAME_TENT,
            SheetKind.POCKET_CARD,
            SheetKind.DATES,
            SheetKind.REFERRAL,
        )


def test_a_blank_agreement_is_given_to_a_pair_and_to_no_other_afterwards(desk, workshop_id, pair, include):
    (blank,) = of_kind(desk, workshop_id, SheetKind.AGREEMENT, (), 1)
    assert [r.name for r in filing.claimants(desk, workshop_id, SheetKind.AGREEMENT)] == ["Ana and Ben"]
    filing.claim(desk, blank.head.code, pair[0])
    assert sure(filing.find_sheet(desk, blank.head.code)).said == "Agreements: Ana and Ben"
    (consent,) = of_kind(desk, workshop_id, SheetKind.CONSENT, (), 1)
    filing.claim(desk, consent.head.code, pair[1])
    with pytest.raises(Refusal, match="somebody else"):
        filing.claim(desk, consent.head.code, pair[2])
