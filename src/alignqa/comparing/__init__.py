"""Two reports on translations of one source, compared passage by passage and word by word."""

from alignqa.comparing.comparison import compare
from alignqa.comparing.passages import passages

__all__ = ["compare", "passages"]
