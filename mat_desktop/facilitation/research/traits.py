"""What the research data tell about a person beside the answers: so little that it points at nobody."""

from mat_desktop.facilitation.research.missing import UNSAID
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


def age_band(person: Participant, year: int) -> str:
    """The band of years that somebody's age in that year lies in, or the code of a question that was left out."""
    age = year - person.birth_year if person.birth_year else None
    return next((words for least, most, words in _BANDS if age is not None and least <= age <= most), UNSAID)


def gender(person: Participant) -> str:
    """As the person said, or the same code."""
    return person.gender.value if person.gender else UNSAID
