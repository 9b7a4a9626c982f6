from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import prints
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.rehearsal.hands import NotThere, in_dialog, press, seen, write
from mat_desktop.screens.agreement.page import TERMS_WORDS
from mat_desktop.screens.goals.form import MORE_ABOUT_A_GOAL
from mat_desktop.screens.goals.projector import GoalProjector, left_in_words
from mat_desktop.workshop.journey import Step

CARMEN, HEMI = 3, 8
DAY = date(2026, 3, 14)


@pytest.fixture
def at_goals(at_own_sample):
    """Carmen's goals on the workshop day."""
    at_own_sample.at(DAY, 12)
    at_own_sample.place.open_step(Step.GOALS, CARMEN)
    return at_own_sample


def held(facilitator, person=CARMEN):
    return goals.goals_of(facilitator.place.desk, person, facilitator.clock.today())


def words_on(widget) -> str:
    QTest.qWait(20)
    return " ".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def test_steps_are_suggested_for_amounts_and_own_words_stay(at_goals):
    press(at_goals.place, "Next goal")
    press(at_goals.place, "Third goal")
    at_goals.write("Goal, in their own words", "Swim")
    at_goals.write("Step +2", "the whole lake")
    at_goals.show_more(MORE_ABOUT_A_GOAL)
    at_goals.write("Unit", "lengths")
    at_goals.write("Amount now", "2")
    at_goals.write("Amount hoped for", "8")
    press(at_goals.page, "Suggest steps")
    found = held(at_goals).goals[-1]
    assert dict(found.ladder) == {
        2: "the whole lake",
        1: "11 lengths",
        0: "8 lengths",
        -1: "5 lengths",
        -2: "2 lengths",
    }
    at_goals.write("Amount now", "many")
    assert "An amount such as 5" in words_on(at_goals.page)


def test_a_plan_that_names_the_partner_asks_what_if_there_is_no_call(at_goals):
    assert "And if there is no call?" in words_on(at_goals.page)
    at_goals.write("Backup, plan 1", "I go at eight by myself")
    assert held(at_goals).goals[0].plans[0].backup == "I go at eight by myself"


def test_what_paper_may_say_is_chosen_by_the_owner_with_short_words_beside(at_goals):
    press(at_goals.page, "Paper that others may see: Short words")
    at_goals.write("In short", "Outdoors")
    assert held(at_goals).goals[0].title == "Outdoors"
    press(at_goals.page, "Paper that others may see: “My goal”")
    with pytest.raises(NotThere):
        at_goals.write("In short", "Hidden now")


def test_once_the_calls_have_begun_a_goal_is_read_only_until_it_is_written_anew(at_goals):
    at_goals.at(DAY + timedelta(days=30))
    at_goals.place.show_again()
    assert "this version of 14 March 2026 stays as it is" in words_on(at_goals.page)
    assert at_goals.page.form.words.edit.isReadOnly()
    press(at_goals.page, "Write it anew")
    at_goals.write("Goal, in their own words", "Walk with Hemi")
    found = held(at_goals)
    assert found.goals[0].words == "Walk with Hemi"
    assert found.earlier[0].words == "Walk half an hour most days"
    assert "version 2; the earlier one is kept" in words_on(at_goals.page)


def test_a_pair_has_one_shared_project_which_both_see(at_goals):
    press(at_goals.place, "Shared project")
    at_goals.write("Goal, in their own words", "A garden")
    at_goals.pick("Hemi W.")
    press(at_goals.place, "Shared project")
    assert at_goals.page.form.words.text() == "A garden"
    assert "shared with Carmen R." in words_on(at_goals.page)


def test_an_idea_is_credited_kept_and_worded_in_the_round(at_goals):
    press(at_goals.place, "View: Goal round")
    write(at_goals.page, "An idea", "Lay out your shoes")
    giver = seen(at_goals.page, QComboBox, "Who gave it")
    giver.setCurrentIndex(giver.findText("Hemi W."))
    press(at_goals.page, "Write it down")
    press(at_goals.page, "Keep: Lay out your shoes")
    QTest.qWait(10)
    write(at_goals.page, "In the owner’s words", "Shoes by the door")
    said = words_on(at_goals.page)
    assert "Lay out your shoes  (from Hemi W.)" in said
    assert "Kept" in said
    at_goals.pick("Hemi W.")
    assert "No idea is written down yet." in words_on(at_goals.page)


def test_the_round_says_of_a_goal_that_has_words_what_is_still_to_be_written_of_it(at_goals):
    """“No goal is written yet” over words that stand would send her to write them twice."""
    press(at_goals.place, "Next goal")
    press(at_goals.place, "Third goal")
    at_goals.write("Goal, in their own words", "Swim.")
    press(at_goals.place, "View: Goal round")
    said = at_goals.page.round.said.text()
    assert said.startswith("Goal so far: Walk half an hour most days; ")
    assert said.endswith("; Swim. The steps “now” and “hoped for” of “Swim” are still to be written.")


def test_the_clock_runs_on_after_the_program_was_closed(at_goals):
    press(at_goals.place, "View: Goal round")
    press(at_goals.page, "Begin the twenty minutes")
    at_goals.close()
    at_goals.clock.at += timedelta(minutes=8)
    at_goals.open()
    at_goals.open_workshop("Harbour Hall")
    at_goals.place.open_step(Step.GOALS, CARMEN)
    press(at_goals.place, "View: Goal round")
    assert at_goals.page.round.clock.text().startswith("11:")
    press(at_goals.page, "Pause")
    press(at_goals.page, "Go on")
    press(at_goals.page, "Five minutes more")
    assert at_goals.page.round.clock.text().startswith("16:")
    press(at_goals.page, "End the turn")
    assert "They had their turn" in words_on(at_goals.page)
    assert (left_in_words(65), left_in_words(-90)) == ("1:05", "+1:30")


def test_the_projector_shows_the_clock_and_a_goal_only_when_its_owner_asks(at_goals):
    press(at_goals.place, "View: Goal round")
    press(at_goals.page, "Begin the twenty minutes")
    shown = []

    def look(dialog) -> None:
        assert isinstance(dialog, GoalProjector)
        shown.append([found.text() for found in dialog.findChildren(QLabel) if found.text()])
        press(dialog, "Back")

    in_dialog(lambda: press(at_goals.page, "Projector"), look)
    press(at_goals.page, "The owner asks to show the goal")
    in_dialog(lambda: press(at_goals.page, "Projector"), look)
    in_dialog(lambda: press(at_goals.page, "Projector"), look)
    assert [len(words) for words in shown] == [1, 3, 1], "a clock; a clock and both goals; a clock again"
    assert shown[0][0].startswith(("19:", "20:"))
    assert "Walk half an hour most days" in shown[1]


def test_the_print_button_opens_the_card_of_this_person_in_the_print_centre(at_goals):
    press(at_goals.page, "Print card")
    assert at_goals.page.whom.people == (CARMEN,)
    assert at_goals.page.preview._title.text() == "Goal cards"


def test_the_usual_words_of_the_agreements_are_changed_in_their_own_view(at_goals):
    at_goals.place.open_step(Step.AGREEMENT)
    press(at_goals.place, "View: Usual words")
    at_goals.write("Usual: How we listen", "We hum first.")
    at_goals.write("Usual: Minutes", "200")
    assert "a whole number of minutes from 5 to 120" in words_on(at_goals.page)
    assert agreement.usual_words(at_goals.place.desk, 1).how_we_listen == "We hum first."
    assert not at_goals.page.by_hand.isVisible(), "the usual words are nothing to be signed"


def test_signatures_are_ticked_on_the_page_and_changed_paper_is_said(at_goals, tmp_path):
    from mat_desktop.workshop.sheets import SheetKind

    at_goals.place.open_step(Step.AGREEMENT)
    at_goals.pick("Carmen and Hemi")
    press(at_goals.place, "Change the terms")
    press(at_goals.page, "Print")
    assert at_goals.page.whom.people == (CARMEN, HEMI), "a copy for each of them"
    at_goals.save_paper(SheetKind.AGREEMENT, tmp_path / "a.pdf")
    at_goals.place.open_step(Step.AGREEMENT)
    at_goals.pick("Carmen and Hemi")
    assert "that paper is kept" in words_on(at_goals.page)
    at_goals.write("Call at", "20.15")
    assert "print it again before it is signed" in words_on(at_goals.page)
    at_goals.show_more(TERMS_WORDS)
    press(at_goals.page, "Carmen signed")
    press(at_goals.page, "Hemi signed")
    assert "changed after they were printed" in at_goals.messages.said[-1]
    at_goals.save_paper(SheetKind.AGREEMENT, tmp_path / "b.pdf")
    at_goals.place.open_step(Step.AGREEMENT)
    at_goals.pick("Carmen and Hemi")
    press(at_goals.page, "Hemi signed")
    assert "Version 2, signed on 14 March 2026." in words_on(at_goals.page)
    QTest.qWait(250)
    kept = prints.prints(at_goals.place.desk, at_goals.page.person)[-1].pdf
    assert at_goals.page.preview.pdf == kept, "what is shown is what was printed"
