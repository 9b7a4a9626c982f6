import shutil
from datetime import UTC, date, datetime

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from mat_desktop.facilitation import history, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup import views as follow_ups
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.faults import NotSaved
from mat_desktop.storage.folder.engine import make_engine
from mat_desktop.storage.folder.forms import MIGRATIONS
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.workshop.followup import FollowUpState
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.people import WORKSHOP_DAY, CountedCodes
from tests.storage.first_lines import write_first_line

_ROWS = (
    """INSERT INTO workshop (id, uid, row_version, title, place, held_on, time_zone, facilitator, facilitator_phone,
    safety_words, frequency, contact_months, trial_days, finished)
    VALUES (1, 'w', 1, 'Hall', '', '2026-03-14', 'Pacific/Auckland', '', '', '', 'daily', 6, 14, 0)""",
    """INSERT INTO participant (id, uid, row_version, workshop_id, name, table_number, registration, phone, email,
    address, languages, time_zone, challenge_kind, challenge, emergency_name, emergency_phone, access_note,
    access_hearing, access_reading, access_language, access_no_phone, reach_by_post, envelope_may_name,
    reach_by_phone, may_leave_message, reach_by_email, only_in_person, consent_take_part, consent_store)
    VALUES (1, 'p', 1, 1, 'Ana', 1, 'registered', '', '', '', '', 'UTC', '', '', '', '', '',
    0, 0, 0, 0, 0, 0, 1, 0, 0, 0, '2026-03-01', NULL)""",
    """INSERT INTO screening (id, uid, row_version, participant_id, outcome, reason, note, happened_on)
    VALUES (1, 's', 1, 1, 'refer', 'asked for help', 'a note', '2026-03-10')""",
    """INSERT INTO follow_up (id, uid, row_version, participant_id, months, state, attempts)
    VALUES (1, 'f', 1, 1, 6, 'done', 0), (2, 'g', 1, 1, 12, 'due', 1)""",
)
_QUESTIONS = {"daily": "yes", "criticism": "unsure", "crisis": "no", "importance": "10", "hope": "7"}


def first_form(folder):
    """A library of the first form, with one workshop and one person who was screened."""
    folder.mkdir()
    engine = make_engine(folder / DATABASE, None)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for words in _ROWS:
            connection.execute(text(words))
        for number, (question, value) in enumerate(_QUESTIONS.items()):
            connection.execute(
                text(
                    "INSERT INTO screening_answer (uid, row_version, screening_id, question, value) "
                    "VALUES (:uid, 1, 1, :question, :value)"
                ),
                {"uid": str(number), "question": question, "value": value},
            )
        tables = ("workshop", "participant", "screening", "follow_up", "screening_answer")
        write_first_line(connection, "setup.create", datetime(2026, 3, 10, tzinfo=UTC), tables)
    engine.dispose()


@pytest.fixture
def carried(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    library = open_with_passphrase(folder, None, standing_rules)
    yield library
    library.close()


def test_a_library_of_the_first_form_keeps_every_answer_decision_and_consent(carried):
    desk = Desk(carried.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), CountedCodes())
    found = screening.talk(desk, 1, WORKSHOP_DAY)
    assert (found.outcome, found.reason, found.note) == (ScreeningOutcome.REFER, "asked for help", "a note")
    values = {i.number: i.answer.value for i in found.readiness.items if i.answer}
    assert values == {1: 1, 2: 2}
    before = screening.talk(desk, 1, date(2026, 3, 10)).readiness
    assert {i.number: i.answer.value for i in before.items if i.answer} == {1: 1, 2: 2, 8: 3}
    assert found.told_on_the_call.endswith("in danger from anyone?” was answered “Yes”.")
    assert {i.number: i.answer.value for i in found.rulers.items if i.answer} == {1: 10, 3: 7}
    assert participants.person(desk, 1).consents == {ConsentKind.TAKE_PART: date(2026, 3, 1)}
    assert "Ask plainly" in setup.workshop(desk, 1).card_words
    assert carried.archive.faults() == []


def test_whoever_counted_as_answered_before_does_so_still_and_who_did_not_is_waited_for(carried):
    desk = Desk(carried.archive, SampleClock(datetime(2026, 9, 20, 9, tzinfo=UTC)), CountedCodes())
    done, due = (follow_ups.follow_up(desk, 1, months) for months in (6, 12))
    assert (done.state, due.state) == (FollowUpState.DONE, FollowUpState.DUE)
    assert all(part.closed for part in done.parts)
    assert not any(part.closed for part in due.parts)
    entry.answer(desk, 1, 6, "worse", "no")
    entry.answer(desk, 1, 6, "worse", "")
    assert follow_ups.follow_up(desk, 1, 6).state is FollowUpState.DONE


def test_a_backup_of_the_first_form_is_kept_and_the_history_ends(carried):
    assert list((carried.folder / "backups").glob("before-*"))
    desk = Desk(carried.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), CountedCodes())
    assert history.undo_offer(desk) is None
    responses.answer(desk, 1, "readiness", 3, responses.Entered(value=1))
    history.undo(desk)
    assert carried.archive.faults() == []


def test_the_carried_tables_have_the_columns_of_a_new_library(carried, tmp_path):
    from mat_desktop.storage.folder.library import create

    new = create(tmp_path / "new", None, standing_rules)
    question = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2"
    )
    both = []
    for library in (carried, new):
        with library.archive._engine.connect() as connection:
            both.append(connection.execute(text(question)).all())
    new.close()
    assert both[0] == both[1]


def a_folder(place):
    (place / "before-0006").mkdir(parents=True)


def a_folder_with_a_torn_copy(place):
    a_folder(place)
    (place / "before-0006" / DATABASE).write_bytes(b"torn")


def a_file(place):
    place.mkdir()
    (place / "before-0006").write_bytes(b"")


def half_a_copy_of_0_6_0(place):
    (place / ".before-0006.part").mkdir(parents=True)
    (place / ".before-0006.part" / DATABASE).write_bytes(b"half")


@pytest.mark.parametrize("left", [a_folder, a_folder_with_a_torn_copy, a_file, half_a_copy_of_0_6_0])
def test_what_an_earlier_attempt_left_does_not_keep_an_old_library_from_opening(tmp_path, left):
    folder = tmp_path / "library"
    first_form(folder)
    left(folder / "backups")
    old = (folder / DATABASE).read_bytes()
    open_with_passphrase(folder, None, standing_rules).close()
    whole = [path for path in (folder / "backups").glob("before-*/library.db") if path.read_bytes() == old]
    assert len(whole) == 1, "the copy of the old form is there all the same"


def test_a_copy_of_the_old_form_that_an_earlier_attempt_made_whole_is_not_made_twice(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    shutil.copytree(folder, tmp_path / "old")
    open_with_passphrase(folder, None, standing_rules).close()
    shutil.copy(tmp_path / "old" / DATABASE, folder / DATABASE)
    open_with_passphrase(folder, None, standing_rules).close()
    assert len(list((folder / "backups").glob("before-*"))) == 1


@needs_a_system_that_refuses
def test_an_old_library_on_a_full_disk_stays_as_it_is_and_opens_once_there_is_room(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    old = (folder / DATABASE).read_bytes()
    with no_room(), pytest.raises(NotSaved, match="disk is full"):
        open_with_passphrase(folder, None, standing_rules)
    assert (folder / DATABASE).read_bytes() == old
    open_with_passphrase(folder, None, standing_rules).close()


LINES = "SELECT sequence, at, kind, undoable, workshop_id, visit, takes, touched, previous, hash FROM journal"


def test_lines_that_an_earlier_version_wrote_stay_as_they_were_and_are_verified_as_then(carried, tmp_path):
    first_form(tmp_path / "old")
    engine = make_engine(tmp_path / "old" / DATABASE, None)
    with engine.connect() as connection:
        before = connection.execute(text(LINES)).all()
    engine.dispose()
    with carried.archive._engine.connect() as connection:
        after = connection.execute(text(f"{LINES} WHERE kind = 'setup.create'")).all()
        forms = connection.execute(text("SELECT form FROM journal ORDER BY sequence")).scalars().all()
    assert after == before
    assert forms == [1, 2], "and the line about the new form is of the new one"
    assert carried.archive.faults() == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET form = 2 WHERE sequence = 1",
        "UPDATE journal_change SET after = json_set(after, '$.name', 'Eve') WHERE table_name = 'participant'",
        "UPDATE journal SET touched = json_remove(touched, '$[0]') WHERE sequence = 1",
        "UPDATE participant SET walk_in = 1",
        "UPDATE workshop SET card_words = 'Say nothing.'",
        "UPDATE answer SET value = 2 WHERE id = 1",
        "DELETE FROM left_empty",
        "UPDATE consent SET given_on = '2026-03-02'",
    ],
)
def test_whoever_writes_into_a_library_that_was_brought_to_a_new_form_is_found(carried, tampering):
    with carried.archive._engine.begin() as connection:
        connection.connection.driver_connection.execute(tampering)
    assert carried.archive.faults() != []


def test_what_somebody_wrote_into_an_old_library_is_still_found_in_its_new_form(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    engine = make_engine(folder / DATABASE, None)
    with engine.begin() as connection:
        connection.execute(text("UPDATE participant SET phone = '099'"))
        for key in (8, 9):
            more = "INSERT INTO follow_up (id, uid, row_version, participant_id, months, state, attempts)"
            connection.execute(text(f"{more} VALUES ({key}, '{key}', 1, 1, {key}, 'due', 0)"))
    engine.dispose()
    library = open_with_passphrase(folder, None, standing_rules)
    assert library.archive.faults() == [
        "In the table follow_up, 2 rows are not as the journal has them.",
        "In the table participant, one row is not as the journal has it.",
    ]
    library.close()


def promised_in_0_6_0(folder, phone_on, died_on=None):
    """A library of 0.6.0 in which somebody was to be phoned on a day; whether they died since."""
    first_form(folder)
    engine = make_engine(folder / DATABASE, None)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0008")
        words = text("UPDATE participant SET phone_on = :day, died_on = :died")
        connection.execute(words, {"day": phone_on, "died": died_on})
    engine.dispose()
    return open_with_passphrase(folder, None, standing_rules)


def test_a_day_on_which_somebody_was_to_be_phoned_is_a_promise_now_and_stands_on_today(tmp_path):
    library = promised_in_0_6_0(tmp_path / "library", "2026-03-20")
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 21, 9, tzinfo=UTC)), CountedCodes())
    (one,) = today.today(desk).promised
    assert (one.call.who, one.call.due) == ("Ana", date(2026, 3, 20))
    keeping.kept(desk, one.call.which)
    assert today.today(desk).promised == ()
    assert not participants.person(desk, 1).paper_only
    library.close()


def test_nobody_is_to_phone_somebody_who_has_died(tmp_path):
    library = promised_in_0_6_0(tmp_path / "library", "2026-03-20", died_on="2026-03-18")
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 21, 9, tzinfo=UTC)), CountedCodes())
    assert today.today(desk).promised == ()
    library.close()
