"""All that the eye asks of a state, looked up and drawn once."""

from collections.abc import Iterator

from tests.contract.eyes.apart import (
    nothing_leaves_the_window_sideways,
    nothing_lies_over_anything_else,
    targets_are_large_enough_to_hit,
)
from tests.contract.eyes.contrast import (
    borders_stand_out,
    lines_of_lists_stand_out,
    words_stand_out_from_their_ground,
)
from tests.contract.eyes.seen import Rule, Sight
from tests.contract.state import State

RULES: tuple[Rule, ...] = (
    nothing_leaves_the_window_sideways,
    nothing_lies_over_anything_else,
    targets_are_large_enough_to_hit,
    words_stand_out_from_their_ground,
    lines_of_lists_stand_out,
    borders_stand_out,
)


def what_is_seen_can_be_read_and_hit(state: State) -> Iterator[str]:
    """Nothing is over anything else, under contrast, or too small for a finger."""
    sight = Sight(state)
    for rule in RULES:
        for fault in rule(sight):
            yield f"{str(getattr(rule, '__name__', rule)).replace('_', ' ')} does not hold: {fault}"
