"""Many documents judged by thresholds."""

from alignqa.gate.recording import judge_for_baseline, pruned, renewed
from alignqa.gate.run import run_gate

__all__ = ["judge_for_baseline", "pruned", "renewed", "run_gate"]
