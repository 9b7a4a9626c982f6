"""Each pair by name: how much they talked, where each stood and stands, and what others saw."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.outcomes.views import PairOutcome
from mat_desktop.facilitation.outcomes.words import contact_in_words, gain_in_words, level_in_words
from mat_desktop.screens.outcomes.charts import BeforeAfter
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import card, emptied, label, line, scrolled


class OutcomePairs(QWidget):
    """A part a partnership, those that ended last."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._body)
        frame, layout = card()
        layout.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Show what is kept."""
        emptied(self._body)
        found = views.each_pair(self._bench.desk, self._bench.workshop_id)
        if not found:
            self._body.addWidget(label("No pair has begun yet; pairs are confirmed in step 4.", "muted", wrap=True))
        for number, pair in enumerate(found):
            if number:
                self._body.addWidget(line())
            self._pair(pair)
        self._body.addStretch(1)

    def _pair(self, pair: PairOutcome) -> None:
        self._body.addWidget(label(f"{pair.names}. {pair.ended}" if pair.ended else pair.names, "section", wrap=True))
        for person in pair.people:
            way = " → ".join(level_in_words(x) for x in (person.start, person.six_months, person.one_year))
            said = f"{person.name}: {way}; {gain_in_words(person)}. "
            said += f"Talked on {contact_in_words(person)}."
            self._body.addWidget(label(said, wrap=True))
        if pair.people:
            chart = BeforeAfter()
            chart.show_people(pair.people, names=True)
            self._body.addWidget(chart)
        for sentence in pair.informants:
            self._body.addWidget(label(sentence, "small", wrap=True))
