"""How the pairs are: facts from the logs; ratings stay hidden until they are asked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import pairs
from mat_desktop.facilitation.contact.pairs import MemberLog, PairContact
from mat_desktop.screens.contact.agreed_days import AgreedDaysDialog
from mat_desktop.screens.contact.strips import Legend, StripView, TrendView, WeeksView
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import (
    Segments,
    boxed,
    button,
    card,
    column,
    emptied,
    label,
    line,
    rename,
    row,
    scrolled,
)
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.alliance import ALLIANCE_NOTICE
from mat_desktop.workshop.pairing.nouns import PartnershipState

_FACTS = 240
"""The width that the sentences about a pair want, as drawn at 100 %; with less they stand under the strips."""


class ContactPairs(QWidget):
    """A row a partnership, a strip a member. `open_talk` leads to the calls and talks of one partnership."""

    def __init__(self, bench: Bench, open_talk: Callable[[int], object]) -> None:
        super().__init__()
        self._bench, self._open_talk = bench, open_talk
        self._ratings, self._weeks = False, False
        frame, layout = card(gap=8)
        self._rating_button = button("Show ratings", self._toggle_ratings, icon="heart-handshake")
        self._chart = Segments((("days", "Days"), ("weeks", "Weeks")), "Contact by", self._choose_chart, 80)
        ways = boxed(FlowLayout(self._chart, self._rating_button, gap=12))
        layout.addWidget(SideBySide((Legend(), 1, 420), (ways, 0, 0)))
        self._notice = label(ALLIANCE_NOTICE, "small", wrap=True)
        layout.addWidget(self._notice)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._rows)
        layout.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def close_ratings(self) -> None:
        """The page always opens without ratings."""
        self._ratings = False

    def _toggle_ratings(self) -> None:
        self._ratings = not self._ratings
        self.refresh()

    def _choose_chart(self, chart: str) -> None:
        self._weeks = chart == "weeks"
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        emptied(self._rows)
        rename(self._rating_button, "Hide ratings" if self._ratings else "Show ratings")
        self._chart.set("weeks" if self._weeks else "days")
        self._notice.setVisible(self._ratings)
        found = pairs.pairs(self._bench.desk, self._bench.workshop_id, self._bench.desk.clock.today())
        if not found:
            self._rows.addWidget(label("There are no confirmed pairs yet; they are made in step 4.", "muted"))
        for number, pair in enumerate(found):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._pair(pair))
        self._rows.addStretch(1)

    def _pair(self, pair: PairContact) -> QWidget:
        logs = column(gap=4)
        for member in pair.members:
            name = label(member.name, "strong", wrap=True)
            hold(name, least_width=110)
            logs.addLayout(row(name, self._drawn(member), None))
        logs.addStretch(1)
        facts = boxed(self._facts(pair))
        if not self._ratings:
            return SideBySide((boxed(logs), 0, 0), (facts, 1, _FACTS), gap=16)
        trend = column(TrendView(pair.members), None)
        said = SideBySide((facts, 1, _FACTS), (boxed(trend), 0, 0), gap=16)
        return SideBySide((boxed(logs), 0, 0), (said, 1, _FACTS), gap=16)

    def _drawn(self, member: MemberLog) -> QWidget:
        sentence = f"{member.name}. {member.counts}"
        return WeeksView(member.weeks, sentence) if self._weeks else StripView(member.strip, sentence)

    def _facts(self, pair: PairContact) -> QVBoxLayout:
        facts = QVBoxLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(4)
        facts.addWidget(label(pair.facts, "strong", wrap=True))
        if pair.need is not None:
            facts.addWidget(label(pairs.asks_in_words(pair), "attn", wrap=True))
        if pair.differs:
            facts.addWidget(label(pair.differs, "attn", wrap=True))
        for member in pair.members:
            facts.addWidget(label(_counted(member), "small", wrap=True))
            if self._ratings:
                facts.addWidget(label(f"{member.name} rated: {member.ratings}", "small", wrap=True))
                for reason in member.talk_reasons:
                    facts.addWidget(label(f"Offer {member.name} a talk. {reason}", "attn", wrap=True))
        if self._ratings and pair.gap:
            facts.addWidget(label(pair.gap, "small", wrap=True))
        if pair.state is not PartnershipState.ENDED:
            facts.addLayout(self._doors(pair))
        facts.addStretch(1)
        return facts

    def _doors(self, pair: PairContact) -> FlowLayout:
        days = button("Agreed days", partial(self._agreed_days, pair.partnership_id), "quiet")
        days.setAccessibleName(f"Agreed days of {pair.names}")
        talk = button("Calls and talks", partial(self._open_talk, pair.partnership_id), "quiet")
        talk.setAccessibleName(f"Calls and talks of {pair.names}")
        return FlowLayout(days, talk, gap=12)

    def _agreed_days(self, place: int) -> None:
        AgreedDaysDialog(self, self._bench, place).exec()
        self.refresh()


def _counted(member: MemberLog) -> str:
    """One member's days in words: what is known and what is not, together."""
    found = member.dose
    recalled = f", {found.recalled} as remembered" if found.recalled or found.recalled_not else ""
    return f"{member.name}: talked {found.talked} of {found.agreed}{recalled}, {found.not_known} not known"
