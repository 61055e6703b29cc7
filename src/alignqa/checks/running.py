"""Runs the checks over the pairs of a document; one that fails takes nothing else with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.registry import Check
from alignqa.errors import is_traceback_wanted
from alignqa.finding import Finding, Rule
from alignqa.report import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of each of some pairs, in their order, and the checks that failed; and by the
    code of its rule what a check gathered of each pair."""

    findings: tuple[tuple[Finding, ...], ...]
    failures: tuple[Failure, ...]
    gathered: Mapping[str, Sequence[Any]]


def check_pairs(pairs: Sequence[Pair], checks: Sequence[Check], context: Context) -> Found:
    """What the checks that look at one pair find in each."""
    found: list[list[Finding]] = [[] for _ in pairs]
    failures = []
    gathered: dict[str, list[Any]] = {
        check.rule.code: [None] * len(pairs) for check in checks if check.gather
    }
    asked = [(check.rule, check.on_pair, check.gather) for check in checks]
    asked = [one for one in asked if one[1] or one[2]]
    for place, pair in enumerate(pairs):
        for rule, on_pair, gather in asked:
            try:
                if on_pair:
                    found[place] += list(on_pair(pair, context))
                if gather:
                    gathered[rule.code][place] = gather(pair, context)
            except Exception as error:
                failures.append(_failure(rule, pair.index, error))
    return Found(tuple(map(tuple, found)), tuple(failures), gathered)


def check_code(pairs: Sequence[Pair], checks: Sequence[Check], context: Context) -> Found:
    """What the checks that look at blocks of code find in each pair of them."""
    on_pair = [replace(check, on_pair=check.on_code, gather=None) for check in checks]
    return check_pairs(pairs, on_pair, context)


def check_document(
    pairs: Sequence[Pair],
    checks: Sequence[Check],
    context: Context,
    gathered: Mapping[str, Sequence[Any]],
) -> Found:
    """What the checks that look at the document find in each pair.

    Args:
        gathered: as `check_pairs` tells it, of all pairs.
    """
    found: list[list[Finding]] = [[] for _ in pairs]
    failures = []
    for check in checks:
        try:
            for place, finding in list(_of_document(check, pairs, context, gathered)):
                found[place].append(finding)
        except Exception as error:
            failures.append(_failure(check.rule, None, error))
    return Found(tuple(map(tuple, found)), tuple(failures), {})


def _of_document(
    check: Check, pairs: Sequence[Pair], context: Context, gathered: Mapping[str, Sequence[Any]]
) -> Iterator[tuple[int, Finding]]:
    if check.on_document:
        yield from check.on_document(pairs, context)
    if check.on_gathered:
        yield from check.on_gathered(pairs, gathered[check.rule.code], context)


def _failure(rule: Rule, index: int | None, error: Exception) -> Failure:
    if is_traceback_wanted():
        raise error
    return Failure(rule, index, f"{type(error).__name__}: {error}")
