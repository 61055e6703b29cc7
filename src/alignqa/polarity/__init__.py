"""Negation and its like: where a text says not, in either language."""

from alignqa.polarity.english import english_negations
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import Negation, surplus

__all__ = ["Negation", "english_negations", "japanese_negations", "surplus"]
