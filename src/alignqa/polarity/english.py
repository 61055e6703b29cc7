"""Negations of English text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from alignqa.polarity.negation import Negation
from alignqa.text import Span
from alignqa.words import Word, english_words

_CUE = re.compile(
    r"(?:\b|(?<=%[sd]))(?:\w+n\\?['’]t|w/o|(?:do|does|did|is|was|are|were|has|have|would|could|should)nt|cannot|dunno"
    r"|not|never|no|none|nobody|nothing|nowhere|neither|nor|without|unless|unable(?=\s+to\s)"
    r"|yet(?=\s+to\s))\b",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"n\\?['’]?t|w/o|not|never|no|neither|without|unless|unable|yet\s+to", re.IGNORECASE
)

# Expressions that hold a negating word and deny nothing.
_IDIOMS = re.compile(
    r"""
    \bnot\s+(?:least|to\s+mention|surprisingly)\b
    | \b(?:why|than|as\s+likely\s+as)\s+not\b
    | \b(?:goes|go|went|going)\s+without\s+saying\b
    | \bno\s+(?:matter|doubt|wonder|sooner)\b
    | \b(?:no|none|nothing)\s+(?:other|short|better)\s+(?:than|of)\b
    | \b(?:nothing|none|nobody|no\s+one)\s+(?:but|except)\b
    | \b(?:ca(?:n['’]t|nnot)|can\s?not|couldn['’]t|could\s+not)\s+help\s+(?:but|it|\w+ing)\b
    | \bnever\s?mind\b | \bnothing\s+if\s+not\b | \bnon-\w+ | \bin\s+no\s+time\b | \bfor\s+nothing\b
    | \bnot\s+un(?!til|der|less|i[cfoqtv]|anim|to\b)\w+ | (?-i:\bNo)(?=[,.!]\s)
    # the answer: yes/no, "No"
    | \byes\s*(?:/|or)\s*no\b | (?<=\w[:=])\s?(?-i:no)(?=\s*(?:[,.;)"'’”]|$|to\b|in\b)) | (?<=["'“‘«(])no(?=["'”’»)])
    | \b(?:answer|repl|say|choose|select|enter|typ|press|click|tap)\w*\s+no
      (?=\s*[.,;:)"'”’]|\s+(?:to|when|if|or|and|here)\b|\s*$)
    | \bYes\b[^.?!]{1,60}\bor\s+(?-i:No)\b
    | \bno\.?\s*\d | \bNo\.(?=\s?[\dA-Z]) | \bNo\s+\d
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Denials that the other language may well do without: or doesn't, wish it hadn't, no you can't; nothing
# is easier, haven't been for ages, who wouldn't, not so much, not until then, not sure (かどうか), at
# least not here, not only, no more than one (より多くない), no more of it (終了), can't wait, no reason to
# do anything but.
_DOUBTFUL = re.compile(
    r"""
    \b(?:nowhere|nothing|never|nobody|no\s+(?:one|other\s+\w+))\b(?:\s+\w+){0,3}?
      \s+(?:more|less|better|worse|fewer|(?:great|high|low|bigg|larg|strong|clos|hard|fast)er|\w{3,}ier)\b
    | \b(?:ha(?:s|ve|d)n['’]t|ha(?:s|ve|d)\s+not)\b[^.,;?!]{0,40}
      \b(?:for|in)\s+(?:ages|years|decades|months|so\s+long|a\s+(?:long\s+)?(?:while|time))\b
    | \b(?:who|what)\s+(?:\w+\s+)?\w+n['’]t\b(?=[^.!?]*\?)
    | \b(?:nothing|no\s+one|nobody)\s+(?:that\s+|can\s+|to\s+)?(?:stop|prevent|keep)s?\b
    | (?:\bnot|n['’]t)\s+(?:only|just|merely|simply|solely|alone|limited\s+to)\b | \bif\s+not\b
    | \bno\s+\w+\s+(?:but|except)\b | \b(?:no|none|nothing)\s+(?:more|less|fewer|later|earlier)\b
    | (?:\bcannot|\bcan\s+not|n['’]t)\s+wait\s+(?:to|for|until)\b
    | (?:\bno|\bnot|n['’]t|\bnever)\b(?=[^.;?!]{1,40}\b(?:anything\s+(?:but|other)|out\s+of|exempt|immune)\b)
    | (?:\bno|\bnot|n['’]t|\bnever)\s+(?:\w+ly\s+)?(?:incompatib|inconsisten|inaccessib|exclusive)\w*
    | \bif\s[^.,;?!]{1,30}(?:\bnot|n['’]t)\s+already\b
    | \bnot\s+(?:so\s+much|as\s+much|because|the\s+fact)\b
    # not this, only that: それだけ
    | (?:\bnot|n['’]t)\b(?=[^.;?!]{1,60}[,–—-]\s*only\b)
    | (?:\bnot|n['’]t|\bnever)\b(?=[^.;?!]{0,60}\buntil\b)
    | \b(?:cannot|can\s+not|ca[n]['’]t|couldn['’]t|could\s+not)\s+(?:\w+\s+){1,3}(?:too|enough)\b
    | (?:\bnot|n['’]t)\s+(?:(?:\w+ly|yet|so|too|quite|very|exactly|100%)\s+)?(?:sure|certain)\b
    | \bnot\s+(?:guilty|seldom|rarely|infrequently|(?:more|less|fewer|later|earlier)\s+than)\b
    | \bnot\s+(?:a\s+few|few|a\s+little|insignificant)\b
    | (?:\bnot|n['’]t)\s+(?:hesitate|worry|get\s+me\s+wrong)\b
    # no warranty, without even this one: as it is, unharmed
    | \bwithout\s+(?:even|modifications?|changes?|having\s+to)\b
    # required
    | (?:\bnot|n['’]t)\s+(?:be\s+)?(?:null|empty|blank)\b | \bneed\s+not\b
    # in this, not in that: そこよりもここで; not seen since: 見てから; not this, use that instead
    | (?<=,\s)not\s+(?:in|to|on|at|by|with|for|the|an?|those|these)\b
    | \bha(?:s|ve|d)(?:\s+not|n['’]t)\b(?=[^.,;?!]{1,40}\bsince\s+(?!\d))
    | (?:\bnot|n['’]t)\b(?=[^.?!]{1,60}[,;:][^.?!]{1,60}\binstead\b(?!\s+of))
    | \bwithout\s+(?:los|sacrific|compromis|disrupt|interrupt|break|forget)\w*ing\b
    # others are, too, or 唯一…ではない; かどうか, or することもしないことも
    | (?:\bnot|n['’]t)\s+the\s+only\b | \bor\s+not\b
    | \b(?:at\s+least|certainly|probably|maybe|perhaps|hopefully|definitely|but|and)\s+not
      (?=\s*[,.;!?)]|\s+(?:in|for|at|on|when|if|by|to|with)\b)
    |
    \bor\s+(?:do|does|did|is|are|was|were|has|have|can|will|should|would|may|might|need)(?:\s+not|n['’]t)\b
    | \bwish(?:ed|es)?\s+(?:that\s+)?\w+\s+(?:had|did|was|were|could|would)(?:\s+not|n['’]t)\b
    | (?-i:\bNo)(?=\s+(?:I|you|he|she|it|we|they|there|that)\b)
    | \b(?:can|could)(?:\s?not|n?['’]t)\s+(?:be\s+(?:happier|prouder|better|more)|agree\s+more|ask\s+for)\b
    | n['’]t\s+(?:it|that|he|she|they|you|we|I|there)\b
    # asked, expecting a yes
    | \b\w+n['’]t\s+this\b[^.?!]*\? | (?-i:\b[A-Z]\w{1,6}n['’]t)(?=\s+\w+[^.?!]*\?)
    | \bwhy\s+\w+n['’]t\b
    # the value None
    | (?:(?<=[a-z,]\s)|(?<=/))(?-i:None)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A denial that goes on with the one before it: no food, no water; not sold nor lent.
_GOES_ON = re.compile(r"(?:,|\b(?:and|or|nor))\s*$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b"
)
_JOINED_WITHIN = 60
# What may stand between a negating word and the word it negates.
_BETWEEN = frozenset(
    """be have do will would can could shall should may might must been being a an the any to of in
    at on by for with yet even really always necessarily ever so very too quite all that this those
    these their his her its my your our one longer more such only also just simply actually fully
    i you he she it we they there who me him them us not want able going get know make take
    """.split()
)
_LEADERS = frozenset({"be", "have", "do", "will", "would", "can", "could", "should", "may", "might",
                      "must", "shall"})  # fmt: skip
_REACH = 5
_CLAUSE_END = re.compile(r"[,.;:!?—()\"“”]")
_JOINING = frozenset({"and", "or", "but", "nor"})
_SENTENCE_END = re.compile(r"[.!?;]\s")


@lru_cache(maxsize=2048)
def english_negations(text: str) -> tuple[Negation, ...]:
    """The negations of an English text, in order; idioms such as *not only* are none."""
    if not _QUICK.search(text):
        return ()
    return tuple(_negations(text))


def _negations(text: str) -> Iterator[Negation]:
    cues = list(_CUE.finditer(text))
    if not cues:
        return
    idle = [match.span() for match in _IDIOMS.finditer(text)]
    doubtful = [match.span() for match in _DOUBTFUL.finditer(text)]
    words = english_words(text)
    starts = [word.span.start for word in words]
    neither_at = before = -1
    for match in cues:
        cue = _folded(match.group())
        if any(start < match.end() and match.start() < end for start, end in idle):
            continue
        if cue == "neither":
            neither_at = match.start()
        span = Span(*match.span())
        word = _negated(text, words, bisect_left(starts, span.end), span.end)
        where = _with_auxiliary(text, span, words, bisect_left(starts, span.start))
        may_be_none = (
            any(start < span.end and span.start < end for start, end in doubtful)
            or (before >= 0 and _joins(text, before, cue, span))
            or (
                cue == "nor"
                and neither_at >= 0
                and not _SENTENCE_END.search(text, neither_at, span.start)
            )
        )
        before = span.end
        if word is None:
            yield Negation(where, cue, span, cue, may_be_none)
        else:
            yield Negation(where, cue, word.span, word.lemma, may_be_none)


def _joins(text: str, before: int, cue: str, span: Span) -> bool:
    """Whether a negation only goes on with the one that ends at `before`."""
    between = text[before : span.start]
    if _SENTENCE_END.search(between):
        return False
    # Said twice: don't doesn't.
    if cue == "nor" or not between.strip():
        return True
    return (
        cue in {"no", "not", "never", "without"}
        and len(between) <= _JOINED_WITHIN
        and bool(_GOES_ON.search(between))
        and not _FINITE.search(between)
    )


def _folded(cue: str) -> str:
    folded = cue.lower().replace("’", "'").replace("\\", "")
    if folded == "w/o":
        return "without"
    return "not" if folded.endswith(("n't", "nt")) or folded in {"cannot", "dunno"} else folded


def _negated(text: str, words: tuple[Word, ...], index: int, behind: int) -> Word | None:
    """The first word behind the cue, which ends at `behind`, that carries meaning, within the
    clause."""
    fallback = None
    for word in words[index : index + _REACH]:
        if _CLAUSE_END.search(text[behind : word.span.start]) or word.lemma in _JOINING:
            break
        behind = word.span.end
        if word.lemma not in _BETWEEN and word.text.lower() not in _BETWEEN:
            return word
        if fallback is None and word.lemma in {"want", "able", "get", "know", "make", "take"}:
            fallback = word
    return fallback


def _with_auxiliary(text: str, span: Span, words: tuple[Word, ...], index: int) -> Span:
    """The cue with the auxiliary in front of a bare *not*."""
    if span.of(text).lower() != "not" or index == 0:
        return span
    before = words[index - 1]
    if before.lemma in _LEADERS and not text[before.span.end : span.start].strip():
        return Span(before.span.start, span.end)
    return span
