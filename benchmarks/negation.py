"""How often denials and opposites that only one side has are found, and how often they are invented.

    python benchmarks/negation.py REFS.tsv... [--every 1] [--jsick JSICK.tsv] [--show] [--seed 7]

Each file of references holds English, a tab, Japanese, a line a pair after a header. Untouched pairs
should be silent: `--show` prints every critical and major finding for reading. Then one negation is
planted into the target or taken out of it, in either direction (`flips`), and one word of the target
that stands in the table of oppositions and renders one of the source's is replaced by a word of the
other end, as it stands in some other target of the file. Printed: the share found as critical or
major and at any severity, and how often the finding lies on the changed words. The baseline says
"slip" wherever the two sides differ in the number of negations, all idioms counted as what they
look like. `--jsick`: how well sentences of JSICK that the Japanese contradicts are told from true
translations by the highest log-odds, and how often a finding says so; and how often が and を are found
to have changed places in its sentences that have one of each.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sklearn.metrics import roc_auc_score

from alignqa.bitext import Pair
from alignqa.checks import negation_mismatch, reversed_meaning, swapped_roles
from alignqa.finding import Finding, Severity
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.polarity.imbalance import imbalance
from alignqa.polarity.model import reversal_logit, slip_logit
from alignqa.polarity.opposed import opposed
from alignqa.polarity.oppositions import poles
from alignqa.polarity.renderings import dictionary
from alignqa.polarity.reversal import reversals
from alignqa.text import Lang, Segment, Span
from flips import english_flips, japanese_flips
from rows import rows_of

_CHECKS = (negation_mismatch.check, reversed_meaning.check, swapped_roles.check)
_BARE_ENGLISH = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
_BARE_JAPANESE = re.compile(r"ない|なかっ|なく|ません|ず|なし")

Planted = tuple[str, Pair, Span]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="REFS.tsv")
    parser.add_argument("--every", type=int, default=1, help="take every n-th pair")
    parser.add_argument("--jsick", type=Path)
    parser.add_argument("--show", action="store_true", help="print the findings on untouched pairs")
    parser.add_argument("--missed", action="store_true", help="print some plants that are missed")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    found: Counter[str] = Counter()
    for path in options.files:
        pairs = [(row[0], row[1]) for row in rows_of(path)[:: options.every]]
        _untouched(path.stem, [_pair(e, j, Lang.ENGLISH) for e, j in pairs], options.show, found)
        _planted(pairs, chance, found, options.missed)
    for category in sorted({key.split("|")[0] for key in found}):
        of = {
            name: found[f"{category}|{name}"] for name in ("all", "major", "any", "there", "bare")
        }
        total = max(1, of["all"])
        print(
            f"{category:18} {of['all']:6}  critical or major {of['major'] / total:.3f}"
            f"  any {of['any'] / total:.3f}  counting {of['bare'] / total:.3f}"
            + (f"  on the words {of['there'] / of['major']:.3f}" if of["major"] else "")
        )
    if options.jsick:
        _jsick(options.jsick)
        _particles(options.jsick)


def _pair(english: str, japanese: str, source_lang: Lang) -> Pair:
    sides = [Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE)]
    if source_lang is Lang.JAPANESE:
        sides.reverse()
    return with_sentences([Pair(0, sides[0], sides[1], 0.8)], embedded_encoder())[0]


def _findings(pair: Pair) -> list[Finding]:
    return [finding for check in _CHECKS for finding in check(pair, default_context())]


def _is_severe(finding: Finding) -> bool:
    return finding.severity.rank >= Severity.MAJOR.rank


def _counts_differ(pair: Pair) -> bool:
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    return len(_BARE_ENGLISH.findall(english)) != len(_BARE_JAPANESE.findall(japanese))


def _untouched(name: str, pairs: list[Pair], show: bool, found: Counter[str]) -> None:
    start = time.perf_counter()
    for pair in pairs:
        findings = _findings(pair)
        severe = [finding for finding in findings if _is_severe(finding)]
        found["untouched|all"] += 1
        found["untouched|major"] += bool(severe)
        found["untouched|any"] += bool(findings)
        found["untouched|bare"] += _counts_differ(pair)
        for code in {finding.rule.code for finding in severe}:
            found[f"untouched {code}|major"] += 1
        if show:
            for finding in severe:
                print(f"{finding.rule.code} {finding.severity} {finding.message}")
                print(
                    f"    {dict(finding.evidence)}\n    {pair.source.text}\n    {pair.target.text}"
                )
    for code in ("AQ501", "AQ502", "AQ503"):
        found[f"untouched {code}|all"] += len(pairs)
    taken = time.perf_counter() - start
    print(f"{name}: {len(pairs)} pairs, {1000 * taken / len(pairs):.2f} ms a pair with tokens")


def _planted(
    pairs: list[tuple[str, str]], chance: random.Random, found: Counter[str], missed: bool
) -> None:
    others = _by_opposition(pairs)
    for english, japanese in pairs:
        for category, pair, where in _plants(english, japanese, chance, others):
            findings = _findings(pair)
            severe = [finding for finding in findings if _is_severe(finding)]
            found[f"{category}|all"] += 1
            found[f"{category}|any"] += bool(findings)
            found[f"{category}|major"] += bool(severe)
            found[f"{category}|bare"] += _counts_differ(pair)
            found[f"{category}|there"] += any(
                span.overlaps(where) for finding in severe for span in finding.target_spans
            )
            if missed and not severe and chance.random() < 0.02:
                print(f"missed {category}: “{where.of(pair.target.text)}”")
                print(f"    {pair.source.text}\n    {pair.target.text}")


def _plants(
    english: str,
    japanese: str,
    chance: random.Random,
    others: dict[tuple[str, int, Lang], list[str]],
) -> Iterator[Planted]:
    for kind in ("added", "removed"):
        if options := [flip for flip in japanese_flips(japanese) if flip.kind == kind]:
            flip = chance.choice(options)
            where = Span(flip.start, max(flip.end, flip.start + 1))
            yield f"not {kind}, ja", _pair(english, flip.text, Lang.ENGLISH), where
        if options := [flip for flip in english_flips(english) if flip.kind == kind]:
            flip = chance.choice(options)
            where = Span(flip.start, max(flip.end, flip.start + 1))
            yield f"not {kind}, en", _pair(flip.text, japanese, Lang.JAPANESE), where
    theirs, ours = poles(english, Lang.ENGLISH), poles(japanese, Lang.JAPANESE)
    both = [
        (left, right)
        for left in theirs
        for right in ours
        if (left.name, left.end) == (right.name, right.end)
    ]
    if not both:
        return
    left, right = chance.choice(both)
    for lang, pole, text in ((Lang.JAPANESE, right, japanese), (Lang.ENGLISH, left, english)):
        old = pole.span.of(text)
        # Words of the same make: nouns of two kanji, or English words with the same ending.
        fitting = [
            word
            for word in others[pole.name, 1 - pole.end, lang]
            if _make(word) == _make(old) and word[0].isupper() == old[0].isupper()
        ]
        if not fitting:
            continue
        word = chance.choice(fitting)
        changed = text[: pole.span.start] + word + text[pole.span.end :]
        where = Span(pole.span.start, pole.span.start + len(word))
        if lang is Lang.JAPANESE:
            yield "opposite, ja", _pair(english, changed, Lang.ENGLISH), where
        else:
            yield "opposite, en", _pair(changed, japanese, Lang.JAPANESE), where


def _make(word: str) -> str:
    if word.isascii():
        return (
            "ed"
            if word.endswith("ed")
            else "ing"
            if word.endswith("ing")
            else "s"
            if (word.endswith("s"))
            else ""
        )
    kana = re.search(r"[ぁ-ん]+$", word)
    return kana.group()[-1] if kana else "kanji"


def _by_opposition(pairs: list[tuple[str, str]]) -> dict[tuple[str, int, Lang], list[str]]:
    words: dict[tuple[str, int, Lang], list[str]] = defaultdict(list)
    for pair in pairs:
        for lang, text in zip((Lang.ENGLISH, Lang.JAPANESE), pair, strict=True):
            for pole in poles(text, lang):
                words[pole.name, pole.end, lang].append(pole.span.of(text))
    return words


def _jsick(path: Path) -> None:
    scores: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label_ja"] == "contradiction":
                for column, contradicts in (("b_ja", True), ("a_ja", False)):
                    pair = _pair(row["a_en"], row[column], Lang.ENGLISH)
                    severity = max((f.severity.rank for f in _findings(pair)), default=0)
                    scores[contradicts].append((_log_odds(pair), severity))
    truth = [contradicts for contradicts in scores for _ in scores[contradicts]]
    odds = [score for group in scores.values() for score, _ in group]
    print(
        f"JSICK: {len(scores[True])} contradictions and as many true translations, "
        f"AUC of the log-odds {roc_auc_score(truth, odds):.3f}"
    )
    for group, name in ((True, "contradicting"), (False, "true")):
        severe = sum(severity >= Severity.MAJOR.rank for _, severity in scores[group])
        print(f"  {name}: critical or major {severe / len(scores[group]):.3f}")


def _particles(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        texts = {(row["a_en"], row["a_ja"]) for row in rows}
    found = alarms = 0
    plain = [(e, j) for e, j in sorted(texts) if j.count("が") == j.count("を") == 1]
    for english, japanese in plain:
        swapped = japanese.translate(str.maketrans("がを", "をが"))
        alarms += any(
            swapped_roles.check(_pair(english, japanese, Lang.ENGLISH), default_context())
        )
        found += any(swapped_roles.check(_pair(english, swapped, Lang.ENGLISH), default_context()))
    print(
        f"JSICK: が and を swapped {len(plain)} times, found {found / len(plain):.3f}; alarms {alarms}"
    )


def _log_odds(pair: Pair) -> float:
    """The highest log-odds of a denial or a reversal in the pair, -9 where there is none to judge."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    context = default_context()
    links = [
        (link.english, link.japanese, link.confidence)
        for link in context.linker.of_pair(pair).links
    ]
    renders = dictionary(context.lexicon)
    found = [-9.0]
    if denied := imbalance(english, japanese, context.vectors.of, renders, links):
        found.append(slip_logit(denied))
    else:
        candidates = opposed(english, japanese)
        turned = reversals(candidates, english, japanese, context.vectors.of, links)
        found += [reversal_logit(reversal) for reversal in turned]
    return max(found)


if __name__ == "__main__":
    main()
