"""Dresses the program by what is set and what the system wishes, and hears the keys for the size of text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mat_desktop.facilitation.library.settings import (
    LookWish,
    PaperWish,
    Settings,
    SettingsStore,
    TextSize,
    paper_of,
    stepped,
)
from mat_desktop.screens.look.dress import wear
from mat_desktop.screens.look.theme import Theme, worn
from mat_desktop.screens.look.tokens import Scheme
from mat_desktop.screens.look.wishes import Wishes
from mat_desktop.workshop.refusal import Refusal

_SCHEMES = {LookWish.LIGHT: Scheme.LIGHT, LookWish.DARK: Scheme.DARK, LookWish.CONTRAST: Scheme.CONTRAST}
_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


def theme_of(settings: Settings, wishes: Wishes) -> Theme:
    """The theme that is wanted: what was chosen, else what the system wishes, text on top of the system's own."""
    scheme = _SCHEMES[settings.look] if settings.look in _SCHEMES else wishes.scheme()
    return Theme(scheme=scheme, text=int(settings.text), system=wishes.text())


class Wardrobe(QObject):
    """Holds the settings of this computer while the program runs, and keeps what the window wears true to them."""

    changing = Signal()
    """Other colours or sizes are about to be put on."""

    def __init__(self, application: QApplication, store: SettingsStore, wishes: Wishes) -> None:
        super().__init__(application)
        self._application, self._wishes = application, wishes
        self._heard: list[QWindow] = []
        self.store = store
        self.settings = store.read()
        self.put_aside = store.put_aside
        self.on_refused: Callable[[str], object] = lambda _sentence: None
        """Told when a change holds for now and could not be kept."""
        wishes.on_change(self.dress)
        application.focusWindowChanged.connect(self.hear)

    @property
    def theme(self) -> Theme:
        """What is to be worn now."""
        return theme_of(self.settings, self._wishes)

    def paper(self, wish: PaperWish | None = None) -> str:
        """A4 or Letter, as it is set; or as it would be by another wish."""
        return paper_of(self.settings.paper if wish is None else wish, self._wishes.territory())

    def dress(self, *_wish: object) -> None:
        """Put on what is wanted now."""
        if self.theme != worn():
            self.changing.emit()
        wear(self._application, self.theme)

    def change(self, settings: Settings) -> None:
        """Take other settings: seen at once, and kept."""
        if settings == self.settings:
            return
        self.settings = settings
        self.dress()
        try:
            self.store.keep(settings)
        except Refusal as refusal:
            self.on_refused(f"Changed for now, but not kept: {refusal}")

    def step_text(self, by: int) -> None:
        """Make words larger or smaller by so many steps; 0 makes them usual."""
        text = stepped(self.settings.text, by) if by else TextSize.USUAL
        self.change(replace(self.settings, text=text))

    def hear(self, window: QWindow | None) -> None:
        """Hear the keys in whatever window has them: pages, dialogs, the entrance, a participant's questions."""
        self._heard = [one for one in self._heard if isValid(one)]
        if window is not None and window not in self._heard:
            self._heard.append(window)
            window.installEventFilter(self)

    def rest(self) -> None:
        """The program ends: no key is heard and no wish followed any more."""
        self._application.focusWindowChanged.disconnect(self.hear)
        for window in self._heard:
            if isValid(window):
                window.removeEventFilter(self)
        self._heard = []
        self.on_refused = lambda _sentence: None
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ctrl and plus, minus or nought."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held != Qt.KeyboardModifier.ControlModifier:
            return False
        by = 1 if event.key() in _LARGER else -1 if event.key() in _SMALLER else 0
        if not by and event.key() != Qt.Key.Key_0:
            return False
        self.step_text(by)
        return True
