"""Countries, bodies and offices under all their names: the right one passes, another's does not.

Each row is an English sentence, a right rendering, and one in which another stands in its place.
"""

from __future__ import annotations

import pytest

from alignqa.bitext import Pair
from alignqa.checks import wrong_term
from alignqa.judging import default_context
from alignqa.text import Lang, Segment

ROWS = {
    # Nationality adjectives and peoples.
    "adjective": (
        "The Norwegian navy rescued the crew.",
        "ノルウェー海軍が乗組員を救助した。",
        "スウェーデン海軍が乗組員を救助した。",
    ),
    "people": (
        "Two Danes won medals in Oslo.",
        "オスロでデンマーク人2人がメダルを獲得した。",
        "オスロでフィンランド人2人がメダルを獲得した。",
    ),
    "language": (
        "She translated the poems from Dutch.",
        "彼女はオランダ語から詩を翻訳した。",
        "彼女はポーランド語から詩を翻訳した。",
    ),
    # Acronyms.
    "NATO": (
        "NATO will send more ships to the Baltic Sea.",
        "北大西洋条約機構はバルト海に艦船を増派する。",
        "国際原子力機関はバルト海に艦船を増派する。",
    ),
    "NATO as it is": (
        "NATO will send more ships to the Baltic Sea.",
        "NATOはバルト海に艦船を増派する。",
        "EUはバルト海に艦船を増派する。",
    ),
    "IAEA": (
        "IAEA inspectors visited the site on Monday.",
        "IAEAの査察官が月曜日に現地を訪れた。",
        "WHOの査察官が月曜日に現地を訪れた。",
    ),
    "IAEA in full": (
        "IAEA inspectors visited the site on Monday.",
        "国際原子力機関の査察官が月曜日に現地を訪れた。",
        "世界保健機関の査察官が月曜日に現地を訪れた。",
    ),
    "DPRK": (
        "The DPRK launched a missile at dawn.",
        "北朝鮮は夜明けにミサイルを発射した。",
        "韓国は夜明けにミサイルを発射した。",
    ),
    "full width": (
        "The EU has lowered its forecast for next year.",
        "ＥＵは来年の予測を引き下げた。",
        "ＩＭＦは来年の予測を引き下げた。",
    ),
    "acronym with points": (
        "The U.N. sent blankets to the camps.",
        "国連は収容所に毛布を送った。",
        "世界銀行は収容所に毛布を送った。",
    ),
    "acronym for a name": (
        "The European Central Bank kept its rates unchanged.",
        "ECBは金利を据え置いた。",
        "FRBは金利を据え置いた。",
    ),
    # Countries in one kanji.
    "米": (
        "The U.S. government rejected the request.",
        "米政府は要請を拒否した。",
        "英政府は要請を拒否した。",
    ),
    "英": (
        "The British government raised the tax on fuel.",
        "英政府は燃料税を引き上げた。",
        "仏政府は燃料税を引き上げた。",
    ),
    "露": (
        "The Russian army withdrew from the town.",
        "露軍は町から撤退した。",
        "米軍は町から撤退した。",
    ),
    "visit": (
        "The minister will visit the United States in May.",
        "大臣は5月に訪米する。",
        "大臣は5月に訪中する。",
    ),
    "days are no Japan": (
        "The Japanese team arrived on the 9th.",
        "日本のチームは9日に到着した。",
        "メキシコのチームは9日に到着した。",
    ),
    "within a word": (
        "Italian food is popular in the harbour district.",
        "港の地区ではイタリア料理が人気だ。",
        "港の地区ではインド料理が人気だ。",
    ),
    "made in": (
        "The bell was made in Belgium.",
        "鐘はベルギー製だ。",
        "鐘は日本製だ。",
    ),
    "republic": (
        "The people of Iceland elected a new president.",
        "アイスランド共和国の人々は新しい大統領を選んだ。",
        "トルコ共和国の人々は新しい大統領を選んだ。",
    ),
    "Korea": (
        "She learned to cook in Korea.",
        "彼女は韓国で料理を学んだ。",
        "彼女はタイで料理を学んだ。",
    ),
    # Metonyms.
    "the Pentagon": (
        "The Pentagon ordered a review of the contract.",
        "国防総省は契約の見直しを命じた。",
        "国務省は契約の見直しを命じた。",
    ),
    "the Kremlin": (
        "The Kremlin said the talks would go on.",
        "ロシア大統領府は協議が続くと述べた。",
        "ホワイトハウスは協議が続くと述べた。",
    ),
    "Downing Street": (
        "Downing Street denied the report on Friday.",
        "英首相官邸は金曜日、報道を否定した。",
        "英外務省は金曜日、報道を否定した。",
    ),
    "Foggy Bottom": (
        "Foggy Bottom was not told of the visit.",
        "国務省は訪問を知らされていなかった。",
        "国防総省は訪問を知らされていなかった。",
    ),
    "the White House": (
        "The White House welcomed the agreement.",
        "米政府は合意を歓迎した。",
        "クレムリンは合意を歓迎した。",
    ),
    "霞が関": (
        "Kasumigaseki opposes the plan to move the offices.",
        "霞が関は庁舎の移転計画に反対している。",
        "ホワイトハウスは庁舎の移転計画に反対している。",
    ),
    "永田町": (
        "Nagatacho expects an election in the autumn.",
        "永田町は秋の選挙を予想している。",
        "クレムリンは秋の選挙を予想している。",
    ),
    # Possessives and compounds.
    "possessive": (
        "The Treasury's forecast was too hopeful.",
        "財務省の予測は楽観的すぎた。",
        "法務省の予測は楽観的すぎた。",
    ),
    "possessive of a country": (
        "Turkey's foreign minister arrived in Rome.",
        "トルコの外相がローマに到着した。",
        "トルコの財務相がローマに到着した。",
    ),
    "compound": (
        "Interior Ministry officials searched the warehouse.",
        "内務省当局者が倉庫を捜索した。",
        "外務省当局者が倉庫を捜索した。",
    ),
    "country and body": (
        "The Ukrainian Defense Ministry published the pictures.",
        "ウクライナ国防省は写真を公開した。",
        "ウクライナ財務省は写真を公開した。",
    ),
    "name and office": (
        "President Morales cancelled his trip to Lima.",
        "モラレス大統領はリマ訪問を取りやめた。",
        "モラレス首相はリマ訪問を取りやめた。",
    ),
    "party and office": (
        "The Labour Party leader apologised to the farmers.",
        "労働党の党首は農家に謝罪した。",
        "保守党の党首は農家に謝罪した。",
    ),
    "ministers": (
        "The foreign ministers will meet again in April.",
        "外相らは4月に再び会談する。",
        "財務相らは4月に再び会談する。",
    ),
    "官房長官": (
        "The Chief Cabinet Secretary declined to comment.",
        "官房長官はコメントを控えた。",
        "財務相はコメントを控えた。",
    ),
    "vice": (
        "The vice president opened the fair on Sunday.",
        "副大統領は日曜日に見本市の開会を宣言した。",
        "大統領は日曜日に見本市の開会を宣言した。",
    ),
    "no vice": (
        "The president opened the fair on Sunday.",
        "大統領は日曜日に見本市の開会を宣言した。",
        "副大統領は日曜日に見本市の開会を宣言した。",
    ),
    "lower case": (
        "Farmers protested in front of parliament.",
        "農家が国会の前で抗議した。",
        "農家が最高裁の前で抗議した。",
    ),
    "plural without an article": (
        "Help arrived late, and nurses slept in the corridor.",
        "支援の到着は遅れ、看護師は廊下で眠った。",
        "支援の到着は遅れ、消防士は廊下で眠った。",
    ),
    # Kana and kanji.
    "kana": (
        "Doctors from Kyoto treated the injured.",
        "京都のお医者さんが負傷者を治療した。",
        "京都の弁護士が負傷者を治療した。",
    ),
    "other kanji": (
        "The cabinet secretary met the envoy from France.",
        "内閣官房長官は仏蘭西の特使と会った。",
        "内閣官房長官は独逸の特使と会った。",
    ),
    "older kanji": (
        "The king received the ambassador of Egypt.",
        "國王はエジプト大使を迎えた。",
        "首相はエジプト大使を迎えた。",
    ),
}


def _said(source: str, target: str, lang: Lang) -> list[str]:
    pair = Pair(0, Segment(source, lang), Segment(target, lang.other), 0.8)
    return [str(finding.message) for finding in wrong_term.check(pair, default_context())]


@pytest.mark.parametrize("name", ROWS)
def test_right_names_pass(name: str) -> None:
    english, right, _ = ROWS[name]
    assert _said(english, right, Lang.ENGLISH) == []
    assert _said(right, english, Lang.JAPANESE) == []


@pytest.mark.parametrize("name", ROWS)
def test_another_name_is_found(name: str) -> None:
    english, _, wrong = ROWS[name]
    assert len(_said(english, wrong, Lang.ENGLISH)) == 1
    assert len(_said(wrong, english, Lang.JAPANESE)) == 1
