"""Every command and every example of the README outside “In CI”, as it is printed.

(`tests/test_recipes.py` runs those inside it, and `.ci/run` the two that install.)
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

import alignqa
from alignqa.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTSIDE_CI = re.sub(r"\n## In CI\n.*?(?=\n## )", "\n", README, flags=re.DOTALL)
# A line of its own, and what the README says of it after some blanks.
COMMANDS = re.findall(r"^    (alignqa .*?)(?: {3,}.*)?$", OUTSIDE_CI, re.MULTILINE)
# These need a model that is to be downloaded.
NOT_HERE = ("--encoder intfloat/",)

ENGLISH = "# The ferry\n\nThe ferry leaves the island at nine every morning.\n"
JAPANESE = "# フェリー\n\nフェリーは毎朝9時に島を出る。\n"
TMX = """\
<tmx version="1.4"><header srclang="en"/><body><tu>
<tuv xml:lang="en"><seg>Good morning.</seg></tuv><tuv xml:lang="ja"><seg>おはよう。</seg></tuv>
</tu></body></tmx>
"""
PO = 'msgid ""\nmsgstr "Language: ja\\n"\n\nmsgid "Good morning."\nmsgstr "おはよう。"\n'


def block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", OUTSIDE_CI, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with every file that the README speaks of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    texts = {
        "article.txt": f"{ENGLISH}\n{JAPANESE}",
        "memory.tmx": TMX,
        "messages.po": PO,
        "terms.csv": block("csv"),
    }
    texts |= dict.fromkeys(("article.en.txt", "en.txt", "guide.en.md", "docs/en/guide.md"), ENGLISH)
    texts |= dict.fromkeys(
        ("article.ja.txt", "ja.txt", "guide.ja.md", "docs/ja/guide.md"), JAPANESE
    )
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_there_are_commands_of_each_kind() -> None:
    assert {command.split()[1] for command in COMMANDS} == {"check", "align", "convert"}
    assert len(COMMANDS) >= 8


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [c for c in COMMANDS if not any(no in c for no in NOT_HERE)])
def test_a_command_runs_as_printed(command: str, capsys: Any) -> None:
    assert main(shlex.split(command)[1:]) == 0, capsys.readouterr().err
    if "--output" not in command:
        assert capsys.readouterr().out


def test_python_runs_as_printed(folder: Path, capsys: Any) -> None:
    shutil.copytree(ROOT / "corpora", folder / "corpora")
    exec(block("python"), {})
    assert re.search(r"^\d+ AQ\d+ ", capsys.readouterr().out)


def test_the_comment_silences_what_it_says(folder: Path) -> None:
    example = block("md")
    comment, rendering = example.split("\n", 1)
    english = "The ferry left the harbour on Friday with 12 cars on board.\n"
    (folder / "a.md").write_text(english, encoding="utf-8")
    (folder / "b.md").write_text(rendering, encoding="utf-8")
    found = [f.rule.code for _, f in alignqa.check("a.md", "b.md").findings()]
    assert found == re.findall(r"AQ\d+", comment)
    (folder / "b.md").write_text(example, encoding="utf-8")
    report = alignqa.check("a.md", "b.md")
    assert not list(report.findings())
    assert not report.remarks


def test_every_command_and_option_that_is_named_is_there(capsys: Any) -> None:
    helps = ""
    for command in ("check", "diff", "gate", "baseline", "align", "convert", "rule", "config"):
        assert main([command, "--help"]) == 0
        helps += capsys.readouterr().out
    # Those of other programs, pip and a benchmark.
    others = {"--quiet", "--editable", "--half", "--lines"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", README)) - others
    assert {option for option in named if option not in helps} == set()
