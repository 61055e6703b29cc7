"""The bilingual dictionary, and its terms in running text."""

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key, japanese_key
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.terms import Term, english_terms, japanese_terms

__all__ = [
    "Entry",
    "Lexicon",
    "Term",
    "english_key",
    "english_terms",
    "japanese_key",
    "japanese_terms",
]
