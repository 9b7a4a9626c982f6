"""What is in the way of placing everybody, as it is read."""

import pytest

from mat_desktop.facilitation.shown.words.pairing import rule_words
from mat_desktop.workshop.pairing.impossible import Relaxed
from mat_desktop.workshop.pairing.rules import Limit


@pytest.mark.parametrize(
    ("limit", "people", "words"),
    [
        (Limit.PRIVATE, (), "private limits"),
        (Limit.LANGUAGE, (), "no shared language"),
        (Limit.APART, ("Ana", "Ben"), "Ana and Ben are kept apart"),
        (None, ("Ana", "Ben", "Cleo"), "Ana and Ben and Cleo are locked"),
    ],
)
def test_a_rule_in_the_way_names_only_who_is_kept_apart_or_locked(limit, people, words):
    assert rule_words(Relaxed(limit, people, None, None, None)) == words
