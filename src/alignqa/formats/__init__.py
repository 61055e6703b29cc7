"""Reading files: one file a format."""

from alignqa.formats.pairs import of_lists
from alignqa.formats.reading import load, load_plain, read_text
from alignqa.formats.registry import Format, all_formats

__all__ = ["Format", "all_formats", "load", "load_plain", "of_lists", "read_text"]
