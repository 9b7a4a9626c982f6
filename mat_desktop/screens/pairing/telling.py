"""The telling list: each is asked alone, and nobody learns who would rather not."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import telling
from mat_desktop.facilitation.pairing.telling import AskedMember, Telling, TellingList
from mat_desktop.facilitation.setup.workshop import workshop
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.pairing import NOT_WORKED_OUT, would_you_try
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.entering import first_stop
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.shortened import Shortened
from mat_desktop.workshop.pairing.nouns import PartnershipState, Reply
from mat_desktop.workshop.text import joined

_NAME = 220
"""The width of a name before what is known of it, in pixels at text of 100 %."""
ASK_WORDS = "Each alone, by slip or by word: “{question}” No pair is announced before both said yes."
TRIAL_WORDS = "After the trial, each alone: “Would you like to go on with these calls?”"
SORRY_WORDS = f"To both alike: “{NOT_WORKED_OUT}”"


class TellingView(QWidget):
    """A block for each partnership that is being asked. An answer, once given, is not shown again.

    As long as the list is in front of her every block stays where it is, also when its last answer is in: a hand is on
    its way to the row below, and would answer for somebody else.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._stood: dict[int, Telling] = {}
        """Every block that was shown since the list was opened, in its order."""
        self._answered: set[int] = set()
        """The partnerships whose last answer came in since then."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._holder = QWidget()
        inner = QVBoxLayout(self._holder)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addLayout(self._rows)
        inner.addStretch(1)
        frame, body = card(gap=8)
        self._say = label("", "small", wrap=True)
        self.everybody = button("All of them said yes", self._all_yes, icon="check")
        head = row(self._say, self.everybody)
        head.setStretch(0, 1)
        body.addLayout(head)
        body.addWidget(scrolled(self._holder), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def begin(self) -> None:
        """The list is opened: only who is still to be asked stands on it, and the keyboard is at the first of them."""
        self._stood, self._answered = {}, set()
        self.refresh()
        # New rows are shown with the next event, and only then take the keyboard.
        QTimer.singleShot(0, self, self._to_the_first)

    def _to_the_first(self) -> None:
        first = first_stop(self._holder)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_words(self) -> str:
        trial_days = workshop(self._bench.desk, self._bench.workshop_id).trial_days
        return ASK_WORDS.format(question=would_you_try(trial_days, "…"))

    def refresh(self) -> None:
        """Show who is still to be asked, and who was until now."""
        found = telling.telling(self._bench.desk, self._bench.workshop_id)
        today = self._bench.desk.clock.today()
        trials = telling.trial_checks(self._bench.desk, self._bench.workshop_id, today)
        waiting = {place.partnership_id: place for place in (*found.open, *trials)}
        self._answered -= set(waiting)
        self._stood = {
            key: place for key, place in (self._stood | waiting).items() if key in (*waiting, *self._answered)
        }
        asked = [p for p in self._stood.values() if p.state is PartnershipState.ASKED]
        tried = [p for p in self._stood.values() if p.state is PartnershipState.TRIAL]
        self._say.setText(self._ask_words() if asked or not tried else TRIAL_WORDS)
        self.everybody.setVisible(bool(asked))
        self.everybody.setEnabled(bool(found.open))
        emptied(self._rows)
        for place in asked:
            self._block(place, waits=place.partnership_id in waiting)
        if asked and tried:
            self._rows.addWidget(label(TRIAL_WORDS, "small", wrap=True))
        for place in tried:
            self._block(place, waits=place.partnership_id in waiting)
        for names in found.not_begun:
            self._sorry(names)
        if not self._stood and not found.not_begun:
            self._rows.addWidget(label(_nothing(found), "muted", wrap=True))

    def _block(self, place: Telling, *, waits: bool) -> None:
        """One partnership; where all its answers are in (not `waits`), its buttons are grey."""
        done, of = sum(m.answered for m in place.members), len(place.members)
        head = row(
            label(joined([m.name for m in place.members]), "strong", wrap=True),
            label(f"{done if waits else of} of {of} answers in", "small"),
        )
        head.setStretch(0, 1)
        self._rows.addLayout(head)
        for member in place.members:
            self._rows.addWidget(self._person(place, member, waits=waits))
        self._rows.addWidget(line())

    def _person(self, place: Telling, member: AskedMember, *, waits: bool) -> QWidget:
        """Who is asked, and what they said: in a line of its own where there is no room."""
        said = _how_far(member, waits=waits)
        words = {
            Reply.TOLD: "Told",
            Reply.YES: "Yes",
            Reply.RATHER_NOT: "No, thank you",
            Reply.TALK_FIRST: "Talk first",
        }
        if place.state is PartnershipState.TRIAL:
            words = {Reply.YES: "Goes on", Reply.RATHER_NOT: "Would rather not"}
        name = Shortened(member.name)
        hold(name, least_width=_NAME)
        replies: list[QWidget] = []
        for reply, word in words.items():
            found = button(word, partial(self._reply, place, member.id, reply))
            found.setAccessibleName(f"{member.name}: {word}")
            found.setEnabled(waits)
            replies.append(found)
        who, answers = boxed(row(name, label(said, "small"), None)), boxed(row(*replies, gap=8))
        return PageZones((who, 1), (answers, 0), natural=True)

    def _reply(self, place: Telling, person: int, said: Reply) -> None:
        self._answered.add(place.partnership_id)
        state, refused = self._bench.attempt("", telling.reply, place.partnership_id, person, said)
        names = joined([m.name for m in place.members])
        if refused:
            self._bench.messages.tell(refused)
        elif state is PartnershipState.NOT_BEGUN:
            self._bench.messages.tell(f"{names}: did not come about. Suggest again on the board.", Look.NOTE)
        elif state is PartnershipState.ENDED:
            self._bench.messages.tell(f"{names}: ends after the trial. Both keep their own history.", Look.DONE)
        elif state is PartnershipState.TRIAL and place.state is PartnershipState.ASKED:
            self._bench.messages.tell(f"{names}: all said yes. Their trial begins.", Look.DONE)
            self._lead_on()

    def _sorry(self, names: tuple[str, ...]) -> None:
        self._rows.addWidget(label(f"{joined(list(names))}: another idea is needed", "strong", wrap=True))
        self._rows.addWidget(label(SORRY_WORDS, "small", wrap=True))
        self._rows.addWidget(line())

    def _all_yes(self) -> None:
        if self._bench.messages.ask(
            "Has everybody on the list said yes, each asked alone? Their trials then begin.", "All said yes", "Not yet"
        ):
            self._answered |= set(self._stood)
            self._bench.do(telling.all_said_yes, self._bench.workshop_id)
            self._lead_on()

    def _lead_on(self) -> None:
        """Once nobody is to be asked any more, the keyboard is where the day goes on."""
        if not telling.telling(self._bench.desk, self._bench.workshop_id).open:
            self._bench.led_on.emit()


def _how_far(member: AskedMember, *, waits: bool) -> str:
    if member.answered or not waits:
        return "answered"
    if member.talk_first:
        return "talk first, alone"
    return "told" if member.told else "not told yet"


def _nothing(found: TellingList) -> str:
    if found.begun:
        return f"{counted(len(found.begun), 'partnership')} said yes, and nobody is still to be asked."
    return "Nobody is being asked. Confirm the pairs on the board first."
