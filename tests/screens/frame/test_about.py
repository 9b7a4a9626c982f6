"""The page that says whose work the program is made with."""

import tomllib
from importlib.metadata import PackageNotFoundError, distribution, distributions
from pathlib import Path
from re import findall, match

from PySide6.QtWidgets import QPlainTextEdit

from mat_desktop.assets import resources
from mat_desktop.facilitation.library.licences import OWN_FILE, files, packages
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.frame.actions import ACTIONS

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def names() -> set[str]:
    return {one.name.rpartition(" ")[0].casefold().replace("_", "-") for one in packages()}


def test_the_licence_of_everything_that_is_installed_is_named():
    assert names() >= {one.name.casefold().replace("_", "-") for one in distributions()} | {"python"}
    assert all(one.licence for one in packages())
    silent = [one.name for one in packages() if one.licence == OWN_FILE]
    assert len(silent) <= 2, "nearly every package says it in a word"


def test_nothing_that_the_program_needs_is_missing_from_the_list():
    needed = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert len(needed) > 20
    for line in needed:
        found = match(r"[\w-]+", line)
        assert found is not None
        try:
            distribution(found[0])
        except PackageNotFoundError:
            continue
        assert found[0].casefold() in names()


def test_every_letter_icon_and_questionnaire_of_others_has_its_licence_beside_it():
    listed = {text for one in files() for text in findall(r"\S+\.txt", one.licence)}
    assert listed == {p.relative_to(resources()).as_posix() for p in resources().rglob("*.txt")}
    families = {path.name.split("_")[0].split("-")[0].split(".")[0] for path in (resources() / "fonts").glob("*.ttf")}
    named = {one.name for one in files()}
    assert all(any(family.startswith(name) or name in family for name in named) for family in families), families


def test_the_help_menu_opens_the_list_and_close_leaves_it(at_own_sample):
    (action,) = [one for one in ACTIONS if "licences" in one.words]
    said = []

    def read(dialog):
        said.append(seen(dialog, QPlainTextEdit, "Everything that is installed, each with its licence").toPlainText())
        press(dialog, "Close")

    in_dialog(lambda: action.does(at_own_sample.place), read)
    for line in ("MAT Desktop", "SQLAlchemy", "reportlab", "fonts/DejaVu-LICENSE.txt", "icons/Lucide-LICENSE.txt"):
        assert line in said[0]
