"""What must happen before the rest is imported: PySide stops reading the source of every module that follows.

It does so to see whether a module may switch its "features" (snake_case names and the like) on. This program uses
none, and reading some 300 files costs a fifth of every start.
"""

from PySide6 import QtCore  # noqa: F401  brings shibokensupport with it
from shibokensupport import feature

if hasattr(feature, "_mod_uses_pyside"):
    # There is no public switch. "No" is also the answer for a module whose source cannot be read, as in a frozen build.
    feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001
