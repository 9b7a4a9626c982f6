"""One way to say no: a sentence that tells what is wrong, where, and what to do."""


class Refusal(Exception):
    """A deed that was not done. The text is one plain sentence for the facilitator."""


NOT_SAVED = "NOT saved: "
"""How the sentence begins where a disk did not take something."""


def without_saving(sentence: str) -> str:
    """The same sentence where something was only read, and nothing was to be saved."""
    why = sentence.removeprefix(NOT_SAVED)
    return why[:1].upper() + why[1:]
