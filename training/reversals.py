"""Fit how a word rendered by its opposite is told from two words that only happen to be opposites.

    python training/reversals.py PAIRS/ [--seed 0]

Reads the pair files that `sources.toml` names. Words at opposite ends of an opposition that stand
in true translations are the one class; for the other, in a sample of the pairs one word that stands
in the table of oppositions is replaced by a word of the other end that another text has. A logistic
regression learns to tell the two from cosines, links, the words beside and the words themselves
(`alignqa.polarity.reversal`). Writes `data/polarity/reversal.tsv` and prints how well a held-out
tenth is told apart.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from alignqa.judging import default_context
from alignqa.polarity.model import REVERSAL_WEIGHTS
from alignqa.polarity.opposed import opposed
from alignqa.polarity.oppositions import poles
from alignqa.polarity.reversal import Reversal, reversals
from alignqa.polarity.turned import plain
from alignqa.text import Lang
from pairs import read_pairs, sources

_NO_PROSE = {"kyotowiki_titles", "kyotowiki_lexicon", "cldr_names", "legal_terms", "jmdict_glosses",
             "jmnedict_names", "software_messages", "software_messages_extra"}  # fmt: skip
_AT_MOST = {"kyotowiki": 20_000, "tatoeba": 42_000, "tanaka": 50_000}
_AT_MOST_OF_THE_REST = 4_000
_LONGEST = 600
_PLANTED = 0.12
_SEEN_OFTEN_ENOUGH = 4
_WORTH_KEEPING = 0.05
_LOOSENESS = 0.3
# What single words tell is told less loosely, since it holds for the sources more than for language.
_LEXICAL = {"english:": 0.5, "japanese:": 0.5, "opposition:": 0.5}

# Features, whether it was planted, and the source.
Example = tuple[dict[str, float], int, str]
# Words seen at one end of an opposition, by its name, the end, the language and their ending.
Others = dict[tuple[str, int, Lang, str], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    weights, bias = _fit(_examples(options.folder, random.Random(options.seed)))
    lines = [f"\t{bias:.3f}", *(f"{name}\t{weight:.3f}" for name, weight in weights)]
    REVERSAL_WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights in {REVERSAL_WEIGHTS}")


def _examples(folder: Path, chance: random.Random) -> list[Example]:
    examples: list[Example] = []
    for source in sources():
        if source.name in _NO_PROSE:
            continue
        pairs = [
            (english, japanese)
            for english, japanese in read_pairs(folder, source)
            if len(english) < _LONGEST and len(japanese) < _LONGEST and " " in english
        ]
        at_most = _AT_MOST.get(source.name, _AT_MOST_OF_THE_REST)
        if len(pairs) > at_most:
            pairs = chance.sample(pairs, at_most)
        others = _seen(pairs)
        for english, japanese in pairs:
            examples += [(r.features, 0, source.name) for r in _reversals(english, japanese)]
            if chance.random() < _PLANTED:
                planted = _planted(english, japanese, chance, others)
                examples += [(r.features, 1, source.name) for r in planted]
        print(source.name, Counter(label for _, label, _ in examples), flush=True)
    return examples


def _reversals(english: str, japanese: str) -> list[Reversal]:
    candidates = plain(opposed(english, japanese), english, japanese)
    if not candidates:
        return []
    context = default_context()
    links = [
        (link.english, link.japanese, link.confidence)
        for link in context.linker.link(english, japanese).links
    ]
    return reversals(candidates, english, japanese, context.vectors.of, links)


def _planted(english: str, japanese: str, chance: random.Random, others: Others) -> list[Reversal]:
    """The likeliest reversal of a word that has been replaced by one of its opposites."""
    both = [
        (left, right)
        for left in poles(english, Lang.ENGLISH)
        for right in poles(japanese, Lang.JAPANESE)
        if (left.name, left.end) == (right.name, right.end)
    ]
    if not both:
        return []
    left, right = chance.choice(both)
    lang = chance.choice(list(Lang))
    pole, text = (left, english) if lang is Lang.ENGLISH else (right, japanese)
    old = pole.span.of(text)
    words = others.get((pole.name, 1 - pole.end, lang, _make(old)))
    if not words:
        return []
    word = chance.choice(words)
    changed = text[: pole.span.start] + word + text[pole.span.end :]
    texts = (changed, japanese) if lang is Lang.ENGLISH else (english, changed)
    found = [
        reversal
        for reversal in _reversals(*texts)
        if (reversal.english if lang is Lang.ENGLISH else reversal.japanese).span.start
        == pole.span.start
    ]
    nearest = min((reversal.apart for reversal in found), default=0.0)
    return [reversal for reversal in found if reversal.apart == nearest]


def _make(word: str) -> str:
    """The ending, by which words of the same form are found: increased, fallen; 増えた, 多く."""
    if word.isascii():
        return next((ending for ending in ("ed", "ing", "s") if word.endswith(ending)), "")
    return word[-1] if "ぁ" <= word[-1] <= "ん" else "kanji"


def _seen(pairs: list[tuple[str, str]]) -> Others:
    words: Others = defaultdict(list)
    for pair in pairs:
        for lang, text in zip((Lang.ENGLISH, Lang.JAPANESE), pair, strict=True):
            for pole in poles(text, lang):
                word = pole.span.of(text)
                words[pole.name, pole.end, lang, _make(word)].append(word)
    return words


def _fit(examples: list[Example]) -> tuple[list[tuple[str, float]], float]:
    often = Counter(name for features, _, _ in examples for name in features)
    kept = [
        {
            name: value * _scale(name)
            for name, value in features.items()
            if often[name] >= _SEEN_OFTEN_ENOUGH
        }
        for features, _, _ in examples
    ]
    truth = np.array([label for _, label, _ in examples])
    groups = Counter((source, label) for _, label, source in examples)
    balance = np.array(
        [
            (groups[source, 0] + groups[source, 1]) ** 0.5 / max(groups[source, label], 8)
            for _, label, source in examples
        ]
    )
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(kept)
    held_out = np.arange(len(truth)) % 10 == 0
    model = LogisticRegression(C=_LOOSENESS, max_iter=600)
    weight = balance / balance.mean()
    model.fit(rows[~held_out], truth[~held_out], sample_weight=weight[~held_out])
    for name, part in (("train", ~held_out), ("held out", held_out)):
        area = roc_auc_score(truth[part], model.decision_function(rows[part]))
        print(f"{name}: {part.sum()} of which planted {truth[part].sum()}, AUC {area:.3f}")
    weights = [
        (name, float(value) * _scale(name))
        for name, value in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(value) * _scale(name) >= _WORTH_KEEPING and "\t" not in name
    ]
    return weights, float(model.intercept_[0])


def _scale(name: str) -> float:
    return next((scale for kind, scale in _LEXICAL.items() if name.startswith(kind)), 1.0)


if __name__ == "__main__":
    main()
