"""One way to say no: a sentence that tells what is wrong, where, and what to do."""


class Refusal(Exception):  # noqa: N818  a refusal is an answer, not a fault of the program
    """A deed that was not done. The text is one plain sentence for the facilitator."""
