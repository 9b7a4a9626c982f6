"""A number that somebody has already: one person registered twice, or two who share a telephone? She knows."""

from mat_desktop.facilitation.participants import roster
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.workshop.text import joined


def is_another_person(bench: Bench, phone: str) -> bool:
    """Whether somebody new may have this number: asked only where one of the workshop has it."""
    names = roster.with_phone(bench.desk, bench.workshop_id, phone)
    if not names:
        return True
    has = "has" if len(names) == 1 else "have"
    question = f"{joined(names)} {has} this number already. Is this somebody else?"
    return bench.messages.ask(question, "Somebody else", "Back")
