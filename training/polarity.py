"""Fit how a negation without a counterpart is told from a free rendering.

    python training/polarity.py PAIRS/ [--seed 0]

Reads the pair files that `sources.toml` names. The pairs whose sides say *not* equally often are the
soil: one negation is planted into either side of a sample of them or taken out (`benchmarks/flips`).
Those where the sides differ by nature are the other class. Two logistic regressions, one for a
negation too many on either side, learn to tell the two from the words of the other side, the
negated word and its neighbours, and the cosine of its nearest word over there
(`alignqa.polarity.imbalance`). Writes `data/polarity/weights.tsv` and prints how well a held-out
tenth is told apart.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from alignqa.checks.negation_mismatch import dictionary
from alignqa.pipeline import default_context
from alignqa.polarity import english_negations, japanese_negations
from alignqa.polarity.imbalance import Imbalance, imbalance
from alignqa.polarity.model import WEIGHTS
from alignqa.text import Lang
from pairs import read_pairs, sources

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from flips import english_flips, japanese_flips

# Lists of titles and words hold no sentences.
_NO_PROSE = {"kyotowiki_titles", "kyotowiki_lexicon", "cldr_names", "legal_terms", "jmdict_glosses",
             "jmnedict_names", "software_messages", "software_messages_extra"}  # fmt: skip
_AT_MOST = {"kyotowiki": 150_000, "tatoeba": 40_000, "tanaka": 40_000}
_AT_MOST_OF_THE_REST = 8_000
_SEEN_OFTEN_ENOUGH = 5
_LONGEST = 800
_PLANTED_FOR_ONE = 0.15
_WORTH_KEEPING = 0.08

Example = tuple[dict[str, float], int]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    examples = _examples(options.folder, random.Random(options.seed))
    lines = []
    for lang in (Lang.JAPANESE, Lang.ENGLISH):
        weights, bias = _fit(lang, examples[lang])
        lines.append(f"{lang.value}\t\t{bias:.3f}")
        lines += [f"{lang.value}\t{name}\t{weight:.3f}" for name, weight in weights]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights in {WEIGHTS}")


def _examples(folder: Path, chance: random.Random) -> dict[Lang, list[Example]]:
    examples: dict[Lang, list[Example]] = {Lang.JAPANESE: [], Lang.ENGLISH: []}
    for source in sources():
        if source.name in _NO_PROSE:
            continue
        pairs = read_pairs(folder, source)
        at_most = _AT_MOST.get(source.name, _AT_MOST_OF_THE_REST)
        if len(pairs) > at_most:
            pairs = chance.sample(pairs, at_most)
        for english, japanese in pairs:
            english = english.replace(" n't", "n't").replace(" 't ", "'t ")
            if len(english) < _LONGEST and len(japanese) < _LONGEST and " " in english:
                _learn_from(english, japanese, chance, examples)
        print(source.name, {lang.value: len(rows) for lang, rows in examples.items()}, flush=True)
    return examples


def _imbalance(english: str, japanese: str) -> Imbalance | None:
    context = default_context()
    return imbalance(english, japanese, context.vectors.of, dictionary(context.lexicon))


def _learn_from(
    english: str,
    japanese: str,
    chance: random.Random,
    examples: dict[Lang, list[Example]],
) -> None:
    if found := _imbalance(english, japanese):
        examples[found.lang].append((found.features, 0))
        return
    negated = bool(english_negations(english))
    if not negated and chance.random() > _PLANTED_FOR_ONE:
        return
    wanted = "removed" if negated and chance.random() < 0.7 else "added"
    if chance.random() < 0.4:
        flips = [flip.text for flip in english_flips(english) if flip.kind == wanted]
        changed = [(text, japanese) for text in flips]
    else:
        flips = [flip.text for flip in japanese_flips(japanese) if flip.kind == wanted]
        changed = [(english, text) for text in flips]
    if changed:
        left, right = chance.choice(changed)
        difference = len(japanese_negations(right)) - len(english_negations(left))
        if abs(difference) == 1 and (found := _imbalance(left, right)):
            examples[found.lang].append((found.features, 1))


def _fit(lang: Lang, examples: list[Example]) -> tuple[list[tuple[str, float]], float]:
    often = Counter(name for features, _ in examples for name in features)
    kept = [
        {name: value for name, value in features.items() if often[name] >= _SEEN_OFTEN_ENOUGH}
        for features, _ in examples
    ]
    truth = np.array([label for _, label in examples])
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(kept)
    held_out = np.arange(len(truth)) % 10 == 0
    model = LogisticRegression(C=0.3, max_iter=400, class_weight="balanced")
    model.fit(rows[~held_out], truth[~held_out])
    for name, part in (("train", ~held_out), ("held out", held_out)):
        area = roc_auc_score(truth[part], model.decision_function(rows[part]))
        print(
            f"{lang.value} {name}: {part.sum()} of which planted {truth[part].sum()}, AUC {area:.3f}"
        )
    weights = [
        (name, float(weight))
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= _WORTH_KEEPING and "\t" not in name and "\n" not in name
    ]
    return weights, float(model.intercept_[0])


if __name__ == "__main__":
    main()
