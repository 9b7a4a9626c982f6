"""Everything about one participant, kept as it is typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.participants.person_view import PersonView
from mat_desktop.facilitation.participants.roster import with_phone
from mat_desktop.facilitation.shown.choices import begun, choices
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.words.participants import (
    DAY_KINDS,
    GENDERS,
    PARTNER_WISHES,
    PARTS_OF_DAY,
    REGISTRATIONS,
    TALKS,
)
from mat_desktop.screens.participants.phone_field import PhoneField
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, LineField, TextField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, card, column, label, scrolled
from mat_desktop.screens.shared.zones import zones
from mat_desktop.workshop.participants.consent import WORDING, ConsentKind
from mat_desktop.workshop.participants.participant import (
    CHALLENGES,
    DayKind,
    PartOfDay,
)

_DAYS, _CHOICE = 330, 180
"""How wide the days, and a choice, are at least beside each other, in pixels at text of 100 %."""
_LINES = {
    PersonField.NAME: "Name",
    PersonField.CALLED: "Called",
    PersonField.PHONE: "Phone",
    PersonField.EMAIL: "E-mail",
    PersonField.LANGUAGES: "Languages",
}
_CONSENTS = {
    ConsentKind.TAKE_PART: "Agrees to take part",
    ConsentKind.STORE: "Agrees that this is stored",
    ConsentKind.RESEARCH: "Answers without the name may be counted",
    ConsentKind.LATER_CONTACT: "May be asked after the year",
    ConsentKind.EMERGENCY: "The emergency contact may be phoned",
}
_REACH = {
    PersonField.REACH_BY_PHONE: "By phone",
    PersonField.MAY_LEAVE_MESSAGE: "A message may be left",
    PersonField.REACH_BY_POST: "By post",
    PersonField.ENVELOPE_MAY_NAME: "The envelope may name the workshop",
    PersonField.POST_PRIVATE: "Nobody else opens their post",
    PersonField.REACH_BY_EMAIL: "By e-mail",
    PersonField.ONLY_IN_PERSON: "Only in person",
}
_TAKEN_HOME = {
    PersonField.PARTNER_NAMED: "The partner’s first name may stand there",
    PersonField.FEELINGS_WANTED: "Asked for the chart of how the calls felt",
}
_ACCESS = {
    PersonField.ACCESS_HEARING: "Hearing",
    PersonField.ACCESS_READING: "Reading",
    PersonField.ACCESS_LANGUAGE: "Language",
    PersonField.ACCESS_NO_PHONE: "No phone of their own",
}


_TALKS = {
    PersonField.TALK_PHONE: "By phone",
    PersonField.TALK_RELAY: "By text relay",
    PersonField.TALK_IN_PERSON: "In person",
}
_CHOICES: dict[PersonField, tuple[str, tuple[tuple[str, str], ...]]] = {
    PersonField.TALKS_BEST_BY: ("Likes best", choices(TALKS)),
    PersonField.GENDER: ("Counts as", choices(GENDERS)),
    PersonField.PARTNER_WISH: ("Private wish about the partner", choices(PARTNER_WISHES)),
}


PAPER_WORDS = (
    "On paper only: name, number, table number, partner and two words of the wish are kept, and nothing else. "
    "Sheets print with empty lines, and nothing that comes back is typed."
)
ROADS_QUESTION = (
    "You can stop. What is kept can stay, can go on as paper only, or can be erased. You do not have to decide today."
)
ROADS = ("They stop; what is kept stays", "They go on, on paper only", "Erase what is kept …")
"""The three roads when a yes is taken back."""


class PersonForm(QWidget):
    """One card that scrolls."""

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
        self._who()
        self._consent()
        self._free()
        self._talking()
        self._challenge()
        self._group("How to reach them safely", _REACH)
        self._group("On papers that they take home", _TAKEN_HOME)
        self._emergency()
        self._group("What they need", _ACCESS)
        self._add_line(PersonField.ACCESS_NOTE, "What helps")
        self._body.addStretch(1)
        holder = QWidget()
        holder.setLayout(self._body)
        frame, layout = card()
        layout.addWidget(scrolled(holder))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

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

    def _who(self) -> None:
        fields = Columns()
        for field, name in _LINES.items():
            fields.addWidget(self._phone(name) if field is PersonField.PHONE else self._line(field, name))
        self.registration = ChoiceField("Registration", choices(REGISTRATIONS), self._choose(PersonField.REGISTRATION))
        self.zone = ChoiceField("Time zone", [(z, z) for z in zones()], self._choose(PersonField.TIME_ZONE))
        fields.addWidget(self.registration)
        fields.addWidget(self.zone)
        self._body.addLayout(fields)
        self._add_line(PersonField.ADDRESS, "Address")

    def _consent(self) -> None:
        self._body.addWidget(label("Consent", "section"))
        self.consents: dict[ConsentKind, Tick] = {}
        boxes = Columns(gap=4)
        for kind, words in _CONSENTS.items():
            tick = Tick(words, partial(self._consented, kind))
            tick.setToolTip(WORDING[kind])
            self.consents[kind] = tick
            boxes.addWidget(tick)
            if kind is ConsentKind.STORE:
                self.on_paper = Tick("No: on paper only", self._on_paper_only)
                boxes.addWidget(self.on_paper)
        self._body.addLayout(boxes)
        self._paper_words = label(PAPER_WORDS, "small", wrap=True)
        self._body.addWidget(self._paper_words)

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
        days = Columns(most=len(DayKind), least=_DAYS, gap=16, rows=8)
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
        self._group("How they can talk", _TALKS)
        self.choices: dict[PersonField, ChoiceField] = {}
        fields = []
        for field, (title, offered) in _CHOICES.items():
            options = [("", "not said"), *offered]
            found = ChoiceField(title, options, self._choose(field))
            self.choices[field] = found
            fields.append(found)
        self._body.addLayout(Columns(*fields, most=len(fields), least=_CHOICE))
        self._add_line(PersonField.BIRTH_YEAR, "Year of birth, only for research")
        self._body.addWidget(
            label("The wish stays with you. It is a limit in pairing; nobody is told of it.", "small", wrap=True)
        )

    def _challenge(self) -> None:
        self._body.addWidget(label("What they want to change", "section"))
        self.kind = ChoiceField(
            "Kind", [("", "not said"), *((c, c) for c in CHALLENGES)], self._choose(PersonField.CHALLENGE_KIND)
        )
        self._body.addWidget(self.kind)
        found = TextField("In their own words", self._keep(PersonField.CHALLENGE), 2)
        self.lines[PersonField.CHALLENGE] = found
        self._body.addWidget(found)

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
        self.kind.set(person.challenge_kind)
        for field, tick in self.ticks.items():
            tick.set(bool(getattr(person, field.value)))
        for field, choice in self.choices.items():
            choice.set(str(getattr(person, field.value) or ""))
        for kind, tick in self.consents.items():
            since = person.consents.get(kind)
            tick.set(since is not None)
            tick.setText(f"{_CONSENTS[kind]}, {day_month(since)}" if since else _CONSENTS[kind])
        self.on_paper.set(person.paper_only)
        self._paper_words.setVisible(person.paper_only)
        for window, tap in self.windows.items():
            tap.setChecked(window in person.windows)
        said = "In their own time zone, every week." if person.windows else "Nothing marked means: not asked yet."
        self._asked.setText(said)
