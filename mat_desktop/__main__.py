"""`python -m mat_desktop` is the same as `mat-desktop`."""

import sys
from multiprocessing import freeze_support

from mat_desktop.cli import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
