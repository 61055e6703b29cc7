from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignqa.cli.whole_file import refuse_unwritable, write_whole
from alignqa.errors import SettingsError


def test_writes_utf_8_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.txt", "外務省\n")
    assert (tmp_path / "report.txt").read_bytes() == "外務省\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("before")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(*(os, "fsync", fail) if call == "fsync" else (Path, "replace", fail))
    with pytest.raises(SettingsError if isinstance(error, OSError) else KeyboardInterrupt):
        write_whole(path, "after")
    assert path.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_keeps_the_mode_of_what_it_replaces_and_follows_links(tmp_path: Path) -> None:
    path, link = tmp_path / "report.txt", tmp_path / "link"
    path.write_text("before")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, "after")
    assert link.is_symlink()
    assert path.read_text() == "after"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced() -> None:
    before = Path(os.devnull).stat().st_ino
    refuse_unwritable(Path(os.devnull))
    write_whole(Path(os.devnull), "text")
    assert Path(os.devnull).stat().st_ino == before


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing/report.txt", "no folder"),
        ("file/report.txt", "no folder"),
        ("folder", "is a folder"),
    ],
)
def test_says_why_not_before_the_work(tmp_path: Path, path: str, words: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match=words):
        refuse_unwritable(tmp_path / path)


@pytest.mark.parametrize("path", ["missing/report.txt", "file/report.txt", "folder", "x" * 300])
def test_says_why_not(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match="cannot be written"):
        write_whole(tmp_path / path, "text")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_says_that_it_may_not(tmp_path: Path, closed: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text("before")
    (tmp_path if closed == "folder" else path).chmod(0o500)
    with pytest.raises(SettingsError, match="permission denied"):
        refuse_unwritable(path)
    tmp_path.chmod(0o700)
