"""What the research data tell about a person beside the answers: so little that it points at nobody."""

from collections import Counter
from collections.abc import Sequence

from mat_desktop.facilitation.research.missing import FEWEST, SUPPRESSED, UNSAID, Row
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.participant import Participant

_BANDS = (
    (0, 17, "under 18"),
    (18, 29, "18-29"),
    (30, 44, "30-44"),
    (45, 59, "45-59"),
    (60, 74, "60-74"),
    (75, 130, "75+"),
)
AGE_BANDS = tuple(words for _, _, words in _BANDS)


def traits(people: Sequence[Participant], year: int) -> dict[int, Row]:
    """Age band in that year and gender of each person, by id.

    A trait that fewer than five people share is not told; nor is the pair of traits.
    """
    told = {key_of(person): _trait(person, year) for person in people}
    for name in ("gender", "age_band"):
        counts = Counter(t[name] for t in told.values())
        for trait in told.values():
            if trait[name] != UNSAID and counts[trait[name]] < FEWEST:
                trait[name] = SUPPRESSED
    _hide_rare_pairs(told)
    return told


def _trait(person: Participant, year: int) -> Row:
    age = year - person.birth_year if person.birth_year else None
    band = next((words for least, most, words in _BANDS if age is not None and least <= age <= most), UNSAID)
    return {"age_band": band, "gender": person.gender.value if person.gender else UNSAID}


def _hide_rare_pairs(told: dict[int, Row]) -> None:
    both = Counter((t["age_band"], t["gender"]) for t in told.values())
    for trait in told.values():
        known = not {trait["age_band"], trait["gender"]} & {UNSAID, SUPPRESSED}
        if known and both[(trait["age_band"], trait["gender"])] < FEWEST:
            trait["age_band"] = SUPPRESSED
