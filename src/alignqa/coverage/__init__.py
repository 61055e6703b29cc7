"""What of a text its translation renders, down to the clause."""

from alignqa.coverage.analysis import Gap, gaps, look_up
from alignqa.coverage.judgement import confidence, evidence, severity

__all__ = ["Gap", "confidence", "evidence", "gaps", "look_up", "severity"]
