"""Which passages a comment silences rules for, by format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignqa.bitext import Bitext, Blocks
from alignqa.formats import load

PO = """\
msgid ""
msgstr "Language: ja\\n"

# Agreed with the harbour office.
# alignqa: ignore AQ201: their own count
msgid "There are 12 ships."
msgstr "船が20隻ある。"

#. alignqa: ignore
msgid "Good morning."
msgstr "おはよう。"

# alignqa: ignore-start AQ1
msgid "Good evening."
msgstr "こんばんは。"
"""
XLIFF = """\
<xliff version="1.2"><file source-language="en" target-language="ja"><body>
<trans-unit id="1"><source>Twelve ships.</source><target>船が20隻。</target>
<note>See the list.
alignqa: ignore AQ201</note></trans-unit>
<trans-unit id="2"><source>Good morning.</source><target>おはよう。</target></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja">
<file id="f"><unit id="1"><notes><note>alignqa: ignore AQ201</note></notes>
<segment><source>Twelve ships.</source><target>船が20隻。</target></segment>
<segment><source>Good morning.</source><target>おはよう。</target></segment></unit></file></xliff>
"""
TMX = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu><note>alignqa: ignore AQ201</note><tuv xml:lang="en"><seg>Twelve ships.</seg></tuv>
<tuv xml:lang="ja"><seg>船が20隻。</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Good morning.</seg></tuv>
<tuv xml:lang="ja"><seg>おはよう。</seg></tuv></tu></body></tmx>
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def silenced(path: Path) -> dict[str, list[str]]:
    """What is silenced in each passage: `AQ1+AQ2` for a comment that names both, `*` for all."""
    loaded = load(path)
    assert isinstance(loaded, Blocks | Bitext)
    passages = loaded.blocks if isinstance(loaded, Blocks) else loaded.target
    return {p.text: ["+".join(s.rules) or "*" for s in p.silences] for p in passages}


def remarks(path: Path) -> list[str]:
    loaded = load(path)
    assert isinstance(loaded, Blocks | Bitext)
    return [remark.removeprefix(str(path)) for remark in loaded.remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- alignqa: ignore AQ201 -->\none\n\ntwo\n", {"one": ["AQ201"], "two": []}),
        ("<!-- alignqa: ignore -->\n\n# one\n\ntwo\n", {"one": ["*"], "two": []}),
        (
            "<!-- alignqa: ignore AQ1, wrong-name: the house's own -->\none\n",
            {"one": ["AQ1+wrong-name"]},
        ),
        ("<!-- alignqa: ignore AQ1 AQ2 -- as agreed -->\none\n", {"one": ["AQ1+AQ2"]}),
        ("<!-- ALIGNQA : ignore AQ1 — as agreed -->\none\n", {"one": ["AQ1"]}),
        ("<!--\n  alignqa: ignore AQ1\n  alignqa: ignore AQ2\n-->\none\n", {"one": ["AQ1", "AQ2"]}),
        ("<!-- alignqa: ignore AQ1 -->\n<!-- other -->\none\n", {"one": ["AQ1"]}),
        ("one\n\n<!-- alignqa: ignore AQ1 -->\n- two\n- three\n\nfour\n",
         {"one": [], "two": ["AQ1"], "three": ["AQ1"], "four": []}),
        ("- one\n\n  <!-- alignqa: ignore AQ1 -->\n  two\n\n  three\n- four\n",
         {"one": [], "two": ["AQ1"], "three": [], "four": []}),
        ("<!-- alignqa: ignore AQ1 -->\n| a | b |\n|---|---|\n| c | d |\n\nlast\n",
         {"a": ["AQ1"], "b": ["AQ1"], "c": ["AQ1"], "d": ["AQ1"], "last": []}),
        ("| a | b |\n|---|---|\n| c | d <!-- alignqa: ignore AQ1 --> |\n",
         {"a": [], "b": [], "c": [], "d": ["AQ1"]}),
        ("one <!-- alignqa: ignore AQ1 -->\ngoes on\n\ntwo\n",
         {"one\ngoes on": ["AQ1"], "two": []}),
        ("<!-- alignqa: ignore-start AQ1 -->\none\n\n# two\n\n<!-- alignqa: ignore-end -->\nthree\n",
         {"one": ["AQ1"], "two": ["AQ1"], "three": []}),
        ("<!-- alignqa: ignore-start AQ1 -->\n<!-- alignqa: ignore-start AQ2 -->\none\n\n"
         "<!-- alignqa: ignore-end AQ1 -->\ntwo\n",
         {"one": ["AQ1", "AQ2"], "two": ["AQ2"]}),
        ("<!-- alignqa: ignore-start -->\n> one\n\n<p>two</p>\n",
         {"one": ["*"], "two": ["*"]}),
        ("<!-- alignqa: ignore AQ1 -->\n<div>\n<p>one</p>\n<p>two</p>\n</div>\n\nthree\n",
         {"one": ["AQ1"], "two": ["AQ1"], "three": []}),
        ("Write `<!-- alignqa: ignore AQ1 -->` above it.\n",
         {"Write `<!-- alignqa: ignore AQ1 -->` above it.": []}),
        ("```html\n<!-- alignqa: ignore-start -->\n```\n\none\n", {"one": []}),
    ],
)  # fmt: skip
def test_markdown(write: Write, text: str, expected: dict[str, list[str]]) -> None:
    assert silenced(write("a.md", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html><!-- alignqa: ignore AQ1 --><p>one</p><p>two</p>", {"one": ["AQ1"], "two": []}),
        ("<html><!-- alignqa: ignore AQ1 --><ul><li>one<li>two</ul><p>three",
         {"one": ["AQ1"], "two": ["AQ1"], "three": []}),
        ("<html><p>one <!-- alignqa: ignore AQ1 --><b>bold</b></p><p>two",
         {"one bold": ["AQ1"], "two": []}),
        ("<html><p><!-- alignqa: ignore AQ1 --><b>bold</b> one</p><p>two",
         {"bold one": ["AQ1"], "two": []}),
        ("<!-- alignqa: ignore-start AQ1 --><html><p>one</p><!-- alignqa: ignore-end --><p>two",
         {"one": ["AQ1"], "two": []}),
        ("<html><div><p>one</p><!-- alignqa: ignore AQ1 --></div><p>two", {"one": [], "two": []}),
        ('<html><!-- alignqa: ignore AQ1 --><p><img alt="one"> two', {"two": ["AQ1"], "one": ["AQ1"]}),
    ],
)  # fmt: skip
def test_html(write: Write, text: str, expected: dict[str, list[str]]) -> None:
    assert silenced(write("a.html", text)) == expected


def test_mdx(write: Write) -> None:
    text = "{/* alignqa: ignore AQ201: as agreed */}\none {/* alignqa: ignore AQ1 */}\n\n{/* x */}\ntwo\n"
    assert silenced(write("a.mdx", text)) == {"one": ["AQ201", "AQ1"], "two": []}


def test_an_admonition(write: Write) -> None:
    text = "!!! note\n\n    <!-- alignqa: ignore AQ1 -->\n    one\n\n    two\n"
    assert silenced(write("a.md", text)) == {"one": ["AQ1"], "two": []}


def test_subtitles(write: Write) -> None:
    cues = "WEBVTT\n\nNOTE alignqa: ignore AQ201\n\n"
    cues += "00:01.000 --> 00:02.000\none\n\n00:03.000 --> 00:04.000\ntwo\n\n"
    cues += "NOTE\nalignqa: ignore-start AQ1\n\n1\n00:05.000 --> 00:06.000\nthree\n"
    assert silenced(write("a.vtt", cues)) == {"one": ["AQ201"], "two": [], "three": ["AQ1"]}
    assert remarks(write("a.vtt", cues)) == []


def test_units_of_translators(write: Write) -> None:
    assert list(silenced(write("a.po", PO)).values()) == [["AQ201"], ["*"], []]
    assert list(silenced(write("a.xlf", XLIFF)).values()) == [["AQ201"], []]
    assert list(silenced(write("2.xlf", XLIFF_2)).values()) == [["AQ201"], ["AQ201"]]
    assert list(silenced(write("a.tmx", TMX)).values()) == [["AQ201"], []]


def test_a_comment_knows_its_line(write: Write) -> None:
    loaded = load(write("a.html", "<html>\n<!--\nfirst\nalignqa: ignore AQ1 -->\n<p>one"))
    assert isinstance(loaded, Blocks)
    assert [silence.line for silence in loaded.blocks[0].silences] == [4]
    loaded = load(write("a.md", "one\n\n<!--\nalignqa: ignore AQ1\n-->\ntwo\n"))
    assert isinstance(loaded, Blocks)
    assert [silence.line for silence in loaded.blocks[1].silences] == [4]


def test_a_comment_that_does_nothing_is_named(write: Write) -> None:
    path = write(
        "a.md",
        "<!-- alignqa: igore AQ1 -->\none\n\n<!-- alignqa: disable AQ1 -->\ntwo\n\n"
        "<!-- alignqa: ignore-end -->\nthree\n\n<!-- alignqa: ignore AQ1 -->\n",
    )
    assert remarks(path) == [
        ":1: a comment for alignqa says “igore”; did you mean ignore?",
        ":4: a comment for alignqa says “disable”; it can say ignore, ignore-start, ignore-end",
        ":7: ignore-end ends nothing that was begun",
        ":10: the comment silences nothing, since no passage belongs to it",
    ]
    assert remarks(write("a.po", PO)) == [
        ":13: a comment for alignqa says “ignore-start”; did you mean ignore?"
    ]
