"""What an import would do, in words."""

from mat_desktop.facilitation.participants.comparing import ImportPlan
from mat_desktop.facilitation.participants.forms.fields import FIELD_TITLES
from mat_desktop.facilitation.shown.numbers import counted


def summary(plan: ImportPlan) -> str:
    """One line: how many of each."""
    parts = [f"{len(plan.new)} new", f"{len(plan.changed)} changed", f"{len(plan.unchanged)} unchanged"]
    if plan.gone:
        parts.append(f"{len(plan.gone)} no longer in the file (they stay)")
    if plan.faults:
        parts.append(f"{counted(len(plan.faults), 'row', 'rows')} left out")
    if plan.notes:
        parts.append(f"{counted(len(plan.notes), 'cell', 'cells')} not understood or joined")
    if plan.questions:
        parts.append(f"{counted(len(plan.questions), 'person', 'people')} to ask about")
    return ", ".join(parts) + "."


def details(plan: ImportPlan, notes: tuple[str, ...]) -> str:
    """A line each: what was decided about columns, the rows, what was not understood, who changes, is gone or new."""
    said = [*notes, *(f"Left out, {fault}" for fault in plan.faults)]
    said += [_begun(str(note)) for note in plan.notes]
    for person in plan.changed:
        for field, old, new, by_hand in person.differences:
            hand = " (typed by hand, stays)" if by_hand else ""
            said.append(f"{person.name}, {FIELD_TITLES[field]}: {old or 'nothing'} -> {new}{hand}")
    said += [f"No longer in the file: {name}" for name in plan.gone]
    return "\n".join(said + [f"New: {entry.name}" for entry in plan.new])


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
