"""Check-in at a follow-up meeting: who came, whose sheet was looked at, and the pack for those who did not come."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.followup import door, entry, views
from mat_desktop.facilitation.followup.door import LOOKED_AT, door_words
from mat_desktop.facilitation.followup.no_more import no_more
from mat_desktop.facilitation.followup.views import FollowUpRow
from mat_desktop.facilitation.shown.choices import begun, choices
from mat_desktop.facilitation.shown.words.contact import CAME
from mat_desktop.facilitation.shown.words.followup import STATES
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, emptied_grid, label, scrolled
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.screens.shared.staying import staying
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import ANSWERED
from mat_desktop.workshop.sheets import SheetKind

_CAME = choices(CAME)


class MeetingCheckIn(QWidget):
    """A row a person. Nobody is absent before it is said."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench, self._months = bench, 6
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setSpacing(6)
        holder = QWidget()
        holder.setLayout(self._grid)
        self.counts = label("", "small", wrap=True)
        self.door = label("", "attn", wrap=True)
        self.pack = button("Pack for the absent", self._print, icon="printer")
        self.pack.setToolTip("For those who are not here and allow post: a letter, the handout, a return label")
        frame, layout = card(gap=8)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(self.door)
        layout.addWidget(SideBySide((self.counts, 1, 240), (self.pack, 0, 0), gap=16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_point(self, months: int) -> None:
        """Show what is kept about one meeting."""
        self._months = months
        rows = views.people(self._bench.desk, self._bench.workshop_id, months)
        with staying(self):
            emptied_grid(self._grid)
            for place, found in enumerate(rows):
                self._row(place, found)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(len(rows), 1)
        here = sum(r.came is Came.HERE for r in rows)
        away = [r for r in rows if r.came in (Came.AWAY, Came.EXCUSED)]
        post = sum(_gets_post(r) for r in rows)
        not_said = len(rows) - here - len(away)
        self.counts.setText(
            f"Here {here}, not here {len(away)}, not said {not_said}. Of those not here {post} allow post and have "
            "not answered yet; the others are phoned, or asked in person."
        )
        self.door.setText(door_words(rows))
        self.door.setVisible(bool(self.door.text()))
        self.pack.setEnabled(bool(post))

    def _row(self, place: int, found: FollowUpRow) -> None:
        came = Segments(_CAME, found.name, partial(self._attend, found.id), 92)
        came.set(found.came or "")
        self._grid.addWidget(label(found.name, "strong", wrap=True), place, 0)
        self._grid.addWidget(boxed(column(came, *self._door(found), gap=4)), place, 1)
        self._grid.addWidget(label(f"{found.ways}. {begun(STATES[found.state])}.", "small", wrap=True), place, 2)

    def _door(self, found: FollowUpRow) -> list[QWidget]:
        """What is settled before somebody who is here leaves, or what came back; it stands under the answer."""
        if found.came in (Came.AWAY, Came.EXCUSED):
            strip = button("“No more” came back", partial(self._no_more, found), "quiet")
            strip.setAccessibleName(f"{found.name}: “please do not write or phone again” came back")
            strip.setToolTip("The strip of the letter, or a text: nobody writes, phones or asks again")
            return [strip]
        if found.came is not Came.HERE:
            return []
        looked = Tick(LOOKED_AT, partial(self._looked_at, found.id))
        looked.setAccessibleName(f"{found.name}: {LOOKED_AT}")
        looked.set(found.looked_at)
        return [looked]

    def _attend(self, person: int, came: str) -> None:
        rows = views.people(self._bench.desk, self._bench.workshop_id, self._months)
        before = next(r.came for r in rows if r.id == person)
        said = None if (before or "") == came else Came(came)
        self._bench.do(entry.attend, person, self._months, said)
        self.show_point(self._months)

    def _looked_at(self, person: int, on: bool) -> None:
        self._bench.do(door.looked_at, person, self._months, done=on)
        self.show_point(self._months)

    def _no_more(self, found: FollowUpRow) -> None:
        if self._bench.do(no_more, found.id):
            told = f"{found.name} is not written to, phoned or asked again. A call about safety stays promised."
            self._bench.messages.tell(told, Look.DONE)
        self.show_point(self._months)

    def _print(self) -> None:
        rows = views.people(self._bench.desk, self._bench.workshop_id, self._months)
        self._bench.print_wanted.emit(SheetKind.ABSENT.value, tuple(r.id for r in rows if _gets_post(r)))


def _gets_post(found: FollowUpRow) -> bool:
    """Whether a pack may be posted: said not to be here, allows post, and has not answered."""
    return found.came in (Came.AWAY, Came.EXCUSED) and found.by_post and found.state not in ANSWERED
