"""Here only the command line is tried, not what it calls."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest
from fake_pipeline import DOCUMENTATION, RULES, FakePipeline

import alignqa


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    registry = ModuleType("alignqa.checks.registry")
    checks = tuple(SimpleNamespace(rule=rule, documentation=DOCUMENTATION) for rule in RULES)
    registry.all_checks = lambda: checks  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "alignqa.checks.registry", registry)
    monkeypatch.setitem(sys.modules, "alignqa.pipeline", fake)  # type: ignore[arg-type]
    monkeypatch.setattr(alignqa, "pipeline", fake, raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("ALIGNQA_TRACEBACK", raising=False)
    return fake
