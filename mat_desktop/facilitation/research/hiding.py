"""What is hidden in the research data, so that nothing of few people is told: decided once, for every table alike.

A value that few share is hidden, and with it as many others that nobody can tell by what is left who is behind the
sign: eight of one kind and one hidden would tell the ninth (complementary suppression, Willenborg & de Waal 2001,
Elements of Statistical Disclosure Control).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.research.missing import FEWEST
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.facilitation.tabular.figures import SUPPRESSED


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What others can know of one person: the arm, age band and gender, and at which occasions they were heard from."""

    arm: str
    age_band: str
    gender: str
    heard: frozenset[int] = frozenset()


Told = tuple[str, str, str]
"""Arm, age band and gender as they are told."""


def hidden(people: Mapping[int, Shared]) -> dict[int, Told]:
    """Arm, age band and gender of each person as every table tells them.

    Arms first, for figures need them: one of which fewer than five people are in the data, or were heard from at an
    occasion. Then age band and gender, until each combination that is told has five people or more.
    """
    arms = _arms(list(people.values()))
    told = {key: (SUPPRESSED if one.arm in arms else one.arm, one.age_band, one.gender) for key, one in people.items()}
    for place in (1, 2):
        _rare_values(told, place)
    while _rarest_is_hidden(told):
        pass
    return told


def hiding_in_words(people: Mapping[int, Shared], told: Mapping[int, Told]) -> tuple[str, ...]:
    """What is hidden and why, a sentence each, and what that leaves; nothing where all is told."""
    said = []
    arms = sum(bool(people[key].arm) and one[0] == SUPPRESSED for key, one in told.items())
    if arms:
        whose = "everybody" if arms == len(told) else f"{arms} of {len(told)}"
        said.append(_ARMS.format(whose=whose, few=spelled(FEWEST)))
        if arms == len(told):
            said.append(_NO_ARMS)
    for place, trait in ((1, "Age band"), (2, "Gender")):
        many = sum(one[place] == SUPPRESSED for one in told.values())
        if many:
            whose = "everybody" if many == len(told) else f"{many} of {len(told)}"
            said.append(_TRAIT.format(trait=trait, whose=whose, few=spelled(FEWEST)))
    return tuple(said)


_ARMS = (
    "The arm of {whose} is hidden, and with it block and days of contact: fewer than {few} people of an arm are in "
    "these data, or were heard from at a follow-up, and as many others are hidden as it takes to keep them so."
)
_NO_ARMS = (
    "So nobody can compare the arms from these data. The outcome report compares them without a name; to share more, "
    "ask more people of the smaller arm whether they agree to research."
)
_TRAIT = "{trait} is hidden for {whose}, for fewer than {few} share one."


def _arms(people: Sequence[Shared]) -> set[str]:
    """The arms that are told nowhere: never one alone beside others, and never fewer than five people together."""
    size = Counter(one.arm for one in people if one.arm)
    heard = Counter((one.arm, months) for one in people if one.arm for months in one.heard)
    few = {arm for arm, many in size.items() if many < FEWEST}
    few |= {arm for (arm, _), many in heard.items() if many < FEWEST}
    while few and len(few) < len(size) and (len(few) < 2 or sum(size[arm] for arm in few) < FEWEST):
        few.add(min((arm for arm in size if arm not in few), key=lambda arm: (size[arm], arm)))
    return few


def _rare_values(told: dict[int, Told], place: int) -> None:
    """Hide each value of one trait that few have, and as many more that the hidden ones are not few themselves."""
    size = Counter(one[place] for one in told.values())
    few = {value for value, many in size.items() if many < FEWEST}
    while few and len(few) < len(size) and sum(size[value] for value in few) < FEWEST:
        few.add(min((value for value in size if value not in few), key=lambda value: (size[value], value)))
    for key, one in told.items():
        if one[place] in few:
            told[key] = _without(one, place)


def _rarest_is_hidden(told: dict[int, Told]) -> bool:
    """Hide one trait more of the smallest group that few are in; whether there was one."""
    size = Counter(told.values())
    few = [(many, one) for one, many in size.items() if many < FEWEST]
    if not few:
        return False
    _, rarest = min(few)
    place = next((n for n in (1, 2) if rarest[n] != SUPPRESSED), 0)
    if not place:
        # All is hidden already: the next smallest group of the same arm hides among them.
        others = [(many, one) for one, many in size.items() if one[0] == rarest[0] and one != rarest]
        if not others:
            return False
        _, rarest = min(others)
        place = next(n for n in (1, 2) if rarest[n] != SUPPRESSED)
    for key, one in told.items():
        if one == rarest:
            told[key] = _without(one, place)
    return True


def _without(one: Told, place: int) -> Told:
    arm, age_band, gender = one
    return (arm, SUPPRESSED, gender) if place == 1 else (arm, age_band, SUPPRESSED)
