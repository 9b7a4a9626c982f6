"""One person's follow-up sheet: who says so, the sheet in the order of the paper, the day and the attempts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.followup.parts import SheetPart
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.followup.body import SheetBody
from mat_desktop.screens.followup.part_box import PartBox
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, Field
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import (
    Segments,
    boxed,
    button,
    card,
    column,
    emptied,
    keep_line,
    label,
    line,
    rename,
    row,
    scrolled,
)
from mat_desktop.screens.shared.scrolling import A_QUESTION
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import FollowUpState

_WHO = ((Informant.SELF, "Own answer"), (Informant.PARTNER, "Partner"), (Informant.FACILITATOR, "Facilitator"))
_RATER = (Informant.RATER, "Rater")
_SAID_LINES = 3
"""So many lines are kept for what is still open: it grows with the first answer, and no question may move under it."""
_LEAVE, _TAKE_BACK = "&Left empty", "Not &left empty"


class FollowUpSheet(QWidget):
    """Who says so above, the sheet in the middle, the day and the attempts below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.person, self.months, self.informant = 0, 6, Informant.SELF
        self.name, self.ways = label("", "person", wrap=True), label("", "small", wrap=True)
        self.said = label("", "small", wrap=True)
        keep_line(self.said, _SAID_LINES)
        self._who, self.who = row(gap=0), Segments(_WHO, "Who says so", self._choose_informant, 110)
        self._who.addWidget(self.who)
        self._study = False
        self._parts: dict[str, SheetPart] = {}
        self._ringed = ""
        self.body = SheetBody(bench, self._go_on)
        self.left_empty = button(_LEAVE, self._leave_empty)
        hold(self.left_empty, least_width=_wide(self.left_empty))
        self.happened = DateField("Answered on", self._keep_day, bench.desk.clock.today, Tense.HAPPENED)
        self.attempt_button = button("Tried to reach", self._attempt, icon="phone-call")
        self.lost = button("Could not reach", self._lost)
        self._is_lost = False
        frame, layout = card(gap=8)
        self.ways.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(SideBySide((self.name, 0, 0), (self.ways, 1, 160), (self.left_empty, 0, 0), gap=16))
        layout.addWidget(SideBySide((self.said, 1, 160), (boxed(self._who), 0, 0), gap=16))
        layout.addWidget(scrolled(self.body, A_QUESTION), 1)
        layout.addWidget(line())
        tries = FlowLayout(self.attempt_button, self.lost, gap=12, ends=True, fills=True)
        layout.addWidget(SideBySide((boxed(column(None, self.happened)), 0, 0), (boxed(tries), 1, 0)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._came_to)

    def show_person(self, person: int, months: int) -> None:
        """Show what is kept about one person at one follow-up point."""
        if (person, months) != (self.person, self.months):
            self.keep_typing()
            self.informant = Informant.SELF
        self.person, self.months = person, months
        self._offer_rater(study=setup.workshop(self._bench.desk, self._bench.workshop_id).study)
        self.refresh()

    def show_informant(self, informant: Informant) -> None:
        """The same sheet as somebody else sees it."""
        self.informant = informant
        self.refresh()

    def _offer_rater(self, *, study: bool) -> None:
        if study == self._study:
            return
        self._study = study
        emptied(self._who)
        who = (*_WHO, _RATER) if study else _WHO
        self.who = Segments(who, "Who says so", self._choose_informant, 110)
        self._who.addWidget(self.who)

    def _choose_informant(self, key: str) -> None:
        self.keep_typing()
        self.show_informant(Informant(key))

    def keep_typing(self) -> None:
        """Keep whatever is typed and not kept yet."""
        for field in all_in(self, Field):
            field.commit()
        for sheet in all_in(self, FormSheet):
            sheet.commit()

    def start(self) -> None:
        """Put the keyboard at the first open question of the sheet, in the order of the paper."""
        waiting = next((name for name, part in self._parts.items() if not part.closed), None)
        box = self.body.boxes.get(waiting or "") or next(iter(self.body.boxes.values()), None)
        if box is not None:
            self._start(box)

    def _start(self, box: PartBox) -> None:
        """Put the keyboard into a part; "Left empty" is about it from then on, in a window that waits behind too."""
        box.start()
        self._came_to(None, self.window().focusWidget())

    def _go_on(self) -> None:
        """After the last question of one part comes the next part."""
        if (focus := self.window().focusWidget()) is not None:
            focus.focusNextPrevChild(True)

    def refresh(self) -> None:
        """Show what is kept."""
        found = views.follow_up(self._bench.desk, self.person, self.months, self.informant)
        own = self.informant is Informant.SELF
        self.name.setText(found.name)
        tries = f" Tried {counted(found.attempts, 'time')}." if found.attempts else ""
        self.ways.setText(f"{found.ways}.{tries}" if self.informant is not Informant.RATER else "")
        self.said.setText(found.said)
        self.who.set(self.informant)
        self.body.show_sheet(found)
        for part in (self.happened, self.attempt_button, self.lost, self.left_empty):
            part.setVisible(own)
        self.happened.set_day(found.happened_on, (self.person, self.months))
        self._is_lost = found.state is FollowUpState.LOST
        self.happened.edit.setEnabled(not self._is_lost)
        rename(self.lost, "Open again" if self._is_lost else "Could not reach")
        self._parts = {part.name: part for part in found.parts}
        self._offer_empty()

    def _came_to(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard is in a part of the sheet: that is the one which "Left empty" is about."""
        box = self.body.box_of(now) if now is not None else None
        if box is not None and box.name != self._ringed:
            self._ringed = box.name
            self._offer_empty()

    def _offer_empty(self) -> None:
        part = self._parts.get(self._ringed)
        rename(self.left_empty, _TAKE_BACK if part is not None and part.empty else _LEAVE)
        self.left_empty.setEnabled(part is not None and not part.answered)
        self.left_empty.setToolTip(
            f"Alt+L, about {part.words}" if part is not None else "Alt+L, about the part in hand"
        )
        self.left_empty.setAccessibleDescription(self.left_empty.toolTip())

    def _leave_empty(self) -> None:
        """Mark the part in hand as left empty and go on to the next open one, or take its mark back."""
        part = self._parts.get(self._ringed)
        if part is None:
            return
        self.keep_typing()
        self._bench.do(entry.leave_empty, self.person, self.months, part.name, empty=not part.empty)
        following = part.name if part.empty else self._next_open(part.name)
        self._start(self.body.boxes[following])

    def _next_open(self, name: str) -> str:
        names = list(self._parts)
        later = names[names.index(name) + 1 :]
        return next((one for one in (*later, *names) if not self._parts[one].closed), name)

    def _keep_day(self, day: object, visit: str) -> str:
        token = f"day {self.person} {visit}"
        return self._bench.attempt(token, entry.set_date, self.person, self.months, day)[1]  # type: ignore[arg-type]

    def _attempt(self) -> None:
        self._bench.do(entry.attempt, self.person, self.months)

    def _lost(self) -> None:
        self._bench.do(entry.could_not_reach, self.person, self.months, lost=not self._is_lost)


def _wide(one: QPushButton) -> int:
    """Wide enough for both of its words, as drawn at 100 %, so that nothing beside it moves."""
    return round(QFontMetrics(one.font()).horizontalAdvance(_TAKE_BACK) / worn().factor) + 40
