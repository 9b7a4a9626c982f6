"""The page with what stands around it: what has no room scrolls up and down, and the actions stay in sight."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from mat_desktop.screens.frame.around import Guidance, Header
from mat_desktop.screens.frame.bar import ActionBar
from mat_desktop.screens.look import tokens
from mat_desktop.screens.look.belonging import standing_in
from mat_desktop.screens.look.sizes import is_small
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.band import MessageBand, Strip
from mat_desktop.screens.shared.scrolling import Steady
from mat_desktop.screens.shared.staying import keyboard_kept


class AsLowAsItMay(QWidget):
    """What stands in an area that scrolls and takes the height of that area: it asks for no more than it needs.

    Qt gives content whose height follows its width the height that it would like, so that a page with a list of its own
    would scroll although it has room.
    """

    def heightForWidth(self, width: int) -> int:
        """What it cannot do without."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class _TopFirst(QVBoxLayout):
    """Gives what stands above the page all its height. Qt takes what is lacking from the highest part, and cuts it."""

    def setGeometry(self, rect: QRect) -> None:
        """The last part gets what the others leave."""
        # Qt's own way would lay out everything a first time, only to be laid out again.
        QLayout.setGeometry(self, rect)
        top, parts = rect.top(), standing_in(self)
        for part in parts:
            high = rect.bottom() + 1 - top if part is parts[-1] else _height(part, rect.width())
            part.setGeometry(QRect(rect.left(), top, rect.width(), high))
            top += high


def _height(part: QWidget, width: int) -> int:
    """The height that a part likes to have at this width."""
    layout = part.layout()
    likes = layout.totalHeightForWidth(width) if layout is not None else part.heightForWidth(width)
    return min(max(likes, part.minimumHeight()), part.maximumHeight())


class WorkshopFrame(QWidget):
    """Header, guidance, the page, the action bar; messages stand where the guidance rests, and move nothing."""

    def __init__(self, header: Header, guidance: Guidance, page: QWidget, bar: ActionBar) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._header, self._page, self._bar = header, page, bar
        self.band = MessageBand(guidance)
        self._top = self._made_top(header)
        inside = AsLowAsItMay()
        inside.setObjectName("bare")
        self._inside = _TopFirst(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(page, 1)
        self._area = Steady()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._area.verticalScrollBar().valueChanged.connect(lambda _at: self.band.place())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._top)
        self._layout.addWidget(self._area, 1)
        self._layout.addWidget(bar)
        self.scrolls_away = False

    def _made_top(self, header: Header) -> QWidget:
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        inset = QHBoxLayout()
        inset.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.GAP)
        inset.addWidget(self.band)
        layout.addLayout(inset)
        return top

    def hold(self, strip: Strip) -> None:
        """Take the strip for messages, where the guidance rests."""
        self.band.hold(strip, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room: what stands around the page is higher or lower, or scrolls away with it."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give everything around the page the height that this window has for it."""
        theme = worn()
        height = self.height() / theme.factor
        short = height < tokens.SHORT_BELOW
        self._header.setMinimumHeight(theme.px(tokens.SHORT_HEADER if short else tokens.HEADER))
        self.band.setMinimumHeight(theme.px(tokens.SHORT_GUIDANCE if short else tokens.GUIDANCE))
        self._bar.setMinimumHeight(theme.px(tokens.SHORT_ACTION_BAR if short else tokens.ACTION_BAR))
        self._let_scroll(away=is_small(self))
        room = self._area.viewport().height() if self.scrolls_away else 0
        self._page.setMinimumHeight(max(room, 0))

    def _let_scroll(self, *, away: bool) -> None:
        if away is self.scrolls_away:
            return
        self.scrolls_away = away
        with keyboard_kept(self._top):
            (self._inside if away else self._layout).insertWidget(0, self._top)
            self._top.show()
        self.to_top()

    def to_top(self) -> None:
        """Another page is shown from its top, with what stands above it."""
        self._area.verticalScrollBar().setValue(0)
