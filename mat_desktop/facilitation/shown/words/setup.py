"""How often partners talk."""

from mat_desktop.workshop.setup import Frequency

FREQUENCIES: dict[Frequency, str] = {
    Frequency.DAILY: "daily",
    Frequency.WEEKDAYS: "weekdays",
    Frequency.WEEKLY: "weekly",
}
