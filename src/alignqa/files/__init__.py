"""Which files belong together, and what git knows of them."""

from alignqa.files.document import Document, places_of, with_folders
from alignqa.files.finding_files import FoundFiles, find_documents
from alignqa.files.history import History, NoHistory, open_history

__all__ = [
    "Document",
    "FoundFiles",
    "History",
    "NoHistory",
    "find_documents",
    "open_history",
    "places_of",
    "with_folders",
]
