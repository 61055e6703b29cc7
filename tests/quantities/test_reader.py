"""What a text says in numbers: the values read, in order."""

from __future__ import annotations

from fractions import Fraction

import pytest

from alignqa.quantities import Kind, quantities
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE

# text, the values of its quantities
ENGLISH = [
    ("There are 42 seats.", "42"),
    ("It cost 1,234,567 in all.", "1234567"),
    ("An average of 3.75 points", "15/4"),
    ("some 2 000 spectators", "2000"),
    ("1.2 million residents", "1200000"),
    ("a $3bn deal", "3000000000"),
    ("a 5k run", "5000"),
    ("€4.5m for the bridge", "4500000"),
    ("US$250,000", "250000"),
    ("3$ off", "3"),
    ("twenty-three ships", "23"),
    ("one hundred and five pages", "105"),
    ("two thousand three hundred and forty voters", "2340"),
    ("three hundred thousand books", "300000"),
    ("half a million readers", "500000"),
    ("half a dozen eggs", "6"),
    ("a quarter of a million people", "250000"),
    ("two and a half million", "2500000"),
    ("two and a half hours", "5/2"),
    ("a dozen roses", "12"),
    ("three dozen roses", "36"),
    ("3 1/2 cups", "7/2"),
    ("dozens of letters", "10"),
    ("hundreds of thousands of letters", "100000"),
    ("tens of millions of letters", "10000000"),
    ("several hundred letters", "100"),
    ("two-thirds of members", "2/3"),
    ("three quarters of members", "3/4"),
    ("one-fifth of members", "1/5"),
    ("a third of members", "1/3"),
    ("30% of members", "30"),
    ("30 percent of members", "30"),
    ("thirty per cent of members", "30"),
    ("12.5 percentage points", "25/2"),
    ("the 21st century", "21"),
    ("the twenty-first floor", "21"),
    ("the 3rd prize", "3"),
    ("her fourth novel", "4"),
    ("10-20 pages", "10 20"),
    ("10 to 20%", "10 20"),
    ("$10-20 million", "10 20000000"),
    ("In March 2018", "3 2018"),
    ("March 3, 2018", "3 3 2018"),
    ("3 March 2018", "3 3 2018"),
    ("on the 3rd of March", "3 3"),
    ("on Sept. 11", "9 11"),
    ("Oct. 5, 1997", "10 5 1997"),
    ("May 5", "5 5"),
    ("2018-03-04", "2018 3 4"),
    ("3/14/2018", "3 14 2018"),
    ("in the 1990s", "1990"),
    ("in the '90s", "90"),
    ("a man in his thirties", "30"),
    ("a woman in her 40s", "40"),
    ("at 3 p.m.", "15"),
    ("at 12 am", "0"),
    ("at 5.30pm", "17 30"),
    ("at 15:45", "15 45"),
    ("at three o'clock", "3"),
    ("over two decades", "20"),
    ("a 10-year-old boy", "10"),
    ("60 kilometres away", "60"),
    ("twice a week", "2 1"),
    ("a quarter to nine", "8 45"),
    ("at half past 10", "10 30"),
    ("from a quarter to two thirds", "1/4 2/3"),
    ("the eastern third of the island", "1/3"),
    ("the third of three sons", "3 3"),
    ("a law of 1927 (Showa 2)", "1927 1927"),
    ("six decades of peace", "60"),
    ("versions 2.0bN and 2.0", "2 2"),
    ("the G7 leaders", "7"),
    ("COVID-19 wards", "19"),
    ("No. 5", "5"),
    ("call 1-800-555-0199", "1 800 555 199"),
    ("see https://example.org/2018/12 for more", ""),
    ("write to box42@example.org", ""),
    ("You may march on.", ""),
    ("No one knows.", "1"),
    ("1998-99", "1998 99"),
    ("between 2 and 3 million", "2 3000000"),
]
JAPANESE = [
    ("席は42ある。", "42"),
    ("1,234,567人", "1234567"),
    ("１２．５点", "25/2"),
    ("２・５キロ", "5/2"),
    ("120万人", "1200000"),
    ("1億2,345万円", "123450000"),
    ("１億２３４５万円", "123450000"),
    ("3.5兆円", "3500000000000"),
    ("1 万 5 千ドル", "15000"),
    ("3万5千人", "35000"),
    ("百二十万円", "1200000"),
    ("総勢三萬余騎", "30000"),
    ("十一月廿五日", "11 25"),
    ("卅一日", "31"),
    ("廿日市市に住む", ""),
    ("二〇一八年", "2018"),
    ("三千円", "3000"),
    ("二十三人", "23"),
    ("二人で行く", "2"),
    ("三つの条件", "3"),
    ("数十人が来た", "10"),
    ("何千もの手紙", "1000"),
    ("数十万通の手紙", "100000"),
    ("数10億ドル", "1000000000"),
    ("会員の3分の2", "2/3"),
    ("会員の三分の一", "1/3"),
    ("30％", "30"),
    ("30パーセント", "30"),
    ("3割", "30"),
    ("3割5分", "35"),
    ("2倍になる", "2"),
    ("1.5倍になる", "3/2"),
    ("第3位", "3"),
    ("三番目の駅", "3"),
    ("2回目の挑戦", "2"),
    ("10～20人", "10 20"),
    ("10〜20万円", "10 200000"),
    ("2、3日", "2 3"),
    ("2018年3月", "2018 3"),
    ("2018年3月3日", "2018 3 3"),
    ("３月３日", "3 3"),
    ("2018/3/14", "2018 3 14"),
    ("2018-03-14", "2018 3 14"),
    ("1990年代", "1990"),
    ("90年代", "1990"),
    ("30代の男性", "30"),
    ("令和元年", "2019"),
    ("昭和64年", "1989"),
    ("平成三十年", "2018"),
    ("明治23年", "1890"),
    ("21世紀", "21"),
    ("午後3時", "15"),
    ("午前０時", "0"),
    ("15時半", "15 30"),
    ("午後３時４５分", "15 45"),
    ("15:30開始", "15 30"),
    ("3時間", "3"),
    ("3年間", "3"),
    ("3年半", "7/2"),
    ("3か月", "3"),
    ("20歳", "20"),
    ("5ドル", "5"),
    ("¥500", "500"),
    ("8,000円", "8000"),
    ("Ｇ７の首脳", "7"),
    ("COVID-19の病棟", "19"),
    ("4Kのテレビ", "4"),
    ("一般の人と一緒に行く", ""),
    ("三菱の千葉の工場", ""),
    ("万一に備えて十分に用意する", ""),
    ("億万長者", ""),
    ("八百屋と百貨店", ""),
    ("詳しくは https://example.org/2018 へ", ""),
    ("六本木へ行く", ""),
    ("一人で来た", "1"),
    ("第二次世界大戦", "2"),
    ("3対2で勝った", "3 2"),
    ("6・7月", "6 7"),
]


def _read(text: str, lang: Lang) -> list[Fraction]:
    """The values, without the parts of "3/14", which may be read in several ways."""
    return [quantity.value for quantity in quantities(text, lang)]


@pytest.mark.parametrize(("text", "values"), ENGLISH)
def test_english(text: str, values: str) -> None:
    assert _read(text, EN) == [Fraction(value) for value in values.split()]


@pytest.mark.parametrize(("text", "values"), JAPANESE)
def test_japanese(text: str, values: str) -> None:
    assert _read(text, JA) == [Fraction(value) for value in values.split()]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "unit", "words"),
    [
        ("a $3bn deal", EN, Kind.MONEY, "USD", "$3bn"),
        ("HK$20", EN, Kind.MONEY, "HKD", "HK$20"),
        ("30% off", EN, Kind.PERCENT, None, "30%"),
        ("20 km away", EN, Kind.NUMBER, "km", "20"),
        ("70 degrees Fahrenheit", EN, Kind.NUMBER, "F", "70"),
        ("5 square miles", EN, Kind.NUMBER, "sqmile", "5"),
        ("8 pounds", EN, Kind.NUMBER, "pound", "8"),
        ("iOS14.3", EN, Kind.LABEL, "ios", "iOS14.3"),
        ("dozens of cats", EN, Kind.FUZZY, None, "dozens"),
        ("the 1970s", EN, Kind.DECADE, None, "1970s"),
        ("約3億ドル", JA, Kind.MONEY, "USD", "3億ドル"),
        ("３割引き", JA, Kind.PERCENT, None, "３割"),
        ("20キロメートル", JA, Kind.NUMBER, "km", "20"),
        ("午後3時", JA, Kind.HOUR, "pm", "午後3時"),
        ("昭和64年", JA, Kind.YEAR, None, "昭和64年"),
        ("1970年代", JA, Kind.DECADE, None, "1970年代"),
        ("数百本", JA, Kind.FUZZY, None, "数百"),
        ("３人", JA, Kind.NUMBER, "person", "３"),
        ("4分の1", JA, Kind.FRACTION, None, "4分の1"),
    ],
)
def test_kind_unit_and_span(
    text: str, lang: Lang, kind: Kind, unit: str | None, words: str
) -> None:
    (quantity,) = quantities(text, lang)
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "lang", "reading"),
    [
        ("18年の秋", JA, 2018),
        ("18年の秋", JA, 2006),
        ("3時に会う", JA, 15),
        ("at 3:30", EN, 15),
        ("1998-99", EN, 1999),
        ("between 2 and 3 million", EN, 2_000_000),
        ("10～20万円", JA, 100_000),
        ("a crop of '87", EN, 1987),
    ],
)
def test_other_readings(text: str, lang: Lang, reading: int) -> None:
    assert any(reading in quantity.readings for quantity in quantities(text, lang))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("once more", EN),
        ("one of them", EN),
        ("wait a second", EN),
        ("both sides", EN),
        ("100% sure", EN),
        ("一度だけ", JA),
        ("二度としない", JA),
        ("半額", JA),
    ],
)
def test_weak_words(text: str, lang: Lang) -> None:
    assert all(quantity.is_weak for quantity in quantities(text, lang))
