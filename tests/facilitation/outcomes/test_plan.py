"""A plan of a study: who allowed it comes first, it is sealed before anybody is included, and anybody can check it."""

from datetime import date
from hashlib import sha256

import pytest

from mat_desktop import cli
from mat_desktop.facilitation import history, screening
from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.outcomes import plan, study
from mat_desktop.facilitation.outcomes.conclusions import Allotted, concluded
from mat_desktop.facilitation.outcomes.plan import PlanField
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.printed.library.for_her import PaperForHer
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.workshop.contact.schedule import Arm, ArmKind
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH, StudyPlan, plan_file, plan_seal
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.summary import summarised
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.people import include

APPROVAL: dict[PlanField, str | date] = {
    PlanField.COMMITTEE: "Harbour Ethics Board",
    PlanField.APPROVAL: "26/17",
    PlanField.APPROVED_ON: date(2026, 2, 1),
    PlanField.REGISTRY: "ANZCTR 126",
}


@pytest.fixture
def allowed(desk, workshop_id):
    """A workshop that is part of a study, all of it typed; its first two arms."""
    for field, value in APPROVAL.items():
        plan.change_plan(desk, workshop_id, field, value)
    schedule.set_study(desk, workshop_id, on=True)
    return [arm.id for arm in schedule.arms(desk, workshop_id)][:2]


@pytest.mark.parametrize("missing", list(APPROVAL))
def test_there_are_no_arms_before_all_is_typed_of_who_allowed_them(desk, workshop_id, missing):
    for field, value in APPROVAL.items():
        if field is not missing:
            plan.change_plan(desk, workshop_id, field, value)
    with pytest.raises(Refusal, match="type the ethics committee, its number, the day and the registry"):
        schedule.set_study(desk, workshop_id, on=True)
    plan.change_plan(desk, workshop_id, missing, APPROVAL[missing])
    schedule.set_study(desk, workshop_id, on=True)
    assert len(schedule.arms(desk, workshop_id)) == 4
    with pytest.raises(Refusal, match="There are arms already"):
        plan.change_plan(desk, workshop_id, missing, None if missing is PlanField.APPROVED_ON else " ")


def test_arms_without_research_need_only_that_word(desk, workshop_id):
    plan.change_plan(desk, workshop_id, PlanField.REGISTRY, NO_RESEARCH)
    schedule.set_study(desk, workshop_id, on=True)
    assert plan.study_plan(desk, workshop_id).research is False


def test_a_plan_is_sealed_once_and_all_that_it_names_stays(desk, workshop_id, allowed):
    seal = plan.seal_plan(desk, workshop_id, "goals", 12, allowed)
    found = plan.study_plan(desk, workshop_id)
    assert (found.seal, found.unchanged, found.measure, found.months) == (seal, True, "goals", 12)
    text = "\n".join(found.text)
    for words in ("Harbour Ethics Board, 26/17, 2026-02-01", "ANZCTR 126", "Goal attainment", "Point: one year",
                  "Arm 1: daily: A call every day", "Arm 2: weekly: A call every week"):  # fmt: skip
        assert words in text
    assert "Meetings only" not in text, "an arm that does not take part"
    assert setup.workshop(desk, workshop_id).headline == "goals"
    for deed in (
        lambda: plan.seal_plan(desk, workshop_id, "goals", 6, allowed),
        lambda: plan.change_plan(desk, workshop_id, PlanField.REGISTRY, "another"),
        lambda: measures.set_headline(desk, workshop_id, "target-complaints"),
        lambda: schedule.change_arm(desk, allowed[0], "Calls"),
    ):
        with pytest.raises(Refusal, match="sealed"):
            deed()
    offer = history.undo_offer(desk)
    assert offer is None or "plan" not in offer.label


def test_once_somebody_is_included_no_plan_can_be_sealed(desk, workshop_id, allowed):
    person = participants.add(desk, workshop_id, "Ana", "021")
    screening.decide(desk, person, ScreeningOutcome.NOT_NOW, "later")
    plan_can_be = "goals", 12, allowed
    include(desk, workshop_id, "Ben")
    with pytest.raises(Refusal, match="Somebody is included already"):
        plan.seal_plan(desk, workshop_id, *plan_can_be)


def test_where_somebody_waits_the_plan_is_sealed_with_its_stop_rule_and_without_one_not_at_all(
    desk, workshop_id, allowed
):
    arms = {arm.kind: arm.id for arm in schedule.arms(desk, workshop_id)}
    waits = [arms[ArmKind.DAILY], arms[ArmKind.WAIT_LIST]]
    with pytest.raises(Refusal, match="Write first when the waiting ends before its day"):
        plan.seal_plan(desk, workshop_id, "goals", 6, waits)
    rule = "Whoever gets worse, or asks to begin, begins at once. " + "The waiting ends for all if two do. " * 6
    plan.change_plan(desk, workshop_id, PlanField.STOP_RULE, f"{rule}\nArm 3: one that nobody chose")
    plan.seal_plan(desk, workshop_id, "goals", 6, waits)
    found = plan.study_plan(desk, workshop_id)
    assert f"Stop rule: {rule}Arm 3: one that nobody chose" in found.text, "one line, however it was typed"
    assert len([line for line in found.text if line.startswith("Arm ")]) == 2
    assert found.unchanged
    assert rule.strip() in printed(desk, workshop_id)
    with pytest.raises(Refusal, match="sealed"):
        plan.change_plan(desk, workshop_id, PlanField.STOP_RULE, "another")


@pytest.mark.parametrize(
    ("measure", "months", "many", "said"),
    [("phq-9", 12, 2, "Choose a measure"), ("goals", 7, 2, "follow-up point"), ("goals", 12, 1, "two arms")],
)
def test_a_plan_names_a_measure_a_point_and_two_arms_of_its_workshop(
    desk, workshop_id, allowed, measure, months, many, said
):
    with pytest.raises(Refusal, match=said):
        plan.seal_plan(desk, workshop_id, measure, months, allowed[:many])


def test_the_list_of_a_study_holds_the_arms_of_its_plan(desk, workshop_id, allowed):
    with pytest.raises(Refusal, match="Seal the plan of the study first"):
        study.seal_list(desk, workshop_id, allowed)
    plan.seal_plan(desk, workshop_id, "goals", 12, allowed)
    others = [arm.id for arm in schedule.arms(desk, workshop_id)][1:3]
    with pytest.raises(Refusal, match="names other arms"):
        study.seal_list(desk, workshop_id, others)
    assert len(study.seal_list(desk, workshop_id, allowed)) == 64


def test_a_saved_plan_is_checked_anywhere_and_one_changed_letter_shows(desk, workshop_id, allowed, tmp_path, capsys):
    with pytest.raises(Refusal, match="No plan is sealed"):
        plan.sealed_plan(desk, workshop_id)
    seal = plan.seal_plan(desk, workshop_id, "goals", 12, allowed)
    content = plan.sealed_plan(desk, workshop_id)
    first, rest = content.split(b"\n", 1)
    assert first.decode() == seal == sha256(rest).hexdigest(), "with no program of ours"
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    assert cli.main(["verify-seal", str(path)]) == 0
    assert seal in capsys.readouterr().out
    path.write_bytes(content.replace(b"one year", b"six months", 1))
    assert cli.main(["verify-seal", str(path)]) == 2
    assert "not the one that was sealed" in capsys.readouterr().err


REWRITTEN = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of an old Mac": lambda text: text.replace("\n", "\r").encode(),
    "a mark at the beginning": lambda text: text.encode("utf-8-sig"),
    "two bytes a letter": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "the letters of Windows": lambda text: text.replace("\n", "\r\n").encode("cp1252"),
    "a line end more": lambda text: f"{text}\n".encode(),
}


@pytest.mark.parametrize("how", list(REWRITTEN))
def test_a_plan_that_a_mail_program_or_an_editor_rewrote_is_still_the_one_and_says_so(how, tmp_path, capsys):
    sealed = StudyPlan(1, text="Workshop: Café Zoé – ‘Quay’\nPoint: one year", salt="K3")
    sealed.seal = plan_seal(sealed)
    path = tmp_path / "plan.txt"
    path.write_bytes(REWRITTEN[how](plan_file(sealed).decode()))
    assert cli.main(["verify-seal", str(path)]) == 0
    said = capsys.readouterr().out
    assert sealed.seal in said
    assert "the words are the same" in said
    path.write_bytes(REWRITTEN[how](plan_file(sealed).decode().replace("one year", "six months")))
    assert cli.main(["verify-seal", str(path)]) == 2


def test_whoever_writes_another_seal_above_other_words_is_found_out_by_the_one_that_was_written_down(tmp_path, capsys):
    sealed = StudyPlan(1, text="Point: one year", salt="K3")
    sealed.seal = plan_seal(sealed)
    forged = StudyPlan(1, text="Point: six months", salt="K3")
    forged.seal = plan_seal(forged)
    path = tmp_path / "plan.txt"
    path.write_bytes(plan_file(forged))
    assert cli.main(["verify-seal", str(path)]) == 0
    said = capsys.readouterr().out
    assert "This is what was sealed" not in said, "the file alone cannot say so"
    assert "if the same seal was written down before" in said
    assert cli.main(["verify-seal", str(path), "--seal", sealed.seal]) == 2
    assert "not the one with the seal that was written down" in capsys.readouterr().err
    path.write_bytes(plan_file(sealed))
    assert cli.main(["verify-seal", str(path), "--seal", f" {sealed.seal[:32].upper()} {sealed.seal[32:]}"]) == 0
    assert capsys.readouterr().out == f"This is what was sealed: {sealed.seal}\n"
    for changed in (b"K3", b"one"):
        path.write_bytes(plan_file(sealed).replace(changed, b"K4"))
        assert cli.main(["verify-seal", str(path), "--seal", sealed.seal]) == 2
    with pytest.raises(SystemExit):
        cli.main(["verify-seal", str(path), "--seal", "12"])
    assert "64 letters and digits are expected" in capsys.readouterr().err


def test_words_that_are_exchanged_in_the_rows_are_seen(desk, workshop_id, allowed):
    plan.seal_plan(desk, workshop_id, "goals", 12, allowed)
    with desk.archive.deed(Note("contact.arm_label", undoable=True, at=desk.clock.now())) as rows:
        rows.get(Arm, allowed[0]).label = "Something else"
    assert not plan.study_plan(desk, workshop_id).unchanged


def printed(desk, workshop_id) -> str:
    (sheet,) = sheets.print_out(desk, sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.STUDY_PLAN,), people=()))
    assert isinstance(sheet, PaperForHer)
    return "\n".join(s for section in sheet.sections for s in (section.title, *section.sentences))


def test_the_plan_prints_with_its_seal_and_the_list_only_once_the_arms_are_named(desk, workshop_id, allowed):
    assert "No plan is sealed" in printed(desk, workshop_id)
    seal = plan.seal_plan(desk, workshop_id, "goals", 12, allowed)
    listed = study.seal_list(desk, workshop_id, allowed)
    said = printed(desk, workshop_id)
    assert f"Seal: {seal}" in said
    assert f"Seal: {listed}" in said
    assert "mat-desktop verify-seal FILE" in said
    assert "block 1" not in said
    assert study.allocations(desk, workshop_id).blind
    study.unblind(desk, workshop_id)
    said = printed(desk, workshop_id)
    file = study.sealed_list(desk, workshop_id).decode().splitlines()
    assert f"Salt: {file[1]}" in said
    arms = {"A": "daily: A call every day", "B": "weekly: A call every week"}
    first = [line.split("\t")[2] for line in file[2:] if line.split("\t")[1] == "1"]
    told = said.split("block 1: ")[1].split(";")[0].split()
    assert [arms[letter] for letter in told] == first


@pytest.mark.parametrize(
    ("allotted", "said"),
    [
        (Allotted.BY_HAND, "May not be said: that the workshop or the calls did it."),
        (Allotted.WITHOUT_PLAN, "explores and proves nothing"),
        (Allotted.AS_PLANNED, "the one that the sealed plan names"),
        (Allotted.BESIDE_THE_PLAN, "another measure or point"),
    ],
)
def test_only_the_planned_comparison_is_called_planned(allotted, said):
    cases = [OutcomeCase(str(n), str(n), 10.0 + n % 3, {12: 8.0 - n % 2 * 3}, "ab"[n % 2]) for n in range(8)]
    found = concluded(summarised(cases, Norms(Better.LOWER), 12, ("a", "b")), allotted=allotted)
    assert said in found[1]
    assert ("causes" in found[1]) == (allotted is not Allotted.BY_HAND)
