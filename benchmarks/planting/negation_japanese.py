"""Japanese predicates made negative, and negative ones made affirmative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.text import Span

from .japanese import Morph, morphs, negative_stem, past

# Whatever negates or seems to: with one of these the sentence is left alone.
NEGATION = re.compile(
    r"な(?:い|く|かっ|けれ|きゃ)|無い|無く|無かっ|ません|[ずぬ](?![っと])|ざる|まい|無し|なし|[未非不無]|拒|否|嫌|欠"
)
_END = {"。", "」", "』", "！", "!"}
# Verbs that make no plain statement when they close a sentence.
_NO_STATEMENT = {
    "いう",
    "言う",
    "思う",
    "たい",
    "かも",
    "なる",
    "願う",
    "すぎる",
    "過ぎる",
    "違う",
    "ちがう",
    "くださる",
    "下さる",
    "いただく",
    "頂く",
    "ござる",
    "致す",
    "いたす",
    "申し上げる",
    "お願い",
}
# Turns in which the negation does not negate.
_IDIOM = re.compile(
    r"(?:なければ|なくては|ないと|なくちゃ|なきゃ)(?:なら|いけ|だめ|ダメ)?|かもしれ|かも知れ|に違いない|にちがいない|"
    r"ざるを|しか[^、。]*な|だけで(?:は)?な|のみなら|ではないか|じゃないか|ないか[。？]|ではないだろうか|ないで|"
    r"わけにはいか|に過ぎな|にすぎな|やむを得|たまらな|仕方|しょうがな|ほかな|他ならな|ないし|もったいな|少な|危な|切な|はかな|つまらな|とんでもな|間違いな|まちがいな|問題な|遠慮な|まもな|間もな|何気な|さりげな|ないうち|ないよう|までもな|ほどな|限りな|かけがえのな|違いな"
)


def negated(text: str) -> Iterator[tuple[Span, str]]:
    """Predicates that close a sentence, and what they are when negated."""
    found = morphs(text)
    for place, morph in enumerate(found):
        closes = morph.surface in _END and (place + 1 == len(found) or morph.surface == "。")
        if closes and place > 1 and (made := _negated(found[:place])):
            yield made


def _negated(before: Sequence[Morph]) -> tuple[Span, str] | None:
    last, second = before[-1], before[-2]
    third = before[-3] if len(before) > 2 else None
    if last.lemma == "ます" and last.surface == "ます" and _fits(second):
        return _at(last, last, "ません")
    if last.surface == "た" and second.surface == "まし" and third and _fits(third):
        return _at(second, last, "ませんでした")
    if (
        last.surface == "です"
        and second.pos[0] in {"名詞", "接尾辞", "代名詞"}
        and _is_noun(second)
    ):
        return _at(last, last, "ではありません")
    if last.surface == "た" and second.surface == "でし" and third and _is_noun(third):
        return _at(second, last, "ではありませんでした")
    if last.surface == "だ" and last.kind == "助動詞-ダ" and _is_noun(second):
        return _at(last, last, "ではない")
    if last.surface == "た" and second.surface == "だっ" and third and _is_noun(third):
        return _at(second, last, "ではなかった")
    if last.surface == "ある" and second.surface == "で" and third and _is_noun(third):
        return _at(second, last, "ではない")
    if last.surface in {"た", "だ"} and last.kind == "助動詞-タ":
        if second.lemma == "ある" and second.is_verb and third:
            if third.surface == "で":
                return _at(third, last, "ではなかった") if _is_noun(before[-4]) else None
            return _at(second, last, "なかった")
        if second.pos[0] == "形容詞" and second.surface.endswith("かっ"):
            return _at(second, last, second.surface[:-2] + "くなかった")
        if (second.is_verb or second.kind.endswith(("レル", "セル"))) and _fits(second):
            stem = _stem(second)
            return _at(second, last, stem + "なかった") if stem else None
        return None
    if last.is_verb and last.lemma == "ある" and last.surface == "ある":
        return _at(last, last, "ない") if second.pos[0] == "助詞" else None
    if (
        last.pos[0] == "形容詞"
        and last.surface.endswith("い")
        and last.lemma not in {"ない", "いい"}
    ):
        return _at(last, last, last.surface[:-1] + "くない")
    if last.form.startswith("終止形") and (last.is_verb or last.kind.endswith(("レル", "セル"))):
        stem = _stem(last) if _fits(last) else None
        return _at(last, last, stem + "ない") if stem else None
    return None


def _stem(verb: Morph) -> str | None:
    if verb.kind.startswith("下一段") or verb.kind.endswith(("レル", "セル")):
        return verb.lemma[:-1] if verb.lemma.endswith("る") else None
    return negative_stem(verb)


def _fits(verb: Morph) -> bool:
    """Whether it states something that can be denied; いただく and ござる are courtesies."""
    return verb.lemma not in _NO_STATEMENT and verb.pos[0] in {"動詞", "助動詞"}


def _is_noun(morph: Morph) -> bool:
    return (
        morph.pos[0] in {"名詞", "接尾辞", "代名詞"}
        and morph.pos[1] != "助動詞語幹"
        and (
            morph.surface
            not in {
                "はず",
                "わけ",
                "もの",
                "よう",
                "そう",
                "ん",
                "の",
                "こと",
                "つもり",
                "予定",
                "幸い",
                "次第",
                "ところ",
                "ため",
                "から",
            }
        )
    )


def affirmed(text: str) -> Iterator[tuple[Span, str]]:
    """The negative predicates, and what they are without the negation."""
    if _IDIOM.search(text):
        return
    found = morphs(text)
    for place, morph in enumerate(found[:-1]):
        before, rest = found[place - 1] if place else None, found[place + 1 :]
        if before is None:
            continue
        following = rest[0]
        if (
            morph.lemma == "ない"
            and morph.kind == "助動詞-ナイ"
            and before.form.startswith("未然形")
        ):
            if not (before.is_verb or before.kind.endswith(("レル", "セル"))):
                continue
            if morph.surface == "ない" and _may_follow(following):
                yield _at(before, morph, before.lemma)
            elif (
                morph.surface == "なかっ" and following.surface == "た" and (made := _past(before))
            ):
                yield _at(before, following, made)
        elif morph.surface == "ませ" and following.surface == "ん":
            after = rest[1:3]
            if len(after) == 2 and after[0].surface == "でし" and after[1].surface == "た":
                yield _at(morph, after[1], "ました")
            elif after and after[0].surface in _END | {"が", "ので", "、"}:
                yield _at(morph, following, "ます")
        elif morph.lemma == "ない" and morph.pos[0] == "形容詞":
            yield from _affirmed_adjective(found, place)


def _affirmed_adjective(found: Sequence[Morph], place: int) -> Iterator[tuple[Span, str]]:
    """ではない, 高くない, 証拠はない, each in either tense."""
    morph, following, before = found[place], found[place + 1], found[place - 1]
    is_past = morph.surface == "なかっ" and following.surface == "た"
    if not is_past and not (morph.surface == "ない" and _may_follow(following)):
        return
    last = following if is_past else morph
    if before.surface == "は" and place > 2 and found[place - 2].surface == "で":
        if _is_noun(found[place - 3]):
            yield _at(found[place - 2], last, "であった" if is_past else "である")
    elif before.pos[0] == "形容詞" and before.surface.endswith("く"):
        ending = "かった" if is_past else "い"
        yield _at(before, last, before.surface[:-1] + ending)
    elif (
        before.surface in {"は", "が", "も"}
        and place > 1
        and found[place - 2].pos[0] in {"名詞", "接尾辞"}
    ):
        yield _at(morph, last, "あった" if is_past else "ある")


def _past(verb: Morph) -> str | None:
    if verb.kind.startswith("下一段") or verb.kind.endswith(("レル", "セル")):
        return verb.lemma[:-1] + "た" if verb.lemma.endswith("る") else None
    if verb.kind.startswith("サ行変格"):
        return verb.lemma[:-2] + "した" if verb.lemma.endswith("する") else None
    return past(verb)


def _may_follow(morph: Morph) -> bool:
    return morph.surface in _END | {
        "と",
        "こと",
        "が",
        "ため",
        "人",
        "もの",
        "、",
        "の",
        "という",
        "ので",
    } or (
        morph.pos[0] == "名詞"
        and morph.pos[1] != "助動詞語幹"
        and morph.surface not in {"限り", "うち", "よう", "はず", "わけ", "まま"}
    )


def _at(first: Morph, last: Morph, now: str) -> tuple[Span, str]:
    return Span(first.start, last.end), now
