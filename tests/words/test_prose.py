"""What of a text is read aloud."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.text import Lang
from alignqa.words import english_words, japanese_tokens
from alignqa.words.lengths import translated_length
from alignqa.words.markup import prose, without_markup


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain words", "plain words"),
        ('see <a href="https://example.org/a b" class="x">the guide</a>.', "see the guide ."),
        ("see [the guide](../guide.md#top){.internal target=_blank}.", "see [the guide] ."),
        ('an ![old map](map(1).png "A map") of it', "an ![old map] of it"),
        ("## Setting up {#set-up}", "## Setting up"),
        ("write to info@example.org, or not", "write to , or not"),
        ("Ruby&nbsp;&amp; Rails", "Ruby Rails"),
        ("手順は<b>次</b>の[節](setup.md)を参照", "手順は 次 の[節] を参照"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("the set {x, y} of R&D", "the set {x, y} of R&D"),
        ("they are _not_ stored, _not even once_", "they are not stored, not even once"),
        ("これは _必ず_ 行う", "これは 必ず 行う"),
        ("call __init__ of snake_case_name", "call __init__ of snake_case_name"),
        ("a _private name and a_b", "a _private name and a_b"),
    ],
)
def test_markup_is_not_read(text: str, read: str) -> None:
    assert without_markup(text) == read


@given(st.text(alphabet="ab_<>/&;:{}[]()#.@\"' \n国の", max_size=60))
def test_places_stay(text: str) -> None:
    plain = prose(text)
    assert len(plain) == len(text)
    assert all(mark in {" ", was} for mark, was in zip(plain, text, strict=True))


def test_words_of_markup_are_no_words() -> None:
    text = 'ask the <a class="external" href="https://example.org">Ministry of Finance</a> first'
    words = english_words(text)
    assert [word.text for word in words] == "ask the Ministry of Finance first".split()
    assert all(word.span.of(text) == word.text for word in words)
    # A tag before it does not make a word the first of its sentence.
    assert words[2].is_capital
    japanese = "[財務省](https://example.org/a)に<em>確認</em>する"
    assert "".join(token.surface for token in japanese_tokens(japanese)) == "[財務省]に確認する"


def test_markup_has_no_length() -> None:
    bare = translated_length("the guide", Lang.ENGLISH)
    assert translated_length('<a href="https://example.org">the guide</a>', Lang.ENGLISH) == bare


def test_a_tag_that_never_ends_takes_no_time() -> None:
    start = time.process_time()
    prose("<a" + " " * 20_000)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        '[地図]({{ "/docs/map/" | relative_url }}#top)を見る',
        '[地図]({{< ref "map.md" >}})を見る',
        "[地図]({% link map.md %})を見る",
        "[地図](map.md)を見る",
    ],
)
def test_where_a_link_goes_is_not_read_aloud(text: str) -> None:
    assert without_markup(text).replace(" ", "") == "[地図]を見る"
