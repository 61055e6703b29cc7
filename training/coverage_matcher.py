"""Train the first layers of `alignqa.coverage.matcher`: which words nothing on the other side renders.

    python training/coverage_matcher.py --pairs FOLDER --out first.npz

`coverage_in_context.py` goes on from them.

Needs torch and scikit-learn; twenty minutes on one core. FOLDER holds the pair files that
`sources.toml` names; `coverage_plants.py` makes the examples of neighbouring pairs. Besides which
words are unrendered the network learns before which word something is missing, and forgets it
again: that is not kept. Prints the AUC of both on 2,500 examples that are held out.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.nn import functional

from alignqa.judging import default_context
from alignqa.text import Lang
from coverage_plants import Example, Plants
from pairs import read_rows, sources

# Rows of each source that open an example; their neighbours, or any other, give the words to put in.
ROWS = {
    "kyotowiki": 44_000, "tatoeba": 9_000, "tanaka": 4_000, "php_docs": 4_000,
    "python_docs": 9_000, "tensorflow_docs": 9_000, "rust_book": 5_000, "react_docs": 5_000,
    "opensource_guide": 1_164, "rails_guides": 5_000, "angular_docs": 5_000, "mozilla_www": 2_900,
    "electron_docs": 3_000,
}  # fmt: skip
SHORT = {"tatoeba", "tanaka"}
NEIGHBOUR = 0.7
SEEN, TURNED, HIDDEN, TRAITS, ASKED = 40, 64, 56, 8, 16
HELD_OUT, BATCH, EPOCHS, RATE = 2_500, 64, 8, 3e-3
# Of the second task in the loss.
MISSING = 0.5
_NEIGHBOURS, _BESIDE = (0, 1, -1, 2, -2), (0, 1, -1)
_NEVER = -1e4


def read(folder: Path, plants: Plants, rng: random.Random) -> list[Example]:
    known = {source.name for source in sources()}
    found = []
    for name, count in ROWS.items():
        if name not in known:
            raise SystemExit(f"sources.toml does not name {name}")
        least = 25 if name in SHORT else 40
        rows = [
            (row[0], row[1])
            for row in read_rows(folder / f"{name}.tsv.xz")
            if len(row) > 1
            and least < len(row[0]) < 420
            and 10 < len(row[1]) < 210
            and "<" not in row[0]
        ]
        before = len(found)
        for place in rng.sample(range(len(rows) - 1), min(count, len(rows) - 1)):
            other = place + 1 if rng.random() < NEIGHBOUR else rng.randrange(len(rows))
            if (made := plants.example(rows[place], rows[other])) is not None:
                found.append(made)
        print(f"{name}: {len(found) - before:,} examples", flush=True)
    rng.shuffle(found)
    return found


class Net(nn.Module):
    """What `coverage/matcher.py` computes, for a batch, with a second output."""

    def __init__(self) -> None:
        super().__init__()
        self.P = nn.ModuleList([nn.Linear(256, SEEN, bias=False) for _ in Lang])
        self.T = nn.ModuleList([nn.Linear(256, TURNED, bias=False) for _ in Lang])
        begin = torch.linalg.qr(torch.randn(256, 256))[0][:, :TURNED].T * 2
        with torch.no_grad():
            for layer in self.T:
                layer.weight.copy_(begin)
        self.mix = nn.Parameter(torch.tensor([1.0, 3.0, 1.0, 1.0]))
        self.mix2 = nn.Parameter(torch.tensor([1.0, 1.0, 1.0]))
        first = 8 * SEEN + 3 * TRAITS + 3 * 7
        second = 5 * HIDDEN + 3 * (HIDDEN // 2) + 3 * 5
        self.h1 = nn.ModuleList([nn.Linear(first, HIDDEN) for _ in Lang])
        self.q = nn.ModuleList([nn.Linear(HIDDEN, ASKED, bias=False) for _ in Lang])
        self.r = nn.ModuleList([nn.Linear(HIDDEN, HIDDEN // 2, bias=False) for _ in Lang])
        self.h2 = nn.ModuleList([nn.Linear(second, HIDDEN) for _ in Lang])
        self.out = nn.ModuleList([nn.Linear(HIDDEN, 2) for _ in Lang])

    def forward(
        self, vectors: list[Tensor], traits: list[Tensor], masks: list[Tensor], scores: Tensor
    ) -> list[Tensor]:
        inner, _ = self.read(vectors, traits, masks, scores)
        return [self.out[i](inner[i]) for i in (0, 1)]

    def read(
        self, vectors: list[Tensor], traits: list[Tensor], masks: list[Tensor], scores: Tensor
    ) -> tuple[list[Tensor], Tensor]:
        """The last hidden layer of both sides, and how well each two words match."""
        places = [side[:, :, 1] for side in traits]
        turned = [functional.normalize(self.T[i](vectors[i]), dim=-1, eps=1e-6) for i in (0, 1)]
        cosines = turned[0] @ turned[1].transpose(1, 2)
        apart = (places[0][:, :, None] - places[1][:, None, :]).abs()
        real = masks[0][:, :, None] * masks[1][:, None, :]
        logits = self.mix[0] * scores.clamp(-8, 8) + self.mix[1] * cosines - self.mix[2] * apart
        logits = logits.masked_fill(real == 0, _NEVER)
        seen = [self.P[i](vectors[i]) * masks[i][:, :, None] for i in (0, 1)]
        attention = _attentions(logits, self.mix[3] - 3)
        scores, cosines = scores.masked_fill(real == 0, -9), cosines.masked_fill(real == 0, -1)
        hidden = []
        for i in (0, 1):
            there, back = attention[i][:, :, :-1], attention[1 - i][:, :, :-1].transpose(1, 2)
            score, cosine = (
                table if i == 0 else table.transpose(1, 2) for table in (scores, cosines)
            )
            where = (there * places[1 - i][:, None, :]).sum(2) / (there.sum(2) + 1e-3)
            evidence = torch.stack(
                [
                    score.amax(2).clamp(-6, 6) / 3,
                    cosine.amax(2),
                    attention[i][:, :, -1],
                    back.sum(2).clamp(max=3),
                    (back * there).sum(2),
                    back.amax(2),
                    where - places[i],
                ],
                2,
            )
            mask = masks[i][:, :, None]
            columns = [_shifted(seen[i], by) for by in _NEIGHBOURS]
            for rows in (there @ seen[1 - i], traits[i] * mask, evidence * mask):
                columns += [_shifted(rows, by) for by in _BESIDE]
            hidden.append(torch.relu(self.h1[i](torch.cat(columns, 2))) * mask)
        return self._second(hidden, masks, logits, real)

    def _second(
        self, hidden: list[Tensor], masks: list[Tensor], logits: Tensor, real: Tensor
    ) -> tuple[list[Tensor], Tensor]:
        asked = self.q[0](hidden[0]) @ self.q[1](hidden[1]).transpose(1, 2)
        logits = (self.mix2[0] * logits + self.mix2[1] * asked).masked_fill(real == 0, _NEVER)
        attention = _attentions(logits, self.mix2[2] - 3)
        found = []
        for i in (0, 1):
            there, back = attention[i][:, :, :-1], attention[1 - i][:, :, :-1].transpose(1, 2)
            evidence = torch.stack(
                [
                    attention[i][:, :, -1],
                    back.sum(2).clamp(max=3),
                    (there * back).sum(2),
                    back.amax(2),
                    (there * attention[1 - i][:, None, :, -1]).sum(2),
                ],
                2,
            )
            columns = [_shifted(hidden[i], by) for by in _NEIGHBOURS]
            shared = there @ self.r[1 - i](hidden[1 - i])
            for rows in (shared, evidence * masks[i][:, :, None]):
                columns += [_shifted(rows, by) for by in _BESIDE]
            found.append(torch.relu(self.h2[i](torch.cat(columns, 2))))
        return found, logits


def _attentions(logits: Tensor, null: Tensor) -> list[Tensor]:
    """Of both sides, each with a last column that stands for nothing."""
    return [
        torch.softmax(torch.cat([side, null.expand(*side.shape[:2], 1)], 2), 2)
        for side in (logits, logits.transpose(1, 2))
    ]


def _shifted(rows: Tensor, by: int) -> Tensor:
    if by == 0:
        return rows
    beyond = torch.zeros_like(rows[:, : abs(by)])
    if by > 0:
        return torch.cat([beyond, rows[:, :-by]], 1)[:, : rows.shape[1]]
    return torch.cat([rows[:, -by:], beyond], 1)[:, : rows.shape[1]]


class Batches:
    """Batches of examples with the vectors of their words."""

    def __init__(self, table: NDArray[np.float16]) -> None:
        self._table = table

    def judge(self, net: Net, examples: list[Example]) -> list[tuple[Tensor, Tensor]]:
        """The network's log-odds and the labels of what counts: of words, then of gaps."""
        sides = [_padded([one.words[i] for one in examples], -1) for i in (0, 1)]
        masks = [torch.from_numpy((side >= 0).astype(np.float32)) for side in sides]
        vectors = []
        for side in sides:
            rows = self._table[np.maximum(side, 0)].astype(np.float32)
            rows[side < 0] = 0
            vectors.append(torch.from_numpy(rows))
        traits = []
        scores = np.full((len(examples), sides[0].shape[1], sides[1].shape[1]), -9, np.float32)
        for i in (0, 1):
            rows = np.zeros((*sides[i].shape, TRAITS), np.float32)
            for row, one in enumerate(examples):
                rows[row, : len(one.words[i])] = one.traits[i]
            traits.append(torch.from_numpy(rows))
        for row, one in enumerate(examples):
            scores[row, : one.scores.shape[0], : one.scores.shape[1]] = one.scores
        odds = net(vectors, traits, masks, torch.from_numpy(scores))
        found = []
        for task in (0, 1):
            labels = [
                _padded([(one.unrendered, one.missing)[task][i] for one in examples], -1)
                for i in (0, 1)
            ]
            counted = [torch.from_numpy(side >= 0) for side in labels]
            found.append(
                (
                    torch.cat([odds[i][:, :, task][counted[i]] for i in (0, 1)]),
                    torch.cat([torch.from_numpy(labels[i]).float()[counted[i]] for i in (0, 1)]),
                )
            )
        return found


def _padded(
    rows: list[NDArray[np.int64]] | list[NDArray[np.int8]], filler: int
) -> NDArray[np.int64]:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out


def save(net: Net, path: Path) -> None:
    """The arrays under the names that `coverage/matcher.py` reads; of the outputs the first."""
    arrays = {}
    for name, tensor in net.state_dict().items():
        rows = tensor.numpy()[:1] if name.startswith("out.") else tensor.numpy()
        arrays[name] = rows.astype(np.float16 if rows.ndim > 1 else np.float32)
    np.savez_compressed(path, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rng = random.Random(100)
    torch.manual_seed(0)
    vocabulary: dict[tuple[Lang, str], int] = {}
    context = default_context()
    examples = read(options.pairs, Plants(context.linker, vocabulary, rng), rng)
    words = [word for _, word in vocabulary]
    chunks = [words[start : start + 5_000] for start in range(0, len(words), 5_000)]
    batches = Batches(np.vstack([context.vectors.of(chunk) for chunk in chunks]).astype(np.float16))
    held_out, examples = examples[:HELD_OUT], examples[HELD_OUT:]
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), weight_decay=1e-3)
    steps = EPOCHS * -(-len(examples) // BATCH)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(EPOCHS):
        rng.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            words_, gaps_ = batches.judge(net, examples[start : start + BATCH])
            count = sum(sum(map(len, one.words)) for one in examples[start : start + BATCH]) / 2
            loss = sum(
                weight
                * functional.binary_cross_entropy_with_logits(odds, labels, reduction="sum")
                / count
                for weight, (odds, labels) in ((1.0, words_), (MISSING, gaps_))
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            rate.step()
        with torch.no_grad():
            judged = [
                batches.judge(net, held_out[start : start + 100])
                for start in range(0, len(held_out), 100)
            ]
        aucs = [
            roc_auc_score(
                torch.cat([one[task][1] for one in judged]),
                torch.cat([one[task][0] for one in judged]),
            )
            for task in (0, 1)
        ]
        print(f"epoch {epoch + 1}: AUC of words {aucs[0]:.4f}, of gaps {aucs[1]:.4f}", flush=True)
    save(net, options.out)


if __name__ == "__main__":
    main()
