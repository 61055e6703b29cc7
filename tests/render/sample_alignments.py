"""Alignments built by hand, as the pipeline would build them from small texts."""

from __future__ import annotations

from alignqa.bitext import Alignment, Bead, Unit
from alignqa.text import Lang, Segment


def alignment_of(
    source: list[str],
    target: list[str],
    beads: list[tuple[tuple[int, ...], tuple[int, ...], float]],
    source_lang: Lang = Lang.ENGLISH,
) -> Alignment:
    """Every segment on a line of its own, a blank one between."""
    sides = (
        tuple(Segment(text, lang, 2 * n + 1, path) for n, text in enumerate(texts))
        for texts, lang, path in (
            (source, source_lang, f"talks.{source_lang}.txt"),
            (target, source_lang.other, f"talks.{source_lang.other}.txt"),
        )
    )
    return Alignment(
        *sides, tuple(Bead(*bead) for bead in beads), source_lang, "words-1", Unit.PARAGRAPH
    )


def article() -> Alignment:
    """English to Japanese: a merged bead, a wrapped one, and both kinds of gap."""
    return alignment_of(
        [
            "Negotiators met twice last week.",
            "The Foreign Ministry said on Monday that the two governments had agreed to resume "
            "talks on fishing\nrights next month.",
            "It set aside 3 billion yen for patrol vessels.",
            "Officials warned that no date had been fixed.",
            "Winter is the hardest season on the coast.",
        ],
        [
            "漁業交渉、来月にも再開へ",
            "交渉担当者は先週、二度会合を開いた。",
            "外務省は月曜日、両政府が来月、漁業権をめぐる協議を再開することで合意し、"
            "\n巡視船のために30億円を確保すると発表した。",
            "海辺の町では、冬がいちばん厳しい季節だ。",
        ],
        [
            ((), (0,), 0.0),
            ((0,), (1,), 0.8312349),
            ((1, 2), (2,), 0.7419),
            ((3,), (), 0.0),
            ((4,), (3,), 0.9),
        ],
    )


def lines() -> Alignment:
    """Japanese to English, every bead one line on the page."""
    return alignment_of(
        ["今朝は雪が降った。", "船は港に残った。"],
        ["It snowed this morning.", "The boats stayed in the harbour."],
        [((0,), (0,), 0.91), ((1,), (1,), -0.05)],
        Lang.JAPANESE,
    )


def hostile(text: str) -> Alignment:
    """The text on both sides, in a gap, and wherever else a text of a file or a model goes."""
    whole = alignment_of(
        [text, "Fine."], ["問題ない。" + text], [((0,), (0,), 0.5), ((1,), (), 0.0)]
    )
    source = tuple(Segment(s.text, s.lang, s.line, text) for s in whole.source)
    return Alignment(source, whole.target, whole.beads, whole.source_lang, text, Unit.PARAGRAPH)
