#!/usr/bin/env python3
"""Sets small faults into a copy of the code, one at a time, and says which of them no test sees."""

import argparse
import os
import random  # noqa: TID251  with a seed
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from faults import Fault, faults_in

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("workshop", "facilitation", "paper", "storage")
"""The code that computes, stores, prints and shows; anything else can be named."""
RELEASED = "migrations"
"""Nobody changes what is released, so nothing is gained by guarding it against change; named, it gets faults too."""
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")


def main(words: Sequence[str] | None = None) -> int:
    asked = _asked(words)
    if not hasattr(os, "fork"):
        print("Faults are tried in forks, which Windows has not. Use Linux or macOS.")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the copy goes, and so does the fork
    with tempfile.TemporaryDirectory(prefix="mat-desktop-faults-") as folder:
        copy = Path(folder).resolve() / "tree"
        shutil.copytree(asked.tree, copy, ignore=LEFT_OUT)
        return _try_all(asked, copy)


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py mutate", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=20, help="how many faults (20)")
    parser.add_argument("paths", nargs="*", help="files or folders of the code; the layers below the screens")
    parser.add_argument("--seed", type=int, default=0, help="another seed chooses other faults")
    parser.add_argument("--after", type=int, default=0, help="leave out so many, which were tried before (0)")
    parser.add_argument("--seconds", type=float, default=60, help="CPU-seconds for each fault (60)")
    parser.add_argument("--package", default="mat_desktop", help=argparse.SUPPRESS)
    parser.add_argument("--tree", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_intermixed_args(words)


def _try_all(asked: argparse.Namespace, copy: Path) -> int:
    from laboratory import Laboratory

    shuffled = _shuffled(copy, _files(asked, copy), asked.seed)
    chosen = list(islice(shuffled, asked.after, asked.after + asked.count))
    laboratory = Laboratory(copy, asked.package, asked.seconds)
    laboratory.check()
    totals: Counter[str] = Counter()
    spent = 0.0
    for fault in chosen:
        outcome = laboratory.meet(fault)
        totals[outcome.word] += 1
        spent += outcome.seconds
        number, before, after = fault.lines((copy / fault.path).read_bytes())
        said = f"; {outcome.said}" if outcome.said else ""
        print(f"{outcome.word:11} {fault.path}:{number} ({fault.kind}; {outcome.seconds:.0f} s{said})")
        print(f"            {before}  ->  {after}", flush=True)
    shown = ", ".join(f"{totals[word]} {word}" for word in ("killed", "survived", "not reached"))
    print(f"{len(chosen)} faults: {shown}; {spent:.0f} CPU-seconds.")
    return 0


def _files(asked: argparse.Namespace, copy: Path) -> list[Path]:
    """Every module that may get a fault, by its path in the tree."""
    named = [Path(path) for path in asked.paths]
    released_too = any(RELEASED in path.parts for path in named)
    layers = [Path(asked.package, layer) for layer in LAYERS if (copy / asked.package / layer).is_dir()]
    folders = named or layers or [Path(asked.package)]
    paths = [path for folder in folders for path in _modules(copy / folder)]
    inside = [path.relative_to(copy) for path in paths]
    return [path for path in inside if released_too or RELEASED not in path.parts]


def _modules(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def _shuffled(copy: Path, files: Sequence[Path], seed: int) -> Iterator[Fault]:
    """Every possible fault in a random order, those that change nothing left out."""
    sources = {path: (copy / path).read_bytes() for path in files}
    faults = [fault for path, source in sources.items() for fault in faults_in(path, source)]
    random.Random(seed).shuffle(faults)
    return (fault for fault in faults if fault.changes_something(sources[fault.path]))


if __name__ == "__main__":
    sys.exit(main())
