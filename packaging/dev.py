#!/usr/bin/env python3
"""The one script to work with, on Python 3.11 or newer; `dev.py --help` names its verbs."""

import argparse
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
WINDOWS = os.name == "nt"

LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "glib-2.0": "libglib2.0-0",
    "fontconfig": "libfontconfig1",
    "freetype": "libfreetype6",
    "xkbcommon": "libxkbcommon0",
    "X11": "libx11-6",
    "dbus-1": "libdbus-1-3",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
"""What Qt needs from a Debian or Ubuntu system, by the name of the library."""


SUITE_SECONDS, QUICK_SECONDS = 380, 60
"""What the tests may cost in CPU-seconds, user and system of all processes together."""


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python gets a sentence, not a traceback
        print("MAT Desktop needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 2
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=tuple(VERBS))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to the tool")
    found = parser.parse_args()
    system_packages()
    prepare()
    return VERBS[found.verb](found.rest)


def missing_packages() -> list[str]:
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return []
    missing = [package for name, package in LIBRARIES.items() if ctypes.util.find_library(name) is None]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def system_packages() -> None:
    """Install what Qt and venv need from the system, or print the one command that does."""
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() != 0:
        print("The system lacks libraries that the window needs. Install them with this one command, then try again:")
        print(f"  sudo apt-get install -y {' '.join(missing)}")
        raise SystemExit(2)
    print("Installing system packages:", *missing)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    done = subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], env=quiet, check=False
    )
    if done.returncode:
        print("The system packages could not be installed. Try: apt-get install", *missing)
        raise SystemExit(2)


def python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamp() -> str:
    content = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    return hashlib.sha256(content).hexdigest()


def prepare() -> None:
    """Make .venv with exactly what the lock names; nothing is done when it is there already.

    A .venv that is a link belongs to another copy of the source: it is used as it is, and never changed from here.
    """
    if VENV.is_symlink():
        return
    mark = VENV / "installed"
    if mark.exists() and mark.read_text() == stamp():
        return
    print("Preparing .venv (once; a few minutes on a slow line) ...", flush=True)
    if not python().exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    mark.write_text(stamp())


def call(*words: str, **more: str) -> int:
    return subprocess.run(list(words), cwd=ROOT, env={**compiling(os.environ), **more}, check=False).returncode


def compiling(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a tool: where nothing compiled may lie beside the source, it lies with what pytest keeps.

    Compiling everything anew in each process, the tests with their assertions above all, costs a tenth of the suite.
    """
    kept = dict(environment)
    if kept.pop("PYTHONDONTWRITEBYTECODE", ""):
        kept.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "compiled"))
    return kept


def has_display() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(rest: list[str]) -> int:
    if has_display():
        return call(str(python()), "-m", "mat_desktop", *rest)
    folder = tempfile.mkdtemp(prefix="mat-desktop-")
    print("There is no display here. The sample workshop is played through the real window off screen.")
    return call(str(python()), "-m", "mat_desktop", "demo", "--out", folder, QT_QPA_PLATFORM="offscreen")


def test(rest: list[str]) -> int:
    """Run the tests; with --changed [COMMIT] those that reach what differs from that commit (or from the last one)."""
    if "--changed" in rest:
        rest = only_changed(rest)
    workers = [] if any(word.startswith("-n") for word in rest) else ["-n", "auto"]
    return counted(SUITE_SECONDS, *workers, *rest)


def only_changed(rest: list[str]) -> list[str]:
    at = rest.index("--changed")
    named = [word for word in rest[at + 1 : at + 2] if not word.startswith("-") and not (ROOT / word).exists()]
    command = [str(python()), str(ROOT / "packaging" / "changed.py"), *(named or ["HEAD"])]
    chosen = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if chosen.returncode or not chosen.stdout:
        print("No test was run.")
        raise SystemExit(chosen.returncode)
    return [*chosen.stdout.split(), *rest[:at], *rest[at + 1 + len(named) :]]


def quick(rest: list[str]) -> int:
    """Run the cheapest tests by tests/costs.json: what to run between two changes."""
    workers = [] if any(word.startswith("-n") for word in rest) else ["-n", "2"]
    return counted(QUICK_SECONDS, "-m", "not slow", *workers, *rest)


def costs(rest: list[str]) -> int:
    """Measure each test, or each of the files named, and write tests/costs.json, by which `quick` chooses."""
    return counted(SUITE_SECONDS, "--costs", "-n", "2", *rest)


def counted(limit: int, *words: str) -> int:
    """Run pytest and say what it cost; a machine that is busy makes it longer, not dearer."""
    before = children_seconds()
    code = call(str(python()), "-m", "pytest", *words, QT_QPA_PLATFORM="offscreen")
    seconds = children_seconds() - before
    more = " This is above the limit." if seconds > limit else ""
    print(f"{seconds:.0f} CPU-seconds of all processes together; the limit for all of these tests is {limit}.{more}")
    return code


def children_seconds() -> float:
    """User and system of every child that has ended; always 0 on Windows, which does not say."""
    spent = os.times()
    return spent.children_user + spent.children_system


def explore(rest: list[str]) -> int:
    """Run the rules that hold for everything on examples nobody has tried yet, as many rounds as asked for (ten)."""
    rounds = int(rest[0]) if rest else 10
    done = (test(["-m", "hypothesis", "--hypothesis-profile=default"]) for _ in range(rounds))
    return next((code for code in done if code), 0)


def tool(rest: list[str]) -> int:
    """Run one tool of .venv, such as ruff, with what follows; .pre-commit-config.yaml calls them so."""
    if not rest:
        print("Say which tool, such as: dev.py tool ruff check .")
        return 2
    return call(str(python().parent / rest[0]), *rest[1:])


def lint(_rest: list[str]) -> int:
    commands = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
        ("deptry", "mat_desktop"),
    )
    return max(tool(list(command)) for command in commands)


def bench(rest: list[str]) -> int:
    return call(str(python()), str(ROOT / "packaging" / "bench.py"), *rest, QT_QPA_PLATFORM="offscreen")


def torture(rest: list[str]) -> int:
    """The long figures: kills, power cuts, tampering, disks, walks. `--tenth` does a tenth of each; SLICE only that.

    `look` goes through every state in every theme and size instead, and `walk` takes the 20,000 steps of the walk;
    both in slices, and on where they were stopped.
    """
    if rest[:1] == ["walk"]:
        return _walk(rest[1:])
    script = "looks.py" if rest[:1] == ["look"] else "torture.py"
    words = rest[1:] if rest[:1] == ["look"] else rest
    return call(str(python()), str(ROOT / "packaging" / script), *words, QT_QPA_PLATFORM="offscreen")


def _walk(words: list[str]) -> int:
    commit = subprocess.run(
        ("git", "rev-parse", "--short", "HEAD"), cwd=ROOT, capture_output=True, check=True, text=True
    )
    notes = ROOT / ".torture" / f"walk-{commit.stdout.strip()}.txt"
    notes.parent.mkdir(exist_ok=True)
    return call(
        *(str(python()), "-m", "pytest", "tests/contract/test_walk.py", "-o", "faulthandler_timeout=7200", *words),
        QT_QPA_PLATFORM="offscreen",
        MAT_DESKTOP_WALK_STEPS="20000",
        MAT_DESKTOP_WALK_NOTES=str(notes),
    )


def mutate(rest: list[str]) -> int:
    """Set small faults into a copy of the code, one at a time, and say which no test sees; nothing here changes."""
    return call(str(python()), str(ROOT / "packaging" / "mutate.py"), *rest, QT_QPA_PLATFORM="offscreen")


def golden(_rest: list[str]) -> int:
    """Write anew the pages, looks and tables that tests compare with; read the difference before committing."""
    return call(
        *(str(python()), "-m", "pytest", "tests/test_tables.py"),
        *("tests/paper/test_golden.py", "tests/facilitation/test_golden.py"),
        GOLDEN="write",
        QT_QPA_PLATFORM="offscreen",
    )


def lock(_rest: list[str]) -> int:
    """Resolve pyproject.toml for every system and pin each file by its hash."""
    return call(
        str(python()),
        "-m",
        "uv",
        "pip",
        "compile",
        "--universal",
        "--generate-hashes",
        "--all-extras",
        "--no-emit-index-url",
        "--no-annotate",
        "--no-header",
        "--quiet",
        "--upgrade",
        "--python-version",
        "3.11",
        "pyproject.toml",
        "-o",
        "packaging/requirements.lock",
    )


VERBS = {
    "run": run,
    "test": test,
    "quick": quick,
    "costs": costs,
    "explore": explore,
    "lint": lint,
    "tool": tool,
    "bench": bench,
    "torture": torture,
    "mutate": mutate,
    "golden": golden,
    "lock": lock,
}

if __name__ == "__main__":
    sys.exit(main())
