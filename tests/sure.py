"""Saying in a test what must be there, so that a type checker and a reader know it from then on."""

from typing import Any, TypeVar

T = TypeVar("T")


def sure(thing: T | None) -> T:
    """The thing, which must be there."""
    assert thing is not None, "There is none."
    return thing


def sure_of(kind: type[T], thing: Any) -> T:
    """The thing, which must be of this kind."""
    assert isinstance(thing, kind), f"This is a {type(thing).__name__}."
    return thing
