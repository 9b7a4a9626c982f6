"""The settings of this computer: what each changes is seen at once, and where it is kept is said."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.library.settings import MINUTES, LookWish, TextSize
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.parts import Segments, button, column, label, row
from mat_desktop.screens.shared.still import StillCombo

_LOOKS = {
    LookWish.SYSTEM: "As the system",
    LookWish.LIGHT: "Light",
    LookWish.DARK: "Dark",
    LookWish.CONTRAST: "High contrast",
}
_TIMES = (
    ("privacy_minutes", "The window covers itself", (1, 2, 3, 5, 10, 15, 30)),
    ("lock_minutes", "The library locks itself", (5, 10, 15, 30, 60, 120, 240)),
    ("day_lock_minutes", "The same on a day with a workshop", (15, 30, 60, 90, 120, 240, 480)),
)
"""Each time with the minutes offered; whatever else the file says within `MINUTES` is offered too."""
KEPT = "Kept on this computer, outside every library, in"
KEPT_IN_LIBRARY = "Kept in the library itself."
PUT_ASIDE = "The settings could not be read. They are as on the first day; the old file is still there as"


class SettingsDialog(Dialog):
    """Colours, size of words, and when the window covers and locks itself."""

    def __init__(
        self, window: QWidget | None, wardrobe: Wardrobe, of_library: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """`of_library` is what can be changed of the library, where one is open: words and what is done."""
        super().__init__(window, "Settings")
        self._of_library = of_library
        self._wardrobe = wardrobe
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._look = self._segments("Colours", _LOOKS, self._take_look)
        self._text = self._segments("Size of words", {s: f"{int(s)} %" for s in TextSize}, self._take_text)
        self._times = {name: self._minutes(name, words, offered) for name, words, offered in _TIMES}
        self._build()
        self._show()

    def _build(self) -> None:
        content = column(label("Settings", "section"), gap=16)
        if self._wardrobe.put_aside:
            content.addWidget(label(f"{PUT_ASIDE} {self._wardrobe.put_aside}.", "attn", wrap=True))
        content.addLayout(self._rows)
        content.addWidget(label(f"{KEPT} {self._wardrobe.store.kept_in}", "small", wrap=True))
        if self._of_library:
            content.addWidget(label("Of this library", "label"))
            for words, does in self._of_library:
                content.addLayout(row(button(words, does), None))
            content.addWidget(label(KEPT_IN_LIBRARY, "small", wrap=True))
        hold(self, least_width=520)
        lay_out(self, content, button("Close", self.accept, "primary"))

    def _named(self, name: str, field: QWidget) -> None:
        said = label(name, "label", wrap=True)
        said.setBuddy(field)
        self._rows.addLayout(column(said, field, gap=4))

    def _segments(self, name: str, words: dict[Any, str], taken: Any) -> Segments:
        found = Segments([(str(value), said) for value, said in words.items()], name, taken, 0)
        self._named(name, found)
        return found

    def _minutes(self, name: str, words: str, offered: tuple[int, ...]) -> StillCombo:
        least, most = MINUTES[name]
        combo = StillCombo()
        combo.setAccessibleName(words)
        for minutes in sorted({*offered, getattr(self._wardrobe.settings, name)}):
            if least <= minutes <= most:
                combo.addItem(_after(minutes), minutes)
        combo.activated.connect(lambda _at: self._change(**{name: combo.currentData()}))
        self._named(words, combo)
        return combo

    def _take_look(self, value: str) -> None:
        self._change(look=LookWish(value))

    def _take_text(self, value: str) -> None:
        self._change(text=TextSize(int(value)))

    def _change(self, **told: Any) -> None:
        self._wardrobe.change(replace(self._wardrobe.settings, **told))
        self._show()

    def _show(self) -> None:
        settings = self._wardrobe.settings
        self._look.set(settings.look.value)
        self._text.set(str(settings.text.value))
        for name, combo in self._times.items():
            combo.setCurrentIndex(combo.findData(getattr(settings, name)))


def _after(minutes: int) -> str:
    return f"after {minutes} minute{'' if minutes == 1 else 's'} without a hand on it"
