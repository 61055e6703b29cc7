from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.errors import SettingsError
from alignqa.settings.file_rule import rule_of_option
from alignqa.settings.pattern import path_pattern

ROOT = Path("/a place/{a}*") if os.name == "posix" else Path("C:/place")


@pytest.mark.parametrize(
    ("pattern", "path", "words"),
    [
        ("docs/en/{path}.md", "docs/en/a.md", {"path": "a"}),
        ("docs/en/{path}.md", "docs/en/a/b.md", {"path": "a/b"}),
        ("docs/en/{path}.md", "docs/ja/a.md", None),
        ("./docs//{name}.md", "docs/a.md", {"name": "a"}),
        ("../{name}.md", "../a.md", {"name": "a"}),
        ("{name}.en.txt", "a.en.txt", {"name": "a"}),
        ("{name}.en.txt", "b/a.en.txt", None),
        ("{name}.en.txt", "aXen.txt", None),
        ("{name}/{name}.txt", "a/a.txt", {"name": "a"}),
        ("{name}/{name}.txt", "a/b.txt", None),
        ("**/*.tsv", "a.tsv", {}),
        ("**/*.tsv", "a/b/c.tsv", {}),
        ("*.tsv", "a/b.tsv", None),
        ("a?.tsv", "ab.tsv", {}),
        ("記事/{name}.txt", "記事/港.txt", {"name": "港"}),
        ("a\n*", "a\nb", {}),
    ],
)
def test_matches(pattern: str, path: str, words: dict[str, str] | None) -> None:
    made = path_pattern(pattern, ROOT)
    assert made.match(Path(os.path.normpath(ROOT / path))) == words
    if words and not made.has_wildcards:
        assert made.fill(words) == Path(os.path.normpath(ROOT / path))


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("docs/en/{path}.md", "docs/en"), ("docs/e*/a.md", "docs"), ("{a}.txt", "."), ("a/b", "a")],
)
def test_the_folder_that_holds_everything(pattern: str, folder: str) -> None:
    assert path_pattern(pattern, ROOT).folder == Path(os.path.normpath(ROOT / folder))


def test_covers_what_is_in_a_folder() -> None:
    assert path_pattern("docs/legal", ROOT).covers(ROOT / "docs/legal/a/b.md")
    assert not path_pattern("docs/legal", ROOT).covers(ROOT / "docs/legally.md")


@pytest.mark.parametrize("pattern", ["a{}b", "{a", "a}", "{a-b}", "{1}", "{a{b}}"])
def test_refuses_wrong_braces(pattern: str) -> None:
    with pytest.raises(SettingsError, match="braces"):
        path_pattern(pattern, ROOT)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("a:b:c:d", "SOURCE:TARGET"),
        ("a::c", "SOURCE:TARGET"),
        ("a:", "SOURCE:TARGET"),
        (":b", "SOURCE:TARGET"),
        ("", "SOURCE:TARGET"),
        ("*.md:b", r"has a \*"),
        ("{a}:{b}", "same words"),
        ("{a}:{a}", "same files"),
    ],
)
def test_refuses_an_option(option: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        rule_of_option(option, ROOT)


def test_a_drive_is_no_side() -> None:
    rule = rule_of_option("C:\\en\\{a}.txt:D:/ja/{a}.txt", ROOT)
    assert str(rule.target) == "D:/ja/{a}.txt"
    assert rule_of_option("*.tsv", ROOT).target is None


@given(st.text(st.characters(exclude_characters="/{}\0\\", exclude_categories=["Cs"]), min_size=1))
def test_what_is_filled_in_is_found_again(word: str) -> None:
    pattern = path_pattern("en/{name}.md", ROOT)
    assert pattern.match(pattern.fill({"name": word})) == {"name": word}
