"""One doubtful box after the other: its picture four times as large, one key each, nothing chosen beforehand."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.sheets.log_answers import Answer, LogAnswers, Untold
from mat_desktop.facilitation.sheets.log_pictures import DayBox
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.facilitation.shown.words.contact import MARKS
from mat_desktop.screens.contact.pictures.straight import crop
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.parts import button, flowing, label, rename
from mat_desktop.screens.shared.sheet_keys import OTHER_KEYS
from mat_desktop.workshop.contact.days import Mark

_ANSWERS: tuple[tuple[str, str, Answer], ...] = (
    ("T", "Talked", Mark.TALKED),
    ("M", "Message only", Mark.MESSAGE),
    ("–", "No call", Mark.NO_CALL),
    ("E", "Excused", Mark.EXCUSED),
    ("0", "Empty", None),
    ("?", "Cannot tell", Untold.CANNOT_TELL),
)
_KEYS: dict[int, Answer] = {
    Qt.Key.Key_T: Mark.TALKED,
    Qt.Key.Key_M: Mark.MESSAGE,
    Qt.Key.Key_Minus: Mark.NO_CALL,
    Qt.Key.Key_N: Mark.NO_CALL,
    Qt.Key.Key_E: Mark.EXCUSED,
    Qt.Key.Key_0: None,
    Qt.Key.Key_Question: Untold.CANNOT_TELL,
}
_LARGER = 4.0
"""A box is shown so many times as large as on paper, at 96 dots an inch."""


class DoubtfulBoxes(QWidget):
    """The questions of one page. `answered` is called after each, `pointed` with the box that is asked."""

    def __init__(self, answered: Callable[[], object], pointed: Callable[[DayBox | None], object]) -> None:
        super().__init__()
        self._answered, self._pointed = answered, pointed
        self._answers: LogAnswers | None = None
        self._straight = QImage()
        self._scale = 1.0
        self._wanted: DayBox | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count, self.which = label("", "small"), label("", "strong", wrap=True)
        self.picture = label()
        hold(self.picture, least_height=120)
        self.buttons = [
            button(f"{words} ({key})", lambda a=answer: self.answer(a))  # type: ignore[misc]
            for key, words, answer in _ANSWERS
        ]
        self.all = button("", self._all_alike)
        self.foot_choices = (
            button("Empty days mean no call", lambda: self._say_foot(no_call=True)),
            button("Not written down, or no cross", lambda: self._say_foot(no_call=False)),
        )
        self.foot_words = label("What does the foot of the sheet say of empty days?", "strong", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.which)
        layout.addWidget(self.picture)
        layout.addLayout(flowing(*self.buttons, gap=8))
        layout.addWidget(self.all)
        layout.addWidget(self.foot_words)
        layout.addLayout(flowing(*self.foot_choices, gap=8))
        layout.addStretch(1)

    def show_page(self, answers: LogAnswers, straight: QImage) -> None:
        """Another page, at its first question."""
        self._answers, self._straight, self._scale = answers, straight, answers.read.scale
        self._wanted = None
        self.refresh()

    def ask_again(self, box: DayBox) -> None:
        """Ask this box next."""
        assert self._answers is not None
        self._answers.doubt(box.day)
        self._wanted = box
        self._answered()
        self.refresh()
        self.setFocus()

    @property
    def box(self) -> DayBox | None:
        """The box that is asked now."""
        assert self._answers is not None
        still = self._answers.open
        if self._wanted is not None and self._wanted.day in {box.day for box in still}:
            return self._wanted
        return still[0] if still else None

    def refresh(self) -> None:
        """Show the question that is next, or that none is left."""
        answers = self._answers
        if answers is None:
            return
        box, left = self.box, len(answers.open)
        self._pointed(box)
        foot = box is None and answers.read.empty_days_asked and answers.empty_means_no_call is None
        for one in self.buttons:
            one.setVisible(box is not None)
        self.picture.setVisible(box is not None)
        self.foot_words.setVisible(foot)
        for part in self.foot_choices:
            part.setVisible(foot)
        self.count.setText(f"{left} to answer" if left else "")
        self._show_box(box, answers, foot=foot)

    def _show_box(self, box: DayBox | None, answers: LogAnswers, *, foot: bool) -> None:
        alike = answers.alike(box) if box is not None else []
        self.all.setVisible(len(alike) > 1)
        if box is None:
            self.which.setText("" if foot else "Nothing is left to ask. Look over the boxes below, then keep them.")
            return
        guess = MARKS[box.guess] if box.guess is not None else ""
        if alike:
            rename(self.all, f"All {len(alike)} that look alike: {guess}")
        said = f" It looks like “{guess}”." if guess else ""
        self.which.setText(f"{full(box.day)}: {box.why or 'as you wish to see it again'}.{said}")
        seen = crop(self._straight, self._scale, box.place)
        times = _LARGER * 96 / 25.4 / self._scale * worn().factor
        size = QSize(round(seen.width() * times), round(seen.height() * times))
        ratio = self.devicePixelRatio()
        large = seen.scaled(size * ratio, mode=Qt.TransformationMode.SmoothTransformation)
        large.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(large))
        self.setAccessibleName(self.which.text())

    def answer(self, answer: Answer) -> None:
        """Answer the question at hand and go on to the next."""
        box = self.box
        if self._answers is None or box is None:
            return
        self._answers.answer(box.day, answer)
        self._answered()
        self.refresh()
        self.setFocus()

    def _all_alike(self) -> None:
        box = self.box
        assert self._answers is not None
        assert box is not None
        for one in self._answers.alike(box):
            self._answers.answer(one.day, box.guess)
        self._answered()
        self.refresh()
        self.setFocus()

    def _say_foot(self, *, no_call: bool) -> None:
        assert self._answers is not None
        self._answers.empty_means_no_call = no_call
        self._answered()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key answers; a key that is held answers one box."""
        if event.key() in _KEYS and self.box is not None and not event.modifiers() & OTHER_KEYS:
            if not event.isAutoRepeat():
                self.answer(_KEYS[event.key()])
            event.accept()
        else:
            super().keyPressEvent(event)
