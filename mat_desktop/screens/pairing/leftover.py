"""What can become of somebody for whom there is no partner: wait with a date, go home with dignity, or yourself."""

from PySide6.QtWidgets import QMenu, QWidget

from mat_desktop.facilitation.pairing import life
from mat_desktop.facilitation.pairing.board import Board
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.parts import button, column, label
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
    """The last entries of the menu of somebody who is not placed.

    What they ask stands over the window of `home`, which stays: the chip under the menu goes when the board is drawn
    anew, and a dialog of it would go too, with the day half typed.
    """

    def __init__(self, bench: Bench, home: QWidget) -> None:
        self._bench, self._under = bench, home

    def fill(self, menu: QMenu, person: int, board: Board) -> None:
        """Add what is possible for this person."""
        menu.addSeparator()
        if person == board.herself:
            menu.addAction("I no longer take part", lambda: self._bench.do(life.step_back, self._bench.workshop_id))
            return
        if person in board.settled:
            waits = board.settled[person] is Unplaced.WAITS
            menu.addAction(
                "Look for a partner again" + (" (waits)" if waits else " (goes home)"),
                lambda: self._bench.do(life.back_on_board, person),
            )
        menu.addAction("Waits, with a date …", lambda: self._wait(person))
        menu.addAction("Goes home with dignity …", lambda: self._home(person))
        if not board.herself:
            menu.addAction("I take part myself …", self.take_part)

    def _wait(self, key: int) -> None:
        phone_on = DateField("Phone on", None, self._bench.desk.clock.today)
        dialog = AskDialog(self._under.window(), "Wait, with a date", WAIT_WORDS, phone_on, "They wait")
        if dialog.exec() and (day := phone_on.day()) is not None:
            self._bench.do(life.waits, key, day)

    def _home(self, key: int) -> None:
        words = f"{HOME_WORDS}\n\nTell them alone, not before the others."
        if self._bench.messages.ask(words, "They go home", "Not yet"):
            self._bench.do(life.goes_home, key)

    def take_part(self) -> None:
        """The facilitator becomes somebody's partner."""
        workshop = setup.workshop(self._bench.desk, self._bench.workshop_id)
        instead = LineField("Safety contact instead of you", lambda _words, _visit: "")
        instead.set(workshop.second_person)
        dialog = AskDialog(
            self._under.window(),
            "Take part yourself",
            f"{MYSELF_WORDS}\n\nYou are left out of the outcomes, and your own sheets out of the lists.",
            instead,
            "I take part",
        )
        if dialog.exec():
            self._bench.do(life.take_part, self._bench.workshop_id, instead.text())


class AskDialog(Dialog):
    """Words to say, and one field to fill in; a day that cannot be read keeps it open."""

    def __init__(self, window: QWidget, title: str, words: str, field: LineField, yes: str) -> None:
        super().__init__(window, title)
        hold(self, least_width=520)
        self.field = field
        content = column(label(title, "section", wrap=True), label(words, wrap=True), field, gap=14)
        lay_out(self, content, button("Not yet", self.reject), button(yes, self._try, "primary"))
        field.edit.setFocus()

    def _try(self) -> None:
        if not isinstance(self.field, DateField) or self.field.day() is not None:
            self.accept()
