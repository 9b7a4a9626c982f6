"""The sample workshop: invented people, read from a file, and played through the same deeds as a real one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers import responses, shelf
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance, log, schedule
from mat_desktop.facilitation.contact.pairs import pairs
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.pairing import ballots, life, moves, suggesting, telling, ties
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.keeping import PromiseKey
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.goals.goal import LEVELS, PaperWords
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.consent import AT_THE_DOOR, ConsentKind
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.promises import Promise, PromiseState
from mat_desktop.workshop.screening import FINE, UNSURE, ScreeningOutcome

MARKS: dict[str, Mark | None] = {
    "x": Mark.TALKED,
    "m": Mark.MESSAGE,
    "-": Mark.NO_CALL,
    "e": Mark.EXCUSED,
    ".": None,
}


@dataclass(frozen=True)
class Sample:
    """The invented workshop as its file has it."""

    facts: Mapping[str, Any]

    @property
    def people(self) -> list[dict[str, Any]]:
        """The invented people."""
        return list(self.facts["people"])

    @property
    def included(self) -> list[dict[str, Any]]:
        """Those who go on to pairing."""
        return [p for p in self.people if p["outcome"] == ScreeningOutcome.INCLUDE]

    def log_of(self, person: Mapping[str, Any]) -> dict[date, Mark]:
        """The days about which this person's log says something."""
        starts: date = self.facts["log_starts"]
        letters = "".join(person["log"]).replace(" ", "")
        found = ((starts + timedelta(days=n), MARKS[letter]) for n, letter in enumerate(letters))
        return {day: mark for day, mark in found if mark is not None}


def read(path: Path) -> Sample:
    """Read the sample workshop."""
    return Sample(tomllib.loads(path.read_text(encoding="utf-8")))


class SampleClock:
    """A clock that stands where it is set, a second further at every look."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The set instant."""
        self.at += timedelta(seconds=1)
        return self.at

    def today(self, time_zone: str = "") -> date:
        """The set day, in a time zone or where it was set."""
        return (self.at.astimezone(ZoneInfo(time_zone)) if time_zone else self.at).date()

    def go_to(self, day: date, hour: int = 9) -> None:
        """Set the clock forward."""
        self.at = datetime(day.year, day.month, day.day, hour, tzinfo=self.at.tzinfo)


def windows_of(free: str) -> list[tuple[DayKind, PartOfDay]]:
    """`weekdays evening; weekend early` as windows."""
    pieces = [piece.split() for piece in free.split(";") if piece.strip()]
    return [(DayKind(kind), PartOfDay(part)) for kind, part in pieces]


def fill(desk: Desk, clock: SampleClock, sample: Sample) -> int:
    """Play the sample up to the six-month meeting, each deed on its day. Returns the workshop's id."""
    facts = sample.facts
    held_on: date = facts["held_on"]
    clock.go_to(held_on - timedelta(days=21))
    workshop_id = setup.create(desk, facts["title"], facts["place"], held_on, facts["time_zone"])
    for field in (
        setup.WorkshopField.FACILITATOR,
        setup.WorkshopField.FACILITATOR_PHONE,
        setup.WorkshopField.FIRST_CALL_ON,
    ):
        setup.change(desk, workshop_id, field, facts[field])
    points = setup.workshop(desk, workshop_id).points
    for point, key in zip(points, ("six_month_meeting", "one_year_meeting"), strict=True):
        setup.set_meeting(desk, point.id, facts[key])
    ids = {p["name"]: _register(desk, workshop_id, p) for p in sample.people}
    clock.go_to(held_on)
    for person in sample.people:
        _screen(desk, ids[person["name"]], person)
    _pair(desk, workshop_id, ids, sample)
    for person in sample.included:
        _set_goals(desk, ids[person["name"]], person)
    _agree(desk, workshop_id, facts)
    clock.go_to(facts["six_month_meeting"], 17)
    _log(desk, workshop_id, sample)
    for person in sample.included:
        _follow_up(desk, ids[person["name"]], person)
    return workshop_id


_REGISTERED = (
    participants.PersonField.EMAIL,
    participants.PersonField.LANGUAGES,
    participants.PersonField.CHALLENGE_KIND,
    participants.PersonField.CHALLENGE,
)


def _register(desk: Desk, workshop_id: int, person: Mapping[str, Any]) -> int:
    key = participants.add(desk, workshop_id, person["name"], person["phone"])
    for field in _REGISTERED:
        participants.change(desk, key, field, person[field])
    for kind, part in windows_of(person["free"]):
        participants.set_window(desk, key, kind, part, free=True)
    for consent in (*AT_THE_DOOR, ConsentKind.LATER_CONTACT):
        participants.set_consent(desk, key, consent, given=True)
    consenting.answer_consent(desk, key, ConsentKind.RESEARCH, yes=person.get("counted", True))
    return key


def _screen(desk: Desk, key: int, person: Mapping[str, Any]) -> None:
    for item in shelf.shipped(own_pages.READINESS).items:
        value = UNSURE if item.key in person["unsure"] else FINE
        responses.answer(desk, key, own_pages.READINESS, item.number, Entered(value=value), Mode.PAPER)
    for number, value in enumerate(person["rulers"], 1):
        responses.answer(desk, key, own_pages.RULERS, number, Entered(value=value), Mode.PAPER)
    screening.decide(desk, key, ScreeningOutcome(person["outcome"]), person.get("reason", ""))
    _phone_as_promised(desk, key)


def _phone_as_promised(desk: Desk, person: int) -> None:
    """Whoever was told "I will phone you" was phoned: in the sample nobody waits."""
    with desk.archive.look() as rows:
        waiting = [key_of(p) for p in rows.all(Promise, participant_id=person, state=PromiseState.OPEN)]
    for key in waiting:
        keeping.kept(desk, PromiseKey(promise_id=key))


def _pair(desk: Desk, workshop_id: int, ids: Mapping[str, int], sample: Sample) -> None:
    for person in sample.included:
        for other in person["chose"]:
            ballots.mark(desk, ids[person["name"]], ids[other], Choice.GLADLY)
    for first, second, reason in sample.facts["keep_apart"]:
        ties.keep_apart(desk, ids[first], ids[second], reason)
    asked = suggesting.asked(desk, workshop_id)
    moves.propose(desk, workshop_id, suggesting.to_lay_out(asked, suggesting.answer(asked.case)))
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)


def _set_goals(desk: Desk, key: int, person: Mapping[str, Any]) -> None:
    for goal in person["goals"]:
        goal_id = goals.add(desk, key)
        goals.change(desk, goal_id, goals.GoalField.WORDS, goal["words"])
        for level, words in zip(LEVELS, goal["ladder"], strict=True):
            steps.set_level(desk, goal_id, level, words)
        steps.set_flag(desk, goal_id, steps.GoalFlag.NOW, goal["now"])
        for position, (if_words, then_words) in enumerate(goal["plans"]):
            goals.set_plan(desk, goal_id, position, if_words, then_words)
        goals.change(desk, goal_id, goals.GoalField.ON_PAPER, PaperWords.FULL)
        goals.change(desk, goal_id, goals.GoalField.WITNESS_HEARD, True)


def _agree(desk: Desk, workshop_id: int, facts: Mapping[str, Any]) -> None:
    for row in agreement.partnerships(desk, workshop_id):
        agreement.change(desk, row.partnership_id, TermField.WINDOW_STARTS, facts["call_times"][row.names[0]])
        signing.sign(desk, row.partnership_id)


def _log(desk: Desk, workshop_id: int, sample: Sample) -> None:
    people = {p["name"]: p for p in sample.people}
    for pair in pairs(desk, workshop_id, desk.clock.today()):
        for member in pair.members:
            person = people[member.name]
            log.mark_many(desk, pair.partnership_id, member.participant_id, sample.log_of(person))
            for day, digits in zip(sample.facts["checks_on"], person["alliance"], strict=False):
                check = alliance.begin_check(desk, pair.partnership_id, member.participant_id, day)
                ratings = {i.key: int(digit) for i, digit in zip(ALLIANCE_ITEMS, digits, strict=True)}
                alliance.rate(desk, check, ratings)
        if len(pair.members) == 3:
            schedule.talk_together(desk, pair.partnership_id, on=True)
        life.trial_passed(desk, pair.partnership_id)


def _follow_up(desk: Desk, key: int, person: Mapping[str, Any]) -> None:
    for (goal, _), told in zip(views.follow_up(desk, key, 6).goals, person["goals"], strict=True):
        entry.set_level(desk, key, 6, goal.id, told["six_months"])
    entry.answer(desk, key, 6, "different", person["different"])
    entry.answer(desk, key, 6, "go_on", "I would like to go on")
    for part in views.follow_up(desk, key, 6).parts:
        if not part.closed:
            entry.leave_empty(desk, key, 6, part.name)
