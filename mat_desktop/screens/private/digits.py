"""Numbers as they are typed on any keyboard: every script's digits mean the same, and other keys are told why not."""

from unicodedata import decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

NO_NUMBER = "That key is no number here. Type a number, or touch an answer."
NUM_LOCK = "The number keys on the right are switched off. Use the numbers above the letters, or touch an answer."
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


def why_no_digit(event: QKeyEvent) -> str:
    """Why a key answered nothing, for somebody who meant a number; nothing for a key that means something else."""
    if event.modifiers() & _COMMANDS:
        return ""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and event.key() in _PAD:
        return NUM_LOCK
    return NO_NUMBER if event.text().strip() and event.text().isprintable() else ""
