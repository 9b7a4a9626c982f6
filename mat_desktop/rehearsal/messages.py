"""Messages without anybody in front of the screen: answered yes, and written down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mat_desktop.screens.shared.bench import Look


@dataclass
class RecordedMessages:
    """Keeps what was said and asked; files and answers are laid ready beforehand."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    picks: list[int | None] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    shown: str = ""
    """What stands to be read now; empty where nothing was said, or was taken away."""

    def tell(self, sentence: str, look: Look = Look.FAULT) -> None:
        """Write down what was said; complaints begin with an exclamation mark."""
        self.said.append(f"! {sentence}" if look is Look.FAULT else sentence)
        self.shown = sentence

    def hush(self) -> None:
        """Take it away; that it was said stays written down."""
        self.shown = ""

    def ask(self, question: str, yes: str, no: str, *, destroys: bool = False) -> bool:
        """Write the question down; yes unless another answer lies ready."""
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else True

    def pick(self, question: str, answers: Sequence[str], *, filled: int = 0, unasked: bool = False) -> int | None:
        """Write the question down; the filled answer unless another one, or leaving, lies ready."""
        self.asked.append(question)
        return self.picks.pop(0) if self.picks else filled

    def which(self, question: str, most: int) -> int | None:
        """Write the question down; the next number that lies ready."""
        self.asked.append(question)
        return self.numbers.pop(0) if self.numbers else None

    def choose_one(self, question: str, choices: Sequence[tuple[int, str]]) -> int | None:
        """Write the question down; the next number that lies ready, if it can be chosen."""
        self.asked.append(question)
        wanted = self.numbers.pop(0) if self.numbers else None
        return wanted if wanted in [key for key, _ in choices] else None

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """The next path that lies ready."""
        return self.paths.pop(0) if self.paths else None

    def files_to_open(self, title: str, kinds: str) -> list[Path]:
        """All paths that lie ready."""
        ready, self.paths = self.paths, []
        return ready

    def file_to_save(self, title: str, name: str, kinds: str) -> Path | None:
        """The next path that lies ready."""
        return self.paths.pop(0) if self.paths else None

    def folder(self, title: str) -> Path | None:
        """The next path that lies ready."""
        return self.paths.pop(0) if self.paths else None
