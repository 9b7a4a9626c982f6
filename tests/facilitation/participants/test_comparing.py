"""A later file against the people held: who is who, what changes, and what is asked."""

import pytest

from mat_desktop.facilitation import csv_table, history
from mat_desktop.facilitation.participants import comparing, newcomers, roster
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.comparing import ANOTHER, ImportPlan
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.participants.roster_file import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay

HEAD = "Name,Phone,E-mail,When are you free?,I agree to take part\n"
MARA = "Mara Quill,03 555 0101,m@example.org,weekdays evening,Yes\n"


@pytest.fixture
def take(desk, workshop_id):
    """Takes a file in as the window does, and gives the plan that was shown before."""

    def taken(rows: str, answers: dict[int, int] | None = None, *, over: bool = False, head: str = HEAD) -> ImportPlan:
        table = csv_table.read((head + rows).encode())
        plan = comparing.compare(desk, workshop_id, people_of(table, guess(table).columns), answers or {})
        changed = [
            (c.person_id, tuple((field, new) for field, _, new, by_hand in c.differences if over or not by_hand))
            for c in plan.changed
        ]
        newcomers.take_in(desk, workshop_id, comparing.newcomers(plan), changed)
        return plan

    return taken


@pytest.fixture
def mara(desk, workshop_id, take):
    take(MARA)
    return roster.roster(desk, workshop_id)[0].id


def names(desk, workshop_id) -> list[str]:
    return [row.name for row in roster.roster(desk, workshop_id)]


def test_a_couple_imported_again_stays_two_with_the_consent_where_it_was_given(desk, workshop_id, take, mara):
    plan = take("Teo Quill,03 555 0101,,,\n" + MARA)
    assert [e.name for e in plan.new] == ["Teo Quill"]
    assert plan.unchanged == ("Mara Quill",)
    assert names(desk, workshop_id) == ["Mara Quill", "Teo Quill"]
    assert ConsentKind.TAKE_PART in participants.person(desk, mara).consents
    teo = next(row.id for row in roster.roster(desk, workshop_id) if row.name == "Teo Quill")
    assert ConsentKind.TAKE_PART not in participants.person(desk, teo).consents


def test_a_contact_alone_is_a_question_and_never_a_match(desk, workshop_id, take, mara):
    plan = take("Teo Quill,03 555 0101,,,\n")
    (question,) = plan.questions
    assert (question.row, question.candidates, question.by_name) == (2, ((mara, "Mara Quill"),), False)
    assert names(desk, workshop_id) == ["Mara Quill", "Teo Quill"], "unanswered, it is somebody new"
    assert participants.person(desk, mara).name == "Mara Quill"


def test_numbers_that_end_alike_are_two_numbers(take, mara):
    plan = take("Mara Quill,09 777 0101,,,\nTeo Quill,09 777 0101,,,\n")
    assert [e.name for e in plan.new] == ["Mara Quill", "Teo Quill"]
    assert [q.by_name for q in plan.questions] == [True]


def test_whoever_is_said_to_be_the_same_is_changed_and_one_undo_takes_it_back(desk, workshop_id, take, mara):
    plan = take("Mara Park,03 555 0101,,,\n", {2: mara})
    assert plan.changed[0].differences == (("name", "Mara Quill", "Mara Park", False),)
    assert names(desk, workshop_id) == ["Mara Park"]
    history.undo(desk)
    assert names(desk, workshop_id) == ["Mara Quill"]


def test_the_same_name_reached_elsewhere_is_asked_about(desk, workshop_id, take, mara):
    plan = take("Mara Quill,09 555 7777,other@example.org,,\n")
    assert plan.questions[0].by_name
    assert len(plan.new) == 1
    again = take("Mara Quill,09 555 7777,other@example.org,,\n")
    assert (again.new, again.questions) == ((), ()), "now that there are two, the contact says which"


def test_a_question_stays_while_it_is_answered_so_that_the_answer_can_be_changed(take, mara):
    rows = "Teo Quill,03 555 0101,,,\n"
    assert take(rows, {2: ANOTHER}).questions
    assert take("Mara Park,03 555 0101,,,\n", {2: mara}).questions


@pytest.mark.parametrize(
    "spelling", ["MARA QUILL", "mara  quill", "\u200bMara Quill", '"Quill, Mara"', "Mara Quill\ufeff"]
)
@pytest.mark.parametrize("phone", ["03 555 0101", "+64 3 555 0101", "(03) 555-0101", ""])
def test_another_spelling_is_the_same_person_and_the_one_that_is_held_stays(
    desk, workshop_id, take, mara, spelling, phone
):
    plan = take(f"{spelling},{phone},,,\n")
    assert plan.new == ()
    assert plan.questions == ()
    assert participants.person(desk, mara).name == "Mara Quill"
    assert participants.person(desk, mara).phone == "03 555 0101"


def test_letters_in_two_compositions_are_the_same_person(desk, workshop_id, take):
    take("Zoë O’Neill,,,,\n")
    plan = take("Zoe\u0308 O'Neill,,,,\n")
    assert plan.unchanged == ("Zoë O’Neill",)


def test_times_and_a_consent_that_changed_in_the_form_are_shown_and_taken(desk, take, mara):
    plan = take("Mara Quill,03 555 0101,m@example.org,weekend early,No\n")
    assert plan.changed[0].differences == (
        ("windows", "weekdays evening", "weekend early", False),
        ("consent_take_part", "yes", "no", False),
    )
    held = participants.person(desk, mara)
    assert held.windows == {(DayKind.WEEKEND, PartOfDay.EARLY)}
    assert ConsentKind.TAKE_PART not in held.consents
    assert take("Mara Quill,03 555 0101,m@example.org,weekend early,No\n").changed == ()


def test_nothing_typed_by_hand_is_overwritten_unasked(desk, take, mara):
    participants.set_window(desk, mara, DayKind.WEEKEND, PartOfDay.LATE, free=True)
    participants.change(desk, mara, PersonField.EMAIL, "own@example.org")
    again = "Mara Quill,03 555 0101,new@example.org,weekend early,Yes\n"
    plan = take(again)
    assert [(field, by_hand) for field, _, _, by_hand in plan.changed[0].differences] == [
        ("email", True),
        ("windows", True),
    ]
    held = participants.person(desk, mara)
    assert held.email == "own@example.org"
    assert (DayKind.WEEKEND, PartOfDay.LATE) in held.windows
    take(again, over=True)
    held = participants.person(desk, mara)
    assert held.email == "new@example.org"
    assert held.windows == {(DayKind.WEEKEND, PartOfDay.EARLY)}


def test_a_consent_that_nobody_can_read_changes_nothing_that_was_agreed(desk, take, mara):
    plan = take("Mara Quill,03 555 0101,m@example.org,weekdays evening,perhaps\n")
    assert plan.unchanged == ("Mara Quill",)
    assert ConsentKind.TAKE_PART in participants.person(desk, mara).consents


def test_two_people_of_one_name_are_each_met_by_their_own_contact_in_whatever_order(desk, take):
    take("Ana Park,03 555 0001,,,\nAna Park,03 555 0002,,,\n")
    plan = take("Ana Park,03 555 0002,two@example.org,,\nAna Park,03 555 0001,one@example.org,,\n")
    assert plan.new == ()
    held = {c.person_id: {f: new for f, _, new, _ in c.differences} for c in plan.changed}
    for person_id, new in held.items():
        number = participants.person(desk, person_id).phone[-1]
        assert new == {"email": {"1": "one@example.org", "2": "two@example.org"}[number]}
