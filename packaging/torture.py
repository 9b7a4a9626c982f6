"""The long figures, slice by slice, and the table of what was reached: called by `dev.py torture`.

Each slice is a few tests with their counts turned up. What a slice reached is kept in `.torture` for as long as neither
the program nor its tests change, so that the figures can be reached in many sittings: each run goes on with what is
missing. With `--tenth` a tenth of each, for every change, two slices at a time; with the names of slices only these.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".torture"
TENTH_MINUTES = 8
"""What a tenth may cost in CPU-minutes, of all processes together."""
AT_ONCE = 2
"""So many slices of a tenth run beside each other."""
PATIENCE_S = {True: 20 * 60, False: 12 * 60 * 60}
"""A slice of a tenth, or of all, that takes longer stands still: it is ended, and has not reached its figure."""
_FOLDER = "tests/storage/folder"


@dataclass(frozen=True)
class Slice:
    """Some tests, which of them, and how often they do what they do: in full, and for a tenth."""

    tests: tuple[str, ...]
    which: str = ""
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    in_full: dict[str, str] = field(default_factory=dict)
    """What is set only without `--tenth`."""

    def environment(self, *, tenth: bool) -> dict[str, str]:
        """The counts as the tests read them."""
        counts = {f"MAT_DESKTOP_{name}": str(pair[tenth]) for name, pair in self.counts.items()}
        return counts if tenth else counts | {f"MAT_DESKTOP_{name}": value for name, value in self.in_full.items()}


def _kills(file: str, which: str, whole: int = 100) -> Slice:
    """At random moments, and besides at every operation on files; a few of both in a tenth."""
    return Slice((f"{_FOLDER}/{file}.py",), which, {"KILLS": (whole, 10)})


SLICES = {
    "answering": Slice((f"{_FOLDER}/test_kills_while_answering.py",), "not new_key", {"KILLS_ANSWERING": (1000, 100)}),
    "power": Slice((f"{_FOLDER}/test_power.py",), counts={"CUTS": (10_000, 1000)}),
    "tampering": Slice(("tests/storage/work/test_tampering.py",), counts={"TAMPERINGS": (1000, 100)}),
    "flips": Slice((f"{_FOLDER}/test_flips.py",), counts={"FLIPS": (1000, 100)}),
    "faults": Slice((f"{_FOLDER}/test_disk_faults.py",), counts={"FAULTS": (100, 10)}),
    "small-disk": Slice((f"{_FOLDER}/test_small_disk.py",), counts={"FULL_DISKS": (20, 2)}),
    "kills-start": _kills("test_kills", "first_start or harness"),
    "kills-form": _kills("test_kills", "new_form", 200),
    "kills-back": _kills("test_kills", "way_back and not harness"),
    "kills-backup": _kills("test_kills", "backup"),
    "kills-key": _kills("test_kills_while_answering", "new_key"),
    "kills-erasing": _kills("test_erasing", "killed"),
    "erasing": Slice(
        (f"{_FOLDER}/test_erasing.py", f"{_FOLDER}/test_erasing_workshop.py", "tests/journeys/test_the_lost_laptop.py"),
        "not killed",
    ),
    "leftovers": Slice(("tests/app/test_leftovers.py", "tests/app/test_mishaps.py", "tests/screens/test_full_disk.py")),
    "walks": Slice(
        ("tests/screens/test_private.py", "tests/contract/test_walk.py"),
        "random_walk or every",
        {"WALK_EVENTS": (10_000, 1000), "WALK_STEPS": (20_000, 2000)},
    ),
    "rosters": Slice(("tests/facilitation/participants/test_rosters.py",), "shapes_of_rosters", {"ROSTERS": (600, 60)}),
    "outcomes": Slice(
        ("tests/workshop/test_no_contradiction.py",), counts={"TABLES": (5000, 500), "COVERED": (2000, 200)}
    ),
    "eye": Slice(
        ("tests/eye/test_reader.py", "tests/eye/test_questions.py", "tests/eye/test_consents_and_calls.py"),
        "clear_mark or clear_cross or another_print",
        {"SHEETS": (60, 6), "QUESTION_SHEETS": (60, 6), "WRONG_PRINTS": (20, 2), "CONSENT_SHEETS": (28, 3)},
    ),
    "copier": Slice(("tests/paper/test_copier.py",), in_full={"COPIED": "all"}),
    "states": Slice(("tests/contract",), "every and not test_walk.py", in_full={"WHOLE_CONTRACT": "yes"}),
}
NOT_IN_THE_TENTH = frozenset({"copier", "erasing", "leftovers", "states", "walks", "rosters"})
"""The suite does these as they are; a tenth of them is nothing more, or no more than it can wait for."""


def main() -> int:
    """Run the slices that are asked for, and print what each reached. 1 where one did not, or a tenth is dear."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("slices", nargs="*", metavar="SLICE", help=", ".join(SLICES))
    parser.add_argument("--tenth", action="store_true", help="a tenth of each figure")
    parser.add_argument("--afresh", action="store_true", help="reach the figures again that were reached before")
    asked = parser.parse_args()
    if unknown := set(asked.slices) - set(SLICES):
        parser.error(f"there is no slice {', '.join(sorted(unknown))}; there are {', '.join(SLICES)}")
    names = asked.slices or [name for name in SLICES if not (asked.tenth and name in NOT_IN_THE_TENTH)]
    ran = list(_all_of(names, tenth=asked.tenth, afresh=asked.afresh))
    print_table(ran)
    minutes = sum(one.seconds for one in ran) / 60
    limit = f"; the limit of a tenth is {TENTH_MINUTES}" if asked.tenth else ""
    print(f"{minutes:.1f} CPU-minutes of all processes together{limit}.")
    dear = asked.tenth and minutes > TENTH_MINUTES
    return max(one.code for one in ran) or int(dear)


@dataclass(frozen=True)
class Ran:
    """A slice that was run, what it said it reached, and what it cost in CPU-seconds."""

    name: str
    code: int
    seconds: float
    figures: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, name: str, *, tenth: bool) -> "Ran":
        """Run a slice. What it says is printed at its end, for another one may be running beside it."""
        piece = SLICES[name]
        words = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *piece.tests]
        words += ["-o", "faulthandler_timeout=7200", *(["-k", piece.which] if piece.which else [])]
        with tempfile.TemporaryDirectory(prefix="mat-desktop-figures-") as folder:
            told = Path(folder) / "figures"
            environment = {**os.environ, **piece.environment(tenth=tenth), "MAT_DESKTOP_FIGURES": str(told)}
            code, seconds, said = _measured(words, environment, PATIENCE_S[tenth])
            lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        print(f"--- {name}: {seconds:.0f} CPU-seconds\n{said}", flush=True)
        return cls(name, code, seconds, tuple((row, words) for row, words in map(json.loads, lines)))


def _measured(words: Sequence[str], environment: dict[str, str], patience: int) -> tuple[int, float, str]:
    """How it ended, what it cost with all that it started, and what it said."""
    timed = [sys.executable, "-c", _TIMED, *words]
    try:
        done = subprocess.run(
            timed, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=patience
        )
    except subprocess.TimeoutExpired:
        return 1, float(patience), "It stood still, and was ended."
    said, _, cost = done.stdout.rpartition("\n" + _COST)
    return done.returncode, float(cost or 0), (said or done.stdout) + done.stderr


_COST = "CPU-seconds: "
_TIMED = f"""
import os, subprocess, sys
code = subprocess.run(sys.argv[1:], check=False).returncode
spent = os.times()
print("\\n{_COST}" + str(spent.children_user + spent.children_system))
sys.exit(code)
"""
"""Another process in between, so that the cost of each is known although two run at once."""


def _all_of(names: Sequence[str], *, tenth: bool, afresh: bool) -> Iterator[Ran]:
    """What each reached: now, or before and not out of date yet."""
    if tenth:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield from pool.map(lambda name: Ran.of(name, tenth=True), names)
        return
    kept = KEPT / f"figures-{stamp()}"
    kept.mkdir(parents=True, exist_ok=True)
    for name in names:
        file = kept / f"{name}.json"
        if file.exists() and not afresh:
            told = json.loads(file.read_text(encoding="utf-8"))
            yield Ran(told["name"], told["code"], told["seconds"], tuple(map(tuple, told["figures"])))
            continue
        one = Ran.of(name, tenth=False)
        if not one.code:
            file.write_text(json.dumps(asdict(one)), encoding="utf-8")
        yield one


def stamp() -> str:
    """What tells one state of the program and its tests from another."""
    digest = hashlib.sha256()
    for folder in ("mat_desktop", "resources", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


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
