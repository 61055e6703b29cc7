"""A page whose source has changed since: what of that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import alignqa

ENGLISH = """---
title: The ferries of the harbour
---

The ferries run all year round, also in winter.

## Buying a ticket on board

:::note
Tickets are sold on board until midnight.
:::

## Taking a bicycle along

> [!WARNING]
> Bicycles are taken on the lower deck only.

WARNING: Children stay with an adult on deck.
"""
JAPANESE = """---
title: 港のフェリー
---

フェリーは冬も含めて一年中運航しています。

## 船内で切符を買う

:::note
切符は深夜まで船内で販売しています。
:::

## 自転車を持ち込む

> [!WARNING]
> 自転車は下の甲板にのみ持ち込めます。

WARNING: 甲板では、子供は大人のそばにいてください。
"""


def _told(tmp_path: Path, english: str) -> list[tuple[str, str, int | None, int | None]]:
    source, target = tmp_path / "en.md", tmp_path / "ja.md"
    source.write_text(english, encoding="utf-8")
    target.write_text(JAPANESE, encoding="utf-8")
    return [
        (finding.rule.code, finding.severity.value, pair.source.line, pair.target.line)
        for pair, finding in alignqa.check(source, target).findings()
    ]


def test_a_page_that_is_up_to_date(tmp_path: Path) -> None:
    assert _told(tmp_path, ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (":::note", ":::warning", ("AQ705", "major", 10, 10)),
        (":::note", ":::tip", ("AQ705", "minor", 10, 10)),
        ("[!WARNING]", "[!NOTE]", ("AQ705", "major", 16, 16)),
        ("WARNING: Children", "NOTE: Children", ("AQ705", "major", 18, 18)),
    ],
)
def test_a_box_of_another_kind(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str, int, int]
) -> None:
    assert _told(tmp_path, ENGLISH.replace(old, new)) == [expected]


def test_two_names_of_one_box(tmp_path: Path) -> None:
    assert not _told(tmp_path, ENGLISH.replace(":::note", ":::info"))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Taking a bicycle along", "Deploying to production", 13),
        ("The ferries of the harbour", "Migrating from older releases", 2),
    ],
)
def test_another_heading(tmp_path: Path, old: str, new: str, line: int) -> None:
    assert set(_told(tmp_path, ENGLISH.replace(old, new))) == {
        ("AQ401", "minor", None, line),
        ("AQ401", "minor", line, None),
    }
