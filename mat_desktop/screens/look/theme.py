"""What the window wears: one object of colours, lines and sizes, from which palette and style sheet are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from mat_desktop.screens.look.tokens import COLOURS, TEXT_SIZES, TYPE, Scheme

FAMILY = "Atkinson Hyperlegible Next"
FAMILIES = (FAMILY, "DejaVu Sans", "Noto Sans Thai", "Noto Sans Devanagari", "NanumGothic", "Droid Sans Fallback")
"""The family, and what draws the letters that it lacks, those with most other scripts first."""
LARGEST = 2.0
"""Text grows no further than this, so that the smallest window still shows a sentence in one line."""
_WORN = "worn"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Colours by scheme, sizes by the chosen text size (per cent) times the system's own (1 where it is usual)."""

    scheme: Scheme = Scheme.LIGHT
    text: int = TEXT_SIZES[0]
    system: float = 1.0

    @property
    def colours(self) -> Mapping[str, str]:
        """Each token's colour as `#RRGGBB`."""
        return COLOURS[self.scheme]

    @property
    def factor(self) -> float:
        """How many times larger than drawn in the tokens everything is that follows the text."""
        return min(LARGEST, self.system * self.text / 100)

    @property
    def border(self) -> int:
        """Pixels of the line around a field, a button, a card."""
        return 2 if self.scheme is Scheme.CONTRAST else 1

    @property
    def chosen(self) -> int:
        """Pixels of the frame around what is chosen."""
        return 4 if self.scheme is Scheme.CONTRAST else 3

    @property
    def ring(self) -> int:
        """Pixels of the focus ring."""
        return 4 if self.scheme is Scheme.CONTRAST else 3

    @property
    def outlined(self) -> bool:
        """Whether tints do not tell, so that badges, messages and chosen rows need an outline."""
        return self.scheme is Scheme.CONTRAST

    def as_large_as(self, other: "Theme") -> bool:
        """Whether only colours differ, so that everything may stay where it stands."""
        return (self.factor, self.border) == (other.factor, other.border)

    def px(self, drawn: float) -> int:
        """Pixels of something that follows the text, from what is drawn in the tokens at 100 %."""
        return round(drawn * self.factor)

    def palette(self) -> QPalette:
        """Qt's own colours, for whatever the style sheet does not reach: selections, placeholders, native parts."""
        made = QPalette()
        for role, token in _ROLES.items():
            made.setColor(role, QColor(self.colours[token]))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.colours["ink_muted"]))
        return made


_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}

_FIRST = Theme()


def worn() -> Theme:
    """The theme that the running program wears; the light one at 100 % before it was dressed."""
    application = QApplication.instance()
    found = application.property(_WORN) if application is not None else None
    return found if isinstance(found, Theme) else _FIRST


def put_on(application: QApplication, theme: Theme) -> None:
    """Make `theme` the one that `worn` answers; `dress.wear` also changes what already stands on the screen."""
    application.setProperty(_WORN, theme)


def colour(token: str) -> QColor:
    """A token as a colour of the theme that is worn."""
    return QColor(worn().colours[token])


def type_font(kind: str) -> QFont:
    """The font of one kind of text, at the size of the theme that is worn."""
    return _font(kind, worn().factor)


def drawn_font(kind: str) -> QFont:
    """The same at 100 %, for what is drawn at that size and then enlarged as a whole."""
    return _font(kind, 1.0)


@lru_cache(maxsize=64)
def metrics_of(kind: str, factor: float) -> QFontMetricsF:
    """How wide and how high the words of one kind are, at a factor of `Theme`; a page asks for it some thousand times.

    What was measured before the shipped fonts were loaded is forgotten when they are.
    """
    return QFontMetricsF(_font(kind, factor))


def _font(kind: str, factor: float) -> QFont:
    size, weight = TYPE[kind]
    font = QFont(list(FAMILIES))
    font.setPixelSize(round(size * factor))
    font.setWeight(QFont.Weight(weight))
    return font
