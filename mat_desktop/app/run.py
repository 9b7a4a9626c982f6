"""Opens the window and stays until it is closed."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mat_desktop.app.doors import library_folder
from mat_desktop.app.mishaps import Mishaps
from mat_desktop.app.window import Window
from mat_desktop.screens.look.dress import load_fonts


def run(folder: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    from platformdirs import user_log_path

    application = QApplication(sys.argv[:1])
    application.setApplicationName("MAT Desktop")
    application.setStyle("Fusion")
    load_fonts()
    window = Window(folder or library_folder())
    sys.excepthook = Mishaps(window, user_log_path("MAT Desktop", appauthor=False) / "errors.log")
    window.show()
    status = application.exec()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return status
