"""How people are called wherever a first name is, on screen and on paper."""

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.sheets import SheetKind
from tests.paper.test_sheets import printed, words


def rename(desk, person: int, name: str, called: str = "") -> None:
    participants.change(desk, person, PersonField.NAME, name)
    participants.change(desk, person, PersonField.CALLED, called)


def test_somebody_who_said_what_to_call_them_is_called_so_everywhere(desk, workshop_id, pair):
    _, ana, ben = pair
    rename(desk, ana, "Nguyễn Thị Ánh", "Ánh")
    assert goals.goals_of(desk, ana, desk.clock.today()).called == "Ánh"
    assert goals.goals_of(desk, ben, desk.clock.today()).witnesses_called == ("Ánh",)
    assert agreement.partnerships(desk, workshop_id)[0].called == ("Ánh", "Ben")
    tent = words(printed(desk, workshop_id, SheetKind.NAME_TENT, [ana]))
    assert "Ánh" in tent
    assert "Nguyễn" not in tent


def test_two_of_one_first_name_in_a_pair_are_told_apart_on_screen_and_on_paper(desk, workshop_id, pair):
    place, ana, ben = pair
    rename(desk, ana, "Ana Quill")
    rename(desk, ben, "Ana Park")
    assert set(agreement.partnerships(desk, workshop_id)[0].called) == {"Ana Q.", "Ana P."}
    assert goals.goals_of(desk, ana, desk.clock.today()).witnesses_called == ("Ana P.",)
    paper = words(printed(desk, workshop_id, SheetKind.AGREEMENT, [place]))
    assert "Ana writes their number for Ana" not in paper
    assert "Ana P. writes their number for Ana Q." in paper
    rename(desk, ben, "Ana Quinn")
    assert set(agreement.partnerships(desk, workshop_id)[0].called) == {"Ana Quill", "Ana Quinn"}


def test_whoever_nobody_knows_how_to_greet_is_asked_what_to_call_them(desk, workshop_id, pair):
    _, ana, _ = pair
    rename(desk, ana, "Ms. Quill")
    for day in DayKind:
        participants.set_window(desk, ana, day, PartOfDay.EVENING, free=True)
    participants.change(desk, ana, PersonField.PHONE, "021 555 0101")
    (row,) = [row for row in roster.roster(desk, workshop_id) if row.id == ana]
    assert row.missing == "consent"
    for kind in set(ConsentKind) - {ConsentKind.STUDY}:
        participants.set_consent(desk, ana, kind, given=True)
    (row,) = [row for row in roster.roster(desk, workshop_id) if row.id == ana]
    assert row.missing == "what to call them"
