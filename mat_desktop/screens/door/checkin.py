"""The door: one alphabetical list, a whole row to click, the name confirmed; and quick adding of a walk-in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.door.checkin import DoorRow
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.participants import PRESENCES
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.entering import DoingLine, filled_in_turn
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.known_phone import is_another_person
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, label, row
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.ring import lead_to
from mat_desktop.workshop.participants.participant import Presence

_KEEPING = (("yes", "Yes"), ("no", "No, on paper only"))


class CheckIn(QWidget):
    """Clicking a row marks that person as here; whatever else they are is chosen on the right."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._person = 0
        self._rows: dict[int, DoorRow] = {}
        self._may_be_kept: bool | None = None
        """What somebody at the door said about that; None before they were asked."""
        self.list = PeopleList("Who is here", self._chosen, 380)
        self.list.view.clicked.connect(lambda index: self._arrived(self.list.model.shown[index.row()].key))
        self.list.view.activated.connect(lambda index: self._entered(self.list.model.shown[index.row()].key))
        self.name = label("", "person", wrap=True)
        self.table = label("", "number")
        self.presence = Segments(choices(PRESENCES), "Presence", self._mark, 0)
        self.counts = label("", "muted", wrap=True)
        one, inner = card()
        inner.addWidget(self.name)
        inner.addWidget(self.table)
        inner.addWidget(self.presence)
        inner.addWidget(self.counts)
        side = column(one, self._walk_in(), None, gap=16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageZones((self.list, 0), (boxed(side), 1)))

    def _walk_in(self) -> QWidget:
        self.new_name, self.new_phone = DoingLine(), DoingLine()
        for edit, words in ((self.new_name, "Name"), (self.new_phone, "Phone")):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(f"{words} of somebody at the door")
        filled_in_turn(self.walk_in, self.new_name, self.new_phone)
        self.agreed = Tick("They are 18 or older and want to take part", lambda _on: None)
        self.keeping = Segments(_KEEPING, "Their answers on the computer", self._keep_or_not, 150)
        frame, inner = card()
        inner.addWidget(label("Somebody at the door", "section"))
        inner.addLayout(FlowLayout(self.new_name, self.new_phone, gap=12, fills=True))
        inner.addWidget(self.agreed)
        inner.addLayout(FlowLayout(label("May their answers be kept on the computer?"), self.keeping, gap=12))
        inner.addLayout(row(None, button("Add and check in", self.walk_in, icon="plus")))
        return frame

    def show_door(self, rows: tuple[DoorRow, ...]) -> None:
        """Show who is here."""
        self._rows = {r.id: r for r in rows}
        if self._person not in self._rows:
            self._person = rows[0].id if rows else 0
        self.list.show_entries([PersonEntry(r.id, r.name, r.presence, r.table_number) for r in rows], self._person)
        found = self._rows.get(self._person)
        self.name.setText(found.name if found else "Nobody is expected yet")
        self.table.setText(f"Table {found.table_number}" if found else "")
        self.presence.setVisible(found is not None)
        if found is not None:
            self.presence.set(found.presence)
        here = sum(r.presence is Presence.HERE for r in rows)
        late = sum(r.presence is Presence.LATE for r in rows)
        waited = sum(r.presence is Presence.EXPECTED for r in rows)
        self.counts.setText(f"{counted(here, 'person', 'people')} here, {late} late, {waited} still expected.")

    def _chosen(self, person: int) -> None:
        self._person = person
        self.show_door(tuple(self._rows.values()))

    def _arrived(self, person: int) -> None:
        """A click on somebody who is expected or late checks them in; on others it only shows them."""
        self._person = person
        if self._rows[person].presence in (Presence.EXPECTED, Presence.LATE):
            self._mark(Presence.HERE)

    def _entered(self, person: int) -> None:
        """The same by Enter; whoever looked the name up by its beginning looks up the next one."""
        self._arrived(person)
        if self.list.search.text():
            self.list.search.clear()
            lead_to(self.list.search)

    def _mark(self, presence: str) -> None:
        person, found = self._person, Presence(presence)
        name, refused = self._bench.attempt("", checkin.mark, person, found)
        if refused:
            self._bench.messages.tell(refused)
            return
        if found is Presence.LEFT and self._rows[person].has_open_card:
            self._bench.messages.tell(f"{name} has left with an open safety card. Phone them now.")
            self._bench.card_wanted.emit(person)
            return
        self._bench.messages.tell(f"{name}: {PRESENCES[found]}. Undo takes it back.", Look.DONE)

    def walk_in(self) -> None:
        """Take in somebody who was not registered."""
        if not is_another_person(self._bench, self.new_phone.text()):
            self.new_phone.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        key, refused = self._bench.attempt(
            "",
            checkin.walk_in,
            self._bench.workshop_id,
            self.new_name.text(),
            self.new_phone.text(),
            takes_part=self.agreed.isChecked(),
            may_be_kept=self._may_be_kept,
        )
        if refused or key is None:
            self._bench.messages.tell(refused)
            self._lead_to_what_is_missing()
            return
        table = self._rows[key].table_number if key in self._rows else 0
        self._person = key
        self._bench.messages.tell(
            f"{self.new_name.text()} is here, table {table}. A spare pack, then the questions of step 3.", Look.DONE
        )
        self.new_name.clear()
        self.new_phone.clear()
        self.agreed.set(False)
        self.keeping.set("")
        self._may_be_kept = None
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bench.done.emit()

    def _keep_or_not(self, chosen: str) -> None:
        self._may_be_kept = chosen == "yes"

    def _lead_to_what_is_missing(self) -> None:
        if not self.agreed.isChecked():
            lead_to(self.agreed)
        elif self._may_be_kept is None:
            lead_to(all_in(self.keeping, QAbstractButton)[0])
        else:
            lead_to(self.new_name)
