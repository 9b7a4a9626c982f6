"""What is typed for a day is understood where it can mean one thing, and asked where it cannot."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.typed_day import (
    HOW_TO_WRITE,
    Read,
    SeveralDays,
    Tense,
    Unread,
    check_happened,
    read_day,
)
from mat_desktop.workshop.refusal import Refusal

TODAY = date(2026, 11, 26)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14 March 2026", date(2026, 3, 14)),
        ("14 mar 2026", date(2026, 3, 14)),
        ("14th March, 2026", date(2026, 3, 14)),
        ("March 14, 2026", date(2026, 3, 14)),
        ("2026-03-14", date(2026, 3, 14)),
        ("Sat 14 March 2026", date(2026, 3, 14)),
        ("Saturday, 14 March", date(2026, 3, 14)),
        ("26.11.2026", date(2026, 11, 26)),
        ("26/11/2026", date(2026, 11, 26)),
        ("11-26-2026", date(2026, 11, 26)),
        ("11.11.2026", date(2026, 11, 11)),
        ("26 Nov", date(2026, 11, 26)),
        ("26 Nov.", date(2026, 11, 26)),
        ("26.11.", date(2026, 11, 26)),
        ("3 Sept", date(2026, 9, 3)),
        ("3 January", date(2027, 1, 3)),
        ("29 February", date(2028, 2, 29)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 27)),
        ("+14", date(2026, 12, 10)),
        ("- 3", date(2026, 11, 23)),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, meant: date):
    assert read_day(typed, TODAY) == Read(day=meant)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("11/12/2026", "Which day is it: 11 December 2026 or 12 November 2026?"),
        ("3.4.2026", "Which day is it: 3 April 2026 or 4 March 2026?"),
        ("26.11.26", "Is that 26 November 2026?"),
        ("26 Nov 26", "Is that 26 November 2026?"),
        ("11/12/26", "Which day is it: 11 December 2026 or 12 November 2026?"),
        ("3/4", "Which day is it: 3 April 2027 or 4 March 2027?"),
    ],
)
def test_what_can_mean_two_days_or_another_century_is_asked_in_words(typed: str, sentence: str):
    answer = read_day(typed, TODAY)
    assert isinstance(answer, SeveralDays)
    assert answer.sentence == sentence


@pytest.mark.parametrize(
    "typed",
    [
        "31 February 2026",
        "31.02.2026",
        "next week",
        "",
        "Sat",
        "26 November 226",
        "26.13.2026",
        "0.0.2026",
        "14 Ma 2026",
    ],
)
def test_what_is_no_day_is_refused_with_an_example(typed: str):
    assert read_day(typed, TODAY) == Unread(sentence=HOW_TO_WRITE)


def test_a_weekday_that_does_not_fit_is_said_and_one_that_fits_settles_which_day_is_meant():
    assert read_day("Fri 26 November 2026", TODAY) == Unread(
        sentence="26 November 2026 is a Thursday. Look at the day again."
    )
    assert read_day("Fri 11/12/2026", TODAY) == Read(day=date(2026, 12, 11))


@pytest.mark.parametrize("typed", ["27 November 2026", "tomorrow", "+1", "2062-11-26", "27.11.26"])
def test_what_happened_cannot_lie_after_today(typed: str):
    answer = read_day(typed, TODAY, Tense.HAPPENED)
    assert isinstance(answer, Unread)
    assert "still to come. Write the day on which it happened." in answer.sentence
    assert not isinstance(read_day(typed, TODAY, Tense.OPEN), Unread)


def test_of_two_days_only_the_one_that_can_have_happened_is_offered_and_still_asked():
    assert read_day("11/12/2026", TODAY, Tense.HAPPENED) == SeveralDays(days=(date(2026, 11, 12),))


def test_without_a_year_what_happened_is_the_last_such_day():
    assert read_day("3 January", TODAY, Tense.HAPPENED) == Read(day=date(2026, 1, 3))
    assert read_day("27 Nov", TODAY, Tense.HAPPENED) == Read(day=date(2025, 11, 27))


def test_a_deed_refuses_a_day_to_come_as_the_field_does():
    check_happened(TODAY, TODAY)
    with pytest.raises(Refusal, match="27 November 2026 is still to come"):
        check_happened(TODAY + timedelta(days=1), TODAY)


@given(DAYS, DAYS, st.sampled_from(Tense))
def test_a_day_in_words_is_that_day_and_in_figures_that_day_is_read_or_offered_and_never_another(
    day: date, today: date, tense: Tense
):
    over = tense is Tense.OPEN or day <= today
    in_words = read_day(day_month_year(day), today, tense)
    assert in_words == Read(day=day) if over else isinstance(in_words, Unread)
    for figures in (f"{day:%d.%m.%Y}", f"{day:%m/%d/%Y}"):
        answer = read_day(figures, today, tense)
        if isinstance(answer, Read):
            assert answer.day == day
        assert (isinstance(answer, SeveralDays) and day in answer.days) or answer == in_words or not over
    short = read_day(f"{day:%d.%m.%y}", today, tense)
    assert not isinstance(short, Read)
    assert isinstance(short, Unread) or all(tense is Tense.OPEN or one <= today for one in short.days)
