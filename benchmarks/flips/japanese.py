"""Japanese predicates negated, and negated ones made positive, by Sudachi's inflections."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from flips.flip import Flip

_A_ROW = dict(zip("うくぐすつぬぶむる", "わかがさたなばまら", strict=True))
_PAST = {"う": "った", "く": "いた", "ぐ": "いだ", "す": "した", "つ": "った", "ぬ": "んだ",
         "ぶ": "んだ", "む": "んだ", "る": "った"}  # fmt: skip
# What a plain form may stand in front of without being part of a larger idiom.
_AFTER = frozenset("。 、 」 』 と が ので から ため けれど ！ ） )".split())


@cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary().tokenizer(mode=SplitMode.C)


def japanese_flips(text: str) -> list[Flip]:
    """Every way to negate one predicate of a text or to take one negation away."""
    if len(text) > 2000:
        return []
    return list(_flips(text, list(_tokenizer().tokenize(text))))


def _flips(text: str, tokens: list[Any]) -> Iterator[Flip]:
    surface = [token.surface() for token in tokens]
    for i, token in enumerate(tokens):
        after = surface[i + 1] if i + 1 < len(tokens) else "。"
        pos = token.part_of_speech()
        before = tokens[i - 1] if i else None
        if before is None:
            continue
        # ません(でした), ないと, なかったと
        if surface[i] == "ん" and surface[i - 1] == "ませ" and i > 1:
            if surface[i + 1 : i + 3] == ["でし", "た"]:
                yield _flip("removed", text, tokens, i - 1, i + 2, "ました")
            elif after != "か":
                stem = tokens[i - 2]
                new = "です" if surface[i - 2] == "あり" and _is_topic(surface, i - 3) else "ます"
                if new == "です":
                    yield _flip("removed", text, tokens, i - 4, i, "です")
                elif stem.dictionary_form() != "ある":
                    yield _flip("removed", text, tokens, i - 1, i, "ます")
                else:
                    yield _flip("removed", text, tokens, i - 1, i, "ます")
        elif surface[i] in {"ない", "なかっ"} and after != "か":
            past = surface[i] == "なかっ"
            if past and after != "た":
                continue
            last = i + 1 if past else i
            end = surface[last + 1] if last + 1 < len(tokens) else "。"
            if end not in _AFTER:
                continue
            if pos[0] == "助動詞" and before.part_of_speech()[0] in {"動詞", "助動詞"}:
                form = _past(before) if past else before.dictionary_form()
                if form:
                    yield _flip("removed", text, tokens, i - 1, last, form)
            elif pos[0] == "形容詞" and _is_topic(surface, i - 1):
                yield _flip("removed", text, tokens, i - 2, last, "だった" if past else "である")
            elif pos[0] == "形容詞" and surface[i - 1] in {"が", "は", "も"}:
                yield _flip("removed", text, tokens, i, last, "あった" if past else "ある")
            elif before.part_of_speech()[0] == "形容詞" and surface[i - 1].endswith("く"):
                form = surface[i - 1][:-1] + ("かった" if past else "い")
                yield _flip("removed", text, tokens, i - 1, last, form)
        if (
            surface[i] in {"て", "で"}
            and pos[1] == "接続助詞"
            and after == "、"
            and (form := _negated(before))
        ):
            yield _flip("added", text, tokens, i - 1, i, form + "ないで")
        yield from _existential(text, tokens, i)
        if after not in _AFTER:
            continue
        if surface[i] == "ます" and surface[i - 1] != "ござい":
            yield _flip("added", text, tokens, i, i, "ません")
        elif surface[i] == "た" and surface[i - 1] == "まし":
            yield _flip("added", text, tokens, i - 1, i, "ませんでした")
        elif surface[i] == "です" and before.part_of_speech()[0] in {"名詞", "形状詞", "接尾辞"}:
            yield _flip("added", text, tokens, i, i, "ではありません")
        elif surface[i] == "た" and surface[i - 1] == "でし":
            yield _flip("added", text, tokens, i - 1, i, "ではありませんでした")
        elif surface[i] == "た" and surface[i - 1] == "だっ":
            yield _flip("added", text, tokens, i - 1, i, "ではなかった")
        elif surface[i] == "だ" and pos[0] == "助動詞" and before.part_of_speech()[0] in {
            "名詞", "形状詞", "接尾辞"
        }:  # fmt: skip
            yield _flip("added", text, tokens, i, i, "ではない")
        elif surface[i] == "ある" and surface[i - 1] == "で":
            yield _flip("added", text, tokens, i, i, "はない")
        elif pos[0] == "助動詞" and surface[i] in {"た", "だ"}:
            verb = tokens[i - 1]
            if verb.part_of_speech()[0] == "形容詞" and surface[i - 1].endswith("かっ"):
                form = surface[i - 1][:-2] + "くなかった"
                yield _flip("added", text, tokens, i - 1, i, form)
            elif form := _negated(verb):
                yield _flip("added", text, tokens, i - 1, i, form + "なかった")
        elif pos[0] in {"動詞", "助動詞"} and pos[5].startswith("終止形"):
            if surface[i] == token.dictionary_form() and (form := _negated(token)):
                yield _flip("added", text, tokens, i, i, form + "ない")
        elif (
            pos[0] == "形容詞" and surface[i].endswith("い") and surface[i] not in {"ない", "無い"}
        ):
            form = "よ" if surface[i] == "いい" else surface[i][:-1]
            yield _flip("added", text, tokens, i, i, form + "くない")


def _existential(text: str, tokens: list[Any], i: int) -> Iterator[Flip]:
    """男性がいる made 男性は一人もいない, 問題があった made 問題は何もなかった."""
    if tokens[i].surface() != "が" or i + 1 >= len(tokens) or i == 0:
        return
    verb = tokens[i + 1]
    kind = {"居る": ("い", "一人も"), "有る": ("", "何も")}.get(verb.normalized_form())
    if kind is None or verb.part_of_speech()[0] != "動詞":
        return
    stem, nobody = kind
    rest = "".join(token.surface() for token in tokens[i + 2 : i + 4])
    for ending, length, denied in (
        ("ました", 2, "いませんでした" if stem else "ありませんでした"),
        ("ます", 1, "いません" if stem else "ありません"),
        ("た", 1, stem + "なかった"),
    ):
        if rest.startswith(ending):
            yield _flip("added", text, tokens, i, i + 1 + length, f"は{nobody}{denied}")
            return
    if verb.surface() in {"いる", "ある"}:
        after = tokens[i + 2].surface() if i + 2 < len(tokens) else "。"
        if after in _AFTER:
            yield _flip("added", text, tokens, i, i + 1, f"は{nobody}{stem}ない")


def _is_topic(surface: list[str], i: int) -> bool:
    """は of ではない (or じゃ, a single token)."""
    return i > 0 and surface[i] in {"は", "も"} and surface[i - 1] == "で"


def _negated(verb: Any) -> str | None:
    """What ない attaches to; `None` for what is no inflecting verb."""
    pos, form = verb.part_of_speech(), str(verb.dictionary_form())
    if form == "ある":
        return "" if verb.surface() in {"ある", "あっ"} else None
    kind = pos[4]
    if pos[0] not in {"動詞", "助動詞"}:
        return None
    if kind.startswith(("五段", "文語四段")):
        return form[:-1] + _A_ROW[form[-1]] if form[-1] in _A_ROW else None
    if "一段" in kind or kind in {"助動詞-レル", "助動詞-セル"}:
        return form[:-1]
    if kind.startswith("サ行変格"):
        return form[:-2] + "し" if form.endswith("する") else None
    if kind.startswith("カ行変格"):
        return "来" if form == "来る" else "こ"
    return None


def _past(verb: Any) -> str | None:
    pos, form = verb.part_of_speech(), str(verb.dictionary_form())
    kind = pos[4]
    if form in {"行く", "いく", "ゆく"}:
        return form[:-1] + "った"
    if kind.startswith("五段"):
        return form[:-1] + _PAST[form[-1]] if form[-1] in _PAST else None
    if "一段" in kind or kind in {"助動詞-レル", "助動詞-セル"}:
        return form[:-1] + "た"
    if kind.startswith("サ行変格"):
        return form[:-2] + "した" if form.endswith("する") else None
    if kind.startswith("カ行変格"):
        return "来た" if form == "来る" else "きた"
    return None


def _flip(kind: Any, text: str, tokens: list[Any], first: int, last: int, new: str) -> Flip:
    start, end = tokens[first].begin(), tokens[last].end()
    # The place of the change begins with the noun or verb stem in front of it.
    begin = tokens[max(0, first - 1)].begin()
    return Flip(kind, text[:start] + new + text[end:], begin, start + len(new))
