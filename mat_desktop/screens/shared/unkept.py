"""What is typed and was refused, said before it goes with its window."""

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.fields import Field

NOT_KEPT = "What you typed under “{title}” is not kept: {why}"


def not_kept(root: QWidget) -> list[str]:
    """What is typed under `root` and was refused, a sentence each: it goes when the window does."""
    fields = [field for field in all_in(root, Field) if field.dirty and field.error.text()]
    return [NOT_KEPT.format(title=_called(field), why=field.error.text()) for field in fields]


def _called(field: Field) -> str:
    """Its title, or, where it stands without one beside what it belongs to, what a screen reader calls it."""
    return field.title.text() or field.edit.accessibleName()
