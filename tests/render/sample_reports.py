"""Reports built by hand, as the pipeline would build them from small articles."""

from __future__ import annotations

from alignqa.bitext import Part
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.report import JudgedPair, Report, Score
from alignqa.text import Lang, Segment, Span

INSTITUTION = Rule("AQ101", "institution", MqmCategory.ENTITY, Severity.CRITICAL)
NUMBER = Rule("AQ201", "number", MqmCategory.NUMBER, Severity.CRITICAL)
OMISSION = Rule("AQ301", "omission", MqmCategory.OMISSION, Severity.MAJOR)
ADDITION = Rule("AQ302", "addition", MqmCategory.ADDITION, Severity.MAJOR)
UNTRANSLATED = Rule("AQ401", "untranslated", MqmCategory.UNTRANSLATED, Severity.MINOR)


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    """Where each of the words first stands in the text."""
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def judged(
    index: int,
    source: Segment,
    target: Segment,
    *,
    similarity: float = 0.86,
    score: float = 95.0,
    risk: float = 0.03,
    part: Part = Part.BODY,
    findings: tuple[Finding, ...] = (),
    critical_error: bool = False,
) -> JudgedPair:
    return JudgedPair(
        index, source, target, similarity, part, score, risk, critical_error, findings
    )


def english(text: str, line: int | None = None, path: str | None = None) -> Segment:
    return Segment(text, Lang.ENGLISH, line, path)


def japanese(text: str, line: int | None = None, path: str | None = None) -> Segment:
    return Segment(text, Lang.JAPANESE, line, path)


def article() -> Report:
    """English to Japanese in one file: a wrong ministry and a wrong sum, an omission, a clean pair,
    a title, a caption and a menu set aside, a suspect pair."""
    path = "talks.txt"
    talks_en = (
        "The Foreign Ministry said on Monday that the two governments had agreed to resume talks "
        "on fishing rights next month, and that it would set aside 3 billion yen for patrol "
        "vessels in the disputed waters."
    )
    talks_ja = (
        "財務省は月曜日、両政府が来月、漁業権をめぐる協議を再開することで合意し、"
        "係争海域の巡視船のために3億円を確保すると発表した。"
    )
    long_en = (
        "Local fishermen have waited a long time for an answer. Many of them sold their boats "
        "after the first round of negotiations broke down, and the number of working vessels in "
        "the harbour has fallen by half since then. A spokesman for the cooperative, who asked "
        "not to be named because he was not authorised to speak to reporters, said that the "
        "younger crews had left for the cities. The town has set up a relief fund, although only "
        "a few families have applied for it so far. Winter is the hardest season on the coast."
    )
    long_ja = (
        "地元の漁師たちは、長いあいだ答えを待ってきた。最初の交渉が決裂したあと、"
        "多くの漁師が船を手放し、それ以来、港で働く船の数は半分に減った。"
        "組合の広報担当者は、若い乗組員は都会へ出て行ってしまったと話した。"
        "町は救済基金を設けたが、申請した家族はまだわずかである。"
        "海辺の町では、冬がいちばん厳しい季節だ。"
    )
    because = "who asked not to be named because he was not authorised to speak to reporters"
    lost = "Officials warned that no date had been fixed for the second round."
    return Report(
        pairs=(
            judged(
                0,
                english(""),
                japanese("漁業交渉、来月にも再開へ", 1, path),
                similarity=0.0,
                part=Part.TITLE,
            ),
            judged(
                1,
                english("Negotiators met twice last week.", 3, path),
                japanese("交渉担当者は先週、二度会合を開いた。", 17, path),
                score=98.2,
            ),
            judged(
                2,
                english(long_en, 5, path),
                japanese(long_ja, 19, path),
                similarity=0.7419,
                score=81.4,
                findings=(
                    Finding(
                        OMISSION,
                        Severity.MAJOR,
                        0.72,
                        f"Nothing in the Japanese says “{because}”.",
                        source_spans=spans_of(long_en, because),
                        evidence={"words without a counterpart": ["named", "authorised"]},
                    ),
                ),
            ),
            judged(
                3,
                english(talks_en, 7, path),
                japanese(talks_ja, 21, path),
                similarity=0.8312,
                score=22.6,
                risk=0.941,
                critical_error=True,
                findings=(
                    Finding(
                        INSTITUTION,
                        Severity.CRITICAL,
                        0.97,
                        "“Foreign Ministry” is rendered as 財務省, the Finance Ministry.",
                        source_spans=spans_of(talks_en, "Foreign Ministry"),
                        target_spans=spans_of(talks_ja, "財務省"),
                        evidence={"財務省": "Ministry of Finance", "similarity": 0.4127},
                        suggestion="外務省",
                    ),
                    Finding(
                        NUMBER,
                        Severity.MAJOR,
                        0.93,
                        "3 billion yen is 30億円; the Japanese says 3億円, a tenth of it.",
                        source_spans=spans_of(talks_en, "3 billion yen"),
                        target_spans=spans_of(talks_ja, "3億円"),
                        evidence={"source": {"JPY": 3_000_000_000}, "target": {"JPY": 300_000_000}},
                        suggestion="30億円",
                    ),
                ),
            ),
            judged(
                4,
                english(lost, 9, path),
                japanese(""),
                similarity=0.0,
                score=40.0,
                findings=(
                    Finding(
                        OMISSION,
                        Severity.MAJOR,
                        0.81,
                        "This passage has no counterpart in the Japanese text.",
                        source_spans=spans_of(lost, lost),
                    ),
                ),
            ),
            judged(
                5,
                english("Both sides declined to comment further.", 11, path),
                japanese("両者はさらに詳しく語った。", 23, path),
                similarity=0.5218,
                score=58.9,
                risk=0.66,
                critical_error=True,
            ),
            judged(
                6,
                english("A patrol boat leaves the harbour at dawn.", 13, path),
                japanese(""),
                similarity=0.0,
                part=Part.CAPTION,
            ),
            judged(
                7,
                english(""),
                japanese("トップページへ戻る | 新着記事一覧 | お問い合わせ", 27, path),
                similarity=0.0,
                part=Part.FURNITURE,
            ),
        ),
        source_lang=Lang.ENGLISH,
        encoder="static-enja-512:0f3c",
        score=Score("mqm", 71.32, "mqm|words:en|weights:1-5-25|v:0.1.0"),
        mqm={"penalty": 28.68, "words": 190, "signature": "mqm|weights:1-5-25"},
        source_path=path,
        target_path=path,
    )


def two_files() -> Report:
    """Japanese to English in two files: an addition, and a word left in Japanese."""
    ja = "市役所は、来年春に新しい図書館を開館すると発表した。"
    en = (
        "The city hall announced that a new 図書館 would open next spring, the largest in the "
        "region."
    )
    return Report(
        pairs=(
            judged(
                0,
                japanese(ja, 1, "library.ja.txt"),
                english(en, 1, "library.en.txt"),
                similarity=0.7904,
                score=88.0,
                findings=(
                    Finding(
                        ADDITION,
                        Severity.MAJOR,
                        0.64,
                        "Nothing in the Japanese says “the largest in the region”.",
                        target_spans=spans_of(en, "the largest in the region"),
                    ),
                    Finding(
                        UNTRANSLATED,
                        Severity.MINOR,
                        1.0,
                        "図書館 was left in Japanese.",
                        source_spans=spans_of(ja, "図書館"),
                        target_spans=spans_of(en, "図書館"),
                        suggestion="library",
                    ),
                ),
            ),
            judged(
                1,
                japanese("工事は予定どおり進んでいる。", 2, "library.ja.txt"),
                english("Construction is on schedule.", 2, "library.en.txt"),
                score=97.5,
            ),
        ),
        source_lang=Lang.JAPANESE,
        encoder="static-enja-512:0f3c",
        score=Score("mqm", 90.1, "mqm|words:en|weights:1-5-25|v:0.1.0"),
        mqm={"penalty": 9.9, "words": 24},
        source_path="library.ja.txt",
        target_path="library.en.txt",
    )


def clean() -> Report:
    """A pair with nothing to find, given as text and not as a file."""
    return Report(
        pairs=(judged(0, english("The library opens at nine."), japanese("図書館は九時に開く。")),),
        source_lang=Lang.ENGLISH,
        encoder="static-enja-512:0f3c",
        score=Score("mqm", 95.0, "mqm|words:en|weights:1-5-25|v:0.1.0"),
        mqm={"penalty": 0.0, "words": 5},
    )


def hostile(text: str) -> Report:
    """A report in which every text from outside is this one."""
    finding = Finding(
        NUMBER,
        Severity.MAJOR,
        0.9,
        f"message {text}",
        source_spans=(Span(0, len(text)),),
        target_spans=(Span(0, len(text)),),
        evidence={f"key {text}": text, "list": [text, {"inner": text}]},
        suggestion=f"suggestion {text}",
    )
    return Report(
        pairs=(
            judged(0, english(text, 1, text), japanese(text, 2, text), findings=(finding,)),
            judged(1, english(text, 3, text), japanese(""), part=Part.TITLE),
            judged(2, english(text, 4, text), japanese(text, 5, text), critical_error=True),
        ),
        source_lang=Lang.ENGLISH,
        encoder=text,
        score=Score("mqm", 50.0, text),
        mqm={"signature": text},
        source_path=text,
        target_path=text,
    )
