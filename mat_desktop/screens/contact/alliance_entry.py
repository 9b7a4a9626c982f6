"""One member's alliance check, typed from a folded slip: eight figures from 0 to 10."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, DateField
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import boxed, button, column, flowing, label, scrolled
from mat_desktop.screens.shared.question_row import ShownQuestion
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, ALLIANCE_NOTICE


class AllianceEntry(QWidget):
    """A day above, the eight sentences below. Private: never shown to the partner."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._place = self._person = self._check = 0
        self.earlier = ChoiceField("Checks so far", [], lambda key: self._open(int(key)))
        self.day = DateField("Day of a new check", None, bench.desk.clock.today, Tense.HAPPENED)
        self.new = button("New check", self._begin, icon="plus")
        self.mean = label("", "strong")
        self.gone = button("Remove this check", self._remove, "danger", "trash-2")
        self.sheet = FormSheet("How the calls feel", _QUESTIONS, self._rate, lambda: None)
        body = column(self.sheet, None)
        body.setContentsMargins(0, 0, 12, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        new = boxed(flowing(self.day, self.new))
        layout.addWidget(SideBySide((self.earlier, 1, 200), (new, 0, 0)))
        self._grid = scrolled(boxed(body))
        layout.addWidget(self._grid, 1)
        layout.addWidget(SideBySide((self.mean, 1, 0), (self.gone, 0, 0)))
        layout.addWidget(label(ALLIANCE_NOTICE, "small", wrap=True))

    def show_member(self, partnership_id: int, person: int) -> None:
        """Show the checks of one member, the latest first chosen."""
        if (partnership_id, person) != (self._place, self._person):
            self.keep_typing()
        checks = alliance.checks_of(self._bench.desk, partnership_id, person)
        keys = [c.id for c in checks]
        if (partnership_id, person) != (self._place, self._person) or self._check not in keys:
            self._check = keys[-1] if keys else 0
        if (partnership_id, person) != (self._place, self._person) or not self.day.text():
            today = self._bench.desk.clock.today()
            self.day.set_day(
                alliance.day_asked(self._bench.desk, partnership_id, person, today), (partnership_id, person)
            )
        self._place, self._person = partnership_id, person
        self.earlier.box.clear()
        for found in checks:
            self.earlier.box.addItem(day_month_year(found.happened_on), str(found.id))
        self.earlier.box.setCurrentIndex(keys.index(self._check) if self._check else -1)
        self.earlier.setEnabled(bool(keys))
        self._grid.setVisible(bool(self._check))
        self.gone.setVisible(bool(self._check))
        chosen = next((c for c in checks if c.id == self._check), None)
        ratings = chosen.ratings if chosen else {}
        answers = {n: Entered(value=ratings[i.key]) for n, i in enumerate(ALLIANCE_ITEMS, 1) if i.key in ratings}
        self.sheet.show_answers(answers, self._check)
        self.mean.setText(f"Bond, goal and task: {chosen.mean:.1f}" if chosen and chosen.mean is not None else "")

    def _open(self, check: int) -> None:
        self.keep_typing()
        self._check = check
        self.show_member(self._place, self._person)

    def _begin(self) -> None:
        day = self.day.day()
        if day is None:
            return
        found, refused = self._bench.attempt("", alliance.begin_check, self._place, self._person, day)
        if refused or found is None:
            self.day.complain(refused)
            return
        self._check = found
        self.show_member(self._place, self._person)
        self.sheet.start()

    def _remove(self) -> None:
        """A check of the wrong day or person goes; Undo brings it back."""
        if self._bench.messages.ask("Remove this check with its answers?", "Remove", "Keep", destroys=True):
            self._bench.do(alliance.remove_check, self._check)

    def _rate(self, number: int, entered: Entered | None) -> None:
        value = entered.value if entered is not None else None
        self._bench.do(alliance.rate, self._check, {ALLIANCE_ITEMS[number - 1].key: value})

    def keep_typing(self) -> None:
        """Keep what is half typed, for the check in which it stands."""
        self.sheet.commit()


_FIGURES = tuple((value, str(value), str(value)) for value in range(11))
_QUESTIONS = tuple(
    ShownQuestion(number=number, printed=str(number), words=item.words, options=_FIGURES, states=())
    for number, item in enumerate(ALLIANCE_ITEMS, 1)
)
