"""The house keeps its order: the same rooms in every layer, and a reason for whatever is no room."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

import mat_desktop

HOUSE = Path(mat_desktop.__file__).parent
STEPS = ("setup", "participants", "screening", "pairing", "goals", "agreement", "contact", "followup", "outcomes")
ROOMS = {*STEPS, "door", "answers", "promises", "safety", "sheets", "today", "private", "research", "library"}
NO_ROOM = {
    "workshop": {
        "codes": "the arithmetic of form codes, whatever they are written on",
        "journey": "the steps themselves, in their order",
        "refusal": "what every rule may answer",
        "seen": "what pictures of sheets show, and what was read of them",
        "text": "how words that somebody typed are cleaned",
        "unread": "sheets that came back and that nobody has looked at",
    },
    "facilitation": {
        "chosen_file": "a file that somebody chose, looked at before it is read",
        "csv_table": "tables from elsewhere: rosters, ballots, answers, outcomes",
        "tabular": "how the bytes of such a table become rows",
        "deeds": "every kind of deed, and its words",
        "desk": "what a deed and a look are",
        "dispatch": "work that may take long, and who does it",
        "guidance": "what comes next, told from all steps",
        "history": "undo and redo, whatever was done",
        "names": "how people are named, on the screen and on paper",
        "ports": "what the deeds ask of storage, clock and codes",
        "printed": "what stands on each sheet, room by room",
        "printer": "what the deeds ask of paper",
        "remembered": "what a look works out once",
        "rules": "what must hold after every deed",
        "shown": "what screen and paper show alike",
        "standing": "one workshop and its people, read once for all steps",
    },
    "facilitation/printed": {
        "head": "what stands on the head of every sheet",
        "kinds": "all kinds of sheets",
    },
    "storage": {
        "faults": "what may be wrong with a library, in words",
        "folder": "the library as a folder: file, key, backups",
        "migrations": "how an older library is carried forward",
        "tables": "the rows, room by room",
        "work": "one deed's work on the rows, and its journal",
    },
    "storage/tables": {
        "columns": "the kinds of columns that all rooms use",
        "ledger": "the tables of the journal, which no deed changes",
        "mapping": "all rooms, mapped once",
    },
    "paper": {
        "blocks": "what is never divided, and the rules by which pages are filled",
        "drawing": "the marks of a page",
        "fonts": "the letters that are drawn",
        "layouts": "which view is laid out how, all rooms in one table",
        "foot": "the foot of every sheet: its code and its page",
        "leaf": "a sheet that fills from the top",
        "letters": "which letters the fonts can draw",
        "measures": "the sizes of the handouts",
        "press": "pages become a PDF",
        "shaping": "letters that join, turn or stand on one another",
        "sizes": "sizes of paper",
        "tags": "in which order a PDF is read aloud",
        "worker": "the press in a process of its own",
    },
    "screens": {
        "frame": "the window around the pages",
        "look": "colours, type, icons",
        "printing": "the room of sheets, as it is called on the screen",
        "shared": "the parts that pages are made of",
    },
}
"""For each layer, what lies in it beside the rooms, and why."""


def names_in(layer: str) -> set[str]:
    there = (HOUSE / layer).iterdir()
    return {p.stem for p in there if p.suffix == ".py" or (p.is_dir() and any(p.rglob("*.py")))} - {"__init__"}


@pytest.mark.parametrize("layer", NO_ROOM)
def test_what_lies_in_a_layer_is_a_room_or_has_a_reason(layer: str):
    assert names_in(layer) - ROOMS == set(NO_ROOM[layer])


@pytest.mark.parametrize("layer", sorted({*NO_ROOM} - {"storage"}))
def test_every_step_has_its_room_in_every_layer(layer: str):
    assert set(STEPS) <= names_in(layer)


@pytest.mark.parametrize("layer", NO_ROOM)
def test_a_room_with_more_than_one_file_is_a_folder_and_nothing_else(layer: str):
    doubled = {p.stem for p in (HOUSE / layer).glob("*.py") if p.with_suffix("").is_dir()}
    assert not doubled


def test_no_file_bears_the_name_of_its_room_or_of_another_as_a_prefix():
    repeated = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if path.stem == path.parent.name or any(path.stem.startswith(f"{room}_") for room in ROOMS)
    ]
    assert not repeated


def test_entering_a_room_reads_nothing_in():
    rooms = [HOUSE / layer / room / "__init__.py" for layer in NO_ROOM for room in names_in(layer)]
    bodies = {path: ast.parse(path.read_text("utf-8")).body for path in rooms if path.exists()}
    assert bodies
    assert not [str(path.relative_to(HOUSE)) for path, body in bodies.items() if len(body) != 1]


def test_the_tests_of_a_room_lie_in_a_folder_of_its_name():
    here = Path(__file__).parent
    of_no_room = {
        Path(),
        Path("journeys"),
        Path("ways_up"),
        Path("contract"),
        Path("contract/rules"),
        Path("contract/eyes"),
    }
    folders = {path.parent.relative_to(here) for path in here.rglob("__init__.py")} - of_no_room
    assert folders
    assert not [str(folder) for folder in folders if not (HOUSE / folder).exists()]


SHOWS = {"text", "accessibleName", "windowTitle", "toolTip", "placeholderText", "currentText"}


def decides_by_words(node: ast.AST) -> bool:
    """Whether something is compared with words that are shown to somebody."""
    if not isinstance(node, ast.Compare):
        return False
    sides = [node.left, *node.comparators]
    words = [side.value for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)]
    shown = any(isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and s.func.attr in SHOWS for s in sides)
    return any(" " in w.strip() or (shown and w) for w in words)


def test_a_comparison_with_words_is_seen():
    for line in ("button.text() == 'Pause'", "field == 'Phone on'", "edit.accessibleName() != 'Find a person'"):
        assert any(map(decides_by_words, ast.walk(ast.parse(line))))
    for line in ("self.text() != self._kept", "verb == 'UPDATE'", "key == ''", "words.text() == ''"):
        assert not any(map(decides_by_words, ast.walk(ast.parse(line))))


def test_nothing_is_decided_by_words_that_were_made_for_people():
    houses = [path for path in HOUSE.rglob("*.py") if path.relative_to(HOUSE).parts[0] != "rehearsal"]
    deciding = [
        f"{path.relative_to(HOUSE)}:{node.lineno}: {ast.unparse(node)}. Compare what it means, never how it is worded."
        for path in houses
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and decides_by_words(node)
    ]
    assert houses
    assert deciding == []


def test_nothing_is_found_by_the_name_of_a_module_in_a_string():
    named = [path for path in HOUSE.rglob("*.py") if "import_module" in path.read_text("utf-8")]
    assert [str(path.relative_to(HOUSE)) for path in named] == []


LONGEST_FILE, MIDDLE_FUNCTION = 300, 10
LONG_FOR_A_REASON = {
    "app/window.py": "the window of the program: who it is handed to, and what opens, locks and closes it",
    "storage/work/archive.py": "the one way through which everything is read and written",
    "screens/frame/window.py": "the main window: every method is one thing that the rail, a page or a key asks of it",
    "screens/shared/form_sheet.py": "one table that is typed into, key by key",
    "storage/migrations/versions/0001_first_tables.py": "released: the first tables, all at once",
    "workshop/sheets.py": "every kind of sheet, told once in one closed table",
}
"""Files that are longer than a reader takes in at once, and why."""


def test_a_file_is_no_longer_than_a_reader_takes_in_or_has_a_reason():
    long = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE
    ]
    assert set(long) <= set(LONG_FOR_A_REASON), "Split it along what it says, each half under a noun of its own."


READS_ITS_OWN = {
    "facilitation/chosen_file.py": "the one place where what others may have put there is read",
    "facilitation/answers/shelf.py": "the instruments that the program brings along",
    "facilitation/library/sample.py": "the sample workshop that the program brings along",
    "screens/look/icons.py": "the drawings that the program brings along",
    "storage/folder/copying.py": "the key file that it has just written beside the copy",
    "storage/folder/files.py": "files of a part that it has just filled, to bring them to the disk; digests of copies",
    "storage/folder/sheet.py": "the salt of a library, whose kind was looked at before",
}
"""Who reads a file in another way, and why nothing else can lie in its place."""


def _reads(node: ast.AST) -> bool:
    """Whether this opens a file to read it: `open`, `.open(...)` with a mode, `.read_bytes()`, `.read_text()`."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "open"
    if not isinstance(node.func, ast.Attribute):
        return False
    modes = [one.value for one in node.args if isinstance(one, ast.Constant)]
    return node.func.attr in {"read_bytes", "read_text"} or (
        node.func.attr == "open" and any(mode in {"r", "rb", "rb+"} for mode in modes)
    )


def test_what_others_may_have_put_there_is_read_in_one_place_that_looks_at_kind_and_size_before():
    reading = {
        path.relative_to(HOUSE).as_posix()
        for path in HOUSE.rglob("*.py")
        if any(map(_reads, ast.walk(ast.parse(path.read_text("utf-8")))))
    }
    assert reading == set(READS_ITS_OWN)


def test_a_function_is_read_at_a_glance():
    lengths = [
        node.end_lineno - node.lineno + 1
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
    ]
    assert len(lengths) > 3_000
    assert median(lengths) < MIDDLE_FUNCTION


def test_no_widget_is_asked_for_its_screen_or_for_its_system_window():
    asks = re.compile(r"\.(screen|windowHandle)\(\)")
    found = [str(path.relative_to(HOUSE)) for path in HOUSE.rglob("*.py") if asks.search(path.read_text("utf-8"))]
    assert found == [], "Ask `screens/look/standing_on.py`: a screen that a widget gave out goes with the widget."


def test_no_widget_is_asked_for_what_python_would_take_away_with_it():
    asks = re.compile(
        r"\.(focusProxy|nextInFocusChain|previousInFocusChain|buddy|group|checkedButton)\(\)|\.(childAt|itemAt)\("
        r"|\.findChildren\((?!QShortcut\b)"
    )
    found = [str(path.relative_to(HOUSE)) for path in HOUSE.rglob("*.py") if asks.search(path.read_text("utf-8"))]
    assert found == [], "Ask `screens/look/belonging.py`: what a widget gave out goes with the widget."
