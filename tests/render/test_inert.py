from __future__ import annotations

import pytest
from hostile_texts import ACTING, HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from alignqa.render.inert import inert, inert_with_places
from alignqa.text import Span

_ANY = st.text(st.characters() | st.sampled_from(sorted(ACTING)), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("外務省は「発表」した。", "外務省は「発表」した。"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("\x1b[31m", "␛[31m"),
        ("a\tb\nc", "a b c"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\u200b", "<U+200B>"),
        ("\udcff", "<U+DCFF>"),
        ("\ufffe", "<U+FFFE>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_shows(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_acts(kind: str) -> None:
    assert not ACTING.intersection(inert(HOSTILE[kind]))


@given(_ANY)
def test_both_ways_agree_and_doing_it_twice_changes_nothing(text: str) -> None:
    assert inert_with_places(text).text == inert(text) == inert(inert(text))
    assert not ACTING.intersection(inert(text))


@given(_ANY, st.data())
def test_a_span_stays_on_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 3))
    mapped = inert_with_places(text)
    place = mapped.span(Span(start, end))
    assert (place.of(mapped.text) if place else "") == inert(text[start:end])
