"""What a term is called on the other side."""

from __future__ import annotations

import pytest

from alignqa.bitext import Pair
from alignqa.checks import wrong_term
from alignqa.finding import Finding
from alignqa.judging import default_context
from alignqa.text import Lang, Segment


def _only_finding(source: str, target: str, lang: Lang) -> Finding:
    pair = Pair(0, Segment(source, lang), Segment(target, lang.other), 0.8)
    (finding,) = wrong_term.check(pair, default_context())
    return finding


@pytest.mark.parametrize(
    ("english", "japanese", "expected", "means"),
    [
        ("The State Department agreed.", "国防総省は同意した。", "国務省", "Department of Defense"),
        ("The Foreign Minister left.", "財務大臣は出発した。", "外務大臣", "Finance Minister"),
        ("The foreign minister left.", "財務相は出発した。", "外相", "Finance Minister"),
        ("Parliament agreed.", "最高裁は同意した。", "議会", "Supreme Court"),
        ("NATO agreed.", "EUは同意した。", "北大西洋条約機構", "European Union"),
        ("Troops left China.", "部隊はウクライナを離れた。", "中国", "Ukraine"),
        ("He will visit China.", "彼は訪米する。", "訪中", "visit to America"),
    ],
)
def test_from_english(english: str, japanese: str, expected: str, means: str) -> None:
    finding = _only_finding(english, japanese, Lang.ENGLISH)
    assert finding.suggestion == expected
    assert f"“{means}”" in str(finding.message)


@pytest.mark.parametrize(
    ("japanese", "english", "expected", "means"),
    [
        ("国防総省は同意した。", "The State Department agreed.", "Department of Defense", "国務省"),
        (
            "文科省は同意した。",
            "The Ministry of Finance agreed.",
            "Ministry of Education",
            "財務省",
        ),
        ("外務省は同意した。", "The Finance Ministry agreed.", "Foreign Ministry", "財務省"),
        ("上院は同意した。", "The Kremlin agreed.", "Senate", "クレムリン"),
        ("EUは同意した。", "The World Bank agreed.", "European Union", "世界銀行"),
        ("生徒は賛成した。", "The nurses agreed.", "student", "看護師"),
    ],
)
def test_from_japanese(japanese: str, english: str, expected: str, means: str) -> None:
    finding = _only_finding(japanese, english, Lang.JAPANESE)
    assert finding.suggestion == expected
    assert f"“{means}”" in str(finding.message)


def test_a_word_for_many_things_is_never_expected() -> None:
    finding = _only_finding("The manager agreed.", "消防士は同意した。", Lang.ENGLISH)
    assert finding.suggestion not in default_context().lexicon.public_life.general


def test_the_formal_name_comes_before_the_metonym() -> None:
    finding = _only_finding("The State Department agreed.", "国防総省は同意した。", Lang.ENGLISH)
    assert finding.evidence["target_means"][:2] == ["Department of Defense", "Pentagon"]


@pytest.mark.parametrize(
    ("english", "japanese", "source", "expected"),
    [
        ("The Tokyo District Court agreed.", "東京高裁は同意した。", Lang.ENGLISH, "東京地裁"),
        ("The Tokyo District Court agreed.", "東京高裁は同意した。", Lang.JAPANESE, "High Court"),
        ("The House of Representatives met.", "参議院が開かれた。", Lang.ENGLISH, "衆議院"),
        ("Kyoto University agreed.", "大阪大学は同意した。", Lang.ENGLISH, "京都大学"),
    ],
)
def test_in_the_form_of_what_stands_there(
    english: str, japanese: str, source: Lang, expected: str
) -> None:
    texts = (english, japanese) if source is Lang.ENGLISH else (japanese, english)
    assert _only_finding(*texts, source).suggestion == expected
