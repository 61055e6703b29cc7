from __future__ import annotations

from pathlib import Path

import pytest

from alignqa.errors import SettingsError
from alignqa.files import Document, find_documents
from alignqa.settings.file_rule import file_rule, rule_of_option


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def names(documents: tuple[Document, ...], folder: Path) -> list[str]:
    return [":".join(p.relative_to(folder).as_posix() for p in d.paths) for d in documents]


def test_pairs_by_folder_with_what_is_missing_and_orphaned(folder: Path) -> None:
    write(folder, "docs/en/b.md", "docs/en/a/x.md", "docs/en/only.md", "docs/en/a.txt")
    write(folder, "docs/ja/b.md", "docs/ja/a/x.md", "docs/ja/alone.md", "docs/en/.git/h.md")
    found = find_documents([rule_of_option("docs/en/{path}.md:docs/ja/{path}.md", folder)])
    assert names(found.documents, folder) == [
        "docs/en/a/x.md:docs/ja/a/x.md",
        "docs/en/b.md:docs/ja/b.md",
    ]
    assert names(found.missing, folder) == ["docs/en/only.md:docs/ja/only.md"]
    assert names(found.orphans, folder) == ["docs/en/alone.md:docs/ja/alone.md"]


@pytest.mark.parametrize(
    ("rule", "there"),
    [
        ("{name}.en.txt:{name}.ja.txt", ["a.en.txt", "a.ja.txt"]),
        ("{name}.txt:{name}.ja.txt", ["a.txt", "a.ja.txt"]),
        ("{name}.en.txt:{name}.txt", ["a.en.txt", "a.txt"]),
        ("{name}/en.txt:{name}/ja.txt", ["a/en.txt", "a/ja.txt"]),
        ("one.txt:two.txt", ["one.txt", "two.txt"]),
        (".hidden/{path}.txt:{path}.ja", [".hidden/a/b.txt", "a/b.ja"]),
    ],
)
def test_pairs_by_name(folder: Path, rule: str, there: list[str]) -> None:
    write(folder, *there)
    found = find_documents([rule_of_option(rule, folder)])
    assert names(found.documents, folder) == [":".join(there)]
    assert not found.missing
    assert not found.orphans


def test_bilingual_files_are_found_by_wildcards(folder: Path) -> None:
    write(folder, "memory/b.tsv", "memory/a/c.tsv", "memory/x.txt", "memory/.d.tsv")
    found = find_documents([rule_of_option("memory/**/*.tsv", folder)])
    assert names(found.documents, folder) == ["memory/a/c.tsv", "memory/b.tsv"]


def test_a_literal_pair_may_lack_its_translation(folder: Path) -> None:
    write(folder, "en.txt")
    assert names(find_documents([rule_of_option("en.txt:ja.txt", folder)]).missing, folder) == [
        "en.txt:ja.txt"
    ]


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (["docs/{name}.rst:ja/{name}.rst"], ["“docs/{name}.rst”", "matches no file", "docs"]),
        (["{name}.en:nowhere/{name}.ja"], ["“nowhere/{name}.ja”", "matches no file"]),
        (["none.txt:a.ja"], ["“none.txt”", "is not there"]),
        (["{name}.en:{name}.ja", "*.ja"], ["a.ja", "claimed by two rules", "rule 0", "rule 1"]),
        (["en{name}:{name}en"], ["source and translation at once"]),
    ],
)
def test_what_cannot_be_meant(folder: Path, rules: list[str], words: list[str]) -> None:
    write(folder, "a.en", "a.ja", "en-en")
    made = [
        file_rule(*[*rule.split(":"), None][:2], folder, f"rule {n}")  # type: ignore[arg-type]
        for n, rule in enumerate(rules)
    ]
    with pytest.raises(SettingsError) as caught:
        find_documents(made)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_missing_translations_may_be_allowed(folder: Path) -> None:
    write(folder, "a.en")
    rule = rule_of_option("{name}.en:ja/{name}.ja", folder)
    assert names(find_documents([rule], allow_missing=True).missing, folder) == ["a.en:ja/a.ja"]


def test_only_what_files_and_folders_touch(folder: Path) -> None:
    write(folder, "en/a.md", "en/b/c.md", "ja/a.md", "ja/b/c.md", "ja/d.md")
    found = find_documents([rule_of_option("en/{path}.md:ja/{path}.md", folder)])
    touched = found.touching([Path("ja/b"), Path("en/d.md"), Path("nowhere")])
    assert names(touched.documents, folder) == ["en/b/c.md:ja/b/c.md"]
    assert names(touched.orphans, folder) == ["en/d.md:ja/d.md"]
