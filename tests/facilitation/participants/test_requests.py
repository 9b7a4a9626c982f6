"""Whoever asks gets an answer in time, and nobody's things are kept longer than was said: Today asks for both."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import happenings
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import requests
from mat_desktop.facilitation.setup import ending, keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.workshop import WorkshopField
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.library import AnswerWithin, answer_by
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.record import RequestKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY


def due(desk, kind):
    return [row for row in today.today(desk).due if row.kind is kind]


@pytest.mark.parametrize(
    ("asked", "within", "until"),
    [
        (date(2026, 5, 3), AnswerWithin.ONE_MONTH, date(2026, 6, 3)),
        (date(2026, 1, 31), AnswerWithin.ONE_MONTH, date(2026, 2, 28)),
        (date(2026, 5, 4), AnswerWithin.WORKING_DAYS, date(2026, 6, 1)),
        (date(2026, 5, 2), AnswerWithin.WORKING_DAYS, date(2026, 5, 29)),
        (date(2026, 5, 4), AnswerWithin.THIRTY_DAYS, date(2026, 6, 3)),
    ],
)
def test_an_answer_is_due_within_the_time_of_the_country(asked, within, until):
    assert answer_by(asked, within) == until


def test_today_asks_until_somebody_who_wished_to_see_their_record_has_it(desk, workshop_id, clock):
    ana = participants.add(desk, workshop_id, "Ana")
    request = requests.ask(desk, ana, RequestKind.ACCESS)
    (row,) = due(desk, DueKind.SEE_RECORD)
    assert row.title == "Show one person what is kept about them", "others see Today on the day of an event"
    assert row.day == answer_by(desk.clock.today(), AnswerWithin.WORKING_DAYS)
    clock.go_to(WORKSHOP_DAY + timedelta(days=1))
    (row,) = due(desk, DueKind.SEE_RECORD)
    assert row.title == "Show Ana what is kept about them"
    assert "within 20 working days" in row.detail
    requests.answered(desk, request)
    assert due(desk, DueKind.SEE_RECORD) == []
    history.undo(desk)
    assert len(due(desk, DueKind.SEE_RECORD)) == 1


def test_nobody_asks_twice_before_an_answer_and_an_answer_is_given_once(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    request = requests.ask(desk, ana, RequestKind.CORRECTION)
    with pytest.raises(Refusal, match="asked to have something put right already"):
        requests.ask(desk, ana, RequestKind.CORRECTION)
    requests.ask(desk, ana, RequestKind.ACCESS)
    requests.answered(desk, request)
    with pytest.raises(Refusal, match="answered already"):
        requests.answered(desk, request)
    requests.ask(desk, ana, RequestKind.CORRECTION)
    assert len(requests.requests_of(desk, ana)) == 3


def test_a_request_is_due_in_a_workshop_that_is_finished_too(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    ending.finish(desk, workshop_id)
    requests.ask(desk, ana, RequestKind.ACCESS)
    assert [row.kind for row in today.today(desk).due] == [DueKind.SEE_RECORD]


def test_a_month_before_the_day_on_the_consent_sheet_today_asks_to_erase_each_person(desk, workshop_id, include, clock):
    include("Ana"), include("Ben")
    ending.finish(desk, workshop_id)
    assert keeping.keeping(desk, workshop_id).kept_until == date(2027, 6, 30)
    clock.go_to(date(2027, 5, 30))
    assert due(desk, DueKind.KEPT_LONG) == []
    clock.go_to(date(2027, 5, 31))
    (row,) = due(desk, DueKind.KEPT_LONG)
    assert [entry.who for entry in row.entries] == ["Ana", "Ben"]
    assert (row.day, row.title) == (date(2027, 6, 30), "Erase 2 people: kept long enough")


def test_who_may_be_asked_in_later_years_is_kept_for_ten_years_after_the_last_meeting(
    desk, workshop_id, include, clock
):
    include("Ana"), participants.set_consent(desk, include("Ben"), ConsentKind.LATER_CONTACT, given=True)
    clock.go_to(date(2027, 7, 1))
    assert [entry.who for row in due(desk, DueKind.KEPT_LONG) for entry in row.entries] == ["Ana"]
    clock.go_to(date(2037, 3, 1))
    assert [entry.who for row in due(desk, DueKind.KEPT_LONG) for entry in row.entries] == ["Ana", "Ben"]


def test_moving_the_day_ends_the_asking_and_so_does_erasing(desk, workshop_id, include, clock):
    ana = include("Ana")
    clock.go_to(date(2027, 7, 1))
    assert due(desk, DueKind.KEPT_LONG)
    setup.change(desk, workshop_id, WorkshopField.KEPT_UNTIL, date(2028, 1, 31))
    assert due(desk, DueKind.KEPT_LONG) == []
    setup.change(desk, workshop_id, WorkshopField.KEPT_UNTIL, None)
    assert due(desk, DueKind.KEPT_LONG)
    erasure.ask(desk, ana, Proof("1", "55"), at_once=True)
    erasure.erase(desk, ana)
    assert due(desk, DueKind.KEPT_LONG) == []


def test_a_day_before_the_workshop_or_far_away_is_refused_and_nothing_is_changed(desk, workshop_id):
    for day in (WORKSHOP_DAY - timedelta(days=1), date(2062, 1, 1)):
        with pytest.raises(Refusal, match="A day after the workshop"):
            setup.change(desk, workshop_id, WorkshopField.KEPT_UNTIL, day)
    assert not keeping.keeping(desk, workshop_id).chosen


def test_the_authority_is_that_of_the_country_until_she_writes_another_and_counts_as_checked_once_looked_up(
    desk, workshop_id
):
    view = keeping.keeping(desk, workshop_id)
    assert (view.authority, view.authority_web) == ("the Privacy Commissioner", "privacy.org.nz")
    assert view.checked.endswith("were looked up on 26 November 2026, when this program was made")
    assert view.law.startswith("Privacy Act 2020, section 44; read at privacy.org.nz/")
    keeping.authority_checked(desk, workshop_id)
    assert keeping.keeping(desk, workshop_id).checked.endswith("looked up on 14 March 2026")
    setup.change(desk, workshop_id, WorkshopField.TITLE, "Another hall")
    assert "were looked up" in keeping.keeping(desk, workshop_id).checked
    setup.change(desk, workshop_id, WorkshopField.AUTHORITY, "the Ombudsman")
    view = keeping.keeping(desk, workshop_id)
    assert (view.authority, view.checked) == ("the Ombudsman", "The authority and its days were not looked up yet")


def test_the_authority_is_called_on_paper_as_people_call_it_and_its_long_name_stands_where_it_was_read(
    desk, workshop_id
):
    setup.change(desk, workshop_id, WorkshopField.TIME_ZONE, "Europe/London")
    view = keeping.keeping(desk, workshop_id)
    assert (view.authority, view.authority_web) == ("the ICO", "ico.org.uk")
    assert "Information Commission," in view.law
    setup.change(desk, workshop_id, WorkshopField.TIME_ZONE, "Australia/Sydney")
    assert keeping.keeping(desk, workshop_id).authority == "the OAIC"


def test_where_the_law_of_a_country_was_not_read_nothing_counts_as_looked_up(desk, workshop_id):
    for zone in ("America/Chicago", "Europe/Berlin", "Africa/Nairobi"):
        setup.change(desk, workshop_id, WorkshopField.TIME_ZONE, zone)
        view = keeping.keeping(desk, workshop_id)
        assert (view.checked, view.law) == ("The authority and its days were not looked up yet", "")


def test_an_erased_person_is_in_no_request_any_more_and_its_days_stay(library, desk, workshop_id, include):
    ana = include("Ana")
    requests.ask(desk, ana, RequestKind.ACCESS)
    erasure.ask(desk, ana, Proof("1", "55"), at_once=True)
    erasure.erase(desk, ana)
    assert [row for row in today.today(desk).due if row.kind in (DueKind.SEE_RECORD, DueKind.ERASE)] == []
    assert library.archive.faults() == []


def test_how_to_reach_somebody_who_died_stands_nowhere_when_they_are_to_be_erased(desk, workshop_id, include, clock):
    ana = include("Ana")
    include("Ben")
    happenings.record(desk, ana, Told(kind=Happened.DIED, happened_on=WORKSHOP_DAY))
    clock.go_to(date(2027, 7, 1))
    entries = {entry.who: entry.ways for row in due(desk, DueKind.KEPT_LONG) for entry in row.entries}
    assert entries["Ana"] == ""
    assert entries["Ben"] != ""
