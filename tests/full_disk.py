"""A disk that takes nothing more, for a while: the system itself refuses every write to a file of this process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_a_system_that_refuses = pytest.mark.skipif(os.name != "posix", reason="only here a process can be refused room")


@contextmanager
def no_room(beyond: int = 0) -> Iterator[None]:
    """Whoever writes to a file beyond so many bytes is refused by the system; afterwards there is room again."""
    if os.name != "posix":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (beyond, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
