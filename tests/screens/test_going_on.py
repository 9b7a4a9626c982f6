"""The filled button goes on; what freezes, signs, confirms, closes or seals is outlined, and asks once by name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.pairing import board, moves, telling
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure

FREEZES = ("sign", "confirm", "close the day", "seal", "reveal", "name the arms")


def two_pairs(desk):
    workshop = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "UTC")
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


def test_no_filled_button_of_any_page_freezes_signs_confirms_or_closes(with_pairs):
    for step in Step:
        with_pairs.go_to(step)
        names = filled(with_pairs)
        assert names, f"{step} has no way on"
        assert not [name for name in names if name.lower().startswith(FREEZES)]
    with_pairs.go_to(Step.PARTICIPANTS)
    press(with_pairs.place, "View: Door list")
    assert filled(with_pairs) == ["Next: Screening"]


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


def test_confirming_the_pairs_is_outlined_and_asks(with_pairs):
    with_pairs.go_to(Step.PAIRING)
    with_pairs.settle()
    with_pairs.messages.answers = [False]
    click(seen(with_pairs.place, QPushButton, "Confirm pairs"))
    assert len(with_pairs.messages.asked) == 1
    cards = board.board(with_pairs.place.desk, 1).cards
    assert {card.state for card in cards} == {PartnershipState.PROPOSED}
