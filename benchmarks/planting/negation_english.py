"""English predicates made negative, and negative ones made affirmative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.text import Span

from . import english

# Whatever negates or seems to.
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|hardly|scarcely|barely|"
    r"few|little|fail(?:s|ed|ing|ure)?|den(?:y|ies|ied|ying)|refus\w+|lack\w*|unable|unlikely|"
    r"prevent\w*|avoid\w*|stop\w*|only|un\w{4,}|(?:im|in)possible|\w+less|non\w*|dis\w{4,}|instead|"
    r"rather|reject\w*|absen\w+|free|forbid\w*|prohibit\w*|ban\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(?:not|never|cannot|no longer)\b|n['’]t\b", re.IGNORECASE)
# After a negation these would not stand in a plain statement, or it does not negate the statement.
_POLAR = re.compile(
    r"\b(?:any\w*|ever|yet|either|only|just|merely|simply|until|unless|whether|but|even|much|many|at all|"
    r"because|necessarily|nor|if|let|why|so|all|every\w*|need)\b",
    re.IGNORECASE,
)
_AUXILIARY = (
    "is are was were will would can could should has have had may might must does do did".split()
)
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "is"}
_VERB = r"(?P<verb>[a-z]+)"
_DO = re.compile(rf"\b(?P<do>[Dd]o|[Dd]oes|[Dd]id)(?: not|n['’]t) (?P<adverb>\w+ly )?{_VERB}\b")
_AUX_NOT = re.compile(
    rf"\b(?P<aux>{'|'.join(_AUXILIARY[:13])})(?P<not> not|n['’]t)\b", re.IGNORECASE
)
_AUX_NEVER = re.compile(
    r"\b(?:has|have|had|was|were|is|are|will|would|I['’]ve|we['’]ve|they['’]ve) (?P<never>never )",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:is|are|was|were|has|have) (?P<words>no longer)\b", re.IGNORECASE)
_CANNOT = re.compile(r"\b(?:cannot|can['’]t|won['’]t)\b", re.IGNORECASE)
_BE = re.compile(
    r"\b(?P<aux>is|are|was|were|will|would|can|could|should|has|have|had)(?= (?P<next>[a-z]+)\b)"
)
_DO_SUPPORT = re.compile(
    r"\b(?P<subject>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|who|[A-Z][a-z]+) (?P<verb>[a-z]+)\b"
)
# What makes the negation say little or nothing: let me know if it does not work.
_NO_PLAIN_SUBJECT = re.compile(
    r"\b(?:if|whether|what|whatever|when|where|how|every\w*|each|all|either|both|one of|"
    r"unless|until|as|because|since|time|before|after|prior|likely)\b"
    r"(?: [\w'’-]+){0,5} $",
    re.IGNORECASE,
)
# *It was long ago, you know*: said to the listener, and not what the sentence states.
_APART = re.compile(r"\s*[,.!?…]|\s*$")
_LESS_SURE_AFTER = {
    "to",
    "been",
    "being",
    "better",
    "rather",
    "like",
    "that",
    "who",
    "which",
    "of",
    "there",
    "also",
    "already",
    "still",
    "always",
    "probably",
    "likely",
    "well",
    "all",
    "so",
    "it",
    "he",
    "she",
    "they",
    "we",
    "you",
    "i",
    "this",
    "the",
}


def negated(sentence: str) -> Iterator[tuple[Span, str]]:
    """Statements with an auxiliary or a verb after its subject, and what they are when negated."""
    for match in _BE.finditer(sentence):
        aux, following = match.group("aux"), match.group("next")
        before = sentence[: match.start()]
        if re.search(
            r"(?:^|[\"“,;] ?|\b(?:how|what|why|and|or|as|than|if|when|there) )$",
            before,
            re.IGNORECASE,
        ):
            continue
        if _NO_PLAIN_SUBJECT.search(before):
            continue
        if following in _LESS_SURE_AFTER - {"been", "the", "to"}:
            continue
        if aux in {"has", "have", "had"} and not _is_participle(following):
            continue
        if aux in {"will", "would", "can", "could", "should"} and (
            following not in {"be", "have"} and not re.fullmatch(r"[a-z]+", following)
        ):
            continue
        if aux in {"is", "are", "was", "were"} and following == "to":
            continue
        yield Span(match.start("aux"), match.end("aux")), "cannot" if aux == "can" else aux + " not"
    for match in _DO_SUPPORT.finditer(sentence):
        if _NO_PLAIN_SUBJECT.search(sentence[: match.start()].rstrip() + " "):
            continue
        if match.group().lower() == "you know" and _APART.match(sentence, match.end()):
            continue
        if (made := _with_do(match.group("verb"), match.group("subject").lower())) is not None:
            yield Span(match.start("verb"), match.end("verb")), made


def _with_do(verb: str, subject: str) -> str | None:
    if verb in english.BASE_OF_PAST and verb not in {
        "was",
        "had",
        "did",
        "read",
        "put",
        "set",
        "cut",
        "let",
        "hit",
        "cost",
    }:
        return "did not " + english.BASE_OF_PAST[verb]
    if subject in {"he", "she", "it", "they", "we", "i", "you"} and re.fullmatch(
        "[a-z]{3,}ed", verb
    ):
        base = _base(verb)
        return f"did not {base}" if base else None
    plain = {
        "want",
        "know",
        "think",
        "like",
        "believe",
        "hope",
        "need",
        "expect",
        "plan",
        "live",
        "work",
        "feel",
        "see",
        "make",
        "take",
        "use",
    }
    if subject in {"i", "we", "you", "they"} and verb in plain:
        return "do not " + verb
    if subject in {"he", "she", "it"} and verb.endswith("s") and verb[:-1] in plain:
        return "does not " + verb[:-1]
    return None


def _base(verb: str) -> str | None:
    """The base of a regular past form, by the lemma list that English words are read with."""
    import simplemma

    base = simplemma.lemmatize(verb, lang="en")
    return base if base != verb and not base.endswith("xe") and english.past(base) == verb else None


def _is_participle(word: str) -> bool:
    return word in english.PARTICIPLES or (word.endswith("ed") and len(word) > 4)


def affirmed(sentence: str) -> Iterator[tuple[Span, str]]:
    """The negative statements, and what they are without the negation."""
    if len(_PLAIN.findall(sentence)) != 1:
        return
    place = _PLAIN.search(sentence)
    if (
        place is None
        or _POLAR.search(sentence[place.end() :])
        or _POLAR.search(sentence[: place.start()].rsplit(",")[-1])
    ):
        return
    if match := _DO.search(sentence):
        yield from _without_do(match, sentence)
    elif match := _CANNOT.search(sentence):
        word = match.group().lower()
        yield Span(*match.span()), "can" if word.startswith("can") else "will"
    elif match := _AUX_NOT.search(sentence):
        yield Span(match.start("aux"), match.end("not")), match.group("aux")
    elif match := _NO_LONGER.search(sentence):
        yield Span(match.start("words"), match.end("words")), "still"
    elif (match := _AUX_NEVER.search(sentence)) and match.end() < len(sentence):
        end = match.end("never")
        end = re.compile(r"\w+").match(sentence, end).end()  # type: ignore[union-attr]
        span = Span(match.start("never"), end)
        yield span, sentence[match.end("never") : end]


def _without_do(match: re.Match[str], sentence: str) -> Iterator[tuple[Span, str]]:
    do, verb, adverb = match.group("do").lower(), match.group("verb"), match.group("adverb") or ""
    if verb in {"have", "be"} and do == "do" and not sentence[: match.start()].strip():
        return
    opens = not sentence[: match.start()].strip(" \"“'")
    if opens and do != "do":
        return
    if do == "did" and not english.is_base(verb):
        return
    now = {"do": verb, "does": english.with_s(verb), "did": english.past(verb)}[do]
    now = adverb + now
    yield Span(match.start(), match.end()), now[0].upper() + now[1:] if opens else now
