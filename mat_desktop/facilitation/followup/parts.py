"""The parts of a follow-up sheet: it is done when every one of them was answered, or left empty by its owner."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.answers.form import FormView
from mat_desktop.workshop.followup import (
    COMPLAINTS_PART,
    HAND_IN_FORMS,
    LADDERS_PART,
    THE_REST,
    FollowUp,
    Question,
    form_part,
    question_part,
)

_NAMED = 1
"""So many open parts are named; of more it is said how many."""


@dataclass(frozen=True, kw_only=True)
class SheetPart:
    """One part: its name among the marks, its words, whether it is answered whole, and whether it was left empty."""

    name: str
    words: str
    answered: bool
    empty: bool

    @property
    def closed(self) -> bool:
        """Whether nobody waits for anything here any more."""
        return self.answered or self.empty


def marks_of(follow_up: FollowUp | None) -> frozenset[str]:
    """The parts of somebody's sheet that were marked as left empty."""
    return frozenset(one.part for one in follow_up.left_empty) if follow_up is not None else frozenset()


def parts_of(
    marks: Collection[str],
    *,
    ladders: Sequence[bool],
    complaints: Sequence[bool],
    forms: Iterable[FormView],
    questions: Iterable[tuple[Question, str]],
) -> tuple[SheetPart, ...]:
    """The parts in the order of the paper; `ladders` and `complaints` say of each whether it is answered."""
    found: list[tuple[str, str, bool]] = []
    if ladders:
        found.append((LADDERS_PART, "the ladders", all(ladders)))
    if complaints:
        found.append((COMPLAINTS_PART, "what troubled them", all(complaints)))
    among: list[tuple[str, str, bool]] = []
    apart: list[tuple[str, str, bool]] = []
    for form in forms:
        part = form_part(form.instrument), form.title, form.answered == len(form.items)
        (among if form.instrument in HAND_IN_FORMS else apart).append(part)
    found += among
    found += [(question_part(q.key), f"“{q.title}”", bool(words)) for q, words in questions]
    found += apart
    return tuple(
        SheetPart(name=name, words=words, answered=answered, empty=not answered and _is_empty(marks, name))
        for name, words, answered in found
    )


def _is_empty(marks: Collection[str], name: str) -> bool:
    return name in marks or THE_REST in marks


def still_open(parts: Sequence[SheetPart]) -> str:
    """What nobody has answered or left empty yet on a sheet that is begun; nothing where it is not, or is done."""
    waiting = [part.words for part in parts if not part.closed]
    if not waiting or len(waiting) == len(parts):
        return ""
    some = ", ".join(waiting[:_NAMED])
    return f" Still open: {some}{f' and {len(waiting) - _NAMED} more' if len(waiting) > _NAMED else ''}."
