"""The card for a meeting: 90 minutes led, or 75 without a leader, where the host changes and nobody advises a pair."""

from mat_desktop.facilitation.printed.contact import MeetingCardSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.screening.help_sheet import numbers
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.contact.meetings import Lead, agenda

_SHEETS = {
    Lead.LEADERLESS: "The host collects no sheets. They go to the facilitator in a closed envelope, or by their owner.",
    Lead.LED: "Sheets go into the box face down. Nobody reads another’s.",
}


def laid_out(sheet: MeetingCardSheet, form: Format) -> list[Page]:
    """One page, the same for everybody."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("A meeting without a leader" if sheet.lead is Lead.LEADERLESS else "Our meeting")
    for part in agenda(sheet.lead):
        leaf.need(40)
        leaf.page.text(leaf.left, leaf.y + 12, f"{part.minutes} min", 12, Face.BOLD)
        leaf.words(part.title, 12, Face.SEMI, leading=16, indent=56)
        leaf.words(part.say, 12, leading=16, indent=56, after=4)
    leaf.section("What we keep to")
    leaf.bullets(
        [
            "What is said stays here, except where somebody’s life or safety is in danger.",
            "No advice across pairs. We listen, and we may ask.",
            "Anybody may pass, and anybody may leave.",
            _SHEETS[sheet.lead],
        ]
    )
    leaf.line_for("Next time, on:")
    if sheet.lead is Lead.LEADERLESS:
        leaf.line_for("Host, and timekeeper:")
    leaf.section("If somebody is not safe")
    leaf.words("Stop the meeting. One person stays with them, another phones.", BODY, Face.BOLD, after=4)
    numbers(leaf, sheet.help)
    return leaf.finish()
