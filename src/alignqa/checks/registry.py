"""The checks there are: every module of this package that has a `RULE` and a `check`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import alignqa.checks
from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, Rule


class CheckFunction(Protocol):
    """Looks at one pair and yields what it finds."""

    def __call__(self, pair: Pair, context: Context, /) -> Iterator[Finding]: ...


@dataclass(frozen=True, slots=True)
class Check:
    """One check with its rule; `documentation` is its module's docstring, in Markdown."""

    rule: Rule
    run: CheckFunction
    documentation: str


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by rule code."""
    found = []
    for module_info in pkgutil.iter_modules(alignqa.checks.__path__):
        module = importlib.import_module(f"alignqa.checks.{module_info.name}")
        if hasattr(module, "RULE"):
            found.append(Check(module.RULE, module.check, (module.__doc__ or "").strip()))
    return tuple(sorted(found, key=lambda check: check.rule.code))
