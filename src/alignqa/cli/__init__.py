"""The command line: commands and exit statuses, nothing else."""

from alignqa.cli.main import main

__all__ = ["main"]
