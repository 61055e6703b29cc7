"""One file to two texts, and two files to two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.bitext import Bitext, PlainText
from alignqa.errors import MissingLanguage
from alignqa.layout import join, paragraphs_of, parts, split
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE

ENGLISH = [
    "The town library will stay open until nine in the evening from April.",
    "Students had asked for longer hours since last autumn.",
    "The director said that two more people would be hired.",
    "Readers may borrow up to ten books at a time.",
]
JAPANESE = [
    "町の図書館は四月から夜九時まで開館する。",
    "学生たちは昨年の秋から開館時間の延長を求めていた。",
    "館長は職員を二人増やすと述べた。",
    "一度に十冊まで借りることができる。",
]


def page(*paragraphs: str) -> PlainText:
    return PlainText("\n\n".join(paragraphs), "page.txt")


def interleaved(first: list[str], second: list[str]) -> list[str]:
    return [paragraph for pair in zip(first, second, strict=True) for paragraph in pair]


SPLIT = [
    ("English block first", [*ENGLISH, *JAPANESE], EN, ENGLISH, JAPANESE),
    ("Japanese block first", [*JAPANESE, *ENGLISH], JA, JAPANESE, ENGLISH),
    (
        "a title of the other language on top",
        ["図書館の開館時間が延びる", "Anna Berg", *ENGLISH, *JAPANESE],
        EN,
        ["Anna Berg", *ENGLISH],
        ["図書館の開館時間が延びる", *JAPANESE],
    ),
    (
        "a lead of the other language on top",
        ["この記事には日本語訳があります。", *ENGLISH, *JAPANESE],
        EN,
        ENGLISH,
        ["この記事には日本語訳があります。", *JAPANESE],
    ),
    ("paragraph under paragraph", interleaved(ENGLISH, JAPANESE), EN, ENGLISH, JAPANESE),
    ("the other way round", interleaved(JAPANESE, ENGLISH), JA, JAPANESE, ENGLISH),
    (
        "a title over paragraph under paragraph",
        ["図書館", *interleaved(ENGLISH, JAPANESE)],
        EN,
        ENGLISH,
        ["図書館", *JAPANESE],
    ),
    (
        "the end not translated",
        [*interleaved(ENGLISH[:1], JAPANESE[:1]), *ENGLISH[1:]],
        EN,
        ENGLISH,
        JAPANESE[:1],
    ),
    ("most not translated", [*JAPANESE * 4, ENGLISH[0]], JA, JAPANESE * 4, ENGLISH[:1]),
    (
        "most not translated into Japanese",
        [*ENGLISH * 4, JAPANESE[0]],
        EN,
        ENGLISH * 4,
        JAPANESE[:1],
    ),
    (
        "one sentence each",
        ["犬が寝ている。", "The dog is asleep."],
        JA,
        ["犬が寝ている。"],
        ["The dog is asleep."],
    ),
    ("one word each", ["Hello", "こんにちは"], EN, ["Hello"], ["こんにちは"]),
    (
        "labels",
        ["Cancel", "キャンセル", "Save", "保存"],
        EN,
        ["Cancel", "Save"],
        ["キャンセル", "保存"],
    ),
    (
        "neither goes with what stands before",
        ["* * *", *ENGLISH, "2021/03/04", *JAPANESE, "https://example.com/"],
        EN,
        ["* * *", *ENGLISH, "2021/03/04"],
        [*JAPANESE, "https://example.com/"],
    ),
]


@pytest.mark.parametrize(
    ("paragraphs", "lang", "source", "target"),
    [case[1:] for case in SPLIT],
    ids=[c[0] for c in SPLIT],
)
def test_split(paragraphs: list[str], lang: Lang, source: list[str], target: list[str]) -> None:
    bitext = split(page(*paragraphs))
    assert bitext.source_lang is lang
    assert texts(bitext) == (source, target)
    assert not bitext.paired
    assert {segment.lang for segment in bitext.source} == {lang}
    assert {segment.lang for segment in bitext.target} == {lang.other}
    assert {segment.path for segment in (*bitext.source, *bitext.target)} == {"page.txt"}


def test_lines_without_blank_lines_between_them() -> None:
    bitext = split(PlainText("\n".join(interleaved(ENGLISH, JAPANESE))))
    assert texts(bitext) == (ENGLISH, JAPANESE)
    assert [segment.line for segment in bitext.target] == [2, 4, 6, 8]


def texts(bitext: Bitext) -> tuple[list[str], list[str]]:
    return [s.text for s in bitext.source], [s.text for s in bitext.target]


MISSING = [
    ("Japanese alone", JAPANESE, "4 paragraphs of Japanese and no English"),
    ("English alone", ENGLISH[:1], "1 paragraph of English and no Japanese"),
    (
        "a Japanese page with a footer",
        [*JAPANESE, "About Us", "Follow us", "© 2021 The Town. All rights reserved."],
        "stray pieces of English",
    ),
    (
        "names and addresses",
        ["Anna Berg", *JAPANESE, "CITY LIFE", "Special Issue", "desk@example.com"],
        "stray pieces of English",
    ),
    (
        "an English page with a link",
        [*ENGLISH, "日本語", "© 2021 株式会社みなと 無断転載を禁じます", "2021年3月4日"],
        "stray pieces of Japanese",
    ),
    (
        "words quoted",
        [*ENGLISH, "The word 木漏れ日 means light that falls through leaves."],
        "no Japanese",
    ),
    (
        "a short sentence in a long page",
        [*JAPANESE * 8, "Follow us on all channels."],
        "stray pieces",
    ),
    ("numbers", ["123", "456"], "neither English nor Japanese"),
]


@pytest.mark.parametrize(
    ("paragraphs", "says"), [case[1:] for case in MISSING], ids=[c[0] for c in MISSING]
)
def test_one_language_alone_is_refused(paragraphs: list[str], says: str) -> None:
    with pytest.raises(MissingLanguage) as caught:
        split(page(*paragraphs))
    assert says in str(caught.value)
    assert str(caught.value).startswith("page.txt holds ")


def test_join_takes_each_file_as_a_whole() -> None:
    source = page("Anna Berg", *JAPANESE, "42")
    target = page(*ENGLISH, "木漏れ日")
    bitext = join(source, target)
    assert bitext.source_lang is JA
    assert texts(bitext) == (["Anna Berg", *JAPANESE, "42"], [*ENGLISH, "木漏れ日"])
    assert {segment.lang for segment in bitext.source} == {JA}
    assert [segment.line for segment in bitext.source] == [1, 3, 5, 7, 9, 11]


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [
        (ENGLISH, ENGLISH, "page.txt and page.txt are both in English; Japanese is missing"),
        (JAPANESE, JAPANESE[:1], "are both in Japanese; English is missing"),
        (ENGLISH, ["42"], "neither English nor Japanese"),
        (["* * *"], JAPANESE, "neither English nor Japanese"),
    ],
)
def test_join_wants_one_of_each(source: list[str], target: list[str], says: str) -> None:
    with pytest.raises(MissingLanguage, match=says.replace("*", r"\*")):
        join(page(*source), page(*target))


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_page_of_many_foreign_words_is_in_the_language_that_the_other_lacks(
    is_turned: bool,
) -> None:
    commands = [f"ferry {word} --all" for word in ("start", "stop", "list", "wait", "load")] * 4
    pages = page(*commands, *ENGLISH), page(*commands, *ENGLISH[1:], *JAPANESE)
    bitext = join(*(reversed(pages) if is_turned else pages))
    assert bitext.source_lang is (JA if is_turned else EN)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*ENGLISH, *JAPANESE, "Anna Berg", "目次", "- item", "42", "", "（", "「"]
            ),
            st.text(max_size=20),
        )
    )
)
def test_any_text_is_split_without_loss_or_refused(lines: list[str]) -> None:
    plain = PlainText("\n".join(lines))
    try:
        bitext = split(plain)
    except MissingLanguage:
        return
    assert sorted(s.text for s in (*bitext.source, *bitext.target)) == sorted(
        paragraph.text for paragraph in paragraphs_of(plain)
    )
    assert bitext.source
    assert bitext.target
    for side in (bitext.source, bitext.target):
        assert len(parts(side)) == len(side)
