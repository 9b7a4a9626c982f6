"""Words to say at each step, for its usual and its hardest moment, and what comes next."""

from collections.abc import Sequence
from datetime import date, datetime

from mat_desktop.facilitation.contact import meetings
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.door.closing import is_closed
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.setup.run_sheet import BlockView, RunSheetView, run_sheet
from mat_desktop.facilitation.setup.workshop import WorkshopView, workshop
from mat_desktop.facilitation.shown.dates import clock, day_month_year, short, week_words
from mat_desktop.facilitation.shown.spoken import SpokenLine
from mat_desktop.facilitation.shown.words.pairing import NOT_WORKED_OUT
from mat_desktop.facilitation.standing import progress, stand
from mat_desktop.workshop.journey import DAY_STEPS, TITLES, Step
from mat_desktop.workshop.participants.participant import Presence

USUAL: dict[Step, str] = {
    Step.PARTICIPANTS: "Welcome. You can stop at any time. What is said here stays here, except danger.",
    Step.SCREENING: "This is not a test. I want to be sure that a daily call would be good for you right now.",
    Step.PAIRING: "You named people you could work with. Here is a first idea. Nothing is fixed until you both agree.",
    Step.GOALS: "What would be a little better than now? And what would be more than you dare to hope?",
    Step.AGREEMENT: "Write it so that you can keep it on your worst day. You can change it together at any time.",
    Step.CONTACT: "What got in the way? I am asking about the calls, not about your partner.",
    Step.SIX_MONTHS: "Where do you stand on your own ladder today? There is no right answer.",
    Step.ONE_YEAR: "A year is long. What do you want to keep from it?",
    Step.OUTCOMES: "This is what this group did in a year. It shows this group, not what works for everyone.",
}

HARDEST: dict[Step, str] = {
    Step.PARTICIPANTS: "If you do not want your data kept, you can still stay today; I will only use paper.",
    Step.SCREENING: "It is not about your worth. Here is what I suggest, and I will phone you on a day that suits you.",
    Step.PAIRING: NOT_WORKED_OUT,
    Step.GOALS: "If nothing comes to mind: what would somebody who likes you notice first?",
    Step.AGREEMENT: "If you are afraid of the other, do not sign. Come and see me; nobody will hear why.",
    Step.CONTACT: "Seven silent days happen. I would like to hear from each of you alone, and then we decide.",
    Step.SIX_MONTHS: "Further back than at the start is an answer too. Thank you for telling me.",
    Step.ONE_YEAR: "We missed you. There is no need to explain. Would you like the sheet by post?",
    Step.OUTCOMES: "Some did not answer. They may be well or not well; we do not know, and we say so.",
}

MUST_BE_TYPED: dict[Step, str] = {
    Step.PARTICIPANTS: "Type who is here. Addresses and the rest can wait.",
    Step.SCREENING: "Type the nine answers of each person before pairs are made. Notes can wait. Screen couples apart.",
    Step.PAIRING: "Type the ballots in the break, confirm, and ask each alone. Who waits or goes home hears it first.",
    Step.GOALS: "Nothing must be typed today: paper goal cards can be copied later.",
    Step.AGREEMENT: "Nothing must be typed today: agreements signed by hand can be copied later.",
    Step.CONTACT: "The first log entry is made on paper. It is typed when the sheets come back.",
}
"""On the workshop day, as long as it is not typed."""
BEFORE_THE_DAY: dict[Step, str] = {
    Step.PARTICIPANTS: "Name and phone number are enough now. The rest can wait.",
    Step.SCREENING: "Talk with each person before the day, if you can. Screen couples apart.",
}
AFTER_THE_DAY: dict[Step, str] = {
    Step.GOALS: "Copy the paper goal cards: {left} still to type.",
    Step.AGREEMENT: "Copy the agreements signed by hand: {left} still to type.",
    Step.CONTACT: "Type the sheets when they come back.",
}
CHOOSE_MEETINGS = "Choose the days of the meetings now: people plan a year around them."
TELL_MEETINGS = "The days of the meetings are chosen. Tell everybody: people plan a year around them."
HALL_FALLS_THROUGH = "If the hall falls through: the date can move; the agreed months move with it."
HALL_TODAY = "If the hall falls through today: phone everybody, then move the date; the agreed months move with it."
START_THE_DAY = "Start the day on the run sheet."
DAY_IS_OVER = "The day is over. What is still to type or to phone stands on Today."
MEETING_MOVES = "If a meeting must move: change it here; what is printed from then on carries the new day."
NEXT_MEETING = "The next meeting is on {day}. Numbers and readers can be changed here at any time."
FINISH_IT = "All meetings are over. Once nothing is promised any more, this workshop can be finished here."
FINISHED = "This workshop is finished. It can be opened again here, and taken as the pattern of the next."


def lines(desk: Desk, workshop_id: int, step: Step) -> tuple[SpokenLine, ...]:
    """What to say and do at a step, the most pressing first; on the day, the run sheet speaks first.

    Nothing is asked for that is done, or whose day is not there yet or over.
    """
    found, today = workshop(desk, workshop_id), desk.clock.today()
    sheet = run_sheet(desk, workshop_id, desk.clock.now()) if found.held_on == today else None
    running = [day_line(sheet, desk.clock.now())] if sheet is not None and sheet.running else []
    if step is Step.SETUP:
        closed = sheet is not None and is_closed(desk, workshop_id)
        planned = [m.day for m in meetings.meetings(desk, workshop_id)]
        asked = _setup_words(found, planned, today, sheet, closed=closed)
        return (*running, *(SpokenLine("Next", words) for words in asked))
    to_type = _to_type(desk, workshop_id, step, found.held_on, today)
    said = [SpokenLine("Say", f"“{USUAL[step]}”"), *running, *(SpokenLine("Next", words) for words in to_type)]
    return (*said, SpokenLine("If it is hard", f"“{HARDEST[step]}”"))


def _setup_words(
    found: WorkshopView, planned: Sequence[date], today: date, sheet: RunSheetView | None, *, closed: bool
) -> tuple[str, str]:
    """What is next in setting up: only what is still to be chosen or may still have to move.

    `planned` are the days of the group's own meetings, beside those of the follow-ups.
    """
    if found.finished:
        return FINISHED, MEETING_MOVES
    about = TELL_MEETINGS if all(point.chosen for point in found.points) else CHOOSE_MEETINGS
    if today < found.held_on:
        return about, HALL_FALLS_THROUGH
    if sheet is not None and not closed:
        begun = any(block.state in ("running", "over") for block in sheet.blocks)
        return (about, MEETING_MOVES) if begun else (START_THE_DAY, HALL_TODAY)
    if sheet is not None:
        return DAY_IS_OVER, MEETING_MOVES
    follow_ups = [point.meeting for point in found.points if point.meeting >= today]
    next_day = min((*follow_ups, *(day for day in planned if day >= today)), default=None)
    asked = NEXT_MEETING.format(day=day_month_year(next_day)) if follow_ups and next_day is not None else FINISH_IT
    return asked, MEETING_MOVES


def _to_type(desk: Desk, workshop_id: int, step: Step, held_on: date, today: date) -> tuple[str, ...]:
    """What must be typed at a step now; nothing where all of it is."""
    words = MUST_BE_TYPED if held_on == today else BEFORE_THE_DAY if today < held_on else AFTER_THE_DAY
    if step not in words:
        return ()
    left = _left(desk, workshop_id, step, today)
    return (words[step].format(left=left),) if left else ()


@look
def _left(rows: Rows, workshop_id: int, step: Step, today: date) -> int:
    """How many people, or agreements, are still to be typed at a step; 1 where nobody is there yet."""
    standing = stand(rows, workshop_id)
    if step is Step.PARTICIPANTS:
        coming = standing.coming
        return sum(p.presence is Presence.EXPECTED for p in coming) if coming else 1
    so_far = progress(standing, today)[step]
    return so_far.total - so_far.done if so_far.total else int(step not in (Step.GOALS, Step.AGREEMENT))


def day_line(sheet: RunSheetView, now: datetime) -> SpokenLine:
    """Where the day is, how late, and what could give."""
    if sheet.running is None or sheet.ends_at is None:
        return SpokenLine("Next", START_THE_DAY)
    words = f"Now: {sheet.running.title}, until {clock(sheet.ends_at.astimezone(now.tzinfo))}."
    if sheet.minutes_late:
        words += f" {sheet.minutes_late} min late"
        words += f"; {sheet.can_give} min can be dropped." if sheet.can_give else "."
    if sheet.following is not None:
        words += f" Then: {sheet.following.title}."
    return SpokenLine("Next", words)


TO_TODAY = "To Today"


def next_step(desk: Desk, workshop_id: int, present: Step) -> tuple[Step, str]:
    """Where the filled button leads, and its words: on the day by the run sheet, else along the rail.

    The present step itself where nothing follows, as once the day is closed: then it leads to Today. Following it never
    comes back to a step.
    """
    blocks: tuple[BlockView, ...] = ()
    if workshop(desk, workshop_id).held_on == desk.clock.today():
        if present in DAY_STEPS and is_closed(desk, workshop_id):
            return present, TO_TODAY
        blocks = run_sheet(desk, workshop_id, desk.clock.now()).blocks
    step = following(day_route(blocks), present)
    return (step, f"Next: {TITLES[step]}") if step is not None else (present, TO_TODAY)


def day_route(blocks: Sequence[BlockView]) -> tuple[Step, ...]:
    """The steps that the run sheet still asks for, each once: where it first comes from now on.

    Setting up, which comes again when dates are agreed at the end, counts once the other steps of the day are over.
    """
    steps = tuple(dict.fromkeys(Step(b.step) for b in blocks if b.step and b.state in ("ahead", "running")))
    early = any(step in DAY_STEPS and step is not Step.SETUP for step in steps)
    return tuple(step for step in steps if not (early and step is Step.SETUP))


def following(route: Sequence[Step], present: Step) -> Step | None:
    """The step after this one; None where nothing follows.

    A step of the day that is not on the route leads to where the day is; what is after the day follows the rail.
    """
    if present in route:
        return next(iter(route[route.index(present) + 1 :]), None)
    if route and present in DAY_STEPS:
        return route[0]
    steps = tuple(Step)
    return next((step for step in steps[steps.index(present) + 1 :] if step not in route), None)


def day_word(shown: WorkshopView, today: date) -> str:
    """What stands under the workshop's title on the rail: how far away, the day itself, or the week of the calls."""
    held_on = shown.held_on
    if today < held_on:
        return f"{(held_on - today).days} days to go" if (held_on - today).days > 1 else "Tomorrow"
    if today == held_on:
        return "Workshop day"
    if today < shown.first_day:
        return f"First call {short(shown.first_day)}"
    return week_words(shown.first_day, shown.last_day, today) or "The year after"
