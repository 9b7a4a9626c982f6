"""What looks remember: the answer to a question, which is a function and its plain arguments."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TypeVar, TypeVarTuple

from mat_desktop.facilitation.ports import Rows

Question = TypeVarTuple("Question")
R = TypeVar("R")


def remembered(function: Callable[[Rows, *Question], R]) -> Callable[[Rows, *Question], R]:
    """Make a function one that is worked out once for each state of the tables which it reads.

    Everybody who asks is handed the same answer, so nobody changes it; inside a deed it is worked out afresh. What is
    asked with is plain: ids, words, days. What was read from the library before is no argument, for nobody would know
    any more from which tables the answer came; nor is a manner of showing, for the answer serves every page.

    Raises:
        TypeError: when it is called with anything else.
    """

    @wraps(function)
    def recalled(rows: Rows, /, *question: *Question) -> R:
        for argument in question:
            if not _is_plain(argument):
                raise TypeError(
                    f"{function.__qualname__} is remembered by what it is asked with, which is ids, words and days; "
                    f"it was handed a {type(argument).__name__}."
                )
        return rows.remembered(function, question)

    return recalled


def _is_plain(argument: object) -> bool:
    if isinstance(argument, tuple | frozenset):
        return all(_is_plain(one) for one in argument)
    return argument is None or isinstance(argument, int | str | date)
