from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.gate.command import command
from alignqa.render.inert import inert

NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)


def test_what_needs_no_escape_is_quoted_as_ever() -> None:
    assert command(["alignqa", "check", "a b.md", "訳.md"]) == "alignqa check 'a b.md' '訳.md'"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("new\nline", r"$'new\x0aline'"),
        ("it's\x1b[31m", r"$'it\'s\x1b[31m'"),
        ("back\\slash\u202e", r"$'back\\slash\xe2\x80\xae'"),
        ("latin\udcff", r"$'latin\xff'"),
    ],
)
def test_what_a_terminal_obeys_is_escaped(name: str, written: str) -> None:
    assert command([name]) == written


@given(st.lists(NAMES, max_size=3))
def test_nothing_acts(names: list[str]) -> None:
    assert inert(command(names)) == command(names)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_a_shell_reads_what_was_meant() -> None:
    names = ["new\nline", "it's\x1b[31m", "back\\slash\u202e", "$(touch x)", "`a`", "-x", "", "港"]
    script = f"printf '%s\\0' {command(names)}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().split("\0")[:-1] == names
