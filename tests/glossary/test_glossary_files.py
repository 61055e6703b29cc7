"""Glossary files: what they may hold, and what is said of one that is broken."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import alignqa
from alignqa.errors import GlossaryError
from alignqa.glossary import Glossary, Term, read_glossary
from alignqa.settings import Settings
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE


def read(text: str, name: str = "terms.csv") -> Glossary:
    return read_glossary([(text, Path(name))])


def terms(glossary: Glossary) -> list[set[tuple[str, Lang, bool]]]:
    return [{(t.text, t.lang, t.allowed) for t in c.terms} for c in glossary.concepts]


TABLES = {
    "several renderings and a forbidden one": (
        "en,ja,forbidden\npull request,プルリクエスト|PR,引き込み要求\n",
        [
            {
                ("pull request", EN, True),
                ("プルリクエスト", JA, True),
                ("PR", JA, True),
                ("引き込み要求", JA, False),
            }
        ],
    ),
    "what is forbidden in English": (
        "ja,en,forbidden\n入居者,tenant,lodger\n",
        [{("入居者", JA, True), ("tenant", EN, True), ("lodger", EN, False)}],
    ),
    "what is forbidden, and nothing in its place": (
        "en,ja,forbidden\ntenant,,借家人\n",
        [{("tenant", EN, True), ("借家人", JA, False)}],
    ),
    "source and target, by their letters": (
        "source,target,note\n検索,search,a verb\n",
        [{("検索", JA, True), ("search", EN, True)}],
    ),
    "no header": ("search,検索\n", [{("検索", JA, True), ("search", EN, True)}]),
    "no header, Japanese first": ("検索,search\n", [{("検索", JA, True), ("search", EN, True)}]),
    "no header, and a term that could name a column": (
        "case,格\nnote,音符\n",
        [{("case", EN, True), ("格", JA, True)}, {("note", EN, True), ("音符", JA, True)}],
    ),
    "Latin on both sides": (
        "source,target\napplication programming interface,API\n",
        [{("application programming interface", EN, True), ("API", JA, True)}],
    ),
    "empty cells behind the last column": (
        "en,ja\nsearch,検索,,\n",
        [{("search", EN, True), ("検索", JA, True)}],
    ),
    "quotes, commas, blank lines": (
        'en,ja\n\n"salt, coarse","粗塩"\n\n',
        [{("salt, coarse", EN, True), ("粗塩", JA, True)}],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_tables(text: str, expected: list[set[tuple[str, Lang, bool]]]) -> None:
    assert terms(read(text)) == expected


def test_tabs_and_quotes_that_are_only_quotes() -> None:
    assert terms(read('en\tja\n5" disk\t5インチディスク\n', "terms.tsv")) == [
        {('5" disk', EN, True), ("5インチディスク", JA, True)}
    ]


def test_a_duplicate_counts_once() -> None:
    glossary = read("en,ja\nsearch,検索\nsearch,検索\n")
    (match,) = glossary.find("search", EN)
    assert {t.text for concept in match.concepts for t in concept.names(JA, allowed=True)} == {
        "検索"
    }


BROKEN = {
    "a row that is too short": (
        "en,ja,forbidden\nsearch,検索,\ngo\n",
        "terms.csv:3 has 1 column where the first row has 3 or more",
    ),
    "another separator": (
        "en;ja\nsearch;検索\n",
        "terms.csv:1 has only one column; put the English and the Japanese terms into two, with a "
        "comma",
    ),
    "a row that is too long": (
        "en,ja\nSmith, John,スミス\n",
        "terms.csv:2 has 3 columns where the first row has 2; give every row the same number, with "
        "quotes around a cell that has a comma in it.",
    ),
    "two columns of one name": (
        "en,ja,ja\nsearch,検索,探索\n",
        "terms.csv:1 has two columns for “ja”; write several terms into one cell",
    ),
    "no rendering": ("en,ja\nsearch,\n", "terms.csv:2 has no Japanese for “search”"),
    "no term": ("en,ja\n|,|\n", "terms.csv:2 has no term"),
    "neither yes nor no": ("en,ja,keep\nGo,,perhaps\n", "terms.csv:2 has “perhaps” in the column"),
    "a row that contradicts itself": (
        "en,ja,forbidden\nsearch,検索,検索\n",
        "terms.csv:2 contradicts itself: it allows “検索” and forbids it",
    ),
    "rows that contradict each other": (
        "en,ja,forbidden\nsearch,検索,\nsearch,探索,検索\n",
        "terms.csv:2 and terms.csv:3 contradict each other: one allows “検索” for “search”",
    ),
    "quotes that do not match": (
        'en,ja\n"search,検索\n',
        "terms.csv:2 begins a row whose quotes do not match",
    ),
    "nothing": ("\n\n", "terms.csv has no rows"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_table_is_one_sentence(text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


def test_a_broken_row_between_tabs_is_named_by_its_line() -> None:
    with pytest.raises(GlossaryError, match=r"^terms\.tsv:3 has no Japanese for “go”"):
        read("en\tja\nsearch\t検索\ngo\t\n", "terms.tsv")


def test_another_kind_of_file() -> None:
    with pytest.raises(GlossaryError, match=r"terms\.docx is no glossary"):
        read("en,ja", "terms.docx")


# TBX ----------------------------------------------------------------------------------------------

VERSION_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
  <termEntry id="c1">
    <!-- kept by the legal team -->
    <langSet xml:lang="en-US"><tig><term>tenant</term></tig></langSet>
    <langSet xml:lang="ja">
      <tig><term>テナント</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
      <ntig><termGrp><term>借家人</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
    </langSet>
    <langSet xml:lang="de"><tig><term>Mieter</term></tig></langSet>
    <langSet><tig><term>T-17</term></tig></langSet>
  </termEntry>
  <termEntry id="c2"><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>
"""
VERSION_3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
     type="TBX-Basic" style="dct" xml:lang="en"><text><body>
  <conceptEntry id="c1">
    <langSec xml:lang="en"><termSec><term>tenant</term></termSec></langSec>
    <langSec xml:lang="ja">
      <termSec><term>テナント</term></termSec>
      <termSec><term>借家人</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec>
  </conceptEntry>
</body></text></tbx>
"""


@pytest.mark.parametrize("text", [VERSION_2, VERSION_3], ids=["version 2", "version 3"])
def test_tbx(text: str) -> None:
    assert terms(read(text, "terms.tbx")) == [
        {("tenant", EN, True), ("テナント", JA, True), ("借家人", JA, False)}
    ]


ENTITIES = """<?xml version="1.0"?>
<!DOCTYPE martif [<!ENTITY name SYSTEM "file:///etc/hostname"><!ENTITY big "&name;&name;">]>
<martif><text><body><termEntry>
<langSet xml:lang="en"><tig><term>&name;</term></tig></langSet>
<langSet xml:lang="ja"><tig><term>&big;</term></tig></langSet>
</termEntry></body></text></martif>
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ENTITIES, "terms.tbx declares entities"),
        (VERSION_3[:200], "terms.tbx:4 is not well-formed XML"),
        ("<tbx/>", "terms.tbx has no entry with an English and a Japanese term"),
    ],
)
def test_broken_tbx(text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(text, "terms.tbx")
    assert str(caught.value).startswith(message)


# Finding ------------------------------------------------------------------------------------------


def test_seventy_thousand_terms_are_found_as_fast_as_ten() -> None:
    text = "The harbour master closed the old lock, and the ships waited." * 20

    def seconds(rows: int) -> float:
        glossary = read("en,ja\n" + "".join(f"part{n} of {n},部品{n}\n" for n in range(rows)))
        start = time.perf_counter()
        glossary.find(text, EN)
        return time.perf_counter() - start

    seconds(10)  # loads the lemmas
    assert seconds(70_000) < 10 * seconds(10) + 0.05


def test_a_term_is_found_where_it_is_hyphenated_or_has_full_width_letters() -> None:
    glossary = read("en,ja\nread only,読み取り専用\nAPI key,APIキー\n")
    assert [m.text for m in glossary.find("A read-only disk.", EN)] == ["read-only"]
    key = Term("APIキー", JA)
    assert glossary.stands(key, "ＡＰＩキーを入力します。") is not None


def test_a_glossary_is_read_once_for_many_documents_and_anew_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text("en,ja\nferry,フェリー\n", encoding="utf-8")
    read: list[Path] = []

    def read_text(path: Path) -> str:
        read.append(path)
        return path.read_text(encoding="utf-8")

    monkeypatch.setattr("alignqa.judging.formats.read_text", read_text)
    settings = Settings(glossaries=(terms,))

    def asked() -> str:
        report = alignqa.check(["The ferry is late."], ["渡し船は遅れている。"], settings)
        return "".join(f.message for _, f in report.findings() if f.rule.code == "AQ103")

    assert "フェリー" in asked()
    assert "フェリー" in asked()
    assert read == [terms]
    terms.write_text("en,ja\nferry,渡船\n", encoding="utf-8")
    assert "渡船" in asked()
