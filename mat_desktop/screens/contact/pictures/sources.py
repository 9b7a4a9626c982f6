"""Where pictures come from: chosen files, a folder, a folder that is watched, what is dropped."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mat_desktop.screens.contact.pictures.watching import KINDS, WatchedFolder, pictures_in
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.parts import button, label, rename

_WATCH, _STOP = "Watch a folder", "Stop watching"
_HOW_WATCHED = "For a phone on its cable or a scanner: what comes into the folder from then on is read by itself"


class PictureSources(QWidget):
    """The ways in which pictures come. `take` is called with files."""

    def __init__(self, bench: Bench, take: Callable[[Iterable[Path]], object]) -> None:
        super().__init__()
        self._bench, self._take = bench, take
        self.choose = button("Choose pictures", self._choose, icon="file-text")
        self.folder = button("Choose a folder", self._choose_folder)
        self.watch = button(_WATCH, self._watch)
        self.watch.setToolTip(_HOW_WATCHED)
        self.watched = label("", "small", wrap=True)
        self.watched.hide()
        self.watcher = WatchedFolder(self, take, self._lost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.watched)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order in which they stand."""
        return self.choose, self.folder, self.watch

    def _choose(self) -> None:
        shown = " ".join(f"*{kind} *{kind.upper()}" for kind in KINDS)
        paths = self._bench.messages.files_to_open("Pictures of returned sheets", f"Pictures ({shown})")
        if paths:
            self._take(paths)

    def _choose_folder(self) -> None:
        folder = self._bench.messages.folder("The folder with the pictures")
        if folder is not None:
            self.take_folder(folder)

    def take_folder(self, folder: Path) -> None:
        """Read every picture in a folder."""
        try:
            found = pictures_in(folder)
        except OSError:
            self._bench.messages.tell("This folder cannot be opened.")
            return
        if not found:
            self._bench.messages.tell("There is no picture in this folder.", Look.NOTE)
        self._take(found)

    def take_dropped(self, paths: Iterable[Path]) -> None:
        """Read what was dropped: files, and the pictures of folders."""
        dropped = list(paths)
        self._take(path for path in dropped if path.is_file())
        for folder in (path for path in dropped if path.is_dir()):
            self.take_folder(folder)

    def _watch(self) -> None:
        if self.watcher.folder is not None:
            self.stop()
            return
        folder = self._bench.messages.folder("The folder to watch")
        if folder is None:
            return
        try:
            self.watcher.start(folder)
        except OSError:
            self._bench.messages.tell("This folder cannot be opened.")
            return
        rename(self.watch, _STOP)
        self.watched.setText(f"“{folder.name}” is watched: each picture that comes into it from now on is read.")
        self.watched.show()

    def stop(self) -> None:
        """Watch no more."""
        self.watcher.stop()
        rename(self.watch, _WATCH)
        self.watched.hide()

    def _lost(self) -> None:
        self.stop()
        self._bench.messages.tell("The watched folder is not there any more. Is the cable in? Then watch it again.")
