"""Where each language says not, and where it only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.polarity import english_negations, japanese_negations, surplus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She did not arrive.", [("not", "arrive", "did not arrive")]),
        ("They don’t sell bread.", [("not", "sell", "don’t sell")]),
        ("We cannot accept it.", [("not", "accept", "cannot accept")]),
        ("He left without his keys.", [("without", "key", "without his keys")]),
        ("No trains ran on Monday.", [("no", "train", "No trains")]),
        (
            "Neither Anna nor Ben came.",
            [("neither", "anna", "Neither Anna"), ("nor", "ben", "nor Ben")],
        ),
        ("Sales did not increase.", [("not", "increase", "did not increase")]),
        ("Nothing.", [("nothing", "nothing", "Nothing")]),
        ("The rules have yet to change.", [("yet", "change", "yet to change")]),
        ("You cannot help us.", [("not", "help", "cannot help")]),
    ],
)
def test_english_denials(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(n.cue, n.key, n.place.of(text)) for n in english_negations(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "No matter what happens, we will stay.",
        "She cannot help laughing.",
        "There is no doubt about it.",
        "It is nothing but a rumour.",
        "He lives at No. 10 and she at No 12.",
        "The knot is in the notebook.",
        "That much goes without saying, surely.",
    ],
)
def test_english_idioms_deny_nothing(text: str) -> None:
    assert english_negations(text) == ()


@pytest.mark.parametrize(
    "text", ["You live here, don't you?", "Why don't we go home?", "Aren't there any trains?"]
)
def test_what_is_asked_may_be_denied_or_not(text: str) -> None:
    assert [negation.may_be_none for negation in english_negations(text)] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("彼は来なかった。", [("ない", "来る", "来なかっ")]),
        ("水は飲みません。", [("ず", "飲む", "飲みません")]),
        ("何も言わずに帰った。", [("ず", "言う", "言わず")]),
        ("誰も入れるな。", [("な", "入れる", "入れるな")]),
        ("それは本物ではない。", [("無い", "本物", "本物ではない")]),
        ("返品は致しかねます。", [("兼ねる", "返品", "返品は致しかね")]),
        ("列車は動いていない。", [("ない", "動く", "動いていない")]),
        ("在庫は取り揃えておりません。", [("ず", "取り揃える", "取り揃えておりません")]),
        ("記録には残しておかない。", [("ない", "残す", "残しておかない")]),
        ("書類をお送りいたしません。", [("ず", "送る", "送りいたしません")]),
        ("変更することができない。", [("ない", "変更", "変更することができない")]),
        ("その映画は家で見ない。", [("ない", "見る", "見ない")]),
        ("確認の必要がなくなる。", [("なくなる", "必要", "必要がなくなる")]),
        ("ご満足いただけない場合", [("ない", "満足", "満足いただけない")]),
        ("彼が来るはずがない。", [("無い", "来る", "来るはずがない")]),
        ("休む時間もなく働いた。", [("無い", "時間", "時間もなく")]),
    ],
)
def test_japanese_denials(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(n.cue, n.key, n.place.of(text)) for n in japanese_negations(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "税金を払わなければならない。",
        "税金を払わなければなりません。",
        "早く帰らなくてはいけない。",
        "計画を変えざるを得ない。",
        "雨が降るかもしれない。",
        "それは噂にすぎない。",
        "犯人は彼に違いない。",
        "味だけでなく値段も良い。",
        "知らないわけではない。",
        "一緒に行きませんか。",
        "天候にかかわらず開催する。",
        "事故が起きかねない。",
        "とてもきれいだな。",
        "砂糖は欠かせない。",
        "言うまでもなく重要だ。",
        "開店から三カ月足らずで閉まった。",
        "突拍子もない計画だ。",
        "公園で散歩なう。",
    ],
)
def test_japanese_idioms_deny_nothing(text: str) -> None:
    assert japanese_negations(text) == ()


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("I did not go.", "私は行った。", -1),
        ("I went.", "私は行かなかった。", 1),
        ("There is no food and no water.", "食べ物も水もない。", 0),
        ("There is no food and no water.", "食べ物はなく、水もない。", 0),
        ("I wish I hadn't bought it.", "買って後悔した。", 0),
        ("I wish I hadn't bought it.", "買わなければよかった。", 0),
        ("It is good, isn't it?", "いいんじゃない。", 0),
        ("It was not sold nor lent.", "売られも貸されもしなかった。", 0),
        ("Many people came.", "来た人は少なくない。", 0),
        ("I haven't been to Fukui for ages.", "福井に来たのは久しぶりだ。", 0),
        ("Nothing is easier than this.", "これが一番簡単だ。", 0),
        ("Who wouldn't be afraid?", "誰だって怖いだろう。", 0),
        ("He did not rest until it was done.", "終えてようやく休んだ。", 0),
        ("It failed not so much from haste as from pride.", "焦りより慢心のせいで失敗した。", 0),
        (
            "We do not sell, buy, store or in any other way handle it, nor lend it.",
            "売買も貸出もしない。",
            0,
        ),
        ("There is no difference between them.", "両者に違いはない。", 0),
        ("Only teachers are here.", "教師以外はいない。", 0),
        ("The Kremlin denied that it has plans.", "政府は計画はないと否定した。", 0),
        ("She rarely smiles.", "彼女はめったに笑わない。", 0),
        ("Only one seat is left.", "席は一つしか残っていない。", 0),
        ("There is not more than one seat left.", "席は一つしか残っていない。", 0),
        ("He is not seldom late.", "彼はよく遅刻する。", 0),
        (
            "Return the code, or None if there is a fault.",
            "コードを返す。障害があれば None を返す。",
            0,
        ),
        ("It is safe to assume that.", "そう考えて問題ありません。", 0),
        ("That is the first path.", "それは最初のパスにほかなりません。", 0),
        ("We should start packing.", "そろそろ荷造りをしなければ。", 0),
        ("Tell me whether or not you agree.", "賛成かどうか教えてください。", 0),
        ("You may come or not.", "来ることも来ないこともできる。", 0),
        ("He isn't the only one who came.", "来たのは彼だけではない。", 0),
        ("He isn't the only one who came.", "ほかにも来た人がいる。", 0),
        ("It is worth a look.", "見て損はない。", 0),
        ("It is not only large but also cheap.", "大きいだけでなく安い。", 0),
        ("It is not only a toy.", "それは単なる玩具ではない。", 0),
        ("No fewer than ten people came.", "十人もの人が来た。", 0),
        ("No fewer than ten people came.", "来たのは十人を下らない。", 0),
        ("The road stays as it is.", "道路に変わりはない。", 0),
    ],
)
def test_the_surplus_passes_over_denials_that_may_be_none(
    english: str, japanese: str, expected: int
) -> None:
    assert surplus(japanese_negations(japanese), english_negations(english)) == expected


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("The man who didn't pay left.", "払った男が去った。", -1),
        ("This differs.", "違いはあるが問題がない。", 1),
    ],
)
def test_what_only_looks_alike_is_a_denial(english: str, japanese: str, expected: int) -> None:
    assert surplus(japanese_negations(japanese), english_negations(english)) == expected


@settings(max_examples=50)
@given(st.text(alphabet="ないずぬんざるを得かもしれません。、not never n't'’.?! ab", max_size=60))
def test_places_lie_within_the_text(text: str) -> None:
    for negation in (*english_negations(text), *japanese_negations(text)):
        assert 0 <= negation.place.start < negation.place.end <= len(text)
        assert negation.place.start <= negation.span.start
        assert negation.span.end <= negation.place.end
