"""Beside every count of days stands how many are not known: recounted day by day, partnership by partnership."""

from collections import Counter

from mat_desktop.facilitation.contact.course import course, dose_of, known
from mat_desktop.facilitation.outcomes.material import material
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.pairing.nouns import people_of
from tests.libraries import library_of
from tests.twelve import a_year_of_twelve
from tests.years import YEAR


def test_what_outcomes_say_of_days_is_what_each_log_says(tmp_path):
    library = library_of(tmp_path / "twelve", a_year_of_twelve)
    counts = {name: Counter[int]() for name in ("agreed", "talked", "recalled", "not_known")}
    with library.archive.look() as rows:
        found, year = material(rows, 1), course(rows, 1)
        for place in year.begun:
            days = known(rows, place)
            for person in people_of(place):
                told = dose_of(year.agreed(place, person), days, person, YEAR)
                for name, counter in counts.items():
                    counter[person] += getattr(told, name)
        assert key_of(year.begun[0])
    library.close()
    assert sum(counts["recalled"].values())
    assert sum(counts["not_known"].values())
    for name, counter in counts.items():
        assert getattr(found, name) == {person: counter[person] for person in found.people}, name
