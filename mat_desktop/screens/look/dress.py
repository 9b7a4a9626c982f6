"""Puts fonts and style sheet on the application."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from mat_desktop.assets import font

_FILES = (
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
)
_FALLBACK = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")


def load_fonts() -> None:
    """The shipped family, so that a bare machine shows letters and not boxes."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(font(name)))
    family = QFont("Atkinson Hyperlegible Next")
    family.setPixelSize(16)
    QApplication.setFont(family)


def dress(application: QApplication) -> None:
    """The style sheet and the fallback fonts; done after the first paint."""
    from mat_desktop.screens.look.icons import save
    from mat_desktop.screens.look.style import style_sheet

    if application.property("dressed"):
        return
    QTimer.singleShot(0, _load_fallback)
    folder = Path(mkdtemp(prefix="mat-desktop-"))
    chevron = save("chevron-down", "ink", folder / "chevron.png", 18)
    tick = save("check", "on_primary", folder / "tick.png", 18)
    application.setStyleSheet(style_sheet(chevron, tick))
    application.setProperty("dressed", True)
    application.aboutToQuit.connect(lambda: _clear(folder))


def _load_fallback() -> None:
    """The wide fallback for rare letters: large files, wanted by few pages, so read between two events."""
    for name in _FALLBACK:
        QFontDatabase.addApplicationFont(str(font(name)))


def _clear(folder: Path) -> None:
    for path in folder.glob("*.png"):
        path.unlink(missing_ok=True)
    folder.rmdir()
