"""What people and programs are shown: a folder for what is shown, in it one file an output."""

from alignqa.render.inert import inert
from alignqa.render.outputs import Output
from alignqa.render.report.registry import all_outputs

__all__ = ["Output", "all_outputs", "inert"]
