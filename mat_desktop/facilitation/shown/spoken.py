"""The guidance line: a lead word and a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SpokenLine:
    """One guidance line: its lead word (Say or Next) and the sentence."""

    lead: str
    words: str
