"""Train the matcher as a whole: the layers of `alignqa.coverage.in_context` on the first ones.

    python training/coverage_in_context.py NEWS.tsv... --first first.npz --pairs FOLDER
        [--rated RATED.tsv.xz] --out src/alignqa/data/coverage/matcher.npz

Needs torch; half an hour on a core. `coverage_matcher.py` makes `first.npz`. NEWS are references of
professionals, English <TAB> Japanese: what they leave to be understood is what no alarm may be about.
RATED are machine translations with the scores of people (document, segment, system, source,
translation, reference, score); those of `GOOD` and more are taken for faithful, but for sources in
the files that are to be measured (`--not-of`).

Half of the examples are of NEWS, a tenth of RATED, the rest of the sources of
`coverage_matcher.ROWS`, a third as many rows; plants are drawn anew each time
(`coverage_joined.py`). The loss has two parts: that of each word, and that of the pair as a whole.
For this every run of phrases is weighed against all others and against there being no gap, so that
a run of an untouched pair that looks like a clause costs as much as a planted one that does not.
What an untouched pair costs is capped: now and then something is missing there.
"""

from __future__ import annotations

import argparse
import lzma
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

import coverage_matcher
from alignqa.coverage.gaps import spread
from alignqa.judging import default_context
from alignqa.text import Lang
from coverage_joined import Example, Joined, Plants, joined
from pairs import read_rows

WIDTH, HEADS, INNER, LAYERS, FARTHEST = 64, 2, 128, 2, 8
BATCH, POOL, RATE, FIRST_RATE, DECAY, SECONDS = 64, 16, 2e-3, 0.3, 1e-2, 1750
NEWS, RATED, UNTOUCHED, UNTOUCHED_ELSEWHERE = 0.5, 0.1, 0.5, 0.25
GOOD, FRACTION, NEIGHBOUR = 82.0, 3, 0.7
# Of the pair as a whole in the loss, of untouched and planted ones therein, and what one costs at most.
WHOLE, OF_UNTOUCHED, OF_PLANTED, MOST, MOST_PLANTED = 0.35, 1.5, 0.7, 5.0, 10.0
RIGHT, NEARLY_ALL = 0.55, 0.9
NEVER = -1e4


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH + 2 * HEADS, WIDTH)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        # How much the match of two words counts, and what looking at nothing does.
        self.mix = nn.Parameter(torch.tensor([[0.7, -1.0]] * HEADS))
        self.offsets = nn.Parameter(torch.zeros(HEADS, 2 * FARTHEST + 1))
        with torch.no_grad():
            self.o.weight.mul_(0.3)
            self.f2.weight.mul_(0.3)

    def forward(
        self, rows: Tensor, matches: Tensor, not_across: Tensor, not_within: Tensor, apart: Tensor
    ) -> Tensor:
        batch, count, _ = rows.shape
        width = WIDTH // (2 * HEADS)
        three = self.qkv(evened(rows)).reshape(batch, count, 3, 2 * HEADS, width)
        ask, key, value = three.permute(2, 0, 3, 1, 4)
        logits = ask @ key.transpose(-1, -2) / math.sqrt(width)
        across = logits[:, :HEADS] + self.mix[:, 0, None, None] * matches[:, None]
        across = across.masked_fill(not_across[:, None], NEVER)
        null = self.mix[None, :, 1, None, None].expand(batch, HEADS, count, 1)
        across = torch.softmax(torch.cat([across, null], -1), -1)[..., :-1]
        within = logits[:, HEADS:] + self.offsets[:, apart]
        within = torch.softmax(within.masked_fill(not_within[:, None], NEVER), -1)
        told = torch.cat([across, within], 1) @ value
        beside = torch.cat([across.sum(2).clamp(max=3), 1 - across.sum(3)], 1)
        flat = told.permute(0, 2, 1, 3).reshape(batch, count, WIDTH)
        rows = rows + self.o(torch.cat([flat, beside.transpose(1, 2)], -1))
        return rows + self.f2(torch.relu(self.f1(evened(rows))))


def evened(rows: Tensor) -> Tensor:
    return rows * torch.rsqrt((rows * rows).mean(-1, keepdim=True) + 1e-5)


class Net(nn.Module):
    """What `coverage/matcher.py` and `coverage/in_context.py` compute, for a batch."""

    def __init__(self, first: Path) -> None:
        super().__init__()
        self.first = coverage_matcher.Net()
        with torch.no_grad(), np.load(first) as arrays:
            for name, tensor in self.first.state_dict().items():
                rows = torch.from_numpy(arrays[name].astype(np.float32))
                tensor[: len(rows)] = rows
        width = coverage_matcher.HIDDEN + 1 + coverage_matcher.TRAITS + 3 + 5
        self.inp = nn.ModuleList([nn.Linear(width, WIDTH) for _ in Lang])
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.out_run = nn.ModuleList([nn.Linear(WIDTH, 3) for _ in Lang])
        with torch.no_grad():
            for layer in self.out_run:
                layer.weight.mul_(0.1)
                layer.bias.zero_()
        self.run = nn.Parameter(torch.tensor([[-6.0, 0.0, 0.3, 0.0, 0.5]] * 2))
        self.word = nn.Parameter(torch.ones(2))

    def forward(self, batch: Batch) -> list[Tensor]:
        """Of each word of either side its log-odds, and how a gap begins and ends with it."""
        masks = batch.masks
        inner, matches = self.first.read(batch.vectors, batch.traits, masks, batch.scores)
        odds = [self.first.out[i](inner[i])[..., :1] for i in (0, 1)]
        counts = [mask.shape[1] for mask in masks]
        columns = [
            [inner[i], odds[i].clamp(-8, 8) / 3, batch.traits[i], batch.shapes[i]] for i in (0, 1)
        ]
        for i in (0, 1):
            columns[i].append(batch.lengths[i][:, None].expand(-1, counts[i], -1))
        rows = torch.cat([self.inp[i](torch.cat(columns[i], 2)) for i in (0, 1)], 1)
        mask = torch.cat(masks, 1)[..., None]
        is_english = torch.arange(sum(counts)) < counts[0]
        across = is_english[:, None] != is_english[None]
        padding = mask[:, None, :, 0] == 0
        table = torch.zeros(len(rows), sum(counts), sum(counts))
        table[:, : counts[0], counts[0] :] = matches = matches.clamp(min=-30)
        table[:, counts[0] :, : counts[0]] = matches.transpose(1, 2)
        places = torch.cat([torch.arange(count) for count in counts])
        apart = (places[None] - places[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        rows = rows * mask
        for layer in self.layers:
            rows = layer(rows, table, ~across | padding, across | padding, apart) * mask
        parts = evened(rows).split(counts, 1)
        says = [self.out_run[i](parts[i]) for i in (0, 1)]
        return [torch.cat([says[i][..., :1] + odds[i], says[i][..., 1:]], -1) for i in (0, 1)]

    def weigh(self, batch: Batch, found: list[Tensor]) -> list[Tensor]:
        """The log-odds of every run of words (pair, first, last), of none that is no run of phrases."""
        weighed = []
        for i in (0, 1):
            rows = found[i] * batch.masks[i][..., None]
            upto = functional.pad(rows[..., 0].cumsum(1), (1, 0))
            words = upto[:, None, 1:] - upto[:, :-1, None]
            ends = rows[:, :, None, 1] + rows[:, None, :, 2]
            rest = self.run[i, 0] + batch.runs[i] @ self.run[i, 1:]
            odds = self.word[i] * words + ends + rest
            weighed.append(odds.masked_fill(~batch.is_run[i], NEVER))
        return weighed


class Batch:
    """What the network reads of examples, and what it should say."""

    def __init__(self, examples: list[Example], table: NDArray[np.float16]) -> None:
        counts = np.array([[len(side) for side in one.words] for one in examples])
        sizes = np.array([[shape.lengths.sum() for shape in one.shapes] for one in examples])
        sizes = np.maximum(sizes, 1.0)
        wide = counts.max(axis=0)
        scores = np.full((len(examples), *wide), -9, np.float32)
        for row, one in enumerate(examples):
            scores[row, : counts[row, 0], : counts[row, 1]] = one.scores
        self.scores = torch.from_numpy(scores)
        self.vectors, self.traits, self.masks, self.shapes = [], [], [], []
        self.lengths, self.runs, self.is_run, self.is_right, self.labels = [], [], [], [], []
        for i in (0, 1):
            self._add(examples, i, int(wide[i]), counts, sizes, table)
        self.is_planted = torch.tensor([one.run is not None for one in examples])

    def _add(
        self,
        examples: list[Example],
        i: int,
        wide: int,
        counts: NDArray[np.int64],
        sizes: NDArray[np.float64],
        table: NDArray[np.float16],
    ) -> None:
        shape = len(examples), wide
        words, labels = np.zeros(shape, np.int64), np.full(shape, -1, np.int8)
        traits = np.zeros((*shape, coverage_matcher.TRAITS), np.float32)
        mask, lengths = np.zeros(shape, np.float32), np.zeros(shape)
        opens, breaks = np.zeros((2, len(examples), wide + 1), bool)
        is_right = np.zeros((*shape, wide), bool)
        places = np.arange(wide)
        for row, one in enumerate(examples):
            count = counts[row, i]
            words[row, :count], traits[row, :count] = one.words[i], one.traits[i]
            labels[row, :count], mask[row, :count] = one.unrendered[i], 1
            lengths[row, :count] = one.shapes[i].lengths
            opens[row, :count], breaks[row, :count] = one.shapes[i].opens, one.shapes[i].breaks
            opens[row, count] = breaks[row, count] = True
            if one.run is not None and one.run[0] == i:
                _, begin, end = one.run
                first, behind = places[:, None], places[None] + 1
                shared = np.minimum(behind, end) - np.maximum(first, begin)
                union = np.maximum(behind, end) - np.minimum(first, begin)
                is_right[row] = shared >= RIGHT * union
        own, other = sizes[:, i], sizes[:, 1 - i]
        wider = np.array([spread(*both) for both in zip(own, other, strict=True)])
        ratio, count = np.log(own / other), counts[:, i]
        upto = np.pad(np.cumsum(lengths, 1), ((0, 0), (1, 0)))
        taken = np.maximum(upto[:, None, 1:] - upto[:, :-1, None], 0)
        after = np.log(np.maximum(own[:, None, None] - taken, 1.0) / other[:, None, None])
        agree = (ratio[:, None, None] ** 2 - after**2) / (2 * wider[:, None, None] ** 2)
        number = places[None] + 1 - places[:, None]
        is_run = opens[:, :-1, None] & opens[:, None, 1:] & (number >= 2)
        is_run &= (mask[:, :, None] * mask[:, None] > 0) & (
            number <= NEARLY_ALL * count[:, None, None]
        )
        runs = [
            np.broadcast_to(np.log(np.maximum(number, 1)), taken.shape),
            np.clip(agree, -6, 10) / 2,
            np.minimum(taken / own[:, None, None], 1),
            breaks[:, :-1, None].astype(np.float64) + breaks[:, None, 1:],
        ]
        sides = [
            np.clip(2 * ratio, -3, 3),
            np.log(own) / 3 - 1,
            np.log(other) / 3 - 1,
            np.clip(np.log(count / counts[:, 1 - i]), -2, 2),
            np.clip(ratio / wider, -6, 6) / 3,
        ]
        shapes = [opens[:, :-1], breaks[:, :-1], np.minimum(lengths, 30) / 10]
        self.vectors.append(torch.from_numpy(table[words].astype(np.float32) * mask[..., None]))
        self.traits.append(torch.from_numpy(traits))
        self.masks.append(torch.from_numpy(mask))
        self.shapes.append(
            torch.tensor(np.stack(shapes, -1) * mask[..., None], dtype=torch.float32)
        )
        self.lengths.append(torch.tensor(np.stack(sides, 1), dtype=torch.float32))
        self.runs.append(torch.tensor(np.stack(runs, -1), dtype=torch.float32))
        self.is_run.append(torch.from_numpy(is_run))
        self.is_right.append(torch.from_numpy(is_right & is_run))
        self.labels.append(torch.from_numpy(labels))


def loss_of(net: Net, batch: Batch) -> tuple[Tensor, Tensor]:
    """That of the words, and that of the pairs as wholes."""
    found = net(batch)
    weighed = net.weigh(batch, found)
    words, count = torch.zeros(()), 0
    for odds, labels in zip(found, batch.labels, strict=True):
        counted = labels >= 0
        words = words + functional.binary_cross_entropy_with_logits(
            odds[..., 0][counted], labels[counted].float(), reduction="sum"
        )
        count += int(counted.sum())
    every = torch.cat([side.flatten(1) for side in weighed], 1)
    is_right = torch.cat([side.flatten(1) for side in batch.is_right], 1)
    right = every.masked_fill(~is_right, NEVER).logsumexp(1)
    none = functional.softplus(every.logsumexp(1))
    untouched = none.clamp(max=MOST) * OF_UNTOUCHED
    planted = (none - right).clamp(max=MOST_PLANTED) * OF_PLANTED * is_right.any(1)
    return words / count, torch.where(batch.is_planted, planted, untouched).mean()


def news(
    paths: list[Path], rng: random.Random
) -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
    for path in paths:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        pairs = [(row[0].strip(), row[1].strip()) for row in rows if len(row) > 1 and all(row[:2])]
        pairs = [pair for pair in pairs if len(pair[0]) < 420 and len(pair[1]) < 210]
        for place, pair in enumerate(pairs):
            is_near = rng.random() < NEIGHBOUR
            yield "news", pair, pairs[(place + 1) % len(pairs)] if is_near else rng.choice(pairs)


def elsewhere(
    folder: Path, rng: random.Random
) -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
    for name, count in coverage_matcher.ROWS.items():
        least = 25 if name in coverage_matcher.SHORT else 40
        rows = [
            (row[0].strip(), row[1].strip())
            for row in read_rows(folder / f"{name}.tsv.xz")
            if len(row) > 1
            and least < len(row[0]) < 420
            and 10 < len(row[1]) < 210
            and "<" not in row[0]
        ]
        for place in rng.sample(range(len(rows) - 1), min(count // FRACTION, len(rows) - 1)):
            yield (
                name,
                rows[place],
                rows[place + 1] if rng.random() < NEIGHBOUR else rng.choice(rows),
            )


def rated(path: Path, measured: list[Path]) -> Iterator[tuple[str, str]]:
    lines = (line for file in measured for line in file.read_text("utf-8").splitlines())
    seen = {line.split("\t")[1].strip() for line in lines if "\t" in line}
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            _, _, _, source, translation, _, score, *_ = row.rstrip("\n").split("\t")
            if float(score) >= GOOD and source.strip() not in seen:
                yield translation.strip(), source.strip()


def save(net: Net, path: Path) -> None:
    """The arrays under the names that `coverage/matcher.py` and `coverage/in_context.py` read."""
    arrays = {}
    for name, tensor in net.state_dict().items():
        name = name.removeprefix("first.")
        rows = tensor.numpy()[:1] if name.startswith("out.") else tensor.numpy()
        arrays[name] = rows.astype(np.float16 if rows.size > 64 and rows.ndim > 1 else np.float32)
    np.savez_compressed(path, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--rated", type=Path)
    parser.add_argument("--not-of", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    options = parser.parse_args()
    rng = random.Random(5)
    torch.manual_seed(0)
    torch.set_num_threads(1)
    context = default_context()
    vocabulary: dict[tuple[Lang, str], int] = {}

    def linked(rows: Iterator[tuple[str, tuple[str, str], tuple[str, str] | None]]) -> list[Joined]:
        made = (joined(*row, context.linker, vocabulary) for row in rows)
        return [one for one in made if one is not None]

    pools = {
        NEWS: linked(news(options.news, rng)),
        RATED: linked(
            ("rated", row, None)
            for row in (rated(options.rated, options.not_of) if options.rated else ())
        ),
        1.0: linked(elsewhere(options.pairs, rng)),
    }
    print(", ".join(f"{len(pool):,}" for pool in pools.values()), "joined pairs", flush=True)
    words = [word for _, word in vocabulary]
    chunks = [words[start : start + 5_000] for start in range(0, len(words), 5_000)]
    table = np.vstack([context.vectors.of(chunk) for chunk in chunks]).astype(np.float16)
    train(Net(options.first), pools, table, options, rng)


def drawn(pools: dict[float, list[Joined]], plants: Plants, rng: random.Random) -> Example | None:
    draw = rng.random()
    if draw < NEWS:
        return plants.draw(rng.choice(pools[NEWS]), UNTOUCHED)
    if draw < NEWS + RATED and pools[RATED]:
        return plants.whole(rng.choice(pools[RATED]))
    return plants.draw(rng.choice(pools[1.0]), UNTOUCHED_ELSEWHERE)


def train(
    net: Net,
    pools: dict[float, list[Joined]],
    table: NDArray[np.float16],
    options: argparse.Namespace,
    rng: random.Random,
) -> None:
    plants = Plants(rng)
    first = [*net.first.parameters()]
    rest = [tensor for name, tensor in net.named_parameters() if not name.startswith("first.")]
    groups = [{"params": first, "of_rate": FIRST_RATE}, {"params": rest, "of_rate": 1.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    begun, step = time.monotonic(), 0
    seen: list[tuple[float, float]] = []
    while (share := (time.monotonic() - begun) / options.seconds) < 1:
        pool: list[Example] = []
        while len(pool) < BATCH * POOL:
            if (one := drawn(pools, plants, rng)) is not None:
                pool.append(one)
        pool.sort(key=lambda one: sum(map(len, one.words)))
        batches = [pool[start : start + BATCH] for start in range(0, len(pool), BATCH)]
        rng.shuffle(batches)
        rate = RATE * min(1, (step + 1) / 200) * (0.5 * (1 + math.cos(math.pi * share)) + 0.01)
        for group in optimizer.param_groups:
            group["lr"] = rate * group["of_rate"]
        for batch in batches:
            words, whole = loss_of(net, Batch(batch, table))
            optimizer.zero_grad()
            (words + WHOLE * whole).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            seen.append((words.item(), whole.item()))
        if step % (POOL * 20) == 0:
            of_words, of_pairs = np.mean(seen[-300:], axis=0)
            print(f"step {step}: loss of words {of_words:.4f}, of pairs {of_pairs:.4f}", flush=True)
    save(net, options.out)


if __name__ == "__main__":
    main()
