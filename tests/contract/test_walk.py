"""Whatever is pressed, clicked and turned, a row changes only by what is under the hand."""

import os
from datetime import UTC, datetime
from pathlib import Path
from random import Random  # noqa: TID251  seeded below

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from mat_desktop.facilitation.deeds import EARLIER, OF_THE_ARCHIVE, DeedKind
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.workshop.journey import Step
from tests.contract import walk as walks
from tests.contract.hand import Hand
from tests.contract.kept import KeptLine, KeptRow
from tests.contract.libraries import DAY, LAST, MONTHS, Stage
from tests.contract.meant import ENTRIES, MEANS, MOVES, Control, means
from tests.contract.visitor import Visitor, visitor_of
from tests.contract.walk import Event, Walk

SEED = 20261126
STEPS = int(os.environ.get("MAT_DESKTOP_WALK_STEPS", "150"))
"""`dev.py torture` walks 20,000."""
SLICE = 500
"""So many steps at most in one window: a longer walk is many walks, each through a library of its own."""
NOTED = os.environ.get("MAT_DESKTOP_WALK_NOTES", "")
"""A file in which slices without a stray are noted: a walk that was broken off goes on with the others."""
NOT_BY_ONE_CONTROL = {
    "setup.create": "A new workshop is its own room afterwards.",
    "setup.repeat": "So is one that is made like an earlier one.",
    "participants.consent": "How the sample agrees; controls keep what somebody answered.",
    "private.hand_over": "A walk hands the laptop to nobody.",
    "private.answer": "Participants have a walk of their own, in `tests/screens/test_private.py`.",
    "private.finish": "See there.",
    "private.return": "See there.",
    "private.pin": "A walk hands the laptop to nobody.",
    "agreement.printed": "Printing keeps it; printers are handed to nobody.",
    "contact.arm": "Chance gives it, when a partnership is confirmed.",
    "library.passphrase": "Needs a library with a passphrase.",
    "library.key": "Needs a library with a passphrase.",
}
"""Kinds of deeds that no control of these three libraries does by itself, and why."""


def slices() -> list[tuple[Stage, int, int]]:
    """Through which library, the how manieth time, and how many steps."""
    whole, rest = divmod(STEPS // 3, SLICE)
    lengths = [SLICE] * whole + [rest] * bool(rest)
    return [(stage, number, steps) for number, steps in enumerate(lengths) for stage in (DAY, MONTHS, LAST)]


def done_before() -> dict[str, int]:
    """The slices that are noted, with the deeds of each."""
    notes = Path(NOTED)
    lines = notes.read_text("utf-8").splitlines() if NOTED and notes.exists() else []
    return {name: int(deeds) for name, _, deeds in (line.rpartition(": ") for line in lines)}


def walk_one(folder: Path, stage: Stage, steps: int, name: str) -> Walk:
    stage.lay(folder)
    visitor = visitor_of(folder, stage.day)
    walk = Walk(visitor=visitor, dice=Random(name))
    try:
        walk.go(steps)
    finally:
        visitor.close()
    return walk


def test_a_random_walk_through_the_window_changes_no_row_that_the_hand_did_not_mean(qapp, tmp_path):
    load_fonts()
    noted = done_before()
    strays, deeds = list[str](), sum(noted.values())
    for stage, number, steps in slices():
        name = f"{SEED} {stage.name}" + (f" {number}" if number else "") + (f", {steps} steps" if NOTED else "")
        if name in noted:
            continue
        walk = walk_one(tmp_path / f"{stage.name} {number}", stage, steps, name.partition(",")[0])
        strays += [f"{name}, {stray}" for stray in walk.strays]
        deeds += walk.deeds
        if NOTED and not walk.strays:
            with Path(NOTED).open("a", encoding="utf-8") as notes:
                notes.write(f"{name}: {walk.deeds}\n")
    assert strays == [], "\n".join(strays)
    assert deeds >= STEPS // 50, "A walk on which next to nothing is kept proves nothing."


def test_a_walk_on_which_the_hand_closes_the_program_opens_it_again_and_goes_on(qapp, tmp_path, monkeypatch):
    load_fonts()
    DAY.lay(tmp_path / "library")
    visitor, closed = visitor_of(tmp_path / "library", DAY.day), list[bool]()

    def close(_dice: Random, hand: Hand, _window: QWidget) -> Event:
        hand.key(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        closed.append(visitor.window.workplace is None)
        return Event(did="struck", target=None, name="nothing")

    monkeypatch.setattr(walks, "one_event", close)
    walk = Walk(visitor=visitor, dice=Random(1))
    try:
        walk.go(2)
    finally:
        visitor.close()
    assert (walk.steps, walk.strays, closed) == (2, [], [True, True])


def test_the_table_of_what_controls_mean_knows_every_kind_of_deed_that_the_window_does():
    named = {deed for ways in MEANS.values() for deeds in ways.values() for deed in deeds}
    named |= {deed for deeds in ENTRIES.values() for deed in deeds} | set(MOVES)
    known = {kind.value.key for kind in DeedKind if kind not in EARLIER | OF_THE_ARCHIVE}
    assert named <= known
    assert known - named == set(NOT_BY_ONE_CONTROL)


def test_a_deed_in_the_right_room_that_the_control_does_not_name_is_a_stray(qapp):
    decision = Control(name="Include: Goes on to pairing", around=("Decisions", "TalkPanel"))
    assert means(decision) == {"screening.decide"}
    assert means(Control(name="Next line", around=())) == frozenset()
    walk = Walk(visitor=Visitor(folder=Path(), day=datetime(2026, 9, 12, tzinfo=UTC)), dice=Random(1))
    event = Event(did="clicked", target=QWidget(), name=f"Decision “{decision.name}”", means=means(decision))

    def faults(kind: str) -> list[str]:
        line = KeptLine(sequence=1, kind=kind, undoable=True, rows=())
        return [*walk._wrong(line, event, None, Step.SCREENING, 0, {})]

    assert faults("screening.decide") == []
    assert faults("screening.note") == ["the control means screening.decide"]


def test_what_is_kept_about_somebody_whom_neither_the_control_nor_the_page_names_is_a_stray(qapp):
    walk = Walk(visitor=Visitor(folder=Path(), day=datetime(2026, 9, 12, tzinfo=UTC)), dice=Random(1))
    names, meant = {"Ana": 1, "Ben": 2}, frozenset({"followup.came"})

    def faults(name: str, about: int) -> list[str]:
        row = KeptRow(table="follow_up", before=None, after={}, people=frozenset({about}))
        line = KeptLine(sequence=1, kind="followup.came", undoable=True, rows=(row,))
        event = Event(did="clicked", target=here, name=f"Segment “{name}”", means=meant)
        return [*walk._wrong(line, event, None, Step.SIX_MONTHS, 1, names)]

    here = QWidget()
    assert faults("Ben: Here", 2) == []
    assert faults("Ben: Here", 1) == ["it is about {1}, and the control names {2}"]
    assert faults("Here", 2) == ["it is about {2}, and the page is about 1"]
    delete(here)
