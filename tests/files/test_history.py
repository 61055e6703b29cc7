"""With a real git; its time is set, so that no test waits."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from alignqa.errors import SettingsError
from alignqa.files import Document, History, NoHistory, find_documents, open_history
from alignqa.settings.file_rule import rule_of_option

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Repository:
    """A working tree whose commits are a minute apart."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._time = 1_700_000_000
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        date = {
            "GIT_COMMITTER_DATE": f"{self._time} +0000",
            "GIT_AUTHOR_DATE": f"{self._time} +0000",
        }
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(
            ["git", *name, *arguments],
            cwd=self.root,
            check=True,
            capture_output=True,
            env={**os.environ, **date},
        )

    def write(self, text: str, *names: str) -> None:
        for name in names:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")

    def commit(self, text: str, *names: str) -> None:
        self.write(text, *names)
        self._time += 60
        self.git("add", "-A")
        self.git("commit", "-q", "-m", text)

    def document(self, name: str) -> Document:
        return Document(self.root / "en" / name, self.root / "ja" / name)

    @property
    def history(self) -> History:
        history = open_history(self.root / "en")
        assert isinstance(history, History)
        return history


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return Repository(tmp_path)


def test_what_is_stale(repository: Repository) -> None:
    fresh, old, together = "fresh.md", "港 old.md", "together.md"
    repository.commit(
        "1", *(f"{lang}/{n}" for lang in ("en", "ja") for n in (fresh, old, together))
    )
    repository.commit("2", f"en/{old}", f"en/{fresh}", f"en/{together}", f"ja/{together}")
    repository.commit("3", f"ja/{fresh}", "other.txt")
    documents = [repository.document(name) for name in (fresh, old, together)]
    assert repository.history.stale(documents) == (repository.document(old),)


def test_what_is_not_committed_changed_just_now(repository: Repository) -> None:
    repository.commit("1", "en/a.md", "ja/a.md", "en/b.md", "ja/b.md")
    repository.write("2", "en/a.md", "en/b.md", "ja/b.md", "en/new.md", "ja/new.md")
    documents = [repository.document(name) for name in ("a.md", "b.md", "new.md")]
    assert repository.history.stale(documents) == (repository.document("a.md"),)


def test_what_git_does_not_know_is_not_stale(repository: Repository) -> None:
    repository.commit("1", "en/a.md", ".gitignore")
    repository.commit("/ja\n", ".gitignore")
    repository.write("1", "ja/a.md")
    assert repository.history.stale([repository.document("a.md")]) == ()
    assert repository.history.stale([Document(repository.root / "en/a.md")]) == ()


def test_changed_since_where_the_branch_left(repository: Repository) -> None:
    repository.commit("1", "en/a.md", "en/b.md", "en/c.md", "en/gone.md")
    repository.git("checkout", "-q", "-b", "work")
    (repository.root / "en/gone.md").unlink()
    repository.commit("2", "en/a.md")
    repository.git("checkout", "-q", "main")
    repository.commit("3", "en/c.md")
    repository.git("checkout", "-q", "work")
    repository.write("4", "en/b.md", "en/untracked.md")
    changed = repository.history.changed_since("main")
    assert {path.relative_to(repository.root).as_posix() for path in changed} == {
        "en/a.md", "en/b.md", "en/gone.md", "en/untracked.md",
    }  # fmt: skip


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD:en/a.md", ""])
def test_a_commit_that_is_none(repository: Repository, ref: str) -> None:
    repository.commit("1", "en/a.md")
    with pytest.raises(SettingsError, match="git knows no commit"):
        repository.history.changed_since(ref)
    assert not (repository.root / "x").exists()


def test_no_common_ancestor(repository: Repository) -> None:
    repository.commit("1", "en/a.md")
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit("2", "en/a.md")
    with pytest.raises(SettingsError, match="no common ancestor"):
        repository.history.changed_since("main")


def test_a_folder_that_git_does_not_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "not a git repository" in getattr(open_history(tmp_path), "reason", "")
    monkeypatch.setenv("PATH", "")
    assert open_history(tmp_path) == NoHistory("it is not installed")


def test_a_history_that_is_cut_off_does_not_tell(repository: Repository, tmp_path: Path) -> None:
    repository.commit("1", "en/a.md")
    repository.commit("2", "en/a.md")
    assert repository.history.whole() == repository.history
    repository.git("clone", "-q", "--depth=1", tmp_path.as_uri(), "clone")
    history = open_history(tmp_path / "clone")
    assert isinstance(history, History)
    with pytest.raises(SettingsError, match="fetch-depth"):
        history.whole()


def test_links_on_the_way_do_not_hide_a_change(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "site", target_is_directory=True)
    repository.commit("1", "site/en/a.md", "site/ja/a.md", "site/en/b.md", "site/ja/b.md")
    repository.write("2", "site/en/b.md")
    history = open_history(tmp_path / "link")
    assert isinstance(history, History)
    rule = rule_of_option("en/{path}.md:ja/{path}.md", tmp_path / "link")
    found = find_documents([rule])
    changed = [tmp_path / "link/en/b.md"]
    touched = found.touching(sorted(history.changed_since("HEAD")))
    assert [document.source for document in touched.documents] == changed
    assert [document.source for document in history.stale(found.documents)] == changed


def test_a_translation_that_is_a_link_changes_with_what_it_leads_to(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit("1", "en/a.md", "shared/a.md")
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja/a.md").symlink_to("../shared/a.md")
    repository.commit("2", "other.md")
    found = find_documents([rule_of_option("en/{path}.md:ja/{path}.md", tmp_path)])
    assert not found.touching(sorted(repository.history.changed_since("HEAD"))).documents
    repository.write("3", "shared/a.md")
    assert found.touching(sorted(repository.history.changed_since("HEAD"))).documents


def test_a_work_tree_of_its_own_and_a_module(repository: Repository, tmp_path: Path) -> None:
    repository.commit("1", "en/a.md", "ja/a.md")
    repository.git("worktree", "add", "-q", "--detach", "apart")
    (tmp_path / "apart/en/a.md").write_text("2", encoding="utf-8")
    history = open_history(tmp_path / "apart/en")
    assert isinstance(history, History)
    assert history.root == tmp_path / "apart"
    assert history.changed_since("main") == {tmp_path / "apart/en/a.md"}


def test_before_the_first_commit_everything_is_new(repository: Repository) -> None:
    repository.write("1", "en/a.md", "ja/a.md")
    assert repository.history.changed_since("HEAD") == {
        repository.root / "en/a.md",
        repository.root / "ja/a.md",
    }
    with pytest.raises(SettingsError, match="git knows no commit"):
        repository.history.changed_since("main")
