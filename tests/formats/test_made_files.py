"""Files as other tools write them: read whole, judged without a false alarm, given back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignqa import check
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.formats import annotated, load
from alignqa.formats.own_issues import without_own_issues
from alignqa.report import JudgedPair, Report

MADE = Path(__file__).parent / "made"
SHOP = ("Save changes?", "変更を保存しますか?")
HOURS = "図書館は土曜日は9時30分に開館し、18時に閉館します。"
LIBRARY = ("The library opens at 9:30 and closes at 18:00 on Saturdays.", HOURS)
ROOM = ("Reading room", "閲覧室")

# The file, or the source and its translation: how many pairs, one of them, and what is found.
FILES = [
    ("gettext-msgmerge.po", 10, ("Open", "営業中"), []),
    # A fuzzy message has the old hour.
    ("translate-toolkit-po2xliff.xlf", 13, SHOP, ["AQ201", "AQ401"]),
    ("translate-toolkit-po2tmx.tmx", 10, SHOP, []),
    ("translate-toolkit-po2csv.csv", 13, SHOP, ["AQ201", "AQ401"]),
    ("qt-lconvert.xlf", 8, ("%n photo(s) deleted", "写真を%n枚削除しました"), []),
    ("qt-lconvert.po", 8, SHOP, []),
    (
        "angular-1.2.xlf",
        6,
        (
            "Click <1/>Next<2/> to continue.",
            "続けるには<1/>次へ<2/>をクリックしてください。",
        ),
        [],
    ),
    (
        "angular-2.0.xlf",
        6,
        ("Click <0>Next</0> to continue.", "続けるには<0>次へ</0>をクリックしてください。"),
        [],
    ),
    (
        "npm-xliff-1.2.xlf",
        4,
        (
            "Hello, <1/>! You have <2/> messages.",
            "<1/>さん、こんにちは。 <2/>のメッセージがあります。",
        ),
        ["AQ401"],
    ),
    (
        "npm-xliff-2.0.xlf",
        4,
        (
            "Hello, <1/>! You have <2>3 new</2> messages.",
            "<1/>さん、こんにちは。 <2>新着3件</2>のメッセージがあります。",
        ),
        ["AQ401"],
    ),
    ("moz-l10n.xlf", 6, SHOP, []),
    ("omegat-level1.tmx", 4, LIBRARY, []),
    (
        "omegat-level2.tmx",
        4,
        (
            "Please bring your <1>card</1>.",
            "<1>利用カード</1>をお持ちください。",
        ),
        [],
    ),
    ("omegat-omegat.tmx", 4, ROOM, []),
    (
        "po4a-markdown.po",
        10,
        ("Keep your phone *silent*.", "携帯電話は*音の出ない*設定にしてください。"),
        [],
    ),
    ("po4a-man.po", 11, ("SYNOPSIS", "書式"), []),
    ("po4a-docbook.po", 3, ROOM, []),
    ("sphinx-intl.po", 8, ROOM, []),
    ("babel.po", 5, ("Save as…", "名前を付けて保存…"), []),
    ("django.po", 8, ROOM, []),
    ("xcode-style.xliff", 7, ("Line one.\nLine two.", "一行目。\n二行目。"), []),
    ("pandoc.en.docx pandoc.ja.docx", 14, LIBRARY, []),
    ("pandoc.en.html pandoc.ja.html", 13, None, []),
    ("pandoc-gfm.en.md pandoc-gfm.ja.md", 13, None, []),
    ("libreoffice.en.docx libreoffice.ja.docx", 15, ROOM, []),
    ("libreoffice.en.html libreoffice.ja.html", 13, LIBRARY, []),
    ("libreoffice.xlsx", 6, LIBRARY, []),
    ("libreoffice.csv", 6, LIBRARY, []),
    ("xlsxwriter.xlsx", 6, LIBRARY, []),
    ("pysubs2.en.srt pysubs2.ja.srt", 8, ("EXIT", "出口"), []),
    ("srt.en.srt srt.ja.srt", 8, ("EXIT", "出口"), []),
    ("webvtt.en.vtt webvtt.ja.vtt", 8, ("Where is the library?", "図書館はどこですか。"), []),
    ("pysubs2-bilingual.vtt", 8, ("[DOOR OPENS]", "（ドアが開く音）"), []),
]


@pytest.mark.parametrize(("names", "count", "sample", "rules"), FILES)
def test_it_is_read_whole_and_without_a_false_alarm(
    names: str, count: int, sample: tuple[str, str] | None, rules: list[str]
) -> None:
    report = check(*(MADE / name for name in names.split()))
    texts = [(pair.source.text.strip(), pair.target.text.strip()) for pair in report.pairs]
    assert len(texts) == count
    assert sample is None or sample in texts
    found = [(finding.rule.code, finding.message) for _, finding in report.findings()]
    assert [code for code, _ in found] == rules, found


def test_every_file_is_tried_and_told_of() -> None:
    tried = {name for names, *_ in FILES for name in names.split()}
    assert tried == {path.name for path in MADE.iterdir()} - {"README.md"}


TERM = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)
LOST = Rule("AQ401", "missing-counterpart", MqmCategory.OMISSION, Severity.MAJOR)


@pytest.mark.parametrize(
    "path", sorted(p for p in MADE.iterdir() if p.suffix in (".xlf", ".xliff", ".tmx")), ids=str
)
def test_it_is_given_back_as_it_was(path: Path, tmp_path: Path) -> None:
    kind = "tmx" if path.suffix == ".tmx" else "xliff"
    report = _with_findings(check(path))
    data = annotated(path, kind, report)
    copy = tmp_path / path.name
    copy.write_bytes(data)
    texts = [
        [(s.text, t.text) for s, t in zip(read.source, read.target, strict=True)]
        for read in (load(path), load(copy))
    ]
    assert texts[0] == texts[1]
    assert annotated(copy, kind, report) == data
    declared = b' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
    assert without_own_issues(data, copy).replace(declared, b"", 1) == path.read_bytes()


def _with_findings(report: Report) -> Report:
    """None on the first pair, one on the second, two on the third, and so on."""
    both = [Finding(TERM, TERM.severity, 0.9, "One."), Finding(LOST, LOST.severity, 0.9, "Two.")]
    pairs = [
        JudgedPair(
            pair.index,
            pair.source,
            pair.target,
            pair.similarity,
            pair.part,
            pair.score,
            pair.risk,
            pair.critical_error,
            tuple(both[: pair.index % 3]),
        )
        for pair in report.pairs
    ]
    return Report(tuple(pairs), report.source_lang, report.encoder, report.score, report.mqm)
