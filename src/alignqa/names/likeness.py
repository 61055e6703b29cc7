"""How alike a Latin spelling and a name in kana sound."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from alignqa.names.spelling import latin_letters, morae

_MOST_LETTERS = 4
# In hundredths of a nat. What a letter without a sound costs, and a sound without letters.
_LETTER_ALONE = 320
_MORA_ALONE = 450
# A partial alignment that far behind the best is given up; one below the floor, all of it.
_BEAM = 900
_FLOOR = -900
_NEVER = -math.inf
# No name has more letters than this for a mora, nor fewer.
_MOST_FOR_A_MORA, _FEWEST_FOR_A_MORA = 4.0, 0.6


class Sounds:
    """Weights of the pairings of a mora with letters, and the scale of the likeness.

    `weights[mora][letters]` is the pairing's information in hundredths of a nat; `scale` are the
    coefficients of a logistic over the sum in nats, the sum for each letter, and 1.
    """

    def __init__(self, weights: Mapping[str, Mapping[str, int]], scale: tuple[float, ...]) -> None:
        self._weights, self._scale = weights, scale

    def weigh(self, latin: str, katakana: str) -> float | None:
        """The best alignment's sum, in hundredths of a nat; `None` where there is none worth it."""
        letters, sounds = latin_letters(latin), morae(katakana)
        n = len(letters)
        if not n or not sounds:
            return None
        if not _FEWEST_FOR_A_MORA <= n / len(sounds) <= _MOST_FOR_A_MORA:
            return None
        groups = _groups(letters)
        # By how many letters are behind: the best that the morae so far come to.
        here = [0.0] + [_NEVER] * n
        for mora in sounds:
            weights = self._weights.get(mora, {})
            after = [_NEVER] * (n + 1)
            before = _NEVER
            for start, base in enumerate(here):
                # A letter that no mora renders.
                if before - _LETTER_ALONE > base:
                    base = before - _LETTER_ALONE
                before = base
                if base == _NEVER:
                    continue
                if base - _MORA_ALONE > after[start]:
                    after[start] = base - _MORA_ALONE
                for end, group in groups[start]:
                    weight = weights.get(group)
                    if weight is not None and base + weight > after[end]:
                        after[end] = base + weight
            best = max(after)
            if best < _FLOOR:
                return None
            here = [weight if weight > best - _BEAM else _NEVER for weight in after]
        return max(weight - _LETTER_ALONE * (n - end) for end, weight in enumerate(here))

    def pairing(self, letters: str, sounds: tuple[str, ...]) -> int:
        """The weight of letters for one mora; 0 where they are never paired."""
        return self._weights.get("".join(sounds), {}).get(letters, 0)

    def likeness(self, latin: str, katakana: str) -> float:
        """See `sound_likeness`."""
        weight = self.weigh(latin, katakana)
        if weight is None:
            return 0.0
        whole, each, constant = self._scale
        nats = weight / 100
        power = whole * nats + each * nats / len(latin_letters(latin)) + constant
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, power))))


@lru_cache(maxsize=10_000)
def _groups(letters: str) -> tuple[tuple[tuple[int, str], ...], ...]:
    """For each place the groups of letters that begin there, each with where it ends."""
    return tuple(
        tuple(
            (end, letters[start:end])
            for end in range(start, min(len(letters), start + _MOST_LETTERS) + 1)
        )
        for start in range(len(letters) + 1)
    )


@cache
def _embedded() -> Sounds:
    lines = (files("alignqa") / "data" / "names" / "sounds.tsv").read_text("utf-8").splitlines()
    weights: dict[str, dict[str, int]] = {}
    for line in lines[1:]:
        mora, letters, weight = line.split("\t")
        weights.setdefault(mora, {})[letters] = int(weight)
    return Sounds(weights, tuple(float(number) for number in lines[0].split("\t")))


@lru_cache(maxsize=100_000)
def sound_likeness(latin: str, katakana: str) -> float:
    """How surely a name in Latin letters and one in kana are the same by sound, 0 to 1.

    The best monotone alignment of the morae with groups of nought to four letters is weighed by
    pairings learned from JMnedict (`training/names.py`) and put on the scale of a probability: one
    name against the likest of a hundred others. 0 where either has no letter or no kana.
    """
    return _embedded().likeness(latin, katakana)


def sound_weight(letters: str, sounds: tuple[str, ...]) -> int:
    """How much letters say for a mora, in hundredths of a nat; 0 where they are never paired."""
    return _embedded().pairing(letters, sounds)


def sound_information(latin: str, katakana: str) -> float:
    """The sum in hundredths of a nat on which `sound_likeness` rests; at the floor where the two
    have nothing in common."""
    weight = _embedded().weigh(latin, katakana)
    return _FLOOR if weight is None else weight
