"""Something was lost: whose names and what stood on it, what to do, and the note of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library import losing
from mat_desktop.facilitation.library.losing import LostSheet
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.fields import ChoiceField, DateField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, card, column, fault_lines, label
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import FACTS, SheetKind

_NO_CODE = "No sheet of this library has that code. Choose the kind of the sheet instead."
_MOST_NAMES = 40


class LossDialog(Dialog):
    """Nothing is kept before "Keep what happened" is pressed."""

    def __init__(self, window: QWidget, desk: Desk, workshop_id: int | None) -> None:
        super().__init__(window, "If something is lost")
        self._desk, self._workshop_id = desk, workshop_id
        self._sheet: LostSheet | None = None
        hold(self, least_width=660)
        self.code = DoingLine()
        self.code.setPlaceholderText("H7K2 6C")
        self.code.setAccessibleName("The code of the lost sheet")
        self.code.returnPressed.connect(self.look_up)
        kinds = [("", "not chosen"), *((kind.value, FACTS[kind].title) for kind in SheetKind)]
        self.kind = ChoiceField("or its kind, if you do not know the code", kinds, self._choose)
        self.kind.setVisible(workshop_id is not None)
        self.day = DateField("Lost on", None, desk.clock.today, Tense.HAPPENED)
        self.day.set_day(desk.clock.today())
        self.words = Line()
        self.words.setAccessibleName("What was lost, and what you did")
        self.error = fault_lines()
        self._lay_out()
        self.code.setFocus()

    @property
    def typed(self) -> bool:
        """Whether a note is half written; a code that was looked up is nothing to lose."""
        return bool(self.words.text().strip())

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addWidget(label("If a sheet, a stick or the laptop is lost", "section", wrap=True))
        title = label("Code of the sheet", "label")
        title.setBuddy(self.code)
        content.addWidget(title)
        hold(self.code, least_width=200)
        content.addLayout(FlowLayout(self.code, button("Find it", self.look_up), gap=12, fills=True))
        content.addWidget(self.kind)
        self.told, inner = card("notice", margins=12, gap=6)
        self.whose, self.stood, self.say = (label("", kind, wrap=True) for kind in ("strong", "", ""))
        for part in (self.whose, self.stood, self.say):
            inner.addWidget(part)
        self.told.setVisible(False)
        content.addWidget(self.told)
        self.device = label(_DEVICE, wrap=True)
        self.authority = label(_SERIOUS.format(authority="your authority for privacy"), wrap=True)
        content.addWidget(self.device)
        content.addWidget(self.authority)
        content.addWidget(self.day)
        note = label(self.words.accessibleName(), "label")
        note.setBuddy(self.words)
        content.addLayout(column(note, self.words, gap=4))
        so_far = losing.losses(self._desk)[:3]
        for one in so_far:
            content.addWidget(label(f"{day_month_year(one.happened_on)}: {one.words}", "small", wrap=True))
        content.addWidget(self.error)
        keep = button("Keep what happened", self._keep, "primary")
        lay_out(self, content, button("Close", self.leave), keep)

    def look_up(self) -> None:
        """Look up the code, and tell what stood on the sheet."""
        sheet = losing.by_code(self._desk, self.code.text(), self._desk.clock.today())
        self.error.setText("" if sheet is not None else _NO_CODE)
        self._tell(sheet)

    def _choose(self, kind: str) -> None:
        self.error.setText("")
        today = self._desk.clock.today()
        known = bool(kind) and self._workshop_id is not None
        self._tell(losing.by_kind(self._desk, self._workshop_id or 0, SheetKind(kind), today) if known else None)

    def _tell(self, sheet: LostSheet | None) -> None:
        self._sheet = sheet
        self.told.setVisible(sheet is not None)
        if sheet is not None:
            reached = [", ".join(part for part in (p.name, p.phone, p.ways) if part) for p in sheet.people]
            names = "\n".join(reached[:_MOST_NAMES]) or "nobody by name"
            self.whose.setText(
                f"{sheet.sheet}. Whose names stand on it, or may:\n{names}" if reached else f"{sheet.sheet}: {names}"
            )
            self.stood.setText(f"What stood on it, at most: {sheet.stood}.")
            self.say.setText(
                f"Phone each of them today, and say: {sheet.say}" if sheet.say else "Nobody has to be told."
            )
            self.authority.setText(_SERIOUS.format(authority=sheet.authority))
        self.fit_anew()

    def _keep(self) -> None:
        day = self.day.day()
        if day is None:
            return
        workshop = self._sheet.workshop_id if self._sheet is not None else self._workshop_id
        people = self._sheet.people if self._sheet is not None else ()
        person = people[0].person if len(people) == 1 else None
        try:
            losing.note_loss(self._desk, day, self.words.text(), workshop, person)
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self.accept()


_DEVICE = (
    "Was it the laptop, a stick or the recovery sheet? Change the passphrase at once; choose “Somebody may know it”."
)
_SERIOUS = "Could somebody be seriously harmed by it? Tell {authority} within 72 hours."
