"""Which limits forbid every two of many people, worked out for all of them at once."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.all_times import shared_times
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.exact.problem import Edge
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.pairing.rules import Limit, Rules, Twos, content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Yes = NDArray[np.bool_]


def limits_of_all(people: Sequence[Candidate], rules: Rules, around: date) -> dict[Edge, frozenset[Limit]]:
    """What `limits` says of every two people, by their places; those whom nothing forbids are left out."""
    import numpy as np

    if not people:
        return {}
    found = {
        Limit.PRIVATE: _private(people, rules),
        Limit.APART: _ruled(people, rules.apart),
        Limit.LANGUAGE: _nothing_shared([person.languages for person in people]),
        Limit.TALKING: _nothing_shared([person.talks_by for person in people]),
        Limit.TIME: _too_few_days(people, rules, around),
    }
    codes = np.bitwise_or.reduce([np.triu(yes, 1).astype(np.int64) << n for n, yes in enumerate(found.values())])
    of_code = [
        frozenset(limit for place, limit in enumerate(found) if code >> place & 1) for code in range(1 << len(found))
    ]
    first, second = np.nonzero(codes)
    pairs = zip(first.tolist(), second.tolist(), codes[first, second].tolist(), strict=True)
    return {(a, b): of_code[code] for a, b, code in pairs}


def _private(people: Sequence[Candidate], rules: Rules) -> "Yes":
    import numpy as np

    rather_not = [
        (person.key, other) for person in people for other, c in person.ballot.items() if c is Choice.RATHER_NOT
    ]
    genders = list(dict.fromkeys(person.gender for person in people))
    content_with = np.array([[content(person.wish, gender) for gender in genders] for person in people])
    content_each = content_with[:, [genders.index(person.gender) for person in people]]
    crisis = np.array([person.in_crisis for person in people])
    unwilling: Yes = _marked(people, rather_not) | ~(content_each & content_each.T) | (crisis & crisis[:, None])
    return unwilling | _ruled(people, rules.private)


def _ruled(people: Sequence[Candidate], twos: Twos) -> "Yes":
    return _marked(people, ((a, b) for a, b in map(tuple, twos)))


def _marked(people: Sequence[Candidate], twos: Iterable[tuple[str, str]]) -> "Yes":
    """These two, whoever of them comes first; of strangers nothing is said."""
    import numpy as np

    number = {person.key: place for place, person in enumerate(people)}
    found = np.zeros((len(people), len(people)), dtype=bool)
    for a, b in twos:
        if a in number and b in number:
            found[number[a], number[b]] = found[number[b], number[a]] = True
    return found


def _nothing_shared(sets: Sequence[frozenset[Hashable]]) -> "Yes":
    """Where both were asked, and not one thing is in both sets."""
    import numpy as np

    things = list(dict.fromkeys(thing for each in sets for thing in each))
    has = np.array([[thing in each for thing in things] for each in sets], dtype=np.int64).reshape(len(sets), -1)
    asked = np.array([bool(each) for each in sets])
    nothing: Yes = asked & asked[:, None] & (has @ has.T == 0)
    return nothing


def _too_few_days(people: Sequence[Candidate], rules: Rules, around: date) -> "Yes":

    days: Whole = shared_times(people, around).days
    few: Yes = (days >= 0) & (days < rules.days_needed)
    weekly = [number for number, person in enumerate(people) if person.fixes_weekly]
    few[weekly] = few[:, weekly] = False
    return few
