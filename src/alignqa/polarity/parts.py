"""What part a noun plays in an English clause, as far as word order alone tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from alignqa.text import Span
from alignqa.words import FUNCTION_WORDS, Word, english_words

_BREAK = re.compile(r"[.,;:!?](?=\s)|[—()\[\]“”\"\n]|--")
_END = re.compile(r"[.!?;](?=\s)|\n")
_OPENERS = frozenset(
    """that when while because but if as after before since although though so then who which
    where whether until once""".split()
)
_RELATIVES = frozenset({"who", "which", "that"})
_CLAUSES = _OPENERS - _RELATIVES
_DETERMINERS = frozenset(
    """the a an this that these those his her its their my your our some any no every each all both
    many several few another two three four five six seven eight nine ten one""".split()
)
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_AUXILIARIES = _BE | frozenset(
    """has have had does do did will would can could may might must should doesn't don't didn't
    hasn't haven't won't can't cannot couldn't""".split()
)
_ADVERBS = frozenset(
    """not also always often never just already now still then only even together first again soon
    once twice forever""".split()
)
_PREPOSITIONS = frozenset(
    """in on at for with to from into onto over under near behind beside between through around across
    against about as than off out up down away without within along above below beneath inside
    outside towards toward after before during among until since like via upon past""".split()
)
# Nouns that count what follows *of*.
_AMOUNTS = frozenset(
    """group groups bunch couple pair piece pieces number lot lots crowd team kind type slice slices
    bowl cup glass bottle herd flock pack majority dozens hundreds thousands some many one two three
    all both each most""".split()
)
_PARTICIPLES = frozenset(
    """held kept made seen shown taken given driven ridden eaten written thrown broken cut put hit
    brought bought caught taught led fed sold told sent left lost won built found torn worn drawn
    known chosen stolen hidden beaten bitten hung shot spread set read run ground bound""".split()
)
_AFTER_A_PHRASE = (
    _AUXILIARIES
    | _ADVERBS
    | _PREPOSITIONS
    | _OPENERS
    | frozenset("of and or by than the a an his her its their".split())
)
# Participles that say in what state the subject is: *is dressed in red*.
_STATES = frozenset("dressed seated tired excited covered bored interested".split())
_REACH = 6
_FARTHEST_VERB = 14


class Part(Enum):
    """What a noun does in its clause."""

    ACTS = "acts"
    BEARS = "bears"
    IS = "is"
    OBJECT = "object"
    OBLIQUE = "oblique"
    AGENT = "agent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Clauses:
    """An English text, and the places at which words begin that are known to be verbs."""

    text: str
    verbs: frozenset[int]

    def part_of(self, noun: Span) -> Part:
        """The part that the last word of a noun plays; `UNKNOWN` where order does not tell."""
        words = english_words(self.text)
        index = next((at for at, word in enumerate(words) if word.span.end == noun.end), None)
        if index is None or not self._is_head(words, index):
            return Part.UNKNOWN
        return self._part(words, index, index)

    def _part(self, words: tuple[Word, ...], index: int, head: int) -> Part:
        """What stands before the phrase of the noun at `index` tells its part; `head` is the noun
        itself, or the last of several that are joined: *a cat and a dog are*."""
        has_article = False
        for at in range(index - 1, max(-2, index - _REACH), -1):
            if at < 0 or self._breaks(words, at):
                if not has_article and words[at + 1].text.endswith("ing") and at + 1 < index:
                    # Making bread is fun: the object of a gerund.
                    return Part.UNKNOWN
                is_sure = at < 0 or self._ends(words, at) or self._has_predicate(words, head)
                return self._voice(words, head) if is_sure else Part.UNKNOWN
            word = _folded(words[at])
            if word in _OPENERS:
                # *That models users* may begin with its verb.
                is_verb_likely = word in _RELATIVES and not has_article and index - at > 1
                return Part.UNKNOWN if is_verb_likely else self._voice(words, head)
            if word in _DETERMINERS and not has_article:
                has_article = True
            elif word == "of":
                counts = at > 0 and _folded(words[at - 1]) in _AMOUNTS
                return self._part(words, at - 1, head) if counts else Part.OBLIQUE
            elif word in {"and", "or"}:
                if self._has_predicate(words, head) or at == 0:
                    return self._voice(words, head)
                if not has_article and index - at > 2:
                    # *Cats and dogs chase mice* may hold a verb.
                    return Part.UNKNOWN
                return self._part(words, at - 1, head)
            elif word == "by":
                return Part.AGENT
            elif word in _PREPOSITIONS:
                return Part.OBLIQUE
            elif word in _AUXILIARIES:
                is_there = at > 0 and _folded(words[at - 1]) == "there"
                return self._voice(words, head) if is_there else Part.OBJECT
            elif self._is_verb(words, at) or (has_article and word not in _DETERMINERS):
                return Part.OBJECT
            elif word.endswith("ed") and not has_article:
                return Part.UNKNOWN
        return Part.UNKNOWN

    def _is_head(self, words: tuple[Word, ...], index: int) -> bool:
        """Whether the phrase ends with this noun: not *Labour* of *the Labour Party*."""
        if index + 1 == len(words) or self._breaks(words, index):
            return True
        word = _folded(words[index + 1])
        return (
            words[index + 1].span.start in self.verbs
            or word.endswith(("ing", "ed", "s", "ly"))
            or word in _AFTER_A_PHRASE
        )

    def _is_verb(self, words: tuple[Word, ...], index: int) -> bool:
        """Known for one, or behind an auxiliary: *is playing*."""
        word = words[index]
        return word.span.start in self.verbs or (
            word.text.endswith("ing")
            and index > 0
            and _folded(words[index - 1]) in _AUXILIARIES | _ADVERBS
        )

    def _has_predicate(self, words: tuple[Word, ...], index: int) -> bool:
        if index + 1 == len(words) or self._breaks(words, index):
            return False
        behind = words[index + 1]
        return _folded(behind) in _AUXILIARIES or behind.span.start in self.verbs

    def _breaks(self, words: tuple[Word, ...], index: int) -> bool:
        return bool(_BREAK.search(self._gap(words, index)))

    def _ends(self, words: tuple[Word, ...], index: int) -> bool:
        return bool(_END.search(self._gap(words, index)))

    def _gap(self, words: tuple[Word, ...], index: int) -> str:
        """What lies between a word and the next, with the first letter of that."""
        return self.text[words[index].span.end : words[index + 1].span.start + 1]

    def _voice(self, words: tuple[Word, ...], index: int) -> Part:
        """Whether a noun that opens a clause acts or bears: *the cat is chased*."""
        has_verb = False
        for at in range(index + 1, min(len(words), index + _FARTHEST_VERB)):
            if self._ends(words, at - 1):
                break
            word = _folded(words[at])
            if word in _CLAUSES:
                break
            if word in _BE:
                return _behind_be(words, at + 1)
            is_verb = words[at].span.start in self.verbs
            if is_verb and not word.endswith("ing"):
                is_passive = at + 1 < len(words) and _folded(words[at + 1]) == "by"
                return Part.UNKNOWN if is_passive else Part.ACTS
            has_verb |= (
                is_verb or word in _AUXILIARIES or (at == index + 1 and word.endswith("ing"))
            )
        return Part.ACTS if has_verb else Part.UNKNOWN


def may_be_noun(word: str) -> bool:
    """Whether a word of English may name one who acts or bears, as far as a list of others tells."""
    word = word.lower()
    return not (word in FUNCTION_WORDS or word in _AFTER_A_PHRASE or word.endswith("ly"))


def _folded(word: Word) -> str:
    return word.text.lower().replace("’", "'")


def _behind_be(words: tuple[Word, ...], at: int) -> Part:
    while at < len(words) and (_folded(words[at]) in _ADVERBS or words[at].text.endswith("ly")):
        at += 1
    if at >= len(words):
        return Part.IS
    word = _folded(words[at])
    if word in {"being", "been"}:
        return Part.BEARS
    if word.endswith("ing") or word in _STATES:
        return Part.ACTS
    return Part.BEARS if word.endswith(("ed", "en")) or word in _PARTICIPLES else Part.IS
