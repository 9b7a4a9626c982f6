"""The foot of the page to keep, one block that is never divided: the plan, the next date, the numbers, a caution."""

from mat_desktop.facilitation.printed.followup.views import HandoutSheet
from mat_desktop.facilitation.shown.dates import MONTHS, day_month_year, full
from mat_desktop.paper.blocks import Block, Pen
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.followup.frame import Frame
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.safety import ContactRole

_INSET = 4 * MM
_COLUMNS = 3
_CAUTION = "Calls with a partner may help. This is not proven. They do not take the place of a doctor."


def block(frame: Frame) -> Block:
    """Everything at the foot."""
    pen, sheet = frame.pen(), frame.sheet
    if sheet.story is not Story.PARTNER_DIED:
        _plan(pen)
    _next_meeting(pen, sheet)
    _numbers(pen, sheet)
    pen.small(_CAUTION)
    return pen.block(1 * MM)


def _plan(pen: Pen) -> None:
    """If and then, each a line of its own."""
    m = pen.m
    pen.words("If things slip: my plan", m.section if m.large else m.question, Face.BOLD, role="H2")
    pen.y -= 3
    for word in ("If", "then I"):
        pen.y += m.line
        pen.page.text(pen.left, pen.y - 2.5, word, m.body)
        pen.page.line(pen.left + width("then I  ", Face.REGULAR, m.body), pen.y, pen.right, pen.y)
    pen.y += 4 * MM


def _next_meeting(pen: Pen, sheet: HandoutSheet) -> None:
    m, top = pen.m, pen.y
    small = sheet.story is Story.PARTNER_DIED
    size = m.body if small else m.section
    said, under = _meeting_words(sheet)
    pen.y += 1.8 * MM
    room = pen.wide - 2 * _INSET
    pen.words(said, size, Face.BOLD, leading=size + 5, indent=_INSET, wide=room)
    if under:
        pen.words(under, indent=_INSET, wide=room)
    pen.y += 1.8 * MM
    pen.frame(top, 1.8)
    pen.y += 2.2 * MM


def _meeting_words(sheet: HandoutSheet) -> tuple[str, str]:
    her = sheet.voices.facilitator
    if sheet.following is not None:
        title, day, time = sheet.following
        place = f"{sheet.place}. " if sheet.place else ""
        reach = "phone" if sheet.voices.phone else "tell"
        cannot = f"{place}If you can’t come, {reach} {her}. You do not have to say why."
        return f"{title}: {full(day)}, {time}", cannot
    last = (
        f"Our last planned meeting was on {sheet.meeting.day} {MONTHS[sheet.meeting.month - 1]}. Thank you for being "
        "part of it."
        if sheet.posted
        else "This was our last planned meeting. Thank you for coming."
    )
    if sheet.story in (Story.TOGETHER, Story.RE_PAIRED):
        return last, (
            "You can both go on calling if you both want to. The card “A meeting without a leader” shows how a group "
            "can meet on its own."
        )
    return last, ""


def _numbers(pen: Pen, sheet: HandoutSheet) -> None:
    """The numbers in columns: danger first, then to talk, then the facilitator; never by their order in set-up."""
    m = pen.m
    found = [
        *((one.number, "someone is in danger now") for one in sheet.numbers if one.role is ContactRole.EMERGENCY),
        *((one.number, one.words) for one in sheet.numbers if one.role is ContactRole.TALK),
    ]
    voices = sheet.voices
    if voices.phone:
        until = f", until {day_month_year(voices.phone_until)}" if voices.phone_until else ""
        found.append((voices.phone, f"{voices.facilitator}{until}"))
    found = [(number, words) for number, words in found if number or words]
    columns = 2 if m.large else _COLUMNS
    column = pen.wide / columns
    for first in range(0, len(found), columns):
        lowest = pen.y
        for place, (number, words) in enumerate(found[first : first + columns]):
            x, y = pen.left + place * column, pen.y
            for line in pen.page.lines(number, column - 8, m.number, Face.BOLD):
                pen.page.text(x, y + m.number, line, m.number, Face.BOLD)
                y += m.number + 3
            y = pen.page.paragraph(x, y, words, column - 8, m.small, m.small_leading)
            lowest = max(lowest, y)
        pen.y = lowest + 3
    if sheet.following is None and voices.phone and voices.phone_until:
        pen.small(_after(sheet))
    pen.small(f"{sheet.checked}.")


def _after(sheet: HandoutSheet) -> str:
    voices = sheet.voices
    assert voices.phone_until is not None
    talk = [one.number for one in sheet.numbers if one.role is ContactRole.TALK and one.number]
    then = f" After that: {talk[0]}." if talk else ""
    return f"{voices.facilitator} answers this number until {day_month_year(voices.phone_until)}.{then}"
