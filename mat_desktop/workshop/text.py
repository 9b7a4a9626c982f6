"""What the user typed, made safe to keep and to print: letters stay, control marks go."""

import unicodedata

NAME_LIMIT = 200
TEXT_LIMIT = 4000

_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def clean(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text in composed form, without control and direction-override marks, cut at `limit` characters.

    Line breaks and tabs stay: they are what a person typed on purpose.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = (c for c in composed if c in "\n\t" or (unicodedata.category(c) != "Cc" and c not in _DIRECTION_MARKS))
    return "".join(kept).strip()[:limit]


def clean_name(text: str) -> str:
    """A name on one line: every run of white space is one blank."""
    return " ".join(clean(text, TEXT_LIMIT).split())[:NAME_LIMIT]


def joined(names: list[str] | tuple[str, ...]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def word_set(text: str) -> frozenset[str]:
    """The words of a line, for tables of words in the code."""
    return frozenset(text.split())
