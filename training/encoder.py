"""Train the embedded encoder: a static table of token vectors, one space for English and Japanese.

    python training/encoder.py --pairs FOLDER --out src/alignqa/data/encoder

A Unigram tokenizer is learned on both languages together, then the mean of its token vectors is
trained with in-batch negatives: for each pair, every other pair of the batch is a wrong answer,
in both directions (InfoNCE, van den Oord et al. 2018; the symmetric form of CLIP, Radford et al.
2021). Batches hold pairs of like length, so that length alone never gives the answer away. The
length of a token's vector is learned with it and acts as its weight in the mean.

The result is a sentence-transformers folder (StaticEmbedding) that model2vec reads without torch.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from pairs import read_all

NAME = "alignqa-static-2"
UNKNOWN = "[UNK]"
# A piece never crosses from one script into another: kanji, hiragana, katakana, letters, digits.
SCRIPT_RUN = (
    r"▁?\p{Latin}[\p{Latin}\p{M}]*|\p{Han}+|\p{Hiragana}+|[\p{Katakana}ー]+|\p{Nd}{1,4}"
    r"|▁|[^\p{Latin}\p{Han}\p{Hiragana}\p{Katakana}ー\p{Nd}▁]+"
)


def new_tokenizer() -> Tokenizer:
    """A Unigram tokenizer without a vocabulary, with the normalisation and the cuts of ours."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"[‘’]"), "'"),
            normalizers.Replace(Regex(r"[“”]"), '"'),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="always"),
            pre_tokenizers.Split(Regex(SCRIPT_RUN), behavior="isolated"),
        ]
    )
    return tokenizer


def train_tokenizer(texts: list[str], size: int) -> Tokenizer:
    """Learn `size` pieces from texts of both languages."""
    tokenizer = new_tokenizer()
    tokenizer.train_from_iterator(
        texts,
        trainers.UnigramTrainer(
            vocab_size=size,
            special_tokens=[UNKNOWN],
            unk_token=UNKNOWN,
            max_piece_length=12,
            shrinking_factor=0.7,
        ),
    )
    return tokenizer


class Ragged:
    """Token ids of many texts, laid end to end."""

    def __init__(self, tokenizer: Tokenizer, texts: list[str], longest: int) -> None:
        unknown = tokenizer.token_to_id(UNKNOWN)
        flat: list[NDArray[np.int32]] = []
        for start in range(0, len(texts), 20_000):
            for encoding in tokenizer.encode_batch_fast(texts[start : start + 20_000]):
                ids = [i for i in encoding.ids if i != unknown][:longest]
                flat.append(np.array(ids or [unknown], dtype=np.int32))
        self.lengths = np.array([len(ids) for ids in flat], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        self.ids = np.concatenate(flat)

    def batch(
        self, rows: NDArray[np.int64], dropout: float = 0.0, rng: np.random.Generator | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and offsets of these rows, as EmbeddingBag takes them; some ids left out at random."""
        pieces = [self.ids[self.starts[row] : self.starts[row + 1]] for row in rows]
        if rng and dropout:
            kept = [piece[rng.random(len(piece)) >= dropout] for piece in pieces]
            pieces = [
                some if len(some) else piece for some, piece in zip(kept, pieces, strict=True)
            ]
        offsets = np.concatenate([[0], np.cumsum([len(piece) for piece in pieces])[:-1]])
        return torch.from_numpy(np.concatenate(pieces).astype(np.int64)), torch.from_numpy(offsets)


def like_length_batches(
    source: Ragged, target: Ragged, size: int, neighbours: int, rng: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Every row once, in batches whose pairs are about as long as each other.

    Rows that stand together in their document stay together, `neighbours` at a time, as far as
    their lengths allow: they are the negatives that are hardest to tell apart.
    """
    length = np.log(source.lengths + target.lengths) + rng.normal(0, 0.12, len(source.lengths))
    bands = np.array_split(np.argsort(length), max(1, len(length) // (size * 4)))
    batches: list[NDArray[np.int64]] = []
    for band in bands:
        in_order = np.sort(band)
        blocks = [
            in_order[start : start + neighbours] for start in range(0, len(in_order), neighbours)
        ]
        order = rng.permutation(len(blocks))
        shuffled = np.concatenate([blocks[number] for number in order])
        batches += [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    for number in rng.permutation(len(batches)):
        if len(batches[number]) > size // 4:
            yield batches[number]


def from_teacher(tokenizer: Tokenizer, folder: Path, dimensions: int) -> NDArray[np.float32]:
    """A vector for each piece by a sentence-transformers model, cut to its first principal
    components: what the pairs say too little of is not left to chance (after model2vec's
    distillation, Tulkens & van Dongen 2024)."""
    from sentence_transformers import SentenceTransformer

    pieces = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    teacher = SentenceTransformer(str(folder), model_kwargs={"dtype": "float32"})
    vectors = teacher.encode(
        [piece.replace("▁", " ").strip() or piece for piece in pieces],
        prompt="query: ",
        batch_size=256,
        show_progress_bar=False,
    )
    vectors = vectors - vectors.mean(axis=0)
    _, values, axes = np.linalg.svd(vectors, full_matrices=False)
    projected = vectors @ axes[:dimensions].T
    # Directions of like weight: the first components say what sort of text it is, not what it means.
    projected = projected / np.sqrt(values[:dimensions])
    return np.asarray(projected / np.linalg.norm(projected, axis=1).mean(), dtype=np.float32)


def encode(
    table: torch.nn.EmbeddingBag,
    texts: Ragged,
    rows: NDArray[np.int64],
    dropout: float = 0.0,
    rng: np.random.Generator | None = None,
) -> torch.Tensor:
    ids, offsets = texts.batch(rows, dropout, rng)
    return torch.nn.functional.normalize(table(ids, offsets), dim=1)


def retrieval(
    table: torch.nn.EmbeddingBag, tokenizer: Tokenizer, pairs: list[tuple[str, str]]
) -> tuple[float, float]:
    """Share of texts whose nearest neighbour on the other side is their translation, both ways."""
    rows = np.arange(len(pairs))
    with torch.no_grad():
        english = encode(table, Ragged(tokenizer, [pair[0] for pair in pairs], 10_000), rows)
        japanese = encode(table, Ragged(tokenizer, [pair[1] for pair in pairs], 10_000), rows)
    similarity = english @ japanese.T
    right = torch.arange(len(pairs))
    forth = (similarity.argmax(1) == right).float().mean().item()
    back = (similarity.argmax(0) == right).float().mean().item()
    return forth, back


def train(
    table: torch.nn.EmbeddingBag,
    source: Ragged,
    target: Ragged,
    *,
    epochs: int,
    batch_size: int,
    rate: float,
    scale: float,
    dropout: float,
    neighbours: int,
    seed: int,
) -> Iterator[tuple[int, float]]:
    """Fit the table; yields (step, loss) so that the caller can report."""
    rng = np.random.default_rng(seed)
    optimizer = torch.optim.SparseAdam(list(table.parameters()), lr=rate)
    steps = epochs * math.ceil(len(source.lengths) / batch_size)
    warm = max(1, steps // 20)
    step = 0
    for _ in range(epochs):
        for rows in like_length_batches(source, target, batch_size, neighbours, rng):
            progress = step / steps
            factor = min(1.0, (step + 1) / warm) * (0.5 * (1 + math.cos(math.pi * progress)))
            for group in optimizer.param_groups:
                group["lr"] = rate * max(factor, 0.01)
            left = encode(table, source, rows, dropout, rng)
            right = encode(table, target, rows, dropout, rng)
            scores = scale * left @ right.T
            answers = torch.arange(len(rows))
            loss = (
                torch.nn.functional.cross_entropy(scores, answers)
                + torch.nn.functional.cross_entropy(scores.T, answers)
            ) / 2
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            yield step, loss.item()


def save(folder: Path, tokenizer: Tokenizer, vectors: NDArray[np.float16]) -> str:
    """Write the sentence-transformers folder; returns the sha256 of the weights."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    save_file({"embedding.weight": vectors}, str(folder / "model.safetensors"))
    modules = [
        {
            "idx": 0,
            "name": "0",
            "path": "",
            "type": "sentence_transformers.models.StaticEmbedding",
        },
        {
            "idx": 1,
            "name": "1",
            "path": "1_Normalize",
            "type": "sentence_transformers.models.Normalize",
        },
    ]
    written: dict[str, object] = {
        "modules.json": modules,
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "", "document": ""},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    written["fingerprint.json"] = {"name": NAME, "sha256": digest}
    for name, content in written.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    (folder / "model.safetensors").chmod(0o644)
    return digest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True, help="folder of NAME.tsv.xz files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--dev", type=Path, help="TSV of held-out pairs to report retrieval on")
    parser.add_argument("--tokenizer", type=Path, help="reuse this tokenizer.json")
    parser.add_argument("--pieces", type=int, default=60_000)
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=4096)
    parser.add_argument("--rate", type=float, default=0.02)
    parser.add_argument("--scale", type=float, default=20.0)
    parser.add_argument("--dropout", type=float, default=0.1, help="share of tokens left out")
    parser.add_argument("--neighbours", type=int, default=8, help="rows kept together in a batch")
    parser.add_argument("--teacher", type=Path, help="sentence-transformers folder to begin from")
    parser.add_argument("--norm", type=float, default=1.6, help="mean length of the first vectors")
    parser.add_argument("--thin", type=int, default=1, help="train on one pair in N (for trials)")
    parser.add_argument("--seed", type=int, default=20)
    options = parser.parse_args()

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    began = time.monotonic()

    def say(message: str) -> None:
        print(f"{time.monotonic() - began:7.0f} s  {message}", flush=True)

    by_source = read_all(options.pairs)
    for name, found in by_source.items():
        say(f"{name}: {len(found):,} pairs")
    pairs = [pair for found in by_source.values() for pair in found]
    pairs = pairs[:: options.thin]
    if options.tokenizer:
        tokenizer = Tokenizer.from_file(str(options.tokenizer))
    else:
        texts = [text for pair in pairs for text in pair]
        tokenizer = train_tokenizer(
            random.sample(texts, min(len(texts), 1_500_000)), options.pieces
        )
        options.out.mkdir(parents=True, exist_ok=True)
        tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    say(f"tokenizer: {tokenizer.get_vocab_size():,} pieces")
    source = Ragged(tokenizer, [pair[0] for pair in pairs], 160)
    target = Ragged(tokenizer, [pair[1] for pair in pairs], 160)
    say(f"{len(pairs):,} pairs tokenized, {len(source.ids) + len(target.ids):,} tokens")

    dev: list[tuple[str, str]] = []
    if options.dev:
        rows = [line.split("\t") for line in options.dev.read_text("utf-8").splitlines()[1:]]
        dev = [(row[0], row[1]) for row in rows]
    table = torch.nn.EmbeddingBag(
        tokenizer.get_vocab_size(), options.dimensions, mode="mean", sparse=True
    )
    torch.nn.init.normal_(table.weight, std=options.norm / options.dimensions**0.5)
    if options.teacher:
        first = from_teacher(tokenizer, options.teacher, options.dimensions)
        with torch.no_grad():
            table.weight.copy_(torch.from_numpy(first * options.norm))
        say("began from the teacher's vectors of the pieces")
        if dev:
            say("dev retrieval {:.4f} / {:.4f}".format(*retrieval(table, tokenizer, dev)))
    settings = {
        key: getattr(options, key)
        for key in ("epochs", "scale", "rate", "dropout", "neighbours", "seed")
    }
    for step, loss in train(table, source, target, batch_size=options.batch, **settings):
        if step % 50 == 0:
            held_out = (
                "  dev {:.3f} / {:.3f}".format(*retrieval(table, tokenizer, dev)) if dev else ""
            )
            say(f"step {step}: loss {loss:.3f}{held_out}")
    with torch.no_grad():
        table.weight[tokenizer.token_to_id(UNKNOWN)] = 0.0
    if dev:
        say("dev retrieval {:.4f} / {:.4f}".format(*retrieval(table, tokenizer, dev)))
    say("sha256 " + save(options.out, tokenizer, table.weight.detach().numpy().astype(np.float16)))


if __name__ == "__main__":
    main()
