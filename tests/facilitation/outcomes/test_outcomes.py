"""Outcomes from the rows: counted once more by hand, exported, read again, and the same."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date, datetime, timedelta
from statistics import fmean

import pandas as pd
import pytest

from mat_desktop import cli
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import alliance, happenings, pairs, schedule
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup import views as followed
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import pool, study, views
from mat_desktop.facilitation.outcomes.words import caution, gain_in_words
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import consenting, roster
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.research import reading as research_files
from mat_desktop.facilitation.research import request
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.goals.goal import attainment_t
from mat_desktop.workshop.outcomes import allocation
from mat_desktop.workshop.outcomes.pooling import Study
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.study import AllocationList
from mat_desktop.workshop.outcomes.summary import summarised
from mat_desktop.workshop.outcomes.trajectory import Trajectory, counted_at, group_result
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, include, part_of_a_study
from tests.sure import sure
from tests.years import AFTER, LADDER, NAMES, PHQ, YEAR, a_year


@pytest.fixture
def library(tmp_path):
    """A library with a whole year in it."""
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


@pytest.fixture
def clock():
    """After the year."""
    return SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))


@pytest.fixture
def workshop_id():
    """The workshop of that year."""
    return 1


@pytest.fixture
def year(desk, workshop_id):
    """Who took part: name -> person."""
    return {p.name: p.id for p in roster.roster(desk, workshop_id)}


def test_somebody_who_could_not_be_reached_at_one_year_is_counted_under_that_reason(desk, workshop_id, year):
    missing = sure(views.outcomes(desk, workshop_id).result.not_heard_from)[0]
    for _ in range(3):
        entry.attempt(desk, year[missing], 12)
    reasons = dict(views.outcomes(desk, workshop_id).flow.reasons)
    assert reasons == {"could not be reached": 1, "not heard from yet": 1}


def test_the_counts_come_first_and_the_missing_are_counted_as_not_heard_from(desk, workshop_id, year):
    found = views.outcomes(desk, workshop_id)
    flow = found.flow
    assert (flow.registered, flow.screened, flow.included, flow.began) == (12, 12, 12, 12)
    assert (flow.six_months, flow.one_year) == (11, 10)
    assert flow.reasons == (("not heard from yet", 2),)
    assert [words for _, words in views.began_in_words(found)][-1] == "not heard from at one year"
    assert found.result.reached == sum(v[1] is not None and v[1] >= 0 for v in AFTER.values()), "of those who answered"
    assert (found.result.at, found.result.answered) == (12, 10)
    assert found.worse == 1, "Lena is further back"


def test_goal_attainment_and_the_questionnaire_are_those_of_a_straight_recount(desk, workshop_id, year):
    summary = views.measure(desk, workshop_id, "goals", 12).summary
    start = attainment_t([-2])
    changes = {n: attainment_t([max(-2, v[1])]) - start for n, v in AFTER.items() if v[1] is not None}
    pairs = [NAMES[n : n + 2] for n in range(0, 12, 2)]
    means = [fmean(changes[n] for n in pair if n in changes) for pair in pairs if any(n in changes for n in pair)]
    assert summary.analysed == len(changes)
    assert summary.mean_change == pytest.approx(fmean(means))
    phq = views.measure(desk, workshop_id, "phq-4", 12).summary
    told = {n: after - before for n, (before, after) in PHQ.items() if after is not None}
    means = [fmean(told[n] for n in pair if n in told) for pair in pairs if any(n in told for n in pair)]
    assert phq.mean_change == pytest.approx(fmean(means))
    assert phq.norms.better is Better.LOWER


def test_days_of_contact_are_those_of_the_handout(desk, workshop_id, year):
    rows = {p.name: p for p in views.outcomes(desk, workshop_id).people}
    for number, name in enumerate(NAMES):
        assert rows[name].contact_days == 20 + 9 * number
    assert {p.agreed_days for p in rows.values()} == {183}


def test_who_died_is_counted_by_that_word_and_named_nowhere(desk, workshop_id, year):
    happenings.record(desk, year["Dov"], Told(kind=Happened.DIED, happened_on=date(2027, 1, 5)))
    found = views.outcomes(desk, workshop_id)
    assert dict(found.flow.reasons)["died"] == 1
    assert "Dov" not in {p.name for p in found.people}
    assert "Dov" not in " ".join(p.names for p in views.each_pair(desk, workshop_id))


def test_what_others_saw_stands_beside_the_own_answer(desk, workshop_id, year):
    (goal,) = [g.id for g, _ in followed.follow_up(desk, year["Ana"], 12).goals]
    entry.set_level(desk, year["Ana"], 12, goal, -1, Informant.PARTNER)
    lines = [line for pair in views.each_pair(desk, workshop_id) for line in pair.informants]
    assert lines == ["Ana after 12 months: self T 60, partner T 40"]
    assert views.measure(desk, workshop_id, "goals", 12).summary.analysed == 10


def test_the_headline_measure_is_named_before_the_answers_and_not_after(desk, workshop_id, year):
    with pytest.raises(Refusal, match="named before"):
        measures.set_headline(desk, workshop_id, "phq-4")


def test_only_ratings_of_the_second_to_the_fourth_week_count_as_early(desk, workshop_id, year):
    part_of_a_study(desk, workshop_id)
    places = {m.participant_id: p.partnership_id for p in pairs.pairs(desk, workshop_id, YEAR) for m in p.members}
    for name, day, value in (("Ana", 8, 2), ("Cleo", 28, 9), ("Grace", 20, 5), ("Ines", 21, 6)):
        check = alliance.begin_check(desk, places[year[name]], year[name], WORKSHOP_DAY + timedelta(day))
        alliance.rate(desk, check, {"truth": value})
    for name, day in (("Elif", 7), ("Kofi", 29)):
        check = alliance.begin_check(desk, places[year[name]], year[name], WORKSHOP_DAY + timedelta(day))
        alliance.rate(desk, check, {"truth": 4})
    found = sure(views.measure(desk, workshop_id, "goals", 12).alliance)
    assert found.n == 4
    assert found.rho == pytest.approx(1.5 / 22.5**0.5)


def test_what_may_be_said_of_one_group_is_never_that_the_workshop_did_it(desk, workshop_id, year):
    said = views.measure(desk, workshop_id, "goals").concluded
    assert said[0].startswith("May be said")
    assert said[1] == "May not be said: that the workshop or the calls did it."


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_research_data_go_by_the_one_consent_that_is_said_to_cover_them(desk, workshop_id, year):
    with pytest.raises(Refusal, match="part of no study"):
        research.export(desk, workshop_id, ConsentKind.STUDY)
    part_of_a_study(desk, workshop_id)
    people = {row.name: row.id for row in consenting.answers(desk, workshop_id)}
    for name in NAMES[:3]:
        consenting.answer_consent(desk, people[name], ConsentKind.STUDY, yes=False)
    by_box, by_study = (research.export(desk, workshop_id, kind) for kind in request.COVERS)
    assert (by_box.people, by_study.people) == (8, 9), "Lena said yes to the study, and no to box 3"
    assert "9 said yes on the consent sheet of the study" in by_study.said
    assert ("Lena" in by_box.key.decode(), "Lena" in by_study.key.decode()) == (False, True)
    for name in NAMES[:3]:
        assert name not in by_box.key.decode()
        assert name not in by_study.key.decode()


def test_where_nobody_gave_the_consent_that_covers_them_there_are_no_research_data(desk, workshop_id, year):
    part_of_a_study(desk, workshop_id)
    for row in consenting.answers(desk, workshop_id):
        consenting.answer_consent(desk, row.id, ConsentKind.STUDY, yes=False)
    with pytest.raises(Refusal, match="Nobody who began has said yes on the consent sheet of the study"):
        research.export(desk, workshop_id, ConsentKind.STUDY)


def test_research_data_hold_only_who_agreed_and_no_name_date_or_free_text(desk, workshop_id, year):
    made = research.export(desk, workshop_id)
    assert (made.people, made.left_out) == (11, 1)
    assert "11 said yes on box 3 of the consent sheet, which covers these data" in made.said
    assert made.said in made.files["README.txt"].decode()
    everything = b"\n".join(made.files.values()).decode()
    for word in (*NAMES, "Walk", "5 days", "2026-", "2027-", "Harbour", "Pier Street"):
        assert word not in everything, word
    assert "Ana" in made.key.decode()
    assert "Lena" not in made.key.decode()
    ids = {row["person"] for row in table(made.files["people_long.csv"])}
    assert len(ids) == 11
    assert ids.isdisjoint({row["person"] for row in table(research.export(desk, workshop_id).files["people_long.csv"])})


def test_every_row_has_the_partners_columns_and_a_partner_who_did_not_agree_is_a_missing_code(desk, workshop_id, year):
    made = research.export(desk, workshop_id)
    who = {row["person"]: row["name"] for row in table(made.key)}
    rows = {(who[r["person"]], r["occasion"]): r for r in table(made.files["people_long.csv"])}
    assert len(rows) == 33
    ana, ben = rows[("Ana", "one_year")], rows[("Ben", "one_year")]
    assert (ana["partner1"], ana["partner1_goal_t"]) == (ben["person"], ben["goal_t"])
    assert ana["partner2"] == ".x"
    assert ana["partnership"] == ben["partnership"]
    assert rows[("Kofi", "one_year")]["partner1_goal_t"] == ".x", "Lena did not agree"
    assert rows[("Farid", "one_year")]["goal_t"] == ".n", "not heard from"
    assert rows[("Farid", "one_year")]["state"] == "due"
    assert int(ana["day"]) == (date(2027, 3, 14) - date(2026, 3, 14)).days


def test_a_trait_that_fewer_than_five_share_is_not_told(desk, workshop_id, year):
    for number, person in enumerate(year.values()):
        participants.change(desk, person, participants.PersonField.BIRTH_YEAR, str(1980 if number < 7 else 1950))
    rows = table(research.export(desk, workshop_id).files["people_wide.csv"])
    assert Counter(r["age_band"] for r in rows) == {".s": 11}, "seven told and four hidden would tell the four"
    with pytest.raises(Refusal, match="four figures"):
        participants.change(desk, year["Ana"], participants.PersonField.BIRTH_YEAR, "19")


@pytest.mark.parametrize(
    ("age", "younger", "older"),
    [
        (18, "under 18", "18-29"),
        (30, "18-29", "30-44"),
        (45, "30-44", "45-59"),
        (60, "45-59", "60-74"),
        (75, "60-74", "75+"),
    ],
)
def test_an_age_is_told_as_a_band_of_years(desk, workshop_id, year, age, younger, older):
    for number, person in enumerate(year.values()):
        participants.change(
            desk, person, participants.PersonField.BIRTH_YEAR, str(WORKSHOP_DAY.year - age + int(number < 6))
        )
    rows = table(research.export(desk, workshop_id).files["people_wide.csv"])
    assert Counter(r["age_band"] for r in rows) == {younger: 6, older: 5}


def test_the_codebook_and_the_package_name_every_column_and_its_missing_codes(desk, workshop_id, year):
    files = research.export(desk, workshop_id).files
    package = json.loads(files["datapackage.json"])
    book = {(r["file"], r["column"]): r for r in table(files["codebook.csv"])}
    for resource in package["resources"]:
        header = files[resource["path"]].decode().split("\n", 1)[0].split(",")
        assert [f["name"] for f in resource["schema"]["fields"]] == header
        assert {".n", ".u", ".r", ".i", ".x", ".s"} <= set(resource["schema"]["missingValues"])
        for field in resource["schema"]["fields"]:
            assert book[(resource["path"], field["name"])]["type"] == field["type"]
    assert {f"{name}.csv" for name in ("people_long", "people_wide", "counts", "outcome-goals", "outcome-phq-4")} <= {
        *files
    }


def test_the_data_load_in_pandas_with_the_types_of_the_codebook(desk, workshop_id, year):
    files = research.export(desk, workshop_id).files
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        kinds = {f["name"]: f["type"] for f in resource["schema"]["fields"]}
        frame = pd.read_csv(
            io.BytesIO(files[resource["path"]]),
            na_values=resource["schema"]["missingValues"],
            dtype={name: "string" for name, kind in kinds.items() if kind == "string"},
        )
        for name, kind in kinds.items():
            if kind in ("number", "integer"):
                assert pd.api.types.is_numeric_dtype(frame[name]), (resource["path"], name)


def test_outcomes_worked_out_again_from_the_export_by_a_straight_script_equal_the_screen(desk, workshop_id, year):
    participants.set_consent(desk, year["Lena"], ConsentKind.RESEARCH, given=True)
    screen = views.measure(desk, workshop_id, "phq-4").summary
    rows = table(research.export(desk, workshop_id).files["outcome-phq-4.csv"])
    by_pair: dict[str, list[float]] = {}
    before, after = [], []
    for row in rows:
        last = row["one_year"]
        if not last.startswith(".") and not row["baseline"].startswith("."):
            by_pair.setdefault(row["partnership"], []).append(float(last) - float(row["baseline"]))
            before.append(float(row["baseline"]))
            after.append(float(last))
    means = [fmean(v) for v in by_pair.values()]
    n = len(before)
    sd = (sum((x - fmean(before)) ** 2 for x in before) / (n - 1)) ** 0.5
    assert screen.mean_change == pytest.approx(fmean(means))
    assert sure(screen.effect).g == pytest.approx(
        (1 - 3 / (4 * (n - 1) - 1)) * (fmean(after) - fmean(before)) / sd, rel=0.002
    )
    flips = 2 ** len(means)
    far = sum(
        abs(sum(m if k >> i & 1 else -m for i, m in enumerate(means))) >= abs(sum(means)) - 1e-9 for k in range(flips)
    )
    assert sure(sure(screen.shift).test).p == pytest.approx(far / flips)


def test_an_import_of_the_same_export_gives_the_same_outcomes_measure_by_measure(desk, workshop_id, year, tmp_path):
    participants.set_consent(desk, year["Lena"], ConsentKind.RESEARCH, given=True)
    made = research.export(desk, workshop_id)
    found = {m.key: m for m in research_files.measures(lambda name: made.files[name])}
    assert set(found) == {"goals", "phq-4"}
    for key, measure in found.items():
        own = views.measure(desk, workshop_id, key).summary
        again = summarised(measure.cases, Norms(measure.better))
        assert again.mean_change == pytest.approx(own.mean_change), key
        assert sure(again.shift).interval == pytest.approx(sure(own.shift).interval), key
        assert sure(sure(again.shift).test).p == sure(sure(own.shift).test).p
        assert sure(again.likeness).icc == pytest.approx(sure(own.likeness).icc)
        assert key == "goals" or again.se_jackknife == pytest.approx(own.se_jackknife)
        assert sure(again.dose).rho == pytest.approx(sure(own.dose).rho)
    for name, content in made.files.items():
        (tmp_path / name).write_bytes(content)


def test_the_command_line_writes_the_same_data_and_reads_them_again(desk, workshop_id, year, library, tmp_path, capsys):
    library.close()
    out, key = tmp_path / "data", tmp_path / "elsewhere" / "key.csv"
    call = ["export", "--library", str(library.folder), "--out", str(out)]
    assert cli.main([*call, "--key", str(out / "key.csv")]) == 2
    assert not out.exists()
    key.parent.mkdir()
    assert cli.main([*call, "--key", str(key), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["people"], said["left_out"]) == (11, 1)
    assert "Ana" in key.read_text()
    assert cli.main(["outcomes", str(out / "outcome-phq-4.csv"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["flow"]["began"] == 11
    assert found["mean_change"] < 0


@pytest.fixture
def in_study(desk, workshop_id, year):
    """The same year, part of a study, its list sealed over two arms."""
    part_of_a_study(desk, workshop_id)
    arms = [a.id for a in schedule.arms(desk, workshop_id)][:2]
    seal = study.seal_list(desk, workshop_id, arms, ["Are both in work?"])
    return year, arms, seal


def test_the_list_is_sealed_once_and_before_the_first_arm(desk, workshop_id, in_study):
    _, arms, seal = in_study
    found = study.allocations(desk, workshop_id)
    assert (len(seal), found.seal, found.unchanged) == (64, seal, True)
    with pytest.raises(Refusal, match="sealed already"):
        study.seal_list(desk, workshop_id, arms)
    with pytest.raises(Refusal, match="sealed list"):
        schedule.choose_arm(desk, found.waiting[0][0], arms[0])


def test_arms_are_revealed_one_by_one_in_balanced_blocks_and_never_ahead(desk, workshop_id, in_study):
    _, arms, _ = in_study
    place = study.allocations(desk, workshop_id).waiting[0][0]
    with pytest.raises(Refusal, match="Answer the questions"):
        study.reveal(desk, place)
    while study.allocations(desk, workshop_id).waiting:
        study.reveal(desk, study.allocations(desk, workshop_id).waiting[0][0], [True])
    found = study.allocations(desk, workshop_id)
    assert len(found.revealed) == 6
    assert found.unchanged
    counts = Counter(arm for _, arm in found.revealed)
    assert max(counts.values()) - min(counts.values(), default=0) <= 4
    with pytest.raises(Refusal, match="has its arm"):
        study.reveal(desk, place, [True])
    offer = history.undo_offer(desk)
    assert offer is None or "arm" not in offer.label


def test_arms_stand_under_letters_until_they_are_named(desk, workshop_id, in_study):
    while study.allocations(desk, workshop_id).waiting:
        study.reveal(desk, study.allocations(desk, workshop_id).waiting[0][0], [False])
    said = " ".join(views.measure(desk, workshop_id, "goals").sentences)
    assert "Arm A" in said
    assert "A call every day" not in said
    study.unblind(desk, workshop_id)
    said = " ".join(views.measure(desk, workshop_id, "goals").sentences)
    assert "A call every day" in said
    assert "arrangements within the blocks" in said


def test_the_sealed_list_is_checked_anywhere_and_one_changed_letter_shows(
    desk, workshop_id, in_study, tmp_path, capsys
):
    _, arms, seal = in_study
    with pytest.raises(Refusal, match="Name the arms first"):
        study.sealed_list(desk, workshop_id)
    study.unblind(desk, workshop_id)
    content = study.sealed_list(desk, workshop_id)
    assert "A call every day" in content.decode(), "in words that whoever holds it can read"
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    assert cli.main(["verify-seal", str(path)]) == 0
    assert seal in capsys.readouterr().out
    path.write_bytes(content.replace(b"A call every day", b"A call every DAY", 1))
    assert cli.main(["verify-seal", str(path)]) == 2
    assert "not the one that was sealed" in capsys.readouterr().err
    path.write_bytes(b"")
    assert cli.main(["verify-seal", str(path)]) == 2


def test_once_the_list_is_sealed_the_words_of_its_arms_stay(desk, workshop_id, in_study):
    _, arms, _ = in_study
    with pytest.raises(Refusal, match="They stay as they are"):
        schedule.change_arm(desk, arms[0], "A call every week")
    schedule.change_arm(desk, arms[0], "A call every day", date(2026, 9, 30))
    assert study.allocations(desk, workshop_id).unchanged


def test_a_list_that_was_sealed_by_numbers_keeps_its_seal(desk, workshop_id, in_study):
    with desk.archive.deed(Note("study.seal", undoable=False, at=desk.clock.now())) as rows:
        found = rows.find(AllocationList, workshop_id=workshop_id)
        slots = [allocation.ArmSlot(s.stratum, s.block, str(s.arm_id)) for s in found.slots]
        found.seal = allocation.seal(slots, found.salt)
    assert study.allocations(desk, workshop_id).unchanged


def test_several_workshops_are_pooled_with_effects_from_elsewhere_until_they_are_left_out(desk, workshop_id, year):
    alone = pool.pooled(desk, "phq-4")
    assert ([s.name for s in alone.studies], alone.certainty) == (
        ["Harbour Hall, 2026"],
        "One workshop: there is nothing to pool.",
    )
    pool.take_in(desk, "phq-4", 12, [(Study("North", 0.4, 0.05), 14), (Study("South", 0.9, 0.04), 20)])
    found = pool.pooled(desk, "phq-4")
    assert sure(found.spread).k == 3
    assert "very uncertain" in found.certainty
    pool.leave_out(desk, found.outside[0][0])
    assert sure(pool.pooled(desk, "phq-4").spread).k == 2
    history.undo(desk)
    assert sure(pool.pooled(desk, "phq-4").spread).k == 3


def test_goals_have_no_standardised_change_for_the_method_sets_where_they_begin(desk, workshop_id, year):
    part_of_a_study(desk, workshop_id)
    found = views.measure(desk, workshop_id, "goals")
    assert found.summary.effect is None
    assert any("is set by the method" in sentence for sentence in found.sentences)
    assert pool.pooled(desk, "goals").left_out == ("Harbour Hall, 2026",)


def test_effects_from_elsewhere_are_pooled_at_the_occasion_at_which_they_were_counted(desk, workshop_id, year):
    pool.take_in(desk, "phq-4", 6, [(Study("North", 0.4, 0.05), 14)])
    assert "North" in {s.name for s in pool.pooled(desk, "phq-4", 6).studies}
    assert "North" not in {s.name for s in pool.pooled(desk, "phq-4", 12).studies}


def test_without_a_study_she_reads_counts_and_changes_and_no_statistics(desk, workshop_id, year):
    found = views.measure(desk, workshop_id, "phq-4")
    said = " ".join((*found.sentences, *found.concluded))
    assert not re.search(r"\b(g|p|rho|ICC|Standardised|variance)\b", said), said
    part_of_a_study(desk, workshop_id)
    assert re.search(r"\brho\b", " ".join(views.measure(desk, workshop_id, "phq-4").sentences))


def another_goal(desk, person: int) -> None:
    """One more goal of the same ladder, set today."""
    goal = goals.add(desk, person)
    goals.change(desk, goal, goals.GoalField.WORDS, "Swim")
    for level, words in LADDER.items():
        steps.set_level(desk, goal, level, words)


def test_goals_that_were_added_during_the_year_change_no_start(desk, workshop_id, year):
    before = views.measure(desk, workshop_id, "goals").summary
    for _ in range(2):
        another_goal(desk, year["Ana"])
    after = views.measure(desk, workshop_id, "goals").summary
    assert after.mean_change == before.mean_change
    assert after.sensitivity == before.sensitivity


def test_a_goal_marked_again_where_it_began_is_no_change_whatever_became_of_the_others(library):
    then = SampleClock(datetime(2026, 3, 12, 9, tzinfo=NEW_ZEALAND))
    desk = Desk(library.archive, then, CountedCodes())
    workshop_id = setup.create(desk, "Quay Room", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")
    keys = [include(desk, workshop_id, name) for name in ("Mara", "Nils")]
    for key in keys:
        for _ in range(3):
            another_goal(desk, key)
    moves.propose(desk, workshop_id, [(keys, 50)])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    then.go_to(date(2026, 9, 20))
    first = followed.follow_up(desk, keys[0], 6).goals[0][0].id
    entry.set_level(desk, keys[0], 6, first, -2)
    assert views.measure(desk, workshop_id, "goals").summary.mean_change == 0


def test_before_the_one_year_meeting_nothing_is_said_about_it():
    half = [Trajectory("a", 1, -2, 0, 0, None, 9, 10), Trajectory("b", 1, -2, 0, None, None, 9, 10)]
    found = group_result(half)
    assert (found.at, found.answered, found.reached, found.not_heard_from) == (6, 1, 1, ("b",))
    assert "one year" not in " ".join(caution(found))
    assert [gain_in_words(p) for p in counted_at(half)] == ["+2 steps", "no answer at six months"]
