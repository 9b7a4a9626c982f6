"""A table whose columns have shares of its width: what says more has more of it, and nothing leaves it sideways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget


class SharedOut(QTableWidget):
    """Read only. `columns` are a heading and its share; words that have no room in theirs take another line."""

    def __init__(self, columns: Sequence[tuple[str, int]]) -> None:
        super().__init__(0, len(columns))
        self._shares = [share for _, share in columns]
        self.setHorizontalHeaderLabels([heading for heading, _ in columns])
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew; the last column takes what dividing leaves."""
        super().resizeEvent(event)
        room, whole = self.viewport().width(), sum(self._shares)
        for place, share in enumerate(self._shares[:-1]):
            self.setColumnWidth(place, room * share // whole)
        last = len(self._shares) - 1
        self.setColumnWidth(last, room - sum(self.columnWidth(place) for place in range(last)))
