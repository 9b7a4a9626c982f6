"""The settings of this computer: what each changes is seen at once, and where it is kept is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.library.settings import MINUTES, LookWish, PaperWish, TextSize
from mat_desktop.facilitation.setup.facilitator import WhoLeads
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import Segments, boxed, button, column, label
from mat_desktop.screens.shared.shortened import Shortened
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
ASKED = "Asked each time"
BEGINS_WITH = "Workshops that you set up from now on begin with these; those that are there stay as they are."
PUT_ASIDE = "The settings could not be read. They are as on the first day; the old file is still there as"


@dataclass(frozen=True, kw_only=True)
class OfLibrary:
    """What is kept in the library that is open."""

    facilitator: WhoLeads
    keep: Callable[[str, str], str]
    """Keeps her name and her phone number; the refusal, or nothing."""
    changes: Sequence[tuple[str, Callable[[], object]]] = ()
    """What has a dialog of its own: words and what is done."""


class SettingsDialog(Dialog):
    """Colours, size of words, paper, copies, when the window covers and locks itself, and who works here."""

    def __init__(
        self,
        window: QWidget | None,
        wardrobe: Wardrobe,
        ask_folder: Callable[[str], Path | None],
        of_library: OfLibrary | None = None,
    ) -> None:
        """`of_library` where one is open; `ask_folder` is given what the folder is for."""
        super().__init__(window, "Settings")
        self._of_library, self._ask_folder = of_library, ask_folder
        self._wardrobe = wardrobe
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._look = self._segments("Colours", _LOOKS, self._take_look)
        self._text = self._segments("Size of words", {s: f"{int(s)} %" for s in TextSize}, self._take_text)
        self._paper = self._segments("Paper", self._papers(), self._take_paper)
        self._copies_to = self._copies()
        self._times = {name: self._minutes(name, words, offered) for name, words, offered in _TIMES}
        self._build()
        self._show()

    def _build(self) -> None:
        content = column(label("Settings", "section"), gap=16)
        if self._wardrobe.put_aside:
            content.addWidget(label(f"{PUT_ASIDE} {self._wardrobe.put_aside}.", "attn", wrap=True))
        content.addLayout(self._rows)
        content.addWidget(label(f"{KEPT} {self._wardrobe.store.kept_in}", "small", wrap=True))
        if self._of_library is not None:
            content.addLayout(self._of(self._of_library))
        hold(self, least_width=520)
        lay_out(self, content, button("Close", self.accept, "primary"))

    def _of(self, library: OfLibrary) -> QVBoxLayout:
        """What is kept in the library: who works here, and its locks."""
        self._me = (
            LineField("My name", self._keep_me, "As participants call you"),
            LineField("My phone number", self._keep_me, "021 555 0142"),
        )
        told = library.facilitator
        for field, words in zip(self._me, (told.name, told.phone), strict=True):
            field.set(words)
        locks = FlowLayout(*(button(words, does) for words, does in library.changes), gap=8)
        content = column(label("Of this library", "section"), *self._me, gap=12)
        content.addWidget(label(BEGINS_WITH, "small", wrap=True))
        content.addWidget(boxed(locks))
        content.addWidget(label(KEPT_IN_LIBRARY, "small", wrap=True))
        return content

    def _keep_me(self, _words: str, _visit: str) -> str:
        assert self._of_library is not None
        refused = self._of_library.keep(*(field.text() for field in self._me))
        # What is kept is nothing that leaving would lose.
        self.settle()
        return refused

    def _papers(self) -> dict[PaperWish, str]:
        here = self._wardrobe.paper(PaperWish.COUNTRY)
        return {PaperWish.COUNTRY: f"As sold here: {here}", PaperWish.A4: "A4", PaperWish.LETTER: "Letter"}

    def _copies(self) -> Shortened:
        """Where copies go: the folder, and two buttons under it."""
        shown = Shortened(ASKED)
        choose, ask = button("Choose a folder", self._choose_copies), button("Ask each time", self._ask_copies)
        both = FlowLayout(choose, ask, gap=8)
        self._rows.addLayout(column(label("Copies of the library go to", "label"), shown, boxed(both), gap=4))
        return shown

    def _choose_copies(self) -> None:
        folder = self._ask_folder("Where copies go: a stick or another disk")
        if folder is not None:
            self._change(copies=str(folder))

    def _ask_copies(self) -> None:
        self._change(copies="")

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
        self._copies_to.setText(settings.copies or ASKED)
        self._copies_to.setToolTip(settings.copies)
        for name, combo in self._times.items():
            combo.setCurrentIndex(combo.findData(getattr(settings, name)))


def _after(minutes: int) -> str:
    return f"after {minutes} minute{'' if minutes == 1 else 's'} without a hand on it"
