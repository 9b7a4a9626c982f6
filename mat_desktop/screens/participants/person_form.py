"""Everything about one participant, kept as it is typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.participants.person_view import PersonView
from mat_desktop.facilitation.participants.roster import with_phone
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.choices import begun, choices
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.words.participants import (
    DAY_KINDS,
    PARTS_OF_DAY,
    REGISTRATIONS,
)
from mat_desktop.screens.participants.person_fields import (
    ACCESS,
    CHOICE_WIDE,
    CHOICES,
    CONSENTS,
    DAYS_WIDE,
    FIRST,
    GOAL_WORDS,
    LINES,
    MORE_WORDS,
    PAPER_WORDS,
    REACH,
    ROADS,
    ROADS_QUESTION,
    TAKEN_HOME,
    WAYS_TO_TALK,
)
from mat_desktop.screens.participants.phone_field import PhoneField
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, LineField, TextField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.more import More
from mat_desktop.screens.shared.parts import boxed, button, card, column, label, row, scrolled
from mat_desktop.screens.shared.zones import zones
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import (
    CHALLENGES,
    DayKind,
    PartOfDay,
)


class PersonForm(QWidget):
    """One card that scrolls: six fields, and one key before everything else."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._person = 0
        self.lines: dict[PersonField, LineField | TextField] = {}
        self.ticks: dict[PersonField, Tick] = {}
        self.windows: dict[tuple[DayKind, PartOfDay], QPushButton] = {}
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(12)
        first = self._body
        self.consents: dict[ConsentKind, Tick] = {}
        self._six()
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self._who()
        self._group("How to reach them safely", REACH)
        self._consent()
        self._free()
        self._talking()
        self._group("On papers that they take home", TAKEN_HOME)
        self.goal_words = ChoiceField("Their goals stand there", GOAL_WORDS, self._choose(PersonField.GOAL_WORDS))
        self._body.addWidget(self.goal_words)
        self._emergency()
        self._group("What they need", ACCESS)
        self._add_line(PersonField.ACCESS_NOTE, "What helps")
        self.more = More(MORE_WORDS, self._body)
        first.addWidget(self.more)
        self.history = button("What was done about them, and when …", self._show_history)
        first.addLayout(row(self.history, None))
        first.addStretch(1)
        self._body = first
        holder = QWidget()
        holder.setLayout(self._body)
        frame, layout = card()
        layout.addWidget(scrolled(holder))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _show_history(self) -> None:
        self._bench.audit_wanted.emit(self._person)

    def _keep(self, field: PersonField) -> Callable[[str, str], str]:
        def keep(words: str, visit: str) -> str:
            key = f"{field.value} {self._person} {visit}"
            return self._bench.attempt(key, participants.change, self._person, field, words)[1]

        return keep

    def _choose(self, field: PersonField) -> Callable[[object], object]:
        return lambda value: self._bench.do(participants.change, self._person, field, value)

    def _line(self, field: PersonField, name: str) -> LineField:
        found = LineField(name, self._keep(field))
        self.lines[field] = found
        return found

    def _phone(self, name: str) -> LineField:
        found = PhoneField(name, self._keep(PersonField.PHONE), self._others)
        self.lines[PersonField.PHONE] = found
        return found

    def _others(self, phone: str) -> tuple[str, ...]:
        return with_phone(self._bench.desk, self._bench.workshop_id, phone, besides=self._person)

    def _add_line(self, field: PersonField, name: str) -> None:
        self._body.addWidget(self._line(field, name))

    def _six(self) -> None:
        """What is asked of everybody who registers."""
        fields = Columns()
        for field, name in FIRST.items():
            fields.addWidget(self._phone(name) if field is PersonField.PHONE else self._line(field, name))
        self.registration = ChoiceField("Registration", choices(REGISTRATIONS), self._choose(PersonField.REGISTRATION))
        fields.addWidget(self.registration)
        self._body.addLayout(fields)
        self._body.addWidget(self._tick_of(ConsentKind.TAKE_PART))
        self._paper_words = label(PAPER_WORDS, "small", wrap=True)
        self._body.addWidget(self._paper_words)
        found = TextField("What they want to change, in their own words", self._keep(PersonField.CHALLENGE), 2)
        self.lines[PersonField.CHALLENGE] = found
        self._body.addWidget(found)

    def _who(self) -> None:
        fields = Columns()
        for field, name in LINES.items():
            fields.addWidget(self._line(field, name))
        self.zone = ChoiceField("Time zone", [(z, z) for z in zones()], self._choose(PersonField.TIME_ZONE))
        fields.addWidget(self.zone)
        kinds = [("", "not said"), *((c, c) for c in CHALLENGES)]
        self.kind = ChoiceField("Kind of change", kinds, self._choose(PersonField.CHALLENGE_KIND))
        fields.addWidget(self.kind)
        self._body.addLayout(fields)
        self._add_line(PersonField.ADDRESS, "Address")

    def _consent(self) -> None:
        self._body.addWidget(label("Further consents", "section"))
        boxes = Columns(gap=4)
        for kind in CONSENTS:
            if kind is ConsentKind.TAKE_PART:
                continue
            boxes.addWidget(self._tick_of(kind))
            if kind is ConsentKind.STORE:
                self.on_paper = Tick("No: on paper only", self._on_paper_only)
                boxes.addWidget(self.on_paper)
        self._body.addLayout(boxes)

    def _tick_of(self, kind: ConsentKind) -> Tick:
        tick = Tick(CONSENTS[kind], partial(self._consented, kind))
        self.consents[kind] = tick
        return tick

    def _consented(self, kind: ConsentKind, on: bool) -> None:
        if on or kind not in (ConsentKind.TAKE_PART, ConsentKind.STORE):
            self._bench.do(consenting.answer_consent, self._person, kind, yes=on)
            return
        roads = self._bench.messages.pick(ROADS_QUESTION, ROADS, filled=0)
        if roads == 0:
            self._bench.do(consenting.stops, self._person)
        elif roads == 1:
            self._bench.do(consenting.answer_consent, self._person, ConsentKind.STORE, yes=False)
        elif roads == 2:
            self._bench.erasure_wanted.emit(self._person)
        self._bench.done.emit()

    def _on_paper_only(self, on: bool) -> None:
        self._bench.do(consenting.answer_consent, self._person, ConsentKind.STORE, yes=not on)

    def _free(self) -> None:
        self._body.addWidget(label("When they could talk", "section"))
        self._asked = label("", "small", wrap=True)
        days = Columns(most=len(DayKind), least=DAYS_WIDE, gap=16, rows=8)
        for kind in DayKind:
            taps = QWidget()
            taps.setLayout(FlowLayout(*(self._tap(kind, part) for part in PartOfDay)))
            days.addWidget(boxed(column(label(begun(DAY_KINDS[kind]), "label"), taps, gap=4)))
        self._body.addLayout(days)
        self._body.addWidget(self._asked)

    def _tap(self, kind: DayKind, part: PartOfDay) -> QPushButton:
        found = Button(begun(PARTS_OF_DAY[part]))
        found.setCheckable(True)
        found.setProperty("kind", "tap")
        found.setAccessibleName(f"{begun(DAY_KINDS[kind])}, {PARTS_OF_DAY[part]}")
        found.clicked.connect(
            lambda on: self._bench.do(participants.set_window, self._person, kind, part, free=bool(on))
        )
        self.windows[(kind, part)] = found
        return found

    def _talking(self) -> None:
        self.ticks[PersonField.FIXES_WEEKLY] = Tick(
            "We fix the time each Sunday (works in shifts)", self._choose(PersonField.FIXES_WEEKLY)
        )
        self._body.addWidget(self.ticks[PersonField.FIXES_WEEKLY])
        self._group("How they can talk", WAYS_TO_TALK)
        self.choices: dict[PersonField, ChoiceField] = {}
        fields = []
        for field, (title, offered) in CHOICES.items():
            options = [("", "not said"), *offered]
            found = ChoiceField(title, options, self._choose(field))
            self.choices[field] = found
            fields.append(found)
        self._body.addLayout(Columns(*fields, most=len(fields), least=CHOICE_WIDE))
        self.birth_year = self._line(PersonField.BIRTH_YEAR, "Year of birth, only for research")
        self._body.addWidget(self.birth_year)
        self._body.addWidget(
            label("The wish stays with you. It is a limit in pairing; nobody is told of it.", "small", wrap=True)
        )

    def _emergency(self) -> None:
        self._body.addWidget(label("Emergency contact", "section"))
        self._body.addLayout(
            Columns(self._line(PersonField.EMERGENCY_NAME, "Name"), self._line(PersonField.EMERGENCY_PHONE, "Phone"))
        )
        self._add_line(PersonField.EMERGENCY_NEVER, "Please never phone")
        self.lines[PersonField.EMERGENCY_NAME].edit.setAccessibleName("Emergency contact, name")
        self.lines[PersonField.EMERGENCY_PHONE].edit.setAccessibleName("Emergency contact, phone")

    def _group(self, title: str, ticks: dict[PersonField, str]) -> None:
        self._body.addWidget(label(title, "section"))
        boxes = Columns(gap=4)
        for field, words in ticks.items():
            tick = Tick(words, self._choose(field))
            self.ticks[field] = tick
            boxes.addWidget(tick)
        self._body.addLayout(boxes)

    def show_person(self, person: PersonView) -> None:
        """Show one participant."""
        self._person = person.id
        for field, found in self.lines.items():
            found.set(str(getattr(person, field.value) or ""), person.id)
        self.registration.set(person.registration)
        self.zone.set(person.time_zone)
        self.goal_words.set(person.goal_words or "")
        self.kind.set(person.challenge_kind)
        for field, tick in self.ticks.items():
            tick.set(bool(getattr(person, field.value)))
        for field, choice in self.choices.items():
            choice.set(str(getattr(person, field.value) or ""))
        put = consenting.words_put(self._bench.desk, self._bench.workshop_id)
        for kind, tick in self.consents.items():
            tick.setToolTip(put[kind])
            since = person.consents.get(kind)
            tick.set(since is not None)
            tick.setText(f"{CONSENTS[kind]}, {day_month(since)}" if since else CONSENTS[kind])
        self.on_paper.set(person.paper_only)
        self._paper_words.setVisible(person.paper_only)
        self.birth_year.setVisible(setup.workshop(self._bench.desk, self._bench.workshop_id).study)
        for window, tap in self.windows.items():
            tap.setChecked(window in person.windows)
        said = "In their own time zone, every week." if person.windows else "Nothing marked means: not asked yet."
        self._asked.setText(said)
