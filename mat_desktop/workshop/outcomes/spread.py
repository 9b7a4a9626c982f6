"""Whether values differ enough for a figure that divides by their spread."""

from collections.abc import Iterable, Sequence

_ROUNDING = 1e-12
"""Values that differ by less than this share of the largest differ by the rounding of sums alone."""
_DIGITS = 1e-9
_NOTHING = 1e-100
"""A spread below this is lost when it is squared; no measure has steps so small."""


def decimals(values: Iterable[float]) -> int:
    """How many decimals a mean of such values is told with: one more than the values have themselves, at most three.

    Values without an end, such as T scores, get as many as their spread asks for.
    """
    told = list(values) or [0.0]
    for digits in range(3):
        if all(abs(v - round(v, digits)) <= _DIGITS * max(1.0, abs(v)) for v in told):
            return digits + 1
    spread = max(told) - min(told)
    return 1 if spread >= 5 else 2 if spread >= 0.5 else 3


def varies(values: Sequence[float]) -> bool:
    """Whether the values, in whatever units, lie further apart than rounding could put them; False for none at all."""
    if not values:
        return False
    largest, smallest = max(values), min(values)
    return largest - smallest > max(_NOTHING, _ROUNDING * max(abs(largest), abs(smallest)))
