"""gettext PO."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from format_files import bitext_of, pairs, written

from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats import load
from alignqa.text import Lang

HEADER = """\
# Japanese translation.
# FIRST AUTHOR <someone@example.com>, 2024.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: shop 2\\n"
"Language: ja\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
# As msgmerge and po4a write it.
PO = (
    HEADER
    + """\
#. type: Title ##
#: docs/guide.md:3
#, no-wrap
msgid "Opening hours"
msgstr "営業時間"

#. type: Plain text
#: docs/guide.md:9
msgid ""
"The shop opens at nine.  "
"It is \\"closed\\" on Sundays."
msgstr "店は九時に開きます。日曜は「休み」です。"

#, c-format
msgctxt "cart"
msgid "%d item"
msgid_plural "%d items"
msgstr[0] "%d個"

#, fuzzy
#| msgid "Old text"
msgid "New text"
msgstr "古い文"

msgid "Not done yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "廃止"
"""
)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_finished_messages(tmp_path: Path, ends: str) -> None:
    path = written(tmp_path, "ja.po", PO.replace("\n", ends))
    assert pairs(path) == [
        ("Opening hours", "営業時間"),
        (
            'The shop opens at nine.  It is "closed" on Sundays.',
            "店は九時に開きます。日曜は「休み」です。",
        ),
        ("%d items", "%d個"),
    ]
    bitext = bitext_of(path)
    assert bitext.source_lang is Lang.ENGLISH
    assert bitext.extra[2] == {"context": "cart"}
    # An entry begins with its comments.
    starts = [PO.split("\n").index(line) + 1 for line in ("#. type: Title ##", "#, c-format")]
    assert [segment.line for segment in bitext.source][::2] == starts


def test_english_has_two_forms(tmp_path: Path) -> None:
    text = 'msgid "%d個のファイル"\nmsgid_plural "%d個のファイル"\n'
    text += 'msgstr[0] "%d file"\nmsgstr[1] "%d files"\n'
    path = written(tmp_path, "en.po", text)
    assert pairs(path) == [("%d個のファイル", "%d file"), ("%d個のファイル", "%d files")]


def test_what_polib_writes(tmp_path: Path) -> None:
    catalogue = polib.POFile(wrapwidth=40)
    catalogue.metadata = {"Language": "ja_JP", "Content-Type": "text/plain; charset=UTF-8"}
    long = "The meeting has been moved to the large hall on the second floor. " * 3
    for source, target in (
        (long, "会議は二階の大広間に移りました。"),
        ("Tab\t\\n\n", "タブ\t\\n\n"),
    ):
        catalogue.append(polib.POEntry(msgid=source, msgstr=target, occurrences=[("a.c", "1")]))
    path = tmp_path / "a.po"
    catalogue.save(str(path))
    assert pairs(path) == [(entry.msgid, entry.msgstr) for entry in catalogue]


@pytest.mark.parametrize("name", ["messages", "a.txt"])
def test_it_is_known_by_its_text(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, PO)
    if name == "messages":
        assert len(pairs(path)) == 3


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        (HEADER + 'msgid "A"\nmsgstr "あ"\nmsgstr bad\n', UnreadableFile, "ja.po:13 is not PO"),
        (HEADER + 'msgid "A\nmsgstr "あ"\n', UnreadableFile, "ja.po:11 is not PO"),
        (HEADER + 'msgid "A"\nmsgstr ""\n', MissingLanguage, "no finished translation among its 1"),
        (HEADER.replace("ja", "de"), MissingLanguage, "translation into “de”"),
        (HEADER + 'msgid "A cat."\nmsgstr "A cat."\n', MissingLanguage, "in English on both sides"),
    ],
)
def test_what_cannot_be_judged(
    tmp_path: Path, text: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        load(written(tmp_path, "ja.po", text))
    assert "\n" not in str(caught.value)


def test_the_name_of_a_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "other.po", PO)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableFile):
        load(written(tmp_path, "a.po", "other.po"))
