"""Several workshops pooled, in sentences: the safest interval first, and what one workshop more would likely show."""

from mat_desktop.workshop.outcomes.pooling import Heterogeneity, Pooled


def estimate_in_words(name: str, pooled: Pooled) -> str:
    """One estimate: Hartung and Knapp floored at 1 comes first, for it is never the narrower one."""
    words = f"{name}: mean {pooled.mu:.2f}"
    if pooled.floored is not None and pooled.unfloored is not None:
        words += f", 95 % {_between(pooled.floored.ci)} (Hartung and Knapp, floored)"
    else:
        words += f", 95 % {_between(pooled.ci)} (normal)"
    if pooled.prediction is not None:
        words += f"; one workshop more would likely lie between {_between(pooled.prediction, 'and')}"
    words += f". Variance between workshops {pooled.tau2:.3f}."
    if pooled.floored is not None and pooled.unfloored is not None:
        others = f"unfloored {_between(pooled.unfloored.ci)}, normal {_between(pooled.ci)}"
        words += f" Narrower, and to be trusted less: {others}."
    return words.replace("-", "−")


def spread_in_words(spread: Heterogeneity) -> str:
    """How much the workshops differ."""
    return f"Between workshops: Q {spread.q:.2f}, I² {spread.i2:.0%}, {spread.k} workshops."


def _between(ends: tuple[float, float], word: str = "to") -> str:
    return f"{ends[0]:.2f} {word} {ends[1]:.2f}"
