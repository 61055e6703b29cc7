"""Where Japanese sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from alignqa.segment import english
from alignqa.segment.enclosure import Bracket, EndMark, ends, matched, opens_sentence
from alignqa.text import Span
from alignqa.words import japanese_tokens

_BRACKETS = dict(zip("「『（(［[【〈《〔“〝｢", "」』）)］]】〉》〕”〟｣", strict=True))
_CLOSES = {closing: opening for opening, closing in _BRACKETS.items()}
_CLOSES["〞"] = "〝"
_CLOSING = "".join(_CLOSES) + "’"
_END_MARKS = "。｡！？!?‼⁇⁈⁉…‥．."
_ESCAPED_OPENING, _ESCAPED_CLOSING = re.escape("".join(_BRACKETS)), re.escape(_CLOSING)
_ANY_BRACKET = re.compile(f"""["{_ESCAPED_OPENING}{_ESCAPED_CLOSING}]""")
# Marks of one sentence's end with the brackets that close among and behind them.
_MARK = re.compile(f"[{_END_MARKS}][{_END_MARKS}{_ESCAPED_CLOSING}]*")
_FULL_STOP = re.compile(r"[。｡]")
_STOP_OF_LATIN = re.compile(f"[.．][{_ESCAPED_CLOSING}]*")
_ELLIPSIS = re.compile(f"[…‥．.{_ESCAPED_CLOSING}]+")
_ENDS_IN_BRACKET = re.compile(f'[{_ESCAPED_CLOSING}"]$')
# Quotations and remarks hold sentences; the other brackets hold titles.
_QUOTATION = '「“"｢〝'
_REMARKS = "（(［["
_SPACE = re.compile(r"\s*")
_GOES_ON = re.compile(r"[、，,・：:；;ー〜～%％=＝&＆+＋/／]")
_LATIN = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_LATIN_WORD_END = re.compile(r"[A-Za-z][a-z]$")
_ITEM_NUMBER = re.compile(r"\s*[^\w\s]{0,3}(?:[0-9０-９]{1,3}|[A-Za-zＡ-Ｚ])[.．]")
# Behind these a quotation is a part of the sentence that goes on to what was done with it.
_PARTICLE_BEFORE = re.compile(r"[はがもをにでの]$")
# A remark in brackets that belongs to the sentence before it: who wrote it, or laughter.
_REMARK = re.compile(r"[（(][^（()）。！？!?]{1,12}[）)]")
_LAUGHTER = re.compile(r"[（(](?:[苦微爆失]?笑|涙|泣|汗|怒|驚|嘘|照)[）)]")
# An end mark of its own, or one bracket more.
_AFTER_CLOSING = (*_END_MARKS, *_CLOSES)
# Names with an end mark in them.
_NAME = re.compile(
    r"(?:Yahoo|ヤフー|Hey|Say|ラブライブ|けいおん|アイカツ|Joomla)[!！]|モーニング娘。"
)
# Words that open a sentence but begin like a particle.
_CONJUNCTION = re.compile(
    r"で(?:も(?![のな])|は|すが|すから|、)|だ(?:が|から|けど|って|ったら)|な(?:ので|のに|ら[ば、])"
    r"|とはいえ|というのも|とす(?:ると|れば)|[がやねな]、|ね[えぇー]"
)
# Who said it, behind the quotation.
_REPORTED = re.compile(
    r"[^、。，！？!?「」『』\n]{1,20}[はがも][^。！？!?「」『』\n]{0,15}?(?:言|述べ|語|話し|続け|嘆[いき]|付け加え"
    r"|答え|尋ね|叫|説明し|訴え|つぶや|呟|聞い|返し|ささや|書い)(?![ぁ-ゖ]{0,3}な[いか])[ぁ-ゖ]{0,5}[。\n]"
)
# So much is read of what follows, to see whether it begins with a particle.
_WINDOW = 10
_PARTICLE = frozenset({"助詞"})
_TIED = frozenset({"助詞", "助動詞", "助動詞語幹", "接尾辞"})
# A quotation that is longer than this was left open.
_REACH = 600


def japanese_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences of a paragraph end, in order, but for that of the last."""
    enclosures = matched(_brackets(text), _REACH)
    openings = {enclosure.end: enclosure.start for enclosure in enclosures}
    marks = sorted(
        [*_marks(text, openings), *_unmarked_quotations(text, enclosures)],
        key=lambda mark: mark.start,
    )
    closed_by_mark = {at for mark in marks for at in range(mark.start, mark.end)}

    def opens_up(enclosure: Span, sentence_start: int) -> bool:
        if enclosure.end - 1 not in closed_by_mark:
            return False
        return opens_sentence(text, enclosure, sentence_start) or _is_announced(text, enclosure)

    return ends(marks, enclosures, opens_up)


def _marks(text: str, openings: Mapping[int, int]) -> Iterator[EndMark]:
    """Every end mark behind which a sentence may begin, whatever it stands in."""
    named = {at for name in _NAME.finditer(text) for at in range(name.start(), name.end())}
    item = _ITEM_NUMBER.match(text)
    for match in _MARK.finditer(text):
        end = match.end()
        while text.startswith('"', end) and end + 1 in openings:
            end += 1
        if match.start() in named or (item and item.end() == end):
            continue
        end = _with_remark(text, match.group(), end)
        if _is_end(text, match, end, openings):
            yield EndMark(match.start(), end)
            item = _ITEM_NUMBER.match(text, end)


def _with_remark(text: str, mark: str, end: int) -> int:
    """Behind the brackets that belong to the sentence that ended before them."""
    laughter = _LAUGHTER.match(text, end)
    if laughter:
        return laughter.end()
    remark = _REMARK.match(text, end)
    if remark and _FULL_STOP.search(mark) and remark.end() == len(text):
        return remark.end()
    return end


def _is_end(text: str, match: re.Match[str], end: int, openings: Mapping[int, int]) -> bool:
    mark = match.group()
    following = _following(text, end)
    if following == len(text):
        return True
    if _GOES_ON.match(text, following):
        return False
    before = text[match.start() - 1 : match.start()]
    if _STOP_OF_LATIN.fullmatch(mark) and _LATIN.match(before):
        return _is_latin_end(text, match, end)
    between_words = following > end
    in_bracket = bool(_ENDS_IN_BRACKET.search(text[match.start() : end]))
    if in_bracket and not _may_end(text, openings.get(end)):
        return False
    if mark[-1] in "!?" and _LATIN.match(before) and _LATIN.match(text, following):
        return between_words and not text[following].islower()
    # Speech that falters goes on more often than not.
    falters = _ELLIPSIS.fullmatch(mark) and mark not in (".", "．")
    if falters and not (in_bracket or between_words):
        return False
    if in_bracket:
        return not (_is_tied(text, following, _TIED) or _REPORTED.match(text, following))
    return mark[-1] in "。｡" or not _is_tied(text, following, _PARTICLE)


def _is_latin_end(text: str, match: re.Match[str], end: int) -> bool:
    """The full stop behind a Latin letter or a digit ends a sentence."""
    stop = english.END_MARK.match(text, match.start())
    if text[end].isspace():
        return stop is not None and english.sentence_end(text, stop) is not None
    return (
        match.group()[0] == "．"
        and bool(_LATIN_WORD_END.search(text[max(0, match.start() - 2) : match.start()]))
        and not _LATIN.match(text, end)
    )


def _may_end(text: str, opening: int | None) -> bool:
    """A sentence may end with this bracket, going by how it began."""
    if opening is None:
        return True
    before = text[max(0, opening - 2) : opening].rstrip()
    if text[opening] in _QUOTATION:
        return not _PARTICLE_BEFORE.search(before)
    return text[opening] in _REMARKS and (not before or before[-1] in _END_MARKS + _CLOSING)


def _unmarked_quotations(text: str, enclosures: tuple[Span, ...]) -> Iterator[EndMark]:
    """The ends of quotations of several sentences, the last one's full stop left out as is usual."""
    stops = [match.start() for match in _FULL_STOP.finditer(text)]
    stop = 0
    for enclosure in enclosures:
        while stop < len(stops) and stops[stop] < enclosure.start:
            stop += 1
        if (
            text[enclosure.start] in _QUOTATION
            and stop < len(stops)
            and stops[stop] < enclosure.end
            and text[enclosure.end - 2] not in _END_MARKS
            and text[enclosure.end : enclosure.end + 1] not in _AFTER_CLOSING
            and _may_end(text, enclosure.start)
        ):
            following = _following(text, enclosure.end)
            if following == len(text) or not (
                _GOES_ON.match(text, following)
                or _is_tied(text, following, _TIED)
                or _REPORTED.match(text, following)
            ):
                yield EndMark(enclosure.end - 1, enclosure.end)


def _is_announced(text: str, enclosure: Span) -> bool:
    """A quotation behind a colon, which ends no sentence but has said all of its own."""
    before = text[max(0, enclosure.start - 1) : enclosure.start]
    return text[enclosure.start] in _QUOTATION and before in (":", "：")


def _following(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _is_tied(text: str, at: int, classes: frozenset[str]) -> bool:
    """What begins here is of one of these classes of words that go on with what was before."""
    if _CONJUNCTION.match(text, at):
        return False
    # A lone surrogate, which JSON lets in, is no character that could be looked up.
    window = text[at : at + _WINDOW].encode("utf-8", "replace").decode()
    tokens = japanese_tokens(window)
    if not tokens:
        return False
    return tokens[0].surface == "と" or not classes.isdisjoint(tokens[0].pos)


def _brackets(text: str) -> Iterator[Bracket]:
    # Where their number is odd, one is an inch or was left open, and nobody knows which.
    ignored = text.count('"') % 2 == 1
    straight = False
    for match in _ANY_BRACKET.finditer(text):
        char, at = match.group(), match.start()
        if char == '"':
            if ignored:
                continue
            straight = not straight
            yield Bracket(at, char, opens=straight)
        elif char in _BRACKETS:
            yield Bracket(at, char, opens=True)
        elif char in _CLOSES:
            yield Bracket(at, _CLOSES[char], opens=False)
