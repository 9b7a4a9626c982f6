"""The list of a study from its seal to the check of it, played in the window."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mat_desktop import cli
from mat_desktop.facilitation import history
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.outcomes import study
from mat_desktop.rehearsal.hands import press
from mat_desktop.workshop.journey import Step
from tests.people import part_of_a_study, rest_left_empty

BREAK = "\u200b"
"""Where a long word may be broken."""


@pytest.fixture
def outcomes(at_own_sample):
    """The page of outcomes after a year in which everybody has answered, of a workshop that became a study."""
    who = at_own_sample
    desk = who.place.desk
    who.clock.go_to(date(2027, 3, 20))
    for number, row in enumerate(views.people(desk, 1, 12)):
        goal = views.follow_up(desk, row.id, 12).goals[0][0].id
        entry.set_level(desk, row.id, 12, goal, number % 4 - 1)
        rest_left_empty(desk, row.id, 12)
    part_of_a_study(desk, 1)
    who.go_to(Step.OUTCOMES)
    press(who.place, "View: Arms")
    return who


def buttons(who) -> set[str]:
    QTest.qWait(30)
    return {b.accessibleName() for b in who.page.findChildren(QAbstractButton) if b.isVisible()}


def words_on(who) -> list[str]:
    QTest.qWait(30)
    return [found.text().replace(BREAK, "") for found in who.page.findChildren(QLabel) if found.isVisible()]


def test_a_list_is_sealed_revealed_named_saved_and_checked_without_a_word_that_comes_too_early(
    outcomes, tmp_path, capsys
):
    who, desk = outcomes, outcomes.place.desk
    press(who.page, "A call every day")
    press(who.page, "A call every week")
    press(who.page, "Draw and seal the list")
    seal = who.messages.said[-1].split()[-1]
    assert seal in words_on(who), "the seal stays to be written down"
    while waiting := sorted(name for name in buttons(who) if name.startswith("Reveal the arm of ")):
        assert "Save the sealed list" not in buttons(who)
        press(who.page, waiting[0])
    assert "No pair waits for its arm." in words_on(who)
    compared = [text for text in words_on(who) if text.startswith("Arms: ")]
    assert compared
    assert all("A call every" not in text for text in compared), "results stand under letters"
    assert "Save the sealed list" not in buttons(who)
    press(who.page, "Name the arms")
    compared = [text for text in words_on(who) if text.startswith("Arms: ")]
    assert all("A call every day" in text and "Arm A" not in text for text in compared)
    assert "Name the arms" not in buttons(who)
    offer = history.undo_offer(desk)
    assert offer is None or "arm" not in offer.label.casefold(), "what was seen cannot be unseen"
    path = tmp_path / "list.txt"
    who.messages.paths.append(path)
    press(who.page, "Save the sealed list")
    assert "verify-seal" in who.messages.said[-1]
    assert cli.main(["verify-seal", str(path), "--seal", seal]) == 0
    assert f"This is what was sealed: {seal}" in capsys.readouterr().out
    path.write_bytes(path.read_bytes().replace(b"A call every day", b"A call every week", 1))
    assert cli.main(["verify-seal", str(path), "--seal", seal]) == 2
    assert "not the one that was sealed" in capsys.readouterr().err
    assert study.allocations(desk, 1).unchanged
