"""Whether values differ enough for a figure that divides by their spread."""

from collections.abc import Sequence

_ROUNDING = 1e-12
"""Values that differ by less than this share of the largest differ by the rounding of sums alone."""
_NOTHING = 1e-100
"""A spread below this is lost when it is squared; no measure has steps so small."""


def varies(values: Sequence[float]) -> bool:
    """Whether the values, in whatever units, lie further apart than rounding could put them; False for none at all."""
    if not values:
        return False
    largest, smallest = max(values), min(values)
    return largest - smallest > max(_NOTHING, _ROUNDING * max(abs(largest), abs(smallest)))
