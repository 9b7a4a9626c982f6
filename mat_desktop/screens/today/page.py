"""Today: carry on where you stopped, what is due over all workshops, the workshops with their journey."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from mat_desktop.facilitation.library.notices import Notice, NoticeAct
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year, weekday_day_month
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.facilitation.today.evening import Evening, EveningAct
from mat_desktop.facilitation.today.page import CarryOn, Due, DueEntry, TodayView, WorkshopCard
from mat_desktop.screens.look import icons, sizes, tokens
from mat_desktop.screens.look.theme import colour, worn
from mat_desktop.screens.promises.calls import PromisedCalls
from mat_desktop.screens.promises.replies import Reply
from mat_desktop.screens.shared.band import MessageBand, Strip, resting
from mat_desktop.screens.shared.entering import filled_button
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.leading import Leading
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, emptied, label, line, mark, row, scrolled
from mat_desktop.screens.shared.staying import keyboard_kept
from mat_desktop.screens.shared.title_line import PRIVACY, TitleLine
from mat_desktop.screens.today.due import DueList, Remind
from mat_desktop.screens.today.evening import EveningList
from mat_desktop.workshop.journey import TITLES, Progress, Step, number
from mat_desktop.workshop.today import DueKind

OpenStep = Callable[[int, Step | None, int | None, DueKind | None], object]
_WORKSHOPS = 330
"""The width of the column of workshops, in pixels at text of 100 %."""


class JourneyStrip(QWidget):
    """Ten small fields: filled is done, outlined bold is current, outlined is ahead."""

    def __init__(self, progress: tuple[Progress, ...], current: Step) -> None:
        super().__init__()
        self._progress, self._current = progress, number(current) - 1
        sizes.hold(self, height=16, least_width=270)
        done = sum(p.finished for p in progress)
        self.setAccessibleName(f"{done} of 10 steps done")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Six fields, a gap, four fields."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = worn()
        painter.scale(theme.factor, theme.factor)
        for place, found in enumerate(self._progress):
            x = place * 26 + (10 if place > 5 else 0)
            box = QRectF(x + 1.5, 4.5, 21, 7)
            painter.setPen(QPen(colour("control"), theme.border / theme.factor))
            painter.setBrush(colour("surface"))
            if place == self._current:
                painter.setPen(QPen(colour("primary"), theme.chosen / theme.factor))
                box.adjust(0, -2, 0, 2)
            elif found.finished:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("primary"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class TitlesFold(QWidget):
    """Titles of workshops, folded away until they are asked for: of finished ones, and on an event day of others."""

    def __init__(self, cards: Sequence[WorkshopCard], titled: str, fold: str, open_step: OpenStep) -> None:
        super().__init__()
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        for one in cards:
            words = titled.format(title=one.title, day=day_month_year(one.held_on))
            rows.addWidget(button(words, partial(open_step, one.id, one.current, None, None), "quiet"))
        self._rows.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button(fold, self._turn, "quiet", "chevron-down"))
        layout.addWidget(self._rows)

    def _turn(self) -> None:
        self._rows.setVisible(self._rows.isHidden())


class TodayPage(QWidget):
    """The page that greets. Everything on it opens something."""

    def __init__(
        self,
        open_step: OpenStep,
        new: Callable[[], object],
        act: Callable[[NoticeAct], object],
        remind: Remind,
        answer: Reply,
        type_calls: Callable[[], object],
        evening: Callable[[int, EveningAct], object],
    ) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._open, self._act = open_step, act
        self._due = DueList(self._open_due, remind)
        self._calls = PromisedCalls(answer, type_calls)
        self._evening = evening
        self.title, self.sub = label("", "title"), label("", "muted")
        self.privacy = button(PRIVACY, lambda: act(NoticeAct.PRIVACY), icon="eye-off")
        self.new = button("New workshop", new, icon="plus")
        self.band = MessageBand(resting(self.sub))
        sizes.hold(self.band, least_height=tokens.SHORT_GUIDANCE)
        self.settings = button("Settings", lambda: act(NoticeAct.SETTINGS), "quiet", "settings")
        self.settings.setToolTip("Colours, size of words, locks (Ctrl+,)")
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.setSpacing(12)
        self._right.setSpacing(8)
        due, workshops = QWidget(), QWidget()
        for zone, layout in ((due, self._left), (workshops, self._right)):
            zone.setLayout(layout)
            layout.setContentsMargins(0, 0, 0, 0)
        sizes.hold(workshops, least_width=_WORKSHOPS)
        columns = PageZones((due, 1), (workshops, 0), gap=tokens.MARGIN, natural=True)
        columns.setContentsMargins(tokens.MARGIN, 4, tokens.MARGIN, 12)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(columns, 1)
        self._head = self._made_head()
        self._area = area = scrolled(inside)
        area.verticalScrollBar().valueChanged.connect(lambda _at: self.band.place())
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._head)
        self._outer.addWidget(area, 1)

    def _made_head(self) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 10, 0, 4)
        layout.addWidget(TitleLine(self.title, label(""), self.privacy, (self.settings, self.new)))
        inset = row(self.band)
        inset.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, 0)
        layout.addLayout(inset)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window, what stands above scrolls away with the rest."""
        super().resizeEvent(event)
        goes, stays = (self._inside, self._outer) if sizes.is_small(self) else (self._outer, self._inside)
        if stays.indexOf(self._head) >= 0:
            with keyboard_kept(self._head):
                goes.insertWidget(0, self._head)
                self._head.show()
            self.to_top()
            self.band.place()

    def to_top(self) -> None:
        """Whoever comes here begins at the top."""
        self._area.verticalScrollBar().setValue(0)

    def hold(self, strip: Strip) -> None:
        """Take the strip for messages, where the summary of the day rests."""
        self.band.hold(strip, self)

    def take_keyboard(self) -> None:
        """Hold the keyboard: where she goes on, or where there is nothing to go on with, at what begins."""
        first = filled_button(self) or self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_today(self, view: TodayView, notices: tuple[Notice, ...], evening: Evening | None) -> None:
        """Show everything afresh."""
        self.title.setText(weekday_day_month(view.day))
        self.sub.setText(_summary(view))
        for kept in (self._due, self._calls):
            self._left.removeWidget(kept)
        emptied(self._left)
        emptied(self._right)
        self._left.addWidget(self._calls)
        self._calls.show_calls(view)
        if evening is not None:
            self._left.addWidget(EveningList(evening, self._evening))
        for notice in notices:
            self._left.addWidget(self._notice(notice))
        if view.carry_on is not None:
            self._left.addWidget(self._carry_on(view.carry_on))
        self._left.addWidget(self._due)
        self._due.show_due(view)
        self._left.addStretch(1)
        self._show_workshops(view)

    def _open_due(self, item: Due, entry: DueEntry | None) -> None:
        self._open(item.workshop_id, item.step, entry.person if entry else None, item.kind)

    def _notice(self, notice: Notice) -> QWidget:
        frame, layout = card("notice", margins=8)
        layout.setContentsMargins(16, 6, 8, 6)
        mark = QLabel()
        icons.shown(mark, "info", "pause_ink")
        words = label(notice.words, wrap=True)
        parts: list[QWidget | int | None] = [mark, words]
        if notice.act is not None:
            parts.append(button(notice.button, partial(self._act, notice.act)))
        line_ = row(*parts)
        line_.setStretch(1, 1)
        layout.addLayout(line_)
        return frame

    def _carry_on(self, found: CarryOn) -> QWidget:
        frame, layout = card("soft", margins=20)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label("Carry on where you stopped", "small"))
        words.addWidget(label(f"{found.title}, step {number(found.step)}: {TITLES[found.step]}", "person", wrap=True))
        bar = QProgressBar()
        bar.setTextVisible(False)
        sizes.hold(bar, width=150)
        bar.setRange(0, max(1, found.done.total))
        bar.setValue(found.done.done)
        bar.setAccessibleName(found.saying)
        words.addLayout(FlowLayout(bar, label(found.saying, "small"), gap=12))
        go = button(
            "Continue",
            lambda: self._open(found.workshop_id, found.step, found.person_id, None),
            "primary",
            "arrow-right",
            after=True,
        )
        mark(go, "tall", True)
        self.go = go
        beside = row(boxed(words), go)
        beside.setStretch(0, 1)
        layout.addLayout(beside)
        return frame

    def _show_workshops(self, view: TodayView) -> None:
        self._right.addLayout(
            row(label("Workshops", "section"), None, label(counted(len(view.workshops), "open", "open"), "small"))
        )
        frame, layout = card(margins=16, gap=8)
        if not view.workshops:
            layout.addWidget(label("No workshop yet.", "muted"))
            layout.addWidget(button("Set up the first workshop", self.new.click, "primary"))
        shown = [found for found in view.workshops if view.event_id in (0, found.id)]
        for place, found in enumerate(shown):
            if place:
                layout.addWidget(line())
            layout.addWidget(self._workshop(found))
        self._right.addWidget(frame)
        others = [found for found in view.workshops if found not in shown]
        if others:
            fold = counted(len(others), "other workshop", "other workshops")
            self._right.addWidget(TitlesFold(others, "{title}, {day}", fold, self._open))
        if view.finished:
            fold = f"{len(view.finished)} finished"
            self._right.addWidget(TitlesFold(view.finished, "Finished: {title}, {day}", fold, self._open))
        self._right.addStretch(1)
        self._right.addWidget(button("What was done", partial(self._act, NoticeAct.AUDIT), "quiet"))
        self._right.addWidget(button("If the program went wrong", partial(self._act, NoticeAct.MISHAPS), "quiet"))

    def _workshop(self, card: WorkshopCard) -> QWidget:
        frame = Leading()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        go = button("", lambda: self._open(card.id, card.current, None, None), "quiet", "chevron-right")
        go.setAccessibleName(f"Open {card.title}")
        go.setToolTip(f"Open {card.title}")
        sizes.hold(go, width=tokens.TARGET)
        frame.lead(go)
        top = row(label(card.title, "strong", wrap=True), go)
        top.setStretch(0, 1)
        layout.addLayout(top)
        people = counted(card.people, "person", "people")
        layout.addWidget(label(f"{day_month_year(card.held_on)}, {people}", "small", wrap=True))
        layout.addWidget(JourneyStrip(card.progress, card.current))
        layout.addWidget(label(card.saying, "label", wrap=True))
        return frame


def _summary(view: TodayView) -> str:
    ahead = sorted(w.held_on for w in view.workshops if w.held_on >= view.day)
    late = sum(item.day < view.day for item in view.due) + sum(one.call.due < view.day for one in view.promised)
    parts = []
    if ahead:
        days = (ahead[0] - view.day).days
        words = {0: "Your workshop is today.", 1: "Your next workshop is tomorrow."}
        parts.append(words.get(days, f"{begun(spelled(days))} days to your next workshop."))
    if late:
        parts.append(f"{begun(spelled(late))} {'thing is' if late == 1 else 'things are'} overdue.")
    return " ".join(parts) or "Nothing is overdue."
