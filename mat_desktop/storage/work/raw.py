"""Reading a library as it lies in the file, whatever somebody wrote into it: nothing is turned into things.

What checks a library must not stumble over what it is there to find.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading something ends in that was never written so."""


@contextmanager
def raw(connection: Connection) -> Iterator[Any]:
    """The driver's own connection; words that are no words are read with signs in their place, and differ then."""
    driver: Any = connection.connection.driver_connection
    before = driver.text_factory
    driver.text_factory = lambda words: words.decode("utf-8", "replace")
    try:
        yield driver
    finally:
        driver.text_factory = before
