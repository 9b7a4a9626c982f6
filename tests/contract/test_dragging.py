"""Dragging by the hand of these tests: people of the board go where they are dropped, and nowhere else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mat_desktop.facilitation.pairing import board, moves
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.pairing.chip import Chip
from mat_desktop.screens.pairing.tiles import Tile
from mat_desktop.workshop.journey import Step
from tests.contract.dragged import said_of_the_drop
from tests.contract.hand import middle_of
from tests.contract.libraries import DAY
from tests.contract.meant import dropping
from tests.contract.visitor import Visitor, visitor_of
from tests.sure import sure


@pytest.fixture
def at_the_board(qapp, tmp_path):
    load_fonts()
    DAY.lay(tmp_path / "library")
    found = visitor_of(tmp_path / "library", DAY.day)
    found.go_to(Step.PAIRING)
    yield found
    found.close()


def chip(visitor: Visitor, name: str) -> Chip:
    return next(one for one in visitor.page.findChildren(Chip) if one.isVisible() and one.text() == name)


def drag(
    visitor: Visitor, name: str, onto: QWidget | QPoint, meanwhile=lambda: None, key: Qt.Key | None = None
) -> list[str]:
    """Drag somebody. The kinds of deeds that were kept."""
    last = visitor.kept.last()
    end = onto if isinstance(onto, QPoint) else middle_of(onto)
    visitor.hand.drag(visitor.window, middle_of(chip(visitor, name)), end, meanwhile, key)
    return [line.kind for line in visitor.kept.since(last)]


def test_what_the_board_says_of_a_drop_is_what_the_drop_does(at_the_board):
    visitor, said = at_the_board, list[str]()
    kept = drag(visitor, "Elif", chip(visitor, "Farid"), lambda: said.append(said_of_the_drop(visitor.window)))
    assert said[0].startswith("A new pair")
    assert kept == ["pairing.put_together"]
    assert dropping(said[0]) == set(kept)


def test_a_drop_beside_everything_does_nothing_and_says_nothing_afterwards(at_the_board):
    visitor = at_the_board
    assert drag(visitor, "Elif", middle_of(visitor.place.header)) == []
    assert drag(visitor, "Elif", QPoint(3, 300)) == []
    assert said_of_the_drop(visitor.window) == ""
    assert drag(visitor, "Elif", chip(visitor, "Elif")) == []


@pytest.mark.parametrize("cover", [Qt.Key.Key_F9, Qt.Key.Key_F8])
def test_under_a_cover_that_comes_while_somebody_hangs_on_the_pointer_nobody_is_dropped(at_the_board, cover):
    visitor = at_the_board
    onto = chip(visitor, "Farid")
    assert drag(visitor, "Elif", onto, key=cover) in ([], ["today.step_out"])
    assert visitor.place.covers.up
    visitor.place.covers.rest()
    assert said_of_the_drop(visitor.window) == ""
    assert {name for _, name in board.board(visitor.place.desk, sure(visitor.place.bench).workshop_id).not_placed} >= {
        "Elif",
        "Farid",
    }


def test_a_window_that_becomes_tiny_during_a_drag_drops_nobody_elsewhere_than_it_says(at_the_board):
    visitor, said = at_the_board, list[str]()

    def tiny() -> None:
        visitor.window.resize(visitor.window.minimumSize())
        QApplication.processEvents()
        said.append(said_of_the_drop(visitor.window))

    kept = drag(visitor, "Elif", chip(visitor, "Farid"), tiny)
    assert set(kept) == dropping(said[0])
    chips = [one for one in visitor.page.findChildren(Chip) if one.isVisible()]
    assert not [one.text() for one in chips if one.property("pulled") or one.property("landing")]


def test_somebody_is_put_out_of_a_pair_by_a_drop_on_those_who_are_not_placed(at_the_board):
    visitor = at_the_board
    people = {one.text(): one.key for one in visitor.page.findChildren(Chip)}
    moves.put_together(visitor.place.desk, [people["Elif"], people["Farid"]])
    visitor.place.show_again()
    QApplication.processEvents()
    well = next(one for one in visitor.page.findChildren(Tile) if one.isVisible() and one.objectName() == "well")
    corner = well.mapTo(visitor.window, QPoint(well.width() - 8, 12))
    assert drag(visitor, "Elif", corner) == ["pairing.take_out"]


def test_a_cover_gives_the_keyboard_back_to_somebody_who_is_not_placed(at_the_board):
    visitor = at_the_board
    chip(visitor, "Elif").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        visitor.hand.key(Qt.Key.Key_F9)
    assert sure(QApplication.focusWidget()).accessibleName() == "Elif, not placed yet"


def test_a_cover_gives_the_keyboard_back_to_a_tick_on_the_door_list(at_the_board):
    visitor = at_the_board
    visitor.go_to(Step.PARTICIPANTS)
    visitor.press("View: Door list", visitor.place.header)
    box = visitor.button("Ballots and slips destroyed", visitor.page)
    row = next(one for one in visitor.page.closing.findChildren(QLineEdit) if one.isVisible())
    for one in (box, row):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        name = one.accessibleName()
        for _ in range(2):
            visitor.hand.key(Qt.Key.Key_F9)
        assert sure(QApplication.focusWidget()).accessibleName() == name
