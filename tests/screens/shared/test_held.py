"""A key that is held answers once, also where the system tells it as many strokes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared import held
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.held import HeldKeys, hear_held_keys
from mat_desktop.screens.shared.question_row import ShownQuestion
from mat_desktop.screens.shared.still import StillMenu
from tests.contract.hand import to_the_front
from tests.sure import sure

ANSWERS = ((1, "1 Yes", "Yes"), (2, "2 No", "No"))
PLAIN = Qt.KeyboardModifier.NoModifier


class Asked(QWidget):
    """Three questions, and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[int, int | None]] = []
        questions = [ShownQuestion(number=n, printed=str(n), words=f"Question {n}", options=ANSWERS) for n in (1, 2, 3)]
        self.sheet = FormSheet("Sheet", questions, self._keep, lambda: None)
        self.button, self.pressed = QPushButton("Remove"), 0
        self.button.clicked.connect(self._count)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sheet)
        layout.addWidget(self.button)

    def _keep(self, number: int, entered: Entered | None) -> None:
        self.kept.append((number, entered.value if entered is not None else None))
        self.sheet.show_answers({n: Entered(value=v) for n, v in self.kept}, "one")

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def asked(qtbot):
    load_fonts()
    found = Asked()
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    HeldKeys(sure(found.windowHandle()), as_strokes=True)
    return found


def tell(window: QWidget, kind: QEvent.Type, key: Qt.Key, at: int, words: str = "") -> None:
    event = QKeyEvent(kind, key, PLAIN, words)
    event.setTimestamp(at)
    QApplication.sendEvent(sure(window.windowHandle()), event)


def held_as_x11_tells_it(window: QWidget, key: Qt.Key, words: str) -> None:
    """Pressed once, held, let go: every 40 milliseconds a letting go and a press of the same moment."""
    tell(window, QEvent.Type.KeyPress, key, 1000, words)
    for at in range(1500, 2000, 40):
        tell(window, QEvent.Type.KeyRelease, key, at, words)
        tell(window, QEvent.Type.KeyPress, key, at, words)
    tell(window, QEvent.Type.KeyRelease, key, 2010, words)


def test_a_digit_that_is_held_answers_one_question(asked):
    asked.sheet.start()
    held_as_x11_tells_it(asked, Qt.Key.Key_1, "1")
    assert asked.kept == [(1, 1)]


def test_the_same_digit_struck_three_times_answers_three_questions(asked):
    asked.sheet.start()
    for at in (1000, 1060, 1120):
        tell(asked, QEvent.Type.KeyPress, Qt.Key.Key_2, at, "2")
        tell(asked, QEvent.Type.KeyRelease, Qt.Key.Key_2, at + 30, "2")
    assert asked.kept == [(1, 2), (2, 2), (3, 2)]


def test_space_that_is_held_presses_a_button_once(asked):
    asked.button.setFocus()
    held_as_x11_tells_it(asked, Qt.Key.Key_Space, " ")
    assert asked.pressed == 1


class Noting(QWidget):
    """Notes every key that comes to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.came: list[tuple[QEvent.Type, bool]] = []

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self.came.append((event.type(), event.isAutoRepeat()))
        return super().event(event)


@pytest.fixture
def noting(qtbot):
    found = Noting()
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    found.setFocus()
    hear_held_keys(found)
    return found


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def hold_with(window: Noting, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> list[QEvent.Type]:
    """Hold a key for a moment. Which of the repeats came to the window, or would have become a shortcut."""
    window.came.clear()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        for repeats in (False, True, True):
            event = QKeyEvent(kind, key, modifiers, "", repeats)
            QApplication.sendEvent(sure(window.windowHandle()), event)
            if kind is QEvent.Type.ShortcutOverride and repeats and not event.isAccepted():
                window.came.append((kind, True))
    return [kind for kind, repeats in window.came if repeats]


COMMANDS = [("Key_Z", CTRL), ("Key_N", ALT), ("Key_U", ALT), ("Key_Y", CTRL), ("Key_PageDown", CTRL), ("Key_Tab", CTRL)]


@pytest.mark.parametrize(("key", "modifiers"), COMMANDS)
def test_a_command_that_is_held_is_heard_once(noting, key, modifiers):
    assert hold_with(noting, getattr(Qt.Key, key), modifiers) == []
    assert noting.came, "the first stroke is heard"


def test_held_keys_go_on_moving_the_cursor_and_typing(noting):
    altgr = CTRL | ALT
    for key, modifiers in (("Key_Right", CTRL), ("Key_Backspace", CTRL), ("Key_Q", altgr), ("Key_X", PLAIN)):
        assert QEvent.Type.KeyPress in hold_with(noting, getattr(Qt.Key, key), modifiers), key


def test_the_key_that_opened_a_menu_chooses_nothing_in_it_where_x11_tells_it_as_many_strokes(asked, monkeypatch):
    monkeypatch.setattr(held, "_TELLS_SO", QGuiApplication.platformName())
    chosen = list[str]()
    menu = StillMenu("", asked)
    menu.addAction("End this partnership", lambda: chosen.append("ended"))
    menu.popup(asked.mapToGlobal(asked.rect().center()))
    for at in range(1500, 2000, 40):
        tell(menu, QEvent.Type.KeyRelease, Qt.Key.Key_Return, at)
        tell(menu, QEvent.Type.KeyPress, Qt.Key.Key_Return, at)
    assert chosen == []
    for at, key in ((3000, Qt.Key.Key_Down), (3100, Qt.Key.Key_Return)):
        tell(menu, QEvent.Type.KeyPress, key, at)
    assert chosen == ["ended"]
