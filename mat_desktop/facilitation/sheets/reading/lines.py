"""What each printed question of a sheet means: its answers, what is kept of it, and where an answer goes.

A sheet is read as typing would have it: the letter and number that is printed leads to the question, and the answer
to the very same place. Whatever no longer stands in the library as it stands on the paper is typed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mat_desktop.facilitation.answers.form import FormView, form_view
from mat_desktop.facilitation.answers.occasions import occasion_now
from mat_desktop.facilitation.contact.alliance import check_day, ratings_of
from mat_desktop.facilitation.contact.sheet import rows_of_members
from mat_desktop.facilitation.followup.asked import place_now
from mat_desktop.facilitation.followup.views import FollowUpView, seen
from mat_desktop.facilitation.pairing.ballots import DIGITS, BallotView, ballot_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printer import ALIKE
from mat_desktop.facilitation.sheets.reading.call_lines import call_lines
from mat_desktop.facilitation.sheets.reading.consent_lines import consent_lines, study_lines
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, Maker, SheetLine, SheetLines
from mat_desktop.facilitation.shown.dates import day_month_year, point_title
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, AllianceCheck
from mat_desktop.workshop.followup import FURTHER_BACK, IMPROVEMENT, LAST_TWO_WEEKS, WANTS_TO_TALK, WORSE
from mat_desktop.workshop.goals.goal import told_apart
from mat_desktop.workshop.pairing.criteria.similarity import LEAST, MOST
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import FACTS, IssuedSheet, SheetKind

_SEVERITIES = tuple((str(value), "") for value in range(1, 14))
_FIRST_BOX = 1
"""The number of the box "Further back than all of these"; the steps from the lowest up follow."""
_MONTHS = {SheetKind.SIX_MONTHS: 6, SheetKind.ONE_YEAR: 12}


def lines_of(rows: Rows, sheet: IssuedSheet, person_id: int, today: date) -> SheetLines:
    """What a sheet asks. Raises Refusal for a kind that is not read."""
    maker = _MAKERS.get(sheet.kind)
    if maker is None:
        raise Refusal(f"The {FACTS[sheet.kind].one} is not read from pictures. Type it: its code is {sheet.code}.")
    return maker(rows, sheet, person_id, today)


def _follow_up(rows: Rows, sheet: IssuedSheet, person_id: int, _today: date) -> SheetLines:
    months = _MONTHS.get(sheet.kind, sheet.version)
    view = seen(rows, person_id, months)
    hidden = sheet.kind is SheetKind.ABSENT
    found = [*_ladders(view, hidden=hidden), *_complaints(view, hidden=hidden), *_later_forms(view), *_questions(view)]
    occasion = "" if sheet.kind in _MONTHS else point_title(months)
    return SheetLines(occasion=occasion, lines=tuple(found), months=months)


def _ladders(view: FollowUpView, *, hidden: bool) -> Iterator[SheetLine]:
    """Boxes 1 to 6 a goal. By post a goal may show less, and its steps no words."""
    goals = [goal for goal, _ in view.goals]
    for number, (goal, level) in enumerate(view.goals, 1):
        steps = sorted(goal.ladder)
        options = [(str(_FIRST_BOX), "further back than all of these")]
        options += [(str(level_ - FURTHER_BACK + _FIRST_BOX), words) for level_, words in steps]
        yield SheetLine(
            item=f"A{number}",
            words=told_apart(goal.words, goal, goals),
            options=tuple(options),
            part=LineKind.LADDER,
            number=goal.id,
            kept="" if level is None else str(level - FURTHER_BACK + _FIRST_BOX),
            printed=(told_apart(goal.title or f"My goal {number}", goal, goals),)
            + (() if hidden else tuple(words for _, words in steps)),
        )


def _complaints(view: FollowUpView, *, hidden: bool) -> Iterator[SheetLine]:
    for number, one in enumerate(view.complaints, 1):
        printed = () if hidden else (one.words,)
        value = one.now.value if one.now is not None else None
        yield SheetLine(
            item=f"B{number}",
            words=one.words,
            options=_SEVERITIES,
            part=LineKind.TROUBLE,
            number=one.number,
            name=one.words,
            kept=_as_value(value),
            printed=printed,
        )
        yield SheetLine(
            item=f"B{number} compared",
            words=f"Compared with {view.since}: {one.words}",
            options=tuple((words, words) for words in IMPROVEMENT),
            part=LineKind.BETTER,
            number=one.number,
            kept=one.improvement,
            printed=printed,
        )


def _later_forms(view: FollowUpView) -> Iterator[SheetLine]:
    """Section C runs through its questionnaires, D are the ratings, all others are sheets of their own."""
    before = 0
    for form in view.forms:
        if form.instrument in LAST_TWO_WEEKS:
            yield from _form_lines(form, LineKind.LATER_FORM, lambda n, start=before: f"C{n + start}")  # type: ignore[misc]
            before += len(form.items)
        elif form.instrument == own_pages.ALLIANCE:
            yield from _form_lines(form, LineKind.LATER_FORM, lambda n: f"D{n}")
        else:
            yield from _form_lines(form, LineKind.LATER_FORM, _under(form))


def _questions(view: FollowUpView) -> Iterator[SheetLine]:
    met = set[int]()
    for question, kept in view.questions:
        again = question.number in met
        met.add(question.number)
        item = f"E{question.number}"
        yield SheetLine(
            item=f"{item} words" if again and not question.choices else item,
            words=question.title,
            options=tuple(zip(question.choices, question.shown_choices, strict=True)),
            part=LineKind.QUESTION,
            name=question.key,
            kept=kept,
            always=question.key == WORSE or WANTS_TO_TALK in question.choices,
            printed=(question.title,),
        )


def _under(form: FormView) -> Callable[[int], str]:
    return lambda number: f"{form.title} {number}"


def _form_lines(form: FormView, part: LineKind, item: Callable[[int], str]) -> Iterator[SheetLine]:
    for one in form.items:
        value = one.answer.value if one.answer is not None else None
        yield SheetLine(
            item=item(one.number),
            words=one.words,
            options=tuple((str(v), words) for v, words in one.options),
            part=part,
            number=one.number,
            name=form.instrument,
            kept=_as_value(value),
            always=one.safety,
            printed=(one.words.removesuffix(" today.").removesuffix(" today"),),
        )


def _as_value(value: int | None) -> str:
    return "" if value is None else str(value)


def _screening(rows: Rows, sheet: IssuedSheet, person_id: int, today: date) -> SheetLines:
    workshop = rows.get(Workshop, sheet.workshop_id)
    keys = {
        SheetKind.READINESS: (own_pages.READINESS, own_pages.RULERS),
        SheetKind.COMPLAINTS: (own_pages.COMPLAINTS,),
        SheetKind.QUESTIONNAIRE: tuple(measure.instrument for measure in workshop.measures),
    }[sheet.kind]
    forms = [form_view(rows, person_id, key, occasion_now(workshop, today)) for key in keys]
    lines = [line for form in forms for line in _form_lines(form, LineKind.FORM, _under(form))]
    return SheetLines(occasion=f"workshop of {day_month_year(workshop.held_on)}", lines=tuple(lines))


def _alliance(rows: Rows, sheet: IssuedSheet, person_id: int, today: date) -> SheetLines:
    """The ratings of the agreed day whose slip is most likely at hand, as they are offered when they are typed."""
    member = next((m for m in rows_of_members(rows, sheet.workshop_id, today) if m.participant_id == person_id), None)
    now = place_now(stand(rows, sheet.workshop_id), person_id)
    if member is None:
        raise Refusal("This person was in no pair that began; there is nowhere to keep this sheet.")
    place = sheet.partnership_id or (key_of(now) if now is not None else member.places[-1][0])
    day = check_day(rows, place, person_id, today)
    check = rows.find(AllianceCheck, partnership_id=place, participant_id=person_id, happened_on=day)
    kept = ratings_of(check) if check is not None else {}
    form = form_view(rows, person_id, own_pages.ALLIANCE, occasion_now(rows.get(Workshop, sheet.workshop_id), today))
    lines = []
    for line, known in zip(_form_lines(form, LineKind.RATING, _under(form)), ALLIANCE_ITEMS, strict=True):
        lines.append(replace(line, name=known.key, kept=_as_value(kept.get(known.key))))
    return SheetLines(occasion=day_month_year(day), lines=tuple(lines), place=place, day=day)


def _ballot(rows: Rows, _sheet: IssuedSheet, person_id: int, _today: date) -> SheetLines:
    """One line for each table number that has a ballot; marks for whoever has none any more are left out."""
    view = ballot_of(rows, person_id)
    digit = {choice: value for value, choice in DIGITS.items()}
    options = tuple((value, str(choice)) for value, choice in DIGITS.items())
    lines = [
        SheetLine(
            item=str(number),
            words=f"Table {number}",
            options=options,
            part=LineKind.BALLOT,
            number=other,
            kept=digit[view.marks[other]] if other in view.marks else "",
        )
        for other, number in view.others
        if other
    ]
    return SheetLines(occasion="", lines=(*lines, *_likeness(view)))


def _likeness(view: BallotView) -> Iterator[SheetLine]:
    """How alike somebody felt to each, where the card asks it."""
    for other, number in view.others:
        if other:
            yield SheetLine(
                item=f"{number} {ALIKE}",
                words=f"How alike to table {number}: 1 not at all, 5 very much",
                options=tuple((str(value), "") for value in range(LEAST, MOST + 1)),
                part=LineKind.LIKENESS,
                number=other,
                kept=_as_value(view.ratings.get(other)),
            )


_MAKERS: Mapping[SheetKind, Maker] = {
    **dict.fromkeys((SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR, SheetKind.LATER, SheetKind.ABSENT), _follow_up),
    **dict.fromkeys((SheetKind.READINESS, SheetKind.QUESTIONNAIRE, SheetKind.COMPLAINTS), _screening),
    SheetKind.ALLIANCE_CHECK: _alliance,
    SheetKind.ROUND_CARD: _ballot,
    SheetKind.CONSENT: consent_lines,
    SheetKind.STUDY_CONSENT: study_lines,
    SheetKind.PHONE_LIST: call_lines,
}


def stands_on(printed: str, wanted: Sequence[str]) -> bool:
    """Whether words stand on a sheet, wherever its lines were broken."""
    text = _bare(printed)
    return all(_bare(words) in text for words in wanted)


def _bare(words: str) -> str:
    return "".join(words.split()).casefold()
