"""What is wrong with a field is said over the page, so that nothing below it moves, above all not under a hand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from mat_desktop.screens.shared.entering import OFFERED
from mat_desktop.screens.shared.parts import emptied, label, mark
from mat_desktop.screens.shared.reading import LaidOver

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)
_GAP = 2
_GROUNDS = {"card": "surface", "locked": "surface", "actionbar": "surface", "soft": "soft"}
"""What a field stands on, by the name in the style sheet; on anything else it stands on the page itself."""


class SaidOver(LaidOver):
    """One sentence in the line of the title over a field, to the right as far as it needs; clicks go through it.

    With something to choose from, a question, it stands under the field instead and is clicked.
    """

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        self.setObjectName("saidover")
        self._followed: list[QWidget] = []
        self._offered: list[QPushButton] = []
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        self.sentence = label("", "error", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addLayout(self._answers)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it, or with nothing to say go away."""
        self.sentence.setText(sentence)
        if sentence:
            self._follow()
        self._place()

    def offer(self, answers: Sequence[QPushButton]) -> None:
        """What can be chosen: it goes with the keyboard from the field to these."""
        emptied(self._answers)
        self._offered = list(answers)
        for one in answers:
            one.setProperty(OFFERED, True)
            self._answers.addWidget(one)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not answers)
        self._place()
        if answers:
            QTimer.singleShot(0, self, self._lead_here)

    def _lead_here(self) -> None:
        """What is asked comes before what it lies over: the keyboard is never on a field that nobody sees."""
        focus, page = QApplication.focusWidget(), self.parentWidget()
        if not self._offered or not self.isVisible() or focus is None or page is None or not page.isAncestorOf(focus):
            return
        under = QRect(focus.mapTo(page, QPoint(0, 0)), focus.size())
        if not self.isAncestorOf(focus) and focus is not self.edit and self.geometry().intersects(under):
            self._offered[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        """Lie on what scrolls with the field, and follow everything between that moves."""
        page = _page_of(self.edit)
        if self.parentWidget() is page:
            return
        self.setParent(page)
        mark(self, "ground", _ground_of(self.edit))
        for one in self._followed:
            if isValid(one):
                one.removeEventFilter(self)
        self._followed = [self.edit]
        while (above := self._followed[-1].parentWidget()) is not None and self._followed[-1] is not page:
            self._followed.append(above)
        for one in self._followed:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever moves between the page and the field moves this too."""
        if event.type() in _MOVES and self.sentence.text():
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        page = self.parentWidget()
        if not self.sentence.text() or page is None or page is self.edit or not self.edit.isVisibleTo(page):
            self.hide()
            return
        at = self.edit.mapTo(page, QPoint(0, 0))
        asks = self._answers.count() > 0
        wide = min(max(self.edit.width(), self._natural()), max(page.width() - at.x() - _GAP, self.edit.width()))
        self.ensurePolished()
        layout = self.layout()
        assert layout is not None
        high = max(layout.heightForWidth(wide), layout.minimumSize().height())
        top = at.y() + self.edit.height() + _GAP if asks else max(0, at.y() - high - _GAP)
        self.setGeometry(at.x(), top, wide, high)
        self.show()
        self.raise_()

    def _natural(self) -> int:
        return self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) + 8


def _ground_of(edit: QWidget) -> str:
    """What is drawn behind a field: a card, or what else it stands on."""
    above = edit.parentWidget()
    while above is not None and not above.isWindow():
        if above.objectName() in _GROUNDS:
            return _GROUNDS[above.objectName()]
        above = above.parentWidget()
    return "canvas"


def _page_of(edit: QWidget) -> QWidget:
    """What scrolls with the field; where nothing scrolls, the window."""
    inner, above = edit, edit.parentWidget()
    while above is not None:
        area = above.parentWidget() if isinstance(above.parentWidget(), QScrollArea) else None
        if isinstance(area, QScrollArea) and area.viewport() is above and inner is not edit:
            return inner
        if above.isWindow():
            return above
        inner, above = above, above.parentWidget()
    return inner
