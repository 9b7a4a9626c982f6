"""The file in which the settings of this computer are kept."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.facilitation.library.settings import LONGEST_PATH, MINUTES, LookWish, PaperWish, Settings, TextSize
from mat_desktop.workshop.refusal import Refusal

NAME = "settings.json"
_LARGEST = 64_000
"""A settings file is some hundred bytes; what is larger is none of ours."""
_CHOICES = {"look": LookWish, "text": TextSize, "paper": PaperWish}


class SettingsFile:
    """One small JSON file outside every library. What it holds and we do not know, a newer version's, is left in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._others: dict[str, Any] = {}
        self._put_aside = ""

    @property
    def put_aside(self) -> str:
        """The name of a file that could not be read and was put aside by the last `read`, or nothing."""
        return self._put_aside

    @property
    def kept_in(self) -> str:
        """The whole path, to be shown."""
        return str(self._path)

    def read(self) -> Settings:
        """What is set. A value that cannot be is as if it had not been set; a file that is none is put aside."""
        self._put_aside, self._others = "", {}
        told = self._told()
        known = {f.name for f in fields(Settings)}
        self._others = {name: value for name, value in told.items() if name not in known}
        understood: dict[str, Any] = {name: _understood(name, told[name]) for name in known & told.keys()}
        return Settings(**{name: value for name, value in understood.items() if value is not None})

    def _told(self) -> dict[str, Any]:
        try:
            return _read(content_of_file(self._path, _LARGEST))
        except OSError:
            return {}
        except (ValueError, RecursionError, Refusal):
            self._set_aside()
            return {}

    def _set_aside(self) -> None:
        aside = next(
            name for n in range(1, 1000) if not (name := self._path.with_name(f"settings-unreadable-{n}.json")).exists()
        )
        try:
            self._path.rename(aside)
        except OSError:
            return
        self._put_aside = aside.name

    def keep(self, settings: Settings) -> None:
        """Keep these from now on: the whole file is written under another name first.

        Raises:
            Refusal: when they cannot be written, with what to do.
        """
        from mat_desktop.storage.folder.files import write_whole

        self._path.parent.mkdir(parents=True, exist_ok=True)
        words = json.dumps({**self._others, **asdict(settings)}, indent=2, sort_keys=True)
        write_whole(self._path, words.encode())


def _read(words: bytes) -> dict[str, Any]:
    """What the file says. Raises ValueError where it is no settings file."""
    told = json.loads(words.decode("utf-8-sig"))
    if not isinstance(told, dict):
        raise ValueError("no settings file")  # noqa: TRY004  one kind for all that cannot be read
    return told


def _understood(name: str, value: object) -> object:
    """The value as the settings hold it, or None where it cannot be one."""
    if name in _CHOICES:
        try:
            return _CHOICES[name](value)
        except ValueError:
            return None
    if name == "copies":
        return value if isinstance(value, str) and len(value) <= LONGEST_PATH and "\0" not in value else None
    least, most = MINUTES[name]
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and least <= int(str(value)) <= most else None
