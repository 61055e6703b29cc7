"""Figures over the findings."""

from alignqa.scoring.mqm import mqm_figures
from alignqa.scoring.quality import document_score, judge_pairs

__all__ = ["document_score", "judge_pairs", "mqm_figures"]
