"""Cutting words into the likeliest tokens of a vocabulary.

The same as the `tokenizers` library's Unigram model does, which takes several times longer to read
the vocabulary than the standard library does.
"""

from __future__ import annotations

from collections.abc import Sequence

# How much less likely than the least likely token an unknown character is, in log-probability.
_UNKNOWN_PENALTY = 10.0


class Unigram:
    """A vocabulary with the log-probability of each token (Kudo 2018).

    Args:
        vocabulary: each token with its log-probability; its number is its place.
        unknown: the number of the token that stands for what has none.
    """

    def __init__(self, vocabulary: Sequence[tuple[str, float]], unknown: int | None) -> None:
        self._numbers = {token: number for number, (token, _) in enumerate(vocabulary)}
        self._scores = [score for _, score in vocabulary]
        # By its first character, since few tokens are long.
        self._longest: dict[str, int] = {}
        for token in self._numbers:
            if len(token) > self._longest.get(token[:1], 0):
                self._longest[token[0]] = len(token)
        self._unknown = unknown
        self._unknown_score = min(self._scores, default=0.0) - _UNKNOWN_PENALTY

    def tokens(self, text: str) -> list[int]:
        """The numbers of the tokens whose log-probabilities have the greatest sum, without those of
        what is unknown."""
        # For each place: the best sum up to there, and the last token with its beginning.
        best: list[tuple[float, int, int | None] | None] = [None] * (len(text) + 1)
        best[0] = (0.0, 0, None)
        for start in range(len(text)):
            # Each place is reached: a character by itself is a token, or unknown.
            so_far = best[start][0]  # type: ignore[index]
            longest = self._longest.get(text[start], 1)
            for end in range(start + 1, min(len(text), start + longest) + 1):
                number = self._numbers.get(text[start:end])
                if number is not None:
                    score = so_far + self._scores[number]
                elif end == start + 1:
                    number, score = self._unknown, so_far + self._unknown_score
                else:
                    continue
                known = best[end]
                if known is None or score > known[0]:
                    best[end] = (score, start, number)
        found = []
        end = len(text)
        while end:
            _, start, number = best[end]  # type: ignore[misc]
            if number is not None and number != self._unknown:
                found.append(number)
            end = start
        return found[::-1]
