from __future__ import annotations

from alignqa.bitext import Part
from alignqa.comparing import compare
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.report import JudgedPair, Report, Score
from alignqa.revision import Change, Comparison, Fate
from alignqa.text import Lang, Segment, Span

RULE = Rule("AQ201", "number-mismatch", MqmCategory.NUMBER, Severity.CRITICAL)


def found(source: str, words: str, target: str, wrong: str) -> Finding:
    return Finding(
        RULE,
        Severity.CRITICAL,
        1.0,
        f"{words} is {wrong}",
        (Span(source.index(words), source.index(words) + len(words)),),
        (Span(target.index(wrong), target.index(wrong) + len(wrong)),),
    )


def report(*pairs: tuple[str, str] | tuple[str, str, str, str]) -> Report:
    """Pairs of texts, perhaps with the words that a finding marks on either side."""
    judged = []
    for index, (source, target, *marked) in enumerate(pairs):
        findings = (found(source, marked[0], target, marked[1]),) if marked else ()
        judged.append(
            JudgedPair(
                index,
                Segment(source, Lang.ENGLISH, index + 1),
                Segment(target, Lang.JAPANESE, index + 1),
                0.8,
                Part.BODY,
                50.0 if findings else 90.0,
                0.1,
                False,
                findings,
            )
        )
    return Report(tuple(judged), Lang.ENGLISH, "encoder", Score("q", 50.0, "s"), {})


def texts(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            change.source.text,
            change.old and change.old.target.text,
            change.new and change.new.target.text,
        )
        for change in comparison.changes
    ]


def fates(change: Change) -> list[str]:
    return [outcome.fate.value for outcome in change.outcomes]


def test_the_same_report_has_no_news() -> None:
    same = report(("One.", "一。"), ("Two 2.", "二が3。", "2", "3"), ("", "付記。"))
    comparison = compare(same, same)
    assert comparison.rewritten == 0
    assert not any(change.is_news for change in comparison.changes)
    assert comparison.count(Fate.UNCHANGED) == 1
    assert len(comparison.changes) == 3


def test_pairs_meet_through_their_source() -> None:
    comparison = compare(
        report(("One.", "一。"), ("Two.", "二。"), ("Three.", "三。")),
        report(("One.", "壱。"), ("Two.", "二。"), ("Three.", "")),
    )
    assert texts(comparison) == [
        ("One.", "一。", "壱。"),
        ("Two.", "二。", "二。"),
        ("Three.", "三。", ""),
    ]
    assert [change.is_rewritten for change in comparison.changes] == [True, False, True]


def test_passages_that_are_cut_differently_are_merged() -> None:
    comparison = compare(
        report(("One 1.\nTwo 2.", "一、二。"), ("Three.", "三。")),
        report(("One 1.", "一。"), ("Two 2.", "四。", "2", "四"), ("Three.", "三。")),
    )
    assert texts(comparison) == [
        ("One 1.\nTwo 2.", "一、二。", "一。\n四。"),
        ("Three.", "三。", "三。"),
    ]
    first = comparison.changes[0]
    assert first.new is not None
    assert first.new.score == 50.0
    finding = first.outcomes[0].finding
    assert finding.source_spans[0].of(first.new.source.text) == "2"
    assert finding.target_spans[0].of(first.new.target.text) == "四"


def test_additions_meet_their_like_or_what_stands_in_the_same_gap() -> None:
    comparison = compare(
        report(("One.", "一。"), ("", "い。"), ("Two.", "二。"), ("", "ろ。"), ("", "は。")),
        report(("", "は。"), ("One.", "一。"), ("", "に。"), ("Two.", "二。")),
    )
    assert texts(comparison) == [
        ("", "は。", "は。"),
        ("One.", "一。", "一。"),
        ("", "い。", "に。"),
        ("Two.", "二。", "二。"),
        ("", "ろ。", None),
    ]


def test_a_passage_that_only_the_old_source_has_keeps_its_place() -> None:
    comparison = compare(
        report(("Zero.", "零。"), ("One.", "一。"), ("Gone.", "去。"), ("Two.", "二。")),
        report(("One.", "一。"), ("Two.", "二。"), ("Three.", "三。")),
    )
    assert [text[0] for text in texts(comparison)] == ["Zero.", "One.", "Gone.", "Two.", "Three."]
    assert comparison.changes[2].new is None
    assert comparison.changes[4].old is None


def test_a_finding_lives_as_long_as_its_words() -> None:
    old = report(
        ("It cost 800 yen.", "運賃は80円。", "800", "80"), ("In 5 days.", "六日で。", "5", "六")
    )
    new = report(
        ("It cost 800 yen.", "片道の運賃は80円だった。", "800", "80"),
        ("In 5 days.", "七日で。", "5", "七"),
    )
    comparison = compare(old, new)
    assert [fates(change) for change in comparison.changes] == [["unchanged"], ["new", "fixed"]]
    assert comparison.changes[0].is_rewritten


def test_a_finding_may_move_to_another_passage() -> None:
    old = report(("At 9.", "8時に。", "9", "8"), ("Again at 9.", "また9時に。"))
    new = report(("At 9.", "9時に。"), ("Again at 9.", "また8時に。", "9", "8"))
    comparison = compare(old, new)
    assert [fates(change) for change in comparison.changes] == [[], ["unchanged"]]


def test_equal_findings_are_counted_one_by_one() -> None:
    old = report(("At 9.", "8時に。", "9", "8"))
    new = report(("At 9.", "8時に。", "9", "8"), ("At 9.", "8時に。", "9", "8"))
    comparison = compare(old, new)
    assert [comparison.count(fate) for fate in Fate] == [1, 0, 1]


def test_empty_reports() -> None:
    assert compare(report(), report()).changes == ()
    assert texts(compare(report(), report(("One.", "一。")))) == [("One.", None, "一。")]
