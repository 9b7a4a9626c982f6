"""Qt's own file dialogs, which covers reach, and which forget where somebody has been.

Left to itself, the dialog notes the folders that were visited in a file that belongs to no library, for all programs
that use Qt. It notes them when it goes, so that moment gets a settings folder of its own, which goes too. Where the
system has a registry instead of folders, the dialog is led to the root of the disk before it goes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDir, QSettings, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from shiboken6 import delete, isValid

from mat_desktop.screens.look.dress import clothe

_MODES = QFileDialog.FileMode


def file_to_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """Which file to read."""
    return _first(_ask(window, title, _MODES.ExistingFile, kinds=kinds))


def files_to_open(window: QWidget, title: str, kinds: str) -> list[Path]:
    """Which files to read, as many as are chosen together."""
    return _ask(window, title, _MODES.ExistingFiles, kinds=kinds)


def file_to_save(window: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write a file; one that is there already is asked about."""
    return _first(_ask(window, title, _MODES.AnyFile, kinds=kinds, name=name))


def folder(window: QWidget, title: str) -> Path | None:
    """Which folder."""
    return _first(_ask(window, title, _MODES.Directory))


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None


def _ask(window: QWidget, title: str, mode: QFileDialog.FileMode, *, kinds: str = "", name: str = "") -> list[Path]:
    with _settings_that_go():
        dialog = QFileDialog(window, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is _MODES.Directory)
    dialog.setFileMode(mode)
    dialog.setDirectory(str(Path.home()))
    _ground_completions(dialog)
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    if name:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    _forget(dialog)
    return [Path(one) for one in chosen]


def _ground_completions(dialog: QFileDialog) -> None:
    """The names that are offered while one types are a window of their own, which would be black without a ground."""
    line = dialog.findChild(QLineEdit)
    completer = line.completer() if line is not None else None
    offered = completer.popup() if completer is not None else None
    if offered is not None:
        offered.setObjectName("completions")
        clothe(offered)


def _forget(dialog: QFileDialog) -> None:
    """Let the dialog go without a trace. Its window may have gone before it, when the program closes."""
    if not isValid(dialog):
        return
    dialog.setDirectory(QDir.rootPath())
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl("file:")])
    with _settings_that_go():
        delete(dialog)


@contextmanager
def _passing_folder() -> Iterator[str]:
    """A folder that goes afterwards; on a full disk one that nobody can write into."""
    try:
        folder = TemporaryDirectory(prefix="mat-desktop-")
    except OSError:
        yield os.devnull
        return
    with folder as path:
        yield path


@contextmanager
def _settings_that_go() -> Iterator[None]:
    """For a moment, settings of the user are kept in a folder that goes afterwards."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    with _passing_folder() as passing:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, passing)
        try:
            yield
        finally:
            QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, usual)
