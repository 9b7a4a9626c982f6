"""The journey rail: Today, the workshop, the ten steps of its year, and when it was saved."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from mat_desktop.screens.frame.route import LINES, StepDelegate, StepModel
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, worn
from mat_desktop.screens.look.tokens import RAIL_NARROW, RAIL_NARROW_BELOW, RAIL_WIDTH
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, label, row, without_word
from mat_desktop.workshop.journey import Progress, Step


class Rings(QWidget):
    """The mark: two overlapping rings, painted."""

    def __init__(self) -> None:
        super().__init__()
        hold(self, width=34, height=24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Radius 8.5, centres 8 apart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(worn().factor, worn().factor)
        for x, token in ((11.0, "rail_done"), (19.0, "rail_ink")):
            painter.setPen(QPen(colour(token), 2.5))
            painter.drawEllipse(QRectF(x - 8.5, 3.5, 17, 17))


class Rail(QFrame):
    """The dark column at the left. Every entry is one that works."""

    def __init__(
        self,
        today: Callable[[], object],
        step: Callable[[Step], object],
        paper: Callable[[], object],
        code: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._narrow = False
        self._inside = False
        self.today = button("&Today", today, icon="house")
        icons.beside(self.today, "house", "rail_ink")
        self.paper = button("&Print", paper, icon="printer")
        icons.beside(self.paper, "printer", "rail_ink")
        self.code = button("", code)
        icons.alone(self.code, "qr-code", "rail_ink")
        self.code.setAccessibleName("Find a sheet by its code")
        self.code.setToolTip("Find a sheet by its form code")
        self.menu = button("&Menu", lambda: None, icon="menu")
        icons.beside(self.menu, "menu", "rail_ink")
        self.menu.setToolTip("Everything that can be done, with its keys (Alt+M; Ctrl+K to search it)")
        hold(self.code, width=48)
        self.model = StepModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = StepDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName("Steps of the workshop")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.clicked.connect(lambda index: self._open(index, step))
        self.view.activated.connect(lambda index: self._open(index, step))
        self.saved = label("")
        self.sends = label("MAT Desktop sends nothing.", wrap=True)
        self._title, self._when = label("", "place"), label("")
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 10)
        layout.setSpacing(2)
        self.brand = QWidget()
        self.brand.setLayout(row(Rings(), label("MAT Desktop", "brand"), None, gap=8))
        self.brand.layout().setContentsMargins(22, 8, 0, 8)  # type: ignore[union-attr]
        layout.addWidget(self.brand)
        above = FlowLayout(self.today, self.menu, gap=4)
        above.setContentsMargins(12, 0, 12, 0)
        layout.addLayout(above)
        self.box = QFrame()
        self.box.setObjectName("railbox")
        inner = QVBoxLayout(self.box)
        inner.setContentsMargins(12, 7, 12, 7)
        inner.setSpacing(0)
        inner.addWidget(self._title)
        inner.addWidget(self._when)
        layout.addLayout(row(12, self.box, 12, gap=0))
        layout.addWidget(self.view, 1)
        self.filler = QWidget()
        layout.addWidget(self.filler, 1)
        beneath = FlowLayout(self.paper, self.code, gap=4)
        beneath.setContentsMargins(12, 0, 12, 0)
        layout.addLayout(beneath)
        layout.addLayout(row(24, self.sends, 12, gap=0))
        disk = QLabel()
        icons.shown(disk, "hard-drive", "rail_muted", 18)
        self.disk = disk
        layout.addLayout(row(24, disk, 8, self.saved, None, gap=0))

        self._spread()

    def fit(self, width: int) -> None:
        """A narrow window of this many pixels leaves the rail its icons; the names are then tool tips."""
        narrow = width < worn().px(RAIL_NARROW_BELOW)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._spread()

    def _spread(self) -> None:
        """Show what the rail has room for."""
        hold(self, width=RAIL_NARROW if self._narrow else RAIL_WIDTH)
        self._delegate.narrow = self._narrow
        self.view.scheduleDelayedItemsLayout()
        for one, words in ((self.today, "&Today"), (self.menu, "&Menu"), (self.paper, "&Print")):
            without_word(one, words if not self._narrow else "")
        self.saved.setVisible(not self._narrow)
        self.disk.setToolTip(self.saved.text() if self._narrow else "")
        self._show_parts()

    def _show_parts(self) -> None:
        self.view.setVisible(self._inside)
        self.paper.setVisible(self._inside)
        self.box.setVisible(self._inside and not self._narrow)
        self.filler.setVisible(not self._inside)
        for widget in (self.brand, self.sends):
            widget.setVisible(not self._inside and not self._narrow)

    def _open(self, index: QModelIndex, then: Callable[[Step], object]) -> None:
        step = LINES[index.row()].step
        if step is not None:
            then(step)

    def show_workshop(self, title: str, when: str, progress: dict[Step, Progress], current: Step | None) -> None:
        """The rail of one workshop; without a title, the rail of Today."""
        inside = bool(title)
        self._inside = inside
        self._show_parts()
        self.today.setProperty("current", not inside)
        icons.beside(self.today, "house", "rail_ink" if inside else "ink")
        for widget in (self.today, self.paper):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        room = worn().px(RAIL_WIDTH) - 50
        self._title.setText(self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        self._when.setText(when)
        self.model.show(progress, current)
        if current is not None:
            place = next(n for n, line in enumerate(LINES) if line.step is current)
            self.view.setCurrentIndex(self.model.index(place, 0))

    def mark_paper(self, on: bool) -> None:
        """Show that the print page is open."""
        self.paper.setProperty("current", on)
        icons.beside(self.paper, "printer", "ink" if on else "rail_ink")
        self.paper.style().unpolish(self.paper)
        self.paper.style().polish(self.paper)

    def show_saved(self, words: str) -> None:
        """When the last answer was committed, in words."""
        self.saved.setText(words)
        self.disk.setVisible(bool(words))
        self.disk.setToolTip(words if self._narrow else "")
