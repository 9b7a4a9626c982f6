"""Finding a person by name or number, from anywhere: this workshop first, the others on a second key."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.promises.finding import Among, FoundPerson, event_on, find
from mat_desktop.screens.shared.parts import button, label, rename, row
from mat_desktop.screens.shared.pick_by_words import PickByWords, PickWords

_WIDER = {Among.HERE: Among.OPEN, Among.OPEN: Among.ALL, Among.ALL: Among.HERE}
_WHERE = {
    Among.HERE: "Only this workshop is searched.",
    Among.OPEN: "Workshops that go on are searched.",
    Among.ALL: "All workshops are searched, finished ones too.",
}
_ON = {
    Among.HERE: "Only this workshop",
    Among.OPEN: "The other workshops",
    Among.ALL: "Finished ones too",
}
"""What the second key says that leads there."""

_SAID = PickWords(
    title="Find a person",
    question="Who? A part of the name, or figures of the number.",
    example="carmen, or 0142",
    line="Name or number",
    list="Who fits",
    nothing="Nobody here fits. Try fewer letters, or search further.",
    take="Show the line",
)


class FindPerson(PickByWords):
    """Who fits what is typed. `chosen` is the person, 0 where she left.

    On the day of an event only its people are found, for others look on: the other workshops come on a second key,
    and finished ones only when they are asked for.
    """

    def __init__(self, window: QWidget, desk: Desk, here: int) -> None:
        super().__init__(window, _SAID)
        self._desk = desk
        event = event_on(desk, desk.clock.today())
        self._here = here or event
        self._among = Among.HERE if event else Among.OPEN
        self.chosen = 0
        self.where = label("", "small", wrap=True)
        self.wider = button("", self._widen, "quiet")
        beside = row(self.where, self.wider)
        beside.setStretch(0, 1)
        self.layout_of_it.insertLayout(self.layout_of_it.count() - 1, beside)
        self.look()
        self.words.setFocus()

    def _following(self) -> Among:
        wider = _WIDER[self._among]
        return Among.OPEN if wider is Among.HERE and not self._here else wider

    def _widen(self) -> None:
        self._among = self._following()
        self.look()
        self.words.setFocus()

    def look(self) -> None:
        """Say where is searched, and who fits there."""
        self.where.setText(_WHERE[self._among])
        rename(self.wider, _ON[self._following()])
        super().look()

    def fitting(self, words: str) -> Iterator[tuple[str, object]]:
        """Everybody whose name or number has what is typed."""
        for fits in find(self._desk, words, self._here, self._among):
            yield self._line(fits), fits.person

    def _line(self, fits: FoundPerson) -> str:
        about = [fits.name, fits.phone]
        if self._among is not Among.HERE:
            about.append(f"{fits.workshop}, {fits.held_on.year}")
        return "  ·  ".join(part for part in about if part)

    def choose(self, marked: object) -> None:
        """Keep who is marked."""
        assert isinstance(marked, int)
        self.chosen = marked
