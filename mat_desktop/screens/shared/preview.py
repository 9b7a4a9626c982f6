"""The real page beside the work: the very bytes that are saved and printed, rendered from memory."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mat_desktop.screens.look import icons, sizes
from mat_desktop.screens.look.theme import colour, worn
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.parts import button, card, label, row


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render(pdf: bytes, number: int, pixels_per_point: float) -> QImage:
    """One page as a picture, from memory; no file is written."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        bitmap = page.render(scale=pixels_per_point, rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        ).copy()
        bitmap.close()
        page.close()
        return picture
    finally:
        document.close()


class PageView(QWidget):
    """One page, square-cornered, as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._number = 0
        self._picture = QImage()
        self._drawn: tuple[bytes, int, QSize] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizes.hold(self, least_width=180, least_height=200)

    def show_page(self, pdf: bytes, number: int) -> None:
        """Show one page of these bytes."""
        self._pdf, self._number = pdf, number
        self.update()

    def _fit(self) -> None:
        key = (self._pdf, self._number, self.size())
        if self._drawn == key or not self._pdf:
            return
        one = render(self._pdf, self._number, 1.0)
        ratio = self.devicePixelRatioF()
        scale = min((self.width() - 4) / one.width(), (self.height() - 4) / one.height()) * ratio
        self._picture = render(self._pdf, self._number, max(0.1, scale))
        self._picture.setDevicePixelRatio(ratio)
        self._drawn = key

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in the middle, with a hairline around it."""
        if not self._pdf:
            return
        self._fit()
        painter = QPainter(self)
        size = self._picture.deviceIndependentSize()
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        box = QRectF(x, y, size.width(), size.height())
        painter.fillRect(box, colour("paper"))
        painter.drawImage(box.topLeft(), self._picture)
        painter.setPen(QPen(colour("control"), worn().border))
        painter.drawRect(box)


class Preview(QWidget):
    """The well with the page, its title, and arrows where there are several."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        frame, layout = card("well", gap=8)
        self._title = label(title, "strong", wrap=True)
        self._note = label(note, "small")
        self.back = button("", lambda: self._turn(-1))
        self.on = button("", lambda: self._turn(1))
        for found, name, icon in (
            (self.back, "Previous page", "chevron-left"),
            (self.on, "Next page", "chevron-right"),
        ):
            icons.alone(found, icon)
            found.setAccessibleName(name)
            found.setToolTip(name)
            sizes.hold(found, width=TARGET)
        head = row(self._title, self._note, self.back, self.on, gap=8)
        head.setStretch(0, 1)
        layout.addLayout(head)
        self.page = PageView()
        layout.addWidget(self.page, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.pdf = b""
        self.number = 0
        self._count = 0
        self.beyond: Callable[[int], object] | None = None
        """Told to turn further where the pages end, back or on."""
        self._before, self._after = False, False
        self._arrows()

    def offer_beyond(self, before: bool, after: bool) -> None:
        """Whether something lies before the first page and after the last."""
        self._before, self._after = before, after
        self._arrows()

    def show_pdf(self, pdf: bytes, title: str = "") -> None:
        """Show these bytes; the page stays where it was when it can."""
        self.pdf = pdf
        self._count = page_count(pdf) if pdf else 0
        self.number = min(self.number, max(0, self._count - 1))
        if title:
            self._title.setText(title)
        self._arrows()
        self.page.setAccessibleName(f"Preview, page {self.number + 1} of {self._count}")
        self.page.show_page(pdf, self.number)

    def _arrows(self) -> None:
        several = self._count > 1
        for found in (self.back, self.on):
            found.setVisible(several or self._before or self._after)
        self.back.setEnabled(self.number > 0 or self._before)
        self.on.setEnabled(self.number < self._count - 1 or self._after)
        if several or self.beyond is not None:
            self._note.setText(f"{self.number + 1} of {self._count}" if several else "")

    def _turn(self, step: int) -> None:
        if self.beyond is not None and not 0 <= self.number + step < self._count:
            self.beyond(step)
            return
        self.number += step
        self.show_pdf(self.pdf)
