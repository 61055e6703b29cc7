"""The user's own terms: what must be rendered how, what must not, and what stays as it is."""

from alignqa.glossary.concept import Concept, Term
from alignqa.glossary.glossary import Glossary, Match
from alignqa.glossary.reading import read_glossary

__all__ = ["Concept", "Glossary", "Match", "Term", "read_glossary"]
