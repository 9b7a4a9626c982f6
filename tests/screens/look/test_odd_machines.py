"""What other machines bring: large letters, dark colours, no letters but ours, a screen that is gone, a tiny scale."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

OPENS = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from mat_desktop.app.settings import SettingsFile
from mat_desktop.app.window import Window
from mat_desktop.facilitation.library.settings import LookWish, Settings
from mat_desktop.screens.look.dress import load_fonts, system_text
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.look.wishes import SystemWishes
from tests.screens.look.faults import faults

folder, points, dark, away = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "dark", sys.argv[4] == "away"
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
application = QApplication([])
application.setStyle("Fusion")
families = QFontDatabase.families()
if points:
    application.setFont(QFont(application.font().family(), points))
if dark:
    black = QPalette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        black.setColor(role, QColor("#101010"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        black.setColor(role, QColor("#F0F0F0"))
    application.setPalette(black)
store = SettingsFile(folder / "settings.toml")
store.keep(Settings(look=LookWish.LIGHT))
wardrobe = Wardrobe(application, store, SystemWishes(system_text()))
load_fonts(wardrobe.theme)
if away:
    gone = Window(folder / "library", log=folder / "mishaps.log", wardrobe=wardrobe)
    gone.setGeometry(5000, 300, 1200, 640)
    gone.remember()
    gone.deleteLater()
window = Window(folder / "library", log=folder / "mishaps.log", wardrobe=wardrobe)
window.open_up()
while not window.ready:
    QTest.qWait(5)
for _ in range(40):
    QTest.qWait(25)
    if not faults(window):
        break
title = next(one for one in window.findChildren(QLabel) if one.property("kind") == "title")
print(json.dumps({
    "families": families,
    "family": QFontInfo(title.font()).family(),
    "ink": title.palette().color(title.foregroundRole()).name(),
    "ground": window.grab().toImage().pixelColor(8, window.height() - 8).name(),
    "title": title.fontMetrics().height(),
    "faults": faults(window),
    "on the screen": window.screen().availableGeometry().contains(window.geometry()),
    "window": window.geometry().getRect(),
    "ratio": window.devicePixelRatioF(),
}), flush=True)
os._exit(0)  # What is read ahead by a thread meanwhile is not waited for.
"""
WRITES = """
import os, sys
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from mat_desktop.screens.look.dress import clothe, dress, load_fonts
from mat_desktop.screens.shared.parts import label

application = QApplication([])
load_fonts()
dress(application)
told = []
for letters in sys.argv[1:]:
    drawn = []
    for letter in letters:
        words = label(letter, "person")
        clothe(words)
        drawn.append(words.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    told.append(letters if any(one == drawn[0] for one in drawn[1:]) else "")
print("".join(told), flush=True)
os._exit(0)
"""
"""Says the letters of which two look alike, as all boxes do."""
SCRIPTS = ("สม", "अम", "김박", "王田", "さな", "שמ", "سم", "Ωλ", "Жд")
NO_FONTS = (
    """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>"""
)


LAPTOP, LARGE = (1366, 768), (3840, 2160)
ALIASES = {"Monospace", "Sans Serif", "Serif"}
"""What Qt calls fonts that a system may have, even where it has none."""


def opened(
    folder: Path,
    screen: tuple[int, int] = LAPTOP,
    *,
    points: int = 0,
    dark: bool = False,
    away: bool = False,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """What the program's first page is like on a machine like this, in a process of its own."""
    folder.mkdir(exist_ok=True)
    screens = folder / "screens.json"
    one = {"name": "one", "x": 0, "y": 0, "width": screen[0], "height": screen[1], "logicalDpi": 96, "dpr": 1}
    screens.write_text(json.dumps({"screens": [one]}))
    told = [str(folder), str(points), "dark" if dark else "light", "away" if away else "here"]
    around = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", **environment}
    done = subprocess.run([sys.executable, "-c", OPENS, *told], env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_a_dark_palette_of_the_system_leaves_nothing_dark_under_the_light_look(tmp_path):
    seen = opened(tmp_path, dark=True)
    assert (seen["ink"], seen["ground"]) == ("#14232a", "#f1f4f1")
    assert seen["faults"] == []


def test_letters_of_20_points_of_the_system_are_where_ours_begin_and_nothing_is_cut(tmp_path):
    seen = opened(tmp_path, points=20)
    assert seen["title"] > 1.5 * opened(tmp_path / "usual")["title"]
    assert seen["faults"] == []


def test_without_any_letters_of_the_system_ours_are_shown(tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(NO_FONTS.format(tmp_path / "cache"))
    seen = opened(tmp_path, environment={"FONTCONFIG_FILE": str(fonts)})
    assert set(seen["families"]) <= ALIASES
    assert seen["family"] == "Atkinson Hyperlegible Next"
    assert seen["faults"] == []


def test_without_any_letters_of_the_system_names_in_other_scripts_are_no_boxes(tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(NO_FONTS.format(tmp_path / "cache"))
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(fonts)}
    words = [sys.executable, "-c", WRITES, *SCRIPTS]
    done = subprocess.run(words, env=around, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == ""


def test_a_window_that_stood_on_a_screen_that_is_gone_opens_on_the_one_that_is_there(tmp_path):
    seen = opened(tmp_path, away=True)
    assert seen["on the screen"], seen["window"]


def test_on_a_large_screen_at_200_per_cent_the_first_page_is_whole(tmp_path):
    seen = opened(tmp_path, LARGE, environment={"QT_SCALE_FACTOR": "2"})
    assert seen["ratio"] == 2
    assert seen["on the screen"], seen["window"]
    assert seen["faults"] == []


@pytest.mark.parametrize("language", ["xx_QQ.UTF-8", ""])
def test_with_a_language_that_nobody_knows_the_program_opens(tmp_path, language):
    seen = opened(tmp_path, environment={"LC_ALL": language, "LANG": language})
    assert seen["faults"] == []
