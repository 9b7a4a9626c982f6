"""The agreement about daily calls: one copy each, terms as they stand, writing lines where nothing is known."""

from dataclasses import replace

from mat_desktop.facilitation.agreement.terms import AgreementTerms, Voice
from mat_desktop.facilitation.printed.agreement import AgreementSheet
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.facilitation.shown.words.agreement import HELP
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BLANK, BODY, LEADING, WRITING, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.participants.calling import first_name, told_apart
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.text import joined

_EDGE = 11 * MM
_OFTEN = {
    Frequency.DAILY: ("We talk every day", "Our agreement about daily calls"),
    Frequency.WEEKDAYS: ("We talk on every weekday", "Our agreement about weekday calls"),
    Frequency.WEEKLY: ("We talk once a week", "Our agreement about weekly calls"),
}
_ASKS, _NUMBER, _SIGNATURE, _BESIDE = "asks", "number", "signature", ("witness", "date")
"""What is written by pen under the points, whose gaps bear their numbers; each after the member's place."""
_AFRAID = "If you are afraid of the other, do not hold this talk. Phone the facilitator."
_STOP = "Either of us may stop at any time, without reasons, by telling the other or the facilitator."


def laid_out(sheet: AgreementSheet, form: Format) -> list[Page]:
    """The pages of one copy."""
    leaf, terms = Leaf(sheet.head, replace(form, edge=_EDGE)), sheet.terms
    leaf.title(_OFTEN[terms.frequency][1])
    who = joined([name or BLANK * 2 for name in terms.names])
    leaf.rich([(Face.REGULAR, "Between"), (Face.BOLD, who)])
    leaf.words(f"From {full(terms.starts)} to {full(terms.ends)}", after=2)
    leaf.words(f"{sheet.head.whose}{_version(terms)}", SMALL)
    leaf.y += 3
    leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 1.5)
    leaf.y += 7
    for number, (heading, sentences) in enumerate(_points(terms), 1):
        leaf.numbered(number, heading, sentences)
    leaf.words(
        "No money, no romance, no diagnosis or advice about medicines, no recording. This is support between equals; "
        "it does not replace a doctor or emergency service. We promise this to each other; nobody can guarantee it.",
        SMALL + 0.5,
        after=3,
        leading=13.5,
    )
    _own_words(leaf, terms)
    leaf.together(lambda: _close(leaf, sheet))
    return leaf.finish()


def _close(leaf: Leaf, sheet: AgreementSheet) -> None:
    """Numbers and signatures stay together."""
    _numbers(leaf, sheet)
    _signatures(leaf, sheet.terms)


def _version(terms: AgreementTerms) -> str:
    said = f". New terms, version {terms.version}" if terms.version > 1 else ""
    return f"{said}. Copied from the signed paper" if terms.copied_from_paper else said


def _points(terms: AgreementTerms) -> list[tuple[str, list[str]]]:
    points = [
        (_OFTEN[terms.frequency][0], [f"{_calls(terms)} {_said(terms.missed_call)}"]),
        ("What each of us is working on", [_working(name, goals) for name, goals in terms.goals]),
        ("How we listen", [_said(terms.how_we_listen), *_wants(terms.voices)]),
        ("When it gets hard", [f"{_said(terms.confront_where)} {_AFRAID}"]),
        ("What stays between us", [_between(terms)]),
        (
            "Trying it out, and stopping",
            [f"On {day_month(terms.trial_ends)} each says, alone, whether this works. {_STOP}"],
        ),
    ]
    if terms.shared_project:
        points.insert(2, ("What we do together", [_said(terms.shared_project)]))
    return points


def _calls(terms: AgreementTerms) -> str:
    at = terms.window_starts or BLANK
    backup = f", or {terms.window_backup or BLANK} as a second try"
    share = "half for each" if len(terms.names) == 2 else "shared equally"
    holidays = f" Holidays: {_said(terms.holidays)}" if terms.holidays else ""
    return f"By phone at {at}{backup}, about {terms.minutes} minutes, {share}. {_said(terms.who_dials)}{holidays}"


def _said(words: str) -> str:
    text = words.strip() or BLANK * 4
    return text if text[-1] in ".!?_" else f"{text}."


def _working(name: str, goals: tuple[tuple[str, str], ...]) -> str:
    whose = f"{name}:" if name else f"{BLANK}:"
    parts = [f"{title or BLANK * 3}{f' (first step: {step})' if step else ''}" for title, step in goals]
    return f"{whose} {_said('; '.join(parts))}"


def _wants(voices: tuple[Voice, ...]) -> list[str]:
    """How each wants to be helped: as chosen, or the three ways to be ringed by pen."""
    said = []
    for voice in voices:
        name = voice.called or BLANK
        wants = f": {HELP[voice.wants]}." if voice.wants else f" (ring one): {', or '.join(HELP.values())}"
        said.append(f"{name} wants{wants}")
    return said


def _between(terms: AgreementTerms) -> str:
    off = f" We do not talk about: {_said(terms.off_limits)}" if terms.off_limits else ""
    return (
        "What we hear stays with us. If someone’s life or safety is in danger we get help, and say so if that is safe."
        + off
    )


def _own_words(leaf: Leaf, terms: AgreementTerms) -> None:
    """What each asks of the other, in columns; long words take the whole width, one after the other."""
    count = len(terms.voices)
    column = (leaf.wide - 24 * (count - 1)) / count
    lines = [leaf.page.lines(v.asks, column, BODY) if v.asks else [] for v in terms.voices]
    high = 18 + max(2 * WRITING - 2, *(len(own) * LEADING + 6 for own in lines))
    if leaf.wide < 400 or high > 150:
        for number, voice in enumerate(terms.voices, 1):
            if number == count:
                leaf.need(80 + _closing(leaf, terms))
            _asks(leaf, voice, f"{_ASKS} {number}")
        return
    leaf.need(high + _closing(leaf, terms))
    top = leaf.y
    for place, voice in enumerate(terms.voices):
        x = leaf.left + place * (column + 24)
        label = leaf.page.short(_label(voice), column, BODY, Face.BOLD)
        leaf.page.text(x, top + 12, label, BODY, Face.BOLD)
        for number, line in enumerate(lines[place]):
            leaf.page.text(x, top + 29 + number * LEADING, line, BODY)
        if not voice.asks:
            for row in (1, 2):
                leaf.page.line(x, top + 14 + row * WRITING, x + column, top + 14 + row * WRITING)
            leaf.page.words_here(f"{_ASKS} {place + 1}", x, top + 14, column, 2 * WRITING)
    leaf.y = top + high


def _closing(leaf: Leaf, terms: AgreementTerms) -> float:
    """The height of numbers and signatures: they stand under something that was agreed, never alone on a page."""
    per_row = _per_row(leaf, len(terms.names) + 2)
    return (len(terms.names) - 1) * 27 + -(-(len(terms.names) + 2) // per_row) * 38


def _per_row(leaf: Leaf, signatures: int) -> int:
    return signatures if leaf.wide > 400 else 2


def _asks(leaf: Leaf, voice: Voice, item: str) -> None:
    leaf.need(70)
    leaf.words(_label(voice), BODY, Face.BOLD)
    if voice.asks:
        leaf.words(voice.asks, after=4)
    else:
        leaf.writing_lines(2, item=item)


def _label(voice: Voice) -> str:
    return f"{voice.called}: What I ask of you" if voice.name else "What I ask of you"


def _called(terms: AgreementTerms) -> list[tuple[str, str]]:
    """Everybody's name on this copy, and what they are called; the first agreements kept names alone."""
    if terms.voices:
        return [(voice.name, voice.called) for voice in terms.voices]
    return list(zip(terms.names, told_apart([(first_name(name), name) for name in terms.names]), strict=True))


def _numbers(leaf: Leaf, sheet: AgreementSheet) -> None:
    """Each writes their own number by pen on the other's copy; the program never prints one here."""
    called = _called(sheet.terms)
    others = [words for name, words in called if name and name != sheet.holder]
    own = next((words for name, words in called if name == sheet.holder), "")
    if own and others:
        for place, other in enumerate(others, 1):
            leaf.line_for(f"{other} writes their number for {own} here:", item=f"{_NUMBER} {place}")
    else:
        leaf.line_for("Each writes their own number on the other’s copy:", item=f"{_NUMBER} 1")


def _signatures(leaf: Leaf, terms: AgreementTerms) -> None:
    names = [*(name or "Name" for name in terms.names), terms.witness or "Witness, if wanted", "Date"]
    items = [*(f"{_SIGNATURE} {n}" for n in range(1, len(terms.names) + 1)), *_BESIDE]
    gap = 18.0
    per_row = _per_row(leaf, len(names))
    column = (leaf.wide - gap * (per_row - 1)) / per_row
    for start in range(0, len(names), per_row):
        row = [leaf.page.lines(name, column, SMALL) for name in names[start : start + per_row]]
        leaf.need(24 + 12 * max(map(len, row)))
        top = leaf.y + 20
        for place, lines in enumerate(row):
            x = leaf.left + place * (column + gap)
            leaf.page.line(x, top, x + column, top, 1)
            leaf.page.words_here(items[start + place], x, leaf.y, column, 20)
            for number, line in enumerate(lines):
                leaf.page.text(x, top + 12 + 12 * number, line, SMALL)
        leaf.y = top + 4 + 12 * max(map(len, row))
