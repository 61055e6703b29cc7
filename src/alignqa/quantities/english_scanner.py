"""Cuts an English text into tokens, and keeps what is found among them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from alignqa.quantities.bounds import bound_of
from alignqa.quantities.collector import Collector
from alignqa.quantities.quantity import Bound
from alignqa.quantities.words_in_a_row import in_a_row
from alignqa.text import Lang, Span

_TOKEN = re.compile(
    r"""
    (?P<skip> https?://\S+ | www\.\S+ | [A-Za-z0-9_]{1,40}@[A-Za-z0-9.-]+ )
  | (?P<number> \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)? | \d{1,3}(?:[ ]000)+(?!\d)
      | \d+(?:\.\d+)? | (?<![\w.:%])\.\d+ )
  | (?P<word> (?:[A-Za-z]\.){2,} | [^\W\d_]+ )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
DASHES = frozenset("-–—‐‑−~〜～")
_APPROXIMATE = frozenset(
    in_a_row("about around nearly almost some roughly approximately circa over than least")
)
_MOST_DIGITS = 30


class Token(NamedTuple):
    """A number, a word or a mark; `low` is its text in lower case."""

    kind: str
    text: str
    low: str
    start: int
    end: int


END = Token("end", "", "", -2, -2)


class Scanner(Collector):
    """One text being read: its tokens and what was found so far."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.tokens = [
            Token(_kind(m), m.group(), m.group().lower(), m.start(), m.end())
            for m in _TOKEN.finditer(text)
        ]
        self.place = 0

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else END

    def touches(self, i: int) -> bool:
        """Token i + 1 follows token i without a space."""
        return self.at(i).end == self.at(i + 1).start

    def next_word(self, i: int) -> int:
        """The word after token i - 1, which ends at i, across a hyphen: "10-year", "10 year"."""
        if self.at(i).text in DASHES and self.touches(i - 1) and self.touches(i):
            return i + 1
        return i

    def is_approximate(self, span: Span) -> bool:  # noqa: ARG002
        return bool(self.place) and self.tokens[self.place - 1].low in _APPROXIMATE

    def bound(self, span: Span) -> tuple[Bound, Span] | None:
        return bound_of(self.text, span, Lang.ENGLISH)


def _kind(match: re.Match[str]) -> str:
    """The token's kind; no quantity has more digits than these."""
    kind = match.lastgroup or ""
    return "skip" if kind == "number" and len(match.group()) > _MOST_DIGITS else kind


def value_of(digits: str) -> Fraction:
    """The value of a number token."""
    return Fraction(digits.replace(",", "").replace(" ", ""))


def is_year(digits: str) -> bool:
    """A number token that may be a year of the calendar."""
    return len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100
