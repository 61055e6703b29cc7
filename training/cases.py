"""Fit how likely a Japanese noun is to stand with を rather than with が before a verb.

    python training/cases.py PAIRS/ [--out src/alignqa/data/polarity/cases.npz] [--held-out] [--seed 0]

Reads the Japanese side of the pair files that `sources.toml` names and takes every noun with が or を
and the verb after it (`alignqa.polarity.cases`); a noun with は counts as one with が where the verb
has an を besides. A network of one hidden layer and a bilinear product, over the encoder's vectors of
the two words, learns which of the particles it is. `--held-out` fits without a tenth of the nouns and
a tenth of the verbs, prints how well their particles are told, and writes nothing. What is seen very
often counts by its logarithm.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.nn.functional import softplus

from alignqa.judging import embedded_encoder
from alignqa.polarity.case_model import EMBEDDED
from alignqa.polarity.cases import OBJECT, cases
from pairs import read_pairs, sources

_NO_PROSE = {"kyotowiki_titles", "kyotowiki_lexicon", "cldr_names", "legal_terms", "jmnedict_names"}
_LONGEST = 400
# Beyond so many sightings of the same two words only their logarithm counts.
_MANY = 20.0
_PRODUCTS, _HIDDEN = 32, 64
_EPOCHS, _BATCH, _RATE, _DECAY = 6, 2048, 3e-3, 1e-2
# Unit vectors of 256 dimensions have small components.
_SCALE = 4.0

# A noun, a verb, and whether the verb is passive.
Key = tuple[str, str, bool]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=EMBEDDED)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    examples = Examples(_counted(options.folder))
    new_noun = np.array([crc32(noun.encode()) % 10 == 0 for noun, _, _ in examples.keys])
    new_verb = np.array([crc32(verb.encode()) % 10 == 1 for _, verb, _ in examples.keys])
    known = ~(new_noun | new_verb) if options.held_out else np.ones(len(examples.keys), bool)
    model = _fit(examples, np.flatnonzero(known), options.seed)
    if options.held_out:
        for name, part in (("nouns", new_noun & ~new_verb), ("verbs", new_verb & ~new_noun)):
            print(f"new {name}: AUC {_area(model, examples, np.flatnonzero(part)):.3f}")
    else:
        np.savez_compressed(options.out, **model.arrays())
        print(f"{options.out}: {options.out.stat().st_size / 1000:.0f} kB")


class Examples:
    """The nouns and verbs as rows of vectors, and how often each two stood with が and with を."""

    def __init__(self, counted: dict[Key, list[float]]) -> None:
        self.keys = list(counted)
        nouns, verbs = (sorted({key[side] for key in self.keys}) for side in (0, 1))
        encoder = embedded_encoder()
        self._nouns, self._verbs = (
            torch.tensor(encoder.encode(words) * _SCALE) for words in (nouns, verbs)
        )
        places = [{word: place for place, word in enumerate(words)} for words in (nouns, verbs)]
        self._noun = torch.tensor([places[0][key[0]] for key in self.keys])
        self._verb = torch.tensor([places[1][key[1]] for key in self.keys])
        self._passive = torch.tensor([key[2] for key in self.keys])
        self.weights = torch.tensor(list(counted.values()))
        sightings = int(sum(map(sum, counted.values())))
        print(
            f"{len(self.keys)} pairs of {len(nouns)} nouns and {len(verbs)} verbs, {sightings} in all"
        )

    def inputs(self, places: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The vectors of nouns and verbs, and which verbs are passive."""
        return (
            self._nouns[self._noun[places]],
            self._verbs[self._verb[places]],
            self._passive[places],
        )


class Network(nn.Module):
    """See `alignqa.polarity.case_model.CaseModel`, which reads what `arrays` gives."""

    def __init__(self, dimensions: int) -> None:
        super().__init__()
        width = _PRODUCTS + _HIDDEN + 1
        self.noun = nn.Linear(dimensions, width)
        self.active = nn.Linear(dimensions, width)
        # A passive differs in what it asks of the noun, by its products, and by offsets.
        self.passive = nn.Linear(dimensions, _PRODUCTS)
        self.own = nn.Linear(dimensions, 1)
        self.offset = nn.Parameter(torch.zeros(_HIDDEN))
        self.out = nn.Parameter(torch.randn(_HIDDEN) / _HIDDEN**0.5)

    def forward(self, nouns: Tensor, verbs: Tensor, is_passive: Tensor) -> Tensor:
        """The logarithm of the odds of を, of shape (rows,)."""
        mine, active = self.noun(nouns), self.active(verbs)
        theirs = torch.where(is_passive[:, None], self._passive_of(active, verbs), active)
        hidden = torch.relu(mine[:, _PRODUCTS:-1] + theirs[:, _PRODUCTS:-1])
        products = (mine[:, :_PRODUCTS] * theirs[:, :_PRODUCTS]).sum(1)
        return products + hidden @ self.out + mine[:, -1] + theirs[:, -1]

    def _passive_of(self, active: Tensor, verbs: Tensor) -> Tensor:
        hidden = active[:, _PRODUCTS:-1] + self.offset
        return torch.cat([self.passive(verbs), hidden, self.own(verbs)], dim=1)

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights, in half precision, for vectors of unit length."""
        with torch.no_grad():
            hidden = self.active.weight[_PRODUCTS:-1], self.active.bias[_PRODUCTS:-1] + self.offset
            passive = (
                torch.cat([self.passive.weight, hidden[0], self.own.weight]),
                torch.cat([self.passive.bias, hidden[1], self.own.bias]),
            )
            arrays = {
                "noun": _stacked(self.noun.weight, self.noun.bias),
                "active": _stacked(self.active.weight, self.active.bias),
                "passive": _stacked(*passive),
                "out": self.out.numpy(),
            }
        return {name: array.astype(np.float16) for name, array in arrays.items()}


def _stacked(weight: Tensor, bias: Tensor) -> np.ndarray:
    return torch.cat([weight.T * _SCALE, bias[None]]).numpy()


def _counted(folder: Path) -> dict[Key, list[float]]:
    """How often each noun stood with が and with を before each verb, sightings of a source beyond
    the first few by their logarithm."""
    counted: dict[Key, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for source in sources():
        if source.name in _NO_PROSE:
            continue
        seen: dict[tuple[Key, bool], int] = defaultdict(int)
        texts = {japanese for _, japanese in read_pairs(folder, source)}
        for text in sorted(texts):
            if len(text) < _LONGEST:
                for case in cases(text):
                    if case.is_far:
                        continue
                    seen[(case.head, case.base, case.is_passive), case.mark == OBJECT] += 1
        for (key, is_object), times in seen.items():
            counted[key][is_object] += times if times <= _MANY else _MANY + log(times / _MANY)
        print(source.name, len(counted), flush=True)
    return counted


def _fit(examples: Examples, places: np.ndarray, seed: int) -> Network:
    model = Network(embedded_encoder().encode([""]).shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    chance = random.Random(seed)
    order = places.tolist()
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        chance.shuffle(order)
        for batch in torch.tensor(order).split(_BATCH):
            odds = model(*examples.inputs(batch))
            weights = examples.weights[batch]
            loss = (weights[:, 0] * softplus(odds) + weights[:, 1] * softplus(-odds)).sum()
            optimizer.zero_grad()
            (loss / weights.sum()).backward()
            optimizer.step()
    return model


def _area(model: Network, examples: Examples, places: np.ndarray) -> float:
    chosen = torch.tensor(places)
    with torch.no_grad():
        odds = torch.cat([model(*examples.inputs(batch)) for batch in chosen.split(20_000)]).numpy()
    weights = examples.weights[chosen].numpy()
    truth = np.repeat([0, 1], len(odds))
    return float(roc_auc_score(truth, np.tile(odds, 2), sample_weight=weights.T.reshape(-1)))


if __name__ == "__main__":
    main()
