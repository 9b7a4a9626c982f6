"""What is set for this computer and not for a library: how the window looks, the paper, when it covers itself.

Nothing here is about people, so it is kept outside the library, where it may be read without a passphrase.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol


class LookWish(StrEnum):
    """Which colours are wanted; the values are kept in the settings of this computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


class TextSize(IntEnum):
    """How large words are, in per cent."""

    USUAL = 100
    LARGER = 115
    LARGE = 130
    LARGEST = 150


class PaperWish(StrEnum):
    """Which paper is first offered for printing; the values are kept in the settings of this computer."""

    COUNTRY = "as in this country"
    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting of this computer; without any, what the program does of itself."""

    look: LookWish = LookWish.SYSTEM
    text: TextSize = TextSize.USUAL
    paper: PaperWish = PaperWish.COUNTRY
    copies: str = ""
    """The folder into which copies of the library are put, as a path of this computer; nothing where it is asked."""
    privacy_minutes: int = 3
    """Without a hand on it the window covers itself after so many minutes."""
    lock_minutes: int = 30
    """Without a hand on it the library is locked after so many minutes, on days without a workshop."""
    day_lock_minutes: int = 90
    """The same on a day with a workshop."""


LONGEST_PATH = 4096
"""What no system allows a path to be longer than, in characters."""
MINUTES = {"privacy_minutes": (1, 30), "lock_minutes": (5, 240), "day_lock_minutes": (15, 480)}
"""The fewest and the most minutes of each time that can be set."""


class SettingsStore(Protocol):
    """Where the settings of this computer are kept."""

    def read(self) -> Settings:
        """What is set; what cannot be read is as if it had never been set."""
        ...

    def keep(self, settings: Settings) -> None:
        """Keep these from now on.

        Raises:
            Refusal: when they cannot be written, with what to do.
        """
        ...

    @property
    def put_aside(self) -> str:
        """The name of a settings file that could not be read and was put aside by the last `read`, or nothing."""
        ...

    @property
    def kept_in(self) -> str:
        """The file in which they are kept, to be shown."""
        ...


def stepped(text: TextSize, by: int) -> TextSize:
    """The text size `by` steps larger, or smaller below 0; it stops at the ends."""
    sizes = sorted(TextSize)
    return sizes[min(max(sizes.index(text) + by, 0), len(sizes) - 1)]


def paper_of(wish: PaperWish, territory: str) -> str:
    """A4 or Letter: as wished, else as in a country or territory by its two letters (ISO 3166-1)."""
    if wish is not PaperWish.COUNTRY:
        return str(wish.value)
    return "Letter" if territory.upper() in LETTER_COUNTRIES else "A4"


LETTER_COUNTRIES = frozenset(["US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE"])
"""Where paper is sold as Letter, by the territories' paper sizes in the Unicode CLDR (paperSize="US-Letter")."""
