"""Reports are in English, whatever the locale of the machine.

Properties are tried on the same examples in every run, however slow the machine."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ["ALIGNQA_LANG"] = "en"

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
