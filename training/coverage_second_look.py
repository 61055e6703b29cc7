"""Fit the network of `alignqa.coverage.second_look`: which doubtful runs are left out or added.

    python training/coverage_second_look.py PAIRS.tsv... --out src/alignqa/data/coverage/second_look.npz

Needs torch; three minutes on a core. Each file holds one pair a line, English <TAB> Japanese; fitted
on the half of both references of WMT22 that the matcher has not seen. From every pair that allows it a
clause or a sentence is taken, in both languages and with two seeds, as in `benchmarks/drift.py`, to
every fourth something is added, to and from every second a short clause (`coverage_phrases.py`), and
from every paragraph a line is taken.

First the weights of single words: a logistic regression tells the words of what was taken out from
the rest of its sentence. Then the network, on pairs as wholes: of a pair from which something was
taken the likeliest run that shares half of its words with it (over their union), of an untouched
pair the likeliest run of all. Whatever speaks for a gap may only raise the odds (`run_features.SIGNS`), so
that a gap as plain as none that was planted is not thought the less likely for it. `NETS` small
networks from different seeds are trained apart and
joined side by side, so that the result is their mean.

What stays above in an untouched pair is now and then a true omission of the translator, so that the
`TRIMMED` likeliest do not count.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import coverage_phrases
import omissions
from alignqa.bitext import Pair
from alignqa.coverage.analysis import doubts
from alignqa.coverage.linked import word_features
from alignqa.coverage.run_features import SIGNS, Doubt, look, word_odds
from alignqa.judging import default_context
from alignqa.text import Lang, Span
from link_weights import fit
from planting import coverage as planting
from planting.plant import Row

Floats = NDArray[np.float64]
NETS, HIDDEN, STEPS, DECAY, RATE = 4, 8, 300, 0.15, 1e-2
SEEDS, ADDED_EVERY, SHORT_EVERY, TRIMMED = (7, 8), 4, 2, 0.005
RIGHT = 0.5
# Log-odds of a pair that has no run.
NONE = -30.0


@dataclass(frozen=True, eq=False)
class Example:
    """The doubtful stretches of a pair, and where in which side what is left out or added stands."""

    doubts: list[Doubt]
    span: Span | None
    lang: Lang | None
    is_omission: bool


@dataclass(frozen=True, eq=False)
class Table:
    """A row for each run: its features, its example's number, and whether it is right."""

    features: Floats
    example: NDArray[np.int64]
    right: NDArray[np.bool_]


def examples(path: Path, every: int = 1) -> Iterator[Example]:
    rows = omissions.rows_of(path)[::every]
    paragraphs = omissions.paragraphs(rows)
    whole = [(row[0], row[1], Lang.JAPANESE) for row in rows]
    whole += [omissions.whole(paragraph, Lang.JAPANESE) for paragraph in paragraphs]
    for pair in omissions.pairs_of(whole):
        yield Example(_doubts(pair), None, None, is_omission=False)
    for seed in SEEDS:
        plants = []
        for number, row in enumerate(rows):
            donor = rows[(number + (1, 2, 17, 40)[number % 4]) % len(rows)]
            both = Row(row[0], row[1], (donor[0], donor[1]))
            for lang in Lang:
                rng = random.Random(f"{seed} omission {lang} {number}")
                plants.append((planting.omit(both, lang, rng), True))
                if number % ADDED_EVERY == seed % ADDED_EVERY:
                    plants.append((planting.add(both, lang, rng), False))
                if number % SHORT_EVERY == seed % SHORT_EVERY:
                    rng = random.Random(f"{seed} short {lang} {number}")
                    plants.append((coverage_phrases.omit(both, lang, rng), True))
                    plants.append((coverage_phrases.add(both, lang, rng), False))
        made = [(plant, is_omission) for plant, is_omission in plants if plant]
        pairs = omissions.pairs_of([(plant.source, plant.target, plant.lang) for plant, _ in made])
        for pair, (plant, is_omission) in zip(pairs, made, strict=True):
            span = plant.source_span if is_omission else plant.target_span
            lang = plant.lang.other if is_omission else plant.lang
            yield Example(_doubts(pair), span, lang, is_omission)
        gone = omissions.in_paragraphs(paragraphs, random.Random(seed))
        pairs = omissions.pairs_of([(one.source, one.target, one.lang) for one in gone])
        for pair, one in zip(pairs, gone, strict=True):
            yield Example(_doubts(pair), one.span, one.lang.other, is_omission=True)


def _doubts(pair: Pair) -> list[Doubt]:
    context = default_context()
    return list(doubts(pair, context.vectors, context.linker))


def word_weights(found: list[Example], lang: Lang) -> Floats:
    """The weights of `linked.WORD_KINDS` and the intercept."""
    features, gone = [], []
    for example in found:
        if not example.is_omission or example.span is None or example.lang is not lang:
            continue
        for doubt in example.doubts:
            if doubt.stretch.lang is lang:
                counted = np.array([not word.is_number for word in doubt.own.words])
                inside = [
                    example.span.start <= word.span.start < example.span.end
                    for word in doubt.own.words
                ]
                features.append(
                    word_features(doubt.own.missing, doubt.own.links, doubt.own.read)[counted]
                )
                gone.append(np.array(inside, dtype=np.float64)[counted])
    model = fit(np.vstack(features), np.concatenate(gone))
    return np.append(model.weights, model.intercept)


def table(found: list[Example], weights: dict[Lang, Floats]) -> Table:
    features, owners, right = [np.zeros((0, len(SIGNS)))], [], []
    vectors = default_context().vectors
    for number, example in enumerate(found):
        for doubt in example.doubts:
            if example.span is not None and doubt.stretch.lang is not example.lang:
                continue
            odds = [word_odds(words, weights[words.lang]) for words in (doubt.own, doubt.other)]
            seen = look(doubt, odds[0], odds[1], vectors)
            if seen is None:
                continue
            features.append(seen.features)
            owners += [number] * len(seen.begin)
            right += _right(doubt, seen.begin, seen.end, example.span)
    return Table(np.vstack(features), np.array(owners), np.array(right, dtype=bool))


def _right(
    doubt: Doubt, begin: NDArray[np.int64], end: NDArray[np.int64], span: Span | None
) -> list[bool]:
    if span is None:
        return [False] * len(begin)
    words = doubt.stretch.words
    upto = np.cumsum([0, *(span.start <= word.span.start < span.end for word in words)])
    shared = upto[end] - upto[begin]
    union = end - begin + upto[-1] - shared
    return list(shared >= RIGHT * np.maximum(union, 1))


def train(rows: Tensor, runs: Table, found: list[Example], seed: int) -> nn.Sequential:
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(rows.shape[1], HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, 1))
    _point(net)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    planted = np.array([example.span is not None for example in found])
    sides = []
    for kept in (runs.right, ~planted[runs.example]):
        owners = np.unique(runs.example[kept])
        sides.append(
            (
                torch.from_numpy(np.flatnonzero(kept)),
                torch.from_numpy(np.searchsorted(owners, runs.example[kept])),
                owners,
            )
        )
    for step in range(STEPS):
        odds = net(rows).squeeze(-1)
        cut, whole = (
            torch.full((len(owners),), NONE).scatter_reduce(0, places, odds[kept], "amax")
            for kept, places, owners in sides
        )
        whole = whole.sort()[0][: int(len(whole) * (1 - TRIMMED))]
        loss = (nn.functional.softplus(-cut).sum() + nn.functional.softplus(whole).sum()) / len(cut)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        _point(net)
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / STEPS) + 1e-4
    return net


def _point(net: nn.Sequential) -> None:
    """Turn back every weight that points the other way than reason does."""
    signs = torch.tensor(SIGNS)
    with torch.no_grad():
        first = net[0].weight
        for sign in (1, -1):
            first[:, signs == sign] = (first[:, signs == sign] * sign).clamp(min=0) * sign
        net[2].weight.clamp_(min=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="every nth row")
    options = parser.parse_args()
    found = [example for path in options.files for example in examples(path, options.every)]
    weights = {lang: word_weights(found, lang) for lang in Lang}
    runs = table(found, weights)
    doubtful = sum(bool(example.doubts) for example in found if example.span is None)
    whole = sum(example.span is None for example in found)
    print(f"{len(found) - whole:,} planted, {whole:,} untouched, of these {doubtful:,} doubtful")
    middle, spread = runs.features.mean(axis=0), runs.features.std(axis=0) + 1e-6
    rows = torch.tensor(np.clip((runs.features - middle) / spread, -4, 4), dtype=torch.float32)
    nets = [train(rows, runs, found, seed) for seed in range(NETS)]
    layers = [(net[0], net[2]) for net in nets]
    np.savez(
        options.out,
        middle=middle.astype(np.float32),
        spread=spread.astype(np.float32),
        hidden=np.hstack([first.weight.detach().numpy().T for first, _ in layers]),
        hidden_offset=np.concatenate([first.bias.detach().numpy() for first, _ in layers]),
        out=np.concatenate([last.weight.detach().numpy()[0] for _, last in layers]) / NETS,
        out_offset=np.mean([last.bias.detach().numpy() for _, last in layers], axis=0),
        **{f"word_{lang}": weights[lang].astype(np.float32) for lang in Lang},
    )


if __name__ == "__main__":
    main()
