"""Train the model of `alignqa.coverage`: how likely each content word is to be rendered.

    python training/coverage.py --pairs FOLDER --out src/alignqa/data/coverage/model.npz

Needs torch; fifteen minutes on one core. FOLDER holds the pair files that `sources.toml` names. Two
neighbouring pairs of a source make an example: into one side of the first, at a phrase's beginning,
goes a run of phrases of the second (or of any other pair, one time in four). The words that were put
in are unrendered, the others rendered. Numerals are left to their values and do not count. The
encoder's vectors are fixed; learned are one matrix for each language, a few terms of each word's
own, and a small network over how near the other side comes (`coverage/model.py`). `--steps`
batches of 48 examples, AdamW, a rate that falls to nearly nothing. Prints the AUC on examples of
1,500 pairs of pairs that are held out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

from alignqa.coverage.clauses import content_words
from alignqa.judging import embedded_encoder
from alignqa.text import Lang
from pairs import read_rows, sources

# Rows of each source; half of them open an example, their neighbours close it.
ROWS = {
    "kyotowiki": 90_000, "tatoeba": 12_000, "tanaka": 12_000, "php_docs": 9_000,
    "python_docs": 9_000, "tensorflow_docs": 10_000, "rust_book": 5_000, "react_docs": 6_000,
    "opensource_guide": 1_164, "rails_guides": 5_000, "angular_docs": 5_000, "mozilla_www": 2_900,
    "electron_docs": 3_000,
}  # fmt: skip
HELD_OUT, BATCH, LONGEST = 1_500, 48, 34
DIMENSIONS = 160
_NOTHING = -1.0


@dataclass(frozen=True)
class Side:
    """Numbers of the content words of one text, where its phrases begin, and its numerals."""

    words: NDArray[np.int64]
    opens: Sequence[bool]
    numerals: Sequence[bool]


Texts = tuple[Side, Side]
Example = tuple[int, NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def read(folder: Path, rng: random.Random, vocabulary: dict[str, int]) -> list[tuple[Texts, Texts]]:
    """Neighbouring pairs of every source."""
    known = {source.name for source in sources()}
    found = []
    for name, count in ROWS.items():
        if name not in known:
            raise SystemExit(f"sources.toml does not name {name}")
        rows = [
            row
            for row in read_rows(folder / f"{name}.tsv.xz")
            if len(row) > 1 and len(row[0]) < 600 and len(row[1]) < 300
        ]
        starts = list(range(0, len(rows) - 1, 2))
        rng.shuffle(starts)
        for start in sorted(starts[: count // 2]):
            first, second = (
                (_side(row[0], Lang.ENGLISH, vocabulary), _side(row[1], Lang.JAPANESE, vocabulary))
                for row in rows[start : start + 2]
            )
            found.append((first, second))
        print(f"{name}: {min(len(starts), count // 2):,} examples", flush=True)
    rng.shuffle(found)
    return found


def _side(text: str, lang: Lang, vocabulary: dict[str, int]) -> Side:
    words = content_words(text, lang)
    numbers = [vocabulary.setdefault(word.text, len(vocabulary)) for word in words]
    return Side(
        np.array(numbers, dtype=np.int64),
        [word.opens for word in words],
        [word.is_number for word in words],
    )


def example(records: Sequence[tuple[Texts, Texts]], rng: random.Random) -> Example | None:
    """(which side, its words, the other side's, labels: 1 rendered, 0 not, -1 not counted)."""
    here, there = rng.choice(records)
    if rng.random() < 0.25:
        there = rng.choice(records)[0]
    if rng.random() < 0.5:
        here, there = there, here
    side = rng.randrange(2)
    own, donor, other = here[side], there[side], here[1 - side]
    words, numerals = own.words, np.array(own.numerals, dtype=bool)
    labels = np.ones(len(words))
    first, last = _run(donor, rng)
    if rng.random() < 0.85 and last > first:
        at = rng.choice([*(i for i, opens in enumerate(own.opens) if opens), len(words)])
        words = np.insert(words, at, donor.words[first:last])
        numerals = np.insert(numerals, at, donor.numerals[first:last])
        labels = np.insert(labels, at, np.zeros(last - first))
    labels[numerals] = -1
    if not (0 < len(words) <= LONGEST and 0 < len(other.words) <= LONGEST):
        return None
    return side, words, other.words, labels


def _run(side: Side, rng: random.Random) -> tuple[int, int]:
    """Up to four phrases, or the whole."""
    count = len(side.words)
    starts = [*(i for i, opens in enumerate(side.opens) if opens), count]
    if rng.random() < 0.3 or len(starts) < 3:
        return 0, count
    first = rng.randrange(len(starts) - 1)
    return starts[first], starts[min(len(starts) - 1, first + 1 + rng.randrange(4))]


class Net(nn.Module):
    """What `coverage/model.py` computes, for a batch."""

    def __init__(self) -> None:
        super().__init__()
        begin = torch.linalg.qr(torch.randn(256, 256))[0][:, :DIMENSIONS]
        self.turn = nn.ParameterList([nn.Parameter(begin.clone()) for _ in Lang])
        self.own = nn.ModuleList([nn.Linear(256, 4) for _ in Lang])
        for layer in self.own:
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        self.hidden, self.out = nn.Linear(10, 24), nn.Linear(24, 1)

    def forward(
        self, left: Tensor, right: Tensor, is_left: Tensor, is_right: Tensor, side: int
    ) -> Tensor:
        ours, theirs = _unit(left @ self.turn[side]), _unit(right @ self.turn[1 - side])
        own_runs, own_masks = _runs(ours, is_left)
        their_runs, their_masks = _runs(theirs, is_right)
        columns, allowed = torch.cat(their_runs, 1), torch.cat(their_masks, 1)
        nearest = [
            (rows @ columns.transpose(1, 2)).masked_fill(~allowed[:, None, :], _NOTHING).amax(-1)
            for rows in own_runs
        ]
        pairs = nearest[1].masked_fill(~own_masks[1], _NOTHING)
        triples = nearest[2].masked_fill(~own_masks[2], _NOTHING)
        pairs = torch.maximum(pairs, _later(pairs, 1))
        triples = torch.stack([triples, _later(triples, 1), _later(triples, 2)]).amax(0)
        words = (ours @ theirs.transpose(1, 2)).masked_fill(~is_right[:, None, :], _NOTHING)
        words = words.masked_fill(~is_left[:, :, None], _NOTHING)
        two = torch.cat([words, torch.full_like(words[:, :1], _NOTHING)], 1).topk(2, dim=1)[0]
        rival = torch.where(words >= two[:, :1], two[:, 1:2], two[:, :1]).clamp(min=0)
        own = self.own[side](left)
        features = [nearest[0], pairs, triples, words.amax(-1), (words - rival).amax(-1)]
        features.append(nearest[0] * own[..., 1])
        stacked = torch.cat([torch.stack(features, -1), own], -1)
        return self.out(torch.tanh(self.hidden(stacked))).squeeze(-1) + own[..., 0]


def _unit(rows: Tensor) -> Tensor:
    return nn.functional.normalize(rows, dim=-1, eps=1e-6)


def _later(rows: Tensor, by: int) -> Tensor:
    return torch.cat([torch.full_like(rows[:, :by], _NOTHING), rows[:, : rows.shape[1] - by]], 1)


def _runs(rows: Tensor, mask: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    """Unit rows of the runs of one, two and three words, each where it begins."""
    after, after_mask = _earlier(rows), _earlier(mask)
    third, third_mask = _earlier(after), _earlier(after_mask)
    runs = [rows, rows + after, rows + after + third]
    return [_unit(run) for run in runs], [mask, mask & after_mask, mask & after_mask & third_mask]


def _earlier(rows: Tensor) -> Tensor:
    return torch.cat([rows[:, 1:], torch.zeros_like(rows[:, :1])], 1)


class Batches:
    """Batches of examples with the vectors of their words."""

    def __init__(self, table: NDArray[np.float16], rng: random.Random) -> None:
        self._table, self._rng = table, rng

    def judge(self, net: Net, records: Sequence[tuple[Texts, Texts]]) -> tuple[Tensor, Tensor]:
        """The network's log-odds and the labels of the words that count in one new batch."""
        found: list[Example] = []
        while len(found) < BATCH:
            if (made := example(records, self._rng)) is not None:
                found.append(made)
        odds, labels = [], []
        for side in (0, 1):
            these = [one for one in found if one[0] == side]
            if these:
                left, right = (_padded([one[part] for one in these], -1) for part in (1, 2))
                wanted = torch.from_numpy(_padded([one[3] for one in these], -1)).float()
                is_left, is_right = (torch.from_numpy(part >= 0) for part in (left, right))
                given = net(self._rows(left), self._rows(right), is_left, is_right, side)
                odds.append(given[wanted >= 0])
                labels.append(wanted[wanted >= 0])
        return torch.cat(odds), torch.cat(labels)

    def _rows(self, numbers: NDArray[np.int64]) -> Tensor:
        rows = self._table[np.maximum(numbers, 0)].astype(np.float32)
        rows[numbers < 0] = 0
        return torch.from_numpy(rows)


def _padded(
    rows: Sequence[NDArray[np.int64] | NDArray[np.float64]], filler: int
) -> NDArray[np.int64]:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.asarray(rows[0]).dtype)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out


def save(net: Net, path: Path) -> None:
    """The arrays under the names that `coverage/model.py` reads."""
    state = {name: tensor.numpy() for name, tensor in net.state_dict().items()}
    arrays = {
        "hidden": state["hidden.weight"].T,
        "hidden_offset": state["hidden.bias"],
        "out": state["out.weight"][0],
        "out_offset": state["out.bias"],
    }
    for number, lang in enumerate(Lang):
        arrays[f"turn_{lang}"] = state[f"turn.{number}"].astype(np.float16)
        arrays[f"own_{lang}"] = state[f"own.{number}.weight"].T.astype(np.float16)
        arrays[f"offset_{lang}"] = state[f"own.{number}.bias"]
    np.savez(path, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=4_000)
    options = parser.parse_args()
    rng, vocabulary = random.Random(1), dict[str, int]()
    torch.manual_seed(1)
    records = read(options.pairs, rng, vocabulary)
    held_out, records = records[:HELD_OUT], records[HELD_OUT:]
    words, encoder = list(vocabulary), embedded_encoder()
    table = np.zeros((len(words), 256), np.float16)
    for start in range(0, len(words), 20_000):
        table[start : start + 20_000] = encoder.encode(words[start : start + 20_000])
    net, batches = Net(), Batches(table, rng)
    turns = list(net.turn.parameters())
    others = [value for name, value in net.named_parameters() if not name.startswith("turn")]
    optimizer = torch.optim.AdamW(
        [{"params": turns, "lr": 1e-3}, {"params": others, "lr": 3e-3}], weight_decay=1e-4
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / 100) * max(0.02, 1 - step / options.steps)
    )
    for step in range(1, options.steps + 1):
        odds, labels = batches.judge(net, records)
        loss = nn.functional.binary_cross_entropy_with_logits(odds, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        rate.step()
        if step % 500 == 0:
            with torch.no_grad():
                judged = [
                    Batches(table, random.Random(9 + n)).judge(net, held_out) for n in range(12)
                ]
            auc = roc_auc_score(
                torch.cat([one[1] for one in judged]), torch.cat([one[0] for one in judged])
            )
            print(f"step {step}: loss {loss.item():.3f}, held-out AUC {auc:.4f}", flush=True)
    save(net, options.out)


if __name__ == "__main__":
    main()
