"""Passages and the sentences inside them, paired with the shipped encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import alignqa
from alignqa.bitext import Alignment, Bitext, Pair, Part, Unit
from alignqa.encoders import Encoder
from alignqa.errors import InputError, MissingLanguage
from alignqa.finding import Severity
from alignqa.judging import embedded_encoder
from alignqa.pairing import pair_up, with_sentences
from alignqa.pipeline import align_files
from alignqa.report import Report
from alignqa.settings import Settings
from alignqa.text import Lang, Segment

# An article, each paragraph sentence by sentence, one rendering the other.
ARTICLE: list[list[tuple[str, str]]] = [
    [
        (
            "The last paper mill in the valley closed its gates in the autumn of 2016.",
            "谷に残っていた最後の製紙工場は、2016年の秋に門を閉じた。",
        ),
        (
            "For more than ninety years its whistle had told the village when to get up.",
            "九十年以上ものあいだ、その汽笛が村人に起きる時間を知らせてきた。",
        ),
        ("Then, one Monday, nobody heard it.", "そしてある月曜日、誰の耳にもそれは届かなかった。"),
    ],
    [
        (
            "Emi Okabe, whose father and grandfather had both worked there, bought one of the old"
            " drying machines.",
            "父も祖父もそこで働いていた岡部恵美さんは、古い乾燥機の一台を買い取った。",
        ),
        (
            "She put it in her garage and began to make notebooks from rice straw.",
            "彼女はそれを自宅の車庫に置き、稲わらからノートを作り始めた。",
        ),
    ],
    [
        ("The first sheets fell apart in her hands.", "最初の紙は、手の中でぼろぼろに崩れた。"),
        (
            "A retired chemist who lived next door suggested adding the sap of hibiscus roots.",
            "隣に住む元化学者が、トロロアオイの根の汁を加えてはどうかと勧めた。",
        ),
        (
            "It took them two years to find the right mixture.",
            "ちょうどよい配合を見つけるまでに二年かかった。",
        ),
        (
            "Today the notebooks are sold in bookshops in twelve countries.",
            "今ではそのノートは十二か国の書店で売られている。",
        ),
    ],
    [
        (
            "Farmers bring her the straw after the harvest, and she pays them in paper.",
            "農家は収穫のあとに稲わらを運び込み、彼女は代金を紙で支払う。",
        ),
        (
            "Their children write their homework on it.",
            "子どもたちはその紙に宿題を書いている。",
        ),
    ],
    [
        (
            "The town has offered her a corner of the empty factory, free of rent.",
            "町は、空になった工場の一角を家賃なしで使わないかと持ちかけている。",
        ),
        (
            "She has not decided yet, because the roof leaks and winters are cold there.",
            "屋根は雨漏りがし、冬は冷え込むため、彼女はまだ決めかねている。",
        ),
        (
            "But she has already asked an electrician whether the whistle can be repaired.",
            "それでも、汽笛を直せるかどうか、もう電気工に尋ねてみたという。",
        ),
    ],
]
STRAY_ENGLISH = "Swimming lessons for beginners start again at the indoor pool in September."
STRAY_JAPANESE = "市立動物園では先週、三頭のカピバラの赤ちゃんが生まれた。"


def english(paragraph: Sequence[tuple[str, str]]) -> str:
    return " ".join(sentence for sentence, _ in paragraph)


def japanese(paragraph: Sequence[tuple[str, str]]) -> str:
    return "".join(sentence for _, sentence in paragraph)


ENGLISH = [english(paragraph) for paragraph in ARTICLE]
JAPANESE = [japanese(paragraph) for paragraph in ARTICLE]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return embedded_encoder()


def pairs_of(left: Sequence[str], right: Sequence[str], encoder: Encoder) -> list[Pair]:
    """English paragraphs and Japanese ones, paired as those of a document."""
    return pair_up(
        Bitext(
            tuple(Segment(text, Lang.ENGLISH) for text in left),
            tuple(Segment(text, Lang.JAPANESE) for text in right),
            Lang.ENGLISH,
        ),
        encoder,
    )


def sentences_of(pair: Pair) -> list[tuple[str | None, str | None]]:
    return [
        (
            bead.source.of(pair.source.text) if bead.source else None,
            bead.target.of(pair.target.text) if bead.target else None,
        )
        for bead in pair.beads
    ]


def paired(source: str, target: str, encoder: Encoder, lang: Lang = Lang.ENGLISH) -> Pair:
    pair = Pair(0, Segment(source, lang), Segment(target, lang.other), 0.6)
    return with_sentences([pair], encoder)[0]


def write(path: Path, paragraphs: Sequence[str], between: str = "\n\n") -> Path:
    path.write_text(between.join(paragraphs) + "\n", encoding="utf-8")
    return path


def rules(report: Report) -> list[str]:
    return [finding.rule.code for _, finding in report.findings()]


class TestSentences:
    def test_each_with_its_own(self, encoder: Encoder) -> None:
        pairs = pairs_of(ENGLISH, JAPANESE, encoder)
        assert [sentences_of(pair) for pair in pairs] == ARTICLE

    def test_each_with_its_own_from_japanese(self, encoder: Encoder) -> None:
        for paragraph in ARTICLE:
            pair = paired(japanese(paragraph), english(paragraph), encoder, Lang.JAPANESE)
            assert [bead[::-1] for bead in sentences_of(pair)] == paragraph

    @pytest.mark.parametrize(
        ("number", "place"), [(n, k) for n in (0, 2, 4) for k in range(len(ARTICLE[n]))]
    )
    @pytest.mark.parametrize("side", [0, 1], ids=["from English", "from Japanese"])
    def test_one_left_out_is_alone(
        self, number: int, place: int, side: int, encoder: Encoder
    ) -> None:
        paragraph = ARTICLE[number]
        rest = [*paragraph[:place], *paragraph[place + 1 :]]
        texts = (english(rest), japanese(paragraph)) if side == 0 else (
            english(paragraph), japanese(rest)
        )  # fmt: skip
        gone = (None, paragraph[place][1]) if side == 0 else (paragraph[place][0], None)
        assert sentences_of(paired(*texts, encoder)) == [
            *paragraph[:place],
            gone,
            *paragraph[place + 1 :],
        ]

    def test_two_in_one(self, encoder: Encoder) -> None:
        source = (
            "The bakery opens at five in the morning. It closes when the last loaf is sold. "
            "On Sundays the owner goes fishing."
        )
        target = (
            "そのパン屋は朝の五時に店を開け、最後の一斤が売れると閉める。日曜日は店主が釣りに行く。"
        )
        pair = paired(source, target, encoder)
        assert sentences_of(pair) == [
            (
                "The bakery opens at five in the morning. It closes when the last loaf is sold.",
                "そのパン屋は朝の五時に店を開け、最後の一斤が売れると閉める。",
            ),
            ("On Sundays the owner goes fishing.", "日曜日は店主が釣りに行く。"),
        ]

    def test_spans_leave_out_white_space(self, encoder: Encoder) -> None:
        source = "  The bus was late.\n\nWe walked home in the rain. "
        target = "\nバスは遅れていた。\n　私たちは雨の中を歩いて帰った。\n"
        assert sentences_of(paired(source, target, encoder)) == [
            ("The bus was late.", "バスは遅れていた。"),
            ("We walked home in the rain.", "私たちは雨の中を歩いて帰った。"),
        ]

    def test_one_sentence_each(self, encoder: Encoder) -> None:
        (bead,) = paired("The bus was late.", "バスは遅れていた。", encoder).beads
        # The pair's own, which is not computed anew.
        assert bead.similarity == 0.6

    def test_pairs_of_one_side_have_none(self, encoder: Encoder) -> None:
        for source, target in [("He left. She stayed.", " "), ("", "彼は去った。彼女は残った。")]:
            assert paired(source, target, encoder).beads == ()

    def test_no_pairs(self, encoder: Encoder) -> None:
        assert with_sentences([], encoder) == []

    @settings(max_examples=40, deadline=None)
    @given(
        *[
            st.lists(
                st.sampled_from([*pieces, " ", "\n", "…", "\u200b", "7", "「", "」", '"', "."])
            ).map("".join)
            for pieces in (
                ("The bus was late.", "Why?", " He ran"),
                ("バスは遅れた。", "なぜ？", "彼は走った"),
            )
        ]
    )
    def test_spans_are_in_order_and_hold_all(self, source: str, target: str) -> None:
        pair = paired(source, target, embedded_encoder())
        if not pair.is_whole:
            assert pair.beads == ()
            return
        for text, spans in (
            (source, [bead.source for bead in pair.beads if bead.source]),
            (target, [bead.target for bead in pair.beads if bead.target]),
        ):
            place = 0
            for span in spans:
                assert not text[place : span.start].strip(), "a visible character is left out"
                assert span.of(text) == span.of(text).strip()
                assert span.end <= len(text)
                place = span.end
            assert not text[place:].strip()
        for bead in pair.beads:
            assert bead.source or bead.target
            if not (bead.source and bead.target):
                assert bead.similarity == 0.0


class TestPassages:
    def test_in_order(self, encoder: Encoder) -> None:
        pairs = pairs_of(ENGLISH, JAPANESE, encoder)
        assert [(p.source.text, p.target.text) for p in pairs] == list(
            zip(ENGLISH, JAPANESE, strict=True)
        )
        assert [pair.index for pair in pairs] == list(range(5))
        assert not any(pair.moved for pair in pairs)

    @pytest.mark.parametrize(("origin", "place"), [(0, 4), (4, 0), (1, 3), (3, 0), (3, 1)])
    def test_one_moved(self, origin: int, place: int, tmp_path: Path) -> None:
        order = [n for n in range(5) if n != origin]
        order.insert(place, origin)
        report = alignqa.check(
            write(tmp_path / "a.txt", ENGLISH),
            write(tmp_path / "b.txt", [JAPANESE[n] for n in order]),
        )
        # Told once, and not as something left out and something added.
        assert rules(report) == ["AQ403"]
        ((pair, finding),) = report.findings()
        assert finding.severity is Severity.MINOR
        assert (pair.source.text, pair.target.text) == (ENGLISH[origin], JAPANESE[origin])
        assert [span.of(pair.source.text) for span in finding.source_spans] == [ENGLISH[origin]]
        assert [span.of(pair.target.text) for span in finding.target_spans] == [JAPANESE[origin]]
        # Where the paragraphs begin, of which every second line is blank.
        assert finding.evidence["source_line"] == 2 * origin + 1
        assert finding.evidence["target_line"] == 2 * place + 1

    def test_one_left_out_and_another_added(self, tmp_path: Path) -> None:
        report = alignqa.check(
            write(tmp_path / "a.txt", [ENGLISH[0], STRAY_ENGLISH, *ENGLISH[1:]]),
            write(tmp_path / "b.txt", [*JAPANESE[:4], STRAY_JAPANESE, JAPANESE[4]]),
        )
        assert rules(report) == ["AQ401", "AQ401"]
        assert [(p.source.text, p.target.text) for p in report.unaligned] == [
            (STRAY_ENGLISH, ""),
            ("", STRAY_JAPANESE),
        ]

    def test_an_address_tells_nothing_of_the_passage(self, tmp_path: Path) -> None:
        """Percent signs for every letter of a title are as long as the passage that links to it."""
        address = "https://ja.example.org/wiki/" + "%E6%B8%AF%E6%B9%BE" * 8
        report = alignqa.check(
            write(
                tmp_path / "a.md", [f"{ENGLISH[0]} See [here](https://example.org/x).", ENGLISH[1]]
            ),
            write(tmp_path / "b.md", [f"{JAPANESE[0]}[詳細]({address})を参照。", JAPANESE[1]]),
        )
        assert [pair.is_whole for pair in report.pairs] == [True, True]
        plain = alignqa.check(
            write(tmp_path / "c.md", [f"{ENGLISH[0]} See [here].", ENGLISH[1]]),
            write(tmp_path / "d.md", [f"{JAPANESE[0]}[詳細]を参照。", JAPANESE[1]]),
        )
        assert report.pairs[0].similarity == pytest.approx(plain.pairs[0].similarity, abs=0.02)

    def test_rows_keep_their_order(self, tmp_path: Path) -> None:
        """What was paired before is not paired anew, however it looks."""
        rows = [
            (ENGLISH[0], JAPANESE[1]),
            (ENGLISH[1], JAPANESE[0]),
            (ENGLISH[2], ""),
            ("", JAPANESE[2]),
            (ENGLISH[3], JAPANESE[3]),
        ]
        path = tmp_path / "memory.tsv"
        lines = ["source\ttarget", *("\t".join(row) for row in rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = alignqa.check(path)
        assert [(pair.source.text, pair.target.text) for pair in report.pairs] == rows
        assert [pair.index for pair in report.pairs] == list(range(5))
        assert not any(pair.moved for pair in report.pairs)
        assert [bool(pair.beads) for pair in report.pairs] == [True, True, False, False, True]
        assert "AQ403" not in rules(report)


# What stands around the article on its page, in one language only.
ABOVE = ["ホーム", "地域", "くらし", "文化", "稲わらから生まれたノート", "2019年5月11日 7時00分"]
BELOW = [
    "関連記事",
    "・手すき和紙の里を歩く",
    "・廃校が図書館に変わるまで",
    "・わらの家に住むという選択",
    "人気ランキング",
    "1",
    "猫が教えてくれた、よい眠りのための五つの習慣",
    "2",
    "駅前の老舗そば店、六十年の歴史に幕",
    "3",
    "雨の日が待ち遠しくなる傘の選び方とは？",
    "あわせて読みたい",
    "引っ越し前に知っておきたい七つのこと",
    "なぜ今、手書きの日記なのか",
    "お問い合わせ",
    "© 2019 谷の新聞社 無断転載を禁じます",
]


class TestPage:
    def test_furniture_around_one_side(self, tmp_path: Path) -> None:
        report = alignqa.check(
            write(tmp_path / "en.txt", ENGLISH),
            write(tmp_path / "ja.txt", [*ABOVE, *JAPANESE, *BELOW]),
        )
        self._is_the_article(report)
        assert [p.target.text for p in report.unaligned] == [*ABOVE, *BELOW]

    def test_furniture_around_the_source(self, tmp_path: Path) -> None:
        report = alignqa.check(
            write(tmp_path / "ja.txt", [*ABOVE, *JAPANESE, *BELOW]),
            write(tmp_path / "en.txt", ENGLISH),
        )
        self._is_the_article(report, turned=True)
        assert [p.source.text for p in report.unaligned] == [*ABOVE, *BELOW]

    def test_furniture_line_by_line(self, tmp_path: Path) -> None:
        """The same without blank lines between, as a page is copied."""
        report = alignqa.check(
            write(tmp_path / "en.txt", ENGLISH),
            write(tmp_path / "ja.txt", [*ABOVE, *JAPANESE, *BELOW], between="\n"),
        )
        self._is_the_article(report)

    def test_titles_and_captions_on_one_side(self, tmp_path: Path) -> None:
        caption = "岡部さんの車庫に置かれた乾燥機（写真：谷の新聞社）"
        page = ["稲わらを紙に変えた人", *JAPANESE[:2], caption, *JAPANESE[2:]]
        report = alignqa.check(
            write(tmp_path / "en.txt", ENGLISH), write(tmp_path / "ja.txt", page)
        )
        self._is_the_article(report)
        parts = {pair.target.text: pair.part for pair in report.unaligned}
        assert parts == {page[0]: Part.TITLE, caption: Part.CAPTION}

    def test_titles_on_both_sides(self, tmp_path: Path) -> None:
        report = alignqa.check(
            write(tmp_path / "en.txt", ["Notebooks Made of Rice Straw", *ENGLISH]),
            write(tmp_path / "ja.txt", ["稲わらで作るノート", *JAPANESE]),
        )
        self._is_the_article(report)
        title = report.pairs[0]
        assert (title.source.text, title.target.text, title.part) == (
            "Notebooks Made of Rice Straw",
            "稲わらで作るノート",
            Part.TITLE,
        )

    def test_menus_on_both_sides(self, tmp_path: Path) -> None:
        menu = ["Home", "Sports", "Weather", "Subscribe", "Notebooks from Straw", "May 11, 2019"]
        report = alignqa.check(
            write(tmp_path / "en.txt", [*menu, *ENGLISH, "Contact", "© 2019 Valley Post"]),
            write(tmp_path / "ja.txt", [*ABOVE, *JAPANESE, *BELOW]),
        )
        self._is_the_article(report)

    def _is_the_article(self, report: Report, turned: bool = False) -> None:
        """The body is paired, all that has no counterpart is not body, and there is no alarm."""
        body = [(p.source.text, p.target.text) for p in report.pairs if p.part is Part.BODY]
        if turned:
            body = [pair[::-1] for pair in body]
        assert body == list(zip(ENGLISH, JAPANESE, strict=True))
        assert rules(report) == []


class TestAlignFiles:
    def align(self, source: Path, target: Path | None, unit: Unit) -> Alignment:
        alignment = align_files(source, target, unit, Settings())
        for beads, side in (
            ([i for bead in alignment.beads for i in bead.source], alignment.source),
            ([j for bead in alignment.beads for j in bead.target], alignment.target),
        ):
            assert sorted(beads) == list(range(len(side)))
        assert alignment.encoder == embedded_encoder().fingerprint
        return alignment

    def texts(self, alignment: Alignment) -> list[tuple[list[str], list[str]]]:
        return [
            ([alignment.source[i].text for i in b.source], [alignment.target[j].text for j in b.target])
            for b in alignment.beads
        ]  # fmt: skip

    def test_lines(self, tmp_path: Path) -> None:
        rows = [row for paragraph in ARTICLE for row in paragraph]
        lines = [row[0] for row in rows]
        source = write(tmp_path / "en.txt", ["", *lines[:6], "  ", *lines[6:]], between="\n")
        target = write(tmp_path / "ja.txt", [row[1] for row in rows], between="\n\n")
        alignment = self.align(source, target, Unit.LINE)
        assert self.texts(alignment) == [([left], [right]) for left, right in rows]
        # Blank lines are no segments, but they count as lines of the file.
        assert [s.line for s in alignment.source] == [*range(2, 8), *range(9, 17)]
        assert [s.line for s in alignment.target] == [*range(1, 28, 2)]
        assert alignment.source_lang is Lang.ENGLISH

    def test_lines_are_not_joined(self, tmp_path: Path) -> None:
        """A wrapped paragraph is as many lines as it has."""
        source = tmp_path / "en.txt"
        source.write_text("The bus was\nlate this\nmorning.\n", encoding="utf-8")
        target = write(tmp_path / "ja.txt", ["今朝はバスが遅れた。"])
        assert len(self.align(source, target, Unit.LINE).source) == 3

    def test_paragraphs(self, tmp_path: Path) -> None:
        source, target = write(tmp_path / "ja.txt", JAPANESE), write(tmp_path / "en.txt", ENGLISH)
        alignment = self.align(source, target, Unit.PARAGRAPH)
        assert self.texts(alignment) == [
            ([right], [left]) for left, right in zip(ENGLISH, JAPANESE, strict=True)
        ]
        assert [s.line for s in alignment.source] == [1, 3, 5, 7, 9]
        assert alignment.source_lang is Lang.JAPANESE

    def test_sentences(self, tmp_path: Path) -> None:
        source, target = write(tmp_path / "en.txt", ENGLISH), write(tmp_path / "ja.txt", JAPANESE)
        alignment = self.align(source, target, Unit.SENTENCE)
        rows = [row for paragraph in ARTICLE for row in paragraph]
        assert self.texts(alignment) == [([left], [right]) for left, right in rows]
        assert [s.line for s in alignment.source] == [1, 1, 1, 3, 3, 5, 5, 5, 5, 7, 7, 9, 9, 9]

    @pytest.mark.parametrize("unit", [Unit.PARAGRAPH, Unit.SENTENCE])
    def test_one_file_of_both(self, unit: Unit, tmp_path: Path) -> None:
        alignment = self.align(write(tmp_path / "page.txt", [*ENGLISH, *JAPANESE]), None, unit)
        assert len(alignment.beads) == (5 if unit is Unit.PARAGRAPH else 14)
        assert all(len(b.source) == len(b.target) == 1 for b in alignment.beads)

    def test_a_moved_line(self, tmp_path: Path) -> None:
        rows = [row for paragraph in ARTICLE for row in paragraph]
        order = [*range(1, 9), 0, *range(9, 14)]
        source = write(tmp_path / "en.txt", [row[0] for row in rows], between="\n")
        target = write(tmp_path / "ja.txt", [rows[n][1] for n in order], between="\n")
        alignment = self.align(source, target, Unit.LINE)
        moved = [(bead.source, bead.target) for bead in alignment.beads if bead.moved]
        assert moved == [((0,), (8,))]

    def test_a_side_twice(self, tmp_path: Path) -> None:
        """The rendering stands there twice: one of the two is its counterpart, line by line."""
        rows = [row for paragraph in ARTICLE for row in paragraph]
        source = write(tmp_path / "en.txt", [row[0] for row in rows], between="\n")
        target = write(tmp_path / "ja.txt", [row[1] for row in rows] * 2, between="\n")
        alignment = self.align(source, target, Unit.LINE)
        paired = [(b.source, b.target) for b in alignment.beads if b.source and b.target]
        assert [left for left, _ in paired] == [(n,) for n in range(14)]
        assert all(right[0] % 14 == left[0] for left, right in paired)

    def test_lines_in_reverse_order(self, tmp_path: Path) -> None:
        rows = [row for paragraph in ARTICLE for row in paragraph]
        source = write(tmp_path / "en.txt", [row[0] for row in rows], between="\n")
        target = write(tmp_path / "ja.txt", [row[1] for row in rows[::-1]], between="\n")
        alignment = self.align(source, target, Unit.LINE)
        right = [b for b in alignment.beads if b.source and b.target == (13 - b.source[0],)]
        assert len(right) >= 10
        assert sum(bead.moved for bead in right) >= 9

    def test_ten_thousand_identical_lines(self, tmp_path: Path) -> None:
        source = write(tmp_path / "en.txt", [ARTICLE[0][2][0]] * 10_000, between="\n")
        target = write(tmp_path / "ja.txt", [ARTICLE[0][2][1]] * 10_000, between="\n")
        beads = self.align(source, target, Unit.LINE).beads
        assert [(b.source, b.target) for b in beads] == [((n,), (n,)) for n in range(10_000)]

    def test_lines_of_one_file(self, tmp_path: Path) -> None:
        path = write(tmp_path / "page.txt", [*ENGLISH, *JAPANESE])
        with pytest.raises(InputError, match="second one"):
            align_files(path, None, Unit.LINE, Settings())

    @pytest.mark.parametrize("unit", [Unit.PARAGRAPH, Unit.SENTENCE])
    def test_a_file_of_pairs(self, unit: Unit, tmp_path: Path) -> None:
        path = tmp_path / "memory.tsv"
        path.write_text(f"en\tja\n{ENGLISH[0]}\t{JAPANESE[0]}\n", encoding="utf-8")
        with pytest.raises(InputError, match="paired already"):
            align_files(path, None, unit, Settings())

    @pytest.mark.parametrize("unit", Unit)
    def test_one_language_twice(self, unit: Unit, tmp_path: Path) -> None:
        left, right = write(tmp_path / "a.txt", ENGLISH), write(tmp_path / "b.txt", ENGLISH)
        with pytest.raises(MissingLanguage, match="both in English; Japanese is missing"):
            align_files(left, right, unit, Settings())

    @pytest.mark.parametrize("unit", Unit)
    @pytest.mark.parametrize("content", ["", "\n \n", "1234\n***\n"])
    def test_a_file_without_text(self, unit: Unit, content: str, tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.write_text(content, encoding="utf-8")
        other = write(tmp_path / "en.txt", ENGLISH)
        for sides in [(empty, other), (other, empty)]:
            with pytest.raises(InputError, match=r"empty\.txt"):
                align_files(*sides, unit, Settings())


def test_a_text_saved_without_its_paragraphs_is_judged_sentence_by_sentence(
    tmp_path: Path,
) -> None:
    pairs = [pair for paragraph in ARTICLE for pair in paragraph] * 100
    english, japanese = (
        sep.join(side) for sep, side in zip((" ", ""), zip(*pairs, strict=True), strict=True)
    )
    assert len(english) > 30_000
    path = tmp_path / "a.txt"
    path.write_text(f"{english}\n\n{japanese}\n", encoding="utf-8")
    report = alignqa.check(path)
    assert len(report.pairs) == len(pairs)
    assert {pair.source.line for pair in report.pairs} == {1}
    # Pairs that are given cannot be cut.
    with pytest.raises(
        InputError, match=r"a passage of [\d,]+ characters, more than can be judged"
    ):
        alignqa.check(source=[english], target=[japanese])
