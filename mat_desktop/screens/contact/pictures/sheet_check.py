"""Checking a sheet of questions: the doubtful ones one after the other, each with the picture of its line."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL, SheetAnswers
from mat_desktop.facilitation.sheets.reading.sheet_read import LineRead, WordsRead
from mat_desktop.screens.contact.pictures.straight import around_all, crop
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.fields import TextField
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import emptied, label
from mat_desktop.screens.shared.question_row import ShownQuestion
from mat_desktop.workshop.answers.responses import AnswerState

_LARGER = 4.0
"""A line is shown so many times as large as on paper, at 96 dots an inch, as far as it has room."""
_WIDEST = 560
"""The width that a picture may take, as drawn at 100 %."""
_STATES = {AnswerState.MISSING: "", AnswerState.ILLEGIBLE: CANNOT_TELL}
_KEYS = "A digit answers. M: nothing is marked. I: cannot be read."


class SheetCheck(QWidget):
    """The questions of one page. `changed` is called after each answer, `pointed` with the line that is asked."""

    def __init__(self, changed: Callable[[], object], pointed: Callable[[LineRead | None], object]) -> None:
        super().__init__()
        self._changed, self._pointed = changed, pointed
        self._answers: SheetAnswers | None = None
        self._straight, self._scale = QImage(), 1.0
        self._wanted = ""
        self.form: FormSheet | None = None
        self.words: list[TextField] = []
        self.count, self.why = label("", "small", wrap=True), label("", "strong", wrap=True)
        self.picture = label()
        hold(self.picture, least_height=60)
        self._question, self._written = QVBoxLayout(), QVBoxLayout()
        self.keys = label(_KEYS, "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.why)
        layout.addWidget(self.picture)
        layout.addLayout(self._question)
        layout.addWidget(self.keys)
        layout.addLayout(self._written)

    def show_page(self, answers: SheetAnswers, straight: QImage) -> None:
        """Another page, at its first question."""
        self._answers, self._straight, self._scale = answers, straight, answers.read.scale
        self._wanted = ""
        self._show_words(answers)
        self.refresh()

    def let_go(self) -> None:
        """Nothing of the page stays."""
        self._answers, self._straight = None, QImage()
        emptied(self._question)
        emptied(self._written)
        self.form, self.words = None, []
        self.picture.clear()

    @property
    def line(self) -> LineRead | None:
        """The line that is asked now."""
        still = self._answers.open if self._answers is not None else []
        return next((one for one in still if one.line.item == self._wanted), still[0] if still else None)

    @property
    def typed(self) -> bool:
        """Whether words were typed that are not kept yet."""
        return any(field.text().strip() for field in self.words)

    def ask_again(self, item: str) -> None:
        """Ask this line next."""
        assert self._answers is not None
        self._answers.doubt(item)
        self._wanted = item
        self._changed()
        self.refresh()
        self.start()

    def refresh(self) -> None:
        """Show the question that is next, or that none is left."""
        answers, line = self._answers, self.line
        self._pointed(line)
        emptied(self._question)
        self.form = None
        for part in (self.picture, self.keys):
            part.setVisible(line is not None)
        if answers is None:
            return
        self.count.setText(f"{len(answers.open)} to answer" if line is not None else "")
        if line is None:
            self.why.setText("Nothing is left to ask. Look over the lines below, then keep them.")
            return
        guess = f" It looks like “{line.line.said(line.guess)}”." if line.guess else ""
        self.why.setText(f"{line.line.label}: {line.why or 'as you wish to see it again'}.{guess}")
        self.picture.setPixmap(self._large(line))
        self.form = FormSheet(line.line.words, [shown(line)], self._answer, lambda: None)
        self._question.addWidget(self.form)

    def start(self) -> None:
        """Put the keyboard on the question."""
        if self.form is not None:
            self.form.start()

    def keep_typing(self) -> None:
        """Hand over what is typed, for the page to be kept."""
        for field in self.words:
            field.commit()

    def _large(self, line: LineRead) -> QPixmap:
        return self._picture_of(crop(self._straight, self._scale, around_all(line.places)))

    def _picture_of(self, seen: QImage) -> QPixmap:
        times = _LARGER * 96 / 25.4 / self._scale * worn().factor
        times = min(times, worn().px(_WIDEST) / max(1, seen.width()))
        ratio = self.devicePixelRatio()
        size = QSize(round(seen.width() * times * ratio), round(seen.height() * times * ratio))
        large = seen.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        large.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(large)

    def _answer(self, _number: int, entered: Entered | None) -> None:
        line = self.line
        if self._answers is None or line is None or entered is None:
            return
        self._answers.answer(line.line.item, value_of(line, entered))
        self._changed()
        self.refresh()
        self.start()

    def _show_words(self, answers: SheetAnswers) -> None:
        """Beside each picture of words the field in which she types them."""
        emptied(self._written)
        self.words = []
        for one in answers.read.words:
            if one.written:
                self._add_words(answers, one)

    def _add_words(self, answers: SheetAnswers, one: WordsRead) -> None:
        picture = label()
        picture.setPixmap(self._picture_of(crop(self._straight, self._scale, one.place)))
        picture.setAccessibleName(f"What is written at {one.line.item}")

        def keep(words: str, _visit: str) -> str:
            answers.words[one.line.item] = words
            return ""

        field = TextField(f"{one.line.item}  {one.line.words}", keep, lines=2)
        field.set(one.line.kept)
        self._written.addWidget(picture)
        self._written.addWidget(field)
        self.words.append(field)


def shown(line: LineRead) -> ShownQuestion:
    """A line as a question: the digits that are printed choose, or where words are printed the place of the box."""
    numbers = all(value.isdecimal() for value, _ in line.line.options)
    # "2: 1 or 2 days a week": a step of a ladder often begins with a number itself.
    between = ":" if any(said[:1].isdecimal() for _, said in line.line.options) else ""
    options = []
    for box, (value, said) in enumerate(line.line.options, 1):
        digit = int(value) if numbers else box
        options.append((digit, f"{digit}{between} {said}" if said else str(digit), said or value))
    return ShownQuestion(
        number=1,
        printed=line.line.label,
        words=line.line.words,
        options=tuple(options),
        in_words=True,
        states=tuple(_STATES),
    )


def value_of(line: LineRead, entered: Entered) -> str:
    """What an answer means in the boxes of the sheet."""
    if entered.value is None:
        return _STATES[entered.state]
    values = [value for value, _ in line.line.options]
    return str(entered.value) if str(entered.value) in values else values[entered.value - 1]
