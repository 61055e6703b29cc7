"""Pronouns, whose English form tells by itself who acts and who bears it: *he* and *him*."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.polarity.parts import Part
from alignqa.text import Span
from alignqa.words import english_words

_FIRST = ("i", "me")
_FORMS = {
    **dict.fromkeys(("私", "僕", "俺", "わたし", "ぼく"), _FIRST),
    **dict.fromkeys(("我々", "われわれ", "私たち", "私達", "わたしたち", "僕たち"), ("we", "us")),
    "彼": ("he", "him"),
    "彼女": ("she", "her"),
    **dict.fromkeys(("彼ら", "彼等", "かれら"), ("they", "them")),
}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """An English pronoun, and the part that its form shows."""

    span: Span
    part: Part


def is_pronoun(japanese: str) -> bool:
    """Whether a Japanese word has English forms to be told by."""
    return japanese in _FORMS


def pronoun_of(japanese: str, english: str) -> Pronoun | None:
    """What renders a Japanese pronoun in an English text: its only form there, if it is of one kind."""
    acting, bearing = _FORMS[japanese]
    found = [word for word in english_words(english) if word.text.lower() in {acting, bearing}]
    if len({word.text.lower() for word in found}) != 1:
        return None
    is_acting = found[0].text.lower() == acting
    return Pronoun(found[0].span, Part.ACTS if is_acting else Part.OBJECT)
