"""Several pages in one place, as tabs and steps are."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget


class _InFront(QStackedLayout):
    """Needs the room of the page in front, whatever those behind it need; Qt's own asks for that of the largest."""

    def sizeHint(self) -> QSize:
        """What the page in front likes to have."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize()

    def minimumSize(self) -> QSize:
        """What the page in front needs."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the page in front is higher where it is narrower."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """What the page in front likes to have at this width."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1

    def minimumHeightForWidth(self, width: int) -> int:
        """What the page in front needs at this width."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return self.heightForWidth(width)
        return max(layout.totalMinimumHeightForWidth(width), page.minimumHeight())


class PageStack(QWidget):
    """Widgets of which one is seen; it needs the room of that one."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = _InFront(self)

    def addWidget(self, page: QWidget) -> int:
        """Take one more page, behind the others; its place."""
        return self._pages.addWidget(page)

    def removeWidget(self, page: QWidget) -> None:
        """Give a page back."""
        self._pages.removeWidget(page)

    def currentWidget(self) -> QWidget | None:
        """The page in front; none where there is no page."""
        return self._pages.currentWidget()

    def setCurrentWidget(self, page: QWidget) -> None:
        """Bring a page to the front; the keyboard goes with it where it was in the one before."""
        self._pages.setCurrentWidget(page)
        self.updateGeometry()

    def currentIndex(self) -> int:
        """The place of the page in front."""
        return self._pages.currentIndex()

    def setCurrentIndex(self, index: int) -> None:
        """Bring the page at this index to the front."""
        self._pages.setCurrentIndex(index)
        self.updateGeometry()
