"""Window, report, page for a funder, command line and export tell one measure with the same figures and sentences."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from mat_desktop import cli
from mat_desktop.facilitation.contact import log, pairs
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup import views as followed
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import headless, study, views
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked, worked_out
from mat_desktop.facilitation.outcomes.words import alliance_in_words, figures
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.printed.outcomes.group import ReportSheet, SummarySheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.paper import press
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUp
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.summary import Summary, summarised
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, CountedCodes, part_of_a_study
from tests.sure import sure
from tests.years import YEAR, a_year


@pytest.fixture
def desk(tmp_path):
    """After a year of six partnerships in a study, in which two people were not heard from and all share their data."""
    library = library_of(tmp_path / "library", a_year)
    found = Desk(
        library.archive, SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND)), CountedCodes()
    )
    for person in roster.roster(found, 1):
        participants.set_consent(found, person.id, ConsentKind.RESEARCH, given=True)
    part_of_a_study(found, 1)
    study.unblind(found, 1)
    yield found
    library.close()


def sheet(desk: Desk, kind: SheetKind) -> ReportSheet | SummarySheet:
    (found,) = sheets.print_out(desk, sheets.Order(workshop_id=1, kinds=(kind,), people=()))
    assert isinstance(found, ReportSheet | SummarySheet)
    return found


def rounded(words: str) -> Any:
    """A sum over other rows differs in its last digit."""
    return json.loads(words, parse_float=lambda digits: round(float(digits), 9))


def plain(summary: Summary) -> Any:
    """What the window knows, but for the room on the scale: no table says where a scale ends."""
    told = rounded(json.dumps(headless.described(summary)))
    told["sensitivity"].pop("room", None)
    return told


def test_a_measure_has_the_same_figures_in_the_window_the_report_the_command_line_and_the_export(
    desk, tmp_path, capsys
):
    window = views.measure(desk, 1, "phq-4")
    report = sheet(desk, SheetKind.REPORT)
    assert isinstance(report, ReportSheet)
    (part,) = [one for one in report.measures if one.title == window.title]
    assert part.sentences[: len(window.sentences)] == window.sentences
    assert part.concluded == window.concluded
    assert (part.people, part.partnerships) == (window.people, window.partnerships)
    path = tmp_path / "outcome-phq-4.csv"
    path.write_bytes(research.export(desk, 1).files[path.name])
    assert cli.main(["outcomes", str(path), "--json"]) == 0
    assert rounded(capsys.readouterr().out) == plain(window.summary)
    assert cli.main(["outcomes", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    own = [sentence.partition(" The scale has no room")[0] for sentence in window.sentences]
    assert [line for line in lines if line in own] == own, "all but what only the form knows: where its scale ends"
    assert lines[-len(window.concluded) :] == list(window.concluded)


def test_a_follow_up_that_is_asked_for_has_the_same_figures_from_the_export_as_in_the_window(desk, tmp_path, capsys):
    window = views.measure(desk, 1, "goals", 6)
    path = tmp_path / "outcome-goals.csv"
    path.write_bytes(research.export(desk, 1).files[path.name])
    assert cli.main(["outcomes", str(path), "--better", "higher", "--at", "six_months", "--json"]) == 0
    told, own = rounded(capsys.readouterr().out), plain(window.summary)
    for only_of_some_measures in ("g", "v", "r", "n", "se_jackknife", "g_ci", "notes", "norms"):
        told.pop(only_of_some_measures)
        own.pop(only_of_some_measures)
    assert told == own


def test_a_funder_reads_who_talked_in_the_last_four_weeks_whatever_state_their_partnership_is_in(desk):
    def talked() -> int:
        funder = sheet(desk, SheetKind.SUMMARY)
        assert isinstance(funder, SummarySheet)
        ((number, _),) = [line for line in funder.lines if line[1].startswith("talked with their partner in the last")]
        return number

    ends = setup.workshop(desk, 1).last_day
    found = pairs.pairs(desk, 1, desk.clock.today())
    assert talked() == 0, "every partnership still stands as on trial, and no log goes so far"
    place, ana = found[0].partnership_id, found[0].members[0].participant_id
    for back, number in ((28, 0), (27, 1)):
        log.mark_many(desk, place, ana, {ends - timedelta(days=back): Mark.TALKED})
        assert talked() == number


def test_the_page_for_a_funder_says_of_the_first_measure_what_the_window_and_the_report_say(desk):
    funder, report = sheet(desk, SheetKind.SUMMARY), sheet(desk, SheetKind.REPORT)
    assert isinstance(funder, SummarySheet)
    assert isinstance(report, ReportSheet)
    window, group = views.measure(desk, 1, "goals"), views.outcomes(desk, 1)
    assert funder.shows == window.concluded[:1] == report.measures[0].concluded[:1]
    counts = {words: number for number, words in funder.lines}
    assert counts[f"of {group.result.began} with a goal answered at one year"] == group.result.answered == 10
    (worse,) = [(number, words) for number, words in funder.lines if "got worse" in words]
    assert report.worse.startswith(f"{worse[0]} p")
    assert group.worse == worse[0]
    assert "p <" not in str(press.pages_of((funder,), Style())), "a funder reads counts and not tests"


def test_harms_are_told_of_everybody_who_answered_at_one_follow_up_or_another(desk):
    people = {p.name: p.id for p in roster.roster(desk, 1)}
    goal = followed.follow_up(desk, people["Dov"], 6).goals[0][0].id
    entry.set_level(desk, people["Dov"], 6, goal, FURTHER_BACK)
    with desk.archive.deed(Note("bench.year", undoable=False, at=desk.clock.now())) as rows:
        rows.remove(sure(rows.find(FollowUp, participant_id=people["Lena"], months=6)))
    report, funder = sheet(desk, SheetKind.REPORT), sheet(desk, SheetKind.SUMMARY)
    assert isinstance(report, ReportSheet)
    assert isinstance(funder, SummarySheet)
    said = "who answered at any follow-up said that something got worse, or stood further back than at the start"
    assert report.worse.startswith(f"2 people of 11 {said}."), "ten answered at six months, and ten at one year"
    assert (2, f"of 11 {said}") in funder.lines
    assert views.outcomes(desk, 1).worse == 2


@pytest.mark.parametrize(("better", "step"), [(Better.LOWER, -1), (Better.HIGHER, 1)])
def test_more_contact_and_better_calls_with_more_improvement_are_never_told_with_opposite_signs(better, step):
    cases = tuple(OutcomeCase(str(n), str(n), 20, {12: 20 + step * n}, contacts=10.0 * n) for n in range(1, 7))
    asked = MeasureAsked(
        key="own",
        title="Own",
        headline="",
        cases=cases,
        norms=Norms(better),
        standardised=True,
        at=12,
        arms=(),
        study=True,
        blind=False,
        sealed=False,
        planned=None,
        crossed=None,
        early={n: float(n) for n in range(1, 7)},
    )
    found = worked_out(asked)
    assert any("contact against change for the better: rho 1.00," in said for said in found.sentences)
    assert "against change for the better: rho 1.00," in alliance_in_words(found.alliance)[0]
    assert headless.described(found.summary)["dose"]["rho"] == pytest.approx(1)


@pytest.mark.parametrize("level", [90, 95])
@pytest.mark.parametrize("study_reader", [True, False])
def test_beside_every_reliable_change_stands_at_what_level_it_is_called_so(level, study_reader):
    cases = [OutcomeCase(str(n), str(n), 20, {12: 20 - 2 * n}) for n in range(1, 7)]
    found = summarised(cases, Norms(Better.LOWER, points=6, level=level, cut_off=11))
    (said,) = [line for line in figures(found, study=study_reader) if line.startswith("Reliably better")]
    assert f"4 of the 6 who could (a change is called reliable at {level} %)" in said
