"""`alignqa`, and `python -m alignqa`."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; whoever interrupts it while it is being loaded gets no traceback.

    Returns:
        Its exit status.
    """
    try:
        from alignqa.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
