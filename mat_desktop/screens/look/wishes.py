"""How the system wishes the window to look: contrast before colours."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from mat_desktop.screens.look.tokens import Scheme


class Wishes(Protocol):
    """What the system says about looks. Off screen it says nothing, so that tests have a fake of this."""

    def scheme(self) -> Scheme:
        """The colours it wishes."""
        ...

    def text(self) -> float:
        """How many times larger than ours its own text is; never under 1."""
        ...

    def territory(self) -> str:
        """The country or territory that is set, by its two letters (ISO 3166-1); nothing where none is known."""
        ...

    def on_change(self, then: Callable[[], object]) -> None:
        """Call `then` whenever the wish changes while the program runs."""
        ...


class SystemWishes:
    """What Qt is told by the desktop."""

    def __init__(self, text: float) -> None:
        """`text` is what the system's own text was before our fonts were put in its place."""
        self._text = text

    def scheme(self) -> Scheme:
        """High contrast where the system asks for it, then dark, then light."""
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Scheme.CONTRAST
        return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT

    def text(self) -> float:
        """As it was when the program began."""
        return self._text

    def territory(self) -> str:
        """Of the system's language settings."""
        return territory_of(QLocale.system())

    def on_change(self, then: Callable[[], object]) -> None:
        """Both wishes can change while the program runs."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(then)
        hints.accessibility().contrastPreferenceChanged.connect(then)


def territory_of(locale: QLocale) -> str:
    """The two letters of a locale's country; nothing for one without a country, or that nobody knows."""
    code = QLocale.territoryToCode(locale.territory())
    return code if len(code) == _LETTERS and code.isalpha() else ""


_LETTERS = 2
"""A territory; a part of the world, such as 001, has three figures."""
