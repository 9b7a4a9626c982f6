"""Step 2: the people who registered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.tabular.limits import content_of
from mat_desktop.screens.door.checkin import CheckIn
from mat_desktop.screens.door.closing import DoorListView
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.participants.person_form import PersonForm
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.entering import DoingLine, filled_in_turn
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.known_phone import is_another_person
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, label
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind

_FIELD = 150
"""The least width of a line for a name or a number, in pixels at text of 100 %."""
PEOPLE, DOOR, CLOSING = "people", "door", "closing"


class ParticipantsPage(StepPage):
    """Quick add by name and phone above, the list left, one person right."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.name, self.phone = DoingLine(), DoingLine()
        for edit, words in ((self.name, "Name"), (self.phone, "Phone")):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(f"{words} of a new participant")
        filled_in_turn(self.add, self.name, self.phone)
        self.quick, inner = card(margins=8)
        for edit in (self.name, self.phone):
            hold(edit, least_width=_FIELD)
        add = button("Add", self.add, icon="plus")
        lead = label("Add somebody", "strong")
        # In the middle of the line of fields, which stand at its foot as fields with titles do.
        hold(lead, least_height=TARGET)
        inner.addLayout(FlowLayout(lead, self.name, self.phone, add, gap=12, fills=True))
        self.list = PeopleList("Participants", self.work_on)
        self.form = PersonForm(bench)
        self.empty = label(
            "Nobody here yet. Add people by name and phone above, or import the file of your registration form.",
            "muted",
            wrap=True,
        )
        self.shown = PEOPLE
        self.door, self.closing = CheckIn(bench), DoorListView(bench)
        self.views = Segments(
            ((PEOPLE, "People"), (DOOR, "Check-in"), (CLOSING, "Door list")), "View", self.show_view, 84
        )
        self.tools = [self.views]
        self.locked = label("", "strong", wrap=True)
        self._person_in_front = boxed(column(self.locked, self.form))
        self.people = PageZones((self.list, 0), (self._person_in_front, 1), (self.empty, 1))
        self.content.addWidget(self.quick)
        for view in (self.people, self.door, self.closing):
            self.content.addWidget(view, 1)
        self.consents = button("Consents", self.type_consents, icon="file-pen-line")
        self.side = [
            button("Import a file", self.import_file, icon="file-text"),
            self.consents,
            button("Remove", self.remove_marked, "danger", "trash-2"),
            button("Record …", self.show_record_of_marked),
            button("Erase …", self.erase_marked, "danger"),
        ]

    def show_view(self, shown: str) -> None:
        """The people, the door, or the list on the way out."""
        self.keep_typing()
        self.shown = shown
        self.refresh()

    def is_about(self, people: Sequence[int]) -> bool:
        """The door and the door list are about everybody."""
        return self.shown != PEOPLE or super().is_about(people)

    def whom(self) -> int:
        """Who is marked in the list."""
        return self.person if self.shown == PEOPLE else 0

    def refresh(self) -> None:
        """Show the view that is open."""
        desk, workshop_id = self.bench.desk, self.bench.workshop_id
        self.views.set(self.shown)
        for view, name in ((self.quick, PEOPLE), (self.people, PEOPLE), (self.door, DOOR), (self.closing, CLOSING)):
            view.setVisible(self.shown == name)
        for part in self.side:
            part.setEnabled(self.shown == PEOPLE or part is self.consents)
        self._show_people()
        if self.shown == DOOR:
            self.door.show_door(checkin.door(desk, workshop_id))
        elif self.shown == CLOSING:
            self.closing.show_list(closing.door_list(desk, workshop_id, desk.archive.fact(Fact.SECOND_COPY)))

    def _show_people(self) -> None:
        """Show the roster, and the person on the table."""
        rows = roster.roster(self.bench.desk, self.bench.workshop_id)
        keys = [r.id for r in rows]
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        self.list.show_entries([PersonEntry(r.id, r.name, r.registration, r.table_number) for r in rows], self.person)
        self._person_in_front.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        for part in self.side[2:]:
            part.setEnabled(bool(self.person) and self.shown == PEOPLE)
        missing = sum(r.missing == "consent" for r in rows)
        self._note = counted(len(rows), "person", "people") + (f", consent missing from {missing}" if missing else "")
        self._show_lock()
        if self.person:
            self.form.show_person(participants.person(self.bench.desk, self.person))

    def _show_lock(self) -> None:
        """What is kept about somebody who is to be erased is shown, and takes no change."""
        day = erasure.waiting(self.bench.desk, self.bench.workshop_id).get(self.person)
        self.form.setEnabled(day is None)
        self.locked.setText(f"Locked, to be erased. It is done on {day_month_year(day)}." if day else "")
        self.locked.setVisible(day is not None)

    def begin(self) -> None:
        """Before anybody is there, the first thing to fill in is a name; at the door it is whom to look for."""
        if self.shown == PEOPLE and not self.person:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.shown == DOOR:
            self.door.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """The name of somebody new: it is the one line in which nothing is changed by mistake."""
        if self.shown == PEOPLE:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_keyboard()

    def note(self) -> str:
        """How many people."""
        return self._note

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """The list from the door is typed at the check-in; every other sheet is one person's."""
        self.show_view(DOOR if kind is SheetKind.SIGN_IN else PEOPLE)
        if owner_id:
            self.work_on(owner_id)

    def add(self) -> None:
        """Register somebody by name and phone."""
        if not is_another_person(self.bench, self.phone.text()):
            self.phone.setFocus()
            return
        key, refused = self.bench.attempt(
            "", participants.add, self.bench.workshop_id, self.name.text(), self.phone.text()
        )
        if refused or key is None:
            self.bench.messages.tell(refused)
            self.name.setFocus()
            return
        self.name.clear()
        self.phone.clear()
        self.work_on(key)
        self.name.setFocus()

    def remove_marked(self) -> None:
        """Take the person off the roster; undo is offered by name."""
        if not self.person or self.shown != PEOPLE:
            return
        name = participants.person(self.bench.desk, self.person).name
        beside = self.list.neighbour(self.person, 1) or self.list.neighbour(self.person, -1)
        if self.bench.do(participants.remove, self.person):
            self.work_on(beside)
            self.bench.messages.tell(f"{name} was removed. Undo brings everything back.", Look.DONE)

    def erase_marked(self) -> None:
        """Everything about the person is erased for good, once that was asked for."""
        if self.person and self.shown == PEOPLE:
            self.bench.erasure_wanted.emit(self.person)

    def type_consents(self) -> None:
        """Type the signed sheets of everybody, a row a person."""
        from mat_desktop.screens.participants.consent_sheets import ConsentSheets

        ConsentSheets(self, self.bench).exec()
        self.bench.done.emit()

    def show_record_of_marked(self) -> None:
        """Everything that is kept about the person and that they may see."""
        if self.person and self.shown == PEOPLE:
            self.bench.record_wanted.emit(self.person)

    def import_file(self) -> None:
        """Read the file of a registration form, with a preview before anything is kept."""
        place = self.bench.messages.file_to_open(
            "The file of your registration form", "Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)"
        )
        if place is None:
            return
        from mat_desktop.screens.participants.import_dialog import ImportDialog

        try:
            content = content_of(place)
        except (OSError, Refusal) as fault:
            why = str(fault) if isinstance(fault, Refusal) else f"{fault.strerror}."
            self.bench.messages.tell(f"{place.name} cannot be read: {why}")
            return
        dialog = ImportDialog(self, self.bench, content)
        if dialog.exec() and dialog.taken:
            self.bench.messages.tell(dialog.taken, Look.NOTE)
