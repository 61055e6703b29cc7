"""Runs the checks over the pairs of a document; one that fails takes nothing else with it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.registry import Check
from alignqa.finding import Finding, Rule
from alignqa.report import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of each of some pairs, in their order, and the checks that failed."""

    findings: tuple[tuple[Finding, ...], ...]
    failures: tuple[Failure, ...]


def check_pairs(pairs: Sequence[Pair], checks: Sequence[Check], context: Context) -> Found:
    """What the checks that look at one pair find in each."""
    found: list[list[Finding]] = [[] for _ in pairs]
    failures = []
    for pair, findings in zip(pairs, found, strict=True):
        for check in checks:
            try:
                findings.extend(list(check.on_pair(pair, context)) if check.on_pair else ())
            except Exception as error:
                failures.append(_failure(check.rule, pair.index, error))
    return Found(tuple(map(tuple, found)), tuple(failures))


def check_document(pairs: Sequence[Pair], checks: Sequence[Check], context: Context) -> Found:
    """What the checks that look at the document find in each pair."""
    found: list[list[Finding]] = [[] for _ in pairs]
    failures = []
    for check in checks:
        try:
            for place, finding in list(
                check.on_document(pairs, context) if check.on_document else ()
            ):
                found[place].append(finding)
        except Exception as error:
            failures.append(_failure(check.rule, None, error))
    return Found(tuple(map(tuple, found)), tuple(failures))


def _failure(rule: Rule, index: int | None, error: Exception) -> Failure:
    if os.environ.get("ALIGNQA_TRACEBACK"):
        raise error
    return Failure(rule, index, f"{type(error).__name__}: {error}")
