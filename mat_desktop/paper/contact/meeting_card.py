"""The card for a meeting without a leader: 75 minutes, the host changes, nobody advises another pair."""

from mat_desktop.facilitation.printed.contact import MeetingCardSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Format, Leaf
from mat_desktop.paper.screening.help_sheet import numbers

_PARTS: tuple[tuple[int, str], ...] = (
    (5, "Arrive. The host reads this card aloud. Somebody else keeps the time."),
    (5, "A quiet minute: what has moved since we last met?"),
    (35, "Everybody has the same time. Say where you stand on your ladder, and one thing that helped."),
    (15, "In pairs, apart: is there anything between us? What shall we change until next time?"),
    (10, "Together: help I gave, and help I got."),
    (5, "Next date, next host, next timekeeper."),
)


def laid_out(sheet: MeetingCardSheet, form: Format) -> list[Page]:
    """One page, the same for everybody."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("A meeting without a leader")
    for minutes, words in _PARTS:
        leaf.need(24)
        leaf.page.text(leaf.left, leaf.y + 12, f"{minutes} min", 12, Face.BOLD)
        leaf.words(words, 12, leading=16, indent=56, after=4)
    leaf.section("What we keep to")
    leaf.bullets(
        [
            "What is said stays here, except where somebody’s life or safety is in danger.",
            "No advice across pairs. We listen, and we may ask.",
            "Anybody may pass, and anybody may leave.",
            "The host collects no sheets. They go to the facilitator in a closed envelope, or by their owner.",
        ]
    )
    leaf.line_for("Next time, on:")
    leaf.line_for("Host, and timekeeper:")
    leaf.section("If somebody is not safe")
    leaf.words("Stop the meeting. One person stays with them, another phones.", BODY, Face.BOLD, after=4)
    numbers(leaf, sheet.help)
    return leaf.finish()
