"""What is told about the package, and the two commands that it brings."""

import inspect
import os
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from trove_classifiers import classifiers

from mat_desktop.app.run import run
from mat_desktop.cli import main

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
COMMANDS = [
    (group, name, PROJECT[group][name]) for group in ("scripts", "gui-scripts") for name in PROJECT.get(group, {})
]


@pytest.mark.parametrize(("group", "name", "target"), COMMANDS)
def test_every_command_that_is_installed_leads_to_a_function_that_needs_nothing_to_start(group, name, target):
    function = EntryPoint(name, target, group).load()

    inspect.signature(function).bind()
    assert function in (main, run)


def test_the_window_has_a_command_of_its_own_that_opens_no_console():
    assert PROJECT["scripts"] == {"mat-desktop": "mat_desktop.cli:main"}
    assert EntryPoint("window", PROJECT["gui-scripts"]["mat-desktop-window"], "gui-scripts").load() is run


def test_the_window_opens_and_closes_where_there_is_no_console(tmp_path):
    code = """
import sys
sys.stdout = sys.stderr = sys.stdin = None
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mat_desktop.app import run
open_up = run.Window.open_up
def open_and_close(window):
    open_up(window)
    window.on_usable = lambda: QTimer.singleShot(0, window.close)
run.Window.open_up = open_and_close
sys.exit(run.run(Path(sys.argv[1]) / "library"))
"""
    homes = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    words, root = [sys.executable, "-c", code, str(tmp_path)], Path(__file__).parents[1]
    done = subprocess.run(words, env=os.environ | homes, cwd=root, timeout=120, check=False)
    assert done.returncode == 0


def test_the_classifiers_are_those_that_package_indexes_know():
    assert set(PROJECT["classifiers"]) <= set(classifiers)


def test_every_python_that_may_run_it_is_named_and_no_other():
    named = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if line.startswith("Programming Language")]
    assert PROJECT["requires-python"] == ">=3.11,<3.15"
    assert named == ["Only", "3.11", "3.12", "3.13", "3.14"]
