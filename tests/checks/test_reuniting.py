"""A sentence that went into another paragraph was moved: neither left out nor added."""

from __future__ import annotations

import pytest

from alignqa import formats, pipeline
from alignqa.settings import Settings

ENGLISH = [
    "The library opens at nine on weekdays. Visitors can park their cars behind the building.",
    "The catalogue can be searched from any computer in the reading room.",
    "Members can borrow up to ten books at a time.",
]
PARKING, CAFE = (
    "来館者は建物の裏に車を停めることができます。",
    "一階の喫茶店では季節のケーキを出しています。",
)
JAPANESE = [
    "図書館は平日9時に開館します。",
    "目録は閲覧室のどのコンピューターからも検索できます。",
    "会員は一度に10冊まで本を借りられます。",
]


def told(japanese: list[str], settings: Settings | None = None) -> list[tuple[int, str, str]]:
    report = pipeline.judge(formats.of_lists(ENGLISH, japanese), settings or Settings())
    return [
        (place, finding.rule.code, finding.severity.value)
        for place, judged in enumerate(report.pairs)
        for finding in judged.findings
    ]


def test_a_sentence_that_stands_in_another_paragraph_was_moved() -> None:
    assert told([*JAPANESE[:2], JAPANESE[2] + PARKING]) == [(0, "AQ403", "minor")]


def test_one_left_out_and_another_one_added_are_two_findings() -> None:
    found = told([*JAPANESE[:2], JAPANESE[2] + CAFE])
    assert [(place, code) for place, code, _ in found] == [(0, "AQ402"), (2, "AQ405")]


@pytest.mark.parametrize("ignored", ["AQ403", "moved-passage"])
def test_without_the_rule_it_is_left_out_here_and_added_there(ignored: str) -> None:
    found = told([*JAPANESE[:2], JAPANESE[2] + PARKING], Settings(ignore=(ignored,)))
    assert [(place, code) for place, code, _ in found] == [(0, "AQ402"), (2, "AQ405")]


def test_the_place_is_told_by_its_line() -> None:
    report = pipeline.judge(
        formats.of_lists(ENGLISH, [*JAPANESE[:2], JAPANESE[2] + PARKING]), Settings()
    )
    (finding,) = report.pairs[0].findings
    assert finding.source_spans[0].of(ENGLISH[0]) == ENGLISH[0].split(". ")[1]
    assert "elsewhere" in finding.message
