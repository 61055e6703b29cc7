"""Runs the checks over the pairs of a document; one that fails takes nothing else with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.merging import merged
from alignqa.checks.registry import Check
from alignqa.finding import Finding, Rule
from alignqa.report import Failure


def run_checks(
    pairs: Sequence[Pair],
    checks: Sequence[Check],
    context: Context,
    progress: Callable[[int], None],
) -> tuple[list[tuple[Finding, ...]], tuple[Failure, ...]]:
    """What the checks find in each pair, what explains one another told once.

    Args:
        progress: told how many pairs are done.

    Returns:
        The findings of each pair, in the order of `pairs`; and the checks that failed, with the
        pair on which they did.
    """
    found: list[list[Finding]] = [[] for _ in pairs]
    failures: list[Failure] = []
    for check in checks:
        if check.on_document is None:
            continue
        try:
            for place, finding in list(check.on_document(pairs, context)):
                found[place].append(finding)
        except Exception as error:
            failures.append(_failure(check.rule, None, error))
    for done, (pair, findings) in enumerate(zip(pairs, found, strict=True), start=1):
        for check in checks:
            try:
                findings.extend(list(check.on_pair(pair, context)) if check.on_pair else ())
            except Exception as error:
                failures.append(_failure(check.rule, pair.index, error))
        progress(done)
    return [merged(findings) for findings in found], tuple(failures)


def _failure(rule: Rule, index: int | None, error: Exception) -> Failure:
    if os.environ.get("ALIGNQA_TRACEBACK"):
        raise error
    return Failure(rule, index, f"{type(error).__name__}: {error}")
