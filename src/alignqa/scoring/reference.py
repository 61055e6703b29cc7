"""Figures against a reference translation, by sacrebleu: chrF, BLEU and TER with their signatures.

sacrebleu is imported only here, and only where there is a reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from alignqa.errors import InputError
from alignqa.report import Score
from alignqa.text import Lang


@dataclass(frozen=True, slots=True)
class ReferenceScores:
    """chrF, BLEU and TER, in this order: of each segment, and of the document.

    chrF and BLEU are 0–100, higher is better; TER is the edits for 100 words of the reference, lower
    is better. A segment's BLEU is smoothed ("exp") and of effective order, so that a short one is
    not 0. A segment with an empty reference has no figures.
    """

    segments: tuple[tuple[Score, ...], ...]
    document: tuple[Score, ...]


class _Metric(Protocol):
    def corpus_score(self, hypotheses: Sequence[str], references: Any, /) -> Any: ...
    def sentence_score(self, hypothesis: str, references: Sequence[str], /) -> Any: ...
    def get_signature(self) -> Any: ...


def reference_scores(
    translations: Sequence[str], references: Sequence[str], target_lang: Lang
) -> ReferenceScores:
    """Compare each translation with its reference.

    Japanese is cut into words by MeCab for BLEU, which is left out where MeCab is not installed
    (`pip install 'alignqa[reference]'`), and TER is told that it has no spaces.

    Raises:
        InputError: if there are not as many references as translations, or all are empty.
    """
    if len(translations) != len(references):
        raise InputError(
            f"The reference has {len(references)} segments and the translation "
            f"{len(translations)}; give one line of reference for each."
        )
    compared = [n for n, reference in enumerate(references) if reference.strip()]
    if not compared:
        raise InputError("The reference is empty; give one line for each segment.")
    of_document, of_segments = _metrics(target_lang, False), _metrics(target_lang, True)
    segments: list[tuple[Score, ...]] = [()] * len(references)
    for n in compared:
        segments[n] = tuple(
            _score(metric.sentence_score(translations[n], [references[n]]), metric)
            for metric in of_segments
        )
    left = [translations[n] for n in compared]
    right = [[references[n] for n in compared]]
    document = tuple(_score(metric.corpus_score(left, right), metric) for metric in of_document)
    return ReferenceScores(tuple(segments), document)


def _metrics(lang: Lang, of_segment: bool) -> tuple[_Metric, ...]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    is_japanese = lang is Lang.JAPANESE
    ter = TER(asian_support=is_japanese, normalized=is_japanese)
    try:
        bleu = BLEU(tokenize="ja-mecab" if is_japanese else "13a", effective_order=of_segment)
    except (ImportError, RuntimeError):
        return CHRF(), ter
    return CHRF(), bleu, ter


def _score(result: Any, metric: _Metric) -> Score:
    return Score(str(result.name), float(result.score), str(metric.get_signature()))
