"""Count the runs of words of the training pairs, and train the small network that reads a pair.

    python training/reader.py --data FOLDER --out src/alignqa/data/quality

Takes the sentences of `sources.toml` (dictionaries and lists of names left out), at most so many of
a source, and writes `runs.npz` (counts) and `reader.npz` (the network). The network learns to tell a
pair from the same pair with its English or its Japanese tampered with, and where: words replaced by
neighbours of the encoder's vectors, by another form of the same word, or at random; left out, added,
moved, denied, untranslated; an end cut off. Prints the share of pairs of which it scores the whole
one better than the tampered one, among 2,000 pairs that it was not trained on.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from alignqa.encoders import load_encoder
from alignqa.scoring.runs import EDGE, STEPS, key_of
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens
from judge_network import LANGS, Batch, Network, Side
from pairs import read_pairs, sources
from tampering import Spoilt, Tampering, Vocabulary

LISTS = {"jmdict_glosses", "jmnedict_names", "legal_terms", "cldr_names"}
LISTS |= {"kyotowiki_titles", "kyotowiki_lexicon"}
AT_MOST = {"kyotowiki": 90_000, "tatoeba": 42_000, "tanaka": 30_000}
AT_MOST_OF_OTHERS = 8_000
# Of a run of so many words, what is seen less often is not kept.
FEWEST = {1: 3, 2: 2, 3: 3}
LONGEST = {"en": 34, "ja": 40}
BATCH, HELD_OUT, COMMONEST = 48, 2_000, 12
_LATIN, _DIGIT = re.compile(r"[a-z]"), re.compile(r"\d")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")


@dataclass
class Corpus:
    """The pairs as word numbers, and what is known of the words."""

    texts: dict[str, list[np.ndarray]]
    vocabularies: dict[str, Vocabulary]


def read_corpus(folder: Path) -> Corpus:
    found: list[tuple[str, str]] = []
    for source in sources():
        if source.name in LISTS:
            continue
        pairs = [
            pair
            for pair in read_pairs(folder, source)
            if 12 <= len(pair[0]) <= 320 and 6 <= len(pair[1]) <= 160
        ]
        at_most = AT_MOST.get(source.name, AT_MOST_OF_OTHERS)
        found += random.Random(1).sample(pairs, at_most) if len(pairs) > at_most else pairs
    corpus = Corpus({lang: [] for lang in LANGS}, {lang: Vocabulary(lang) for lang in LANGS})
    for english, japanese in found:
        left = [
            (w.text.lower(), w.lemma, "function" if w.lemma in FUNCTION_WORDS else "content")
            for w in english_words(english)
        ]
        right = [
            (token.surface.lower(), token.base, token.pos[0])
            for token in japanese_tokens(japanese)
            if token.pos[0] not in {"補助記号", "空白"}
        ]
        if 3 <= len(left) <= 50 and 3 <= len(right) <= 60:
            for lang, words in zip(LANGS, (left, right), strict=True):
                numbers = [corpus.vocabularies[lang].number(*word) for word in words]
                corpus.texts[lang].append(np.array(numbers, np.int32))
    encoder = load_encoder()
    for lang, vocabulary in corpus.vocabularies.items():
        counts = np.bincount(np.concatenate(corpus.texts[lang]), minlength=len(vocabulary.words))
        vocabulary.finish(counts, encoder.encode(vocabulary.words).astype(np.float16))
    return corpus


def save_runs(corpus: Corpus, file: Path) -> None:
    kept: dict[int, int] = {}
    for lang, texts in corpus.texts.items():
        words, counted = corpus.vocabularies[lang].words, Counter[tuple[int, ...]]()
        for text in texts:
            padded = [-1, -1, *text.tolist(), -1]
            counted.update(zip(text.tolist(), strict=True))
            counted.update(pairwise(padded[1:]))
            counted.update(zip(padded, padded[1:], padded[2:], strict=False))
        for run, count in counted.items():
            if count >= FEWEST[len(run)]:
                key = key_of([words[n] if n >= 0 else EDGE for n in run])
                kept[key] = max(kept.get(key, 0), count)
    pairs = sum(map(len, corpus.texts.values()))
    kept[key_of([EDGE])] = kept[key_of([EDGE, EDGE])] = pairs
    keys = np.array(sorted(kept), np.uint32)
    counts = [min(255, round(STEPS * math.log(kept[int(key)]))) for key in keys]
    np.savez_compressed(file, keys=keys, counts=np.array(counts, np.uint8))
    print(f"{file}: {len(keys):,} runs, {file.stat().st_size:,} bytes")


class Trainer:
    """Feeds the network with whole and tampered pairs, half of them with the English tampered."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self.rng = random.Random(seed)
        self.corpus = corpus
        self.network = Network()
        self.tampering = {
            lang: Tampering(corpus.vocabularies[lang], corpus.texts[lang], self.rng)
            for lang in LANGS
        }
        self.vectors = {
            lang: torch.from_numpy(v.vectors) for lang, v in corpus.vocabularies.items()
        }
        self.traits = {lang: traits_of(v) for lang, v in corpus.vocabularies.items()}

    def batches(self, rows: list[int]) -> Iterator[list[int]]:
        """Without end, pairs of like length together."""
        while True:
            self.rng.shuffle(rows)
            for start in range(0, len(rows), BATCH * 50):
                part = sorted(rows[start : start + BATCH * 50], key=self._length)
                batches = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
                self.rng.shuffle(batches)
                yield from batches

    def _length(self, row: int) -> int:
        return sum(len(texts[row]) for texts in self.corpus.texts.values())

    def loss(self, rows: list[int]) -> tuple[torch.Tensor, float]:
        """The loss of a batch, and the share of its pairs that are told from their copies."""
        own = self.rng.choice(LANGS)
        other = LANGS[1 - LANGS.index(own)]
        whole = [self.corpus.texts[own][row].tolist() for row in rows]
        across = [self.corpus.texts[other][row].tolist() for row in rows]
        spoilt = [
            self.tampering[own].spoil(words, there)
            for words, there in zip(whole, across, strict=True)
        ]
        clean = [Spoilt(words, [0] * len(words), [0] * (len(words) + 1)) for words in whole]
        both = clean + spoilt
        sides = {
            own: self._side([text.words for text in both], own, other),
            other: self._side(across * 2, other, own),
        }
        odds, tampered = self.network(Batch(sides))
        mask = sides[own].mask
        labels = [
            _padded(marks, mask.shape[1])
            for marks in ([text.wrong for text in both], [text.gaps for text in both])
        ]
        of_words = sum(
            (
                functional.binary_cross_entropy_with_logits(
                    odds[own][:, :, place], label, reduction="none"
                )
                * mask
            ).sum()
            / mask.sum()
            for place, label in enumerate(labels)
        )
        size = len(rows)
        changed = torch.tensor(
            [float(text.words != words) for text, words in zip(spoilt, whole, strict=True)]
        )
        margin = tampered[own][size:] - tampered[own][:size]
        truth = torch.cat([torch.zeros(size), changed])
        loss = (
            4 * of_words
            + (functional.softplus(-margin) * changed).mean()
            + 0.5 * functional.binary_cross_entropy_with_logits(tampered[own], truth)
        )
        return loss, float(((margin > 0) * changed).sum() / changed.sum())

    def _side(self, texts: list[list[int]], own: str, other: str) -> Side:
        width = max(map(len, texts))
        numbers = np.zeros((len(texts), width), np.int64)
        mask = np.zeros((len(texts), width), np.float32)
        for row, words in enumerate(texts):
            numbers[row, : len(words)] = words
            mask[row, : len(words)] = 1
        foreign, at_home = np.nonzero(numbers < 0), np.maximum(numbers, 0)
        vectors, traits = self.vectors[own][at_home].float(), self.traits[own][at_home]
        vectors[foreign] = self.vectors[other][-1 - numbers[foreign]].float()
        traits[foreign] = self.traits[other][-1 - numbers[foreign]]
        there = torch.from_numpy(mask)
        return Side(vectors * there[:, :, None], there, traits)


def traits_of(vocabulary: Vocabulary) -> torch.Tensor:
    """As `alignqa/scoring/reader.py` has them."""
    common = np.minimum(np.log1p(vocabulary.counts) / COMMONEST, 1)
    return torch.tensor(
        [
            [
                bool(_LATIN.search(word)),
                bool(_DIGIT.search(word)),
                bool(_JAPANESE.search(word)),
                common[n],
            ]
            for n, word in enumerate(vocabulary.words)
        ],
        dtype=torch.float32,
    )


def _padded(rows: list[list[int]], width: int) -> torch.Tensor:
    table = np.zeros((len(rows), width), np.float32)
    for row, marks in enumerate(rows):
        table[row, : min(width, len(marks))] = marks[:width]
    return torch.from_numpy(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=9_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    corpus = read_corpus(options.data)
    save_runs(corpus, options.out / "runs.npz")
    trainer = Trainer(corpus, options.seed)
    rows = list(range(len(corpus.texts["en"])))
    trainer.rng.shuffle(rows)
    held_out, rows = rows[:HELD_OUT], rows[HELD_OUT:]
    rows = [
        row
        for row in rows
        if all(len(corpus.texts[lang][row]) <= most for lang, most in LONGEST.items())
    ]
    optimizer = torch.optim.AdamW(trainer.network.parameters(), weight_decay=1e-3, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 2.5e-3, total_steps=options.steps + 1, pct_start=0.1
    )
    batches = trainer.batches(rows)
    for step in range(1, options.steps + 1):
        loss, told = trainer.loss(next(batches))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trainer.network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 200 == 0:
            print(f"step {step}: loss {loss.item():.3f}, told {told:.3f}", flush=True)
    with torch.no_grad():
        shares = [
            trainer.loss(held_out[start : start + BATCH])[1] for start in range(0, HELD_OUT, BATCH)
        ]
    print(f"held out: told {np.mean(shares):.3f}")
    file = options.out / "reader.npz"
    weights = trainer.network.state_dict()
    np.savez_compressed(file, **{n: t.numpy().astype(np.float16) for n, t in weights.items()})
    print(f"{file}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
