"""File dialogs leave no trace of where somebody has been: folders bear names of people and places."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from mat_desktop.screens.shared import file_dialogs

ask, wanted = sys.argv[1:]
application = QApplication([])
window = QWidget()
window.show()

def go():
    dialog = application.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(Path(wanted).parent))
    QTest.qWait(200)
    dialog.findChild(QLineEdit).setText(wanted)
    QTest.qWait(50)
    dialog.accept()

QTimer.singleShot(100, go)
arguments = {"file_to_open": ("Which", "*"), "file_to_save": ("Where", "a.txt", "*"), "folder": ("Where",)}
found = getattr(file_dialogs, ask)(window, *arguments[ask])
print(found)
"""


@pytest.mark.parametrize("ask", ["file_to_open", "file_to_save", "folder"])
def test_no_folder_that_was_visited_stands_in_any_file_afterwards(tmp_path: Path, ask: str):
    home, visited = tmp_path / "home", tmp_path / "Carmen Canary"
    home.mkdir()
    visited.mkdir()
    wanted = visited / ("inside" if ask == "folder" else "table.csv")
    if ask == "folder":
        wanted.mkdir()
    elif ask == "file_to_open":
        wanted.write_text("a;b")
    passing = tmp_path / "passing"
    passing.mkdir()
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "TMPDIR": str(passing)}
    surroundings = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", ASKS, ask, str(wanted)], env=surroundings, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(wanted)
    written = [path for folder in (home, passing) for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in written if "Canary" in path.read_text(errors="replace")]
    assert not list(passing.iterdir())
