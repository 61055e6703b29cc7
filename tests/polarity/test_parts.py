"""What part an English noun plays, as its order tells."""

from __future__ import annotations

import pytest

from alignqa.polarity.parts import Clauses, Part
from alignqa.polarity.pronouns import pronoun_of
from alignqa.text import Span


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("A young man is playing a guitar.", "man", Part.ACTS),
        ("A young man is playing a guitar.", "guitar", Part.OBJECT),
        ("The man on the roof is playing a guitar.", "man", Part.ACTS),
        ("The man on the roof is playing a guitar.", "roof", Part.OBLIQUE),
        ("There is no man playing a guitar.", "man", Part.ACTS),
        ("A boy and a girl are singing.", "boy", Part.ACTS),
        ("A boy and a girl are singing.", "girl", Part.ACTS),
        ("A group of boys is singing.", "boys", Part.ACTS),
        ("The owner of the dog is singing.", "dog", Part.OBLIQUE),
        ("The dog is being washed by a girl.", "dog", Part.BEARS),
        ("The dog is being washed by a girl.", "girl", Part.AGENT),
        ("A girl is dressed in red and is singing.", "girl", Part.ACTS),
        ("The licence is necessary for ships.", "licence", Part.IS),
        ("When the dog is running, the cat is sleeping.", "cat", Part.ACTS),
        # What order does not tell: a list, the first half of a compound, the object of a gerund.
        ("He learned dance, shamisen and painting.", "shamisen", Part.UNKNOWN),
        ("The train station is burning.", "train", Part.UNKNOWN),
        ("Baking fresh bread is fun.", "bread", Part.UNKNOWN),
        ("Throws an error when the file is missing.", "error", Part.OBJECT),
    ],
)
def test_order_tells_the_part(text: str, noun: str, expected: Part) -> None:
    start = text.index(noun)
    assert Clauses(text, frozenset()).part_of(Span(start, start + len(noun))) is expected


def test_a_known_verb_parts_its_subject_from_its_object() -> None:
    text = "Brown dogs chase cats."
    clauses = Clauses(text, frozenset({text.index("chase")}))
    parts = [clauses.part_of(Span(start, start + 4)) for start in (6, 17)]
    assert parts == [Part.ACTS, Part.OBJECT]


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("彼女", "She is singing.", Part.ACTS),
        ("彼", "The dog bit him.", Part.OBJECT),
        ("彼", "He said the dog bit him.", None),
        ("私", "The dog barks.", None),
    ],
)
def test_a_pronoun_tells_its_part_by_its_form(
    japanese: str, english: str, expected: Part | None
) -> None:
    found = pronoun_of(japanese, english)
    assert (found and found.part) == expected
