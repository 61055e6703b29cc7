"""The checks there are: every module of this package that has a `RULE`, and a `check` that looks at
one pair, a `check_document` that looks at all of them, a `gather` that takes from each pair what its
`check_gathered` looks at, or a `check_code` that looks at a pair of blocks of code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from alignqa import checks
from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, Rule
from alignqa.modules import modules_with


class CheckFunction(Protocol):
    """Looks at one pair and yields what it finds."""

    def __call__(self, pair: Pair, context: Context, /) -> Iterator[Finding]: ...


class DocumentCheckFunction(Protocol):
    """Looks at the pairs of a document and yields what it finds, each with its pair's place among
    them."""

    def __call__(
        self, pairs: Sequence[Pair], context: Context, /
    ) -> Iterator[tuple[int, Finding]]: ...


class GatherFunction(Protocol):
    """Takes from one pair what a check wants to know of it when it looks at the document, so that
    the work is done while the pair is at hand, by the process that looks at it: something that can
    be pickled, and is small."""

    def __call__(self, pair: Pair, context: Context, /) -> Any: ...


class GatheredCheckFunction(Protocol):
    """As `DocumentCheckFunction`, with what was gathered of each pair; `None` for one that this
    failed on."""

    def __call__(
        self, pairs: Sequence[Pair], gathered: Sequence[Any], context: Context, /
    ) -> Iterator[tuple[int, Finding]]: ...


@dataclass(frozen=True, slots=True)
class Check:
    """One check with its rule; `documentation` is its module's docstring, in Markdown.

    It looks at one pair (`on_pair`), at the document (`on_document`), at what it gathered of each
    pair (`gather`, `on_gathered`), or at blocks of code (`on_code`), which no other looks at.
    """

    rule: Rule
    documentation: str
    on_pair: CheckFunction | None = None
    on_document: DocumentCheckFunction | None = None
    gather: GatherFunction | None = None
    on_gathered: GatheredCheckFunction | None = None
    on_code: CheckFunction | None = None


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by rule code."""
    found = (
        Check(
            module.RULE,
            (module.__doc__ or "").strip(),
            getattr(module, "check", None),
            getattr(module, "check_document", None),
            getattr(module, "gather", None),
            getattr(module, "check_gathered", None),
            getattr(module, "check_code", None),
        )
        for module in modules_with(checks, "RULE")
    )
    return tuple(sorted(found, key=lambda check: check.rule.code))
