"""Labelled pairs with what the scoring sees of them: the evidence, and what the checks find."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from alignqa.bitext import Bitext, Pair
from alignqa.checks.merging import merged
from alignqa.checks.registry import all_checks
from alignqa.checks.running import check_document, check_pairs
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import pair_up
from alignqa.scoring.evidence import evidence_of
from alignqa.scoring.quality import HARM
from alignqa.text import Lang, Segment

# As many as are looked at together when a document is judged.
_PART = 64


@dataclass(frozen=True)
class Evidence:
    """One row a pair: named figures, and the vectors' part."""

    names: list[str]
    figures: np.ndarray
    vectors: np.ndarray

    def of(self, names: Sequence[str]) -> np.ndarray:
        return self.figures[:, [self.names.index(name) for name in names]]


@dataclass(frozen=True)
class JudgedPairs:
    """(source, target) pairs; with `cache`, a folder, what was found out is kept there."""

    pairs: list[tuple[str, str]]
    source: Lang
    cache: Path | None

    def evidence(self) -> Evidence:
        """The evidence of the pairs; one without any has the means of the others."""
        kept = self._kept("npz")
        if kept and kept.is_file():
            with np.load(kept) as stored:
                return Evidence(list(stored["names"]), stored["figures"], stored["vectors"])
        paired, vectors = self._paired(), default_context().vectors
        found = [
            known
            for start in range(0, len(paired), _PART)
            for known in evidence_of(paired[start : start + _PART], vectors)
        ]
        names = sorted(next(known for known in found if known)[0])
        blank = [np.nan] * len(names)
        figures = np.array([[known[0][n] for n in names] if known else blank for known in found])
        figures = np.where(np.isnan(figures), np.nanmean(figures, axis=0), figures)
        width = next(len(known[1]) for known in found if known)
        of_vectors = np.array([known[1] if known else np.zeros(width) for known in found])
        if kept:
            np.savez(kept, names=names, figures=figures, vectors=of_vectors)
        return Evidence(names, figures, of_vectors)

    def without_findings(self, *, of_one_document: bool = False) -> np.ndarray:
        """For each pair the chance that none of its findings is a critical error.

        Args:
            of_one_document: the checks that look at a document look at these pairs, too.
        """
        kept = self._kept("findings.npy")
        if kept and kept.is_file():
            return np.asarray(np.load(kept))
        paired, checks, context = self._paired(), all_checks(), default_context()
        context.look_up(paired)
        looked = check_pairs(paired, checks, context)
        found = looked.findings
        if of_one_document:
            whole = check_document(paired, checks, context, looked.gathered).findings
            found = tuple((*more, *own) for more, own in zip(whole, found, strict=True))
        chances = np.array(
            [
                np.prod([1 - f.confidence * HARM[f.severity] for f in merged(findings)])
                for findings in found
            ]
        )
        if kept:
            np.save(kept, chances)
        return chances

    def _paired(self) -> list[Pair]:
        sides = [
            tuple(Segment(pair[side], lang) for pair in self.pairs)
            for side, lang in enumerate((self.source, self.source.other))
        ]
        bitext = Bitext(sides[0], sides[1], self.source, paired=True)
        return list(pair_up(bitext, embedded_encoder()))

    def _kept(self, ending: str) -> Path | None:
        name = hashlib.sha256(repr((self.pairs, self.source)).encode()).hexdigest()[:16]
        return self.cache / f"{name}.{ending}" if self.cache else None
