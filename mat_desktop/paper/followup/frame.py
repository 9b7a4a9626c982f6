"""Head and foot of a handout's pages: the meeting's day above, code and page below, nothing to file on what is kept."""

from dataclasses import dataclass

from mat_desktop.facilitation.printed.followup.views import HandoutSheet
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import full, point_words
from mat_desktop.paper.blocks import Block, Filled, Pen, Room
from mat_desktop.paper.drawing import MM, QR_WHITE, Page, qr_boxes
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.measures import MARGIN, TOP, Measures
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.codes import shown_code

_HEAD_RULE = 1.5
_FOLD_AT, _FOLD_LONG = 6 * MM, 5 * MM


@dataclass(frozen=True)
class Frame:
    """The pages of one part of one handout."""

    sheet: HandoutSheet
    form: Format
    measures: Measures
    kept: bool = False

    @property
    def wide(self) -> float:
        """How wide the body is."""
        return self.form.width - 2 * MARGIN

    @property
    def right(self) -> float:
        """The right margin."""
        return self.form.width - MARGIN

    @property
    def rule(self) -> float:
        """Where the rule under the head lies."""
        return TOP + self.measures.head + 8

    @property
    def room(self) -> Room:
        """Where the body is."""
        foot = self.measures.kept_foot if self.kept else self.measures.foot
        return Room(self.rule + self.measures.body_top, self.form.height - foot)

    def pen(self) -> Pen:
        """A pen as wide as the body."""
        return Pen(MARGIN, self.wide, self.measures)

    def pages(self, filled: Filled, foot: Block | None = None) -> list[Page]:
        """The pages with their blocks, head and foot; the last also with what stands at the very end of the body."""
        found = []
        for number, placed in enumerate(filled, 1):
            page = Page(self.form.width, self.form.height)
            page.name = self._name() if number == 1 else ""
            self._head(page)
            for block, y in placed:
                page.taken(block.page, 0, y)
            if foot is not None and number == len(filled):
                page.taken(foot.page, 0, self.room.floor - foot.high)
            self._foot(page, number, len(filled))
            found.append(page)
        return found

    def _name(self) -> str:
        part = "keep" if self.kept else "hand in"
        return f"{self.sheet.first_name}, {part}" if self.sheet.name else begun(part)

    def _head(self, page: Page) -> None:
        """What is seen at home says above what she chose for that, and not what kind of workshop it was."""
        m, sheet = self.measures, self.sheet
        with page.tagged("Artifact"):
            day = f"{begun(point_words(sheet.months))}, {full(sheet.meeting)}"
            page.text(self.right, TOP + m.head, day, m.head, Face.SEMI, "right")
            room = self.wide - width(day, Face.SEMI, m.head) - 14
            if self.kept or sheet.posted:
                page.text(MARGIN, TOP + m.head, page.short(sheet.heading, room, m.head, quietly=True), m.head)
            else:
                title = page.short(sheet.head.title, room, m.head, Face.SEMI, quietly=True)
                page.text(MARGIN, TOP + m.head, title, m.head, Face.SEMI)
                at = width(f"{title}  ", Face.SEMI, m.head)
                if sheet.place and room - at > 40:
                    page.text(
                        MARGIN + at, TOP + m.head, page.short(sheet.place, room - at, m.head, quietly=True), m.head
                    )
            page.line(MARGIN, self.rule, self.right, self.rule, _HEAD_RULE)

    def _foot(self, page: Page, number: int, count: int) -> None:
        with page.tagged("Artifact"):
            if self.kept:
                self._kept_foot(page, number, count)
            else:
                self._filed_foot(page, number, count)
                self._fold_ticks(page)

    def _kept_foot(self, page: Page, number: int, count: int) -> None:
        m, y = self.measures, self.form.height - self.measures.kept_foot + 3.5 * MM
        page.line(MARGIN, y, self.right, y, _HEAD_RULE)
        part = begun(point_words(self.sheet.months))
        page.text(MARGIN, y + m.small + 4, "This page stays with you.", m.small)
        said = f"{part}, keep, page {number} of {count}"
        page.text(self.right, y + m.small + 4, said, m.small, Face.SEMI, "right")

    def _filed_foot(self, page: Page, number: int, count: int) -> None:
        m, sheet = self.measures, self.sheet
        top = self.form.height - m.foot + 3.5 * MM
        page.line(MARGIN, top, self.right, top, _HEAD_RULE)
        y = top + (1.5 if m.large else 2.2) * MM
        beside = MARGIN
        if sheet.head.code:
            modules = qr_boxes(f"{sheet.head.code}/{number}{self.form.print_sign}", m.qr)
            down = top + QR_WHITE + _HEAD_RULE / 2
            page.boxes([(MARGIN + dx, down + dy, w, h) for dx, dy, w, h in modules])
            beside = MARGIN + m.qr + 3.5 * MM
            page.spaced(beside, y + m.code, shown_code(sheet.head.code), m.code, 0.6 * MM)
        last = number == count
        said = self._thanks() if last else "Type this code to file it."
        part = f"{begun(point_words(sheet.months))}, hand in, page {number} of {count}"
        right = width(part, Face.SEMI, m.small)
        lines = page.lines(said, self.right - beside - (right + 14 if m.large else 14), m.small)
        for place, line in enumerate(lines):
            page.text(beside, y + m.code + m.small_leading * (place + 1), line, m.small)
        page.text(self.right, y + m.small, part, m.small, Face.SEMI, "right")
        owner = f"Private. {sheet.name}" if sheet.name else "Private."
        room = self.right - beside - max(width(line, Face.REGULAR, m.small) for line in lines) - 14
        page.text(
            self.right,
            y + m.small + m.small_leading,
            page.short(owner, room, m.small, quietly=True),
            m.small,
            align="right",
        )

    def _thanks(self) -> str:
        if self.sheet.posted:
            return "Thank you. Post it back with the label."
        into = f"{self.sheet.voices.envelope}’s envelope" if self.sheet.voices.envelope else "the box"
        return f"Thank you. Fold it once, writing inside, and put it in {into}."

    def _fold_ticks(self, page: Page) -> None:
        half = self.form.height / 2
        page.line(_FOLD_AT, half, _FOLD_AT + _FOLD_LONG, half)
        page.line(self.form.width - _FOLD_AT - _FOLD_LONG, half, self.form.width - _FOLD_AT, half)


def greeting(sheet: HandoutSheet) -> str:
    """`Carmen, six months on`; without the name on a blank sheet."""
    since = f"{point_words(sheet.months)} on"
    return f"{sheet.first_name}, {since}" if sheet.name else begun(since)
