"""Several pages in one place, as tabs and steps are."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Widgets of which one is seen; it needs the room of that one, whatever those behind it need."""

    def sizeHint(self) -> QSize:
        """What the page in front likes to have."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()
