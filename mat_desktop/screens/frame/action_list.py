"""The searchable list of everything that can be done, with its keys; a form code typed here opens its sheet."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.frame.actions import Action
from mat_desktop.screens.shared.pick_by_words import PickByWords, PickWords
from mat_desktop.workshop.codes import shown_code, typed_code

_SAID = PickWords(
    title="What can be done",
    question="What do you want to do? Type some of its words, or the code of a sheet.",
    example="undo, print, H7K2 6C",
    line="Words of what you want to do, or a form code",
    list="What can be done",
    nothing="Nothing is called that here. Try fewer letters.",
    take="Do it",
)


class ActionList(PickByWords):
    """Everything that can be done. `chosen` or `code` says what was chosen, neither that she left."""

    def __init__(self, window: QWidget, actions: tuple[Action, ...]) -> None:
        super().__init__(window, _SAID)
        self._actions = actions
        self.chosen: Action | None = None
        self.code = ""
        self.look()
        self.words.setFocus()

    def fitting(self, words: str) -> Iterator[tuple[str, object]]:
        """Actions with all of these words; the sheet of a code last, for six letters of a button are a code as well."""
        asked = words.casefold().split()
        for action in self._actions:
            if all(word in f"{action.named} {action.menu}".casefold() for word in asked):
                yield action.named, action
        code = typed_code(words)
        if code is not None:
            yield f"Open the sheet with the code {shown_code(code)}", code

    def choose(self, marked: object) -> None:
        """Keep the action, or the code of the sheet."""
        if isinstance(marked, Action):
            self.chosen = marked
        else:
            self.code = str(marked)
