"""Sizes of widgets that follow the text: said once as drawn at 100 %, kept right when text or theme change."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.look.theme import type_font, worn

_HELD = "heldSizes"


@dataclass(frozen=True, kw_only=True)
class HeldSizes:
    """What a widget was told: pixels as drawn at 100 %, or the letters that must be seen whole. 0 says nothing."""

    least_width: int = 0
    least_height: int = 0
    most_width: int = 0
    most_height: int = 0
    width: int = 0
    height: int = 0
    letters: str = ""
    """A field is at least so wide that these are seen whole, with its own padding."""


SMALL_WIDTH, SMALL_HEIGHT = 960, 540
"""Below this, in pixels at text of 100 %, header and guidance scroll away with the page."""
_ANY, _FRAME = 16_777_215, 40
"""Qt's own largest size, and what the system draws around a window at most."""
_PADDING = 32
"""What the style sheet puts around the words of a field, both sides and the frame together, with room for a caret."""


def hold(
    widget: QWidget,
    *,
    least_width: int = 0,
    least_height: int = 0,
    most_width: int = 0,
    most_height: int = 0,
    width: int = 0,
    height: int = 0,
    letters: str = "",
) -> None:
    """Hold these sizes (see `HeldSizes`), together with what the widget was told before."""
    before = widget.property(_HELD)
    held = before if isinstance(before, HeldSizes) else HeldSizes()
    told = HeldSizes(
        least_width=least_width or held.least_width,
        least_height=least_height or held.least_height,
        most_width=most_width or held.most_width,
        most_height=most_height or held.most_height,
        width=width or held.width,
        height=height or held.height,
        letters=letters or held.letters,
    )
    widget.setProperty(_HELD, told)
    apply(widget)


def apply(widget: QWidget) -> None:
    """Give the widget the sizes it was told, at the text size that is worn; nothing where it was told none."""
    held = widget.property(_HELD)
    if not isinstance(held, HeldSizes):
        return
    theme = worn()
    if held.letters:
        wide = QFontMetrics(type_font("body")).horizontalAdvance(held.letters)
        widget.setMinimumWidth(wide + theme.px(_PADDING))
    across, down = _room(widget)
    for size, most, change in (
        (held.least_width, across, widget.setMinimumWidth),
        (held.least_height, down, widget.setMinimumHeight),
        (held.most_width, across, widget.setMaximumWidth),
        (held.most_height, down, widget.setMaximumHeight),
        (held.width, across, widget.setFixedWidth),
        (held.height, down, widget.setFixedHeight),
    ):
        if size:
            change(min(theme.px(size), most))


def _room(widget: QWidget) -> tuple[int, int]:
    """How large a widget may be: a window never larger than its screen."""
    if not widget.isWindow():
        return _ANY, _ANY
    room = screen_of(widget).availableSize()
    return room.width() - _FRAME, room.height() - _FRAME


def is_small(page: QWidget) -> bool:
    """Whether what stands above a page of this height, in a window of this width, has to scroll away with it."""
    factor = worn().factor
    return page.height() < SMALL_HEIGHT * factor or page.window().width() < SMALL_WIDTH * factor
