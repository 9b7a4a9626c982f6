"""Signed consent sheets typed in: a row a person, five answers each by a digit, and one yes for many at once."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants.consenting import AtHome, ConsentRow
from mat_desktop.facilitation.setup.workshop import workshop
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.look import sizes
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, column, emptied, label, mark, rename, row, scrolled
from mat_desktop.screens.shared.ring import lead_to
from mat_desktop.screens.shared.shortened import Shortened
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.participants.consent import ASKED, ConsentKind
from mat_desktop.workshop.text import joined

_NAME = 210
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of these a letter is a command, never an answer."""
_SHORT = {
    ConsentKind.TAKE_PART: "1 Takes part",
    ConsentKind.STORE: "2 Kept",
    ConsentKind.RESEARCH: "3 Counted",
    ConsentKind.LATER_CONTACT: "4 Later",
    ConsentKind.EMERGENCY: "5 Emergency",
}
_LINES = {
    Qt.Key.Key_N: (AtHome.PARTNER, "N Partner"),
    Qt.Key.Key_G: (AtHome.GOAL, "G Goal"),
    Qt.Key.Key_L: (AtHome.LETTERS, "L Letters"),
    Qt.Key.Key_P: (AtHome.PHONE, "P Phone"),
}
"""The lines under the boxes, by the key that crosses the next box of each."""
_UNDER = len(ASKED) + len(_LINES)
"""Where the second sheet begins, that of a study."""
_STUDY = "S Study"
_HOW_STUDY = " S is the sheet about the study."
_MARKS = {True: "yes", False: "no", None: "–"}
_HOW = (
    "In a row: 1 to 5 answer a box of the sheet, first yes, then no. Arrow down is the next person. "
    "Y is boxes 1 and 2. A no at 2 means: on paper only. N, G, L and P are the lines under the boxes."
)


class _Answers(QWidget):
    """One person's five answers. A digit turns its box; the arrow goes on to the next row."""

    def __init__(self, dialog: "ConsentSheets", found: ConsentRow) -> None:
        super().__init__()
        self._dialog, self.found = dialog, found
        self.boxes: list[Button] = []
        layout = column(gap=0)
        name = Shortened(found.name)
        sizes.hold(name, least_width=_NAME)
        for place, kind in enumerate(ASKED):
            box = button("", partial(self.turn, place), "tap")
            box.setToolTip(dialog.words_put[kind])
            self.boxes.append(box)
        for line, _ in _LINES.values():
            self.boxes.append(button("", partial(self.cross_next, line), "tap"))
        if dialog.study:
            self.boxes.append(button("", self.turn_study, "tap"))
        for box in self.boxes:
            box.installEventFilter(self)
        # Where there is no room for the boxes beside the name, they go on under it.
        layout.addWidget(SideBySide((name, 1, _NAME), (boxed(FlowLayout(*self.boxes, gap=6)), 0, 0), gap=6))
        self.setLayout(layout)
        self.show_answers(found)

    def show_answers(self, found: ConsentRow) -> None:
        """What stands on this person's sheet now. The row stays, for a key may be on its way through it."""
        self.found = found
        for box, kind, said in zip(self.boxes[: len(ASKED)], ASKED, found.answers, strict=True):
            rename(box, f"{_SHORT[kind]}: {_MARKS[said]}")
            box.setAccessibleName(f"{found.name}, {_SHORT[kind]}: {_MARKS[said]}")
            mark(box, "chosen", said is True)
        lines = zip(self.boxes[len(ASKED) : _UNDER], _LINES.values(), found.at_home, strict=True)
        for box, (_, words), crossed in lines:
            rename(box, f"{words}: {crossed or '–'}")
            box.setAccessibleName(f"{found.name}, {words}: {crossed or '–'}")

        for box in self.boxes[_UNDER:]:
            rename(box, f"{_STUDY}: {_MARKS[found.in_study]}")
            box.setAccessibleName(f"{found.name}, {_STUDY}: {_MARKS[found.in_study]}")
            mark(box, "chosen", found.in_study is True)

    def turn_study(self) -> None:
        """The second sheet: nothing becomes yes, yes becomes no, no becomes yes. A no leaves the calls as they are."""
        if self._dialog.study:
            self._dialog.answer(self.found, {ConsentKind.STUDY: self.found.in_study is not True}, _UNDER)

    def cross_next(self, line: AtHome) -> None:
        """Cross the next box of one of the lines under the boxes."""
        self._dialog.cross_next(self.found, line, len(ASKED) + [one for one, _ in _LINES.values()].index(line))

    def turn(self, box: int) -> None:
        """Nothing becomes yes, yes becomes no, no becomes yes."""
        self._dialog.answer(self.found, {ASKED[box]: self.found.answers[box] is not True}, box)

    def eventFilter(self, _box: QObject, event: QEvent) -> bool:
        """The arrows up and down are of the row: a button of Qt would go to the next button with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _UP_DOWN:
            self._dialog.turn_row(self.found.id, _UP_DOWN[Qt.Key(event.key())])
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 answer, Y says yes to taking part and to keeping, letters cross the lines under it."""
        place = event.key() - Qt.Key.Key_1
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif 0 <= place < len(ASKED):
            self.turn(place)
        elif event.key() in _LINES:
            self.cross_next(_LINES[Qt.Key(event.key())][0])
        elif event.key() == Qt.Key.Key_S:
            self.turn_study()
        elif event.key() == Qt.Key.Key_Y:
            self._dialog.answer(self.found, {ConsentKind.TAKE_PART: True, ConsentKind.STORE: True}, 0)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class ConsentSheets(Dialog):
    """Everybody who is expected, and what stands on their signed sheets."""

    def __init__(self, parent: QWidget, bench: Bench) -> None:
        super().__init__(parent, "Consent sheets")
        self._bench = bench
        self._rows: dict[int, _Answers] = {}
        self.study = workshop(bench.desk, bench.workshop_id).study
        self.words_put = consenting.words_put(bench.desk, bench.workshop_id)
        self.resize(worn().px(1190), worn().px(620))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(4)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._body)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label("Consent sheets", "section"))
        layout.addWidget(label(_HOW + _HOW_STUDY * self.study, "small", wrap=True))
        layout.addWidget(scrolled(holder), 1)
        self.many = button("I hold all missing sheets, signed", self._mark_many)
        layout.addLayout(row(self.many, None, button("Leave", self.leave, FILLED)))
        self._show()
        self._to_row(next(iter(self._rows), 0), 0)

    def _show(self) -> None:
        found = consenting.answers(self._bench.desk, self._bench.workshop_id)
        if [one.id for one in found] != list(self._rows):
            emptied(self._body)
            self._rows = {one.id: _Answers(self, one) for one in found}
            for shown in self._rows.values():
                self._body.addWidget(shown)
                shown.show()
        for one in found:
            self._rows[one.id].show_answers(one)
        if not found:
            emptied(self._body)
            self._body.addWidget(label("Nobody is expected yet.", "muted"))
        self.many.setEnabled(any(not one.answers[0] for one in found))

    def _to_row(self, person: int, place: int) -> None:
        if person in self._rows:
            lead_to(self._rows[person].boxes[place])

    def answer(self, of: ConsentRow, replies: dict[ConsentKind, bool], box: int) -> None:
        """Keep some answers of one person; the keyboard stays at this row."""
        for kind, yes in replies.items():
            if not self._bench.do(consenting.answer_consent, of.id, kind, yes=yes):
                break
        self._show()
        self._to_row(of.id, box)

    def cross_next(self, of: ConsentRow, line: AtHome, box: int) -> None:
        """Cross the next box of a line of one person; the keyboard stays at this row."""
        self._bench.do(consenting.cross_next, of.id, line)
        self._show()
        self._to_row(of.id, box)

    def turn_row(self, person: int, by: int) -> None:
        """The row after or before; the ends stay where they are."""
        keys = list(self._rows)
        self._to_row(keys[max(0, min(keys.index(person) + by, len(keys) - 1))], 0)

    def _mark_many(self) -> None:
        """Names are read before one yes is written for all of them; what is optional stays unanswered."""
        missing = [one.found for one in self._rows.values() if not one.found.answers[0]]
        names = joined([one.name for one in missing])
        asked = f"The signed sheets of {names} are in your hand, and each has a cross at box 1?"
        if self._bench.messages.ask(asked, "In my hand", "Not yet"):
            if self._bench.do(consenting.signed, tuple(one.id for one in missing)):
                said = counted(len(missing), "sheet")
                self._bench.messages.tell(f"{said} noted. Boxes 2 to 5 are typed one by one.", Look.DONE)
            self._show()
