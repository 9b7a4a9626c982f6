"""One page of a log while it is checked: what was answered, what is still open, and what would be kept."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mat_desktop.facilitation.sheets.log_pictures import DayBox, Figures, LogRead
from mat_desktop.workshop.contact.days import Mark


class Untold(Enum):
    """What nobody can tell from the picture: it is not empty, and stays not known."""

    CANNOT_TELL = "cannot tell"


Answer = Mark | Untold | None
"""What a day says; None where it is empty."""


@dataclass
class LogAnswers:
    """The answers so far. A box that was certain and is clicked is asked like any other."""

    read: LogRead
    today: date
    given: dict[date, Answer] = field(default_factory=dict)
    doubted: set[date] = field(default_factory=set)
    """Certain boxes that somebody did not believe."""
    empty_means_no_call: bool | None = None
    """What the foot of the sheet says of empty days; None while that is asked, where it is."""

    @property
    def asked(self) -> list[DayBox]:
        """Every question: first those without a guess by day, then those that look like one letter together."""
        found = [box for box in self.read.days if box.why or box.day in self.doubted]
        return sorted(found, key=lambda box: (box.guess is not None, box.guess.value if box.guess else "", box.day))

    @property
    def open(self) -> list[DayBox]:
        """What is still to be answered."""
        return [box for box in self.asked if box.day not in self.given]

    @property
    def done(self) -> bool:
        """Whether nothing is open any more."""
        foot_open = self.read.empty_days_asked and self.empty_means_no_call is None
        return not self.open and not foot_open

    def alike(self, box: DayBox) -> list[DayBox]:
        """The open questions that look like the same letter, this one with them."""
        return [other for other in self.open if box.guess is not None and other.guess is box.guess]

    def answer(self, day: date, answer: Answer) -> None:
        """Say what a day says."""
        self.given[day] = answer

    def doubt(self, day: date) -> None:
        """Ask a box again, whatever was read or answered."""
        self.given.pop(day, None)
        self.doubted.add(day)

    def groups(self) -> list[tuple[Answer, list[DayBox]]]:
        """The boxes that are settled, by what they say; first the marks, then the empty ones."""
        found: dict[Answer, list[DayBox]] = {mark: [] for mark in (*Mark, None, *Untold)}
        for box in self.read.days:
            if box.day in self.given:
                found[self.given[box.day]].append(box)
            elif not box.why and box.day not in self.doubted:
                found[box.mark].append(box)
        return [(answer, boxes) for answer, boxes in found.items() if boxes]

    def marks(self) -> dict[date, Mark]:
        """What would be kept: nothing that is kept already, and of empty days what the foot says."""
        said = {box.day: answer for answer, boxes in self.groups() for box in boxes}
        kept = {box.day: box.kept for box in self.read.days}
        found = {day: mark for day, mark in said.items() if isinstance(mark, Mark) and kept[day] is not mark}
        if self.empty_means_no_call:
            found |= self._no_calls(said)
        return found

    def _no_calls(self, said: dict[date, Answer]) -> dict[date, Mark]:
        """The agreed days that are empty, up to the last one on which something stands."""
        last = max((day for day, mark in said.items() if isinstance(mark, Mark)), default=None)
        days = {box.day: box for box in self.read.days}
        empty = [day for day, mark in said.items() if mark is None and days[day].agreed and days[day].kept is None]
        return {day: Mark.NO_CALL for day in empty if last is not None and day <= min(last, self.today)}

    def figures(self) -> Figures:
        """How the reader did on this page: wrong is what was certain and was answered otherwise."""
        controls = [box for box in self.read.days if box.control]
        wrong = [b for b in self.read.days if self._was_wrong(b)]
        return Figures(
            boxes=len(self.read.days),
            asked=sum(bool(box.why) and not box.control for box in self.read.days),
            checked=len(controls),
            wrong=len(wrong),
        )

    def _was_wrong(self, box: DayBox) -> bool:
        tested = box.control or (box.day in self.doubted and not box.why)
        return tested and box.day in self.given and self.given[box.day] is not box.mark
