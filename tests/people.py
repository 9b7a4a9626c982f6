"""Who and when in tests: one day, one zone, codes in a known order, people who are fine with everything."""

from datetime import date, datetime, time, timedelta, timezone
from itertools import count

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry as follow_up_entry
from mat_desktop.facilitation.followup import views as follow_ups
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import plan
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.screening import FINE, STATEMENTS, ScreeningOutcome

NEW_ZEALAND = timezone(timedelta(hours=13))
WORKSHOP_DAY = date(2026, 3, 14)


class CountedCodes:
    """Form codes in a known order."""

    def __init__(self) -> None:
        self._next = count(1)

    def numbers(self, count: int) -> list[int]:
        """The digits of a counter in base 32."""
        number = next(self._next)
        return [(number >> (5 * place)) & 31 for place in range(count)]


def include(desk: Desk, workshop_id: int, name: str) -> int:
    """Register somebody who is fine with every statement, and include them; returns their id."""
    key = participants.add(desk, workshop_id, name, "021 555")
    for number in range(1, STATEMENTS + 1):
        responses.answer(desk, key, READINESS, number, Entered(value=FINE))
    screening.decide(desk, key, ScreeningOutcome.INCLUDE)
    return key


def harbour_hall(desk: Desk) -> int:
    """One workshop on the workshop day."""
    return setup.create(desk, "Harbour Hall", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")


def nine_o_clock() -> SampleClock:
    """A clock that stands at nine on the workshop day."""
    return SampleClock(datetime.combine(WORKSHOP_DAY, time(9), NEW_ZEALAND))


def ana_and_ben(library: Library) -> None:
    """Fills a library with one workshop and one pair that all said yes to."""
    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    workshop_id = harbour_hall(desk)
    moves.put_together(desk, [include(desk, workshop_id, name) for name in ("Ana", "Ben")])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)


def part_of_a_study(desk: Desk, workshop_id: int) -> None:
    """The workshop tries out arms, and it is said that this is no research, so that nobody had to allow it."""
    plan.change_plan(desk, workshop_id, plan.PlanField.REGISTRY, NO_RESEARCH)
    schedule.set_study(desk, workshop_id, on=True)
    for row in consenting.answers(desk, workshop_id):
        consenting.answer_consent(desk, row.id, ConsentKind.STUDY, yes=True)


def rest_left_empty(desk: Desk, person: int, months: int) -> None:
    """Somebody's sheet of a follow-up is typed whole: what is not answered by now was left empty."""
    for part in follow_ups.follow_up(desk, person, months).parts:
        if not part.closed:
            follow_up_entry.leave_empty(desk, person, months, part.name)
