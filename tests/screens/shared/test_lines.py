"""Words come into a field by keys and by pasting; no drop and no middle button puts any there or takes any away."""

import ast
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

import mat_desktop.screens
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.fields import LineField, TextField
from mat_desktop.screens.shared.lines import Line, Text
from mat_desktop.screens.shared.still import StillMenu, StillSpin
from tests.contract.hand import LEFT, middle_of, to_the_front
from tests.sure import sure

MIDDLE = Qt.MouseButton.MiddleButton
PLAIN = Qt.KeyboardModifier.NoModifier
BASES = {
    "QLineEdit": "Line",
    "QPlainTextEdit": "Text",
    "QTextEdit": "Text",
    "QMenu": "StillMenu",
    "QComboBox": "StillCombo",
    "QSpinBox": "StillSpin",
    "QSlider": "StillSlider",
    "QPushButton": "Button",
    "QCheckBox": "TickBox",
    "QRadioButton": "Segment",
}
"""What a hand can change, as Qt has it, and the class of the program that keeps the contract."""


class Sheet(QWidget):
    """One of each field."""

    def __init__(self) -> None:
        super().__init__()
        self.line = LineField("Name", lambda _words, _visit: "")
        self.text = TextField("Note", lambda _words, _visit: "")
        self.doing, self.number = DoingLine(), StillSpin()
        layout = QVBoxLayout(self)
        for one in (self.line, self.text, self.doing, self.number):
            layout.addWidget(one)
        self.line.set("Ana")
        self.text.set("Ana told me about the sea")
        self.doing.setText("Ben")
        self.resize(500, 400)

    def words(self) -> tuple[str, ...]:
        """What stands in them."""
        return self.line.text(), self.text.text(), self.doing.text(), self.number.text()


@pytest.fixture
def sheet(qtbot):
    found = Sheet()
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    return found


def drop(onto: QWidget, data: QMimeData) -> None:
    """Drop something on a field, through the window of the screen."""
    handle, spot = sure(onto.window().windowHandle()), middle_of(onto)
    action = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(spot, action, data, LEFT, PLAIN)
    QApplication.sendEvent(handle, enter)
    if enter.isAccepted():
        QApplication.sendEvent(handle, QDropEvent(QPointF(spot), action, data, LEFT, PLAIN))


@pytest.mark.parametrize("kind", ["words", "file"])
def test_what_is_dropped_on_a_field_changes_nothing_in_it(sheet, kind):
    before, data = sheet.words(), QMimeData()
    if kind == "words":
        data.setText("0215550199")
    else:
        data.setUrls([QUrl.fromLocalFile("/home/ruth/people.csv")])
    for field in (sheet.line.edit, sheet.text.edit, sheet.doing, sheet.number):
        drop(field, data)
    assert sheet.words() == before


def test_marked_words_cannot_be_pulled_out_of_a_text(sheet):
    edit = sheet.text.edit
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 12)
    edit.setTextCursor(cursor)
    spot = edit.viewport().mapTo(sheet, edit.cursorRect(cursor).center() - QPoint(20, 0))
    QTest.mousePress(sure(sheet.windowHandle()), LEFT, PLAIN, spot)
    assert not edit.textCursor().hasSelection()
    QTest.mouseRelease(sure(sheet.windowHandle()), LEFT, PLAIN, spot)


@pytest.mark.parametrize(("kind", "base"), [(Line, QLineEdit), (Text, QPlainTextEdit)])
def test_the_middle_button_puts_nothing_into_a_field(sheet, kind, base):
    came = list[Qt.MouseButton]()
    # Off screen there is nothing that was marked last: what Qt would put in is in its own hearing of the button.
    with patch.object(base, "mouseReleaseEvent", lambda _self, event: came.append(event.button())):
        field = sheet.doing if kind is Line else sheet.text.edit
        for button in (MIDDLE, LEFT):
            QTest.mouseClick(sure(sheet.windowHandle()), button, PLAIN, middle_of(field))
    assert came == [LEFT]


def test_what_another_control_has_kept_already_is_not_kept_again_when_its_field_is_left(qtbot):
    kept = list[str]()

    def keep(words: str, _visit: str) -> str:
        kept.append(words)
        return ""

    reason = LineField("Reason", keep)
    qtbot.addWidget(reason)
    reason.set("", 1)
    reason.edit.setText("Not today")  # type: ignore[union-attr]
    reason.set("Not today", 1)
    reason.commit()
    assert kept == []
    assert not reason.dirty


def calls_of_qt(module: Path) -> Iterator[str]:
    """Where a control is made as Qt has it, in a module that is not its base class."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BASES:
            yield f"{module.name}:{node.lineno} makes a {node.func.id}; use {BASES[node.func.id]}"


def test_no_page_makes_a_control_that_is_not_of_the_program():
    modules = Path(mat_desktop.screens.__path__[0]).rglob("*.py")
    assert [fault for module in sorted(modules) for fault in calls_of_qt(module)] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_menu_takes_only_a_fresh_stroke(qtbot, key):
    owner, chosen = Button("Trial"), list[str]()
    qtbot.addWidget(owner)
    owner.show()
    menu = StillMenu("", owner)
    menu.addAction("Pause", lambda: chosen.append("Pause"))
    menu.popup(owner.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    for _ in range(5):
        QTest.simulateEvent(menu, True, key, PLAIN, "", True)
    assert chosen == []
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["Pause"]
