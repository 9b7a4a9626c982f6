"""What is handed over to one person: the certificate of erasure, and their record."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What was erased, what stays, and what could not be reached. It names nobody, and no copy is kept."""

    erased: str
    stays_head: str
    stays: str
    others: str
    beyond_head: str
    beyond: str
    by_hand: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RecordLine:
    """One thing that is kept, and what the person says about it where that is something else."""

    head: str
    words: str
    correction: str


@dataclass(frozen=True, kw_only=True)
class RecordPart:
    """One part of a record."""

    title: str
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True, kw_only=True)
class RecordSheet:
    """What is kept about one person, handed over to them in person."""

    name: str
    made_on: str
    intro: str
    parts: tuple[RecordPart, ...]
    foot: tuple[str, ...]
