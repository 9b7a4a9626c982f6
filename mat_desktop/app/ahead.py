"""What is read in before it is asked for, while a person reads or types."""

import threading


def start_reading_ahead() -> None:
    """Begin beside the window."""
    threading.Thread(target=_read_ahead, daemon=True).start()


def _read_ahead() -> None:
    """Import what comes next while a passphrase is typed or Today is read; Qt belongs to the other thread."""
    import argon2.low_level  # noqa: F401
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401
    import sqlcipher3.dbapi2  # noqa: F401

    from mat_desktop.storage.tables.mapping import map_everything

    map_everything()


def read_pages_ahead() -> None:
    """Import the window's pages between two events; Qt is only ever imported here."""
    import mat_desktop.screens.frame.window  # noqa: F401
