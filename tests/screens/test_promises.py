"""Promised calls in the window: on Today, on a person's line, found by Ctrl+F; and the safety card within reach."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.today import page as today
from mat_desktop.rehearsal.hands import in_dialog, press, seen, strike
from mat_desktop.screens.contact.happened import HappenedDialog
from mat_desktop.screens.followup.body import CALL_PROMISED, SheetBody
from mat_desktop.screens.frame import menu
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.promises.answering import NOT_NEEDED
from mat_desktop.screens.promises.call_row import CallRow
from mat_desktop.screens.promises.call_sheet import CUT_UP
from mat_desktop.workshop.contact.calls import PrivateCall, Wish
from mat_desktop.workshop.followup import QUESTIONS, WORSE
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.safety import RED_FLAGS
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import WORKSHOP_DAY, CountedCodes, include, nine_o_clock

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)
NAMES = ("Ana Sorrel", "Ben Tui", "Cleo", "Dov", "Elif")


def five_people(library):
    """One workshop with a pair and three others; each was promised a call for tomorrow, and Elif’s is about safety."""
    from mat_desktop.facilitation.desk import Desk

    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    people = [include(desk, 1, name) for name in NAMES]
    for key in people:
        participants.change(desk, key, PersonField.PHONE, f"021 555 01{key}2")
        keeping.give(desk, key, WORKSHOP_DAY + DAY, safety=key == 5)
    moves.put_together(desk, people[:2])
    telling.confirm(desk, 1)
    telling.all_said_yes(desk, 1)
    participants.change(desk, 1, PersonField.EMERGENCY_NAME, "Otto")
    participants.change(desk, 1, PersonField.EMERGENCY_PHONE, "021 9")


@pytest.fixture
def at_today(facilitator):
    sealed_library_of(facilitator.folder, five_people)
    facilitator.clock.go_to(WORKSHOP_DAY + DAY)
    return facilitator.open(PASSPHRASE)


def calls_shown(who) -> list[str]:
    QTest.qWait(10)
    return [row.findChildren(QLabel)[0].text() for row in who.place.today.findChildren(CallRow) if row.isVisible()]


def owed(who) -> list[str]:
    return [one.call.who for one in today.today(who.place.desk).promised]


def words_on(widget) -> str:
    QTest.qWait(10)
    return " | ".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def test_promised_calls_stand_first_on_today_three_at_a_time_and_what_is_about_safety_before_the_others(at_today):
    place = at_today.place
    assert calls_shown(at_today) == ["Elif", "Ana Sorrel", "Ben Tui"]
    tops = [w.mapTo(place, w.rect().topLeft()).y() for w in (place.today._calls, place.today._due)]
    assert tops == sorted(tops)
    press(place, "2 more calls")
    assert calls_shown(at_today) == ["Elif", "Ana Sorrel", "Ben Tui", "Cleo", "Dov"]


def test_one_key_keeps_a_promise_and_undo_brings_it_back(at_today):
    place = at_today.place
    seen(place, QPushButton, "Talked: Elif").setFocus()
    strike(place, KEY.Key_T)
    assert owed(at_today) == ["Ana Sorrel", "Ben Tui", "Cleo", "Dov"]
    QTest.keyClick(place.window().windowHandle(), KEY.Key_Z, CTRL)
    assert owed(at_today)[0] == "Elif"


def test_one_key_moves_a_promise_and_says_the_words_for_it(at_today):
    place = at_today.place
    seen(place, QPushButton, "Talked: Ana Sorrel").setFocus()

    def move(dialog):
        assert "“Ana, I said that I would phone by Sun 15 March. It will be Mon 16 March." in words_on(dialog)
        press(dialog, "In two days")
        assert "It will be Tue 17 March." in words_on(dialog)
        press(dialog, "Promise this day")

    in_dialog(lambda: strike(place, KEY.Key_D), move)
    assert "Ana Sorrel" not in owed(at_today)
    at_today.clock.go_to(WORKSHOP_DAY + 3 * DAY)
    assert "Ana Sorrel" in owed(at_today)


def test_a_call_that_nobody_needs_is_called_off_and_one_about_safety_is_never_offered_it(at_today):
    place = at_today.place
    seen(place, QPushButton, "Talked: Ana Sorrel").setFocus()
    in_dialog(lambda: strike(place, KEY.Key_D), lambda dialog: press(dialog, NOT_NEEDED))
    assert "Ana Sorrel" not in owed(at_today)
    assert "no call is promised any more" in at_today.messages.said[-1]
    at_today.clock.go_to(WORKSHOP_DAY + 3 * DAY)
    assert "Ana Sorrel" not in owed(at_today)
    QTest.keyClick(place.window().windowHandle(), KEY.Key_Z, CTRL)
    assert "Ana Sorrel" in owed(at_today)
    seen(place, QPushButton, "Talked: Elif").setFocus()

    def look(dialog):
        assert NOT_NEEDED not in [one.text() for one in dialog.findChildren(QPushButton)]
        press(dialog, "Leave")

    in_dialog(lambda: strike(place, KEY.Key_D), look)
    assert "Elif" in owed(at_today)


def test_the_second_miss_of_a_safety_call_asks_for_one_of_four_things_and_keeps_the_call(at_today):
    place = at_today.place
    for number in (1, 2):
        at_today.clock.go_to(WORKSHOP_DAY + number * DAY)
        place.open_today()
        seen(place, QPushButton, "No answer: Elif").setFocus()
        strike(place, KEY.Key_N)
    assert "Not reached. Decide now" in words_on(place.today)
    press(place, "Phone the person they named: Elif")
    assert "named nobody who may be phoned" in at_today.messages.said[-1]
    assert "Not reached. Decide now" in words_on(place.today)
    press(place, "Phone the emergency number, or ask for a welfare check: Elif")
    assert "Not reached. Decide now" not in words_on(place.today)
    assert "Elif" in owed(at_today)


def test_on_the_day_of_an_event_names_come_on_a_second_key_and_are_gone_when_she_comes_back(facilitator):
    sealed_library_of(facilitator.folder, five_people)
    place = facilitator.open(PASSPHRASE).place
    keeping.give(place.desk, 1, WORKSHOP_DAY)
    place.open_today()
    assert calls_shown(facilitator) == []
    assert "1 call promised" in words_on(place.today)
    press(place, "Show names")
    assert calls_shown(facilitator) == ["Ana Sorrel"]
    facilitator.open_workshop("Mill Lane")
    place.open_today()
    assert calls_shown(facilitator) == []


def test_on_the_day_of_an_event_titles_of_others_and_names_of_what_is_due_come_on_a_key(facilitator):
    sealed_library_of(facilitator.folder, five_people)
    place = facilitator.open(PASSPHRASE).place
    setup.create(place.desk, "Hill House", "", WORKSHOP_DAY + 60 * DAY, "Pacific/Auckland")
    safety.open_by_hand(place.desk, 1, "said so at the door")
    place.open_today()
    assert "Ana" not in words_on(place.today)
    assert not [b for b in seen_in(place.today, QAbstractButton) if "Hill House" in b.text() + b.accessibleName()]
    press(place, "1 other workshop")
    assert seen(place.today, QAbstractButton, f"Hill House, {day_month_year(WORKSHOP_DAY + 60 * DAY)}")
    press(place, "Show who: A safety card is open")
    assert "Ana Sorrel" in words_on(place.today)
    facilitator.open_workshop("Mill Lane")
    place.open_today()
    assert "Ana" not in words_on(place.today), "names are gone when she comes back"


def test_ctrl_f_finds_somebody_by_a_part_of_the_name_or_by_figures_and_enter_leads_to_their_line(at_today):
    place = at_today.place
    shown: list[int] = []
    place.errands.show_line = shown.append

    def find(dialog):
        strike(dialog, *"0122")
        assert [dialog.list.item(n).text().split("  ")[0] for n in range(dialog.list.count())] == ["Ben Tui"]
        seen(dialog, QLineEdit, "Name or number").clear()
        strike(dialog, *"SORR")
        QTest.qWait(20)
        strike(dialog, KEY.Key_Return)
        QTest.qWait(20)

    in_dialog(lambda: menu.do_key(place, "Ctrl+F"), find)
    assert shown == [1]


def test_where_nobody_fits_it_is_said_and_there_is_nothing_to_show(at_today):
    place = at_today.place
    before = []

    def find(dialog):
        before.append(words_on(dialog))
        strike(dialog, *"zz")
        assert "Nobody here fits" in words_on(dialog)
        assert not seen(dialog, QPushButton, "Show the line").isEnabled()
        strike(dialog, KEY.Key_Return)
        assert dialog.isVisible()
        press(dialog, "Leave")

    in_dialog(lambda: menu.do_key(place, "Ctrl+F"), find)
    assert "Nobody here fits" not in before[0]


def test_the_line_of_a_person_says_how_to_reach_them_and_what_was_agreed(at_today):
    said = []

    def read(dialog):
        said.append(words_on(dialog))
        press(dialog, "Leave")

    in_dialog(lambda: at_today.place.errands.show_line(1), read)
    for words in ("021 555 0112", "On trial with Ben Tui", "Agreed to calls with Ben Tui"):
        assert words in said[0]


def test_a_call_is_promised_on_the_line_of_a_person_and_kept_there(at_today):
    place = at_today.place

    def promise(dialog):
        press(dialog, "Talked: Dov")
        assert "Nothing is promised." in words_on(dialog)
        assert "A call promised, by Sun 15 March; kept" in words_on(dialog)
        press(dialog, "It is about safety")
        press(dialog, "Promise a call")
        assert "by Mon 16 March" in words_on(dialog)
        press(dialog, "Leave")

    press(place, "2 more calls")
    QTest.qWait(10)
    in_dialog(lambda: press(place, "Open: Dov"), promise)
    at_today.clock.go_to(WORKSHOP_DAY + 2 * DAY)
    assert [(p.call.who, p.call.safety) for p in today.today(place.desk).promised if p.call.who == "Dov"] == [
        ("Dov", True)
    ]


def test_what_happened_to_somebody_in_no_pair_is_told_from_their_line_and_promises_a_call(at_today):
    place = at_today.place
    said = []

    def tell(dialog):
        dialog.kind.set("has gone silent")
        dialog.kind.box.activated.emit(dialog.kind.box.currentIndex())
        said.append((dialog.who.box.currentText(), words_on(dialog)))
        press(dialog, "Keep this")

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HappenedDialog):
            tell(dialog)
        else:
            QTimer.singleShot(10, wait)

    def lead_on(dialog):
        QTimer.singleShot(50, wait)
        press(dialog, "Something has happened")

    in_dialog(lambda: place.errands.show_line(4), lead_on)
    assert said, "The line of a person leads to what has happened."
    assert said[0][0] == "Dov"
    assert "A call is promised within three days" in said[0][1]
    at_today.clock.go_to(WORKSHOP_DAY + 4 * DAY)
    place.open_today()
    assert owed(at_today).count("Dov") == 2


def test_the_safety_card_of_who_is_on_the_page_is_one_key_away_while_a_handout_is_typed(at_today):
    at_today.clock.go_to(WORKSHOP_DAY + 190 * DAY)
    at_today.open_workshop("Mill Lane")
    at_today.go_to(Step.SIX_MONTHS)
    place = at_today.place
    said = []

    def read(dialog):
        said.append(words_on(dialog))
        press(dialog, "Red flags: when to pause and refer")
        said.append(words_on(dialog))
        strike(dialog, KEY.Key_Escape)

    in_dialog(lambda: strike(place, KEY.Key_F7), read)
    assert "Safety card: Ana Sorrel" in said[0]
    assert "on hold until you let them go on, and promises each of them a call" in said[0]
    assert RED_FLAGS[0] not in said[0]
    assert all(flag in said[1] for flag in RED_FLAGS)


def test_a_card_names_the_own_number_and_whether_the_named_person_may_be_phoned(at_today):
    at_today.open_workshop("Mill Lane")
    place = at_today.place
    safety.open_by_hand(place.desk, 1, "said so at the door")
    said = []

    def read(dialog):
        said.append(words_on(dialog))
        strike(dialog, KEY.Key_Escape)

    in_dialog(lambda: place.errands.open_card(1), read)
    participants.set_consent(place.desk, 1, ConsentKind.EMERGENCY, given=True)
    in_dialog(lambda: place.errands.open_card(1), read)
    assert "021 555 0112" in said[0]
    assert "Otto, 021 9 is named, but they did not agree" in said[0]
    assert "Named for an emergency: Otto, 021 9. Ask first: “Is this person part of the worry?”" in said[1]


def test_talk_first_on_a_slip_is_typed_on_the_telling_list(at_today):
    place = at_today.place
    moves.put_together(place.desk, [3, 4])
    telling.confirm(place.desk, 1)
    at_today.open_workshop("Mill Lane")
    at_today.go_to(Step.PAIRING)
    place.page.show_view("telling")
    press(place, "Cleo: Talk first")
    assert "talk first, alone" in words_on(place.page)


def test_a_lot_worse_on_a_handout_says_that_a_call_is_promised(at_today):
    at_today.clock.go_to(WORKSHOP_DAY + 190 * DAY)
    at_today.open_workshop("Mill Lane")
    at_today.go_to(Step.SIX_MONTHS)
    place = at_today.place
    (body,) = place.page.findChildren(SheetBody)
    (worse,) = [question for question in QUESTIONS if question.key == WORSE]
    body._choose(worse, 1, Entered(value=3))
    assert at_today.messages.said[-1] == CALL_PROMISED
    body._choose(worse, 1, Entered(value=1))
    assert at_today.messages.said[-1] == CALL_PROMISED
    assert at_today.messages.said.count(CALL_PROMISED) == 1


def test_the_call_sheet_is_typed_back_with_one_key_a_person_and_is_to_be_cut_up(at_today):
    place = at_today.place
    at_today.clock.go_to(WORKSHOP_DAY + 14 * DAY)
    place.open_today()
    names = owed(at_today)
    assert names[:2] == ["Elif", "Ana Sorrel"]
    struck: list[Qt.Key] = []

    def type_all(dialog):
        for _ in names:
            struck.append(KEY.Key_A)
            strike(dialog, KEY.Key_A)
        press(dialog, "Leave")

    in_dialog(lambda: press(place, "Type a phone list"), type_all)
    assert len(names) == 7
    assert len(struck) == len(names)
    assert owed(at_today) == []
    assert at_today.messages.said[-1] == CUT_UP
    with place.desk.archive.look() as rows:
        assert {(c.participant_id, c.wish) for c in rows.all(PrivateCall)} == {(1, Wish.GO_ON), (2, Wish.GO_ON)}


def test_from_whatever_box_of_a_call_sheet_the_arrow_down_is_the_next_person(at_today):
    place = at_today.place
    at_today.clock.go_to(WORKSHOP_DAY + 14 * DAY)
    place.open_today()
    names = owed(at_today)

    def type_second(dialog):
        strike(dialog, KEY.Key_Tab, KEY.Key_Down, KEY.Key_A)
        press(dialog, "Leave")

    in_dialog(lambda: press(place, "Type a phone list"), type_second)
    assert owed(at_today) == [names[0], *names[2:]]


def test_no_answer_on_a_call_sheet_keeps_the_call_promised(at_today):
    place = at_today.place

    def type_one(dialog):
        strike(dialog, KEY.Key_N)
        press(dialog, "Leave")

    in_dialog(lambda: press(place, "Type a phone list"), type_one)
    assert next((p.call.who, p.call.attempts) for p in today.today(place.desk).promised) == ("Elif", 1)


def test_a_letter_with_alt_is_a_command_and_answers_nothing_on_a_call_sheet(at_today):
    place = at_today.place
    before = owed(at_today)

    def command(dialog):
        for key in (KEY.Key_N, KEY.Key_A):
            QTest.keyClick(dialog.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
        press(dialog, "Leave")

    in_dialog(lambda: press(place, "Type a phone list"), command)
    assert owed(at_today) == before
    assert next(p.call.attempts for p in today.today(place.desk).promised) == 0
