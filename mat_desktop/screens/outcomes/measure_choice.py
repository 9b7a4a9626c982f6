"""Which measure: the choice above figures and pool, the headline measure first."""

from collections.abc import Callable

from mat_desktop.facilitation.outcomes import views
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField


class MeasureChoice(ChoiceField):
    """The measures of the workshop; `key` is the one that is looked at."""

    def __init__(self, bench: Bench, changed: Callable[[], object], *, standardised: bool = False) -> None:
        super().__init__("Measure", [], self._choose)
        self._bench, self._changed, self._standardised = bench, changed, standardised
        self.key = ""
        hold(self, least_width=280)

    def _choose(self, key: str) -> None:
        self.key = key
        self._changed()

    def refresh(self) -> None:
        """Offer what the workshop uses now."""
        workshop = self._bench.workshop_id
        titles = views.measure_titles(self._bench.desk, workshop, standardised=self._standardised)
        if self.key not in [key for key, _ in titles]:
            self.key = titles[0][0] if titles else ""
        self.box.clear()
        for key, title in titles:
            self.box.addItem(title, key)
        self.set(self.key)
