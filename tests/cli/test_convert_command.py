"""`alignqa convert`, with the real pipeline: what it writes is what it read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from alignqa.bitext import Bitext
from alignqa.cli import main
from alignqa.formats import load, of_lists
from alignqa.render.bitext.registry import all_bitext_outputs, format_names
from alignqa.text import Lang, Segment

PO = """\
msgid ""
msgstr "Language: ja\\n"

msgid "Save changes?"
msgstr "変更を保存しますか?"

msgid "Line one.\\n"
"Line <b>two</b> & 3.\\n"
msgstr "一行目。\\n"
"<b>二</b>行目 & 3。\\n"

#, fuzzy
msgid "Old."
msgstr "古い。"
"""
ENGLISH = "The library opens at nine. Bring your card.\n\nPhotos are not allowed.\n"
JAPANESE = "図書館は九時に開きます。利用カードをお持ちください。\n\n写真撮影はできません。\n"


def pairs(path: Path) -> list[tuple[str, str]]:
    loaded = load(path)
    assert isinstance(loaded, Bitext)
    return [(s.text, t.text) for s, t in zip(loaded.source, loaded.target, strict=True)]


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "a.po"
    path.write_text(PO, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".tmx", ".xlf", ".xliff"])
def test_pairs_as_they_are(po: Path, suffix: str) -> None:
    output = po.with_suffix(suffix)
    assert main(["convert", str(po), "--output", str(output)]) == 0
    assert pairs(output) == pairs(po)
    again = po.with_name(f"again{suffix}")
    assert main(["convert", str(output), "--output", str(again)]) == 0
    # The name of the file stands in it.
    assert again.read_text().replace(output.name, po.name) == output.read_text()


def test_a_table_has_a_text_on_one_line(po: Path, capsys: Any) -> None:
    assert main(["convert", str(po)]) == 0
    assert capsys.readouterr().out == (
        "source\ttarget\n"
        "Save changes?\t変更を保存しますか?\n"
        "Line one. Line <b>two</b> & 3.\t一行目。<b>二</b>行目 & 3。\n"
    )


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (
            "sentence",
            [
                ("The library opens at nine.", "図書館は九時に開きます。"),
                ("Bring your card.", "利用カードをお持ちください。"),
                ("Photos are not allowed.", "写真撮影はできません。"),
            ],
        ),
        (
            "paragraph",
            [
                ("The library opens at nine. Bring your card.", JAPANESE.split("\n")[0]),
                ("Photos are not allowed.", "写真撮影はできません。"),
            ],
        ),
    ],
)
def test_two_texts(tmp_path: Path, unit: str, expected: list[tuple[str, str]]) -> None:
    source, target, output = (tmp_path / name for name in ("a.en.txt", "a.ja.txt", "a.xlf"))
    source.write_text(ENGLISH, encoding="utf-8")
    target.write_text(JAPANESE, encoding="utf-8")
    arguments = ["convert", str(source), str(target), "--unit", unit, "--no-progress"]
    assert main([*arguments, "--output", str(output)]) == 0
    assert pairs(output) == expected


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a.po", "--format", "docx"], "No format is called “docx”. There are tmx, tsv, xliff."),
        (["a.po", "--unit", "sentence"], "a.po is paired already"),
        (["a.po", "--output", "a.po"], "is a file to be read"),
        (
            ["a.po", "-o", "b.csv"],
            "alignqa convert does not write .csv; name a file that ends in .tmx, .tsv",
        ),
        (["a.po", "-o", "b.docx"], "or say with --format what b.docx is to hold"),
        (["nowhere.po"], "nowhere.po does not exist"),
    ],
)
def test_what_cannot_be_done(
    po: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(po.parent)
    assert main(["convert", *arguments]) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert says in errors


@pytest.mark.parametrize(
    "arguments", [["-o", "b.TSV"], ["-o", "b.csv", "-f", "tsv"], ["-o", "b"], ["-o", "b.pairs"]]
)
def test_a_table_where_the_name_does_not_say_otherwise(
    po: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(po.parent)
    assert main(["convert", "a.po", *arguments]) == 0
    assert Path(arguments[1]).read_text(encoding="utf-8").startswith("source\ttarget\n")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
@pytest.mark.parametrize("suffix", [".tsv", ".tmx", ".xlf"])
def test_any_text_can_be_written_and_read(
    tmp_path: Path, suffix: str, rows: list[tuple[str, str]]
) -> None:
    rows = [
        *rows,
        ("The shop opens at nine on weekdays and at ten on Sundays.", "店は開いています。"),
    ]
    bitext = of_lists([f"A {source}" for source, _ in rows], [f"あ{target}" for _, target in rows])
    path = tmp_path / f"a{suffix}"
    content = all_bitext_outputs()[format_names()[suffix]].render(bitext)
    path.write_bytes(content.encode())
    read = pairs(path)
    assert len(read) == len(rows)
    if suffix == ".tsv":
        return
    etree.fromstring(content.encode())
    for (source, target), (given_source, given_target) in zip(read, rows, strict=True):
        assert _printable(source) == _printable(f"A {given_source}")
        assert _printable(target) == _printable(f"あ{given_target}")


@pytest.mark.parametrize("name", ["a\x01b.po", "a\udcff.po", 'a"b<&>.po', "a\tb\n.po"])
def test_any_name_of_a_file_is_written_whole(name: str) -> None:
    texts = [Segment("Open.", Lang.ENGLISH, path=name), Segment("開く。", Lang.JAPANESE)]
    bitext = Bitext((texts[0],), (texts[1],), Lang.ENGLISH, paired=True)
    tree = etree.fromstring(all_bitext_outputs()["xliff"].render(bitext).encode())
    expected = name.replace("\x01", "\ufffd").replace("\udcff", "\ufffd")
    assert tree[0].get("original") == expected


def _printable(text: str) -> str:
    """Without what XML cannot hold, and what stands for it."""
    return "".join(
        char for char in text if char in "\n\t\r" or (char.isprintable() and char != "\ufffd")
    )
