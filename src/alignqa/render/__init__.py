"""What a report looks like: one file an output."""

from alignqa.render.inert import inert
from alignqa.render.registry import Output, all_outputs

__all__ = ["Output", "all_outputs", "inert"]
