"""MQM's penalty, by its own formula and names.

"Raw scoring model" of MQM 2.0 (themqm.org): Absolute Penalty Total (APT) is the sum of the
severity weights, Per-Word Penalty Total (PWPT) is APT / Evaluation Word Count (EWC), Overall
Quality Score (OQS) is (1 − PWPT) × 100. EWC counts the words of the English side, whichever side
that is, since Japanese is not written in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignqa.finding import Finding, Severity


def mqm_figures(findings: Iterable[Finding], english_words: int) -> Mapping[str, float | str]:
    """APT, EWC, PWPT, OQS and the weights they were made with.

    Args:
        findings: every finding of the document.
        english_words: words on the English side; 0 gives a PWPT of 0.
    """
    penalty = sum(finding.severity.weight for finding in findings)
    per_word = penalty / english_words if english_words else 0.0
    weights = "/".join(f"{s.value}={s.weight}" for s in Severity)
    return {
        "absolute_penalty_total": float(penalty),
        "evaluation_word_count": float(english_words),
        "per_word_penalty_total": round(per_word, 6),
        "overall_quality_score": round(100 * (1 - per_word), 2),
        "signature": f"model:raw|weights:{weights}|words:english|version:mqm-2.0",
    }
