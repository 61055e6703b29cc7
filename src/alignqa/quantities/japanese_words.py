"""What stands before and behind Japanese numerals: counters, units, eras."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from alignqa.quantities.quantity import Kind
from alignqa.quantities.units import CELSIUS, COUNT, FAHRENHEIT, KILO, POINT, POUND, TURN
from alignqa.quantities.words_in_a_row import in_a_row


class Suffix(NamedTuple):
    """What a suffix makes of the numeral before it. `inside`: it belongs to the marked words."""

    kind: Kind
    unit: str | None = None
    scale: Fraction = Fraction(1)
    inside: bool = False


def _each(
    words: str, kind: Kind, unit: str | None = None, inside: bool = False
) -> dict[str, Suffix]:
    return {word: Suffix(kind, unit, Fraction(1), inside) for word in words.split()}


def _money(words: dict[str, str]) -> dict[str, Suffix]:
    return {word: Suffix(Kind.MONEY, unit, Fraction(1), True) for word, unit in words.items()}


# The year, the month, the day and the clock are read by their own functions.
SUFFIXES: dict[str, Suffix] = (
    _each("% パーセント ％ ㌫", Kind.PERCENT, inside=True)
    | {"割": Suffix(Kind.PERCENT, None, Fraction(10), True)}
    | {
        word: Suffix(Kind.PERCENT, None, Fraction(1, 100), True)
        for word in ("ベーシスポイント", "ベーシス・ポイント", "bp", "bps")
    }
    | _each("倍", Kind.MULTIPLE, inside=True)
    | _each("世紀", Kind.CENTURY, inside=True)
    | _each("年代 代", Kind.DECADE, inside=True)
    | _money(
        {
            "円": "JPY",
            "ドル": "USD",
            "米ドル": "USD",
            "ユーロ": "EUR",
            "英ポンド": "GBP",
            "ウォン": "KRW",
            "元": "CNY",
            "人民元": "CNY",
            "豪ドル": "AUD",
            "カナダドル": "CAD",
            "香港ドル": "HKD",
            "台湾ドル": "TWD",
            "ルピー": "INR",
            "フラン": "CHF",
            "ルーブル": "RUB",
            "セント": "CENT",
            "ペンス": "PENCE",
        }
    )
    | _each(
        "番目 位 次 回目 度目 人目 つ目 代目 日目 年目 戦目 週目 枚目 本目 個目 台目 件目 作目 点目 社目 冊目",
        Kind.ORDINAL,
    )
    | _each("ナノ秒 ns", Kind.NUMBER, "ns")
    | _each("マイクロ秒", Kind.NUMBER, "us")
    | _each("ミリ秒 ms", Kind.NUMBER, "ms")
    | _each("秒 秒間", Kind.NUMBER, "second")
    | _each("分間 分", Kind.NUMBER, "minute")
    | _each("時間 h", Kind.NUMBER, "hour")
    | _each("日間", Kind.NUMBER, "day")
    | _each("週間 週", Kind.NUMBER, "week")
    | _each("か月 カ月 ヶ月 ヵ月 ケ月 ヶ月間 カ月間 か月間 箇月 ヵ月間 月間", Kind.NUMBER, "month")
    | _each("年間 か年 カ年 ヵ年 ヶ年 年来 年ぶり", Kind.NUMBER, "year")
    | _each("歳 才", Kind.NUMBER, "year")
    | _each("ミリ ミリメートル mm ㎜", Kind.NUMBER, "mm")
    | _each("センチ センチメートル cm ㎝", Kind.NUMBER, "cm")
    | _each("メートル m", Kind.NUMBER, "m")
    | _each("キロメートル km ㎞", Kind.NUMBER, "km")
    | _each("インチ", Kind.NUMBER, "inch")
    | _each("フィート", Kind.NUMBER, "foot")
    | _each("ヤード", Kind.NUMBER, "yard")
    | _each("マイル", Kind.NUMBER, "mile")
    | _each("ナノメートル nm", Kind.NUMBER, "nm")
    | _each("マイクロメートル ミクロン μm µm", Kind.NUMBER, "um")
    | _each("マイクログラム μg µg", Kind.NUMBER, "ug")
    | _each("ミリグラム mg ㎎", Kind.NUMBER, "mg")
    | _each("グラム g", Kind.NUMBER, "g")
    | _each("キログラム kg ㎏", Kind.NUMBER, "kg")
    | _each("トン", Kind.NUMBER, "ton")
    | _each("オンス", Kind.NUMBER, "ounce")
    | _each("リットル L ℓ", Kind.NUMBER, "litre")
    | _each("ミリリットル ml mL cc ㏄", Kind.NUMBER, "ml")
    | _each("デシリットル dl dL ㎗", Kind.NUMBER, "dl")
    | _each("キロリットル kl kL ㎘", Kind.NUMBER, "kl")
    | _each("ガロン", Kind.NUMBER, "gallon")
    | _each("ヘクタール ha", Kind.NUMBER, "hectare")
    | _each("エーカー", Kind.NUMBER, "acre")
    | _each("平方メートル ㎡ 平米 m2 m²", Kind.NUMBER, "m2")
    | _each("平方キロ 平方キロメートル km2 km²", Kind.NUMBER, "km2")
    | _each("アール", Kind.NUMBER, "are")
    | _each("平方フィート", Kind.NUMBER, "sqft")
    | _each("平方マイル", Kind.NUMBER, "sqmile")
    | _each("MB メガバイト", Kind.NUMBER, "MB")
    | _each("GB ギガバイト", Kind.NUMBER, "GB")
    | _each("TB テラバイト", Kind.NUMBER, "TB")
    | _each("ワット W", Kind.NUMBER, "W")
    | _each("キロワット kW", Kind.NUMBER, "kW")
    | _each("メガワット MW", Kind.NUMBER, "MW")
    | _each("ギガワット GW", Kind.NUMBER, "GW")
    | _each("人 名 人組", Kind.NUMBER, "person")
    | _each("回", Kind.NUMBER, "times")
    | _each("ヘクトパスカル hPa", Kind.NUMBER, "hPa")
    | _each("キロパスカル kPa", Kind.NUMBER, "kPa")
    | _each("mmHg", Kind.NUMBER, "mmHg")
    | _each("ヘルツ Hz", Kind.NUMBER, "Hz")
    | _each("キロヘルツ kHz", Kind.NUMBER, "kHz")
    | _each("メガヘルツ MHz", Kind.NUMBER, "MHz")
    | _each("ギガヘルツ GHz", Kind.NUMBER, "GHz")
    | _each("キロワット時 kWh", Kind.NUMBER, "kWh")
    | _each("メガワット時 MWh", Kind.NUMBER, "MWh")
    | _each("キロ", Kind.NUMBER, KILO)
    # A score, or a part of a hundred.
    | _each("ポイント", Kind.NUMBER, POINT)
    # Measures of which nothing else is known.
    | _each("キロカロリー キロボルト キロトン キロジュール キロビット", Kind.NUMBER)
    | _each("KB キロバイト", Kind.NUMBER, "KB")
    | _each("℃", Kind.NUMBER, CELSIUS)
    | _each("℉", Kind.NUMBER, FAHRENHEIT)
    | _each("ポンド", Kind.NUMBER, POUND)
    # Counters that say only that something is counted.
    | _each(
        "番 号 号機 条 章 等 級 段 期 丁目 つ 個 件 本 匹 枚 台 軒 点 社 校 か所 カ所 ヶ所 箇所 "
        "カ国 か国 ヵ国 ヶ国 州 冊 杯 頭 羽 隻 機 棟 戸 世帯 組 チーム 試合 勝 敗 戦 種 種類 階 室 "
        "部 曲 票 議席 品 通 ページ 話 作 連勝 連敗 ゴール 文字 語 発 着 団体 都市 県 店 店舗 連覇 面 "
        "色 行 列 分野 段階 部門 地域 施設 人前 膳 粒 畳 坪 株 口 問 句 首 泊 親 児 部屋 "
        "歩 大 打席 安打 失点 得点",
        Kind.NUMBER,
        COUNT,
    )
    | _each("度", Kind.NUMBER, TURN)
    # English counts these years as an ordinal, too: the 20th anniversary.
    | _each("周年", Kind.NUMBER, "year")
)

# Era → the year before its first.
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
ERA_LENGTHS = {"明治": 45, "大正": 15, "昭和": 64, "平成": 31, "令和": 99}
CURRENCY_PREFIXES = {"$": "USD", "¥": "JPY", "€": "EUR", "£": "GBP", "\\": "JPY"}

# Behind 年, these make it a length of time, not a year of the calendar.
LENGTH_OF_YEARS = in_a_row(
    "前 後 間 ぶり 以上 未満 余 近く 連続 半 もの ほど 以内 弱 強 を経 も しか "
    "にわた に及 程 くらい ぐらい 越し 契約 計画"
)
LENGTH_OF_DAYS = in_a_row(
    "前 後 間 ぶり 以上 未満 連続 もの ほど 以内 分 も くらい ぐらい 程度 おき 坊主"
)
# Counters that Sudachi may join with the numeral into one word: 二人, 三つ, 二十歳.
PLAIN_COUNTERS = frozenset(
    in_a_row(
        "人 つ 度 回 倍 年 月 日 歳 名 個 本 匹 枚 台 軒 点 件 階 位 代 割 番 "
        "人組 番目 週間 時間 円"
    )
)
