"""Body, titles, captions and furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.bitext import Part
from alignqa.layout import parts
from alignqa.text import Lang, Segment

B, T, C, F = Part.BODY, Part.TITLE, Part.CAPTION, Part.FURNITURE
EN, JA = Lang.ENGLISH, Lang.JAPANESE

PAGES = [
    (
        "an English article",
        EN,
        [
            (F, "Home"),
            (F, "News"),
            (T, "Council approves the new bridge over the river after a long and bitter debate"),
            (C, "By Maria Lopez"),
            (F, "March 4, 2021 at 10:30 a.m."),
            (
                B,
                "The council voted nine to four on Tuesday for a bridge that carries trams.",
            ),
            (C, "(Photo: Daniel Ortiz)"),
            (B, "He declined to comment."),
            (B, "“We waited twenty years for this!”"),
            (T, "What comes next"),
            (
                B,
                "Work begins in May, and the first trams are to cross it within three years.",
            ),
            (B, "The plan has three parts:"),
            (B, "- A new station"),
            (B, "- Two lifts"),
            (B, "Residents may comment until June."),
            (F, "Read also"),
            (F, "• Why trams are coming back"),
            (F, "• Ten bridges to see before you die!"),
            (F, "Sports"),
            (F, "Subscribe to our newsletter."),
            (
                F,
                "By using this site you agree that we store cookies on your device for statistics.",
            ),
            (F, "Contact"),
            (F, "desk@example.com"),
            (F, "© 2021 The River Post. All rights reserved."),
        ],
    ),
    (
        "a Japanese article",
        JA,
        [
            (F, "ホーム"),
            (F, "お問い合わせ"),
            (T, "市議会、路面電車の橋を承認"),
            (F, "2021年3月4日(木) 10時30分"),
            (B, "市議会は火曜日、路面電車と自転車だけが通る橋の建設を賛成多数で承認した。"),
            (C, "写真はイメージ（提供：川の新聞社）"),
            (B, "市長のコメントは得られていない。"),
            (B, "「二十年待ちました!」"),
            (B, "工事は五月に始まり、来春には最初の電車が橋を渡る見通しだ。"),
            (T, "次の議会は六月"),
            (B, "住民は六月まで意見を述べることができる。"),
            (F, "関連記事"),
            (F, "・路面電車が戻ってくる理由"),
            (F, "・死ぬまでに見たい十の橋"),
            (F, "メールマガジンに登録しませんか？"),
            (F, "© 2021 川の新聞社 無断転載を禁じます"),
        ],
    ),
    (
        "a dated headline",
        JA,
        [
            (T, "町の図書館が夜九時まで開くと館長は言う。2021.03.04"),
            (B, "町の図書館は四月から夜九時まで開館する。学生たちは開館時間の延長を求めていた。"),
        ],
    ),
    (
        "a headline that asks",
        EN,
        [
            (T, "Will the library stay open?"),
            (
                B,
                "The town library will stay open until nine from April, the director said.",
            ),
        ],
    ),
    (
        "a headline that reads like running text",
        JA,
        [
            (T, "「夜九時まで」町の図書館が開館時間を延ばす!学生たちの願いを聞いた館長の決断とは"),
            (B, "町の図書館は四月から夜九時まで開館する。学生たちは開館時間の延長を求めていた。"),
        ],
    ),
    (
        "a ranking",
        JA,
        [
            (B, "町の図書館は四月から夜九時まで開館する。学生たちは開館時間の延長を求めていた。"),
            (F, "人気ランキング"),
            (F, "1"),
            (F, "猫はなぜ箱に入るのか？専門家に聞いてみた!"),
            (F, "くらし"),
            (F, "2"),
            (F, "朝の散歩で気分が変わる、医師がすすめる三つの習慣…"),
            (F, "健康"),
        ],
    ),
    ("short sentences alone", EN, [(B, "He left."), (B, "She stayed."), (B, "Nobody knows.")]),
    ("one short sentence", JA, [(B, "犬が寝る。")]),
    ("a title over one short sentence", JA, [(T, "今日の予定"), (B, "会議は三時に始まる。")]),
    ("labels", EN, [(B, "Cancel"), (B, "Save"), (F, "2021-03-04"), (B, "Open file")]),
    ("one word", JA, [(B, "こんにちは")]),
    (
        "a sentence about copyright",
        EN,
        [
            (
                B,
                "The copyright had expired, so the town printed the map again for its visitors.",
            ),
            (B, "Copyright is a difficult matter."),
        ],
    ),
    ("an empty cell", EN, [(F, ""), (B, "He left the town at noon.")]),
    ("nothing", EN, []),
]


@pytest.mark.parametrize(("lang", "page"), [case[1:] for case in PAGES], ids=[c[0] for c in PAGES])
def test_parts(lang: Lang, page: list[tuple[Part, str]]) -> None:
    found = parts([Segment(text, lang) for _, text in page])
    assert list(zip(found, (text for _, text in page), strict=True)) == page


@given(st.lists(st.sampled_from([text for _, _, page in PAGES for _, text in page])))
def test_every_paragraph_has_one_part(texts: list[str]) -> None:
    for lang in Lang:
        assert len(parts([Segment(text, lang) for text in texts])) == len(texts)


BODY = [
    "The town library will stay open until nine in the evening from April, the director said.",
    "Students had asked for longer hours since last autumn, and two more people will be hired.",
]


@given(
    st.lists(st.sampled_from(BODY), min_size=1),
    st.lists(st.sampled_from(["He left.", "It rained."])),
)
def test_sentences_between_sentences_are_body(long: list[str], short: list[str]) -> None:
    segments = [Segment(text, EN) for text in (*long, *short, *long)]
    assert set(parts(segments)) == {Part.BODY}
