"""Step 1: the workshop, its dates, its run sheet."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.setup import ending, measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import full, meeting_title
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.setup.keeping import Keeping
from mat_desktop.screens.setup.run_sheet import RunSheetTable
from mat_desktop.screens.setup.safety import Safety
from mat_desktop.screens.setup.study import StudyBox
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, DateField, LineField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, rename, row, scrolled
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.screens.shared.zones import zones
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.today import DueKind

FINISH = (
    "Finish this workshop? Today asks for nothing of it any more but what was promised about erasing. "
    "It stays in the library, and it can be opened again."
)
_AT_HOME = "At the top of papers that people take home, where others may read it"


class SetupPage(StepPage):
    """Four views: the workshop with its dates, the run sheet of the day, safety and questionnaires, what is kept."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._view = Segments(
            (("workshop", "Workshop"), ("day", "Run sheet"), ("safety", "Safety"), ("keeping", "Privacy")),
            "View",
            self.show_view,
            100,
        )
        self.tools = [self._view]
        self._finished = False
        self._fields: dict[str, LineField] = {}
        self._points: dict[int, tuple[DateField, LineField]] = {}
        self.about, self.dates = self._about(), QVBoxLayout()
        self.dates.setSpacing(10)
        dates, inner = card(gap=10)
        inner.addWidget(label("Meetings", "section"))
        inner.addLayout(self.dates)
        inner.addStretch(1)
        self._workshop = scrolled(PageZones((self.about, 3), (dates, 2), natural=True))
        self._day = RunSheetTable(bench)
        self._safety = Safety(bench)
        self._keeping = Keeping(bench)
        self.content.addWidget(self._workshop)
        self.content.addWidget(self._day)
        self.content.addWidget(self._safety)
        self.end = button("Finish the workshop", self._end, icon="check")
        self.side = [self.end]
        self.content.addWidget(self._keeping)
        self.show_view("workshop")
        self._chosen_view = False

    def _about(self) -> QWidget:
        frame, layout = card(gap=12)
        today = self.bench.desk.clock.today
        self.held_on = DateField("Date of the workshop", self._keep(setup.WorkshopField.HELD_ON), today)
        self.first = DateField("First call on", self._keep(setup.WorkshopField.FIRST_CALL_ON), today)
        self.zone = ChoiceField("Time zone", [(z, z) for z in zones()], self._choose(setup.WorkshopField.TIME_ZONE))
        self.frequency = ChoiceField(
            "Partners talk",
            [("daily", "every day"), ("weekdays", "on weekdays"), ("weekly", "once a week")],
            self._choose(setup.WorkshopField.FREQUENCY),
        )
        fields = Columns(
            self._line(setup.WorkshopField.TITLE, "Title"),
            self._line(setup.WorkshopField.PLACE, "Place"),
            self.held_on,
            self.zone,
            self.first,
            self.frequency,
            self._line(setup.WorkshopField.FACILITATOR, "Facilitator"),
            self._line(setup.WorkshopField.FACILITATOR_PHONE, "Phone on the paper"),
            self._line(setup.WorkshopField.CONTACT_MONTHS, "Months of contact"),
            self._line(setup.WorkshopField.TRIAL_DAYS, "Trial days"),
        )
        fields.add_wide(self._line(setup.WorkshopField.SAFETY_WORDS, "Safety words on every handout"))
        fields.add_wide(self._line(setup.WorkshopField.HOME_HEADING, _AT_HOME, "the place"))
        layout.addLayout(fields)
        self.headline = ChoiceField("The one measure to look at first, named in advance", [], self._name_headline)
        layout.addWidget(self.headline)
        self.study = StudyBox(self.bench)
        layout.addWidget(self.study)
        layout.addStretch(1)
        return frame

    def _line(self, field: setup.WorkshopField, name: str, hint: str = "") -> LineField:
        found = LineField(name, self._keep(field), hint)
        self._fields[field] = found
        return found

    def _keep(self, field: setup.WorkshopField) -> Callable[[Any, str], str]:
        def keep(value: Any, visit: str) -> str:
            key = f"{field.value} {self.bench.workshop_id} {visit}"
            return self.bench.attempt(key, setup.change, self.bench.workshop_id, field, value)[1]

        return keep

    def _choose(self, field: setup.WorkshopField) -> Callable[[str], object]:
        return lambda value: self.bench.do(setup.change, self.bench.workshop_id, field, value)

    def show_view(self, view: str) -> None:
        """The workshop, or its day."""
        self._view.set(view)
        self._chosen_view = True
        self._workshop.setVisible(view == "workshop")
        self._day.setVisible(view == "day")
        self._safety.setVisible(view == "safety")
        self._keeping.setVisible(view == "keeping")
        if view == "day":
            self._day.refresh()
        elif view == "safety":
            self._safety.refresh()
        elif view == "keeping":
            self._keeping.refresh()

    def open_person(self, person: int) -> None:
        """On the workshop day the run sheet opens first."""
        if not self._chosen_view:
            found = setup.workshop(self.bench.desk, self.bench.workshop_id)
            self.show_view("day" if found.held_on == self.bench.desk.clock.today() else "workshop")

    def open_due(self, kind: DueKind, person: int) -> None:
        """Where it is done: erasing a workshop under keeping, numbers under Safety, the day on its run sheet."""
        views = {DueKind.ERASE_WORKSHOP: "keeping", DueKind.CONTACTS: "safety"}
        self.show_view(views.get(kind, "day"))

    def refresh(self) -> None:
        """Show what is kept."""
        found = setup.workshop(self.bench.desk, self.bench.workshop_id)
        for name, field in self._fields.items():
            field.set(str(getattr(found, name)))
        self._finished = found.finished
        rename(self.end, "Open it again" if found.finished else "Finish the workshop")
        self.held_on.set_day(found.held_on)
        self.first.set_day(found.first_day)
        self.zone.set(found.time_zone)
        self.study.show_study(on=found.study)
        self._show_headline(found)
        self.frequency.set(found.frequency)
        self._show_points(found)
        if self._day.isVisible():
            self._day.refresh()
        if self._safety.isVisible():
            self._safety.refresh()
        if self._keeping.isVisible():
            self._keeping.refresh()

    def note(self) -> str:
        """Whether the workshop is finished."""
        return "Finished" if self._finished else ""

    def _end(self) -> None:
        """Finish the workshop, or open it again. An open card or a promise is named, and nothing is finished."""
        if self._finished:
            self.bench.do(ending.open_again, self.bench.workshop_id)
        elif self.bench.messages.ask(FINISH, "Finish it", "Not yet"):
            self.bench.do(ending.finish, self.bench.workshop_id)

    def _show_headline(self, found: setup.WorkshopView) -> None:
        self.headline.box.clear()
        titles = {m.instrument: m.title for m in measures.measures(self.bench.desk, self.bench.workshop_id)}
        for key, words in (
            (measures.NOT_NAMED, "Not named"),
            ("goals", "Goals"),
            ("target-complaints", "What troubles them"),
        ):
            self.headline.box.addItem(words, key)
        for key in found.measures:
            self.headline.box.addItem(titles.get(key, key), key)
        self.headline.set(found.headline)

    def _name_headline(self, key: str) -> None:
        self.bench.do(measures.set_headline, self.bench.workshop_id, key)
        self.refresh()

    def _show_points(self, found: setup.WorkshopView) -> None:
        if set(self._points) != {p.id for p in found.points}:
            self._build_points(found)
        for point in found.points:
            day, time = self._points[point.id]
            day.set_day(point.meeting, point.id)
            time.set(point.meeting_time)

    def _build_points(self, found: setup.WorkshopView) -> None:
        emptied(self.dates)
        self._points = {}
        for point in found.points:
            self._points[point.id] = self._point(point)
        self._months = LineField("Another follow-up, months after the workshop", lambda _w, _v: "", "24")
        self.dates.addWidget(self._months)
        self.dates.addLayout(row(button("Add follow-up", self._add_point, icon="plus"), None))

    def _point(self, point: setup.PointView) -> tuple[DateField, LineField]:
        day = DateField(meeting_title(point.months), self._meeting(point.id), self.bench.desk.clock.today)
        time = LineField("At", self._meeting_time(point.id))
        hold(time.edit, letters="00:00")
        both = row(day, time)
        both.setStretch(0, 3)
        both.setStretch(1, 1)
        self.dates.addLayout(both)
        due = label(f"Due {full(point.due)}", "small", wrap=True)
        if point.months in (6, 12):
            self.dates.addWidget(due)
        else:
            remove = button("Remove", lambda: self.bench.do(setup.remove_point, point.id), "danger", "trash-2")
            beneath = row(due, remove)
            beneath.setStretch(0, 1)
            self.dates.addLayout(beneath)
        return day, time

    def _meeting(self, point_id: int) -> Callable[[date, str], str]:
        def keep(day: date, visit: str) -> str:
            return self.bench.attempt(f"meeting {point_id} {visit}", setup.set_meeting, point_id, day)[1]

        return keep

    def _meeting_time(self, point_id: int) -> Callable[[str, str], str]:
        def keep(time: str, visit: str) -> str:
            day = next(
                p.meeting for p in setup.workshop(self.bench.desk, self.bench.workshop_id).points if p.id == point_id
            )
            return self.bench.attempt(f"time {point_id} {visit}", setup.set_meeting, point_id, day, time)[1]

        return keep

    def _add_point(self) -> None:
        words = self._months.text()
        _, refused = self.bench.attempt("", setup.add_point, self.bench.workshop_id, words)  # type: ignore[arg-type]
        if refused:
            self._months.complain(refused)
