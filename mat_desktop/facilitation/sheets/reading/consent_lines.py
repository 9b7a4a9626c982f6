"""What a consent sheet asks, as its picture is checked: all is confirmed, only a clear cross guessed."""

from collections.abc import Iterator
from datetime import date

from mat_desktop.facilitation.participants.consenting import AtHome, said_to
from mat_desktop.facilitation.participants.wording import consent_words, study_words
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printer import AT_HOME, BY_PEN, SIGNED, STUDY
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, SheetLine, SheetLines
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.workshop.participants.consent import ASKED, ON_THE_SECOND_SHEET, ConsentKind
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import IssuedSheet

YES, NO, ON_PAPER_ONLY = "yes", "no", "no, keep mine on paper only"
_ABOUT = {
    AtHome.PARTNER: ("On papers at home, the partner", ("my partner’s first name", "only “my partner”")),
    AtHome.GOAL: ("On papers at home, the goal", ("my goal in full", "in short", "only “my goal”")),
    AtHome.LETTERS: ("Letters", ("nobody else opens my post", "please do not write")),
    AtHome.PHONE: ("Phone", ("you may leave a message", "do not")),
}
"""The lines under the boxes: how each is called, and its choices as they are printed."""
_NOT_READ = "At {number} a name or a number is written. It is not read: type it in step 2, from the paper."
_UNSIGNED = "Nothing is seen on the line for date and signature. Is this sheet signed?"


def consent_lines(rows: Rows, sheet: IssuedSheet, person_id: int, _today: date) -> SheetLines:
    """The five numbered boxes and the lines under them."""
    workshop, person = rows.get(Workshop, sheet.workshop_id), rows.get(Participant, person_id)
    boxes = [_box(rows, workshop, person, kind, str(number)) for number, kind in enumerate(ASKED, 1)]
    beside = {f"{number} {BY_PEN}": _NOT_READ.format(number=number) for number in range(1, len(ASKED) + 1)}
    return SheetLines(
        occasion="", lines=(*boxes, *_at_home(person)), beside=beside | {SIGNED: ""}, wanted={SIGNED: _UNSIGNED}
    )


def study_lines(rows: Rows, sheet: IssuedSheet, person_id: int, _today: date) -> SheetLines:
    """The one question of the second sheet. Raises Refusal where the workshop is part of no study any more."""
    workshop = rows.get(Workshop, sheet.workshop_id)
    if not workshop.study:
        raise Refusal("This workshop is part of no study. Say in step 1 that it is, and who allowed it.")
    line = _box(rows, workshop, rows.get(Participant, person_id), ConsentKind.STUDY, STUDY)
    return SheetLines(occasion="", lines=(line,), beside={SIGNED: ""}, wanted={SIGNED: _UNSIGNED})


def _box(rows: Rows, workshop: Workshop, person: Participant, kind: ConsentKind, item: str) -> SheetLine:
    no = ON_PAPER_ONLY if kind is ConsentKind.STORE else NO
    said, words = said_to(person, kind), _printed(rows, workshop, kind)
    return SheetLine(
        item=item,
        words=words[-1],
        options=((YES, ""), (no, "")),
        part=LineKind.CONSENT,
        name=kind,
        kept="" if said is None else YES if said else no,
        always=True,
        only_clear=True,
        beware=_taken_back(person, kind),
        printed=words,
    )


def _printed(rows: Rows, workshop: Workshop, kind: ConsentKind) -> tuple[str, ...]:
    """What must stand on the sheet for an answer to it, the question last."""
    if kind is ConsentKind.STUDY:
        return (*study_words(rows, workshop.id or 0), ON_THE_SECOND_SHEET)
    return (consent_words(workshop, kind),)


def _taken_back(person: Participant, kind: ConsentKind) -> str:
    """A yes that was taken back after this sheet was signed is no yes again because the paper is read."""
    days = [c.withdrawn_on for c in person.consents if c.kind is kind and c.withdrawn_on is not None]
    if not days or said_to(person, kind) is not None:
        return ""
    return f"this yes was taken back on {day_month_year(max(days))}; a yes only if it was given again since"


def _at_home(person: Participant) -> Iterator[SheetLine]:
    for item, line in zip(AT_HOME, AtHome, strict=True):
        title, choices = _ABOUT[line]
        crossed = line.crossed_by(person)
        yield SheetLine(
            item=item,
            words=title,
            options=tuple((words, "") for words in choices),
            part=LineKind.AT_HOME,
            name=line.name,
            kept="" if crossed is None else choices[crossed],
            always=True,
            only_clear=True,
            shown_as=title,
            printed=choices,
        )


def choice_at_home(line: AtHome, printed: str) -> int:
    """Which box of a line under the consents bears these words, from 0."""
    return _ABOUT[line][1].index(printed)
