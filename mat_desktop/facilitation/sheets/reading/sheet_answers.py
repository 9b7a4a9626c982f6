"""One page of a sheet while it is checked: what was answered, what is still open, and what would be kept."""

from dataclasses import dataclass, field

from mat_desktop.facilitation.sheets.log_pictures import Figures
from mat_desktop.facilitation.sheets.reading.sheet_read import LineRead, SheetRead

CANNOT_TELL = "?"
"""The answer where nobody can tell from the picture."""


@dataclass
class SheetAnswers:
    """The answers so far, by item. A line that was certain and is clicked is asked like any other."""

    read: SheetRead
    given: dict[str, str] = field(default_factory=dict)
    doubted: set[str] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)
    """What was typed beside the pictures of words."""

    @property
    def asked(self) -> list[LineRead]:
        """Every question, in the order of the sheet."""
        return [line for line in self.read.lines if line.why or line.line.item in self.doubted]

    @property
    def open(self) -> list[LineRead]:
        """What is still to be answered."""
        return [line for line in self.asked if line.line.item not in self.given]

    @property
    def done(self) -> bool:
        """Whether nothing is open any more."""
        return not self.open

    def answer(self, item: str, value: str) -> None:
        """Say what a line says; empty for nothing."""
        self.given[item] = value

    def doubt(self, item: str) -> None:
        """Ask a line again, whatever was read or answered."""
        self.given.pop(item, None)
        self.doubted.add(item)

    def settled(self) -> list[tuple[LineRead, str]]:
        """Every line that needs no answer any more, with what it says."""
        still = {line.line.item for line in self.open}
        return [
            (line, self.given.get(line.line.item, line.value))
            for line in self.read.lines
            if line.line.item not in still
        ]

    def values(self) -> dict[str, str]:
        """What would be kept, by item: nothing that is kept already, and never emptiness over an answer unasked.

        Of consents and calls emptiness is kept never: an empty box takes no yes back.
        """
        found = {}
        for line, value in self.settled():
            if line.line.only_clear and value in ("", CANNOT_TELL):
                continue
            if value != line.line.kept and (value or not line.line.kept or line.line.item in self.given):
                found[line.line.item] = value
        return found

    def figures(self) -> Figures:
        """How the reader did on this page: wrong is what was certain and was answered otherwise."""
        lines = self.read.lines
        return Figures(
            boxes=sum(len(line.places) for line in lines),
            asked=sum(len(line.places) for line in lines if line.why and not line.control),
            checked=sum(line.control for line in lines),
            wrong=sum(self._was_wrong(line) for line in lines),
        )

    def _was_wrong(self, line: LineRead) -> bool:
        tested = line.control or (line.line.item in self.doubted and not line.why)
        said = self.given.get(line.line.item)
        return tested and said is not None and said != line.value
