"""How well words are linked, and whether a missing counterpart tells a swapped word from a right one.

    python benchmarks/links.py --gold KFTT.tsv
    python benchmarks/links.py --swap PAIRS.tsv... [--every N]

`--gold` takes pairs aligned word by word by hand: English and Japanese tokens, each joined by
spaces, and the links as `0-3 1-4`, counted from 0, under a header. Precision, recall and AER are
those of links between content words; every second pair, which the weights were not fitted to.

`--swap` takes professional translations, English <TAB> Japanese. In each, one word is replaced by a
word of the same sort from another pair, in turn on each side. The area under the curve says how
often the right word's probability of being rendered is above the swapped one's.

The baseline of both is the embedded encoder's word vectors alone: the mutually nearest words, and
the highest cosine with a run of one to three words of the other side.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.encoders import load_encoder
from alignqa.lexicon import Lexicon
from alignqa.lexicon.associations import Associations
from alignqa.lexicon.link_evidence import KINDS
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.links import Linker, WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.names import sound_likeness
from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens
from rows import rows_of

COSINE, RUN_COSINE = KINDS.index("cosine"), KINDS.index("phrase_cosine")
Cells = set[tuple[int, int]]


def shipped_linker() -> Linker:
    vectors = WordVectors(load_encoder().encode)
    return Linker(Lexicon(), vectors, Associations(), sound_likeness)


def gold_pairs(
    path: Path, first: int, step: int, linker: Linker
) -> Iterator[tuple[WordLinks, Cells]]:
    """Each pair's words, and which of them the hand-made links join, as (English, Japanese)."""
    for row in path.read_text("utf-8").splitlines()[1:][first::step]:
        english, japanese, gold = row.split("\t")
        left, right = places(english.split(" "), " "), places(japanese.split(" "), "")
        numbers = [tuple(map(int, link.split("-"))) for link in gold.split()]
        # Some rows have lost a token and number the others as if it were there.
        if any(e >= len(left) or j >= len(right) for e, j in numbers):
            continue
        links = linker.link(english, japanese.replace(" ", ""))
        yield (
            links,
            {
                (row, column)
                for e, j in numbers
                for row in over(links.english, left[e])
                for column in over(links.japanese, right[j])
            },
        )


def places(tokens: list[str], joint: str) -> list[Span]:
    spans, start = [], 0
    for token in tokens:
        spans.append(Span(start, start + len(token)))
        start += len(token) + len(joint)
    return spans


def over(units: tuple[Unit, ...], span: Span) -> list[int]:
    return [place for place, unit in enumerate(units) if unit.span.overlaps(span)]


def mutual_best(links: WordLinks) -> Cells:
    """The links that the word vectors alone make."""
    if links.found.size == 0:
        return set()
    cosines = links.found[:, :, COSINE]
    best = cosines.argmax(axis=1)
    found = {
        (row, int(column))
        for row, column in enumerate(best)
        if cosines[:, column].argmax() == row and cosines[row, column] >= 0.3
    }
    return content(found, links)


def content(cells: Iterable[tuple[int, int]], links: WordLinks) -> Cells:
    """The links whose two words are content words, as the gold's are."""
    return {c for c in cells if links.english[c[0]].is_content and links.japanese[c[1]].is_content}


def judge_gold(path: Path, linker: Linker) -> None:
    pairs = list(gold_pairs(path, 1, 2, linker))
    gold = [content(joined, links) for links, joined in pairs]
    print(f"{len(pairs)} pairs, {sum(map(len, gold)):,} links between content words")
    for label, made in (
        ("word vectors alone", [mutual_best(links) for links, _ in pairs]),
        ("alignqa", [content(links.cells, links) for links, _ in pairs]),
        (
            "alignqa, sure ≥ .8",
            [content([c for c, p in links.cells.items() if p >= 0.8], links) for links, _ in pairs],
        ),
    ):
        right = sum(len(a & b) for a, b in zip(made, gold, strict=True))
        count, wanted = sum(map(len, made)), sum(map(len, gold))
        print(
            f"{label:20} precision {right / count:.3f}  recall {right / wanted:.3f}  "
            f"AER {1 - 2 * right / (count + wanted):.3f}"
        )
    chances = [
        (p, cell in joined)
        for links, joined in pairs
        for cell, p in links.cells.items()
        if content([cell], links)
    ]
    for low, high in ((0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = [(p, hit) for p, hit in chances if low <= p < high]
        if inside:
            print(
                f"  confidence {low:.1f}–{min(high, 1):.1f}: {len(inside):5,} links, "
                f"said {np.mean([p for p, _ in inside]):.2f}, right {np.mean([h for _, h in inside]):.2f}"
            )


def swaps(
    pairs: list[tuple[str, str]], lang: Lang, rng: random.Random
) -> Iterator[tuple[tuple[str, str], tuple[str, str], Span, Span]]:
    """(texts as they were, texts with the swap, the right word's place, the swapped word's)."""
    side = 0 if lang is Lang.ENGLISH else 1
    for texts in pairs:
        other = rng.choice(pairs)[side]
        mine, theirs = swappable(texts[side], lang), swappable(other, lang)
        if not mine:
            continue
        span, sort = rng.choice(mine)
        rivals = [rival.of(other) for rival, kind in theirs if kind == sort]
        rivals = [rival for rival in rivals if rival.lower() not in texts[side].lower()]
        if not rivals:
            continue
        rival = rng.choice(rivals)
        swapped = texts[side][: span.start] + rival + texts[side][span.end :]
        changed = (swapped, texts[1]) if side == 0 else (texts[0], swapped)
        yield texts, changed, span, Span(span.start, span.start + len(rival))


def swappable(text: str, lang: Lang) -> list[tuple[Span, object]]:
    """Words that another of their sort may stand in for: Japanese nouns; English content words."""
    if lang is Lang.JAPANESE:
        return [
            (token.span, token.is_name)
            for token in japanese_tokens(text)
            if token.is_noun and token.is_content and not token.is_number
        ]
    return [
        (word.span, word.is_capital)
        for word in english_words(text)
        if word.lemma not in FUNCTION_WORDS and word.text.isalpha() and len(word.text) > 2
    ]


def place_of(units: tuple[Unit, ...], span: Span) -> int | None:
    return next((place for place in over(units, span)), None)


def area(right: NDArray[np.float64], wrong: NDArray[np.float64]) -> float:
    """How often a right word's figure is above a swapped word's: the area under the ROC curve."""
    ranks = np.searchsorted(np.sort(wrong), right, "left") + np.searchsorted(
        np.sort(wrong), right, "right"
    )
    return float(ranks.mean() / 2 / len(wrong))


def judge_swaps(pairs: list[tuple[str, str]], linker: Linker) -> None:
    for lang in Lang:
        figures: dict[str, tuple[list[float], list[float]]] = {
            "word vectors alone": ([], []),
            "alignqa": ([], []),
        }
        for before, after, right, wrong in swaps(pairs, lang, random.Random(11)):
            for kind, (texts, span) in enumerate(((before, right), (after, wrong))):
                links = linker.link(*texts)
                units = links.english if lang is Lang.ENGLISH else links.japanese
                place = place_of(units, span)
                if place is None or links.found.size == 0:
                    continue
                axis = 1 if lang is Lang.ENGLISH else 0
                figures["word vectors alone"][kind].append(
                    float(links.found[:, :, RUN_COSINE].max(axis=axis)[place])
                )
                figures["alignqa"][kind].extend(
                    word.probability
                    for word in links.rendered(lang)
                    if word.span == units[place].span
                )
        for label, (right_ones, wrong_ones) in figures.items():
            left, other = np.array(right_ones), np.array(wrong_ones)
            caught = (other < np.quantile(left, 0.05)).mean()
            print(
                f"{lang.english_name:9}{label:20} {len(left):,} right, {len(other):,} swapped words: "
                f"AUC {area(left, other):.3f}, below 95% of the right ones {caught:.2f}"
            )
        for below in (0.05, 0.1, 0.2, 0.3):
            print(
                f"{'':9}unlinked below {below:.2f}: {(left < below).mean():.3f} of the right words, "
                f"{(other < below).mean():.3f} of the swapped ones"
            )


def read(paths: list[Path], every: int) -> list[tuple[str, str]]:
    rows = [row for path in paths for row in rows_of(path)]
    return [(row[0], row[1]) for row in rows if row[0] and row[1]][::every]


def judge_speed(pairs: list[tuple[str, str]]) -> None:
    """With the tokens and vectors at hand, as they are when the checks run, and without."""
    linker = shipped_linker()
    for label in ("first time", "again, words known"):
        linker = shipped_linker() if label == "first time" else linker
        linker.forget()
        began = time.process_time()
        words = 0
        for texts in pairs:
            links = linker.link(*texts)
            links.rendered(Lang.ENGLISH), links.rendered(Lang.JAPANESE)
            words += len(links.english)
        seconds = time.process_time() - began
        print(
            f"{label}: {1000 * seconds / len(pairs):.2f} ms a pair of {words / len(pairs):.0f} content words"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, help="pairs aligned word by word")
    parser.add_argument("--swap", type=Path, nargs="+", help="professional pairs")
    parser.add_argument("--every", type=int, default=1, help="take every n-th pair")
    options = parser.parse_args()
    if options.gold:
        judge_gold(options.gold, shipped_linker())
    if options.swap:
        pairs = read(options.swap, options.every)
        judge_swaps(pairs, shipped_linker())
        judge_speed(pairs[:2000])


if __name__ == "__main__":
    main()
