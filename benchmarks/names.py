"""Names: how well likeness by sound picks the right one, and how many swapped ones `wrong-name` finds.

    python benchmarks/names.py PAIRS.tsv... [--held-out jmnedict_names.tsv.xz] [--missed] [--show]

Each file holds one pair a line, English <TAB> Japanese. A name is one that stands in both texts: a
word in katakana that the dictionary gives for the English word or that sounds like it, or a kanji
name whose reading the English has. All its occurrences in the target are replaced by another
name of its kind from the same files; one plant a pair and kind. Found is any major or critical
finding; placed, if it marks the planted name, and the lost one.

The baseline is the encoder alone: a target name whose nearest phrase of one to three words on the
other side has a cosine under a threshold, that which alarms on 0.3% of the untouched pairs.

With `--held-out`, each of 1,000 foreign names of JMnedict that the recipe held out is looked up
among its own katakana and 99 others.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from alignqa.bitext import Pair
from alignqa.checks import wrong_name
from alignqa.checks.context import Context
from alignqa.finding import Severity
from alignqa.judging import default_context
from alignqa.lexicon import Entry, english_key
from alignqa.lexicon.support import Support
from alignqa.names import is_reading, names_in, sound_likeness
from alignqa.text import Lang, Segment, Span
from alignqa.words import japanese_tokens
from rows import rows_of

KATAKANA = re.compile(r"[ァ-ヺー]+")
CALLED = ("氏", "さん", "大統領", "首相", "選手", "監督")
SERIOUS = {Severity.CRITICAL, Severity.MAJOR}
ALARMS = 0.003
CONTINENTS = {"europe", "asia", "africa", "america", "oceania"}


@dataclass(frozen=True)
class Shared:
    """A name that both texts have. `kind` is person or place, and the script."""

    kind: str
    english: str
    japanese: str


def read(paths: list[Path]) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for path in paths for row in rows_of(path)]


def made(english: str, japanese: str, source: Lang) -> Pair:
    sides = {
        Lang.ENGLISH: Segment(english, Lang.ENGLISH),
        Lang.JAPANESE: Segment(japanese, Lang.JAPANESE),
    }
    return Pair(0, sides[source], sides[source.other], 0.8)


def _is_country(entries: tuple[Entry, ...]) -> bool:
    return any(entry.kind == "country" for entry in entries)


def shared_names(english: str, japanese: str, context: Context) -> Iterator[Shared]:
    """Names that are sure to stand in both texts."""
    positions = {token.surface: token.pos for token in japanese_tokens(japanese)}
    words = [part.text for name in names_in(english, Lang.ENGLISH) for part in name.parts]
    for name in names_in(japanese, Lang.JAPANESE):
        for part in name.parts:
            pos = positions.get(part.text)
            entries = context.lexicon.from_japanese(part.text)
            if len(part.text) < 2 or _is_country(entries):
                continue
            is_katakana = bool(KATAKANA.fullmatch(part.text))
            is_person = bool(pos and pos[2] == "人名")
            place = bool(pos and pos[2] == "地名")
            if not (is_person or place):
                # Unknown to Sudachi: a person, if a part of a longer name or called so.
                after = japanese[part.span.end : part.span.end + 2]
                if entries or not (len(name.parts) > 1 or after.startswith(CALLED)):
                    continue
            for word in words:
                known = english_key(word) in {english_key(entry.text) for entry in entries}
                heard = (
                    sound_likeness(word, part.text) >= 0.5
                    if is_katakana
                    else is_reading(word, part.text)
                )
                if _is_country(context.lexicon.from_english(english_key(word))):
                    continue
                if len(word) > 2 and word.lower() not in CONTINENTS and (known or heard):
                    kind = "place" if place else "person"
                    yield Shared(
                        f"{kind}, {'katakana' if is_katakana else 'kanji'}", word, part.text
                    )
                    break


def planted(
    pairs: list[tuple[str, str]], context: Context, rng: random.Random, target: Lang
) -> list[tuple[str, str, str, Shared, str]]:
    """(kind, English, Japanese, the name that stood there, what stands there now)."""
    found = [(texts, list(shared_names(*texts, context))) for texts in pairs]
    pools: dict[str, list[Shared]] = {}
    for _, names in found:
        for name in names:
            pools.setdefault(name.kind, []).append(name)
    pools = {kind: sorted(set(names), key=lambda n: n.japanese) for kind, names in pools.items()}
    plants = []
    for (english, japanese), names in found:
        for kind in sorted({name.kind for name in names}):
            right = rng.choice([name for name in names if name.kind == kind])
            others = [
                other
                for other in pools[kind]
                if other.english.lower() not in english.lower()
                and other.japanese not in japanese
                and english_key(other.english) != english_key(right.english)
            ]
            rival = rng.choice(others)
            if target is Lang.JAPANESE:
                plants.append(
                    (
                        kind,
                        english,
                        japanese.replace(right.japanese, rival.japanese),
                        right,
                        rival.japanese,
                    )
                )
            else:
                swapped = re.sub(rf"\b{re.escape(right.english)}\b", rival.english, english)
                plants.append((kind, swapped, japanese, right, rival.english))
    return plants


def marks(spans: tuple[Span, ...], text: str, wanted: str) -> bool:
    at = [Span(m.start(), m.end()) for m in re.finditer(re.escape(wanted), text)]
    return any(span.overlaps(place) for span in spans for place in at)


def lowest_cosine(pair: Pair, context: Context) -> float:
    """The baseline: of the target's names, the least cosine with the likest phrase over there."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    support = Support(english, japanese, context.lexicon, context.vectors)
    nearest = (
        support.japanese_phrases if pair.source.lang is Lang.JAPANESE else support.english_phrases
    )
    names = [
        name.span.of(pair.target.text) for name in names_in(pair.target.text, pair.target.lang)
    ]
    if not names or not len(nearest.spans):
        return 1.0
    return float((context.vectors.of(names) @ nearest.rows.T).max(axis=1).min())


def held_out(path: Path) -> None:
    """Accuracy of the likeness on JMnedict's names that the recipe did not see."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    names = [
        (re.sub(r"\s*\(.*", "", row[0]), row[1])
        for row in rows
        if KATAKANA.fullmatch(row[1])
        and hashlib.sha256(row[1].encode()).digest()[0] % 20 == 0
        and " " not in re.sub(r"\s*\(.*", "", row[0])
    ]
    rng = random.Random(5)
    first, sure, taken, compared, spent = 0, 0, 0, 0, 0.0
    sample = rng.sample(names, 1000)
    for latin, katakana in sample:
        others = [other for _, other in rng.sample(names, 99) if other != katakana]
        own = sound_likeness(latin, katakana)
        began = time.perf_counter()
        rivals = [sound_likeness(latin, other) for other in others]
        spent += time.perf_counter() - began
        compared += len(rivals)
        first += own > max(rivals)
        sure += own >= 0.5
        taken += sum(rival >= 0.5 for rival in rivals)
    print(
        f"held out: {len(names):,} names; the right one of 100 comes first {first / len(sample):.3f}; "
        f"its likeness is over 0.5 {sure / len(sample):.3f}; a wrong one's {taken / compared:.5f}; "
        f"{spent / compared * 1e6:.0f} µs a comparison"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    parser.add_argument("--show", action="store_true", help="print the alarms")
    options = parser.parse_args()
    if options.held_out:
        held_out(options.held_out)
    pairs = read(options.files)
    context = default_context()
    for source in Lang:
        untouched = [made(*texts, source) for texts in pairs]
        alarms = minor = 0
        began = time.perf_counter()
        for pair in untouched:
            found = list(wrong_name.check(pair, context))
            serious = [finding for finding in found if finding.severity in SERIOUS]
            alarms += bool(serious)
            minor += bool(found) and not serious
            for finding in serious if options.show else ():
                print(
                    f"\n{finding.severity}: {finding.message}\n  {pair.source.text}\n  {pair.target.text}"
                )
        spent = (time.perf_counter() - began) / len(pairs)
        threshold = float(np.quantile([lowest_cosine(pair, context) for pair in untouched], ALARMS))
        print(
            f"{source}→{source.other}: alarms on {alarms} of {len(pairs):,} untouched pairs "
            f"({alarms / len(pairs):.2%}), minor on {minor}; {spent * 1000:.2f} ms a pair"
        )
        total, hit, placed, near = (Counter[str]() for _ in range(4))
        for kind, english, japanese, right, rival in planted(
            pairs, context, random.Random(7), source.other
        ):
            pair = made(english, japanese, source)
            lost = right.english if source is Lang.ENGLISH else right.japanese
            found = [f for f in wrong_name.check(pair, context) if f.severity in SERIOUS]
            total[kind] += 1
            hit[kind] += bool(found)
            placed[kind] += any(
                marks(f.target_spans, pair.target.text, rival)
                and marks(f.source_spans, pair.source.text, lost)
                for f in found
            )
            near[kind] += lowest_cosine(pair, context) < threshold
            if not found and options.missed:
                print(f"  missed {kind}: {lost} → {rival} | {english[:230]} | {japanese[:150]}")
        for kind in [*sorted(total), "all"]:
            n, found_, placed_, near_ = (
                (c.total() if kind == "all" else c[kind]) for c in (total, hit, placed, near)
            )
            print(
                f"  {kind:18} {n:5} planted  found {found_ / n:.2f}  placed {placed_ / max(found_, 1):.2f}"
                f"  baseline, cosine alone {near_ / n:.2f}"
            )


if __name__ == "__main__":
    main()
