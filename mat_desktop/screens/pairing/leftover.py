"""What can become of somebody for whom there is no partner: wait with a date, go home with dignity, or yourself."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import life
from mat_desktop.facilitation.pairing.board import Board
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import day_month_year, read_day
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, column, label, row
from mat_desktop.workshop.participants.participant import Unplaced

WAIT_WORDS = "“I have not found the right person for you today. I will phone you on that day, with an idea or without.”"
HOME_WORDS = (
    "“No pair here fits your life today, and that says nothing about you. Your goals and your papers are yours. "
    "Here is what I suggest instead, and you may come back.”"
)
MYSELF_WORDS = (
    "“I will be your partner myself, if you like. Then somebody else is there for you when it is about safety.”"
)


class Leftover:
    """The last entries of the menu of somebody who is not placed."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def fill(self, menu: QMenu, key: int, board: Board) -> None:
        """Add what is possible for this person."""
        menu.addSeparator()
        if key == board.herself:
            menu.addAction("I no longer take part", lambda: self._bench.do(life.step_back, self._bench.workshop_id))
            return
        if key in board.settled:
            waits = board.settled[key] is Unplaced.WAITS
            menu.addAction(
                "Look for a partner again" + (" (waits)" if waits else " (goes home)"),
                lambda: self._bench.do(life.back_on_board, key),
            )
        menu.addAction("Waits, with a date …", lambda: self._wait(menu, key))
        menu.addAction("Goes home with dignity …", lambda: self._home(key))
        if not board.herself:
            menu.addAction("I take part myself …", lambda: self.take_part(menu))

    def _wait(self, parent: QWidget, key: int) -> None:
        dialog = AskDialog(parent.window(), "Wait, with a date", WAIT_WORDS, "Phone on", "They wait", "")
        dialog.line.setPlaceholderText(day_month_year(date(2026, 3, 14)))
        dialog.accepts = lambda words: "" if read_day(words) else "Write the date as 14 March 2026."
        if dialog.exec():
            day = read_day(dialog.line.text())
            assert isinstance(day, date)
            self._bench.do(life.waits, key, day)

    def _home(self, key: int) -> None:
        words = f"{HOME_WORDS}\n\nTell them alone, not before the others."
        if self._bench.messages.ask(words, "They go home", "Not yet"):
            self._bench.do(life.goes_home, key)

    def take_part(self, parent: QWidget) -> None:
        """The facilitator becomes somebody's partner."""
        workshop = setup.workshop(self._bench.desk, self._bench.workshop_id)
        dialog = AskDialog(
            parent.window(),
            "Take part yourself",
            f"{MYSELF_WORDS}\n\nYou are left out of the outcomes, and your own sheets out of the lists.",
            "Safety contact instead of you",
            "I take part",
            workshop.second_person,
        )
        if dialog.exec():
            self._bench.do(life.take_part, self._bench.workshop_id, dialog.line.text())


def _anything(_words: str) -> str:
    return ""


class AskDialog(Dialog):
    """Words to say, and one line to fill in."""

    def __init__(self, window: QWidget, title: str, words: str, field: str, yes: str, usual: str) -> None:
        super().__init__(window, title)
        self.setMinimumWidth(520)
        self.accepts: Callable[[str], str] = _anything
        self.line = QLineEdit(usual)
        self.line.setAccessibleName(field)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(title, "section"))
        layout.addWidget(label(words, wrap=True))
        layout.addLayout(column(label(field, "label"), self.line, self._wrong, gap=4))
        no = button("Not yet", self.reject)
        layout.addLayout(row(None, no, button(yes, self._try, "primary")))
        self.line.setFocus()

    def _try(self) -> None:
        wrong = self.accepts(self.line.text())
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            self.accept()
