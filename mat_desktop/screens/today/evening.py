"""The evening before, on Today: six keys, and two pages for when something goes wrong."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from mat_desktop.facilitation.today.evening import Evening, EveningAct, EveningLine
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, card, column, label, row

_BESIDE = (EveningAct.STAND_IN, EveningAct.LOST)


class EveningList(QWidget):
    """One row a key; what is done has a tick and can be opened again."""

    def __init__(self, evening: Evening, act: Callable[[int, EveningAct], object]) -> None:
        super().__init__()
        self._evening, self._act = evening, act
        frame, layout = card("soft", margins=12, gap=4)
        layout.addWidget(label("Before the day", "section"))
        for one in evening.lines:
            if one.act not in _BESIDE:
                layout.addWidget(self._row(one))
        pages = [self._button(one) for one in evening.lines if one.act in _BESIDE]
        layout.addLayout(FlowLayout(*pages, gap=8))
        outer = column(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    def _row(self, one: EveningLine) -> QWidget:
        sign = QLabel()
        icons.shown(sign, "circle-check" if one.done else "circle-dashed", "primary" if one.done else "ink")
        words = label(one.words, "muted" if one.done else "body", wrap=True)
        inside = row(sign, words, self._button(one), gap=10)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setStretch(1, 1)
        return boxed(inside)

    def _button(self, one: EveningLine) -> QWidget:
        found = button(one.button, partial(self._act, self._evening.workshop_id, one.act), "quiet")
        found.setAccessibleName(one.button)
        found.setAccessibleDescription(one.words)
        found.setToolTip(one.words)
        hold(found, least_width=120)
        return found
