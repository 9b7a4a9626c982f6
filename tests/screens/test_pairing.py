import os

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.pairing import ballots, board, moves, telling, ties
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import from_menu, in_dialog, press, seen, strike, write
from mat_desktop.screens.pairing.chip import MIME, Chip
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Choice, PartnershipState
from mat_desktop.workshop.participants.participant import Unplaced
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.libraries import PASSPHRASE
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase
from tests.sure import sure, sure_of

NAMES = ("Ana", "Ben", "Cleo", "Dov", "Eva", "Finn")
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def three_pairs_who_chose_each_other(desk):
    """Six people who could be paired: Ana and Ben, Cleo and Dov, Eva and Finn chose each other."""
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    keys = [participants.add(desk, 1, name, "021 555") for name in NAMES]
    for key in keys:
        screening.decide(desk, key, ScreeningOutcome.INCLUDE, "well known")
    for n in range(0, 6, 2):
        ballots.mark(desk, keys[n], keys[n + 1], Choice.GLADLY)
        ballots.mark(desk, keys[n + 1], keys[n], Choice.GLADLY)


@pytest.fixture
def at_the_board(facilitator):
    """The board, with all six of them on it."""
    with_passphrase(facilitator, three_pairs_who_chose_each_other)
    facilitator.go_to(Step.PAIRING)
    facilitator.window.activateWindow()
    QTest.qWait(20)
    return facilitator


def pairs(who):
    return {frozenset(n for _, n in c.members) for c in board.board(who.place.desk, 1).cards}


def words_on(window: QWidget) -> str:
    QTest.qWait(10)
    return " | ".join(w.text() for w in window.findChildren(QLabel) if w.isVisible())


def chip(who, name) -> Chip:
    QTest.qWait(10)
    chips: list[Chip] = who.page.findChildren(Chip)
    return next(c for c in chips if c.isVisible() and c.text() == name)


def menu_words(found: Chip) -> list[str]:
    menu = sure(found.moves)
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def carried(who, name) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, str(chip(who, name).key).encode())
    return data


def drag_over(target: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event


def drop(target: QWidget, data: QMimeData) -> None:
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    QApplication.sendEvent(target, event)


def test_the_board_shows_fit_and_reasons_only_while_the_button_is_held(at_the_board):
    at_the_board.press("Suggest pairs")
    assert "Fit" not in words_on(at_the_board.page)
    assert "chose" not in words_on(at_the_board.page)
    held = seen(at_the_board.page, QPushButton, "Show reasons")
    QTest.mousePress(held, LEFT)
    assert "Fit 7" in words_on(at_the_board.page)
    assert "Both chose each other" in words_on(at_the_board.page)
    QTest.mouseRelease(held, LEFT)
    assert "chose" not in words_on(at_the_board.page)
    held.setFocus()
    QTest.keyPress(held, Qt.Key.Key_Space)
    assert "Both chose each other" in words_on(at_the_board.page)
    QTest.keyRelease(held, Qt.Key.Key_Space)
    assert "Fit" not in words_on(at_the_board.page)


def test_the_effect_of_a_swap_is_shown_before_the_drop_and_goes_when_the_chip_is_pulled_away(at_the_board):
    at_the_board.press("Suggest pairs")
    target = chip(at_the_board, "Cleo")
    assert drag_over(target, carried(at_the_board, "Ana")).isAccepted()
    said = words_on(at_the_board.page)
    assert "Ana and Cleo swap" in said
    assert "fits less well" in said
    assert "chose" not in said, "ballots are not told on the open board"
    QApplication.sendEvent(target, QDragLeaveEvent())
    assert "Ana and Cleo swap" not in words_on(at_the_board.page)
    assert frozenset({"Ana", "Ben"}) in pairs(at_the_board)
    drag_over(target, carried(at_the_board, "Ana"))
    drop(target, carried(at_the_board, "Ana"))
    assert pairs(at_the_board) == {frozenset({"Cleo", "Ben"}), frozenset({"Ana", "Dov"}), frozenset({"Eva", "Finn"})}
    assert "Undo swapping Ana and Cleo" in at_the_board.place.bar.undo.toolTip()
    at_the_board.press("Undo")
    assert frozenset({"Ana", "Ben"}) in pairs(at_the_board)


@pytest.mark.skipif(os.environ["QT_QPA_PLATFORM"] == "offscreen", reason="nothing can be dragged without a screen")
@pytest.mark.parametrize("cover", [Qt.Key.Key_F9, Qt.Key.Key_F8])
def test_a_cover_that_comes_while_somebody_hangs_on_the_pointer_ends_the_drag_and_drops_nobody(at_the_board, cover):
    who = at_the_board
    who.press("Suggest pairs")
    who.settle()
    before, hand = pairs(who), sure(who.window.windowHandle())
    start, end = (middle(who, chip(who, name)) for name in ("Ana", "Cleo"))
    ana, dragging = chip(who, "Ana"), list[bool]()

    def carry_on() -> None:
        if not ana.property("pulled"):
            QTimer.singleShot(20, carry_on)
            return
        QTest.mouseMove(hand, end)
        QTest.qWait(30)
        dragging.append("Ana and Cleo swap" in words_on(who.page))
        QTest.keyClick(hand, cover)

    QTimer.singleShot(60, carry_on)
    QTest.mousePress(hand, LEFT, pos=start)
    QTest.mouseMove(hand, start + QPoint(30, 0))
    until(lambda: bool(dragging))
    QTest.qWait(30)
    assert dragging == [True]
    assert who.place.covered
    assert not ana.property("pulled"), "the drag is over before the hand lets go"
    QTest.mouseRelease(hand, LEFT, pos=end)
    QTest.qWait(30)
    assert who.place.covered
    assert pairs(who) == before
    who.place.covers.rest()
    assert pairs(who) == before
    assert "Ana and Cleo swap" not in words_on(who.page)


def until(true) -> None:
    for _ in range(200):
        if true():
            return
        QTest.qWait(10)


def test_arrows_go_through_the_list_of_ballots_and_stay_in_it_and_a_click_leads_to_the_digits(at_the_board):
    who = at_the_board
    press(who.place.header, "View: Ballots")
    (people,) = [found for found in who.page.findChildren(PeopleList) if found.isVisible()]
    people.view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        strike(who.window, Qt.Key.Key_Down)
        QTest.qWait(20)
        assert who.window.focusWidget() is people.view
    who.pick("Ana")
    assert sure(who.window.focusWidget()).accessibleName() == "Digits of the card"


def middle(who, widget: QWidget) -> QPoint:
    return widget.mapTo(who.window, QPoint(widget.width() // 2, widget.height() // 2))


def test_something_else_that_is_dragged_in_does_nothing(at_the_board):
    at_the_board.press("Suggest pairs")
    data = QMimeData()
    data.setText("Ana")
    assert not drag_over(chip(at_the_board, "Cleo"), data).isAccepted()
    drop(chip(at_the_board, "Cleo"), data)
    assert frozenset({"Cleo", "Dov"}) in pairs(at_the_board)


def test_somebody_is_taken_out_and_put_back_by_the_keyboard_alone(at_the_board):
    at_the_board.press("Suggest pairs")
    ana = chip(at_the_board, "Ana")
    ana.setFocus()
    QTest.keyClick(ana, Qt.Key.Key_Space)
    QTest.qWait(20)
    menu = sure(ana.moves)
    assert menu.isVisible()
    words = [action.text() for action in menu.actions()]
    assert words == ["Swap with", "Take out", "Lock"]
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QTest.qWait(20)
    assert frozenset({"Ana", "Ben"}) not in pairs(at_the_board)
    assert chip(at_the_board, "Ana").hasFocus(), "the keyboard stays with the person who was moved"
    from_menu(chip(at_the_board, "Ana").moves, "Put together with", "Ben")
    assert sure_of(QPushButton, QApplication.focusWidget()).text() == "Leave as it is"
    press(at_the_board.page, "Put together")
    assert frozenset({"Ana", "Ben"}) in pairs(at_the_board)


def test_a_swap_by_menu_says_its_effect_and_can_be_left_as_it_is(at_the_board):
    at_the_board.press("Suggest pairs")
    from_menu(chip(at_the_board, "Ana").moves, "Swap with", "Eva")
    assert "If you swap Ana and Eva" in words_on(at_the_board.page)
    press(at_the_board.page, "Leave as it is")
    assert frozenset({"Ana", "Ben"}) in pairs(at_the_board)
    at_the_board.swap("Ana", "Eva")
    assert frozenset({"Ana", "Finn"}) in pairs(at_the_board)


def test_private_limits_are_said_in_the_effect_without_a_reason_and_the_swap_is_refused(at_the_board):
    ties.keep_apart(at_the_board.place.desk, 1, 4, "a dispute between them")
    at_the_board.press("Suggest pairs")
    from_menu(chip(at_the_board, "Ana").moves, "Swap with", "Cleo")
    said = words_on(at_the_board.page)
    assert "private limits" in said
    assert "dispute" not in said
    press(at_the_board.page, "Swap")
    assert "private limits" in at_the_board.messages.said[-1]
    assert frozenset({"Ana", "Ben"}) in pairs(at_the_board)


def test_a_locked_pair_stays_and_cannot_be_pulled_apart(at_the_board):
    desk = at_the_board.place.desk
    moves.put_together(desk, [1, 3])
    at_the_board.place.show_again()
    press(at_the_board.page, "Lock Ana and Cleo")
    assert "Locked pairs stay" in words_on(at_the_board.page)
    assert chip(at_the_board, "Ana").moves is None
    at_the_board.press("Suggest again")
    assert frozenset({"Ana", "Cleo"}) in pairs(at_the_board)
    assert len(pairs(at_the_board)) == 3
    press(at_the_board.page, "Unlock Ana and Cleo")
    at_the_board.press("Suggest again")
    assert frozenset({"Ana", "Cleo"}) not in pairs(at_the_board)


def test_another_idea_is_a_different_one_and_the_best_comes_round_again(at_the_board):
    at_the_board.press("Suggest pairs")
    best = pairs(at_the_board)
    seen_before = [best]
    for _ in range(4):
        at_the_board.press("Another idea")
        assert pairs(at_the_board) not in seen_before
        seen_before.append(pairs(at_the_board))
    at_the_board.press("Another idea")
    assert pairs(at_the_board) == best


def test_a_slider_says_at_once_what_would_change_and_moves_nobody(at_the_board):
    at_the_board.press("Suggest pairs")
    best = pairs(at_the_board)
    press(at_the_board.page, "Adjust")
    assert "The board is the best answer" in words_on(at_the_board.page)
    slider = seen(at_the_board.page, QSlider, "Who chose whom")
    slider.setFocus()
    for _ in range(2):
        QTest.keyClick(slider, Qt.Key.Key_Left)
    said = words_on(at_the_board.page)
    assert "Not at all" in said
    assert pairs(at_the_board) == best
    assert "best answer" in said or "would change" in said
    at_the_board.press("Undo")
    assert seen(at_the_board.page, QSlider, "Who chose whom").value() == 2


def test_ballots_are_typed_a_row_of_digits_a_person_without_another_key(at_the_board):
    press(at_the_board.place.header, "View: Ballots")
    at_the_board.pick("Ana")
    QTest.qWait(5)
    field = seen(at_the_board.page, QLineEdit, "Digits of the card")
    assert field.hasFocus()
    for digits in ("12300", "21000", "00100"):
        QTest.keyClicks(sure(QApplication.focusWidget()), digits)
        QTest.qWait(5)
    assert at_the_board.page.ballots.voter == 4
    desk = at_the_board.place.desk
    assert ballots.ballot(desk, 1).marks == {2: Choice.GLADLY, 3: Choice.COULD, 4: Choice.RATHER_NOT}
    assert ballots.ballot(desk, 3).marks == {4: Choice.GLADLY}
    QTest.keyClicks(sure(QApplication.focusWidget()), "12")
    QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Return)
    assert "5 marks; 2 digits" in at_the_board.messages.said[-1]
    assert field.text() == "12", "what was typed stays"


def test_confirm_leads_to_the_telling_list_and_answers_are_not_shown_again(at_the_board):
    at_the_board.press("Suggest pairs")
    at_the_board.press("Confirm pairs")
    assert "No pair is announced before both said yes" in words_on(at_the_board.page)
    assert "“Would you try two weeks of calls with …?”" in words_on(at_the_board.page), "as the slips ask"
    press(at_the_board.page, "Ana: No, thank you")
    press(at_the_board.page, "Ben: Told")
    press(at_the_board.page, "Cleo: Yes")
    said = words_on(at_the_board.page)
    assert said.count("answered") == 2
    assert said.count("told |") == 1
    press(at_the_board.page, "Ben: Yes")
    said = words_on(at_the_board.page)
    assert "Ana and Ben: another idea is needed" in said
    assert "This one did not work out. Let us look at what else we can do." in said
    assert not any("Ana would" in words or "rather not" in words for words in (*at_the_board.messages.said, said))
    press(at_the_board.page, "Dov: Yes")
    assert "all said yes" in at_the_board.messages.said[-1]


def test_no_row_of_the_telling_list_moves_when_a_pair_has_answered(at_the_board):
    at_the_board.press("Suggest pairs")
    at_the_board.press("Confirm pairs")
    window = at_the_board.window
    QTest.qWait(5)
    assert sure(window.focusWidget()).accessibleName() == "Ana: Told", "the keyboard is where the list begins"
    spots = {}
    for one in at_the_board.page.findChildren(QPushButton):
        if one.isVisible() and one.accessibleName().endswith(": Yes"):
            spots[one.accessibleName()] = one.mapTo(window, one.rect().center())
    assert list(spots) == ["Ana: Yes", "Ben: Yes", "Cleo: Yes", "Dov: Yes", "Eva: Yes", "Finn: Yes"]
    for spot in spots.values():
        QTest.mouseClick(sure(window.windowHandle()), Qt.MouseButton.LeftButton, pos=spot)
        QTest.qWait(5)
        if spot is not list(spots.values())[-1]:
            name = sure(window.focusWidget()).accessibleName()
            assert name.endswith((": Told", ": Yes", ": No, thank you", ": Talk first")), (
                f"the keyboard stays in the list, not {name}"
            )
    desk = at_the_board.place.desk
    assert telling.telling(desk, 1).begun == (("Ana", "Ben"), ("Cleo", "Dov"), ("Eva", "Finn"))
    last = desk.archive.last_done()
    for spot in spots.values():
        QTest.mouseClick(sure(window.windowHandle()), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.archive.last_done() == last
    assert words_on(at_the_board.page).count("2 of 2 answers in") == 3
    press(at_the_board.place, "Undo")
    assert words_on(at_the_board.page).count("1 of 2 answers in") == 1
    press(at_the_board.place.header, "View: Board")
    press(at_the_board.place.header, "View: Telling")
    assert "Ana and Ben" not in words_on(at_the_board.page), "come back to, it shows who is still to be asked"


def test_a_limit_set_aside_by_hand_is_said_before_the_pairs_are_confirmed(at_the_board):
    desk = at_the_board.place.desk
    participants.change(desk, 1, participants.PersonField.LANGUAGES, "English")
    participants.change(desk, 3, participants.PersonField.LANGUAGES, "Māori")
    at_the_board.press("Suggest pairs")
    at_the_board.swap("Ana", "Dov")
    at_the_board.press("Confirm pairs")
    assert "In 1 pair you set a limit aside by hand; that is recorded." in at_the_board.messages.asked[-1]


def test_the_telling_list_is_found_again_after_closing_in_the_middle(at_the_board):
    at_the_board.press("Suggest pairs")
    at_the_board.press("Confirm pairs")
    press(at_the_board.page, "Ana: Yes")
    at_the_board.close()
    at_the_board.open(PASSPHRASE)
    at_the_board.press("Continue")
    press(at_the_board.place.header, "View: Telling")
    assert words_on(at_the_board.page).count("answered") == 1
    press(at_the_board.page, "Ben: Yes")
    states = [c.state for c in board.board(at_the_board.place.desk, 1).cards]
    assert states.count(PartnershipState.TRIAL) == 1


def test_nothing_but_pairs_that_said_yes_is_ever_projected(at_the_board):
    at_the_board.press("Suggest pairs")
    shown = []
    in_dialog(lambda: press(at_the_board.page, "For the projector"), lambda dialog: shown.append(words_on(dialog)))
    assert not any(name in shown[0] for name in NAMES)
    at_the_board.press("Confirm pairs")
    desk = at_the_board.place.desk
    telling.all_said_yes(desk, 1)
    at_the_board.place.show_again()
    press(at_the_board.place.header, "View: Board")
    in_dialog(lambda: press(at_the_board.page, "For the projector"), lambda dialog: shown.append(words_on(dialog)))
    assert "Ana and Ben" in shown[1]
    assert "Fit" not in shown[1]


def test_whoever_is_in_no_pair_reads_not_placed_yet_whatever_the_cause(at_the_board):
    safety.open_by_hand(at_the_board.place.desk, 1, "said so")
    participants.change(at_the_board.place.desk, 3, participants.PersonField.PARTNER_WISH, "women only")
    at_the_board.press("Suggest pairs")
    said = words_on(at_the_board.page)
    assert said.count("Not placed yet") == 1
    assert {c.text() for c in at_the_board.page.findChildren(Chip) if "not placed yet" in c.accessibleName()} >= {
        "Ana",
        "Cleo",
    }
    assert "card" not in said.lower()


def test_what_is_in_the_way_is_told_only_while_the_reasons_are_held(at_the_board):
    for other in range(2, 7):
        ballots.mark(at_the_board.place.desk, 1, other, Choice.RATHER_NOT)
    at_the_board.press("Suggest pairs")
    assert "private" not in " ".join(at_the_board.messages.said)
    held = seen(at_the_board.page, QPushButton, "Show reasons")
    QTest.mousePress(held, LEFT)
    assert "In the way together: private limits." in at_the_board.messages.said[-1]
    QTest.mouseRelease(held, LEFT)


def test_a_wish_that_had_to_give_is_named_only_while_the_reasons_are_held_and_only_until_something_changes(
    at_the_board,
):
    desk = at_the_board.place.desk
    ties.mark_couple(desk, 1, 2)
    for place in (0, 1):
        ties.opt_in(desk, ties.ties(desk, 1).couples[0].id, place, on=True)
    ties.keep_apart(desk, 1, 2, "a dispute between them")
    at_the_board.press("Suggest pairs")
    assert "A wish could not be kept." in at_the_board.messages.said[-1]
    assert "Ana" not in at_the_board.messages.said[-1]
    held = seen(at_the_board.page, QPushButton, "Show reasons")
    QTest.mousePress(held, LEFT)
    assert "Could not be kept: Ana and Ben asked to be together." in at_the_board.messages.said[-1]
    QTest.mouseRelease(held, LEFT)
    from_menu(chip(at_the_board, "Ana").moves, "Take out")
    before = len(at_the_board.messages.said)
    QTest.mousePress(held, LEFT)
    QTest.mouseRelease(held, LEFT)
    assert len(at_the_board.messages.said) == before


def test_somebody_left_over_waits_with_a_date_that_is_read_in_words(at_the_board):
    desk = at_the_board.place.desk
    participants.remove(desk, 6)
    at_the_board.place.show_again()

    def fill(dialog):
        assert "I will phone you" in words_on(dialog)
        write(dialog, "Phone on", "soon")
        press(dialog, "They wait")
        assert "Write the date as 14 March 2026." in words_on(dialog)
        write(dialog, "Phone on", "14/4/26")
        press(dialog, "They wait")
        assert "Is that 14 April 2026?" in words_on(dialog)
        write(dialog, "Phone on", "21 March 2026")
        press(dialog, "They wait")

    in_dialog(lambda: from_menu(chip(at_the_board, "Eva").moves, "Waits, with a date …"), fill)
    assert board.board(desk, 1).settled == {5: Unplaced.WAITS}
    at_the_board.press("Suggest pairs")
    assert "Eva" not in {name for pair in pairs(at_the_board) for name in pair}
    from_menu(chip(at_the_board, "Eva").moves, "Look for a partner again (waits)")
    at_the_board.press("Suggest again")
    assert any(len(pair) == 3 for pair in pairs(at_the_board))


def test_the_facilitator_can_take_part_where_the_number_is_odd(at_the_board):
    desk = at_the_board.place.desk
    participants.remove(desk, 6)
    setup.change(desk, 1, setup.WorkshopField.FACILITATOR, "Ruth")
    setup.change(desk, 1, setup.WorkshopField.SECOND_PERSON, "Mere")
    at_the_board.place.show_again()
    in_dialog(
        lambda: from_menu(chip(at_the_board, "Eva").moves, "I take part myself …"),
        lambda dialog: press(dialog, "I take part"),
    )
    at_the_board.press("Suggest pairs")
    assert all(len(pair) == 2 for pair in pairs(at_the_board))
    assert any("Ruth" in pair for pair in pairs(at_the_board))
    from_menu(chip(at_the_board, "Ruth").moves, "Take out")
    assert "Waits, with a date …" not in menu_words(chip(at_the_board, "Ruth"))
    from_menu(chip(at_the_board, "Ruth").moves, "I no longer take part")
    assert "Ruth" not in {c.text() for c in at_the_board.page.findChildren(Chip) if c.isVisible()}
