"""Rows of a file that may be somebody known: asked one by one, and nobody is matched without an answer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.participants.comparing import ANOTHER, WhoIsWho
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.parts import boxed, emptied, label, scrolled
from mat_desktop.workshop.text import joined

_NOBODY = "Nobody of this file could be taken for somebody else."


class WhoIsWhoQuestions(QWidget):
    """A question a row; until it is answered, the row is somebody new."""

    def __init__(self, answered: Callable[[int, int], object]) -> None:
        super().__init__()
        self._answered = answered
        self.fields: dict[int, ChoiceField] = {}
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(boxed(self._body)))

    def show_questions(self, questions: Sequence[WhoIsWho], answers: dict[int, int]) -> None:
        """Show these; nothing is rebuilt while the same are asked."""
        if list(self.fields) != [q.row for q in questions] or not questions:
            emptied(self._body)
            self.fields = {question.row: self._field(question) for question in questions}
            for field in self.fields.values():
                self._body.addWidget(field)
            if not questions:
                self._body.addWidget(label(_NOBODY, "muted", wrap=True))
            self._body.addStretch(1)
        for row, field in self.fields.items():
            field.set(str(answers.get(row, ANOTHER)))

    def _field(self, question: WhoIsWho) -> ChoiceField:
        options = [(str(ANOTHER), f"{question.name} is somebody new")]
        options += [(str(person), f"The same person as {name}") for person, name in question.candidates]
        field = ChoiceField(_asked(question), options, lambda value: self._answered(question.row, int(str(value))))
        field.title.setWordWrap(True)
        return field


def _asked(question: WhoIsWho) -> str:
    names = joined([name for _, name in question.candidates])
    if question.by_name:
        return f"Row {question.row}: {names} is there already, reached in another way. Is it the same person?"
    return f"Row {question.row}: {question.name} has the phone or the e-mail of {names}. Is it the same person?"
