"""The long figures, slice by slice, and the table of what was reached: called by `dev.py torture`.

Each slice is a few tests with their counts turned up. With `--tenth` a tenth of each, for every change; with the names
of slices only these, for one sitting each.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TENTH_MINUTES = 8
"""What a tenth may cost in CPU-minutes, of all processes together."""
_FOLDER = "tests/storage/folder"


@dataclass(frozen=True)
class Slice:
    """Some tests, which of them, and how often they do what they do, in full."""

    tests: tuple[str, ...]
    which: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    in_full: dict[str, str] = field(default_factory=dict)
    """What is set only without `--tenth`."""

    def environment(self, *, tenth: bool) -> dict[str, str]:
        """The counts as the tests read them."""
        counts = {
            f"MAT_DESKTOP_{name}": str(max(1, count // 10 if tenth else count)) for name, count in self.counts.items()
        }
        return counts if tenth else counts | {f"MAT_DESKTOP_{name}": value for name, value in self.in_full.items()}


SLICES = {
    "answering": Slice((f"{_FOLDER}/test_kills_while_answering.py",), "not new_key", {"KILLS_ANSWERING": 1000}),
    "power": Slice((f"{_FOLDER}/test_power.py",), counts={"CUTS": 10_000}),
    "tampering": Slice(("tests/storage/work/test_tampering.py",), counts={"TAMPERINGS": 1000}),
    "flips": Slice((f"{_FOLDER}/test_flips.py",), counts={"FLIPS": 1000}),
    "disk": Slice(
        (f"{_FOLDER}/test_disk_faults.py", f"{_FOLDER}/test_small_disk.py", "tests/screens/test_full_disk.py"),
        counts={"FULL_DISKS": 20, "FAULTS": 3},
    ),
    "kills": Slice(
        (f"{_FOLDER}/test_kills.py", f"{_FOLDER}/test_kills_while_answering.py", f"{_FOLDER}/test_erasing.py"),
        "test_kills.py or new_key or killed",
        in_full={"KILLS": "100"},
    ),
    "leftovers": Slice(
        ("tests/app/test_leftovers.py", "tests/app/test_mishaps.py", f"{_FOLDER}/test_erasing.py"), "not killed"
    ),
    "walks": Slice(
        ("tests/screens/test_private.py", "tests/contract/test_walk.py"),
        "random_walk or every",
        {"WALK_EVENTS": 10_000, "WALK_STEPS": 20_000},
    ),
    "rosters": Slice(("tests/facilitation/participants/test_rosters.py",), "shapes_of_rosters", {"ROSTERS": 600}),
    "eye": Slice(("tests/eye/test_reader.py",), "clear_mark", {"SHEETS": 60}),
    "states": Slice(("tests/contract",), "every and not test_walk.py", in_full={"WHOLE_CONTRACT": "yes"}),
}
NOT_IN_THE_TENTH = frozenset({"states", "walks", "rosters"})
"""The suite walks through these as it is; a tenth of them is nothing more, or no more than it can wait for."""


def main() -> int:
    """Run the slices that are asked for, and print what each reached. Answers 1 where one did not."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("slices", nargs="*", metavar="SLICE", help=", ".join(SLICES))
    parser.add_argument("--tenth", action="store_true", help="a tenth of each figure")
    asked = parser.parse_args()
    if unknown := set(asked.slices) - set(SLICES):
        parser.error(f"there is no slice {', '.join(sorted(unknown))}; there are {', '.join(SLICES)}")
    names = asked.slices or [name for name in SLICES if not (asked.tenth and name in NOT_IN_THE_TENTH)]
    began = spent()
    with tempfile.TemporaryDirectory(prefix="mat-desktop-figures-") as folder:
        ran = [Ran.of(name, Path(folder) / name, tenth=asked.tenth) for name in names]
    print_table(ran)
    minutes = (spent() - began) / 60
    limit = f"; the limit of a tenth is {TENTH_MINUTES}" if asked.tenth else ""
    print(f"{minutes:.1f} CPU-minutes of all processes together{limit}.")
    return max(one.code for one in ran)


@dataclass(frozen=True)
class Ran:
    """A slice that was run, what it said it reached, and what it cost."""

    name: str
    code: int
    seconds: float
    figures: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, name: str, told: Path, *, tenth: bool) -> "Ran":
        """Run a slice."""
        piece, before = SLICES[name], spent()
        print(f"--- {name}", flush=True)
        words = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-o", "faulthandler_timeout=7200", *piece.tests]
        chosen = ["-k", piece.which] if piece.which else []
        environment = {**os.environ, **piece.environment(tenth=tenth), "MAT_DESKTOP_FIGURES": str(told)}
        code = subprocess.run([*words, *chosen], cwd=ROOT, env=environment, check=False).returncode
        lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        return cls(name, code, spent() - before, tuple((row, words) for row, words in map(json.loads, lines)))


def spent() -> float:
    """User and system of every child that has ended."""
    times = os.times()
    return times.children_user + times.children_system


def print_table(ran: list[Ran]) -> None:
    """One row a fault or threat, with every figure that was reached for it, and one a slice that says none."""
    print("\n| fault or threat | reached |\n|---|---|")
    rows: dict[str, list[str]] = defaultdict(list)
    for one in ran:
        if one.code:
            rows[one.name].append("NOT reached: see above")
        for row, words in one.figures:
            rows[row].append(words)
        if not one.figures and not one.code:
            rows[one.name].append("as the tests say")
    for row, words in rows.items():
        print(f"| {row} | {'; '.join(words)} |")
    print("\n" + ", ".join(f"{one.name} {one.seconds:.0f} s" for one in ran))


if __name__ == "__main__":
    sys.exit(main())
