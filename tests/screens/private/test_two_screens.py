"""A projector is a screen too: what a participant answers alone never stands on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCREENS = [
    {"name": "projector", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "laptop", "x": 1366, "y": 0, "width": 1366, "height": 768},
]
"""The system takes the first one for whatever says nothing else."""


def test_the_questions_stand_on_the_screen_on_which_her_own_window_stood_and_not_on_the_projector(tmp_path):
    layout = tmp_path / "screens.json"
    layout.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "tests.screens.private.two_screens", str(tmp_path / "library"), "laptop"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={layout}", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.stdout.strip().splitlines()[-1:] == ["laptop"], told.stderr
