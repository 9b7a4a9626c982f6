"""The phone of one person: a number that another person has is asked about before it is kept."""

from collections.abc import Callable

from mat_desktop.screens.shared.fields import Keep, LineField
from mat_desktop.screens.shared.parts import button
from mat_desktop.workshop.text import joined

_ANOTHER = "Somebody else with the same number"


class PhoneField(LineField):
    """`others` says who has a number already. The question stands under the field, and what was typed waits for it."""

    def __init__(self, title: str, keep: Keep, others: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(title, self._keep_asked)
        self._keep_phone, self._others = keep, others
        self._agreed = ""

    def _keep_asked(self, words: str, visit: str) -> str:
        names = self._others(words) if words != self._agreed else ()
        if not names:
            return self._keep_phone(words, visit)
        if not self.error.text():
            self._over.offer([button(_ANOTHER, lambda: self._agree(words))])
        has = "has" if len(names) == 1 else "have"
        return f"{joined(names)} {has} this number already. Is this somebody else? If not, type another number."

    def set(self, words: str, owner: object = None) -> None:
        """Show what is kept; what was said about another person's number counts for that person only."""
        if owner != self._owner:
            self._agreed = ""
        super().set(words, owner)

    def _agree(self, words: str) -> None:
        self._agreed = words
        self.edit.setFocus()
        self.commit()

    def _typed(self) -> None:
        """The number is read when the field is left; a question about another one goes."""
        if self.error.text():
            self.complain("")

    def complain(self, sentence: str) -> None:
        """Say what is wrong; the offer stays only under its question."""
        if not sentence:
            self._over.offer(())
        super().complain(sentence)
