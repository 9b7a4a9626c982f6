"""The page of outcomes: counts first, no names for the group, figures in sentences, the study behind its box."""

import csv
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPlainTextEdit, QWidget

from mat_desktop.facilitation.contact import pairs, schedule
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.outcomes import plan
from mat_desktop.facilitation.outcomes.flow import FlowStep
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import choose, in_dialog, press, seen, write
from mat_desktop.screens.outcomes.flow_view import FlowPicture
from mat_desktop.screens.outcomes.projector import GroupProjector
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.consent import ConsentKind
from tests.people import part_of_a_study, rest_left_empty


def words_on(page) -> str:
    QTest.qWait(30)
    return " ".join(found.text() for found in page.findChildren(QLabel) if found.isVisible())


@pytest.fixture
def outcomes(at_own_sample):
    """The page of outcomes after a year in which most have answered."""
    who = at_own_sample
    desk = who.place.desk
    who.clock.go_to(date(2027, 3, 20))
    for number, row in enumerate(views.people(desk, 1, 12)[:7]):
        goal = views.follow_up(desk, row.id, 12).goals[0][0].id
        entry.set_level(desk, row.id, 12, goal, number % 4 - 1)
        rest_left_empty(desk, row.id, 12)
    who.go_to(Step.OUTCOMES)
    return who


def test_the_group_stands_without_names_and_the_missing_are_named_only_by_their_number(outcomes):
    said = words_on(outcomes.page)
    for name in ("Carmen", "Hemi", "Amara", "Dov"):
        assert name not in said
    assert "not heard from" in said
    assert "Two of nine not heard from" in said
    press(outcomes.place, "View: Each pair")
    assert "Carmen R. and Hemi W." in words_on(outcomes.page)


@pytest.mark.parametrize("wide", [1000, 500], ids=["beside each other", "under each other"])
def test_the_way_of_everybody_is_drawn_with_its_exits_wide_and_narrow(qtbot, wide):
    steps = [FlowStep(count=9, words="began with a partner", left="1 not heard from yet"),
             FlowStep(count=8, words="answered at six months", left="")]  # fmt: skip
    picture = FlowPicture()
    qtbot.addWidget(picture)
    picture.resize(wide, 300)
    picture.show_steps(steps)
    drawn = picture.grab().toImage()
    picture.show_steps([replace(step, left="") for step in steps])
    without = picture.grab().toImage()
    differs = [(x, y) for x in range(wide) for y in range(300) if drawn.pixel(x, y) != without.pixel(x, y)]
    assert differs, "who went no further is told beside the box"
    narrow = wide < 700
    assert (min(x for x, _ in differs) > wide * 0.4) is narrow, "to the right of the box where it is narrow"
    assert (min(y for _, y in differs) > 90) is not narrow, "under the box where there is room"


def test_each_picture_is_a_picture_to_a_screen_reader_with_its_values_and_what_may_be_read_from_it(outcomes):
    page = outcomes.page
    press(outcomes.place, "View: Who came")
    assert "9 began with a partner" in page.came.picture.accessibleName()
    for picture in (page.came.picture, page.group.chart, page.group.dots, page.group.months):
        told = QAccessible.queryAccessibleInterface(picture)
        assert told.role() == QAccessible.Role.Graphic
        assert any(letter.isdigit() for letter in told.text(QAccessible.Text.Name))
        assert told.text(QAccessible.Text.Description).endswith(".")


def test_the_group_is_shown_only_after_all_agreed_and_no_name_is_on_the_projector(outcomes):
    assert not outcomes.page.show_button.isEnabled()
    press(outcomes.page, "All agreed that the group sees this")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, GroupProjector)
        seen.append(words_on(dialog))
        press(dialog, "Back")

    in_dialog(lambda: press(outcomes.page, "Show the group"), look)
    assert "began with a goal" in seen[0]
    assert "Carmen" not in seen[0]
    outcomes.place.turning.undo()
    assert not outcomes.page.show_button.isEnabled()


def test_figures_are_said_measure_by_measure_with_what_may_be_concluded(outcomes):
    press(outcomes.place, "View: Figures")
    said = words_on(outcomes.page)
    assert "May not be said: that the workshop or the calls did it." in said
    assert "from 7 people in 4 partnerships with both values" in said
    assert "2 people were not heard from at one year. Had they not changed, the mean change would be +" in said
    choose(outcomes.page, "Measure", "PHQ-4")
    assert "Nothing may be concluded yet." in words_on(outcomes.page)


def test_without_a_study_the_table_is_saved_without_names_and_nothing_is_asked(outcomes, tmp_path):
    press(outcomes.place, "View: Table")
    path = tmp_path / "table.csv"
    outcomes.messages.paths.append(path)
    outcomes.messages.picks.append(1)
    press(outcomes.place, "Save table")
    assert "Carmen" not in path.read_text(encoding="utf-8-sig")
    assert outcomes.messages.picks == [1]


def test_beside_every_count_of_days_stands_how_many_are_not_known(outcomes):
    from mat_desktop.facilitation.outcomes import views as outcome_views

    people = outcome_views.outcomes(outcomes.place.desk, 1).people
    assert any(p.not_known for p in people)
    assert "are not known" in words_on(outcomes.page)
    press(outcomes.place, "View: Each pair")
    said = words_on(outcomes.page)
    for person in people:
        assert f"Talked on {person.contact_days} of {person.agreed_days} days" in said
        assert f"{person.not_known} not known." in said
    press(outcomes.place, "View: Table")
    table = outcomes.page.table
    cells = [table.item(row, table.columnCount() - 1).text() for row in range(table.rowCount())]
    assert cells
    assert all(cell.endswith("not known") for cell in cells)


def test_in_a_study_the_table_is_saved_without_names_unless_they_are_wanted(outcomes, tmp_path):
    part_of_a_study(outcomes.place.desk, 1)
    outcomes.place.show_again()
    press(outcomes.place, "View: Table")
    path = tmp_path / "table.csv"
    outcomes.messages.paths.append(path)
    press(outcomes.place, "Save table")
    text = path.read_text(encoding="utf-8-sig")
    path.unlink()
    outcomes.messages.picks.append(None)
    press(outcomes.place, "Save table")
    assert not path.exists()
    assert "Carmen" not in text
    assert len(list(csv.reader(text.splitlines()))) == 10
    outcomes.messages.paths.append(path)
    outcomes.messages.picks.append(1)
    press(outcomes.place, "Save table")
    assert "Carmen R." in path.read_text(encoding="utf-8-sig")


def test_a_study_has_arms_and_without_one_nothing_speaks_of_them(outcomes):
    outcomes.go_to(Step.SETUP)
    assert "Arm" not in words_on(outcomes.page)
    press(outcomes.page, "This workshop is part of a study")
    assert "Before there are arms" in outcomes.messages.said[-1]
    assert "Arm" not in words_on(outcomes.page)
    press(outcomes.page, "None: this is no research")
    press(outcomes.page, "This workshop is part of a study")
    assert "Arm: wait list" in words_on(outcomes.page)
    write(outcomes.page, "Arm: weekly", "One call a week")
    assert schedule.arms(outcomes.place.desk, 1)[1].label == "One call a week"


def test_arms_pooling_and_research_appear_only_in_a_study(outcomes):
    def names() -> set[str]:
        QTest.qWait(30)
        return {b.accessibleName() for b in outcomes.place.findChildren(QAbstractButton) if b.isVisible()}

    assert "View: Arms" not in names()
    part_of_a_study(outcomes.place.desk, 1)
    outcomes.place.show_again()
    assert {"View: Arms", "View: Pool"} <= names()
    schedule.set_study(outcomes.place.desk, 1, on=False)
    outcomes.place.show_again()
    assert "View: Arms" not in names()


def test_a_list_is_sealed_and_revealed_in_the_window_and_planning_answers_at_once(outcomes):
    desk = outcomes.place.desk
    part_of_a_study(desk, 1)
    outcomes.place.show_again()
    press(outcomes.place, "View: Arms")
    press(outcomes.page, "Draw and seal the list")
    assert "at least two arms" in outcomes.messages.said[-1]
    press(outcomes.page, "A call every day")
    press(outcomes.page, "A call every week")
    press(outcomes.page, "Draw and seal the list")
    assert "Write the seal down" in outcomes.messages.said[-1]
    assert "The list is as it was sealed." in words_on(outcomes.page)
    press(outcomes.page, "Reveal the arm of Carmen R. and Hemi W.")
    assert "This pair’s arm: A call every" in outcomes.messages.said[-1]
    write(outcomes.page, "How alike partners change (ICC)", "0")
    assert "Each arm needs 33 whole pairs (66 people)" in words_on(outcomes.page)
    write(outcomes.page, "Difference to be found, in standard deviations", "1.5")
    write(outcomes.page, "Or: pairs in each arm", "4")
    said = words_on(outcomes.page)
    assert "With 4 pairs in each arm the power by t is 71%" in said
    assert "finds it in 5" in said, "and what the test of the program can do"
    write(outcomes.page, "Or: pairs in each arm", "3")
    assert "Fewer than four pairs in an arm can never show a difference" in words_on(outcomes.page)
    write(outcomes.page, "Difference to be found, in standard deviations", "much")
    assert "with a point: 0.5" in words_on(outcomes.page)


def test_arms_of_which_one_waited_say_where_they_can_still_be_compared(outcomes):
    desk = outcomes.place.desk
    part_of_a_study(desk, 1)
    kinds = {a.kind: a.id for a in schedule.arms(desk, 1)}
    for number, pair in enumerate(pairs.pairs(desk, 1, date(2026, 9, 1))):
        schedule.choose_arm(desk, pair.partnership_id, kinds[(ArmKind.DAILY, ArmKind.WAIT_LIST)[number % 2]])
    outcomes.place.show_again()
    press(outcomes.place, "View: Arms")
    said = words_on(outcomes.page)
    assert "Those who waited have had calls as well by the last follow-up with answers" in said
    assert "There are no answers of two arms yet" not in said
    press(outcomes.page, "Name the arms")


def test_no_research_data_are_made_where_the_question_for_the_consent_is_left(outcomes, tmp_path):
    part_of_a_study(outcomes.place.desk, 1)
    outcomes.place.show_again()
    press(outcomes.place, "View: Pool")
    data = tmp_path / "data"
    data.mkdir()
    outcomes.messages.picks.append(None)
    outcomes.messages.paths.append(data)
    press(outcomes.page, "Export for research")
    assert outcomes.messages.paths == [data], "it was not even asked where to"
    assert not list(data.iterdir())


def test_research_data_are_written_without_the_key_file_inside_and_read_again(outcomes, tmp_path):
    desk = outcomes.place.desk
    part_of_a_study(desk, 1)
    for row in views.people(desk, 1, 12):
        participants.set_consent(desk, row.id, ConsentKind.RESEARCH, given=True)
    outcomes.place.show_again()
    press(outcomes.place, "View: Pool")
    data = tmp_path / "data"
    data.mkdir()
    outcomes.messages.picks += [0, 1, 0, 1, 0, None, 1, 1]
    outcomes.messages.paths += [data, data / "key.csv"]
    press(outcomes.page, "Export for research")
    assert "kept apart" in outcomes.messages.said[-1]
    assert list(data.iterdir()) == []
    outcomes.messages.paths.append(data)
    press(outcomes.page, "Export for research")
    assert list(data.iterdir()) == [], "no place was chosen for the key file"
    outcomes.messages.paths.append(data)
    press(outcomes.page, "Export for research")
    assert list(data.iterdir()) == [], "the question was left"
    outcomes.messages.paths += [data, tmp_path / "key.csv"]
    press(outcomes.page, "Export for research")
    assert "Which consent covers these data?" in outcomes.messages.asked[-2]
    assert "said yes on the consent sheet of the study" in outcomes.messages.asked[-1]
    assert (data / "datapackage.json").exists()
    assert "Carmen" in (tmp_path / "key.csv").read_text()
    outcomes.messages.paths.append(data)
    press(outcomes.page, "Take in research data")
    assert "hold no effect in this measure at this occasion" in outcomes.messages.said[-1]
    outcomes.messages.paths.append(tmp_path)
    press(outcomes.page, "Take in research data")
    assert "Choose the folder that holds datapackage.json" in outcomes.messages.said[-1]


def test_the_measure_to_look_at_first_is_named_in_set_up_and_refused_once_answers_are_in(outcomes):
    outcomes.go_to(Step.SETUP)
    choose(outcomes.page, "The one measure to look at first, named in advance", "PHQ-4")
    assert "named before" in outcomes.messages.said[-1]
    assert setup.workshop(outcomes.place.desk, 1).headline == ""


def test_arms_wait_for_who_allowed_them_and_their_plan_is_sealed_in_set_up(at_own_sample, tmp_path):
    who = at_own_sample
    desk = who.place.desk
    workshop = setup.create(desk, "Hill House", "Hill Road 1", date(2027, 5, 1), "Pacific/Auckland")
    who.place.open_workshop(workshop, Step.SETUP, None)
    press(who.page, "This workshop is part of a study")
    assert "type the ethics committee" in who.messages.said[-1]
    assert not who.page.study.part.isChecked()
    press(who.page, "None: this is no research")
    press(who.page, "This workshop is part of a study")
    press(who.page, "Seal the plan")
    assert "at least two arms" in who.messages.said[-1]
    press(who.page, "Compare: A call every day")
    press(who.page, "Compare: A call every week")
    press(who.page, "Seal the plan")
    found = plan.study_plan(desk, workshop)
    assert found.seal in who.messages.said[-1]
    assert "Arm 2: weekly: A call every week" in words_on(who.page)
    path = tmp_path / "plan.txt"
    who.messages.paths.append(path)
    press(who.page, "Save the plan")
    assert path.read_bytes() == plan.sealed_plan(desk, workshop)


def test_a_plan_in_which_somebody_waits_asks_for_its_stop_rule_where_it_is_sealed(at_own_sample):
    who = at_own_sample
    desk = who.place.desk
    workshop = setup.create(desk, "Hill House", "Hill Road 1", date(2027, 5, 1), "Pacific/Auckland")
    part_of_a_study(desk, workshop)
    who.place.open_workshop(workshop, Step.SETUP, None)
    choose(who.page, "At this point", "six months")
    for arm in ("A call every day", "Waiting list"):
        press(who.page, f"Compare: {arm}")
    press(who.page, "Seal the plan")
    assert "Write first when the waiting ends" in who.messages.said[-1]
    rule = seen(who.page, QPlainTextEdit, "Stop rule: when does the waiting end before its day?")
    rule.setFocus()
    rule.setPlainText("Whoever asks to begin begins at once.")
    press(who.page, "Seal the plan")
    assert plan.study_plan(desk, workshop).seal in who.messages.said[-1]
    assert "Stop rule: Whoever asks to begin begins at once." in words_on(who.page)


def test_the_figures_draw_each_person_and_each_partnership_and_say_them_to_a_screen_reader(outcomes):
    press(outcomes.place, "View: Figures")
    QTest.qWait(30)
    drawn = {type(w).__name__: w.accessibleName() for w in outcomes.page.figures.findChildren(QWidget) if w.isVisible()}
    assert "All of them" in drawn["ForestView"]
    assert "heard from" in drawn["ForestView"]
    press(outcomes.place, "View: Group")
    dots = outcomes.page.group.dots
    assert dots.accessibleName().startswith("steps gained by days talked: ")
    assert "People doing well may also call more" in dots.accessibleDescription()


def test_the_days_talked_stand_in_one_line_at_1366(outcomes):
    outcomes.window.resize(1366, 768)
    press(outcomes.place, "View: Table")
    QTest.qWait(20)
    table = outcomes.page.table
    last = table.columnCount() - 1
    words = [table.item(row, last).text() for row in range(table.rowCount())]
    assert max(table.fontMetrics().horizontalAdvance(one) for one in words) < table.columnWidth(last)
    assert sum(table.columnWidth(place) for place in range(last + 1)) == table.viewport().width()
