"""Praise and blame on either side of a pair: whether they are kept, and which words lose them.

One direction of the embedded encoder's space, fitted to the judgements of English words that the
VADER lexicon gives (Hutto and Gilbert 2014), says how pleasant a word of either language is:
+ is pleasant. Nothing is decided here: the figures are evidence for the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from alignqa.scoring.sides import Rows, Sides

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "sentiment.npz"
# A word whose best cosine with the other side is this is rendered.
_RENDERED = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Sentiment:
    """How pleasant a word is: a weighted sum of its unit vector's numbers, about −4 to 4."""

    weights: Rows
    constant: float

    def of(self, rows: Rows) -> Rows:
        """One figure a word."""
        return np.asarray(rows @ self.weights + self.constant)


@cache
def shipped_sentiment(file: Path = EMBEDDED) -> Sentiment:
    """The weights as `training/sentiment.py` writes them, loaded once."""
    with np.load(file) as stored:
        return Sentiment(stored["weights"].astype(np.float32), float(stored["constant"]))


def sentiment(sides: Sides, english: Rows, japanese: Rows) -> dict[str, float]:
    """Named figures of a pair that has words on both sides.

    `english` and `japanese` are the best cosines of each word with the other side.
    """
    found: dict[str, float] = {}
    for name, words, best in (("en", sides.english, english), ("ja", sides.japanese, japanese)):
        tones = shipped_sentiment().of(words.rows)
        lost = np.maximum(_RENDERED - best, 0.0)
        for tone, felt in (("praise", np.maximum(tones, 0)), ("blame", np.maximum(-tones, 0))):
            found[f"{tone}_{name}"] = float(felt.sum())
            found[f"{tone}_most_{name}"] = float(felt.max())
            found[f"{tone}_uncovered_{name}"] = float(felt @ lost)
    for tone in ("praise", "blame"):
        more = found[f"{tone}_most_en"] - found[f"{tone}_most_ja"]
        found[f"{tone}_only_en"], found[f"{tone}_only_ja"] = max(more, 0.0), max(-more, 0.0)
    balance = {name: found[f"praise_{name}"] - found[f"blame_{name}"] for name in ("en", "ja")}
    found["tone_apart"] = abs(balance["en"] - balance["ja"])
    return found
