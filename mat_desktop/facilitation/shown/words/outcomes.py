"""Which way a measure is better."""

from mat_desktop.workshop.outcomes.reliable import Better

BETTER: dict[Better, str] = {
    Better.LOWER: "lower",
    Better.HIGHER: "higher",
}
