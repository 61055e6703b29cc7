"""Fit how a negation without a counterpart is told from a free rendering.

    python training/polarity.py PAIRS/ [--seed 0]

Reads the pair files that `sources.toml` names. The pairs whose sides say *not* equally often are the
soil: one negation is planted into either side of a sample of them or taken out (`benchmarks/flips`),
or one that stands there is read over (`overlooked.py`). Those where the sides differ by nature are
the other class. Two logistic regressions, one for a negation too many on either side, learn to tell
the two from the words of the other side, the negated word and its neighbours, and the cosine of its
nearest word over there (`alignqa.polarity.imbalance`). Writes `data/polarity/weights.tsv` and prints
how well a held-out tenth is told apart.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from alignqa.judging import default_context
from alignqa.polarity import english_negations
from alignqa.polarity.evidence import Linked
from alignqa.polarity.imbalance import Imbalance, imbalance, surplus_of
from alignqa.polarity.model import WEIGHTS
from alignqa.polarity.renderings import dictionary
from alignqa.text import Lang
from overlooked import overlooked
from pairs import read_pairs, sources

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from flips import english_flips, japanese_flips

# Lists of titles and words hold no sentences.
_NO_PROSE = {"kyotowiki_titles", "kyotowiki_lexicon", "cldr_names", "legal_terms", "jmdict_glosses",
             "jmnedict_names", "software_messages", "software_messages_extra"}  # fmt: skip
_AT_MOST = {"kyotowiki": 40_000, "tatoeba": 50_000, "tanaka": 50_000}
_AT_MOST_OF_THE_REST = 6_000
# Of the sources that have more than that, so many pairs more are read for what differs by nature.
_MORE, _MORE_OF_THE_REST = {"kyotowiki": 60_000}, 14_000
_SEEN_OFTEN_ENOUGH = 4
_LONGEST = 800
_PLANTED_FOR_ONE = {"kyotowiki": 0.06}
# Shares of the plants.
_TAKEN_OUT, _INTO_ENGLISH = 0.7, 0.4
# Of the pairs whose sides deny equally often, so many are read with one denial less.
_READ_OVER = 0.6
_WORTH_KEEPING = 0.1
_LOOSENESS = 0.6
# What single words of the other side tell is told less loosely, since it holds for the sources more
# than for language.
_OTHER_WORDS, _SCALE = "other:", 0.3

# Features, whether it was planted, and the source.
Example = tuple[dict[str, float], int, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    examples = _examples(options.folder, random.Random(options.seed))
    for lang, found in _natural(options.folder, random.Random(options.seed + 1)).items():
        examples[lang] += found
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
                _learn_from(english, japanese, source.name, chance, examples)
        print(source.name, {lang.value: len(rows) for lang, rows in examples.items()}, flush=True)
    return examples


def _natural(folder: Path, chance: random.Random) -> dict[Lang, list[Example]]:
    """More pairs whose sides differ by nature, of the sources of which the first sample left some.

    They are what the model errs on: a tenth of all pairs, where a plant can be had of any.
    """
    examples: dict[Lang, list[Example]] = {Lang.JAPANESE: [], Lang.ENGLISH: []}
    for source in sources():
        if source.name in _NO_PROSE:
            continue
        pairs = read_pairs(folder, source)
        if len(pairs) <= _AT_MOST.get(source.name, _AT_MOST_OF_THE_REST):
            continue
        more = _MORE.get(source.name, _MORE_OF_THE_REST)
        for english, japanese in chance.sample(pairs, min(more, len(pairs))):
            if not (len(english) < _LONGEST and len(japanese) < _LONGEST and " " in english):
                continue
            if surplus_of(english, japanese) and (found := _imbalance(english, japanese)):
                examples[found.lang].append((found.features, 0, source.name))
        print(source.name, {lang.value: len(rows) for lang, rows in examples.items()}, flush=True)
    return examples


def _imbalance(english: str, japanese: str) -> Imbalance | None:
    context = default_context()
    links = _links(english, japanese)
    return imbalance(english, japanese, context.vectors.of, dictionary(context.lexicon), links)


def _overlooked(english: str, japanese: str, chance: random.Random) -> Imbalance | None:
    """One denial of either side read over."""
    context = default_context()
    lang = chance.choice(list(Lang))
    links = _links(english, japanese)
    if lang is Lang.ENGLISH:
        links = [(right, left, sure) for left, right, sure in links]
    texts = {Lang.ENGLISH: english, Lang.JAPANESE: japanese}
    return overlooked(texts, lang, links, context.vectors.of, dictionary(context.lexicon), chance)


def _links(english: str, japanese: str) -> list[Linked]:
    links = default_context().linker.link(english, japanese).links
    return [(link.english, link.japanese, link.confidence) for link in links]


def _learn_from(
    english: str,
    japanese: str,
    source: str,
    chance: random.Random,
    examples: dict[Lang, list[Example]],
) -> None:
    if surplus_of(english, japanese):
        if found := _imbalance(english, japanese):
            examples[found.lang].append((found.features, 0, source))
        return
    negated = bool(english_negations(english))
    if (
        negated
        and chance.random() < _READ_OVER
        and (found := _overlooked(english, japanese, chance))
    ):
        examples[found.lang].append((found.features, 1, source))
    if not negated and chance.random() > _PLANTED_FOR_ONE.get(source, 0.15):
        return
    wanted = "removed" if negated and chance.random() < _TAKEN_OUT else "added"
    if chance.random() < _INTO_ENGLISH:
        flips = [flip.text for flip in english_flips(english) if flip.kind == wanted]
        changed = [(text, japanese) for text in flips]
    else:
        flips = [flip.text for flip in japanese_flips(japanese) if flip.kind == wanted]
        changed = [(english, text) for text in flips]
    if changed:
        left, right = chance.choice(changed)
        if abs(surplus_of(left, right)) == 1 and (found := _imbalance(left, right)):
            examples[found.lang].append((found.features, 1, source))


def _weights(examples: list[Example]) -> NDArray[np.float64]:
    """Within each source the two classes weigh the same, so that the model does not learn which
    source a text is from; a large source weighs less than its size."""
    groups = Counter((source, label) for _, label, source in examples)
    weights = np.array(
        [
            (groups[source, 0] + groups[source, 1]) ** 0.5 / max(groups[source, label], 8)
            for _, label, source in examples
        ]
    )
    return weights / weights.mean()


def _fit(lang: Lang, examples: list[Example]) -> tuple[list[tuple[str, float]], float]:
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
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(kept)
    held_out = np.arange(len(truth)) % 10 == 0
    model = LogisticRegression(C=_LOOSENESS, max_iter=400)
    model.fit(rows[~held_out], truth[~held_out], sample_weight=_weights(examples)[~held_out])
    for name, part in (("train", ~held_out), ("held out", held_out)):
        area = roc_auc_score(truth[part], model.decision_function(rows[part]))
        print(
            f"{lang.value} {name}: {part.sum()} of which planted {truth[part].sum()}, AUC {area:.3f}"
        )
    weights = [
        (name, float(weight) * _scale(name))
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) * _scale(name) >= _WORTH_KEEPING and "\t" not in name and "\n" not in name
    ]
    return weights, float(model.intercept_[0])


def _scale(name: str) -> float:
    return _SCALE if name.startswith(_OTHER_WORDS) else 1.0


if __name__ == "__main__":
    main()
