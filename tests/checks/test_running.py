"""One check that fails takes nothing else with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.registry import Check
from alignqa.checks.running import check_document, check_pairs
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.judging import default_context
from alignqa.text import Lang, Segment, Span

RULE = Rule("AQ901", "always", MqmCategory.MISTRANSLATION, Severity.MAJOR)
OTHER = Rule("AQ902", "sometimes", MqmCategory.MISTRANSLATION, Severity.MAJOR)


def finding(rule: Rule) -> Finding:
    return Finding(rule, Severity.MAJOR, 0.5, "So it is.", (Span(0, 1),))


def always(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    yield finding(RULE)


def fails_on_the_second(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    yield finding(OTHER)
    if pair.index == 1:
        raise ZeroDivisionError("by nothing")


def on_the_last(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[int, Finding]]:  # noqa: ARG001
    yield len(pairs) - 1, finding(RULE)


def fails_at_once(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[int, Finding]]:  # noqa: ARG001
    raise KeyError("nothing")


PAIRS = [
    Pair(index, Segment("Rain fell.", Lang.ENGLISH), Segment("雨が降った。", Lang.JAPANESE), 0.8)
    for index in range(3)
]


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALIGNQA_TRACEBACK", raising=False)


def rules(checks: list[Check]) -> tuple[list[list[str]], list[str]]:
    single = check_pairs(PAIRS, checks, default_context())
    whole = check_document(PAIRS, checks, default_context(), single.gathered)
    found = [one + other for one, other in zip(whole.findings, single.findings, strict=True)]
    failures = whole.failures + single.failures
    return [[f.rule.code for f in findings] for findings in found], [str(f) for f in failures]


def test_findings_of_pairs_and_of_the_document() -> None:
    checks = [Check(RULE, "", on_pair=always), Check(RULE, "", on_document=on_the_last)]
    assert rules(checks) == ([["AQ901"], ["AQ901"], ["AQ901", "AQ901"]], [])


def test_a_check_that_fails_is_reported_with_its_pair() -> None:
    found, failures = rules(
        [Check(OTHER, "", on_pair=fails_on_the_second), Check(RULE, "", on_pair=always)]
    )
    assert found == [["AQ902", "AQ901"], ["AQ901"], ["AQ902", "AQ901"]]
    assert failures == ["AQ902 sometimes failed on pair 1 (ZeroDivisionError: by nothing)"]


def test_a_document_check_that_fails_leaves_the_others() -> None:
    found, failures = rules(
        [Check(OTHER, "", on_document=fails_at_once), Check(RULE, "", on_pair=always)]
    )
    assert found == [["AQ901"]] * 3
    assert failures == ["AQ902 sometimes failed on the document (KeyError: 'nothing')"]


def test_what_a_check_gathers_reaches_it_pair_by_pair() -> None:
    def gather(pair: Pair, context: Context) -> int:  # noqa: ARG001
        if pair.index == 1:
            raise ZeroDivisionError("by nothing")
        return pair.index

    def where(
        pairs: Sequence[Pair],
        gathered: Sequence[int | None],
        context: Context,  # noqa: ARG001
    ) -> Iterator[tuple[int, Finding]]:
        assert len(pairs) == len(gathered)
        yield from ((place, finding(RULE)) for place in gathered if place is not None)

    found, failures = rules([Check(RULE, "", gather=gather, on_gathered=where)])
    assert found == [["AQ901"], [], ["AQ901"]]
    assert failures == ["AQ901 always failed on pair 1 (ZeroDivisionError: by nothing)"]


def test_a_developer_sees_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNQA_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        rules([Check(OTHER, "", on_pair=fails_on_the_second)])
