"""Files of every format, through `load`."""

from __future__ import annotations

import contextlib
import csv
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignqa.bitext import Bitext, Blocks, PlainText
from alignqa.errors import InputError, MissingLanguage, UnreadableFile
from alignqa.formats import all_formats, load, load_plain
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE
Texts = tuple[str, str]


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def sides(bitext: object) -> list[Texts]:
    assert isinstance(bitext, Bitext)
    assert bitext.paired
    assert {segment.lang for segment in bitext.source} == {bitext.source_lang}
    assert {segment.lang for segment in bitext.target} == {bitext.target_lang}
    return [(s.text, t.text) for s, t in zip(bitext.source, bitext.target, strict=True)]


def test_every_format_is_found() -> None:
    assert list(all_formats()) == [
        "Excel workbook",
        "HTML",
        "JSON Lines",
        "Markdown",
        "TMX",
        "Word document",
        "XLIFF",
        "comma-separated values",
        "gettext PO",
        "plain text",
        "subtitles",
        "tab-separated values",
    ]
    for known in all_formats().values():
        assert (known.read is None) != (known.read_bytes is None)


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.unknown", "A.TXT"])
def test_plain_text_stays_as_it_is(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, "A cat.\r\n\r\n猫。\t{x}\n")
    assert load(path) == PlainText("A cat.\n\n猫。\t{x}\n", str(path))


PAIRS = [
    # name, text, source language, pairs, lines
    ("header.tsv", "source\ttarget\nA cat.\t猫だ。\n", EN, [("A cat.", "猫だ。")], [2]),
    ("header.tsv", "target\tsource\n猫だ。\tA cat.\n", EN, [("A cat.", "猫だ。")], [2]),
    ("header.tsv", "JA\tEn\n猫だ。\tA cat.\n", JA, [("猫だ。", "A cat.")], [2]),
    (
        "none.tsv",
        "A cat.\t猫だ。\nA dog.\t犬だ。",
        EN,
        [("A cat.", "猫だ。"), ("A dog.", "犬だ。")],
        [1, 2],
    ),
    (
        "quote.tsv",
        '"So," he said.\t「では」と言った。\n',
        EN,
        [('"So," he said.', "「では」と言った。")],
        [1],
    ),
    (
        "empty.tsv",
        "A cat.\t猫だ。\nA dog.\t\n\t\n\t鳥だ。\n\n\n",
        EN,
        [("A cat.", "猫だ。"), ("A dog.", ""), ("", ""), ("", "鳥だ。")],
        [1, 2, 3, 4],
    ),
    ("twice.tsv", "Yes.\tはい。\nYes.\tはい。\n", EN, [("Yes.", "はい。")] * 2, [1, 2]),
    (
        "crlf.tsv",
        "Yes.\tはい。\r\nNo.\tいいえ。\r",
        EN,
        [("Yes.", "はい。"), ("No.", "いいえ。")],
        [1, 2],
    ),
    ("odd.tsv", "Yes\u2028sir.\tはい。\n", EN, [("Yes\u2028sir.", "はい。")], [1]),
    (
        "untranslated.tsv",
        "Yes.\tはい。\nNo.\tNo.\nMaybe.\tMaybe.\n",
        EN,
        [("Yes.", "はい。"), ("No.", "No."), ("Maybe.", "Maybe.")],
        [1, 2, 3],
    ),
    (
        "latin.tsv",
        "Open Word and Excel.\tMicrosoft WordとMicrosoft Excelを開く。\n",
        EN,
        [("Open Word and Excel.", "Microsoft WordとMicrosoft Excelを開く。")],
        [1],
    ),
    ("header.csv", "No,English (US),日本語\n1,A cat.,猫だ。\n", EN, [("A cat.", "猫だ。")], [2]),
    ("header.tsv", "Source text\t訳文\nA cat.\t猫だ。\n", EN, [("A cat.", "猫だ。")], [2]),
    (
        "no_header.tsv",
        "Source\t出典\nA cat.\t猫だ。\n",
        EN,
        [("Source", "出典"), ("A cat.", "猫だ。")],
        [1, 2],
    ),
    ("header.csv", 'en,ja\n"A cat, a dog.",猫と犬。\n', EN, [("A cat, a dog.", "猫と犬。")], [2]),
    (
        "lines.csv",
        'en,ja\n"A\ncat.","猫\r\nだ。"\n"He said ""no"".",「いや」と言った。\n',
        EN,
        [("A\ncat.", "猫\nだ。"), ('He said "no".', "「いや」と言った。")],
        [2, 5],
    ),
    ("none.csv", "猫だ。,A cat.\n", JA, [("猫だ。", "A cat.")], [1]),
    (
        "empty.csv",
        "A cat.,猫だ。\n,\nA dog.,\n\n",
        EN,
        [("A cat.", "猫だ。"), ("", ""), ("A dog.", "")],
        [1, 2, 3],
    ),
    ("a.jsonl", '{"source": "A cat.", "target": "猫だ。"}\n\n', EN, [("A cat.", "猫だ。")], [1]),
    (
        "a.jsonl",
        '{"ja": "\\u732b", "EN": "A cat."}\n{"en": "", "ja": ""}',
        JA,
        [("猫", "A cat."), ("", "")],
        [1, 2],
    ),
    ("a.rows", '{"en": "A cat.", "ja": "猫だ。"}\n', EN, [("A cat.", "猫だ。")], [1]),
    ("a.rows", "en\tja\nA cat.\t猫だ。\n", EN, [("A cat.", "猫だ。")], [2]),
]


@pytest.mark.parametrize(("name", "text", "lang", "pairs", "lines"), PAIRS)
def test_row_n_is_pair_n(
    tmp_path: Path, name: str, text: str, lang: Lang, pairs: list[Texts], lines: list[int]
) -> None:
    path = written(tmp_path, name, text)
    bitext = load(path)
    assert sides(bitext) == pairs
    assert isinstance(bitext, Bitext)
    assert bitext.source_lang is lang
    for side in (bitext.source, bitext.target):
        assert [segment.line for segment in side] == lines
        assert {segment.path for segment in side} == {str(path)}


@pytest.mark.parametrize(
    ("name", "text", "extra"),
    [
        ("a.tsv", "id\ten\tja\tnote\n7\tA cat.\t猫だ。\tx\n", {"id": "7", "note": "x"}),
        ("a.tsv", "en\tja\t\nA cat.\t猫だ。\tx\n", {"column3": "x"}),
        ("a.tsv", "A cat.\t猫だ。\tx\ty\n", {"column3": "x", "column4": "y"}),
        ("a.tsv", "source\ttarget\ten\tja\nA cat.\t猫だ。\tx\ty\n", {"en": "x", "ja": "y"}),
        ("a.csv", "en,ja,n,n\nA cat.,猫だ。,x,y\n", {"n": "x", "column4": "y"}),
        (
            "a.jsonl",
            '{"en": "A cat.", "ja": "猫だ。", "n": 1, "t": ["語"], "s": "x"}',
            {"n": "1", "t": '["語"]', "s": "x"},
        ),
    ],
)
def test_other_columns_are_carried_along(
    tmp_path: Path, name: str, text: str, extra: dict[str, str]
) -> None:
    bitext = load(written(tmp_path, name, text))
    assert isinstance(bitext, Bitext)
    assert bitext.extra == (extra,)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.txt", "", "is empty"),
        ("a.tsv", " \n\n　\n", "is empty"),
        ("a.tsv", "A cat.\n", "a.tsv:1 has only one column"),
        ("a.tsv", "en\tja\n", "no rows"),
        ("a.tsv", "A cat.\t猫だ。\nA dog.\n", "a.tsv:2 has 1 column where the first row has 2"),
        ("a.tsv", "A cat.\t猫だ。\nA dog.\t犬\tだ。\n", "a.tsv:2 has 3 columns"),
        ("a.tsv", "A cat.\t猫だ。\n\n\nA dog.\t犬だ。\n", "a.tsv:2 is blank"),
        ("a.csv", "A cat;猫だ。\n", "a.csv:1 has only one column"),
        ("a.csv", 'en,ja\nA cat.,猫だ。\n"A\ndog.,犬だ。\n', "a.csv:3 begins a row whose quotes"),
        ("a.csv", 'en,ja\n"A cat."s,猫だ。\n', "a.csv:2 begins a row whose quotes"),
        ("a.csv", "en,ja\nA cat, a dog.,猫だ。\n", "a.csv:2 has 3 columns"),
        ("a.csv", "en,ja\nA cat.,猫だ。\n\nA dog.,犬だ。\n", "a.csv:3 is blank"),
        ("a.jsonl", '{"en": "A cat.", "ja": "猫だ。"}\n{"en": "A dog."', "a.jsonl:2 is not JSON"),
        (
            "a.jsonl",
            '{"en": "A cat.", "ja": "猫だ。"}\n{"en": "A dog."}',
            'a.jsonl:2 lacks the key "ja"',
        ),
        ("a.jsonl", '{"en": "A cat.", "ja": null}', 'a.jsonl:1 has a "ja" that is not a string'),
        ("a.jsonl", '{"text": "A cat."}', "a.jsonl:1 has no pair"),
        ("a.jsonl", '["A cat.", "猫だ。"]', "a.jsonl:1 is JSON but no object"),
        ("a.jsonl", '{"en": "A", "ja": "猫"}\n\n{"en": "A", "ja": "猫"}', "a.jsonl:2 is blank"),
        ("a.jsonl", '{"en": "A cat.", "ja": "\\ud83d"}', "a.jsonl:1 has an escape"),
        ("a.jsonl", '{"en": "A", "ja": "猫", "x": ["\\ud83d"]}', "a.jsonl:1 has an escape"),
        ("a.jsonl", '{"en": ' + "[" * 100_000, "a.jsonl:1 has a JSON value too deep"),
        (
            "a.jsonl",
            '{"en": ' + "9" * 10_000 + "}",
            "a.jsonl:1 has a JSON value too deep or too long",
        ),
    ],
)
def test_a_malformed_file_is_refused_by_line(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        load(written(tmp_path, name, text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.tsv", "A cat.\tA dog.\n", "in English on both sides"),
        ("a.tsv", "en\tja\nA cat.\tA cat.\nA dog.\tA dog.\n", "Japanese is missing"),
        ("a.csv", "猫だ。,犬だ。\n", "in Japanese on both sides"),
        ("a.jsonl", '{"source": "猫だ。", "target": ""}', "on its target side"),
        ("a.tsv", "1\t2\n3\t4\n", "on its source side"),
    ],
)
def test_pairs_in_one_language_are_refused(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(MissingLanguage, match=says):
        load(written(tmp_path, name, text))


def test_the_english_word_in_a_japanese_column_does_not_turn_it(tmp_path: Path) -> None:
    text = "ja\ten\nOK\tOK\n猫だ。\tA cat.\nUSB\tUSB\n"
    bitext = load(written(tmp_path, "a.tsv", text))
    assert isinstance(bitext, Bitext)
    assert bitext.source_lang is JA


def test_a_text_needs_no_parser(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "A cat.\n\n猫だ。\n")
    code = (
        "import sys; from pathlib import Path; from alignqa import formats;"
        "formats.load(Path(sys.argv[1])); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert not {"lxml", "markdown_it", "polib"} & set(done.stdout.split())


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="does not exist"):
        load(tmp_path / "absent.txt")
    with pytest.raises(UnreadableFile, match="is a folder"):
        load(tmp_path)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        load(tmp_path / ("x" * 5000))
    with pytest.raises(UnreadableFile, match="cannot be read"):
        load(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "A cat.")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="may not be read"):
        load(path)


def test_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not be read"):
        load(tmp_path / "a.txt")


def test_one_of_two_files_may_not_hold_pairs(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "A cat.")
    assert load_plain(path) == PlainText("A cat.", str(path))
    with pytest.raises(UnreadableFile, match="holds pairs already"):
        load_plain(written(tmp_path, "a.tsv", "A cat.\t猫だ。\n"))


def test_a_long_cell_is_read_and_the_process_keeps_its_limit(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    long = "A cat. " * 50_000
    assert sides(load(written(tmp_path, "a.csv", f"{long},猫だ。\n"))) == [(long, "猫だ。")]
    assert csv.field_size_limit() == limit


SUFFIXES = [suffix for known in all_formats().values() for suffix in known.suffixes[:1]]


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 5000,
        " \n" * 3000 + "x",
        "<!---->" * 700,
        "<?x?>" * 900,
        "#\n" * 3000,
        "# {#" * 3000,
        "# " + " " * 100_000 + "x",
        "{{<" * 3000,
        "<" * 20_000,
        "[" * 20_000,
        "|" * 5000,
    ],
)
@pytest.mark.parametrize("name", ["a", "a.md", "a.html", "a.srt", "a.po"])
def test_a_monotonous_text_is_read_in_no_time(tmp_path: Path, name: str, text: str) -> None:
    path = written(tmp_path, name, text)
    start = time.monotonic()
    with contextlib.suppress(InputError):
        load(path)
    assert time.monotonic() - start < 5


CELL = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\t\r\n\0"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELL, CELL), max_size=6))
def test_no_row_is_lost_or_altered(tmp_path: Path, rows: list[Texts]) -> None:
    rows = [("The cat sleeps.", "猫が寝ている。"), *rows]
    tsv = written(tmp_path, "a.tsv", "".join(f"{s}\t{t}\n" for s, t in rows))
    try:
        bitext = load(tsv)
    except MissingLanguage:
        return
    assert sides(bitext) == rows


@pytest.mark.parametrize("suffix", [*SUFFIXES, ""])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.text(alphabet='ab猫の,"\t\n\r{}[]:\\ ', max_size=60).map(str.encode),
        st.text(alphabet='ab猫#`|-*<>!/&;=" \t\n', max_size=80).map(str.encode),
        st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = written(tmp_path, f"a{suffix}", data)
    loaded: object
    try:
        loaded = load(path)
    except InputError as error:
        loaded = PlainText(str(error))
    if isinstance(loaded, Bitext):
        texts = [text for pair in sides(loaded) for text in pair]
    elif isinstance(loaded, Blocks):
        texts = [block.text for block in loaded.blocks]
        assert all(text.strip() for text in texts)
    else:
        assert isinstance(loaded, PlainText)
        texts = [loaded.text]
    for text in texts:
        text.encode()


@pytest.mark.parametrize(
    ("name", "head", "piece"),
    [
        ("a.md", "", "!["),
        ("a.md", "", "<!--"),
        ("a.md", "a", " "),
        ("a.md", "", "`a``b"),
        ("a.md", ":::note", " "),
        ("a.md", "", "~"),
        ("a.md", "$$ $$", " "),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<rt>"),
        ("a.po", 'msgid "', "\\"),
        ("a.csv", "source", " "),
        ("a.xlf", '<xliff version="1.2"><file source-language="en" target-language="ja"><x>', "\t"),
    ],
)
def test_what_repeats_is_read_in_time(tmp_path: Path, name: str, head: str, piece: str) -> None:
    """A pattern that looks again from every place would take minutes."""
    path = written(tmp_path, name, head + piece * (300_000 // len(piece)) + "x\n")
    began = time.process_time()
    with contextlib.suppress(InputError):
        load(path)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", ["en.json", "strings.xml", "Localizable.strings", "ja.yml"])
def test_messages_of_a_program_are_no_text(tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_text('"save": "保存"\n', "utf-8")
    with pytest.raises(UnreadableFile, match="does not read; give its messages as PO"):
        load(page)


def test_pairs_under_the_name_of_messages(tmp_path: Path) -> None:
    page = tmp_path / "pairs.json"
    page.write_text('{"source": "Save the file.", "target": "ファイルを保存します。"}\n', "utf-8")
    assert isinstance(load(page), Bitext)
