"""Step 10: before and after for each person, counts first, the missing named."""

from dataclasses import dataclass

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.days import ContactDay, Mark
from mat_desktop.workshop.followup import level_of
from mat_desktop.workshop.outcomes.trajectory import GroupResult, Trajectory, group_result
from mat_desktop.workshop.setup import is_agreed, term
from mat_desktop.workshop.text import joined


@dataclass(frozen=True)
class OutcomesView:
    """The result of one workshop: every first goal's way, the counts, and how to read them."""

    people: tuple[Trajectory, ...]
    result: GroupResult
    agreed_days: int
    died: int
    """Those who died are in the flow by that word, and never among those not heard from."""
    caution: tuple[str, str]


@look
def outcomes(rows: Rows, workshop_id: int) -> OutcomesView:
    """Before and after of everybody who began and has a goal, ordered by where they ended."""
    standing = stand(rows, workshop_id)
    talked = _days_talked(rows, standing)
    people = [p for person in standing.followed if (p := _trajectory(standing, person, talked.get(person, 0)))]
    people.sort(key=lambda p: (p.gain is None, -(p.gain or 0), p.name.casefold()))
    result = group_result(people)
    agreed = sum(is_agreed(standing.workshop, day) for day in term(standing.workshop))
    died = sum(standing.person(person).died_on is not None for person in standing.began)
    return OutcomesView(tuple(people), result, agreed, died, _caution(result))


def _days_talked(rows: Rows, standing: Standing) -> dict[int, int]:
    found: dict[int, int] = {}
    for place in standing.partnerships:
        for entry in rows.all(ContactDay, partnership_id=key_of(place)):
            found[entry.participant_id] = found.get(entry.participant_id, 0) + (entry.mark is Mark.TALKED)
    return found


def _trajectory(standing: Standing, person: int, contact_days: int) -> Trajectory | None:
    goals = set_goals(standing, person)
    if not goals:
        return None
    goal = goals[0]
    levels = [level_of(standing.follow_ups.get((person, months)), key_of(goal)) for months in (6, 12)]
    return Trajectory(standing.name(person), goal.now, levels[0], levels[1], contact_days)


def _caution(result: GroupResult) -> tuple[str, str]:
    """How to read the figures: a lead in bold, and the rest."""
    if result.mean_gain is None or result.mean_gain_if_missing_unmoved is None:
        return ("No answers at one year yet.", "Nothing can be said about change before they are in.")
    one_group = "This is one small group without a comparison group."
    answered = result.began - len(result.not_heard_from)
    moved = f"{result.mean_gain:.1f} steps on average"
    if not result.not_heard_from:
        return ("Everybody answered.", f"The {spelled(answered)} moved {moved}. {one_group}")
    missing = len(result.not_heard_from)
    lead = f"{spelled(missing).capitalize()} of {spelled(result.began)} not heard from, so read this with care."
    rest = (
        f"The {spelled(answered)} who answered moved {moved}. If {joined(result.not_heard_from)} had not moved "
        f"at all, it would be {result.mean_gain_if_missing_unmoved:.1f}. {one_group}"
    )
    return (lead, rest)


def began_in_words(found: OutcomesView) -> tuple[tuple[int, str], ...]:
    """The counts that stand above everything else."""
    result = found.result
    died = ((found.died, "died"),) if found.died else ()
    return (
        (result.began, "began with a goal"),
        (result.answered_six_months, "answered at six months"),
        (result.answered_one_year, "answered at one year"),
        (len(result.not_heard_from), "not heard from"),
        *died,
    )


def gain_in_words(person: Trajectory) -> str:
    """`+3 steps`, or why there is no figure."""
    if person.gain is None:
        return "no answer at one year" if person.one_year is None else "further back than the start"
    sign = "+" if person.gain > 0 else "−" if person.gain < 0 else ""
    return f"{sign}{counted(abs(person.gain), 'step')}"
