"""Score and risk: in their ranges, and never better for one more finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.bitext import Pair, Part
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.report import JudgedPair
from alignqa.scoring import document_score, judge_pair
from alignqa.text import Lang, Segment, Span

RULE = Rule("XX001", "sample", MqmCategory.MISTRANSLATION, Severity.CRITICAL)


def pair(
    similarity: float = 0.6,
    english: str = "Snow fell.",
    japanese: str = "雪が降った。",
    part: Part = Part.BODY,
) -> Pair:
    return Pair(
        0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), similarity, part
    )


def finding(severity: Severity, confidence: float = 0.9, start: int = 0) -> Finding:
    return Finding(RULE, severity, confidence, "sample", target_spans=(Span(start, start + 1),))


a_finding = st.builds(finding, st.sampled_from(Severity), st.floats(0, 1), st.integers(0, 4))
some_findings = st.lists(a_finding, max_size=8)
similarities = st.floats(-1, 1)


@given(similarities, some_findings)
def test_figures_are_in_range(similarity: float, found: list[Finding]) -> None:
    judged = judge_pair(pair(similarity), found)
    assert 0 <= judged.score <= 100
    assert 0 <= judged.risk <= 1
    assert judged.critical_error == (judged.risk >= 0.5)


@given(similarities, some_findings, a_finding)
def test_one_more_finding_is_never_better(
    similarity: float, found: list[Finding], more: Finding
) -> None:
    before = judge_pair(pair(similarity), found)
    after = judge_pair(pair(similarity), [*found, more])
    # The products may be taken in another order, which moves their last digit.
    assert after.score <= before.score + 1e-9
    assert after.risk >= before.risk - 1e-12


@given(similarities, similarities, some_findings)
def test_more_alike_is_never_worse(one: float, other: float, found: list[Finding]) -> None:
    low, high = (judge_pair(pair(similarity), found) for similarity in sorted((one, other)))
    assert low.score <= high.score
    assert low.risk >= high.risk


@given(similarities, st.floats(0, 1))
def test_a_worse_severity_is_never_better(similarity: float, confidence: float) -> None:
    judged = [judge_pair(pair(similarity), [finding(s, confidence)]) for s in Severity]
    scores, risks = [j.score for j in judged], [j.risk for j in judged]
    assert scores == sorted(scores, reverse=True)
    assert risks == sorted(risks)


@given(
    st.permutations([finding(s, c, start) for s in Severity for c, start in ((0.9, 1), (0.4, 0))])
)
def test_the_order_of_the_findings_does_not_matter(found: list[Finding]) -> None:
    judged = judge_pair(pair(), found)
    assert judged == judge_pair(pair(), sorted(found, key=lambda f: f.confidence))


def test_worst_first() -> None:
    found = [
        finding(Severity.MINOR, 0.9),
        finding(Severity.CRITICAL, 0.5),
        finding(Severity.CRITICAL, 0.8, start=3),
        finding(Severity.CRITICAL, 0.8, start=1),
    ]
    judged = judge_pair(pair(), found)
    assert judged.findings == (found[3], found[2], found[1], found[0])
    assert judged.worst is Severity.CRITICAL


@pytest.mark.parametrize(
    ("found", "critical"),
    [
        ([], False),
        ([finding(Severity.MINOR)] * 5, False),
        ([finding(Severity.MAJOR)], False),
        ([finding(Severity.MAJOR)] * 3, True),
        ([finding(Severity.CRITICAL)], True),
        ([finding(Severity.CRITICAL, 0.3)], False),
    ],
)
def test_the_decision(found: list[Finding], critical: bool) -> None:
    assert judge_pair(pair(), found).critical_error is critical


def test_a_cosine_alone_is_never_critical() -> None:
    assert not judge_pair(pair(-1.0), []).critical_error


def test_a_pair_with_an_empty_side_is_judged_by_its_findings() -> None:
    alone = judge_pair(pair(0.0, japanese=""), [])
    assert (alone.score, alone.risk) == (100.0, 0.0)
    left_out = judge_pair(pair(0.0, japanese=""), [finding(Severity.MAJOR)])
    assert left_out.score < 100
    assert left_out.risk > 0


def document(*pairs: JudgedPair) -> float:
    return document_score(pairs).value


def judged_pair(severity: Severity | None, **sides: object) -> JudgedPair:
    found = [finding(severity)] if severity else []
    return judge_pair(pair(**sides), found)  # type: ignore[arg-type]


def test_a_document_without_pairs() -> None:
    score = document_score([])
    assert score.value == 100.0
    assert score.name == "score"
    assert "formula:" in score.signature


def test_a_document_of_one_pair_has_its_score() -> None:
    one = judged_pair(Severity.MAJOR)
    assert document(one) == pytest.approx(one.score)


def test_a_longer_pair_weighs_more() -> None:
    short, long = "Snow fell.", "Snow fell on the town all night. " * 9
    bad, good = Severity.CRITICAL, None
    mostly_bad = document(judged_pair(bad, english=long), judged_pair(good, english=short))
    mostly_good = document(judged_pair(good, english=long), judged_pair(bad, english=short))
    assert mostly_bad < mostly_good


def test_what_is_missing_from_the_body_counts_and_furniture_does_not() -> None:
    whole = judged_pair(None)
    missing = judged_pair(Severity.CRITICAL, japanese="")
    furniture = judged_pair(Severity.CRITICAL, japanese="", part=Part.FURNITURE)
    assert document(whole, missing) < document(whole)
    assert document(whole, furniture) == pytest.approx(document(whole))
    assert document(furniture) == 100.0


@pytest.mark.parametrize("part", Part)
def test_pairs_of_blanks_do_not_divide_by_zero(part: Part) -> None:
    assert document(judged_pair(None, english="", japanese="", part=part)) == 100.0


@given(st.lists(st.tuples(similarities, some_findings), max_size=5))
def test_a_document_lies_between_its_pairs(pairs: list[tuple[float, list[Finding]]]) -> None:
    judged = [judge_pair(pair(similarity), found) for similarity, found in pairs]
    scores = [j.score for j in judged] or [100.0]
    assert min(scores) - 1e-9 <= document_score(judged).value <= max(scores) + 1e-9
