"""Look-ups both ways, and databases that are none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alignqa.errors import AlignqaError
from alignqa.lexicon import Entry, Lexicon, english_key
from alignqa.lexicon.entry import CLOSED_KINDS
from alignqa.lexicon.store import EMBEDDED, TABLES, closed_list
from alignqa.text import Lang

# Each must be found from either side, with its kind.
BOTH_WAYS = [
    ("国務省", "State Department", "institution"),
    ("国防総省", "Department of Defense", "institution"),
    ("外務省", "Ministry of Foreign Affairs", "institution"),
    ("最高裁判所", "Supreme Court", "institution"),
    ("首相", "prime minister", "office"),
    ("大統領", "president", "office"),
    ("木曜日", "Thursday", "weekday"),
    ("ノルウェー", "Norway", "country"),
    ("米国", "America", "country"),
]


@pytest.mark.parametrize(("japanese", "english", "kind"), BOTH_WAYS)
def test_both_ways(lexicon: Lexicon, japanese: str, english: str, kind: str) -> None:
    meanings = {(english_key(e.text), e.kind) for e in lexicon.from_japanese(japanese)}
    renderings = {(e.text, e.kind) for e in lexicon.from_english(english_key(english))}
    assert (english_key(english), kind) in meanings
    assert (japanese, kind) in renderings


SAME_COUNTRY = [
    ("US", ["United States", "the United States", "U.S.", "US", "USA", "America"]),
    ("US", ["米国", "アメリカ", "アメリカ合衆国"]),
    ("GB", ["UK", "United Kingdom", "Britain", "British", "英国", "イギリス"]),
    ("KR", ["South Korea", "Republic of Korea", "韓国", "大韓民国"]),
    ("KP", ["North Korea", "DPRK", "北朝鮮"]),
    ("NL", ["Netherlands", "Holland", "Dutch", "オランダ"]),
    ("TR", ["Turkey", "Türkiye", "Turkish", "トルコ"]),
    ("MM", ["Myanmar", "Burma", "ミャンマー"]),
]


@pytest.mark.parametrize(
    ("identity", "name"), [(identity, name) for identity, names in SAME_COUNTRY for name in names]
)
def test_names_of_one_country_share_an_identity(lexicon: Lexicon, identity: str, name: str) -> None:
    assert (identity, "country") in {(e.identity, e.kind) for e in lexicon.other_side(name)}


def test_the_pronoun_us_is_no_country(lexicon: Lexicon) -> None:
    assert lexicon.other_side("us")
    assert all(entry.kind != "country" for entry in lexicon.other_side("us"))


def test_most_usual_first(lexicon: Lexicon) -> None:
    for entries in (lexicon.from_japanese("首相"), lexicon.from_english("monday")):
        assert [e.rank for e in entries] == sorted(e.rank for e in entries)


def test_an_identity_is_a_country_s(lexicon: Lexicon) -> None:
    entries = [*lexicon.other_side("アメリカ"), *lexicon.other_side("State Department")]
    assert all(not e.identity or e.kind == "country" for e in entries)


@pytest.mark.parametrize("text", ["", " ", "zzyzx qqq", "ぬぬぬぬぬ", "'; DROP TABLE english; --"])
def test_unknown_words_have_no_entries(lexicon: Lexicon, text: str) -> None:
    assert lexicon.from_japanese(text) == ()
    assert lexicon.other_side(text) == ()


def test_a_lexicon_of_one_s_own(tmp_path: Path) -> None:
    path = tmp_path / "own #1 lexicon?.sqlite"
    _write(path)
    lexicon = Lexicon(path)
    assert lexicon.from_japanese("狐") == (
        Entry("fox", "", "", 3),
        Entry("Foxland", "country", "FX", 49),
    )
    assert lexicon.other_side("the Foxes") == (Entry("狐", "", "", 3),)


def test_the_lexicon_is_read_only(tmp_path: Path) -> None:
    path = tmp_path / "own.sqlite"
    _write(path)
    before = path.read_bytes()
    Lexicon(path).from_japanese("狐")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(AlignqaError, match=r"none\.sqlite cannot be read .*; reinstall alignqa\."):
        Lexicon(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "content", [b"", b"not a database" * 200, b"SQLite format 3\x00" + b"\xff" * 900]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(AlignqaError, match="cannot be read"):
        Lexicon(path)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AlignqaError, match="cannot be read"):
        Lexicon(tmp_path)


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
    db.commit()
    db.close()
    with pytest.raises(AlignqaError, match="cannot be read"):
        Lexicon(path)


@pytest.mark.parametrize("lang", Lang)
def test_the_lists_of_closed_kinds_are_those_of_the_lexicon(lang: Lang) -> None:
    table, column = TABLES[lang]
    kinds = " OR ".join(f"entries GLOB '*\t{kind}[\t/]*'" for kind in sorted(CLOSED_KINDS))
    with closing(sqlite3.connect(f"{EMBEDDED.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        wanted = {key for (key,) in db.execute(f"SELECT {column} FROM {table} WHERE {kinds}")}
    assert set(closed_list(EMBEDDED, lang).read_text("utf-8").split("\n")) == wanted


def test_a_lexicon_without_the_lists(tmp_path: Path) -> None:
    _write(tmp_path / "own.sqlite")
    assert Lexicon(tmp_path / "own.sqlite").of_closed_kinds is None


def _write(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE japanese (spelling TEXT PRIMARY KEY, entries TEXT)")
    db.execute("CREATE TABLE english (key TEXT PRIMARY KEY, entries TEXT)")
    db.execute("INSERT INTO japanese VALUES ('狐', 'fox\t\t3\nFoxland\tcountry/FX\t49')")
    db.execute("INSERT INTO english VALUES ('fox', '狐\t\t3')")
    db.commit()
    db.close()
