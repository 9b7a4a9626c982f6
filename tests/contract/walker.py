"""Goes through every page, tab and dialog of a library and holds each to the contract."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251  seeded with the name of each state
from zlib import crc32

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.library.settings import LookWish, Settings
from mat_desktop.rehearsal.hands import NotThere
from mat_desktop.screens.frame.pages import PageName
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.workshop.journey import Step
from tests.contract.eyes.sight import what_is_seen_can_be_read_and_hit
from tests.contract.libraries import DAY, EMPTY, LAST, MONTHS, STAGES, Stage
from tests.contract.measure import no_text_is_cut
from tests.contract.rules.answers import (
    a_click_keeps_exactly_that_answer,
    digits_keep_exactly_the_answer_of_the_ringed_question,
)
from tests.contract.rules.covers import (
    under_the_privacy_screen_nothing_is_reached_or_read,
    under_the_step_out_page_nothing_is_reached_or_read,
)
from tests.contract.rules.keys import (
    at_most_one_button_is_filled,
    enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row,
    esc_leaves_without_change,
    tab_reaches_every_control_and_leaves_it,
    the_wheel_changes_no_value_and_no_row,
)
from tests.contract.state import Rule, State, hold
from tests.contract.undressed import whatever_is_open_is_dressed
from tests.contract.visitor import LARGE, SMALL, Visitor, visitor_of
from tests.contract.ways import WAYS, to_the_dialog

SEED = 20261126
ALWAYS: tuple[Rule, ...] = (
    whatever_is_open_is_dressed,
    no_text_is_cut,
    what_is_seen_can_be_read_and_hit,
    at_most_one_button_is_filled,
    the_wheel_changes_no_value_and_no_row,
    a_click_keeps_exactly_that_answer,
    digits_keep_exactly_the_answer_of_the_ringed_question,
    esc_leaves_without_change,
)
"""What each state of each library is held to."""
_WORN = {
    MONTHS.name: LookWish.DARK,
    DAY.name: LookWish.CONTRAST,
    LAST.name: LookWish.LIGHT,
    EMPTY.name: LookWish.DARK,
}
"""Each library is walked in one theme, and all three are walked."""
EACH_CONTROL: tuple[Rule, ...] = (
    tab_reaches_every_control_and_leaves_it,
    enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row,
)
"""What goes from control to control: each page and tab once, in one of the libraries."""
COVERS: tuple[Rule, ...] = (
    under_the_privacy_screen_nothing_is_reached_or_read,
    under_the_step_out_page_nothing_is_reached_or_read,
)
"""Each page once, and every other dialog; `dev.py torture` lays both over everything."""


@dataclass(kw_only=True)
class Walker:
    """`whole` holds every state to everything, and tries every answer: what `dev.py torture` does."""

    folder: Path
    whole: bool = False
    faults: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    """Every state that was reached, by its name."""
    pages: set[str] = field(default_factory=set)
    _walked: set[str] = field(default_factory=set)
    _covered: set[str] = field(default_factory=set)

    def through(self, stage: Stage) -> None:
        """Go through one library."""
        folder = self.folder / stage.name
        folder.mkdir()
        stage.lay(folder / "library")
        visitor = visitor_of(folder / "library", stage.day)
        visitor.window.wardrobe.change(Settings(look=_WORN[stage.name]))
        try:
            for page, tab in pages_of(visitor):
                self._hold_page(visitor, stage, page, tab)
            for kind, way in WAYS.items():
                if way.stage is stage:
                    self._hold_dialog(visitor, stage, kind)
        finally:
            self.pages |= visitor.pages
            visitor.close()

    def state(self, visitor: Visitor, name: str, root: QWidget, *, leaves: bool = False) -> State:
        """What is seen now, under a name that nothing else has."""
        self.states.append(name)
        workplace = visitor.window.workplace
        return State(
            name=name,
            root=root,
            visitor=visitor,
            kept=visitor.kept,
            dice=Random(f"{SEED} {name}"),
            share=10_000 if self.whole else 1,
            again=workplace.show_where_we_are if workplace is not None else lambda: None,
            leaves=leaves,
        )

    def _hold_page(self, visitor: Visitor, stage: Stage, page: str, tab: str) -> None:
        name = f"{page}, {tab}".removesuffix(", ")
        state = self.state(visitor, f"{stage.name}, {name}", visitor.place.main)
        before = state.kept.tables()
        sizes = (LARGE, SMALL) if len(self.states) % 2 else (SMALL, LARGE)
        self.faults += hold(state, sizes[0], (no_text_is_cut,))
        self.faults += hold(state, sizes[1], (*ALWAYS, *self._dear(stage, page, name)))
        self._compare(state, before)

    def _dear(self, stage: Stage, page: str, name: str) -> Iterator[Rule]:
        """What costs most: in the suite each page and tab has its turn in one library, as its name has it."""
        turn = STAGES.index(stage) == crc32(name.encode()) % STAGES.index(LAST) or stage in (LAST, EMPTY)
        if self.whole or (turn and name not in self._walked):
            self._walked.add(name)
            yield from EACH_CONTROL
        if self.whole:
            yield from COVERS
        elif turn and page not in self._covered:
            self._covered.add(page)
            yield COVERS[len(self._covered) % 2]

    def _hold_dialog(self, visitor: Visitor, stage: Stage, kind: type[Dialog]) -> None:
        name = f"{stage.name}, {kind.__name__}"
        reached: list[Dialog] = []

        def look(dialog: Dialog) -> None:
            reached.append(dialog)
            state = self.state(visitor, name, dialog, leaves=True)
            before = state.kept.tables()
            cover = COVERS if self.whole else COVERS[: len(self.states) % 2]
            # First the cover: Enter in the line of some closes them, and what was closed nothing covers.
            self.faults.extend(hold(state, dialog.size(), (*cover, *EACH_CONTROL, *ALWAYS)))
            self._compare(state, before)

        try:
            came = ", ".join(to_the_dialog(visitor, kind, look))
        except NotThere as nowhere:
            came = str(nowhere)
        if not reached:
            self.faults.append(
                f"{kind.__name__} was not reached by its way in ways.py; what came was: {came}. Mend the way."
            )

    def _compare(self, state: State, before: dict[str, str]) -> None:
        """Once a state: whatever was done was taken back, and beside that no table changed."""
        after = {} if state.for_good else state.kept.tables()
        self.faults += [f"{state.name}: the table {t} is not as it was" for t in after if before[t] != after[t]]


def pages_of(visitor: Visitor) -> Iterator[tuple[str, str]]:
    """Go through all that the rail leads to. Each page and tab by its name."""
    visitor.pages.add(PageName.TODAY)
    yield PageName.TODAY, ""
    for step in Step:
        visitor.go_to(step)
        for view in visitor.views():
            yield step, view
    visitor.press("Print", visitor.place.rail)
    visitor.pages.add(PageName.PRINT)
    yield PageName.PRINT, ""
