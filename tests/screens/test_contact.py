from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from shiboken6 import isValid

from mat_desktop.facilitation.contact import alliance, calls, log, meetings, pairs, schedule, sheet
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.shown.words.contact import REASONS
from mat_desktop.facilitation.today import page as today
from mat_desktop.rehearsal.hands import choose, in_dialog, press, write
from mat_desktop.screens.contact import day_panel
from mat_desktop.screens.contact.strips import TrendView
from mat_desktop.workshop.contact.calls import CallKind
from mat_desktop.workshop.contact.days import Mark, Reason, Source, StepDone
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import LEADERLESS_BAG, MEETING_BAG, SheetKind
from tests.paperwork import of_kind

CARMEN = 3
FOUR_WEEKS = [date(2026, 3, 16) + timedelta(days=n) for n in range(28)]


def words_on(page) -> list[str]:
    QTest.qWait(50)
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


@pytest.fixture
def contact(at_own_sample):
    """The page of contact, with an empty log of Carmen."""
    who = at_own_sample
    who.go_to(Step.CONTACT)
    desk = who.place.desk
    rows = {row.participant_id: row for row in sheet.members(desk, 1, desk.clock.today())}
    place = rows[CARMEN].places[-1][0]
    log.mark_many(desk, place, CARMEN, dict.fromkeys(sheet.log_grid(desk, place, CARMEN).days))
    who.place.show_again()
    who.carmen = place
    return who


def test_a_four_week_log_with_three_days_without_a_call_takes_at_most_45_key_presses(contact):
    """From Today: the code from the foot of the sheet, then the days; every key is counted."""
    desk = contact.place.desk
    (issued,) = of_kind(desk, 1, SheetKind.CALL_LOG, (CARMEN,))
    pressed = 0

    def key(*keys: Qt.Key) -> None:
        nonlocal pressed
        for one in keys:
            QTest.keyClick(contact.window.focusWidget() or contact.page.take_in.table, one)
            pressed += 1

    contact.today()
    contact.place.setFocus()

    def type_code(dialog) -> None:
        nonlocal pressed
        field = dialog.findChild(QLineEdit)
        QTest.keyClicks(field, issued.head.code)
        QTest.keyClick(field, Qt.Key.Key_Return)
        pressed += len(issued.head.code) + 1

    in_dialog(lambda: press(contact.place.rail, "Find a sheet by its code"), type_code)
    pressed += 2  # Ctrl+K
    assert contact.place.step is Step.CONTACT
    assert contact.page.take_in.table.day == FOUR_WEEKS[0]
    missed = {FOUR_WEEKS[n] for n in (5, 13, 20)}
    contact.window.activateWindow()
    contact.page.take_in.table.setFocus()
    QTest.qWait(100)
    for day in FOUR_WEEKS:
        key(Qt.Key.Key_Minus if day in missed else Qt.Key.Key_Space)
    found = sheet.log_grid(desk, contact.carmen, CARMEN).marks
    assert found == {day: Mark.NO_CALL if day in missed else Mark.TALKED for day in FOUR_WEEKS}
    assert pressed <= 45, pressed


def test_one_key_marks_the_week_another_fills_the_sheet_and_undo_takes_each_back_at_once(contact):
    table = contact.page.take_in.table
    contact.pick("Carmen R.")
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    QTest.keyClick(table, Qt.Key.Key_W)
    assert table.day == FOUR_WEEKS[7]
    QTest.keyClick(table, Qt.Key.Key_3)
    write(contact.page, "Written up to", "29 March 2026")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F)
    marks = sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).marks
    assert [marks.get(day) for day in FOUR_WEEKS[6:9]] == [Mark.TALKED, Mark.NO_CALL, Mark.NO_CALL]
    assert max(marks) == date(2026, 3, 29)
    assert "6 empty days up to 29 March marked as no call. Ctrl+Z takes it back." in contact.messages.said[-1]
    contact.place.turning.undo()
    assert len(sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).marks) == 8


def test_what_changed_meanwhile_is_seen_when_the_other_sheet_is_turned_to(contact):
    """Only the sheet in front is read after a key; nothing old is shown when she turns to the other one."""
    desk, page = contact.place.desk, contact.page
    contact.pick("Carmen R.")
    hemi = next(m for m in pairs.pair(desk, contact.carmen, date(2026, 9, 20)).members if m.participant_id != CARMEN)
    press(page, "Sheet: Alliance check")
    contact.write("Day of a new check", "2 May 2026")
    press(page, "New check")
    contact.type_sheet("How the calls feel", "7", "6")
    log.mark(desk, contact.carmen, CARMEN, FOUR_WEEKS[0], Mark.TALKED)
    contact.place.show_again()
    press(page, "Sheet: Call log")
    assert page.take_in.table.log.marks == {FOUR_WEEKS[0]: Mark.TALKED}
    assert page.take_in.counts.text() == f"Up to today. {sheet.log_grid(desk, contact.carmen, CARMEN).counts}"
    contact.place.turning.undo()
    contact.place.turning.undo()
    assert page.take_in.table.log.marks == {}
    press(page, "Sheet: Alliance check")
    checks = alliance.checks_of(desk, contact.carmen, CARMEN)
    assert [[*c.ratings.values()] for c in checks if c.happened_on == date(2026, 5, 2)] == [[7]]
    assert [row.value for row in page.take_in.check.sheet.rows.values() if row.answered] == [7]
    participants.change(desk, CARMEN, participants.PersonField.NAME, "Carmela R.")
    contact.place.show_again()
    assert page.take_in.whose.text() == f"Carmela R. with {hemi.name}"
    contact.pick(hemi.name)
    assert page.take_in.whose.text() == f"{hemi.name} with Carmela R."


def test_every_entry_carries_where_it_comes_from(contact):
    contact.pick("Carmen R.")
    choose(contact.page, "Typed from", "Photo")
    table = contact.page.take_in.table
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    QTest.keyClick(table, Qt.Key.Key_Space)
    detail = sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).details[FOUR_WEEKS[0]]
    assert (detail.source, detail.typed_on) == (Source.PHOTO, date(2026, 9, 20))


def test_of_a_day_only_what_the_log_asks_is_typed_and_what_was_typed_before_stays_readable(contact):
    contact.pick("Carmen R.")
    table = contact.page.take_in.table
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    QTest.keyClick(table, Qt.Key.Key_Minus)
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    choose(contact.page, "Why not", f"1  {REASONS[Reason.WORK]}")
    detail = sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).details[FOUR_WEEKS[0]]
    assert detail.reason is Reason.WORK
    fields = {one.accessibleName() for one in contact.page.take_in.panel.findChildren(QLineEdit) if one.isVisible()}
    assert not fields & {"Minutes", "Confidence"}
    old = replace(detail, minutes=12, step=StepDone.PARTLY, confidence=7)
    assert list(day_panel.earlier(old)) == ["12 minutes", "yesterday’s step: partly", "confidence 7 of 10"]


def test_sheets_that_differ_are_shown_side_by_side_and_settled_with_a_note(contact):
    desk = contact.place.desk
    (other,) = [m for m in pairs.pair(desk, contact.carmen, date(2026, 9, 20)).members if m.participant_id != CARMEN]
    log.mark(desk, contact.carmen, CARMEN, FOUR_WEEKS[0], Mark.NO_CALL)
    log.mark(desk, contact.carmen, other.participant_id, FOUR_WEEKS[0], Mark.TALKED)
    contact.place.show_again()
    contact.pick("Carmen R.")
    assert "16 March. Carmen R.: no call; Hemi W.: talked" in words_on(contact.page)
    press(contact.page, "16 March was: talked")
    assert "how you found out" in contact.messages.said[-1]
    write(contact.page, "How you found out, 16 March", "Both looked at their phones")
    press(contact.page, "16 March was: talked")
    assert sheet.differences(desk, contact.carmen) == ()


def test_a_note_half_typed_stays_while_the_log_is_typed_and_the_list_follows_the_sheets(contact):
    desk = contact.place.desk
    (other,) = [m for m in pairs.pair(desk, contact.carmen, date(2026, 9, 20)).members if m.participant_id != CARMEN]
    log.mark_many(desk, contact.carmen, CARMEN, dict.fromkeys(FOUR_WEEKS[:2], Mark.NO_CALL))
    log.mark_many(desk, contact.carmen, other.participant_id, dict.fromkeys(FOUR_WEEKS[:2], Mark.TALKED))
    contact.place.show_again()
    contact.pick("Carmen R.")
    note = next(f for f in contact.page.findChildren(QLineEdit) if f.accessibleName() == "How you found out, 16 March")
    QTest.keyClicks(note, "Both loo")
    table = contact.page.take_in.table
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[5]))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert isValid(note)
    assert note.text() == "Both loo"
    log.mark(desk, contact.carmen, CARMEN, FOUR_WEEKS[1], Mark.TALKED)
    contact.place.show_again()
    said = words_on(contact.page)
    assert "16 March. Carmen R.: no call; Hemi W.: talked" in said
    assert not any(words.startswith("17 March. ") for words in said)
    log.mark(desk, contact.carmen, CARMEN, FOUR_WEEKS[0], Mark.TALKED)
    contact.place.show_again()
    assert "The sheets differ" not in words_on(contact.page)


def test_how_the_pairs_are_opens_without_ratings_and_hides_them_again(contact):
    press(contact.place, "View: How the pairs are")
    QTest.qWait(50)
    assert not [t for t in contact.page.findChildren(TrendView) if t.isVisible()]
    press(contact.page, "Show ratings")
    QTest.qWait(50)
    assert [t for t in contact.page.findChildren(TrendView) if t.isVisible()]
    assert "Workshop check. Not a validated scale. Use it only to talk together." in words_on(contact.page)
    press(contact.place, "View: Take in sheets")
    press(contact.place, "View: How the pairs are")
    QTest.qWait(50)
    assert not [t for t in contact.page.findChildren(TrendView) if t.isVisible()]
    assert not any("drifting" in words.lower() for words in words_on(contact.page))


def test_the_trial_check_is_answered_with_one_key(contact):
    press(contact.place, "View: Calls and talks")
    press(contact.page, "Calls: Day 7")
    QTest.qWait(50)
    answers = [
        b for b in contact.page.findChildren(QAbstractButton) if b.isVisible() and "wants to: 1" in b.accessibleName()
    ]
    answers[0].setFocus()
    QTest.keyClick(answers[0], Qt.Key.Key_2)
    found = calls.round_of(contact.place.desk, contact.page.calls.place, CallKind.DAY_7)
    assert str(found.members[0].wish) == "change something"


def test_a_wrong_date_and_an_overlap_are_said_in_the_dialog_and_nothing_is_lost(contact):
    press(contact.place, "View: How the pairs are")

    def act(dialog) -> None:
        write(dialog, "First day without a call", "1/7/2026")
        press(dialog, "Add days without a call")
        assert dialog.first.error.text() == "Which day is it: 1 July 2026 or 7 January 2026?"
        for days in (("1 July 2026", "10 July 2026"), ("9 July 2026", "12 July 2026")):
            write(dialog, "First day without a call", days[0])
            write(dialog, "Last day (empty: open)", days[1])
            press(dialog, "Add days without a call")
        assert "overlaps" in dialog.refused.text()
        assert dialog.first.text() == "9 July 2026"

    in_dialog(lambda: press(contact.page, "Agreed days of Carmen R. and Hemi W."), act)
    assert len(schedule.schedule(contact.place.desk, contact.carmen).pauses) == 1


def test_a_due_thing_unfolds_is_put_off_with_a_reason_and_comes_back(contact):
    contact.at(date(2026, 9, 21))
    contact.today()
    row = next(r for r in today.today(contact.place.desk).due if r.kind == "sheets" or r.entries)
    press(contact.place.today, f"Show who: {row.title}")
    entry = row.entries[0]

    def later(dialog) -> None:
        press(dialog, "Put it off")
        assert "why it waits" in dialog.refused.text()
        write(dialog, "Why it waits", "Away until Sunday")
        press(dialog, "Put it off")

    in_dialog(lambda: press(contact.place.today, f"Later: {row.title}, {entry.who}"), later)
    keys = [e.key for r in today.today(contact.place.desk).due for e in r.entries]
    assert entry.key not in keys
    contact.at(date(2026, 9, 28))
    assert entry.key in [e.key for r in today.today(contact.place.desk).due for e in r.entries]
    contact.place.turning.undo()


def test_closing_in_the_middle_of_a_sheet_loses_no_day_and_opens_at_the_next(contact):
    contact.pick("Carmen R.")
    table = contact.page.take_in.table
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    for _ in range(9):
        QTest.keyClick(table, Qt.Key.Key_Space)
    contact.close()
    contact.open().open_workshop("Harbour Hall")
    contact.go_to(Step.CONTACT)
    contact.pick("Carmen R.")
    assert contact.page.take_in.table.day == FOUR_WEEKS[9]


def test_a_day_that_is_still_to_come_can_be_excused_and_nothing_else(contact):
    contact.at(date(2026, 4, 1))
    contact.today()
    contact.open_workshop("Harbour Hall")
    contact.go_to(Step.CONTACT)
    contact.pick("Carmen R.")
    table = contact.page.take_in.table
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(date(2026, 3, 30)))
    QTest.keyClick(table, Qt.Key.Key_W)
    assert "2 April is still to come" in contact.messages.said[-1]
    assert contact.messages.shown, "what is refused is read after what was kept"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_Minus, Qt.Key.Key_M):
        assert table.day == date(2026, 4, 2), "the hand stays where something was refused"
        QTest.keyClick(table, key)
    table.setCurrentIndex(table.log.index_of(date(2026, 4, 3)))
    QTest.keyClick(table, Qt.Key.Key_E)
    assert table.day == date(2026, 4, 4)
    marks = sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).marks
    assert max(day for day, mark in marks.items() if mark is Mark.TALKED) == date(2026, 4, 1)
    assert marks[date(2026, 4, 3)] is Mark.EXCUSED
    for expected in (None, Mark.EXCUSED):
        tile = table.visualRect(table.log.index_of(date(2026, 4, 3))).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=tile)
        QTest.qWait(20)
        assert sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).marks.get(date(2026, 4, 3)) is expected


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_letter_with_a_command_key_marks_no_day(contact, held):
    contact.pick("Carmen R.")
    table = contact.page.take_in.table
    table.setFocus()
    table.setCurrentIndex(table.log.index_of(FOUR_WEEKS[0]))
    for key in (Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_3, Qt.Key.Key_Minus, Qt.Key.Key_Space):
        QTest.keyClick(contact.window.windowHandle(), key, held)
    assert sheet.log_grid(contact.place.desk, contact.carmen, CARMEN).marks == {}


@pytest.mark.parametrize(("lead", "bag"), [("Led", MEETING_BAG), ("Without a leader", LEADERLESS_BAG)])
def test_the_bag_of_a_meeting_without_a_leader_holds_its_card(contact, lead, bag):
    contact.clock.go_to(date(2026, 5, 10))
    press(contact.place, "View: Meetings")
    for row in meetings.meetings(contact.place.desk, 1):
        meetings.remove_meeting(contact.place.desk, row.id)
    meetings.add_meeting(contact.place.desk, 1, date(2026, 5, 14))
    contact.place.show_again()
    press(contact.page, f"Led or not: {lead}")
    press(contact.page, "Meeting bag")
    assert contact.page.what.kinds == tuple(kind for kind in SheetKind if kind in bag)
    assert (SheetKind.MEETING_CARD in contact.page.what.kinds) is (lead != "Led")
    assert (SheetKind.TO_COLLECT in contact.page.what.kinds) is (lead == "Led")
