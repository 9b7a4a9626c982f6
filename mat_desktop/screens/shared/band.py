"""The one place for messages: a band that is kept free for them, so that nothing moves when one comes or goes."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.bench import Look
from mat_desktop.screens.shared.parts import button, card, label, row

DONE_MS = 8000
"""How long it is said that something was done."""
_LOOKS = {
    Look.DONE: ("notice", "circle-check", "pause_ink"),
    Look.NOTE: ("notice", "info", "pause_ink"),
    Look.FAULT: ("complaint", "triangle-alert", "danger_ink"),
}
"""Frame, icon and colour of the icon."""


class Strip(QWidget):
    """One sentence. Done goes by itself after some seconds; a note and a fault stay until the next deed or "Close"."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.sentence = label("", wrap=True)
        self._icon = QLabel()
        self._frame, inner = card("notice", margins=4)
        inner.setContentsMargins(16, 2, 8, 2)
        self._close = button("Close", self.hide, "quiet")
        self._close.setAccessibleName("Close the message")
        line = row(self._icon, self.sentence, self._close)
        line.setStretch(1, 1)
        inner.addLayout(line)
        layout.addWidget(self._frame)
        self.look = Look.NOTE
        self._goes = QTimer(self, interval=DONE_MS, singleShot=True)
        self._goes.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str, look: Look) -> None:
        """Show the sentence."""
        self.look = look
        frame, icon, token = _LOOKS[look]
        if self._frame.objectName() != frame:
            self._frame.setObjectName(frame)
            # The colour of the words hangs on the frame, and is looked up anew for each widget alone.
            for part in (self._frame, self.sentence):
                part.style().unpolish(part)
                part.style().polish(part)
        icons.shown(self._icon, icon, token)
        self.sentence.setText(sentence)
        self.show()
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        """The seconds are counted from when it can be read: not under a cover."""
        super().showEvent(event)
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody can see waits."""
        super().hideEvent(event)
        self._goes.stop()

    def _count(self) -> None:
        if self.look is Look.DONE and self.isVisible():
            self._goes.start()
        else:
            self._goes.stop()


class MessageBand(QWidget):
    """Keeps the place: what rests there, words to say or a summary, gives way to a message and comes back after it.

    A long message grows downwards over the page and never pushes anything.
    """

    def __init__(self, rests: QWidget) -> None:
        super().__init__()
        self.rests = rests
        self._strip: Strip | None = None
        self._over: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rests)
        policy = rests.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        rests.setSizePolicy(policy)

    def hold(self, strip: Strip, over: QWidget) -> None:
        """Take the strip for messages over what rests here; it stands within `over`, which holds this band."""
        if self._strip is not None:
            self._strip.removeEventFilter(self)
        self._strip, self._over = strip, over
        shown = not strip.isHidden()
        strip.setParent(over)
        strip.setVisible(shown)
        strip.installEventFilter(self)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand in the place when the strip appears or says something longer."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.place()

    def moveEvent(self, event: object) -> None:
        """The strip goes where the band goes."""
        super().moveEvent(event)  # type: ignore[arg-type]
        self.place()

    def place(self) -> None:
        """Put the message where the band is; where that was scrolled away, at the top of what is seen."""
        if self._strip is None or self._over is None or self._strip.parentWidget() is not self._over:
            return
        height = max(self.height(), self._strip.heightForWidth(self.width()) if self._strip.hasHeightForWidth() else 0)
        at = self.mapTo(self._over, QPoint(0, 0))
        self._strip.setGeometry(at.x(), max(0, at.y()), self.width(), height)
        self._strip.raise_()


def resting(words: QLabel) -> QLabel:
    """A line that rests in a band, at its middle."""
    words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return words
