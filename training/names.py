"""Learn how names sound: katakana against Latin letters, and kanji against their readings.

    python training/names.py --data FOLDER --out src/alignqa/data/names

`FOLDER` holds `jmnedict_names.tsv.xz` (English, Japanese, type, reading), `jmdict_glosses.tsv.xz`
and `kyotowiki_titles.tsv.xz`. Each name in katakana is aligned with its Latin spelling so that
every mora stands for nought to four letters; the probabilities of the pairings are found by
expectation and maximisation over all alignments, as for grapheme-to-phoneme models (Jiampojamarn,
Kondrak and Sherif 2007, "Applying Many-to-Many Alignments and Hidden Markov Models to
Letter-to-Phoneme Conversion"). One name in twenty, by a hash of its katakana, is held out.

`sounds.tsv`: mora, letters, weight. The weight is the pairing's information in hundredths of a
nat: log P(letters | mora) − log P(letters), the latter as if letters came one by one. The first
line holds the logistic that turns a name's sum into a likeness.
`readings.tsv`: a kanji and its readings in names, the most usual first.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from alignqa.names.likeness import Sounds
from alignqa.names.spelling import latin_letters, morae
from pairs import read_rows

KATAKANA = re.compile(r"[ァ-ヺー]+")
LATIN = re.compile(r"[A-Za-zÀ-ž'’ .-]+")
MOST_LETTERS = 4
LEAST_WEIGHT = -600
KANJI = re.compile(r"[\u3400-\u9fff]")
KANJI_NAME = re.compile(r"[\u3400-\u9fffぁ-ゖァ-ヶ]{1,4}")
HIRAGANA = re.compile(r"[ぁ-ゖ]{1,12}")
NAME_TYPES = {"surname", "given", "fem", "masc", "place"}
MOST_KANJI_NAMES, KANJI_ROUNDS = 150_000, 5
# A reading is kept if it is heard that often, and in that share of the kanji's names.
FEWEST_READ, RAREST, MOST_READINGS = 2.0, 0.003, 24
Named = tuple[str, tuple[str, ...]]


def held_out(katakana: str) -> bool:
    return hashlib.sha256(katakana.encode()).digest()[0] % 20 == 0


def foreign_names(folder: Path) -> list[tuple[str, str]]:
    """(Latin, katakana) of JMnedict's names, and of JMdict's and the titles' loanwords."""
    found: dict[tuple[str, str], None] = {}
    for source in ("jmnedict_names", "jmdict_glosses", "kyotowiki_titles"):
        for row in read_rows(folder / f"{source}.tsv.xz"):
            latin = re.sub(r"\s*\(.*", "", row[0]).strip()
            katakana = row[1].replace("・", "").replace("＝", "").replace("=", "")
            if not (KATAKANA.fullmatch(katakana) and LATIN.fullmatch(latin)):
                continue
            if source != "jmnedict_names" and " " in latin:
                continue
            if 2 <= len(latin_letters(latin)) <= 24 and len(morae(katakana)) >= 2:
                found[latin, katakana] = None
    return list(found)


def posteriors(
    letters: str, sounds: tuple[str, ...], table: dict[str, dict[str, float]] | None
) -> list[tuple[str, str, float]]:
    """(mora, letters, expected count) over all alignments; none where there is no alignment."""
    n, m = len(letters), len(sounds)
    forward = [[0.0] * (n + 1) for _ in range(m + 1)]
    forward[0][0] = 1.0
    weights: list[list[tuple[int, int, float, str]]] = []
    for row, mora in enumerate(sounds):
        known = table.get(mora, {}) if table is not None else None
        edges = []
        here, after = forward[row], forward[row + 1]
        rest = (m - row - 1) * MOST_LETTERS
        for start in range(n + 1):
            base = here[start]
            if not base:
                continue
            for size in range(min(MOST_LETTERS, n - start) + 1):
                if n - start - size > rest:
                    continue
                chunk = letters[start : start + size]
                # To begin with, a mora is as likely to be any letters, but rather one or two.
                p = (
                    (0.3, 1.0, 1.0, 0.3, 0.1)[size] / 26**size
                    if known is None
                    else known.get(chunk, 0.0)
                )
                if p:
                    after[start + size] += base * p
                    edges.append((start, start + size, p, chunk))
        weights.append(edges)
    total = forward[m][n]
    if not total:
        return []
    backward = [0.0] * n + [1.0]
    found = []
    for row in range(m - 1, -1, -1):
        before = [0.0] * (n + 1)
        for start, end, p, chunk in weights[row]:
            if backward[end]:
                before[start] += p * backward[end]
                share = forward[row][start] * p * backward[end] / total
                if share > 1e-3:
                    found.append((sounds[row], chunk, share))
        backward = before
    return found


def maximised(
    pairs: Iterable[Named], table: dict[str, dict[str, float]] | None, fewest: float = 0.05
) -> dict[str, dict[str, float]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for letters, sounds in pairs:
        for mora, chunk, share in posteriors(letters, sounds, table):
            counts[mora][chunk] += share
    return {
        mora: {chunk: n / found.total() for chunk, n in found.items() if n > fewest}
        for mora, found in counts.items()
    }


def weights_of(pairs: list[Named], table: dict[str, dict[str, float]]) -> dict[str, dict[str, int]]:
    """The information of each pairing, in hundredths of a nat, from final counts."""
    letters = Counter("".join(latin for latin, _ in pairs))
    share = {letter: math.log(n / letters.total()) for letter, n in letters.items()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for latin, sounds in pairs:
        for mora, chunk, part in posteriors(latin, sounds, table):
            counts[mora][chunk] += part
    weights: dict[str, dict[str, int]] = {}
    for mora, found in counts.items():
        total = found.total()
        if total < 3:
            continue
        weights[mora] = {}
        for chunk, n in found.items():
            weight = round(100 * (math.log(n / (total + 3)) - sum(share[c] for c in chunk)))
            if n >= 1.5 and weight > LEAST_WEIGHT:
                weights[mora][chunk] = weight
    return weights


def logistic(rows: np.ndarray, wanted: np.ndarray, steps: int = 400) -> np.ndarray:
    """Weights of a logistic regression, the intercept last, by Newton's method."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    w = np.zeros(x.shape[1])
    for _ in range(min(steps, 30)):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (wanted - p))
    return w


def calibrated(
    weights: dict[str, dict[str, int]], names: list[tuple[str, str]]
) -> tuple[float, ...]:
    """The logistic from a sum and its share a letter to a likeness: each name against its own
    katakana, and against the worst five of a hundred others and five at random."""
    rng = random.Random(3)
    sounds = Sounds(weights, (1.0, 0.0, 0.0))
    rows, wanted = [], []
    for latin, katakana in rng.sample(names, 2500):
        own = sounds.weigh(latin, katakana)
        # A gloss that is no transliteration teaches nothing here.
        if own is None:
            continue
        rows.append(features(own, latin))
        wanted.append(1.0)
        others = [other for _, other in rng.sample(names, 100) if other != katakana]
        found = sorted(
            (weight, other)
            for other in others
            if (weight := sounds.weigh(latin, other)) is not None
        )
        for weight, _other in found[-5:]:
            rows.append(features(weight, latin))
            wanted.append(0.0)
    return tuple(float(w) for w in logistic(np.array(rows), np.array(wanted)))


def features(weight: float, latin: str) -> list[float]:
    return [weight / 100, weight / 100 / len(latin_letters(latin))]


def readings(folder: Path) -> dict[str, list[str]]:
    """The readings of each kanji in JMnedict's names, the most usual first."""
    found: dict[tuple[str, str], None] = {}
    for row in read_rows(folder / "jmnedict_names.tsv.xz"):
        if len(row) > 3 and NAME_TYPES & set(row[2].split(";")) and KANJI_NAME.fullmatch(row[1]):
            found[row[1], row[3].split(" ")[0]] = None
    pairs = [(kana, tuple(name)) for name, kana in found if HIRAGANA.fullmatch(kana)]
    pairs = random.Random(2).sample(pairs, min(len(pairs), MOST_KANJI_NAMES))
    print(f"{len(pairs):,} names in kanji")
    table = None
    for _ in range(KANJI_ROUNDS):
        table = maximised(pairs, table, FEWEST_READ)
    assert table is not None
    return {
        kanji: sorted(
            (kana for kana, p in found.items() if kana and p >= RAREST),
            key=lambda k: (-found[k], k),
        )[:MOST_READINGS]
        for kanji, found in sorted(table.items())
        if KANJI.fullmatch(kanji)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    began = time.monotonic()
    names = foreign_names(options.data)
    kept = [pair for pair in names if not held_out(pair[1])]
    pairs = [(latin_letters(latin), morae(katakana)) for latin, katakana in kept]
    print(f"{len(names):,} names in katakana, {len(names) - len(kept):,} of them held out")
    rng = random.Random(1)
    table = None
    for size in (20_000, 20_000, 20_000, 20_000, len(pairs), len(pairs)):
        sample = rng.sample(pairs, min(size, len(pairs)))
        table = (
            maximised(sample, table)
            if table is None
            else maximised([p for p in sample if posteriors(*p, table)], table)
        )
        print(f"  {time.monotonic() - began:.0f} s, {sum(map(len, table.values())):,} pairings")
        if size == 20_000:
            # What twenty thousand names do not show may still be; leave every door ajar.
            for found in table.values():
                for chunk in found:
                    found[chunk] *= 0.98
    assert table is not None
    weights = weights_of(pairs, table)
    scale = calibrated(weights, kept)
    options.out.mkdir(parents=True, exist_ok=True)
    heard = {kanji: kanas for kanji, kanas in readings(options.data).items() if kanas}
    text = "".join(f"{kanji}\t{' '.join(kanas)}\n" for kanji, kanas in heard.items())
    (options.out / "readings.tsv").write_text(text, "utf-8")
    print(f"{sum(map(len, heard.values())):,} readings of {len(heard):,} kanji")
    lines = ["\t".join(f"{w:.4f}" for w in scale)]
    lines += [
        f"{mora}\t{chunk}\t{weight}"
        for mora, found in sorted(weights.items())
        for chunk, weight in sorted(found.items())
    ]
    (options.out / "sounds.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines):,} lines; scale {scale}; {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
