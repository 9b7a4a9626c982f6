import ast
import inspect
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mat_desktop.facilitation
from mat_desktop.facilitation import history
from mat_desktop.facilitation.deeds import EARLIER, OF_THE_ARCHIVE, DeedKind
from mat_desktop.facilitation.door import closing
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.ports import Note
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.sheets import FACTS, SheetKind
from tests.sure import sure

_HELD = """
    agreement.amend agreement.change agreement.printed agreement.sign agreement.signature agreement.usual
    agreement.voice checkin.mark checkin.walk_in closing.close closing.day_tick closing.phone closing.tick
    contact.add_meeting contact.arm contact.arm_label contact.arrange contact.attend contact.call contact.check
    contact.detail contact.fill contact.from_partner contact.happened contact.help_minutes contact.mark
    contact.mark_many contact.meeting contact.no_check contact.no_pause contact.no_rhythm contact.no_talk
    contact.pause contact.plan_meetings contact.rate contact.recall contact.remove_meeting contact.rhythm
    contact.settle contact.study contact.talk contact.together followup.answer followup.attempt followup.came
    followup.date followup.level followup.lost followup.response goals.add goals.add_shared goals.change
    goals.end_turn goals.flags goals.idea goals.keep_idea goals.level goals.more_time goals.pause_turn goals.plan
    goals.remove goals.remove_idea goals.revise goals.suggest_steps goals.turn goals.word_idea goals.worse
    instruments.load outcomes.group_agreed pairing.all_yes pairing.allow pairing.avoid pairing.back pairing.ballot
    pairing.ballot_row pairing.confirm pairing.couple pairing.end pairing.goes_home pairing.join pairing.keep_apart
    pairing.lock pairing.no_couple pairing.opt_in pairing.pause pairing.propose pairing.put_together pairing.reply
    pairing.rounds pairing.similarity pairing.steps_back pairing.swap pairing.take_out pairing.take_part
    pairing.trial_passed pairing.waits pairing.weigh participants.add participants.change participants.consent
    participants.import participants.remove participants.window private.answer private.finish private.hand_over
    private.return research.export responses.answer responses.date responses.second responses.settle safety.act
    safety.checked safety.contacts safety.go_on safety.open screening.date screening.decide screening.mode
    screening.note setup.add_point setup.change setup.create setup.drop_block setup.headline setup.measure
    setup.meeting setup.remove_point setup.shorten_block setup.start_block sheets.claim sheets.print study.leave_out
    study.reveal study.seal study.take_in study.unblind today.done today.put_off today.tried today.unreachable
"""
IN_LIBRARIES_OF_0_6_0 = _HELD.split()
"""What journals of version 0.6.0 call the deeds; what is kept is never called otherwise."""

ROOMS = Path(inspect.getfile(mat_desktop.facilitation)).parent

SAY_EVERY_KIND = """
import json, sys
from datetime import datetime, timezone
from mat_desktop.facilitation import history
from mat_desktop.facilitation.ports import Recorded
def said(kind):
    at = datetime(2026, 3, 14, tzinfo=timezone.utc)
    step = Recorded(sequences=(1,), kind=kind, at=at, workshop_id=None, people=(1,), names=("Ana",))
    return history.said(step)
print(json.dumps({kind: said(kind) for kind in json.load(sys.stdin)}))
"""

OPEN_AND_OFFER = """
import json, sys
from pathlib import Path
from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.library.sample import SampleClock
from tests.sure import sure
from mat_desktop.storage.folder.library import open_with_passphrase
from datetime import datetime
folder, now = json.load(sys.stdin)
library = open_with_passphrase(Path(folder), None, standing_rules)
offer = history.undo_offer(Desk(library.archive, SampleClock(datetime.fromisoformat(now)), None))
library.close()
print(json.dumps([offer.label, "mat_desktop.facilitation.door.closing" in sys.modules]))
"""

IMPORT_ROOM_AFTER_ROOM = """
import importlib, json, pkgutil, sys
import mat_desktop.facilitation as rooms
def tables():
    return {
        f"{module}.{name}": len(value)
        for module, room in list(sys.modules.items()) if module.startswith("mat_desktop.")
        for name, value in vars(room).items() if isinstance(value, dict | list | set) and not name.startswith("__")
    }
changed, before = [], tables()
for room in pkgutil.walk_packages(rooms.__path__, "mat_desktop.facilitation."):
    importlib.import_module(room.name)
    after = tables()
    changed += [f"{room.name} changes {name}" for name, length in before.items() if after[name] != length]
    before = after
print(json.dumps([changed, sorted(before)]))
"""


def in_a_fresh_process(script: str, given: object) -> Any:
    """What a new Python process, which has imported nothing of ours yet, answers."""
    done = subprocess.run(
        [sys.executable, "-c", script], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def deeds_in_the_source() -> Iterator[tuple[str, ast.expr]]:
    """Every use of `deed`: where it is, and the kind that it is given."""
    for path in sorted(ROOMS.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "deed(" in text else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("deed", "desk.deed"):
                yield f"{path.relative_to(ROOMS)}:{node.lineno}", node.args[0]


def done_by_rooms() -> list[str]:
    """The names of the kinds that functions of the rooms do."""
    return [ast.unparse(kind).removeprefix("DeedKind.") for _, kind in deeds_in_the_source()]


def test_every_deed_in_the_source_is_of_a_kind_in_the_table():
    assert len(list(deeds_in_the_source())) >= len(IN_LIBRARIES_OF_0_6_0)
    for where, kind in deeds_in_the_source():
        name = ast.unparse(kind)
        assert name.removeprefix("DeedKind.") in DeedKind.__members__, (
            f"facilitation/{where} is a deed of kind {name}, which is none. Add it with its words to DeedKind in "
            "facilitation/deeds.py, and write @deed(DeedKind.ROOM_VERB)."
        )


def test_every_kind_of_deed_is_done_by_exactly_one_function():
    doers = Counter(done_by_rooms())
    not_done = {kind for kind in DeedKind if kind not in EARLIER | OF_THE_ARCHIVE and not doers[kind.name]}
    assert not not_done, (
        f"No function does {not_done}. A kind that no version ever kept goes out of DeedKind; "
        "one that journals hold moves to EARLIER beside it, and keeps its words."
    )
    assert not {name for name, times in doers.items() if times > 1}, "Two functions share a kind: give each its own."
    assert not {kind.name for kind in EARLIER | OF_THE_ARCHIVE} & set(doers)


def test_a_kind_is_kept_under_the_name_that_older_libraries_hold():
    keys = [kind.value.key for kind in DeedKind]
    assert set(IN_LIBRARIES_OF_0_6_0) <= set(keys)
    assert len(keys) == len(set(keys))
    assert all(kind.name == kind.value.key.replace(".", "_").upper() for kind in DeedKind)


def test_right_after_a_restart_every_deed_has_words():
    kinds = [*IN_LIBRARIES_OF_0_6_0, *(kind.value.key for kind in DeedKind)]
    words = in_a_fresh_process(SAY_EVERY_KIND, kinds)
    assert set(words) == set(kinds)
    nameless = {kind for kind, said in words.items() if kind in said or "another version" in said or "{" in said}
    assert not nameless, "These have no words in a process that has imported only facilitation.history."
    assert words["closing.tick"] == "the door list of Ana"
    assert words == {kind.value.key: kind.value.words.format(people="Ana") for kind in DeedKind}


def test_after_a_restart_undo_names_a_tick_on_the_door_list(library, desk, workshop_id, include):
    closing.tick(desk, include("Ana"), closing.DoorTick.NUMBERS_EXCHANGED, on=True)
    library.close()
    label, imported = in_a_fresh_process(OPEN_AND_OFFER, [str(library.folder), desk.clock.now().isoformat()])
    assert not imported, "the window's undo must not need the room of the deed"
    assert label == "Undo the door list of Ana"


def test_no_room_fills_a_table_of_another_by_being_imported():
    changed, tables = in_a_fresh_process(IMPORT_ROOM_AFTER_ROOM, None)
    assert tables, "there are tables to look at"
    assert not changed
    for path in ROOMS.rglob("*.py"):
        assert "F401" not in path.read_text(encoding="utf-8"), f"{path.name} imports something only for what it does"


def test_what_a_newer_version_did_is_said_in_words_and_asked_about(library, desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    with desk.archive.deed(Note("garden.water", True, desk.clock.now(), workshop_id=workshop_id)) as rows:
        rows.get(Participant, ana).name = "Ana Maria"
    offer = sure(history.undo_offer(desk))
    assert offer.label == "Undo what another version of this program wrote down about Ana Maria"
    assert "does not know what kind of step it was" in offer.question
    history.undo(desk)
    assert sure(history.redo_offer(desk)).label == "Redo what another version of this program wrote down about Ana"
    assert roster.roster(desk, workshop_id)[0].name == "Ana"


def test_undo_and_redo_are_never_themselves_the_step_that_is_offered(desk, workshop_id):
    participants.add(desk, workshop_id, "Ana")
    participants.add(desk, workshop_id, "Ben")
    history.undo(desk)
    assert (sure(history.undo_offer(desk)).step, sure(history.redo_offer(desk)).step) == ("adding Ana", "adding Ben")
    history.redo(desk)
    assert (sure(history.undo_offer(desk)).step, history.redo_offer(desk)) == ("adding Ben", None)


@pytest.mark.parametrize("kind", SheetKind)
def test_one_sheet_of_a_kind_is_named_in_a_sentence(kind):
    assert kind in FACTS
    one = FACTS[kind].one
    assert one
    assert one[0].islower()
    assert "“" in one or not one.endswith("s") or kind is SheetKind.DATES
