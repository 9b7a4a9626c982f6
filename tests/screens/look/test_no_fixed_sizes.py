"""No size comes from one language at one size of words: it is held by `look/sizes.py`, or has a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import mat_desktop.screens as screens

FOLDER = Path(screens.__file__).parent
SETTERS = {
    f"set{kind}{side}"
    for kind in ("Fixed", "Minimum", "Maximum")
    for side in ("Size", "Width", "Height", "SectionSize", "BlockCount")
}
REASONS = {
    "frame/emptied.py": "the window keeps its size under a cover, whatever is let go behind it",
    "frame/screen_gone.py": "no window is larger than the screen that is left",
    "frame/scrolling.py": "header, guidance and bar follow the height of the window",
    "frame/shell.py": "the smallest window, from what the screen has room for",
    "shared/dialog.py": "no dialog is larger than its screen",
    "shared/page_zones.py": "zones under each other keep some rows, scaled with the text",
    "shared/still.py": "a list unfolds as wide as its longest value, from its own words",
    "participants/import_dialog.py": "a column of a strange file is no wider than this, scaled with the text",
}


def sizes_set(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SETTERS:
            yield f"line {node.lineno}: {node.func.attr}"


def with_sizes() -> dict[str, list[str]]:
    """Every file outside the look that sets a size of its own, with where."""
    names = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.py")}
    found = {name: list(sizes_set(path)) for name, path in names.items() if not name.startswith("look/")}
    return {name: where for name, where in found.items() if where}


def test_no_page_sets_a_size_that_does_not_follow_the_words():
    assert {name: where for name, where in with_sizes().items() if name not in REASONS} == {}


def test_no_reason_is_kept_for_a_file_that_needs_none():
    assert REASONS.keys() - with_sizes().keys() == set()
