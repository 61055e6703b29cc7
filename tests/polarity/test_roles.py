"""Who acts and who bears it, in plain clauses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.polarity.roles import english_roles, japanese_roles
from alignqa.text import Span


def _place(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("犬が猫を追いかけた。", [("犬", "猫")]),
        ("猫を犬が追いかけた。", [("犬", "猫")]),
        ("猫は犬に追いかけられた。", [("犬", "猫")]),
        ("子供は馬に乗った。", [("子供", "馬")]),
        ("先生は生徒を褒め、生徒は先生を褒めた。", [("先生", "生徒"), ("生徒", "先生")]),
        ("男性は友人に会った。", []),
        ("母は息子に手伝ってもらった。", []),
        ("犬が走っている。", []),
        # The verb behind て is passive, not the one before it.
        ("文は行にまたがって書かれる。", [("文", "行")]),
        ("男性を釣り竿が持っている。", [("釣り竿", "男性")]),
    ],
)
def test_particles_and_voice_tell_the_roles(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(roles.agent.of(text), roles.patient.of(text)) for roles in japanese_roles(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "first", "second", "verb", "expected"),
    [
        ("The dog chased the cat.", "dog", "cat", "chased", ("dog", "cat")),
        ("The dog is chasing the cat.", "dog", "cat", "chasing", ("dog", "cat")),
        ("The cat was chased by the dog.", "cat", "dog", "chased", ("dog", "cat")),
        ("The boy picked up the cat.", "boy", "cat", "picked", ("boy", "cat")),
        ("The owner of the dog chased the cat.", "dog", "cat", "chased", None),
        ("The dog, chased the cat.", "dog", "cat", "chased", None),
        ("The cat was chased in the garden.", "cat", "garden", "chased", None),
    ],
)
def test_order_tells_the_roles(
    text: str, first: str, second: str, verb: str, expected: tuple[str, str] | None
) -> None:
    places = [_place(text, word) for word in (first, second, verb)]
    found = english_roles(text, *places)
    assert (found and (found.agent.of(text), found.patient.of(text))) == expected


@settings(max_examples=50)
@given(st.text(alphabet="犬猫がはをに追いかけたられる。、ある", max_size=40))
def test_places_lie_within_the_text(text: str) -> None:
    for roles in japanese_roles(text):
        for span in (roles.agent, roles.patient, roles.predicate):
            assert 0 <= span.start < span.end <= len(text)
