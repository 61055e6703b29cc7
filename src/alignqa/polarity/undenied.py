"""Japanese that is only ever denied, and stands without its denial: 申し訳ございます, 二度と行く."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.text import Span
from alignqa.words import japanese_tokens

# Turns of phrase whose verb is never said undenied.
_IDIOMS = re.compile(
    r"""
    申し?訳(?:が|は|も)?(?:あり|ござい|御座い)ま(?:す|した)(?!か)
    | かも(?:しれ|知れ)(?:る|た|ます|ました)
    | なければ(?:なる(?!まい|ほど|と)|なり?ます|いける|いけます)
    | なくては(?:なる(?!まい)|なります|いける|いけます)
    | ざるを(?:得る|える|得ます|えます|得た)
    | わけに(?:は|も)(?:いく(?!まい)|いきます|行きます)
    | やむを(?:得る|える|得ます|えます)
    | に(?:違い|ちがい|相違)(?:ある(?!まい)|あります)
    | とは限(?:る(?!まい)|ります)
    | に欠かせ(?:る|ます)
    """,
    re.VERBOSE,
)
# Adverbs that go with a denial alone; しか is told by its part of speech.
_ADVERB = re.compile(
    r"(?<![一-龥])決して|けっして|必ずしも|ちっとも|少しも(?![らっう])|二度と(?!も)|到底|さほど|一向に|毛頭"
    r"|滅多に|めったに"
)
_QUICK = re.compile(
    r"しか|申し?訳|かも|ければ|ては|ざる|わけに|やむを|違い|ちがい|相違|限|欠か|" + _ADVERB.pattern
)
_DENIES = re.compile(
    r"な[いかくけさっ]|ねえ|ねぇ|ませ[んぬ]|まい|ず|ぬ|ざる|[かがさたなばまらわけせてねべめれえき]ん|なし|ナシ|[無不未非難困嫌駄違禁否反拒]"
    r"|ダメ|だめ|ムリ|むり|しか|[うくぐすつぬぶむる]な(?:よ|ー|ね)?$"
)
_SENTENCE = re.compile(r"[^。！？!?\n]*")
_ENDS = frozenset({"動詞", "形容詞", "助動詞"})


def undenied(text: str) -> Iterator[Span]:
    """What should be denied in a Japanese text and is not, with the words that ask for it."""
    if not _QUICK.search(text):
        return
    yield from (Span(*match.span()) for match in _IDIOMS.finditer(text))
    for asks in _asking(text):
        rest = _SENTENCE.match(text, asks.end)
        if rest is None or _DENIES.search(rest.group()):
            continue
        end = _end_of_predicate(text, asks.end, rest.end())
        if end is not None:
            yield Span(asks.start, end)


def _asking(text: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _ADVERB.finditer(text))
    if "しか" in text:
        yield from (
            token.span
            for token in japanese_tokens(text)
            if token.surface == "しか"
            and token.pos[0] == "助詞"
            and not text.endswith("いつ", 0, token.span.start)
        )


def _end_of_predicate(text: str, start: int, end: int) -> int | None:
    """Where the sentence's last verb ends; `None` where it has none, so that it may be cut short."""
    ends = [
        token.span.end
        for token in japanese_tokens(text)
        if start <= token.span.start < end and token.pos[0] in _ENDS
    ]
    return ends[-1] if ends else None
