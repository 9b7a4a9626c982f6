"""One way to say no: a sentence that tells what is wrong, where, and what to do."""


class Refusal(Exception):
    """A deed that was not done. The text is one plain sentence for the facilitator."""
