"""Passages that have nothing to do with any document: the background of short ones."""

from __future__ import annotations

from alignqa.text import Lang

FOREIGN: dict[Lang, tuple[str, ...]] = {
    Lang.ENGLISH: (
        "The ferry leaves the island twice a day in winter.",
        "Press the button for three seconds to switch the lamp off.",
        "Her grandmother taught her how to bake bread without yeast.",
        "The committee will publish its findings before the end of the year.",
        "He scored in the last minute, and the stadium fell silent.",
        "Most birds in this valley return to the same nest every spring.",
        "You can change the language of the menu under Settings.",
        "The court rejected the appeal and ordered a new trial.",
        "I forgot my umbrella on the train again this morning.",
        "Sales of small cars rose slightly in the second quarter.",
        "The temple was rebuilt after the fire with timber from the north.",
        "Add the garlic and stir until the onions turn golden.",
    ),
    Lang.JAPANESE: (
        "隣の町まで自転車で行くと、およそ二十分かかる。",
        "電源を入れる前に、ケーブルがつながっているか確認してください。",
        "弟は子どものころから虫を集めるのが好きだった。",
        "審査の結果は、後日あらためて書面でお知らせいたします。",
        "前半に先制したものの、守りの乱れから逆転を許した。",
        "この湖には、冬になると多くの白鳥が渡ってくる。",
        "画面の右上にあるアイコンから設定を変更できます。",
        "裁判所は原告の訴えを退ける判決を言い渡した。",
        "昨日の夜から雨が降り続いている。",
        "新しい工場は来年の春に動き始める予定だ。",
        "境内の梅が咲き、大勢の参拝客でにぎわっている。",
        "鍋に油を熱し、ねぎとしょうがを軽く炒める。",
    ),
}
