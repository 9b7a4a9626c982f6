"""Opens the window and stays until it is closed."""

import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mat_desktop.app.doors import library_folder
from mat_desktop.app.no_dumps import leave_no_dumps
from mat_desktop.app.settings import NAME, SettingsFile
from mat_desktop.app.window import Window
from mat_desktop.screens.look.dress import load_fonts, system_text
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.look.wishes import SystemWishes

OLD_LOG = "errors.log"
"""What 0.6.0 and older wrote: it held whole paths, and with them the name of whoever is logged in."""


def run(folder: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    from platformdirs import user_config_path, user_log_path

    leave_no_dumps()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("MAT Desktop")
    application.setStyle("Fusion")
    wishes = SystemWishes(system_text())
    wardrobe = Wardrobe(application, SettingsFile(user_config_path("MAT Desktop", appauthor=False) / NAME), wishes)
    load_fonts(wardrobe.theme)
    logs = user_log_path("MAT Desktop", appauthor=False)
    with suppress(OSError):  # what another program holds just now goes at the next start
        (logs / OLD_LOG).unlink(missing_ok=True)
    window = Window(folder or library_folder(), log=logs / "mishaps.log", wardrobe=wardrobe)
    window.mishaps.listen()
    application.commitDataRequest.connect(window.session_ends)
    window.open_up()
    status = application.exec()
    window.remember()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return status
