"""The settings of this computer: what each changes is seen at once, and where it is kept is said."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.library.settings import MINUTES, LookWish, PaperWish, TextSize
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.parts import Segments, button, column, label
from mat_desktop.screens.shared.still import StillCombo

_LOOKS = {
    LookWish.SYSTEM: "As the system",
    LookWish.LIGHT: "Light",
    LookWish.DARK: "Dark",
    LookWish.CONTRAST: "High contrast",
}
_PAPERS = {PaperWish.COUNTRY: "As in this country", PaperWish.A4: "A4", PaperWish.LETTER: "Letter"}
_PRIVACY = (1, 2, 3, 5, 10, 15, 30)
"""The minutes offered; whatever else the file says within `MINUTES` is offered too."""
KEPT = "Kept on this computer, outside every library, in"
PUT_ASIDE = "The settings could not be read. They are as on the first day; the old file is still there as"


class SettingsDialog(Dialog):
    """Colours, size of words, paper, and when the window covers itself."""

    def __init__(self, window: QWidget | None, wardrobe: Wardrobe) -> None:
        super().__init__(window, "Settings")
        self._wardrobe = wardrobe
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._look = self._segments("Colours", _LOOKS, self._take_look)
        self._text = self._segments("Size of words", {s: f"{int(s)} %" for s in TextSize}, self._take_text)
        self._paper = self._segments("Paper", _PAPERS, self._take_paper)
        self._privacy = self._minutes()
        self._named("The window covers itself", self._privacy)
        self._build()
        self._show()

    def _build(self) -> None:
        content = column(label("Settings", "section"), gap=16)
        if self._wardrobe.put_aside:
            content.addWidget(label(f"{PUT_ASIDE} {self._wardrobe.put_aside}.", "attn", wrap=True))
        content.addLayout(self._rows)
        content.addWidget(label(f"{KEPT} {self._wardrobe.store.kept_in}", "small", wrap=True))
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

    def _minutes(self) -> StillCombo:
        least, most = MINUTES["privacy_minutes"]
        now = self._wardrobe.settings.privacy_minutes
        combo = StillCombo()
        combo.setAccessibleName("The window covers itself")
        for minutes in sorted({*_PRIVACY, now}):
            if least <= minutes <= most:
                combo.addItem(_after(minutes), minutes)
        combo.activated.connect(lambda _at: self._change(privacy_minutes=combo.currentData()))
        return combo

    def _take_look(self, value: str) -> None:
        self._change(look=LookWish(value))

    def _take_text(self, value: str) -> None:
        self._change(text=TextSize(int(value)))

    def _take_paper(self, value: str) -> None:
        self._change(paper=PaperWish(value))

    def _change(self, **told: Any) -> None:
        self._wardrobe.change(replace(self._wardrobe.settings, **told))
        self._show()

    def _show(self) -> None:
        settings = self._wardrobe.settings
        self._look.set(settings.look.value)
        self._text.set(str(settings.text.value))
        self._paper.set(settings.paper.value)
        self._privacy.setCurrentIndex(self._privacy.findData(settings.privacy_minutes))


def _after(minutes: int) -> str:
    return f"after {minutes} minute{'' if minutes == 1 else 's'} without a hand on it"
