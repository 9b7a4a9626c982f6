"""Sheets typed from paper, in paper order, digits only; a second entry, if it is wanted, does not see the first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers import form, responses
from mat_desktop.facilitation.answers.form import FormView
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.screening import ScreeningView
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.form_holder import FormHolder
from mat_desktop.screens.shared.parts import Segments, button, card, column, emptied, flowing, label, scrolled
from mat_desktop.screens.shared.question_row import STATES
from mat_desktop.screens.shared.scrolling import A_QUESTION
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Mode
from mat_desktop.workshop.sheets import SheetKind


class Sheets(QWidget):
    """One card: which sheet, its questions, its score in words."""

    def __init__(self, bench: Bench, done: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self._bench, self._again = bench, again
        self._person, self._shown = 0, own_pages.READINESS
        self._second = False
        self._keys: tuple[str, ...] = ()
        self.name = label("", "person", wrap=True)
        self.which: Segments | None = None
        self._which = column(gap=0)
        self.form = FormHolder(self._answer, done)
        self.stem, self.score = label("", "strong", wrap=True), label("", "small", wrap=True)
        self.code = LineField("", self._read_code, "Form code", letters="Form code MM")
        self.code.edit.setAccessibleName("Form code, from the foot of the sheet")
        self.day = DateField("Day on the sheet", self._keep_day, bench.desk.clock.today, Tense.HAPPENED)
        self.again = button("Second entry", self._turn_second, icon="eye-off")
        self.again.setCheckable(True)
        self.apart = QVBoxLayout()
        self.apart.setSpacing(4)
        frame, layout = card(gap=8)
        layout.addWidget(SideBySide((self.name, 1, 150), (self.code, 0, 0)))
        layout.addLayout(self._which)
        layout.addWidget(self.stem)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 12, 0)
        body.addWidget(self.form)
        body.addLayout(self.apart)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        self._area = scrolled(holder, A_QUESTION)
        layout.addWidget(self._area, 1)
        layout.addWidget(SideBySide((self.day, 0, 0), (self.score, 1, 240), (self.again, 0, 0), gap=16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_talk(self, view: ScreeningView) -> None:
        """Show the sheets of one person."""
        if view.participant_id != self._person:
            self._second = False
            self.code.clear()
        self._person = view.participant_id
        self.name.setText(view.name)
        forms = {f.instrument: f for f in (view.readiness, view.rulers, *view.measures, view.complaints)}
        self._show_choice(forms)
        sheet = forms.get(self._shown, view.readiness)
        self._shown = sheet.instrument
        assert self.which is not None
        self.which.set(self._shown)
        self.stem.setText(sheet.stem)
        self.stem.setVisible(bool(sheet.stem))
        self.form.show_form(sheet, self._person, second=self._second)
        self.score.setText(self._words(sheet))
        wanted = setup.workshop(self._bench.desk, self._bench.workshop_id).second_entry
        self.again.setVisible(wanted)
        self.again.setChecked(self._second)
        self.day.set_day(form.happened_on(self._bench.desk, self._person, self._shown), (self._person, self._shown))
        self._show_mismatches(sheet)

    def _show_choice(self, forms: dict[str, FormView]) -> None:
        if tuple(forms) == self._keys:
            return
        self._keys = tuple(forms)
        emptied(self._which)
        self.which = Segments([(key, f.title) for key, f in forms.items()], "Sheet", self._choose, 90)
        self._which.addWidget(self.which)

    def _words(self, form: FormView) -> str:
        words = [w for w in (form.said, form.notice) if w]
        if form.closed:
            words.insert(0, "Answered alone on screen.")
        words.append("M: not answered. I: cannot be read. R: would rather not say.")
        return " ".join(words)

    def _choose(self, key: str) -> None:
        self.form.commit()
        self._shown = key
        self._second = False
        self._again()
        self.start()

    def start(self) -> None:
        """Show the sheet from its top, with the keyboard at the first open question."""
        self._area.verticalScrollBar().setValue(0)
        self.form.start()

    def _answer(self, item: int, entered: Entered | None) -> None:
        if self._second:
            self._bench.do(responses.answer_second, self._person, self._shown, item, entered)
        else:
            self._bench.do(responses.answer, self._person, self._shown, item, entered, Mode.PAPER)

    def _turn_second(self) -> None:
        self.form.commit()
        self._second = not self._second
        self._again()
        self.start()

    def _show_mismatches(self, form: FormView) -> None:
        emptied(self.apart)
        if self._second or not form.mismatches:
            return
        said = "The two entries differ. Look at the paper and choose what stands there."
        self.apart.addWidget(label(said, "attn", wrap=True))
        for item in (i for i in form.items if i.number in form.mismatches):
            assert item.answer is not None
            assert item.second is not None
            both = {_said(e): e for e in (item.answer, item.second)}
            choices = [
                button(f"{item.number}: {words}", lambda e=e, n=item.number: self._settle(n, e))  # type: ignore[misc]
                for words, e in both.items()
            ]
            self.apart.addLayout(flowing(*choices))

    def _settle(self, item: int, entered: Entered) -> None:
        self._bench.do(responses.settle, self._person, self._shown, item, entered)

    def _keep_day(self, day: date, visit: str) -> str:
        return self._bench.attempt(
            f"{self._person} {self._shown} {visit}", responses.set_date, self._person, self._shown, day
        )[1]

    def _read_code(self, words: str, _visit: str) -> str:
        if words.strip():
            self.code.clear()
            self._bench.sheet_wanted.emit(words)
        return ""

    def open_sheet(self, kind: SheetKind) -> None:
        """Show the form that begins a sheet of paper."""
        self.form.commit()
        wanted = {SheetKind.READINESS: own_pages.READINESS, SheetKind.COMPLAINTS: own_pages.COMPLAINTS}.get(kind)
        others = [key for key in self._keys if key not in own_pages.ALL]
        self._shown = wanted or (others[0] if others else own_pages.READINESS)
        self._second = False
        self._again()
        self.start()


def _said(entered: Entered) -> str:
    return str(entered.value) if entered.state is AnswerState.GIVEN else STATES[entered.state]
