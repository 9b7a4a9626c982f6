"""Step 5: what the steps of a ladder could say, worked out from where somebody is and where they want to be."""

from math import floor

_PARTS_OF_DAY = ("day", "days", "night", "nights", "evening", "evenings", "morning", "mornings")


def suggested_steps(baseline: float, hoped: float, unit: str, now: int = -2) -> dict[int, str]:
    """The five steps in the unit of the goal: what is hoped for at 0, and as far above it as the way up to it.

    Where things could get worse "now" stands at -1 and the step below lies half the way back. Amounts below zero, or
    beyond seven days in a week, are not suggested; a step that would repeat its neighbour is left out.
    """
    half = (hoped - baseline) / 2
    amounts = {0: hoped, now: baseline, 1: hoped + half, 2: hoped + 2 * half}
    amounts[-1 if now == -2 else -2] = baseline + half if now == -2 else baseline - half
    least, most = 0.0, 7.0 if _counts_days_of_a_week(unit) else float("inf")
    far = amounts[2]
    if not least <= far <= most:
        amounts[2] = most if far > most else least
        amounts[1] = (hoped + amounts[2]) / 2
    whole = baseline == floor(baseline) and hoped == floor(hoped)
    said: dict[int, str] = {}
    for level in (0, now, 2, 1, -1, -2):
        amount = _rounded(amounts[level], whole=whole)
        words = f"{amount:g} {_one(unit) if amount == 1 else unit}".strip()
        if least <= amount <= most and words not in said.values():
            said[level] = words
    return said


def _one(unit: str) -> str:
    """The unit of a single one: `day a week` for `days a week`."""
    first, _, rest = unit.partition(" ")
    if first.endswith(("sses", "xes", "ches", "shes")):
        first = first[:-2]
    elif first.endswith("s") and not first.endswith("ss"):
        first = first[:-1]
    return f"{first} {rest}".strip()


def _counts_days_of_a_week(unit: str) -> bool:
    found = unit.casefold().split()
    return bool(found) and found[0] in _PARTS_OF_DAY and "week" in found


def _rounded(amount: float, *, whole: bool) -> float:
    """Half up, to whole numbers where the two given ones are whole, otherwise to one decimal."""
    return float(floor(amount + 0.5)) if whole else floor(amount * 10 + 0.5) / 10


def needs_backup(if_words: str, names: tuple[str, ...]) -> bool:
    """Whether the "if" of a plan hangs on somebody who might not call."""
    said = f" {''.join(c if c.isalnum() else ' ' for c in if_words.casefold())} "
    return any(f" {name.casefold()} " in said for name in (*names, "partner") if name)
