"""What the keys of a sheet mean, and by which ways the ring comes to a question."""

from PySide6.QtCore import Qt

from mat_desktop.workshop.answers.responses import AnswerState

STATE_KEYS = {
    Qt.Key.Key_M: AnswerState.MISSING,
    Qt.Key.Key_I: AnswerState.ILLEGIBLE,
    Qt.Key.Key_R: AnswerState.REFUSED,
}
UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
STAYS = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Ways in which the ring comes that scroll nothing."""
ONLY_WAITING = (Qt.Key.Key_Escape, Qt.Key.Key_Space)
"""Keys that mean something only while an answer is half typed."""
OTHER_KEYS = ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
"""Modifiers that make a key something else than a key of the sheet; Shift and the keypad do not."""
