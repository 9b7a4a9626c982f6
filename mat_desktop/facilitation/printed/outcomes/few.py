"""What a page for others holds back: whatever so few partnerships answered that it could point to a person."""

from collections.abc import Iterable
from dataclasses import replace

from mat_desktop.facilitation.outcomes.material import Material
from mat_desktop.facilitation.outcomes.measures import MeasureData
from mat_desktop.facilitation.outcomes.measuring import MeasureView
from mat_desktop.facilitation.outcomes.views import OutcomesView, measure_view
from mat_desktop.facilitation.outcomes.words import caution
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR, SIX_MONTHS, group_result

FEWEST_PARTNERSHIPS = 6
"""Of fewer partnerships a page for others tells how many began, and nothing that could point to one of them."""
TOO_FEW = (
    f"Fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships began. What became of them is not told, for it could "
    "point to a person."
)
TOO_FEW_ANSWERED = (
    f"Fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships answered this. What became of them is not told, for it "
    "could point to a person."
)
MONTHS_LEFT_OUT = f"Months rated in fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships are left out."


_FEWEST_OF_AN_ARM = 3
"""The mean of fewer partnerships tells each of them that of the other; so does the rest of it, with the mean of all."""
ARMS_LEFT_OUT = (
    f"Fewer than {spelled(_FEWEST_OF_AN_ARM)} partnerships of an arm answered this. The arms are not told one by one, "
    "for that could point to a person."
)


def sentences_for_others(view: MeasureView) -> tuple[str, ...]:
    """What was worked out about a measure; nothing of the arms where one of them is so small that it shows somebody."""
    comparison = view.summary.comparison
    if comparison is None or all(arm.partnerships >= _FEWEST_OF_AN_ARM for arm in comparison.arms):
        return view.sentences
    kept = tuple(sentence for sentence in view.sentences if sentence not in view.about_arms)
    return (*kept, ARMS_LEFT_OUT) if view.about_arms else kept


def many(partnerships: Iterable[int]) -> bool:
    """Whether these are so many partnerships that nothing points to one of them."""
    return len(set(partnerships)) >= FEWEST_PARTNERSHIPS


def many_began(material: Material) -> bool:
    """Whether so many partnerships began."""
    return many(key_of(place) for place in material.place.values())


def told_at(view: OutcomesView) -> int | None:
    """The last follow-up at which so many partnerships answered that nothing points to one of them."""
    for months in (ONE_YEAR, SIX_MONTHS):
        if many(p.partnership for p in view.people if p.level(months) is not None):
            return months
    return None


def goals_for_others(view: OutcomesView) -> tuple[OutcomesView, str]:
    """The goals up to the last follow-up that enough partnerships answered, and why nothing later is told.

    Of no follow-up at all the view has neither people nor goals.
    """
    at, last = told_at(view), view.result.at
    if last is None or at == last:
        return view, ""
    if at is None:
        return replace(view, people=(), goals=()), TOO_FEW_ANSWERED
    people = tuple(replace(p, one_year=None, at=at) for p in view.people)
    result = group_result(people, at)
    goals = tuple(replace(g, one_year=None, at=at) for g in view.goals)
    return replace(view, people=people, goals=goals, result=result, caution=caution(result)), not_told(last)


def measure_for_others(material: Material, data: MeasureData) -> tuple[MeasureView, str]:
    """A measure at the last follow-up that enough partnerships answered, and why nothing later is told."""
    last = measure_view(material, data, None)
    if not is_held_back(last):
        return last, ""
    if last.summary.at == ONE_YEAR:
        earlier = measure_view(material, data, SIX_MONTHS)
        if earlier.summary.analysed and not is_held_back(earlier):
            return earlier, not_told(ONE_YEAR)
    return last, TOO_FEW_ANSWERED


def is_held_back(view: MeasureView) -> bool:
    """Whether some answered, and so few that the figures could point to one of them."""
    return 0 < view.summary.partnerships_analysed < FEWEST_PARTNERSHIPS


def not_told(at: int) -> str:
    """Why nothing is told of a follow-up, where an earlier one is."""
    return (
        f"At {occasion(at)} fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships answered this. What had become of "
        "them by then is not told, for it could point to a person."
    )
