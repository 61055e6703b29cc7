"""Score and risk: in their ranges, sensible on plain pairs, and never better for one more finding."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa import scoring
from alignqa.bitext import Pair, Part
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.judging import default_context
from alignqa.report import JudgedPair
from alignqa.scoring import document_score, estimates
from alignqa.text import Lang, Segment, Span

RULE = Rule("XX001", "sample", MqmCategory.MISTRANSLATION, Severity.CRITICAL)
ENGLISH = "The council approved a budget of 3.2 million dollars for the new library on Tuesday."
JAPANESE = "市議会は火曜日、新しい図書館のために320万ドルの予算を承認した。"


def pair(english: str = ENGLISH, japanese: str = JAPANESE, part: Part = Part.BODY) -> Pair:
    return Pair(0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.6, part)


def turned(english: str = ENGLISH, japanese: str = JAPANESE) -> Pair:
    """The same, from Japanese."""
    return Pair(0, Segment(japanese, Lang.JAPANESE), Segment(english, Lang.ENGLISH), 0.6)


def judged(of: Pair, *findings: Finding) -> JudgedPair:
    return all_judged([of], [findings])[0]


def all_judged(pairs: Sequence[Pair], found: Sequence[Sequence[Finding]]) -> list[JudgedPair]:
    known = estimates(pairs, default_context().vectors)
    return [scoring.judged(*of) for of in zip(pairs, found, known, strict=True)]


def finding(severity: Severity, confidence: float = 0.9, start: int = 0) -> Finding:
    return Finding(RULE, severity, confidence, "sample", target_spans=(Span(start, start + 1),))


a_finding = st.builds(finding, st.sampled_from(Severity), st.floats(0, 1), st.integers(0, 4))
some_findings = st.lists(a_finding, max_size=8)
some_text = st.text("ab 1.。、のは猫犬ー?!「」\n🙂", max_size=40)
few = settings(max_examples=40, deadline=None)


@few
@given(some_text, some_text, some_findings)
def test_figures_are_in_range(english: str, japanese: str, found: list[Finding]) -> None:
    result = judged(pair(english, japanese), *found)
    assert 0 <= result.score <= 100
    assert 0 <= result.risk <= 1


@few
@given(st.sampled_from([pair(), turned(), pair(japanese="雪が降った。")]), some_findings, a_finding)
def test_one_more_finding_is_never_better(of: Pair, found: list[Finding], more: Finding) -> None:
    before, after = judged(of, *found), judged(of, *found, more)
    # The products may be taken in another order, which moves their last digit.
    assert after.score <= before.score + 1e-9
    assert after.risk >= before.risk - 1e-12


@few
@given(st.floats(0, 1))
def test_a_worse_severity_is_never_better(confidence: float) -> None:
    results = [judged(pair(), finding(severity, confidence)) for severity in Severity]
    assert [r.score for r in results] == sorted((r.score for r in results), reverse=True)
    assert [r.risk for r in results] == sorted(r.risk for r in results)


@few
@given(
    st.permutations([finding(s, c, start) for s in Severity for c, start in ((0.9, 1), (0.4, 0))])
)
def test_the_order_of_the_findings_does_not_matter(found: list[Finding]) -> None:
    assert judged(pair(), *found) == judged(pair(), *sorted(found, key=lambda f: f.confidence))


def test_worst_first() -> None:
    found = [
        finding(Severity.MINOR, 0.9),
        finding(Severity.CRITICAL, 0.5),
        finding(Severity.CRITICAL, 0.8, start=3),
        finding(Severity.CRITICAL, 0.8, start=1),
    ]
    result = judged(pair(), *found)
    assert result.findings == (found[3], found[2], found[1], found[0])
    assert result.worst is Severity.CRITICAL


@pytest.mark.parametrize("of", [pair(), turned()])
def test_the_decision(of: Pair) -> None:
    assert not judged(of).critical_error
    assert not judged(of, *[finding(Severity.MINOR)] * 3).critical_error
    assert judged(of, finding(Severity.CRITICAL)).critical_error


# Worse than the plain pair, in either direction.
WORSE = [
    ("a part is missing", ENGLISH, "市議会は火曜日、予算を承認した。"),
    ("about something else", ENGLISH, "祖母は毎朝、庭の花に水をやってから朝食を食べる。"),
    ("not translated", ENGLISH, ENGLISH),
    ("a translation of nothing", ENGLISH, "。"),
    ("said twice over", ENGLISH, JAPANESE + JAPANESE.replace("火曜日", "水曜日")),
]


@pytest.mark.parametrize("make", [pair, turned])
@pytest.mark.parametrize(("english", "japanese"), [w[1:] for w in WORSE], ids=[w[0] for w in WORSE])
def test_a_bad_translation_scores_lower(make: type[Pair], english: str, japanese: str) -> None:
    assert judged(make(english, japanese)).score < judged(make()).score


@pytest.mark.parametrize(
    "bad",
    [
        "Budget the approved library a council for on of new the 3.2 Tuesday million dollars.",
        "The council approved a budget of for the new library on Tuesday.",
        "The council 承認した a budget of 3.2 million dollars for the new library on Tuesday.",
        "The council did not approve a budget of 3.2 million dollars for the new library on Tuesday.",
    ],
    ids=["words in disorder", "number missing", "one word in Japanese", "denied"],
)
def test_small_faults_in_english_lower_the_score(bad: str) -> None:
    assert judged(turned(english=bad)).score < judged(turned()).score


def test_the_encoder_that_paired_the_passages_makes_no_difference() -> None:
    near, far = (
        Pair(0, Segment(ENGLISH, Lang.ENGLISH), Segment(JAPANESE, Lang.JAPANESE), similarity)
        for similarity in (0.9, 0.2)
    )
    assert judged(near).score == judged(far).score


def test_pairs_together_are_judged_as_each_alone() -> None:
    pairs = [pair(), turned(), pair(japanese=""), pair("Hello!", "こんにちは！")]
    together = all_judged(pairs, [[] for _ in pairs])
    for one, among in zip(pairs, together, strict=True):
        alone = judged(one)
        assert among.score == pytest.approx(alone.score, abs=1e-3)
        assert among.risk == pytest.approx(alone.risk, abs=1e-5)


def test_a_pair_with_an_empty_side_is_judged_by_its_findings() -> None:
    alone = judged(pair(japanese=""))
    assert (alone.score, alone.risk) == (100.0, 0.0)
    left_out = judged(pair(japanese=""), finding(Severity.MAJOR))
    assert left_out.score < 100
    assert left_out.risk > 0


@pytest.mark.parametrize("text", ["…", "🙂", "――", "123"])
def test_marks_without_words(text: str) -> None:
    result = judged(pair(text, text))
    assert 0 <= result.score <= 100
    assert not result.critical_error


def test_a_very_long_pair() -> None:
    result = judged(pair(ENGLISH * 250, JAPANESE * 600))
    assert 0 <= result.score <= 100


def document(*pairs: JudgedPair) -> float:
    return document_score(pairs).value


def with_fault(severity: Severity | None, **sides: object) -> JudgedPair:
    found = [finding(severity)] if severity else []
    return judged(pair(**sides), *found)  # type: ignore[arg-type]


def test_a_document_without_pairs() -> None:
    score = document_score([])
    assert score.value == 100.0
    assert score.name == "score"
    assert "model:" in score.signature


def test_a_document_of_one_pair_has_its_score() -> None:
    one = with_fault(Severity.MAJOR)
    assert document(one) == pytest.approx(one.score)


def test_a_longer_pair_weighs_more() -> None:
    short, long = "Snow fell.", "Snow fell on the town all night. " * 9
    bad, good = Severity.CRITICAL, None
    mostly_bad = document(with_fault(bad, english=long), with_fault(good, english=short))
    mostly_good = document(with_fault(good, english=long), with_fault(bad, english=short))
    assert mostly_bad != mostly_good


def test_what_is_missing_from_the_body_counts_and_furniture_does_not() -> None:
    whole = with_fault(None)
    missing = with_fault(Severity.CRITICAL, japanese="")
    furniture = with_fault(Severity.CRITICAL, japanese="", part=Part.FURNITURE)
    assert document(whole, missing) < document(whole)
    assert document(whole, furniture) == pytest.approx(document(whole))
    assert document(furniture) == 100.0


@pytest.mark.parametrize("part", Part)
def test_pairs_of_blanks_do_not_divide_by_zero(part: Part) -> None:
    assert document(with_fault(None, english="", japanese="", part=part)) == 100.0


@few
@given(st.lists(some_findings, max_size=5))
def test_a_document_lies_between_its_pairs(found: list[list[Finding]]) -> None:
    results = all_judged([pair() for _ in found], found)
    scores = [result.score for result in results] or [100.0]
    assert min(scores) - 1e-9 <= document_score(results).value <= max(scores) + 1e-9
