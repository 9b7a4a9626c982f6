"""The agreement about daily calls: one copy each, terms as they stand, writing lines where nothing is known."""

from mat_desktop.facilitation.agreement import Terms
from mat_desktop.facilitation.sheet_views import AgreementSheet
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, MARGIN, SMALL, Leaf, Size
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.text import joined

_INDENT = 34.0
_OFTEN = {
    Frequency.DAILY: ("We talk every day", "Our agreement about daily calls"),
    Frequency.WEEKDAYS: ("We talk on every weekday", "Our agreement about weekday calls"),
    Frequency.WEEKLY: ("We talk once a week", "Our agreement about weekly calls"),
}
_BLANK = "_" * 12
_AFRAID = "If you are afraid of the other, do not hold this talk. Phone the facilitator."
_STOP = "Either of us may stop at any time, without reasons, by telling the other or the facilitator."


def laid_out(sheet: AgreementSheet, size: Size) -> list[Page]:
    """The pages of one agreement."""
    leaf = Leaf(sheet.head, size)
    terms = sheet.terms
    leaf.new_page()
    leaf.title(_OFTEN[terms.frequency][1])
    leaf.rich([(Face.REGULAR, "Between"), (Face.BOLD, joined(terms.names))])
    leaf.words(f"From {full(terms.starts)} to {full(terms.ends)}", after=2)
    leaf.words(f"{sheet.head.title}, {sheet.head.place_and_date}", SMALL)
    leaf.y += 4
    leaf.page.line(MARGIN, leaf.y, MARGIN + leaf.wide, leaf.y, 1.5)
    leaf.y += 9
    for number, (heading, sentences) in enumerate(_points(sheet), 1):
        _point(leaf, number, heading, sentences)
    _limits(leaf)
    _own_words(leaf, terms)
    _signatures(leaf, terms)
    return leaf.finish()


def _points(sheet: AgreementSheet) -> list[tuple[str, list[str]]]:
    terms = sheet.terms
    points = [
        (_OFTEN[terms.frequency][0], [_calls(terms), _said(terms.missed_call)]),
        ("What each of us is working on", [_working(name, goals) for name, goals in terms.goals]),
        ("How we listen", [_said(terms.how_we_listen)]),
        (
            "When it gets hard",
            [f"{_said(terms.confront_where)} {_AFRAID}"],
        ),
        ("What stays between us", [_between(terms)]),
        (
            "Trying it out, and stopping",
            [f"On {day_month(terms.trial_ends)} we check whether this works for both. {_STOP}"],
        ),
    ]
    if terms.shared_project:
        points.insert(2, ("What we do together", [terms.shared_project]))
    return points


def _calls(terms: Terms) -> str:
    at = terms.window_starts or _BLANK
    backup = f", or {terms.window_backup} as a second try" if terms.window_backup else ""
    share = "half for each" if len(terms.names) == 2 else "shared equally"
    holidays = f" Holidays: {terms.holidays}" if terms.holidays else ""
    return f"By phone at {at}{backup}, about {terms.minutes} minutes, {share}. {_said(terms.who_dials)}{holidays}"


def _said(words: str) -> str:
    text = words.strip() or _BLANK * 4
    return text if text[-1] in ".!?_" else f"{text}."


def _working(name: str, goals: tuple[str, ...]) -> str:
    said = "; ".join(goals)
    return f"{name}: {_said(said)}"


def _between(terms: Terms) -> str:
    off = f" We do not talk about: {_said(terms.off_limits)}" if terms.off_limits else ""
    return (
        "What we hear stays with us. If someone’s life or safety is in danger we get help, and say so if that is safe."
        + off
    )


def _point(leaf: Leaf, number: int, heading: str, sentences: list[str]) -> None:
    leaf.need(46)
    leaf.page.text(MARGIN, leaf.y + 13, str(number), 13, Face.BOLD)
    leaf.words(heading, 13, Face.BOLD, indent=_INDENT, leading=18)
    for sentence in sentences:
        leaf.words(sentence, indent=_INDENT)
    leaf.rule(4, 7)


def _limits(leaf: Leaf) -> None:
    leaf.words(
        "No money, no romance, no diagnosis, no recording. This is support between equals; it does not replace a "
        "doctor, therapist or emergency service. We promise this to each other; nobody can guarantee it.",
        SMALL + 0.5,
        after=4,
        leading=14,
    )


def _own_words(leaf: Leaf, terms: Terms) -> None:
    leaf.need(58 + 44)
    column = (leaf.wide - 24 * (len(terms.names) - 1)) / len(terms.names)
    top = leaf.y
    for place, name in enumerate(terms.names):
        x = MARGIN + place * (column + 24)
        label = leaf.page.lines(f"{first_name(name)}: What I ask of you", column, BODY, Face.BOLD)[0]
        leaf.page.text(x, top + 12, label, BODY, Face.BOLD)
        for line in (34.0, 56.0):
            leaf.page.line(x, top + line, x + column, top + line)
    leaf.y = top + 60


def _signatures(leaf: Leaf, terms: Terms) -> None:
    leaf.need(42)
    names = [*terms.names, "Witness", "Date"]
    gap = 18.0
    column = (leaf.wide - gap * (len(names) - 1)) / len(names)
    top = leaf.y + 26
    for place, name in enumerate(names):
        x = MARGIN + place * (column + gap)
        leaf.page.line(x, top, x + column, top, 1)
        leaf.page.text(x, top + 13, leaf.page.lines(name, column, SMALL + 0.5)[0], SMALL + 0.5)
    leaf.y = top + 16
