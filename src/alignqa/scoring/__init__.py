"""Figures over the findings."""

from alignqa.scoring.mqm import mqm_figures
from alignqa.scoring.quality import Estimate, document_score, estimates, judged

__all__ = ["Estimate", "document_score", "estimates", "judged", "mqm_figures"]
