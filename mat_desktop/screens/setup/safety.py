"""Who is there for safety, which questionnaires are used, which numbers are dialled."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.measures import OfferedMeasure
from mat_desktop.facilitation.setup.workshop import WorkshopView
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.fields import DateField, LineField, TextField, Tick
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import button, card, emptied, fault_lines, label, row, scrolled
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import ContactRole

_CONTACTS = 4


EARNS = "Does anybody earn by this workshop?"
NOBODY_OR_SOMEBODY = ("Nobody earns by it", "Somebody does")


class Safety(QWidget):
    """Left the people and the questionnaires, right the numbers and the wording of the card."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._measures: dict[str, Tick] = {}
        self._known: tuple[str, ...] = ()
        self._only_unpaid: frozenset[str] = frozenset()
        self._contacts: list[tuple[LineField, LineField]] = []
        self._danger: list[Tick] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(PageZones((self._people(), 1), (self._help(), 1), natural=True)))

    def _people(self) -> QWidget:
        frame, layout = card(gap=8)
        layout.addWidget(label("Who is there", "section"))
        self.second = LineField("The second person in the room", self._keep(setup.WorkshopField.SECOND_PERSON))
        self.reader = LineField(
            "Who reads safety answers before anybody leaves", self._keep(setup.WorkshopField.ANSWERS_READER)
        )
        layout.addWidget(self.second)
        layout.addWidget(self.reader)
        layout.addWidget(label("Questionnaires", "section"))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(0)
        layout.addLayout(self._ticks)
        self.wrong = fault_lines(1)
        layout.addWidget(self.wrong)
        layout.addLayout(row(button("Take in an instrument file", self.load, icon="file-text"), None))
        self.twice = Tick("Type paper sheets a second time, blind", self._twice)
        layout.addWidget(self.twice)
        layout.addStretch(1)
        return frame

    def _help(self) -> QWidget:
        frame, layout = card(gap=8)
        layout.addWidget(label("Crisis contacts", "section"))
        for place in range(_CONTACTS):
            number = LineField("", partial(self._contact, place, "number"), "Number")
            name = LineField("", partial(self._contact, place, "name"), "What it is for")
            number.edit.setAccessibleName(f"Number {place + 1}")
            name.edit.setAccessibleName(f"What number {place + 1} is for")
            hold(number, least_width=120)
            hold(name, letters="What it is for")
            danger = Tick("Danger", partial(self._role, place))
            danger.setToolTip("The number for somebody who is in danger now; all others are to talk")
            danger.setAccessibleName(f"Number {place + 1} is for danger now")
            self._contacts.append((number, name))
            self._danger.append(danger)
            both = row(number, name, danger, gap=8)
            both.setStretch(0, 1)
            both.setStretch(1, 3)
            layout.addLayout(both)
        self.checked = label("", "small", wrap=True)
        check = button("I dialled them today", self._checked, icon="check")
        layout.addWidget(PageZones((self.checked, 1), (check, 0), natural=True))
        self.until = DateField("I answer my number until", self._keep_until, self._bench.desk.clock.today, Tense.OPEN)
        layout.addWidget(self.until)
        self.words = TextField("What the safety card says", self._keep(setup.WorkshopField.CARD_WORDS), 7)
        layout.addWidget(self.words)
        layout.addStretch(1)
        return frame

    def _keep_until(self, day: object, visit: str) -> str:
        token = f"until {self._bench.workshop_id} {visit}"
        field = setup.WorkshopField.PHONE_UNTIL
        return self._bench.attempt(token, setup.change, self._bench.workshop_id, field, day)[1]

    def _keep(self, field: setup.WorkshopField) -> Callable[[Any, str], str]:
        def keep(value: Any, visit: str) -> str:
            key = f"{field.value} {self._bench.workshop_id} {visit}"
            return self._bench.attempt(key, setup.change, self._bench.workshop_id, field, value)[1]

        return keep

    def _contact(self, place: int, part: str, words: str, visit: str) -> str:
        number, name = self._contacts[place]
        kept = (words if part == "name" else name.text(), words if part == "number" else number.text())
        return self._bench.attempt(
            f"contact {place} {visit}", safety.set_contact, self._bench.workshop_id, place, *kept
        )[1]

    def _role(self, place: int, on: bool) -> None:
        role = ContactRole.EMERGENCY if on else ContactRole.TALK
        _, refused = self._bench.attempt("", safety.set_contact_role, self._bench.workshop_id, place, role)
        if refused:
            self._bench.messages.tell(refused)
            self.refresh()

    def _checked(self) -> None:
        self._bench.do(safety.contacts_checked, self._bench.workshop_id)

    def _twice(self, on: bool) -> None:
        self._bench.do(setup.change, self._bench.workshop_id, setup.WorkshopField.SECOND_ENTRY, on)

    def _use(self, key: str, on: bool) -> None:
        workshop, nobody_earns = self._bench.workshop_id, False
        if on and key in self._only_unpaid:
            said = self._bench.messages.pick(EARNS, NOBODY_OR_SOMEBODY)
            if said is None:
                self.refresh()
                return
            nobody_earns = said == 0
        _, refused = self._bench.attempt("", measures.use_measure, workshop, key, on=on, nobody_earns=nobody_earns)
        self.wrong.setText(refused)
        if refused:
            self.refresh()

    def load(self) -> None:
        """Take in an instrument from the facilitator's own file."""
        place = self._bench.messages.file_to_open("An instrument file", "Instruments (*.toml)")
        if place is None:
            return
        try:
            found, content = shelf.read_file(place)
        except Refusal as refusal:
            self._bench.messages.tell(f"{place.name}: {refusal}")
            return
        _, refused = self._bench.attempt("", shelf.load, content)
        said = refused or f"{found.title} is on the shelf. Licence: {found.licence}; {found.permission}."
        self._bench.messages.tell(said, Look.FAULT if refused else Look.DONE)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        desk, workshop_id = self._bench.desk, self._bench.workshop_id
        found = setup.workshop(desk, workshop_id)
        self.second.set(found.second_person)
        self.reader.set(found.answers_reader)
        self.twice.set(found.second_entry)
        self.words.set(found.card_words)
        self.until.set_day(found.phone_until, self._bench.workshop_id)
        self._show_measures(measures.measures(desk, workshop_id))
        self._show_contacts(found)

    def _show_measures(self, shelf: tuple[OfferedMeasure, ...]) -> None:
        self._only_unpaid = frozenset(m.instrument for m in shelf if m.only_unpaid)
        if tuple(m.instrument for m in shelf) != self._known:
            self._known = tuple(m.instrument for m in shelf)
            emptied(self._ticks)
            self._measures = {}
            for measure in shelf:
                words = measure.title + (" – asks about safety" if measure.asks_about_safety else "")
                words += "" if measure.offered else f" – {measure.licence}"
                tick = Tick(words, partial(self._use, measure.instrument))
                tick.setToolTip(f"{measure.licence}. {measure.permission}")
                self._measures[measure.instrument] = tick
                self._ticks.addWidget(tick)
        for measure in shelf:
            self._measures[measure.instrument].set(measure.used)

    def _show_contacts(self, found: WorkshopView) -> None:
        for place, (number, name) in enumerate(self._contacts):
            kept = found.contacts[place] if place < len(found.contacts) else ("", "")
            number.set(kept[1], place)
            name.set(kept[0], place)
            self._danger[place].set(place in found.in_danger)
        self.checked.setText(f"{found.contacts_checked}.")
