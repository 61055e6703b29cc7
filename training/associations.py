"""Learn which words render which, and build the table of associations that ships with alignqa.

    python training/associations.py --pairs FOLDER --out src/alignqa/data/associations

Words: IBM's Model 1 (Brown et al. 1993) in both directions with an empty word and a prior for the
diagonal (Dyer et al. 2013), trained to agree (Liang, Taskar and Klein 2006): what counts for a link
is the product of what the two directions say. Phrases of two or three English words and compounds
of two or three Japanese nouns are set against everything that stands in the same pairs, and kept
where Dunning's likelihood ratio (1993) is high and the two are found together more often than not.

`--cache FILE` keeps the tokens between two runs: cutting the texts takes longer than learning.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from scipy import sparse

from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.link_units import ENGLISH_GRAMMAR, JAPANESE_GRAMMAR
from alignqa.words import english_words, japanese_tokens
from pairs import read_pairs, sources

# Large sources, thinned so that history and names of persons do not drown the rest.
AT_MOST = {"kyotowiki": 300_000, "jmnedict_names": 60_000}
LONGEST = 400
# What is kept: links so often counted, and such shares of the words' occurrences.
FEWEST_LINKED, LEAST_SHARE, LEAST_OTHER_SHARE = 1.5, 0.03, 0.003
FEWEST_TOGETHER = 5
BREAK = "|"
_JOINED = re.compile(r"['’]?[sS]?[ \-‐–]")


def english_line(text: str) -> str:
    """Keys of the words, joined by spaces, `|` where something else than a space lies between."""
    keys, end = [], None
    for word in english_words(text):
        if end is not None and not _JOINED.fullmatch(text[end : word.span.start]):
            keys.append(BREAK)
        keys.append(fold_spelling(word.lemma))
        end = word.span.end
    return " ".join(keys)


def japanese_line(text: str) -> str:
    """Normalised forms of the words, `n` before those that join into compounds and `w` before the
    others, `|` for particles, endings and marks."""
    parts: list[str] = []
    for token in japanese_tokens(text):
        base = token.base.replace(" ", "")
        nominal = token.pos[0] in {"名詞", "接頭辞", "接尾辞"} and not token.is_number
        other = token.pos[0] in {
            "動詞",
            "形容詞",
            "形状詞",
            "副詞",
            "連体詞",
            "代名詞",
            "接続詞",
            "感動詞",
        }
        if (
            not base
            or base in JAPANESE_GRAMMAR
            or token.pos[1] == "助動詞語幹"
            or not (nominal or other or token.is_number)
        ):
            if parts and parts[-1] != BREAK:
                parts.append(BREAK)
            continue
        parts.append(("n" if nominal else "w") + base)
    return " ".join(parts)


def lines_of(pair: tuple[str, str]) -> str:
    return f"{english_line(pair[0])}\t{japanese_line(pair[1])}"


def tokenised(folder: Path, cache: Path | None) -> list[str]:
    """One line a pair, English <TAB> Japanese, as `english_line` and `japanese_line` give them."""
    if cache and cache.exists():
        return cache.read_text("utf-8").split("\n")
    rng, lines = random.Random(3), []
    with multiprocessing.Pool(2) as pool:
        for source in sources():
            pairs = [p for p in read_pairs(folder, source) if max(map(len, p)) <= LONGEST]
            at_most = AT_MOST.get(source.name, len(pairs))
            pairs = rng.sample(pairs, at_most) if len(pairs) > at_most else pairs
            began = time.perf_counter()
            lines += pool.map(lines_of, pairs, chunksize=2000)
            print(
                f"{source.name}: {len(pairs):,} pairs, {time.perf_counter() - began:.0f} s",
                flush=True,
            )
    if cache:
        cache.write_text("\n".join(lines), "utf-8")
    return lines


@dataclass(frozen=True)
class Link:
    """How often two units are linked, and the share of the English unit's and of the Japanese
    unit's occurrences that this is."""

    count: float
    forward: float
    backward: float


Table = dict[tuple[str, str], Link]


@dataclass(frozen=True)
class Side:
    """One language's units: `ids` of all pairs laid end to end, pair n at `starts[n]:starts[n+1]`."""

    names: list[str]
    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    @property
    def counts(self) -> NDArray[np.int64]:
        return np.bincount(self.ids, minlength=len(self.names))


def side_of(sentences: Iterator[list[str]], fewest: int, at_most: int) -> Side:
    """Units that stand at least `fewest` times; of a pair's, the first `at_most`."""
    listed = list(sentences)
    counts = Counter(unit for units in listed for unit in units)
    names = sorted(unit for unit, count in counts.items() if count >= fewest)
    number = {name: n for n, name in enumerate(names)}
    rows = [[number[unit] for unit in units if unit in number][:at_most] for units in listed]
    starts = np.cumsum([0, *map(len, rows)])
    return Side(names, np.array([n for row in rows for n in row], dtype=np.int32), starts)


def english_words_of(line: str) -> list[str]:
    return [key for key in line.split() if is_english_unit(key)]


def is_english_unit(key: str) -> bool:
    return key not in ENGLISH_GRAMMAR and key.isascii() and key[0].isalpha() and key != BREAK


def japanese_words_of(line: str) -> list[str]:
    return [part[1:] for part in line.split() if part != BREAK and is_japanese_unit(part[1:])]


def is_japanese_unit(base: str) -> bool:
    return not base[0].isdigit() and len(base) <= 20


def english_phrases_of(line: str) -> list[str]:
    """Runs of two and three words, whole in themselves: they neither begin nor end with grammar."""
    found: dict[str, None] = {}
    for run in line.split(f" {BREAK} "):
        keys = run.split()
        for size in (2, 3):
            for start in range(len(keys) - size + 1):
                part = keys[start : start + size]
                if is_english_unit(part[0]) and is_english_unit(part[-1]):
                    found[" ".join(part)] = None
    return list(found)


def japanese_compounds_of(line: str) -> list[str]:
    """Runs of two and three nouns, prefixes and suffixes."""
    found: dict[str, None] = {}
    parts = line.split()
    for size in (2, 3):
        for start in range(len(parts) - size + 1):
            run = parts[start : start + size]
            if all(part[0] == "n" and is_japanese_unit(part[1:]) for part in run):
                found["".join(part[1:] for part in run)] = None
    return list(found)


@dataclass(frozen=True)
class Links:
    """Associated units: `english[n]` with `japanese[n]`, how often they are linked, and the share
    of either's occurrences that this is."""

    english: NDArray[np.int64]
    japanese: NDArray[np.int64]
    count: NDArray[np.float64]
    forward: NDArray[np.float64]
    backward: NDArray[np.float64]


def model_one(english: Side, japanese: Side, rounds: int, diagonal: float = 2.0) -> Links:
    """IBM's Model 1 both ways, trained to agree."""
    en_len, ja_len = english.lengths, japanese.lengths
    # Every (English token, Japanese token) of a pair, as places in the two sides' `ids`.
    sizes = en_len * ja_len
    pair_of = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    within = np.arange(sizes.sum(), dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    row, column = np.divmod(within, ja_len[pair_of])
    del within
    away = np.abs((row + 0.5) / en_len[pair_of] - (column + 0.5) / ja_len[pair_of])
    nearness = np.exp(-diagonal * away).astype(np.float32)
    del away
    en_at = (english.starts[pair_of] + row).astype(np.int32)
    ja_at = (japanese.starts[pair_of] + column).astype(np.int32)
    del row, column, pair_of
    keys = english.ids[en_at].astype(np.int64) * len(japanese.names) + japanese.ids[ja_at]
    cells, cell = np.unique(keys, return_inverse=True)
    cell = cell.astype(np.int32)
    del keys
    en_of, ja_of = np.divmod(cells, len(japanese.names))
    print(f"{len(en_at):,} token pairs, {len(cells):,} word pairs", flush=True)
    en_counts, ja_counts = english.counts, japanese.counts
    # The empty word gives what is left over, as often as it stands anywhere.
    empty_ja = 0.1 * ja_counts[japanese.ids] / ja_counts.sum()
    empty_en = 0.1 * en_counts[english.ids] / en_counts.sum()
    together = np.bincount(cell, weights=nearness, minlength=len(cells))
    counts = together
    for number in range(rounds):
        forward = counts / np.bincount(en_of, counts, len(en_counts))[en_of]
        backward = counts / np.bincount(ja_of, counts, len(ja_counts))[ja_of]
        posterior = _posterior(forward, cell, nearness, ja_at, empty_ja)
        posterior *= _posterior(backward, cell, nearness, en_at, empty_en)
        counts = np.bincount(cell, weights=posterior, minlength=len(cells)) + 1e-12
        print(f"round {number + 1}: {posterior.sum():,.0f} links", flush=True)
    return Links(en_of, ja_of, counts, counts / en_counts[en_of], counts / ja_counts[ja_of])


def _posterior(
    table: NDArray[np.float64],
    cell: NDArray[np.int32],
    nearness: NDArray[np.float32],
    chooser: NDArray[np.int32],
    empty: NDArray[np.float64],
) -> NDArray[np.float32]:
    """The probability of each token pair's link, where each token at `chooser` takes one."""
    weight = table.astype(np.float32)[cell] * nearness
    places = np.bincount(chooser, minlength=len(empty)).clip(1)
    weight /= places.astype(np.float32)[chooser]
    total = np.bincount(chooser, weights=weight, minlength=len(empty)) + empty
    weight /= total.astype(np.float32)[chooser]
    return weight


def phrases(lines: list[tuple[str, str]], words: Links, english: Side, japanese: Side) -> Table:
    """Phrases with words, words with compounds, phrases with compounds: what stands together far
    more often than chance has it, and is not just the rendering of one word of the phrase."""
    en_phrases = side_of((english_phrases_of(en) for en, _ in lines), 5, 60)
    ja_compounds = side_of((japanese_compounds_of(ja) for _, ja in lines), 5, 60)
    left, right = _incidence(en_phrases), _incidence(ja_compounds)
    singles, tokens = _incidence(english), _incidence(japanese)
    known = _by_word(words, english.names, japanese.names)
    table: Table = {}
    for one, en_names, other, ja_names in (
        (left, en_phrases.names, tokens, japanese.names),
        (singles, english.names, right, ja_compounds.names),
        (left, en_phrases.names, right, ja_compounds.names),
    ):
        for en, ja, link in _together(one, en_names, other, ja_names, one.shape[0]):
            if not _is_said_by_a_part(en, ja, link, known):
                table[en, ja] = link
        print(f"{len(table):,} links of phrases", flush=True)
    return table


def _is_said_by_a_part(
    english: str, japanese: str, link: Link, known: dict[str, dict[str, tuple[float, float]]]
) -> bool:
    """Whether one word of the phrase is rendered by the Japanese unit or a part of it anyway."""
    words = english.split()
    for word in words:
        for form, (forward, backward) in known.get(word, {}).items():
            if form in japanese and (form != japanese or len(words) > 1):
                if form == japanese and (
                    forward > 0.5 * link.forward or backward > 2 * link.backward
                ):
                    return True
                if form != japanese and len(words) == 1 and forward > 1.5 * link.forward:
                    return True
    return False


def _incidence(side: Side) -> sparse.csr_matrix:
    """Which pair (row) holds which unit (column)."""
    matrix = sparse.csr_matrix(
        (np.ones(len(side.ids), np.float32), side.ids, side.starts),
        shape=(len(side.starts) - 1, len(side.names)),
    )
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def _by_word(
    words: Links, english: list[str], japanese: list[str]
) -> dict[str, dict[str, tuple[float, float]]]:
    """For each English word its links that are worth anything, with the two shares."""
    found: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for n in np.flatnonzero(np.maximum(words.forward, words.backward) >= 0.05):
        found[english[words.english[n]]][japanese[words.japanese[n]]] = (
            float(words.forward[n]),
            float(words.backward[n]),
        )
    return found


def _together(
    one: sparse.csr_matrix,
    en_names: list[str],
    other: sparse.csr_matrix,
    ja_names: list[str],
    pairs: int,
) -> Iterator[tuple[str, str, Link]]:
    """Units whose co-occurrence is more than chance, half of the rarer one's occurrences or more."""
    n_en, n_ja = (np.asarray(m.sum(axis=0)).ravel() for m in (one, other))
    transposed = one.T.tocsr()
    for start in range(0, transposed.shape[0], 20_000):
        block = (transposed[start : start + 20_000] @ other).tocoo()
        keep = block.data >= FEWEST_TOGETHER
        en, ja, both = block.row[keep] + start, block.col[keep], block.data[keep]
        forward, backward = both / n_en[en], both / n_ja[ja]
        keep = (np.minimum(forward, backward) >= 0.12) & (np.maximum(forward, backward) >= 0.3)
        en, ja, both = en[keep], ja[keep], both[keep]
        ratio = likelihood_ratio(both, n_en[en], n_ja[ja], pairs)
        for e, j, b in zip(en[ratio > 30], ja[ratio > 30], both[ratio > 30], strict=True):
            yield en_names[e], ja_names[j], Link(float(b), float(b / n_en[e]), float(b / n_ja[j]))


def likelihood_ratio(
    both: NDArray[np.float64], one: NDArray[np.float64], other: NDArray[np.float64], total: int
) -> NDArray[np.float64]:
    """Dunning's -2 log λ of two units in `total` pairs, `both` of which hold the two."""
    cells = (both, one - both, other - both, total - one - other + both)
    expected = (
        one * other / total,
        one * (total - other) / total,
        (total - one) * other / total,
        (total - one) * (total - other) / total,
    )
    parts = [
        np.where(o > 0, o * np.log(np.maximum(o, 1e-9) / e), 0.0)
        for o, e in zip(cells, expected, strict=True)
    ]
    return np.asarray(2 * sum(parts))


def kept_words(words: Links, english: list[str], japanese: list[str]) -> Table:
    keep = (words.count >= FEWEST_LINKED) & (
        np.maximum(words.forward, words.backward) >= LEAST_SHARE
    )
    keep &= np.minimum(words.forward, words.backward) >= LEAST_OTHER_SHARE
    return {
        (english[words.english[n]], japanese[words.japanese[n]]): Link(
            float(words.count[n]), float(words.forward[n]), float(words.backward[n])
        )
        for n in np.flatnonzero(keep)
    }


def write(table: Table, folder: Path) -> Path:
    """Keys in the order of their checksums, links sorted by English and by Japanese key, shares as
    255ths of one; see `alignqa.lexicon.associations`."""
    english, japanese = (
        sorted(set(names), key=lambda name: (crc32(name.encode()), name))
        for names in zip(*table, strict=True)
    )
    numbers = [{name: n for n, name in enumerate(names)} for names in (english, japanese)]
    rows = sorted(
        ((numbers[0][en], numbers[1][ja], link) for (en, ja), link in table.items()),
        key=lambda row: (row[0], -row[2].forward, row[1]),
    )
    en, ja = (np.array([row[side] for row in rows], np.int32) for side in (0, 1))
    backward = np.array([row[2].backward for row in rows])
    order = np.lexsort((en, -backward, ja)).astype(np.int32)
    tensors = {
        "english_starts": np.searchsorted(en, np.arange(len(english) + 1)).astype(np.int32),
        "japanese_starts": np.searchsorted(ja[order], np.arange(len(japanese) + 1)).astype(
            np.int32
        ),
        "by_japanese": order,
        "english_of": en,
        "japanese_of": ja,
        "forward": _bytes_of(np.array([row[2].forward for row in rows])),
        "backward": _bytes_of(backward),
    }
    for side, names in (("english", english), ("japanese", japanese)):
        encoded = [name.encode() for name in names]
        tensors[side] = np.frombuffer(b"".join(encoded), np.uint8)
        tensors[f"{side}_ends"] = np.cumsum([len(name) for name in encoded]).astype(np.uint32)
        tensors[f"{side}_checksums"] = np.array([crc32(name) for name in encoded], np.uint32)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "associations.safetensors"
    path.write_bytes(save(tensors))
    print(
        f"{len(table):,} links of {len(english):,} English and {len(japanese):,} Japanese keys, "
        f"{path.stat().st_size / 1e6:.1f} MB, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    )
    return path


def _bytes_of(shares: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.clip(np.round(shares * 255), 1, 255).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True, help="folder of the pair files")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shipped table")
    parser.add_argument("--cache", type=Path, help="where the tokens are kept between runs")
    parser.add_argument("--thin", type=int, default=1, help="take every n-th pair, for a trial")
    options = parser.parse_args()
    rows = tokenised(options.pairs, options.cache)[:: options.thin]
    lines = [(en, ja) for en, ja in (row.split("\t") for row in rows)]
    english = side_of((english_words_of(en) for en, _ in lines), 3, 40)
    japanese = side_of((japanese_words_of(ja) for _, ja in lines), 3, 40)
    words = model_one(english, japanese, rounds=5)
    table = phrases(lines, words, english, japanese) | kept_words(
        words, english.names, japanese.names
    )
    write(table, options.out)


if __name__ == "__main__":
    main()
