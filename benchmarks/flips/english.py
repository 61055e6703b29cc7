"""English predicates negated with do-support, and negated ones made positive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from alignqa.words import lemma
from flips.flip import Flip

_BE = r"(?:is|are|was|were|will|would|can|could|should|must|may|might|has been|have been|had been)"
_PRONOUN = r"(?:he|she|it|they|we|I|who|which|He|She|It|They|We|you|You|[A-Z][a-z]+)"
_AUXILIARY = re.compile(rf"\b({_BE})(?= (?!not\b|never\b|no\b|n't|only\b)[a-z]+)")
_PAST_FORMS = {
    "went": "go", "took": "take", "said": "say", "made": "make", "got": "get", "came": "come",
    "saw": "see", "gave": "give", "found": "find", "told": "tell", "became": "become",
    "left": "leave", "felt": "feel", "kept": "keep", "began": "begin", "brought": "bring",
    "wrote": "write", "met": "meet", "paid": "pay", "spoke": "speak", "won": "win", "lost": "lose",
    "knew": "know", "held": "hold", "stood": "stand", "built": "build", "bought": "buy",
    "thought": "think", "sent": "send", "spent": "spend", "grew": "grow", "led": "lead",
    "understood": "understand", "ran": "run", "sold": "sell", "broke": "break", "fell": "fall",
    "rose": "rise", "had": "have", "did": "do", "ate": "eat", "drank": "drink", "heard": "hear",
}  # fmt: skip
_TO_PAST = {base: past for past, base in _PAST_FORMS.items()}
_PAST = re.compile(
    rf"\b({_PRONOUN}) ([a-z]+ed|{'|'.join(_PAST_FORMS)})(?= (?!been\b|to\b|by\b|not\b|[a-z]+ed\b)[a-z])"
)
_PRESENT = re.compile(
    r"\b(he|she|it|who|which|He|She|It) ([a-z]{2,}s)(?= (?!not\b)[a-z])|"
    r"\b(they|we|I|you|They|We|You) (want|need|have|know|think|believe|see|use|make|take|get|go|feel|"
    r"hope|expect|work|live|like|love|understand|agree|support)(?= (?!not\b|been\b|[a-z]+ed\b)[a-z])"
)
_NO_VERB = frozenset("is was has his this its us as thus does yes always sometimes perhaps".split())
_NOT = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|may|might|has|have|had|wo|ca)"
    r"(?: not|n['’]t|not) ([a-z]+)"
)
_DO = re.compile(r"\b(do|does|did)(?: not|n['’]t) ([a-z]+)")
_OTHER = (
    (re.compile(r"\b(n)ever ([a-z]+)"), "always"), (re.compile(r"\b(n)o (one )"), "every"),
    (re.compile(r"\b(n)othing\b()"), "something"), (re.compile(r"\b(n)obody\b()"), "everybody"),
    (re.compile(r"\b(w)ithout ([a-z]+)"), "with"),
    (re.compile(r"\b(n)o (?!longer|one|more|less|matter|doubt)([a-z]+)"), "some"),
)  # fmt: skip
_DENYING_WORDS = (
    (re.compile(r"\b([Tt]here (?:is|are|was|were|has been|have been)) (?:an?|some|several|many|one)\b"),
     r"\1 no"),
    (re.compile(r"(?:^|(?<=[.!?] ))(?:An?|Some|Many|Several)(?= [a-z])"), "No"),
    (re.compile(r"\b(?:Someone|Somebody|Everyone|Everybody|People)\b(?= [a-z])"), "No one"),
    (re.compile(r"\b(?:someone|somebody|everyone|everybody)\b(?= [a-z])"), "nobody"),
    (re.compile(r"\b(?:something|everything)\b"), "nothing"),
    (re.compile(r"\b(?:always|often|usually|frequently|sometimes)\b"), "never"),
    (re.compile(r"\b(has|have|had)(?= [a-z]+ed\b)"), r"\1 never"),
    (re.compile(r"\bwith(?= (?:an?|the|his|her|its|their|any)\b)"), "without"),
    (re.compile(r"\b(?:All|Some|Most|Many)(?= of )"), "None"),
)  # fmt: skip


def english_flips(text: str) -> list[Flip]:
    """Every way to negate one predicate of a text or to take one negation away."""
    return list(_flips(text))


def _flips(text: str) -> Iterator[Flip]:
    for match in _AUXILIARY.finditer(text):
        words = match.group(1).split()
        new = "cannot" if words == ["can"] else " ".join([words[0], "not", *words[1:]])
        yield _flip("added", text, match.start(), match.end(), new, _next_word(text, match.end()))
    for match in _PAST.finditer(text):
        verb = match.group(2)
        base = _PAST_FORMS.get(verb) or lemma(verb)
        if base != verb:
            yield _flip("added", text, match.start(2), match.end(2), f"did not {base}", 0)
    for match in _PRESENT.finditer(text):
        if match.group(2):
            verb, base = match.group(2), lemma(match.group(2))
            if verb not in _NO_VERB and base != verb:
                yield _flip("added", text, match.start(2), match.end(2), f"does not {base}", 0)
        else:
            yield _flip("added", text, match.start(4), match.end(4), f"do not {match.group(4)}", 0)
    for pattern, new in _DENYING_WORDS:
        for match in pattern.finditer(text):
            more = _next_word(text, match.end())
            yield _flip("added", text, match.start(), match.end(), match.expand(new), more)
    for match in _NOT.finditer(text):
        word = {"wo": "will", "ca": "can"}.get(match.group(1), match.group(1))
        if match.group(2) not in {"only", "just", "yet", "necessarily", "merely"}:
            yield _flip("removed", text, match.start(), match.end(), f"{word} {match.group(2)}", 0)
    for match in _DO.finditer(text):
        verb = match.group(2)
        if match.group(1) == "did":
            verb = _TO_PAST.get(verb) or _regular(verb)
        elif match.group(1) == "does":
            verb = "has" if verb == "have" else verb + ("es" if verb[-1] in "sxoh" else "s")
        if match.group(2) not in {"only", "just", "yet", "necessarily", "merely"}:
            yield _flip("removed", text, match.start(), match.end(), verb, 0)
    for pattern, word in _OTHER:
        for match in pattern.finditer(text):
            new = f"{word} {match.group(2)}".rstrip() if word != "every" else "everyone "
            yield _flip("removed", text, match.start(), match.end(), new, 0)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _next_word(text: str, start: int) -> int:
    found = re.match(r" \w+", text[start:])
    return found.end() if found else 0


def _flip(
    kind: Literal["added", "removed"], text: str, start: int, end: int, new: str, more: int
) -> Flip:
    changed = text[:start] + new + text[end:]
    return Flip(kind, changed, start, min(len(changed), start + len(new) + more))
