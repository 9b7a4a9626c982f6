"""What was refused is said by the name of its field before it goes."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.unkept import not_kept


def test_a_line_without_a_title_is_called_what_a_screen_reader_calls_it(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    titled = LineField("Place", lambda _words, _visit: "Type a place.")
    bare = LineField("", lambda _words, _visit: "Now choose the decision.")
    bare.edit.setAccessibleName("Reason")
    layout = QVBoxLayout(page)
    for field in (titled, bare):
        layout.addWidget(field)
        QTest.keyClicks(field.edit, "x")
        field.commit()
    assert not_kept(page) == [
        "What you typed under “Place” is not kept: Type a place.",
        "What you typed under “Reason” is not kept: Now choose the decision.",
    ]
