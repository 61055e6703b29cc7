"""A translation in two states and beside a reference, with sentences paired and a passage moved."""

from __future__ import annotations

from dataclasses import replace

from sample_reports import (
    INSTITUTION,
    NUMBER,
    OMISSION,
    UNTRANSLATED,
    article,
    english,
    japanese,
    judged,
    spans_of,
)

from alignqa.bitext import SentenceBead
from alignqa.comparing import compare
from alignqa.finding import Finding, Severity
from alignqa.report import JudgedPair, Report
from alignqa.revision import Against, Comparison
from alignqa.text import Span

_EN = (
    "The ferry will run twice a day from April. Tickets cost 800 yen one way. "
    "Children under six travel free."
)
_JA_OLD = "フェリーは4月から一日二便運航する。運賃は片道80円だ。"
_JA_NEW = "フェリーは4月から一日二便運航する。運賃は片道800円。6歳未満の子どもは無料で乗船できる。"
_MINISTRY_EN = "The Transport Ministry approved the route in February."
_MINISTRY_OLD = "運輸局は2月に航路を認可した。"
_MINISTRY_NEW = "交通局は2月に航路を認可した。"
_SAME = "The pier was rebuilt after the storm.", "桟橋は嵐のあとに建て直された。"
_MOVED = "Residents had asked for it for ten years.", "住民は十年前から求めていた。"


def ferry() -> Report:
    """Sentences paired inside a pair, one of them left out; a passage moved; clean pairs folded."""
    free = "Children under six travel free."
    pair = judged(
        0,
        english(_EN, 1, "ferry.en.txt"),
        japanese(_JA_OLD, 1, "ferry.ja.txt"),
        score=31.0,
        findings=(
            Finding(
                NUMBER,
                Severity.CRITICAL,
                0.95,
                "The source says 800 yen, the translation 80.",
                source_spans=spans_of(_EN, "800 yen"),
                target_spans=spans_of(_JA_OLD, "80円"),
                suggestion="800円",
            ),
            Finding(
                OMISSION,
                Severity.MAJOR,
                0.8,
                f"Left out: “{free}” is not rendered in the Japanese.",
                source_spans=spans_of(_EN, free),
            ),
        ),
    )
    pair = replace(pair, beads=_beads(_EN, _JA_OLD))
    moved = replace(
        judged(1, english(_MOVED[0], 3, "ferry.en.txt"), japanese(_MOVED[1], 7, "ferry.ja.txt")),
        moved=True,
    )
    clean = [
        judged(n, english(_SAME[0], 2 * n + 1, "ferry.en.txt"), japanese(_SAME[1], line, path))
        for n, line, path in ((2, 3, "ferry.ja.txt"), (3, 5, "ferry.ja.txt"))
    ]
    return _report(pair, moved, *clean)


def _beads(source: str, target: str) -> tuple[SentenceBead, ...]:
    lefts = _sentences(source, ". ")
    rights: list[Span | None] = [*_sentences(target, "。"), None]
    return tuple(
        SentenceBead(left, right, 0.8 if right else 0.0, (1, int(right is not None)))
        for left, right in zip(lefts, rights, strict=True)
    )


def _sentences(text: str, end: str) -> list[Span]:
    spans, start = [], 0
    for sentence in text.split(end):
        stop = min(start + len(sentence) + 1, len(text))
        if sentence:
            spans.append(Span(start, stop))
        start += len(sentence) + len(end)
    return spans


def _report(*pairs: JudgedPair) -> Report:
    return replace(
        article(),
        pairs=pairs,
        source_path="ferry.en.txt",
        target_path=pairs[0].target.path or "ferry.ja.txt",
    )


def _state(path: str, first: str, ministry: str, *, wrong_sum: bool) -> Report:
    sums = Finding(
        NUMBER,
        Severity.CRITICAL,
        0.95,
        "The source says 800 yen, the translation 80.",
        source_spans=spans_of(_EN, "800 yen"),
        target_spans=spans_of(first, "80円") if wrong_sum else (),
        suggestion="800円",
    )
    office = Finding(
        INSTITUTION,
        Severity.MAJOR,
        0.9,
        f"“Transport Ministry” is rendered as {ministry[:3]}.",
        source_spans=spans_of(_MINISTRY_EN, "Transport Ministry"),
        target_spans=spans_of(ministry, ministry[:3]),
        suggestion="運輸省",
    )
    style = Finding(
        UNTRANSLATED, Severity.MINOR, 0.5, "A doubt that stays.", spans_of(_MINISTRY_EN, "route")
    )
    return replace(
        _report(
            judged(
                0,
                english(_EN, 1, "ferry.en.txt"),
                japanese(first, 1, path),
                score=31.0 if wrong_sum else 88.0,
                findings=(sums,) if wrong_sum else (),
            ),
            judged(1, english(_SAME[0], 3, "ferry.en.txt"), japanese(_SAME[1], 3, path)),
            judged(
                2,
                english(_MINISTRY_EN, 5, "ferry.en.txt"),
                japanese(ministry, 5, path),
                score=60.0,
                findings=(office, style),
            ),
            *(
                [judged(3, english(_MOVED[0], 7, "ferry.en.txt"), japanese(_MOVED[1], 7, path))]
                if not wrong_sum
                else [judged(3, english(_MOVED[0], 7, "ferry.en.txt"), japanese(""), score=50.0)]
            ),
        ),
        target_path=path,
    )


def revision() -> Comparison:
    """A sum mended and a sentence put in; an office that stays wrong; a passage that was missing."""
    old = _state("ferry.old.txt", _JA_OLD, _MINISTRY_OLD, wrong_sum=True)
    new = _state("ferry.new.txt", _JA_NEW, _MINISTRY_NEW, wrong_sum=False)
    return compare(old, new)


def reference() -> Comparison:
    """The same two texts, the later one as the reference."""
    old = _state("ferry.old.txt", _JA_OLD, _MINISTRY_OLD, wrong_sum=True)
    new = _state("ferry.new.txt", _JA_NEW, _MINISTRY_NEW, wrong_sum=False)
    return compare(new, old, Against.REFERENCE)
