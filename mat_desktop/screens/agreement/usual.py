"""The words with which every agreement of this workshop begins, for the facilitator to change."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import LineField, TextField
from mat_desktop.screens.shared.parts import card, label, scrolled

_TEXTS = {
    TermField.HOW_WE_LISTEN: ("How we listen", 3),
    TermField.CONFRONT_WHERE: ("Time and place to confront", 2),
    TermField.MISSED_CALL: ("When one cannot call", 2),
}
_LINES = {TermField.WHO_DIALS: "Who dials", TermField.HOLIDAYS: "Holidays", TermField.MINUTES: "Minutes"}


class UsualWords(QWidget):
    """One card. Drafts that exist stay as they are."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._fields: dict[TermField, LineField | TextField] = {}
        frame, outer = card(gap=8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 10, 0)
        body.setSpacing(10)
        said = "Every new agreement of this workshop begins with these words. Agreements that exist stay as they are."
        body.addWidget(label(said, "strong", wrap=True))
        for field, (name, lines) in _TEXTS.items():
            self._add(body, field, TextField(f"Usual: {name}", self._keep(field), lines))
        for field, name in _LINES.items():
            self._add(body, field, LineField(f"Usual: {name}", self._keep(field)))
        fixed = (
            "These stand on every agreement and cannot be changed: how either may stop, what is never part of it "
            "(money, romance, diagnosis, recording), what happens in danger, and what to do when afraid."
        )
        body.addWidget(label(fixed, "small", wrap=True))
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        outer.addWidget(scrolled(holder))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def _add(self, body: QVBoxLayout, field: TermField, found: LineField | TextField) -> None:
        self._fields[field] = found
        body.addWidget(found)

    def _keep(self, field: TermField) -> Callable[[str, str], str]:
        def keep(words: str, visit: str) -> str:
            return self._bench.attempt(
                f"usual {field.value} {visit}", agreement.change_usual, self._bench.workshop_id, field, words
            )[1]

        return keep

    def refresh(self) -> None:
        """Show what is in force."""
        found = agreement.usual_words(self._bench.desk, self._bench.workshop_id)
        for field, widget in self._fields.items():
            widget.set(str(getattr(found, field.value)), self._bench.workshop_id)
