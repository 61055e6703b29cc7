"""Fit how pleasant a word is, from its vector (`data/quality/sentiment.npz`).

    python training/sentiment.py --lexicon vader_lexicon.txt --pairs FOLDER --out FILE.npz

The lexicon is VADER's (github.com/cjhutto/vaderSentiment, MIT): 7,500 English words, each with the
mean of ten people's judgements, −4 to 4. The frequent words of both languages that it does not name
count as neither pleasant nor unpleasant. Ridge regression on the embedded encoder's vectors, which
both languages share; prints how well left-out words are told. Seconds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_predict

from alignqa.pipeline import default_context
from alignqa.scoring.sides import word_texts
from alignqa.text import Lang
from pairs import read_pairs, sources

_READ = ("tatoeba", "kyotowiki")
_PAIRS_OF_EACH = 10_000
_FREQUENT = 3_000
_HELD_DOWN = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lexicon", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    judged = {
        word: float(mean)
        for word, mean, *_ in (
            line.split("\t") for line in options.lexicon.read_text("utf-8").split("\n") if line
        )
        if word.isascii() and word.isalpha()
    }
    neutral = [word for word in _frequent(options.pairs) if word not in judged]
    vectors = default_context().vectors
    words, other = vectors.of(list(judged)), vectors.of(neutral)
    means = np.array(list(judged.values()))
    folds = KFold(5, shuffle=True, random_state=0)
    guesses = cross_val_predict(Ridge(_HELD_DOWN), words, means, cv=folds)
    print(
        f"{len(judged):,} judged words, left out: correlation "
        f"{np.corrcoef(guesses, means)[0, 1]:.3f}; {len(neutral):,} others"
    )
    fitted = Ridge(_HELD_DOWN).fit(np.vstack([words, other]), np.r_[means, np.zeros(len(neutral))])
    np.savez(
        options.out,
        weights=np.float16(fitted.coef_),
        constant=np.float32(fitted.intercept_),
    )
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


def _frequent(folder: Path) -> list[str]:
    """The most frequent words of each language in some of the training pairs."""
    counts: dict[Lang, Counter[str]] = {lang: Counter() for lang in Lang}
    for source in sources():
        if source.name in _READ:
            for pair in read_pairs(folder, source)[:_PAIRS_OF_EACH]:
                for text, lang in zip(pair, (Lang.ENGLISH, Lang.JAPANESE), strict=True):
                    counts[lang].update(word_texts(text, lang))
    return [word for lang in Lang for word, _ in counts[lang].most_common(_FREQUENT)]


if __name__ == "__main__":
    main()
