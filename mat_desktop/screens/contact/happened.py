"""Something has happened: what, to whom, when; with the words to say, and what the program will do."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mat_desktop.facilitation.contact import happenings
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.facilitation.shown.words.contact import HAPPENED, TIES
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import ChoiceField, DateField, Tick
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, card, column, fault_lines, flowing, label, row
from mat_desktop.screens.shared.ring import into_sight
from mat_desktop.workshop.contact.happenings import GUIDES, WITHOUT_A_PARTNER, Happened, NewTie


class HappenedDialog(Dialog):
    """One thing about one person. Nothing is kept before "Keep this" is pressed; Undo takes all of it back."""

    def __init__(self, window: QWidget, bench: Bench, person: int) -> None:
        super().__init__(window, "Something has happened")
        self._bench = bench
        self.resize(worn().px(660), 0)
        self._whom = {str(one.person): one for one in happenings.whom(bench.desk, bench.workshop_id)}
        people = [(key, one.name) for key, one in self._whom.items()]
        self.who = ChoiceField("Who", people, lambda _key: self._show())
        if str(person) in dict(people):
            self.who.set(str(person))
        self.kind = ChoiceField("What", choices(HAPPENED), lambda _key: self._show())
        self.day = DateField("Day it happened", None, bench.desk.clock.today, Tense.HAPPENED)
        self.day.set_day(bench.desk.clock.today())
        self.words = _line("A few words, for you alone")
        self.tie = ChoiceField("They are now", choices(TIES), lambda _key: None)
        self.phone, self.email = _line("New phone"), _line("New e-mail")
        self.pass_on = Tick("The owner said yes: the partner may have it", lambda _on: None)
        self.no_follow_up = Tick("Does not want to be asked again at six months and later", lambda _on: None)
        self.say, self.never = label("", "strong", wrap=True), label("", wrap=True)
        self.moves, self.refused = label("", "small", wrap=True), fault_lines()
        self._lay_out()
        self._show()
        self.who.box.setFocus()

    def _lay_out(self) -> None:
        self._fields: dict[QWidget, tuple[Happened, ...]] = {
            self.tie: (Happened.TIE,),
            _titled(self.phone): (Happened.NEW_CONTACT,),
            _titled(self.email): (Happened.NEW_CONTACT,),
            self.pass_on: (Happened.NEW_CONTACT,),
            self.no_follow_up: (Happened.STOPS,),
        }
        frame, guide = card("notice", margins=12, gap=6)
        for part in (self.say, self.never, self.moves):
            guide.addWidget(part)
        layout = column(label("Something has happened", "section"), gap=10)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addLayout(flowing(self.who, self.kind, self.day))
        for field in self._fields:
            layout.addWidget(field)
        layout.addWidget(_titled(self.words))
        layout.addWidget(frame)
        layout.addWidget(self.refused)
        so_far = happenings.happenings(self._bench.desk, self._bench.workshop_id)[:4]
        if so_far:
            layout.addWidget(label("So far", "label"))
        for one in so_far:
            layout.addWidget(label(f"{one.name}: {HAPPENED[one.kind]}. {one.words}", "small", wrap=True))
        layout.addLayout(row(None, button("Leave", self.reject), button("Keep this", self._keep, "primary")))
        self.setLayout(layout)

    def _show(self) -> None:
        kind = Happened(self.kind.box.currentData())
        whom = self._whom.get(str(self.who.box.currentData()))
        alone = whom is not None and not whom.paired
        for field, kinds in self._fields.items():
            field.setVisible(kind in kinds and not (alone and field is self.pass_on))
        guide = WITHOUT_A_PARTNER.get(kind, GUIDES[kind]) if alone else GUIDES[kind]
        self.say.setText(f"Say: “{guide.say}”")
        self.never.setText(guide.never)
        self.moves.setText(guide.moves)
        self.refused.setText("")
        self._fit()

    def _fit(self) -> None:
        """As high as the words need at this width."""
        self.fit_anew()

    def _keep(self) -> None:
        day = self.day.day()
        if day is None:
            self._fit()
            return
        kind = Happened(self.kind.box.currentData())
        told = Told(
            kind=kind,
            happened_on=day,
            words=self.words.text(),
            tie=NewTie(self.tie.box.currentData()) if kind is Happened.TIE else None,
            phone=self.phone.text(),
            email=self.email.text(),
            may_pass_on=kind is Happened.NEW_CONTACT and self.pass_on.isChecked(),
            no_follow_up=self.no_follow_up.isChecked(),
        )
        _, refused = self._bench.attempt("", happenings.record, int(self.who.box.currentData() or 0), told)
        self.refused.setText(refused)
        self._fit()
        if not refused:
            self.accept()
        else:
            into_sight(self.refused)


def tell_what_happened(window: QWidget, bench: Bench, person: int) -> None:
    """Ask what has happened, to this person first of all."""
    HappenedDialog(window, bench, person).exec()


def _line(title: str, words: str = "") -> QLineEdit:
    found = Line(words)
    found.setAccessibleName(title)
    return found


def _titled(edit: QLineEdit) -> QWidget:
    found = QWidget()
    layout = column(label(edit.accessibleName(), "label"), edit, gap=4)
    found.setLayout(layout)
    return found
