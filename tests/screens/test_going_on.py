"""The filled button goes on; what freezes, signs, confirms, closes or seals is outlined, and asks once by name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.pairing import board, moves, telling
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.screens.shared.buttons import Segment
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure


def two_pairs(desk):
    workshop = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Ana", "Ben", "Cleo", "Dov"):
        include(desk, workshop, name)
    for first in (1, 3):
        moves.put_together(desk, [first, first + 1])


@pytest.fixture
def with_pairs(facilitator):
    return with_passphrase(facilitator, two_pairs)


def click(widget: QWidget) -> None:
    """As a hand does: where the thing is, on the window."""
    top = widget.window()
    middle = widget.mapTo(top, QPoint(widget.width() // 2, widget.height() // 2))
    QTest.mouseClick(sure(top.windowHandle()), Qt.MouseButton.LeftButton, pos=middle)


def filled(who) -> list[str]:
    who.settle()
    shown = [b for b in who.place.findChildren(QPushButton) if b.isVisible()]
    return [b.accessibleName() for b in shown if b.property("kind") == FILLED]


def state(who) -> AgreementState:
    return agreement.terms(who.place.desk, 1).state


def views_of(page) -> list[str]:
    """The tabs of a page; every page is seen once without choosing any."""
    QTest.qWait(10)
    return ["", *(s.accessibleName() for s in page.findChildren(Segment) if s.accessibleName().startswith("View: "))]


def test_the_one_filled_button_of_every_page_and_tab_goes_on_and_stands_at_the_bottom_right(with_pairs):
    who, seen_pages = with_pairs, 0
    for step in Step:
        who.go_to(step)
        for view in views_of(who.place):
            if view and seen(who.place, Segment, view).isEnabled():
                press(who.place, view)
            (name,) = filled(who)
            assert name.startswith(("Next: ", "To Today")), (step, view)
            assert_bottom_right(who)
            seen_pages += 1
    press(who.place.rail, "Print")
    assert len(filled(who)) == 1
    assert_bottom_right(who)
    assert seen_pages > len(Step)


def assert_bottom_right(who) -> None:
    place, on = who.place, who.place.bar.on
    end = on.mapTo(place, QPoint(on.width(), on.height()))
    assert end.x() > place.width() - 40
    assert end.y() > place.height() - 40


def test_the_filled_button_of_an_agreement_goes_on_and_signs_nothing(with_pairs):
    telling.confirm(with_pairs.place.desk, 1)
    telling.all_said_yes(with_pairs.place.desk, 1)
    with_pairs.go_to(Step.AGREEMENT)
    assert filled(with_pairs) == ["Next: Six months of contact"]
    click(with_pairs.place.bar.on)
    assert with_pairs.place.step is Step.CONTACT
    assert state(with_pairs) is AgreementState.DRAFT


def test_signing_asks_once_names_whom_and_says_what_is_missing(with_pairs):
    telling.confirm(with_pairs.place.desk, 1)
    telling.all_said_yes(with_pairs.place.desk, 1)
    with_pairs.go_to(Step.AGREEMENT)
    with_pairs.settle()
    with_pairs.messages.answers = [False]
    click(seen(with_pairs.place, QPushButton, "Signed by everybody"))
    (asked,) = with_pairs.messages.asked
    assert asked.startswith("Did Ana and Ben all sign on 14 March 2026?")
    assert "Missing: the time of the call" in asked
    assert state(with_pairs) is AgreementState.DRAFT
    click(seen(with_pairs.place, QPushButton, "Signed by everybody"))
    assert state(with_pairs) is AgreementState.SIGNED


def test_after_signing_the_keyboard_is_in_the_list_and_a_stray_key_changes_no_terms(with_pairs):
    telling.confirm(with_pairs.place.desk, 1)
    telling.all_said_yes(with_pairs.place.desk, 1)
    with_pairs.go_to(Step.AGREEMENT)
    with_pairs.settle()
    click(seen(with_pairs.place, QPushButton, "Signed by everybody"))
    assert with_pairs.window.focusWidget() is with_pairs.page.list.view
    for stray in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(with_pairs.window.windowHandle(), stray)
    assert state(with_pairs) is AgreementState.SIGNED


def test_confirming_the_pairs_is_outlined_and_asks(with_pairs):
    with_pairs.go_to(Step.PAIRING)
    with_pairs.settle()
    with_pairs.messages.answers = [False]
    click(seen(with_pairs.place, QPushButton, "Confirm pairs"))
    assert len(with_pairs.messages.asked) == 1
    cards = board.board(with_pairs.place.desk, 1).cards
    assert {card.state for card in cards} == {PartnershipState.PROPOSED}
