"""Calls and talks: the trial check by private phone calls, each alone when calls have stopped, and repair talks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import calls, pairs
from mat_desktop.facilitation.contact.calls import CalledView, CallRoundView
from mat_desktop.facilitation.contact.pairs import PairContact
from mat_desktop.facilitation.pairing import life
from mat_desktop.screens.contact.repair_card import RepairCard
from mat_desktop.screens.look.belonging import all_in, standing_in
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.entering import first_stop
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, emptied, label, line, scrolled
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.sheet_keys import OTHER_KEYS
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState

_WISH_WORDS = {
    Wish.GO_ON: "1  Go on as it is",
    Wish.TERMS: "2  Change something",
    Wish.PARTNER: "3  Another partner",
    Wish.STOP: "4  Stop",
}
_KINDS = ((CallKind.DAY_7, "Day 7"), (CallKind.DAY_14, "Day 14"), (CallKind.ALONE, "Each alone"))


class CallsView(QWidget):
    """Partnerships on the left; the calls with each member, and the talks, on the right."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.place = 0
        self._kind = CallKind.DAY_14
        self.list = PeopleList("Which partnership", self.open_place, 250, find=False)
        self.kind = Segments(_KINDS, "Calls", self._choose_kind, 90)
        self.say, self.said = label(calls.SAY, "strong", wrap=True), label("", "strong", wrap=True)
        self._members, self._next = QVBoxLayout(), FlowLayout(gap=12)
        self.repair = RepairCard(bench)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        self.names = label("", "section", wrap=True)
        layout.addWidget(self.names)
        self._round = boxed(column(gap=10))
        inside = self._round.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(SideBySide((label("Private calls", "section"), 1, 0), (self.kind, 0, 0)))
        inside.addWidget(self.say)
        inside.addLayout(self._members)
        inside.addWidget(self.said)
        inside.addLayout(self._next)
        self._parts = layout
        for part in (self._round, line(), self.repair):
            layout.addWidget(part)
        layout.addStretch(1)
        frame, inner = card()
        self._area = scrolled(body)
        inner.addWidget(self._area)
        self._frame = frame
        self.empty = label("No calls yet. There are no confirmed pairs; they are made in step 4.", "muted", wrap=True)
        outer = column(PageZones((self.list, 0), (frame, 1), (self.empty, 1)))
        self.setLayout(outer)

    def refresh(self) -> None:
        """Show what is kept."""
        today = self._bench.desk.clock.today()
        found = [
            p
            for p in pairs.pairs(self._bench.desk, self._bench.workshop_id, today)
            if p.state is not PartnershipState.ENDED
        ]
        keys = [p.partnership_id for p in found]
        if self.place not in keys:
            self.place = keys[0] if keys else 0
        self.list.show_entries(
            [PersonEntry(p.partnership_id, p.names, "talk" if p.need else "") for p in found], self.place
        )
        self._frame.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        chosen = next((p for p in found if p.partnership_id == self.place), None)
        if chosen is not None:
            self._show(chosen)

    def open_place(self, partnership_id: int) -> None:
        """Another partnership: the calls that are due with it."""
        self._keep_typing()
        self.place = partnership_id
        found = pairs.pair(self._bench.desk, partnership_id, self._bench.desk.clock.today())
        on_trial = found.state is PartnershipState.TRIAL
        alone = pairs.asks_alone(found) or (not on_trial and found.state is PartnershipState.PAUSED)
        self._kind = CallKind.ALONE if alone or not on_trial else CallKind.DAY_14
        self.refresh()
        self._area.verticalScrollBar().setValue(0)
        if not self.list.browsing:
            self.start()

    def _keep_typing(self) -> None:
        for field in all_in(self, LineField):
            field.commit()

    def _choose_kind(self, kind: str) -> None:
        self._kind = CallKind(kind)
        self.refresh()

    def _show(self, pair: PairContact) -> None:
        found = calls.round_of(self._bench.desk, pair.partnership_id, self._kind)
        self.kind.set(self._kind)
        self.names.setText(pair.names)
        emptied(self._members)
        for member in found.members:
            self._members.addWidget(self._member(member))
        self.said.setText(found.said if self._kind is not CallKind.DAY_7 or found.leads_to else "Day 7 is optional.")
        self._show_next(found, pair)
        self.repair.show_place(pair.partnership_id)
        first, last = (self.repair, self._round) if pairs.asks_talk(pair) else (self._round, self.repair)
        if self._parts.indexOf(first) > self._parts.indexOf(last):
            self._parts.insertWidget(1, first)
            self._parts.insertWidget(3, last)

    def _member(self, member: CalledView) -> QWidget:
        note = LineField("A word for yourself; the partner never sees it", partial(self._note, member))
        answer = partial(self._answer, member.participant_id, note)
        frame = _Answers(partial(self._typed, answer), member.wish, partial(self._say_already, member.name))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        reach = ", ".join(part for part in (member.phone, member.ways) if part)
        name, ways = label(member.name, "strong", wrap=True), label(reach, "small", wrap=True)
        layout.addWidget(SideBySide((name, 0, 0), (ways, 1, 200)))
        words = tuple((wish.value, said) for wish, said in _WISH_WORDS.items())
        answers = Segments(words, f"{member.name} wants to", answer, 120)
        answers.set(member.wish or "")
        frame.choices = answers
        layout.addWidget(answers)
        note.edit.setAccessibleName(f"Note about the call with {member.name}")
        note.set(member.note, (self.place, self._kind, member.participant_id))
        layout.addWidget(note)
        return frame

    def _answer(self, person: int, note: LineField, wish: str) -> None:
        self._bench.do(calls.record_call, self.place, person, self._kind, Wish(wish), note.text())

    def _typed(self, answer: partial[None], wish: Wish) -> None:
        """An answer given by a key leads on to whoever has none yet; after the last one the keyboard stays."""
        answer(wish)
        if any(one.wish is None for one in self._frames()):
            self.start()

    def _say_already(self, name: str) -> None:
        self._bench.messages.tell(f"{name} has answered already. Click another answer to change it.")

    def start(self) -> None:
        """Put the keyboard on the first member without an answer; where all have one, on the first of all."""
        frames = self._frames()
        first = next((one for one in frames if one.wish is None), next(iter(frames), None))
        if first is not None:
            first.start()

    def _frames(self) -> list["_Answers"]:
        return [part for part in standing_in(self._members) if isinstance(part, _Answers)]

    def _note(self, member: CalledView, words: str, visit: str) -> str:
        keys = self.place, member.participant_id, self._kind
        return self._bench.attempt(f"{keys} {visit}", calls.record_call, *keys, member.wish, words)[1]

    def _show_next(self, view: CallRoundView, pair: PairContact) -> None:
        emptied(self._next)
        parts: list[QWidget] = []
        if view.leads_to is Wish.TERMS:
            person = view.members[0].participant_id
            parts.append(button("Open the agreement", partial(self._bench.go, Step.AGREEMENT, person)))
            if view.on_trial:
                parts.append(
                    button("They go on with new terms", partial(self._bench.do, life.trial_passed, pair.partnership_id))
                )
        if view.leads_to in (Wish.PARTNER, Wish.STOP):
            parts.append(button("End it without fault", partial(self._end, pair), "danger", "unlink"))
        for part in parts:
            self._next.addWidget(part)

    def _end(self, pair: PairContact) -> None:
        asked = f"End the partnership of {pair.names}? Each keeps their own history; nobody is told who wished for it."
        if self._bench.messages.ask(asked, "End it", "Keep", destroys=True):
            self._bench.do(life.end, pair.partnership_id, "After a private call; no fault.")


class _Answers(QWidget):
    """A member's four answers: with the focus anywhere in it but in the note, 1 to 4 answer, and lead on.

    An answer that stands is never written over by a digit, which may have slipped; a click or Enter changes it.
    """

    def __init__(self, answer: partial[None], wish: Wish | None, already: Callable[[], object]) -> None:
        super().__init__()
        self._answer, self.wish, self._already = answer, wish, already
        self.choices: Segments | None = None

    def start(self) -> None:
        """Put the keyboard on the answers."""
        stop = first_stop(self.choices) if self.choices is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key, one answer, however long it is held."""
        place = event.key() - Qt.Key.Key_1
        if not 0 <= place < len(Wish) or event.modifiers() & OTHER_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._take(list(Wish)[place])

    def _take(self, wish: Wish) -> None:
        if self.wish is None:
            self._answer(wish)
        elif self.wish is not wish:
            self._already()
