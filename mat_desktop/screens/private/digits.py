"""Numbers as they are typed on any keyboard: every script's digits mean the same, and other keys are told why not."""

from unicodedata import decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

NO_NUMBER = "That key is no number here. Type a number, or touch an answer."
NUM_LOCK = "The number keys on the right are switched off. Use the numbers above the letters, or touch an answer."
SHIFT_FIRST = "On this keyboard a number needs Shift. Hold Shift and type the number, or touch an answer."
_FRENCH_ROW = {"&": "1", "é": "2", '"': "3", "'": "4", "(": "5", "-": "6", "è": "7", "_": "8", "ç": "9", "à": "0"}
"""What the keys of the numbers above the letters write without Shift on a French keyboard."""
_ROW_OF_SYSTEM = {"xcb": 9, "wayland": 9, "windows": 1, "offscreen": 9}
"""What a system adds to the place of a key in the row of numbers, 1 to 10, to name the key itself."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_PAD = (
    Qt.Key.Key_Insert, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Clear,
    Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Delete,
)  # fmt: skip
"""What the number keys on the right are while they are switched off."""


def digits(words: str) -> str:
    """The plain digits of what was typed in any script; nothing where anything else is among it."""
    read = [decimal(letter, None) for letter in words]
    return "" if None in read else "".join(str(value) for value in read)


def digit_of(event: QKeyEvent) -> str:
    """The digits of a key; of a French row without Shift too, where the system tells that it is the key of a number."""
    if found := digits(event.text()):
        return found
    meant = _FRENCH_ROW.get(event.text(), "")
    return meant if meant and _place_in_row(event) == meant else ""


def _place_in_row(event: QKeyEvent) -> str:
    """Which number is printed on a key above the letters, whatever it writes; nothing where nobody tells."""
    first = _ROW_OF_SYSTEM.get(QGuiApplication.platformName())
    place = event.nativeScanCode() - first if first is not None else 0
    return str(place % 10) if 1 <= place <= len(_FRENCH_ROW) else ""


def why_no_digit(event: QKeyEvent) -> str:
    """Why a key answered nothing, for somebody who meant a number; nothing for a key that means something else."""
    if event.modifiers() & _COMMANDS:
        return ""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and event.key() in _PAD:
        return NUM_LOCK
    if event.text() in _FRENCH_ROW and not event.nativeScanCode():
        return SHIFT_FIRST
    return NO_NUMBER if event.text().strip() and event.text().isprintable() else ""
