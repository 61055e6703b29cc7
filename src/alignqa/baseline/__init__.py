"""Findings that are known and accepted, or to be mended another day."""

from alignqa.baseline.baseline import Baseline, Entry
from alignqa.baseline.file import as_text, read_baseline

__all__ = ["Baseline", "Entry", "as_text", "read_baseline"]
