"""`python -m alignqa`."""

from __future__ import annotations

import sys

from alignqa.cli import main

if __name__ == "__main__":
    sys.exit(main())
