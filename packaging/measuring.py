"""How things are measured: medians of alternating runs against a bare reference, and a library to measure on."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

RUNS = 7


@dataclass
class Row:
    """One measured figure. `reached` compares the ratio, or the milliseconds, with the target."""

    name: str
    reference_ms: float
    ours_ms: float
    ratio: float
    target: str
    reached: bool


def ratio_row(name: str, reference: list[float], ours: list[float], most: float) -> Row:
    first, second = statistics.median(reference) * 1000, statistics.median(ours) * 1000
    ratio = second / first
    return Row(name, round(first, 2), round(second, 2), round(ratio, 2), f"<= {most} x", ratio <= most)


def alternating(
    reference: Callable[[], float], ours: Callable[[], float], runs: int = RUNS
) -> tuple[list[float], list[float]]:
    first, second = [], []
    for _ in range(runs):
        first.append(reference())
        second.append(ours())
    return first, second


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def spent(do: Callable[[], object]) -> float:
    """Seconds of the processor, which a machine that is busy with other things does not make more."""
    start = time.process_time()
    do()
    return time.process_time() - start


def crowd(folder: Path, people: int, passphrase: str | None = None) -> int:
    """A library with many people, screened, paired and with goals. Returns the workshop."""
    from datetime import date, datetime

    from mat_desktop.app.system import SystemCodes
    from mat_desktop.facilitation import screening
    from mat_desktop.facilitation.answers import responses
    from mat_desktop.facilitation.answers.responses import Entered
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.goals import entry as goals
    from mat_desktop.facilitation.goals import steps
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.pairing import moves, telling
    from mat_desktop.facilitation.participants import newcomers, roster
    from mat_desktop.facilitation.participants.newcomers import Newcomer
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.facilitation.setup import workshop as setup
    from mat_desktop.storage.folder.library import create
    from mat_desktop.workshop.answers.own_pages import READINESS
    from mat_desktop.workshop.screening import FINE, STATEMENTS, ScreeningOutcome

    library = create(folder, passphrase, standing_rules)
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), SystemCodes())
    workshop = setup.create(desk, "Many", "", date(2026, 3, 14), "UTC")
    people_of_the_file = [Newcomer((("name", f"Person {n:03}"), ("phone", f"021 {n:04}"))) for n in range(people)]
    newcomers.take_in(desk, workshop, people_of_the_file, [])
    keys = [row.id for row in roster.roster(desk, workshop)]
    for key in keys:
        for number in range(1, STATEMENTS + 1):
            responses.answer(desk, key, READINESS, number, Entered(value=FINE))
        screening.decide(desk, key, ScreeningOutcome.INCLUDE)
        goal = goals.add(desk, key)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk half an hour on most days")
        for level, words in ((-2, "1 day a week"), (-1, "3 days"), (0, "5 days a week"), (1, "6 days"), (2, "7 days")):
            steps.set_level(desk, goal, level, words)
    moves.propose(desk, workshop, [((keys[n], keys[n + 1]), 50) for n in range(0, people - 1, 2)])
    telling.confirm(desk, workshop)
    telling.all_said_yes(desk, workshop)
    library.close()
    return workshop
