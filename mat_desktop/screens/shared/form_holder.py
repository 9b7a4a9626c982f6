"""The sheet of the instrument at hand: made from its questions, made anew when another one is at hand."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.form import FormView, ItemView
from mat_desktop.screens.shared.form_sheet import FormSheet, Keep
from mat_desktop.screens.shared.question_row import ShownQuestion


def question_of(item: ItemView, *, words: bool, letter: str = "", before: int = 0) -> ShownQuestion:
    """One item as a row; `words` for a talk, where the answers carry their words and the question is put aloud.

    `letter` is that of its section on paper, `before` how many items of the section stand before this form.
    """

    def option(value: int, said: str) -> tuple[int, str, str]:
        named = f"{value} {said}".strip()
        return value, named if words else str(value), said or str(value)

    return ShownQuestion(
        number=item.number,
        printed=f"{letter}{item.number + before}",
        words=item.words,
        options=tuple(option(value, said) for value, said in item.options),
        hint="" if words else item.hint,
        aloud=item.aloud if words else "",
        own_words=item.own_words,
        safety=item.safety,
    )


class FormHolder(QWidget):
    """Holds the sheet of one instrument, and makes another when another instrument is at hand."""

    def __init__(
        self, keep: Keep, done: Callable[[], object], *, words: bool = False, letter: str = "", before: int = 0
    ) -> None:
        super().__init__()
        self._letter, self._before = letter, before
        self._keep, self._done, self._words = keep, done, words
        self._questions: tuple[ShownQuestion, ...] = ()
        self.sheet: FormSheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_form(self, shown: FormView, owner: object, *, second: bool = False) -> None:
        """Show one instrument with the answers of its owner; in a blind second entry only what that read."""
        questions = tuple(
            question_of(item, words=self._words, letter=self._letter, before=self._before) for item in shown.items
        )
        if self.sheet is None or self._questions != questions:
            self._make(shown.title, questions)
        assert self.sheet is not None
        answers = {item.number: item.second if second else item.answer for item in shown.items}
        self.sheet.show_answers(answers, (owner, shown.instrument, second))

    def _make(self, title: str, questions: tuple[ShownQuestion, ...]) -> None:
        if self.sheet is not None:
            self._layout.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = FormSheet(title, questions, self._keep, self._done)
        self._layout.addWidget(self.sheet)
        self._questions = questions

    def commit(self) -> None:
        """Keep what is half typed."""
        if self.sheet is not None:
            self.sheet.commit()

    def start(self) -> None:
        """Put the ring on the first question without an answer."""
        if self.sheet is not None:
            self.sheet.start()
