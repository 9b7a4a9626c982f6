"""Whose work the program is made with, and under which licence: told by the installed packages and files themselves."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path

from mat_desktop import __version__
from mat_desktop.assets import resources

OWN_FILE = "as its own licence file says"
"""What is said of a package that names no licence in a word."""
_LONGEST = 80
"""Some packages put the whole text where the name of the licence belongs."""


@dataclass(frozen=True, kw_only=True)
class Licensed:
    """One thing that somebody else made, and the licence by name, or where its text lies in the resources."""

    name: str
    licence: str


def packages() -> tuple[Licensed, ...]:
    """Python, and every package that is installed beside the program, by name."""
    found = {f"{one.name} {one.version}": _licence(one.metadata) for one in distributions()}
    found[f"Python {platform.python_version()}"] = "Python Software Foundation License"
    return tuple(Licensed(name=name, licence=found[name]) for name in sorted(found, key=str.casefold))


def _licence(told: PackageMetadata) -> str:
    """An expression, else the classifiers, else the first line of the free field."""
    named = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    free = next(iter((told.get_all("License") or [""])[0].splitlines()), "").strip()
    expression = (told.get_all("License-Expression") or [""])[0]
    return expression or ", ".join(named) or free[:_LONGEST] or OWN_FILE


def files() -> tuple[Licensed, ...]:
    """Letters, icons and questionnaires, each with the text of its licence, which travels beside it."""
    texts = sorted(path for end in ("-OFL.txt", "LICENSE.txt") for path in resources().rglob(f"*{end}"))
    return tuple(
        Licensed(name=_called(path), licence=f"its text is {path.relative_to(resources()).as_posix()}")
        for path in texts
    )


def _called(path: Path) -> str:
    """`fonts/DejaVu-LICENSE.txt` is about DejaVu, `who-5/LICENSE.txt` about WHO-5."""
    return path.stem.rpartition("-")[0] or path.parent.name.upper()


def about() -> str:
    """The whole list, a line each: the program itself, what travels in its folder, and the packages."""
    own = f"MAT Desktop {__version__}: Apache-2.0. It may be used, changed and passed on; it comes without a warranty."
    travels = [f"{one.name}: {one.licence}" for one in files()]
    made_with = [f"{one.name}: {one.licence}" for one in packages()]
    where = f"Letters, icons and questionnaires, in {resources()}"
    return "\n".join((own, "", where, *travels, "", "Packages", *made_with))
