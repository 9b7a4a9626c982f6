"""Each member's own part of an agreement: how to be helped, what they ask of the other, their signature."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.agreement.terms import AgreementTerms, Voice
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import TextField, Tick
from mat_desktop.screens.shared.parts import Segments, emptied, flowing, label
from mat_desktop.workshop.agreement import AgreementState, HelpStyle

_WAYS = ((HelpStyle.LISTEN, "Listen"), (HelpStyle.IDEAS, "Ideas"), (HelpStyle.PUSH, "Push"))


class Voices(QWidget):
    """One block a member, built afresh for another partnership only."""

    def __init__(self, bench: Bench, signed_on: Callable[[], date | None]) -> None:
        super().__init__()
        self._bench, self._signed_on = bench, signed_on
        self._place = 0
        self._shown: tuple[object, ...] = ()
        self._ways: dict[int, Segments] = {}
        self._asks: dict[int, TextField] = {}
        self._ticks: dict[int, Tick] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_terms(self, terms: AgreementTerms) -> None:
        """Show the members' own parts."""
        self._place = terms.partnership_id
        key = (terms.partnership_id, terms.version, tuple(v.participant_id for v in terms.voices))
        if key != self._shown:
            self._shown = key
            self._build(terms)
        frozen = terms.state is AgreementState.SIGNED
        for voice in terms.voices:
            person = voice.participant_id
            self._ways[person].set(voice.wants or "")
            self._ways[person].setEnabled(not frozen)
            self._asks[person].set(voice.asks, key)
            self._asks[person].edit.setReadOnly(frozen)
            self._show_signature(voice, terms)

    def _show_signature(self, voice: Voice, terms: AgreementTerms) -> None:
        tick, name = self._ticks[voice.participant_id], voice.called
        on = f" on {day_month_year(voice.signed_on)}" if voice.signed_on else ""
        tick.setText(f"{name} signed{on}")
        tick.setAccessibleName(f"{name} signed")
        tick.set(voice.signed_on is not None)
        tick.setEnabled(terms.state is AgreementState.DRAFT)

    def _build(self, terms: AgreementTerms) -> None:
        emptied(self._layout)
        for voice in terms.voices:
            person, name = voice.participant_id, voice.called
            ways = Segments([(k.value, w) for k, w in _WAYS], f"{name} wants", partial(self._wants, person), 84)
            asks = TextField(f"{name}: What I ask of you", partial(self._ask, person), 2)
            tick = Tick(f"{name} signed", partial(self._sign, person))
            self._ways[person], self._asks[person], self._ticks[person] = ways, asks, tick
            self._layout.addLayout(flowing(label(f"{name} wants", "label"), ways, fills=False))
            self._layout.addWidget(asks)
            self._layout.addWidget(tick)

    def _wants(self, person: int, key: str) -> None:
        self._bench.do(agreement.set_voice, self._place, person, wants=HelpStyle(key))

    def _ask(self, person: int, words: str, visit: str) -> str:
        token = f"asks {self._place} {person} {visit}"
        return self._bench.attempt(token, agreement.set_voice, self._place, person, asks=words)[1]

    def _sign(self, person: int, on: bool) -> None:
        day = self._signed_on() if on else None
        if on and day is None:
            self._ticks[person].set(False)
            return
        self._bench.do(signing.tick_signature, self._place, person, day)
