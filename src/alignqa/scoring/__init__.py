"""Figures over the findings."""

from alignqa.scoring.mqm import mqm_figures
from alignqa.scoring.quality import document_score, judge_pair

__all__ = ["document_score", "judge_pair", "mqm_figures"]
