"""No picture of this process is left on the disk when it falls: it would hold the data key, the passphrase and names.

This module imports nothing of ours, so that every process can begin with it.
"""

import contextlib
import sys

_PR_SET_DUMPABLE = 4


def leave_no_dumps() -> None:
    """Ask the system to write no core dump of this process; each one asks, for a new process does not inherit all.

    On Linux nobody of the same name may look into its memory then either.
    """
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
