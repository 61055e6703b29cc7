"""From plain text to two texts: which paragraphs are whose, and what each is on its page."""

from alignqa.layout.language import language_of
from alignqa.layout.page import parts
from alignqa.layout.paragraphs import Paragraph, paragraphs_of
from alignqa.layout.sides import join, join_lines, split

__all__ = ["Paragraph", "join", "join_lines", "language_of", "paragraphs_of", "parts", "split"]
