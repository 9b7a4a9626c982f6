"""A folder that is watched: a phone on its cable, or where a scanner puts what it scanned."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

KINDS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".pdf", ".heic", ".heif")
_EVERY_MS = 2000
"""Asked anew, not told: folders of phones and of network scanners tell nobody what comes into them."""


def pictures_in(folder: Path) -> list[Path]:
    """Every picture in a folder. Raises OSError where it cannot be opened."""
    return [path for path in folder.iterdir() if path.suffix.lower() in KINDS and path.is_file()]


class WatchedFolder(QObject):
    """Hands over what comes into a folder from now on. A file counts once it has grown no more between two looks.

    `came` is called with new pictures, `lost` when the folder is not there any more: a cable that was pulled.
    """

    def __init__(self, parent: QObject, came: Callable[[Iterable[Path]], object], lost: Callable[[], object]) -> None:
        super().__init__(parent)
        self._came, self._lost = came, lost
        self.folder: Path | None = None
        self._met = dict[Path, tuple[int, int]]()
        self._growing = dict[Path, tuple[int, int]]()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, folder: Path) -> None:
        """Watch a folder; what lies there already is not handed over. Raises OSError where it cannot be opened."""
        self._met, self._growing = _sizes(folder), {}
        self.folder = folder
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self.folder = None
        self._met, self._growing = {}, {}

    def look(self) -> None:
        """Hand over what is new and whole."""
        if self.folder is None:
            return
        try:
            now = _sizes(self.folder)
        except OSError:
            self.stop()
            self._lost()
            return
        fresh = {path: size for path, size in now.items() if self._met.get(path) != size}
        whole = [path for path, size in fresh.items() if size[0] and self._growing.get(path) == size]
        self._met |= {path: fresh[path] for path in whole}
        self._growing = {path: size for path, size in fresh.items() if path not in whole}
        if whole:
            self._came(whole)


def _sizes(folder: Path) -> dict[Path, tuple[int, int]]:
    """How large each picture is and when it was written. What goes away meanwhile is not there."""
    found = {}
    for path in pictures_in(folder):
        try:
            told = path.stat()
        except FileNotFoundError:
            continue
        found[path] = told.st_size, told.st_mtime_ns
    return found
