"""The walk that every version must be able to take through a library of an earlier one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import filing
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.headless import workshops
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.rehearsal.hands import press
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind

_LOOKS = ("Sheet", "Calls", "Meeting", "Contact by", "Who says so", "Paper", "Letters")
"""What the names of buttons begin with that show something else and change nothing."""
_MARKS_AT_A_CLICK = "View: Check-in"
"""The tab on which a click on a name is a deed."""
_NO_WORDS = re.compile(r"\b[a-z]+\.[a-z_]+\b|[a-z]_[a-z]|[{}<>]|\bNone\b|\w+Error\b|Traceback")
"""What no sentence to a facilitator has in it: keys of deeds, names from the code, holes that were not filled."""


def in_plain_words(sentence: str) -> bool:
    """Whether this can be said to a facilitator."""
    return bool(sentence) and _NO_WORDS.search(sentence) is None


def open_everything(who: Facilitator, *, everybody: bool) -> list[str]:
    """Open every tab of every step of every workshop, with everybody listed there, or the first and the last of them.

    Returns what was opened.
    """
    opened = ["Today"]
    for _, title, _ in workshops(who.place.desk):
        who.today()
        who.open_workshop(title)
        for step in Step:
            who.go_to(step)
            opened += [f"{title}: {step} {tab}" for tab in _each_tab(who, everybody)]
        press(who.place.rail, "Print")
        opened += [f"{title}: print {tab}" for tab in _each_tab(who, everybody)]
    return opened


def _each_tab(who: Facilitator, everybody: bool) -> Iterator[str]:
    """The tabs of a page one after the other; a page without tabs has one that has no name."""
    QTest.qWait(20)
    for tab in _looks(who.place, ("View",)) or [""]:
        if tab:
            press(who.place, tab)
        if tab != _MARKS_AT_A_CLICK:
            _each_person(who, everybody)
        for look in _looks(who.page, _LOOKS):
            if look in _looks(who.page, _LOOKS):
                press(who.page, look)
        yield tab.removeprefix("View: ")


def _each_person(who: Facilitator, everybody: bool) -> None:
    names = who.listed()
    for name in names if everybody else {*names[:1], *names[-1:]}:
        who.pick(name)


def _looks(root: QWidget, kinds: tuple[str, ...]) -> list[str]:
    names = [b.accessibleName() for b in root.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    return [name for name in names if name.split(":")[0] in kinds and ":" in name]


def open_codes(who: Facilitator, codes: Iterable[str]) -> list[str]:
    """Type these codes; returns those that led nowhere or to a wrong page."""
    return [code for code in codes if not _leads_to_its_page(who, code)]


def _leads_to_its_page(who: Facilitator, code: str) -> bool:
    """Whether the page on which this sheet is typed is in front; a blank sheet asks for its owner first."""
    sheet = filing.find_sheet(who.place.desk, code)
    assert sheet is not None, f"No sheet is found by {code}."
    step, before = filing.step_of(sheet.kind, sheet.version), who.place.step
    somebodys = FACTS[sheet.kind].goes in (Goes.PERSON, Goes.PAIR)
    asks_whose = somebodys and not (sheet.partnership_id or sheet.participant_id)
    who.place.filing.open_code(code)
    wrong = [said for said in who.messages.said if said.startswith("!")]
    who.messages.said.clear()
    return not wrong and who.place.step is (before if step is None or asks_whose else step)


def print_everything(desk: Desk) -> set[tuple[SheetKind, bool]]:
    """Every kind for everybody who can have it, and a blank one; returns the kinds that came out, and whether blank."""
    made: set[tuple[SheetKind, bool]] = set()
    for workshop_id, _, _ in workshops(desk):
        for kind in SheetKind:
            people = tuple(r.key for r in sheets.recipients(desk, workshop_id, (kind,)))
            order = sheets.Order(workshop_id=workshop_id, kinds=(kind,), people=people, blanks=1)
            wanted = sheets.plan(desk, order)
            if wanted:
                assert Press().pdf(sheets.print_out(desk, order), Style()).startswith(b"%PDF")
            made |= {(place.kind, place.key < 0) for place in wanted}
    return made


@dataclass
class Undone:
    """What undoing came to: what was said, the lines of the journal, how many steps, and the sentence that ended it."""

    labels: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    steps: int = 0
    refused: str = ""


def undo_all(desk: Desk) -> Undone:
    """Undo step by step until there is nothing left to undo, or a step is refused."""
    found = Undone()
    while (offer := history.undo_offer(desk)) is not None:
        step = desk.archive.last_done()
        assert step is not None
        try:
            history.undo(desk)
        except Refusal as refusal:
            found.refused = str(refusal)
            break
        assert desk.archive.last_done() != step, f"{offer.label} did nothing."
        found.labels += [offer.label, offer.question] if offer.question else [offer.label]
        found.lines += step.sequences
        found.steps += 1
    return found


def redo(desk: Desk, steps: int) -> list[str]:
    """Do so many steps again; returns their labels."""
    labels = []
    for _ in range(steps):
        offer = history.redo_offer(desk)
        assert offer is not None, "There is nothing to redo any more."
        history.redo(desk)
        labels.append(offer.label)
    return labels
