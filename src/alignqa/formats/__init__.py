"""Reading files: one file a format."""

from alignqa.formats.pairs import of_lists
from alignqa.formats.reading import load, load_lines, load_plain, read_text
from alignqa.formats.registry import Format, all_formats
from alignqa.formats.writing import annotated, annotated_outputs, require_annotatable

__all__ = [
    "Format",
    "all_formats",
    "annotated",
    "annotated_outputs",
    "load",
    "load_lines",
    "load_plain",
    "of_lists",
    "read_text",
    "require_annotatable",
]
