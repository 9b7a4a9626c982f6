"""One part of the day on the table: its name, minutes and page, and where it stands in the day."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.setup import parts_of_the_day, run_sheet
from mat_desktop.facilitation.setup.run_sheet import BlockView
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, LineField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, column, label, row
from mat_desktop.workshop.journey import DAY_STEPS, TITLES, Step

NEW_PART = "New part"
_PAGES = [("", "no page"), *((step.value, TITLES[step]) for step in (*DAY_STEPS, Step.CONTACT))]


class PartOfTheDay(QWidget):
    """It stays one and the same while other parts are changed in it, so that no typing is lost."""

    def __init__(self, bench: Bench, opened: Callable[[int], object]) -> None:
        """`opened` is told which part is on the table; 0 for none."""
        super().__init__()
        self._bench, self._opened = bench, opened
        self.block = 0
        self.heading = label("", "section", wrap=True)
        self.title = LineField("Part of the day", self._keep_title)
        self.minutes = LineField("Minutes", self._keep_minutes, letters="00000")
        self.page = ChoiceField("Page to have open", _PAGES, self._choose_page)
        self.droppable = Tick("May be left out when late", self._choose_droppable)
        frame, inner = card(margins=12, gap=8)
        inner.addWidget(self.heading)
        beside = row(self.minutes, self.page)
        beside.setStretch(1, 1)
        inner.addWidget(PageZones((self.title, 3), (boxed(beside), 2), natural=True))
        inner.addLayout(FlowLayout(*self._moves(), self.droppable, gap=8))
        self.setLayout(outer := column(frame))
        outer.setContentsMargins(0, 0, 0, 0)

    def _moves(self) -> list[QWidget]:
        self.earlier = button("Earlier", partial(self._move, -1))
        self.later = button("Later", partial(self._move, 1))
        self.repeat = button("Repeat", self._repeat)
        self.remove = button("Remove", self._remove, "danger", "trash-2")
        self.close_ = button("Close", lambda: self._opened(0))
        self.close_.setAccessibleName("Close this part of the day")
        hold(self.close_, least_width=80)
        return [self.earlier, self.later, self.repeat, self.remove, self.close_]

    def show_part(self, block: BlockView | None) -> None:
        """Show one part; nothing where it is gone."""
        self.block = block.id if block is not None else 0
        self.setVisible(block is not None)
        if block is None:
            return
        self.heading.setText(f"Change “{block.title}”")
        self.title.set(block.title, block.id)
        self.minutes.set(str(block.minutes), block.id)
        self.page.set(block.step)
        self.droppable.set(block.droppable)
        ahead = block.state in ("ahead", "dropped")
        for door in (self.earlier, self.later, self.remove):
            door.setEnabled(ahead)

    def add(self, after: int) -> None:
        """A new part after this one, or at the end; its name is typed next."""
        key, refused = self._bench.attempt("", parts_of_the_day.add_block, self._bench.workshop_id, NEW_PART, after)
        self._open_new(key, refused)

    def _repeat(self) -> None:
        self._open_new(*self._bench.attempt("", parts_of_the_day.repeat_block, self.block))

    def _open_new(self, key: int | None, refused: str) -> None:
        if refused or key is None:
            self._bench.messages.tell(refused)
            return
        self._opened(key)
        self.title.edit.setFocus()
        self.title.edit.selectAll()

    def _keep_title(self, words: str, visit: str) -> str:
        return self._bench.attempt(f"part {self.block} {visit}", parts_of_the_day.rename_block, self.block, words)[1]

    def _keep_minutes(self, words: str, visit: str) -> str:
        key = f"minutes {self.block} {visit}"
        return self._bench.attempt(key, run_sheet.set_minutes, self.block, words)[1]

    def _choose_page(self, step: str) -> None:
        self._bench.do(parts_of_the_day.set_page, self.block, step)

    def _choose_droppable(self, on: bool) -> None:
        self._bench.do(parts_of_the_day.may_be_left_out, self.block, droppable=on)

    def _move(self, by: int) -> None:
        self._bench.do(parts_of_the_day.move_block, self.block, by)

    def _remove(self) -> None:
        self._bench.do(parts_of_the_day.remove_block, self.block)
