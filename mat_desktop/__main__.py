"""`python -m mat_desktop` is the same as `mat-desktop`."""

import sys

from mat_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
