"""The print centre: what, for whom, how, with the real page beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import meetings
from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.setup.workshop import workshop
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.look.tokens import MARGIN
from mat_desktop.screens.printing.calendar_file import save_calendar
from mat_desktop.screens.printing.counting import Counting
from mat_desktop.screens.printing.outgoing import Outgoing, Wanted
from mat_desktop.screens.printing.what import WhatToPrint
from mat_desktop.screens.printing.whom import WhomAndHow
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, keep_line, label, rename
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.workshop.sheets import (
    DAY_REST,
    FACTS,
    HANDOUTS,
    LEADERLESS_BAG,
    MEETING_BAG,
    SPARE_PACKS,
    TAKE_HOME,
    Goes,
    SheetKind,
    essentials,
)

_NOBODY_YET = "Nobody is expected yet. People are added in step 2."


class PrintPage(QWidget):
    """Three zones. Looking issues nothing; printing and saving issue each sheet once, with its code."""

    def __init__(self, bench: Bench, write: Callable[[Path, bytes], None]) -> None:
        super().__init__()
        self._bench = bench
        self.what = WhatToPrint(self._kinds_changed, self.print_the_day, self.print_the_rest, self.take_home)
        self.whom = WhomAndHow(bench.desk, self._changed)
        self.preview = Preview("")
        self.preview.beyond = self._turn_sheet
        self.warning = label("", "attn", wrap=True)
        keep_line(self.warning)
        self.count = label("", "small", wrap=True)
        self.outgoing = Outgoing(bench, write, self.wanted, self._show_ready)
        self.bar = self.outgoing.bar
        self.save = button("Save as PDF", self.outgoing.save, icon="file-down")
        self.dates = button("Calendar file", self.save_calendar, icon="calendar-days")
        self.printing = button("Print", self.outgoing.print, icon="printer")
        self._places: tuple[OrderedSheet, ...] = ()
        self._at = 0
        self._pages = 0
        self._counting = Counting(self, bench, self._counted)
        self._soon = QTimer(self, interval=60, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self._build()

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.warning)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.count)
        beside.addWidget(self.outgoing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 12)
        chosen = PageZones((self.what, 0), (self.whom, 1), gap=12)
        layout.addWidget(PageZones((chosen, 0), (boxed(beside), 1), gap=12))

    def refresh(self) -> None:
        """Show what can be printed now, and how."""
        self.whom.show_style()
        if not self.what.kinds:
            self.what.choose((SheetKind.GOAL_CARD,))
            self._kinds_changed()
            return
        self._offer()
        self._changed()

    def show_kind(self, kind: SheetKind, keys: Sequence[int] = ()) -> None:
        """Open at one kind of sheet, for these people or for everybody."""
        self.what.choose((kind,))
        self.whom.blank_copies.setValue(0)
        self._offer()
        if keys:
            self.whom.choose(list(keys))
        else:
            self._kinds_changed()

    def _offer(self) -> None:
        kinds = self.what.kinds
        self.whom.show_parts(handouts=bool(set(kinds) & set(HANDOUTS)))
        found = sheets.recipients(self._bench.desk, self._bench.workshop_id, kinds)
        room = bool(kinds) and all(FACTS[kind].goes is Goes.ROOM for kind in kinds)
        said = "This is printed once, for the room." if room else ""
        if not found and not room:
            said = next((FACTS[kind].nobody for kind in kinds if FACTS[kind].nobody), _NOBODY_YET)
        self.whom.show_people(found, said if kinds else "Choose what to print.")

    def _kinds_changed(self) -> None:
        """Another choice of kinds: everybody is chosen; what is alike for all, and referrals, begin with nobody."""
        self._offer()
        kinds = set(self.what.kinds)
        alone = kinds == {SheetKind.REFERRAL} or all(FACTS[kind].goes is Goes.ALL for kind in kinds)
        if alone:
            self.whom.tick_only(())
            self._changed()
        else:
            self.whom.choose_all()

    def print_the_day(self) -> None:
        """The evening before: what the day could not be held without, for each person, with three spare packs."""
        study = workshop(self._bench.desk, self._bench.workshop_id).study
        self._print_pack(essentials(study=study))

    def print_the_rest(self) -> None:
        """What is good to have on the day, once the essentials are out."""
        self._print_pack(DAY_REST)

    def _print_pack(self, kinds: Sequence[SheetKind]) -> None:
        self.what.choose(kinds)
        self._offer()
        self.whom.blank_copies.setValue(SPARE_PACKS)
        self.whom.choose_all()

    def take_home(self) -> None:
        """The five things that go home, for everybody in a pair."""
        self.what.choose(TAKE_HOME)
        self.whom.blank_copies.setValue(0)
        self._offer()
        desk, workshop = self._bench.desk, self._bench.workshop_id
        paired = sheets.recipients(desk, workshop, (SheetKind.AGREEMENT,))
        self.whom.choose([r.key for r in paired])

    def meeting_bag(self) -> None:
        """What goes to the next meeting, led or without a leader, for everybody in a pair."""
        desk, workshop = self._bench.desk, self._bench.workshop_id
        leaderless = meetings.next_is_leaderless(desk, workshop, desk.clock.today())
        self.what.choose(LEADERLESS_BAG if leaderless else MEETING_BAG)
        self.whom.blank_copies.setValue(0)
        self._offer()
        self.whom.choose_all()

    def order(self) -> Order:
        """What is wanted, as it is chosen now."""
        return Order(
            workshop_id=self._bench.workshop_id,
            kinds=self.what.kinds,
            people=self.whom.people,
            blanks=self.whom.blank_copies.value(),
            sort_by=self.whom.sort_by,
            first_names=self.whom.first_names,
            parts=self.whom.parts,
        )

    def _changed(self) -> None:
        self._soon.start()

    def settle(self) -> None:
        """Show the present choice at once."""
        self._soon.stop()
        self._draw()

    def _draw(self) -> None:
        order = self.order()
        self._places = sheets.plan(self._bench.desk, order)
        self._at = min(self._at, max(0, len(self._places) - 1))
        self.preview.number = 0
        self._show_sheet()
        self._say_before(order)
        self._enable()
        self._pages = 0
        rename(self.printing, "Print")
        self.count.setText("")
        if not self.busy:
            self._counting.start(order, self._places, self.whom.style_wanted)

    def _show_sheet(self) -> None:
        if not self._places:
            self.preview.show_pdf(b"", "Nothing to print")
            return
        found = sheets.shown(self._bench.desk, self.order(), (self._places[self._at],))
        pdf = self._bench.printer.pdf(found, self.whom.style_wanted)
        more = f", {self._at + 1} of {len(self._places)}" if len(self._places) > 1 else ""
        self.preview.show_pdf(pdf, FACTS[self._places[self._at].kind].title + more)
        self.preview.offer_beyond(self._at > 0, self._at < len(self._places) - 1)

    def _turn_sheet(self, step: int) -> None:
        """Beyond the last page of a sheet lies the next sheet."""
        self._at = max(0, min(self._at + step, len(self._places) - 1))
        self.preview.number = 0
        self._show_sheet()

    def _say_before(self, order: Order) -> None:
        self.warning.setText(" ".join(sheets.before_printing(self._bench.desk, order)))
        self.warning.setVisible(bool(self.warning.text()))

    def _counted(self, pages: int, papers: int, lacking: tuple[tuple[str, str], ...], told: tuple[str, ...]) -> None:
        self._pages = pages
        rename(self.printing, f"Print {counted(papers, 'sheet')}" if papers else "Print")
        people = f"{counted(len(self.whom.people), 'person', 'people')}, " if self.whom.people else ""
        self.count.setText(f"{people}{counted(pages, 'page')} on {counted(papers, 'sheet')}. Black and white is fine.")
        if lacking:
            letters = ", ".join(f"{letter} (in “{words[:30]}”)" for letter, words in lacking[:6])
            self._warn_too(f"No font here has these letters; a line to write on prints instead: {letters}.")
        for words in told:
            self._warn_too(words)

    def _warn_too(self, words: str) -> None:
        self.warning.setText(f"{self.warning.text()} {words}".strip())
        self.warning.show()

    def wanted(self) -> Wanted:
        """All that is chosen, as it is chosen now."""
        order = self.order()
        if self._soon.isActive() or sheets.plan(self._bench.desk, order) != self._places:
            self.settle()
        return Wanted(
            order=order,
            sheets=self._places,
            style=self.whom.style_wanted,
            separate=self.whom.separate,
            sheet_seen=self._at,
            page_seen=self.preview.number,
            pages=self._pages,
        )

    def _show_ready(self) -> None:
        """Only one print or file is made at a time, and nothing is counted meanwhile; then the codes are seen."""
        if self.busy:
            self._counting.stop()
        else:
            self._changed()
        self._enable()

    def _enable(self) -> None:
        for found in (self.printing, self.save):
            found.setEnabled(bool(self._places) and not self.busy)

    @property
    def busy(self) -> bool:
        """Whether a print or a file is under way."""
        return self.outgoing.busy

    def note(self) -> str:
        """Nothing: how much there is stands under the page."""
        return ""

    def under_way(self) -> list[str]:
        """What would be lost if the window closed now, in a sentence."""
        return ["Printing is not finished."] if self.busy else []

    def ask_again(self) -> None:
        """The question whether all of the last print came out, as it stands on Today."""
        self.outgoing.ask_again()

    def abandon(self) -> None:
        """Somebody else has the laptop, or the program closes: no question of a print may come up then."""
        self.outgoing.abandon()
        self._counting.stop()
        self._soon.stop()

    def save_calendar(self) -> None:
        """A calendar file: of the one person who is ticked, else the facilitator's own dates."""
        people = self.whom.people
        save_calendar(self._bench, people[0] if len(people) == 1 else 0, self.outgoing.kept)
