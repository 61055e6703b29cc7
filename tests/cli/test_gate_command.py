"""The command line of the gate, with a pipeline put in place of the real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

import pytest
from fake_pipeline import RULES, FakePipeline, report_on

import alignqa
from alignqa.cli import main
from alignqa.errors import NotTranslated, UnreadableFile
from alignqa.finding import Severity
from alignqa.report import Failure, Report, Score
from alignqa.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: FakePipeline) -> Path:
    """A working folder with two pairs of files, of which only the pair “bad” has findings."""
    monkeypatch.chdir(tmp_path)
    # What the pipeline in place of the real one answers changes from call to call.
    monkeypatch.setattr("alignqa.gate.remembering.key_of", lambda _: None)
    for name in ("en/bad.txt", "ja/bad.txt", "en/good.txt", "ja/good.txt", "both.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    pipeline.answer = answer()
    return tmp_path


def answer(severity: Severity = Severity.CRITICAL) -> Callable[..., Report]:
    def report(source: Path, target: Path | None, *_: Any) -> Report:
        made = report_on(str(target or source))
        pair = made.pairs[0]
        found = tuple(replace(finding, severity=severity) for finding in pair.findings)
        pair = replace(pair, findings=() if "good" in str(source) else found)
        return replace(made, pairs=(pair,))

    return report


@contextmanager
def closed_pipe() -> Iterator[TextIO]:
    """What writes into a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    with suppress(BrokenPipeError), os.fdopen(writer, "w") as pipe:
        yield pipe


PAIRS = ["--pair", "en/{name}.txt:ja/{name}.txt"]


def commit_all() -> None:
    """Makes the working folder a repository with one commit."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "1"]):
        subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.mark.usefixtures("folder")
def test_fails_with_a_line_and_a_command_for_each_breach(capsys: Any) -> None:
    assert main(["gate", *PAIRS]) == 1
    page, errors = capsys.readouterr()
    assert page.splitlines()[:2] == [
        "ja/bad.txt:3: AQ101 critical “Foreign Ministry” is rendered as 財務省. Expected: 外務省"
        "  (max-critical)",
        "    alignqa check en/bad.txt ja/bad.txt --select AQ101",
    ]
    assert page.splitlines()[-1] == "failed: 1 breach in 1 file"
    assert errors == ""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["en/good.txt", *PAIRS], 0),
        (["ja/bad.txt", *PAIRS], 1),
        (["en", *PAIRS], 1),
        (["both.txt"], 1),
        (["both.txt", "--exit-zero"], 0),
        (["both.txt", "--max-critical", "1"], 0),
        (["both.txt", "--max-critical", "1", "--min-score", "50"], 1),
        (["both.txt", "--max-critical", "1", "--min-pair-score", "40"], 0),
        (["both.txt", "--max-critical", "1", "--max-risk", "0.5"], 1),
        (["--pair", "en/{name}.txt:nowhere/{name}.txt", "--allow-missing"], 0),
        (["--pair", "en/{name}.txt:nowhere/{name}.txt"], 2),
        (["--pair", "{name}.txt:en/{name}.txt", "--allow-missing"], 0),
    ],
)
def test_statuses(arguments: list[str], status: int) -> None:
    assert main(["gate", *arguments]) == status


def test_missing_and_orphaned_counterparts_are_breaches(folder: Path, capsys: Any) -> None:
    (folder / "ja/bad.txt").rename(folder / "ja/new.txt")
    assert main(["gate", *PAIRS, "-f", "concise"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "en/bad.txt: the translation ja/bad.txt is missing (allow-missing)",
        "ja/new.txt: the source of this translation, en/new.txt, is missing (allow-missing)",
    ]
    assert main(["gate", *PAIRS, "--allow-missing"]) == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_page_that_is_still_in_the_language_of_its_source_is_a_missing_translation(
    pipeline: Any, capsys: Any, language: str
) -> None:
    def report(*_: Any) -> Report:
        raise NotTranslated("Both are in English.")

    pipeline.answer = report
    one = ["gate", "--pair", "en/good.txt:ja/good.txt", "--lang", language]
    told = {
        "en": "ja/good.txt is not translated: it is in the language of its source, en/good.txt",
        "ja": "ja/good.txtは未訳です。原文en/good.txtと同じ言語で書かれています",
    }[language]
    assert main(one) == 1
    page, errors = capsys.readouterr()
    assert page.splitlines()[0] == f"ja/good.txt: {told}  (allow-missing)"
    assert errors == ""
    assert main([*one, "-f", "json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["passed"], file["error"], file["figures"]) == (False, None, None)
    assert main([*one, "--allow-missing"]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_judged_is_2_and_the_others_are_judged(
    pipeline: Any, capsys: Any
) -> None:
    good = answer()

    def report(source: Path, *rest: Any) -> Report:
        if "good" in str(source):
            raise UnreadableFile("en/good.txt is binary;\x1b[2J give a text.")
        return good(source, *rest)

    pipeline.answer = report
    for more in ([], ["--exit-zero"]):
        assert main(["gate", *PAIRS, "-f", "json", *more]) == 2
        page, errors = capsys.readouterr()
        record = json.loads(page)
        assert [bool(file["error"]) for file in record["files"]] == [False, True]
        assert len(record["breaches"]) == 1
        assert errors == "error: en/good.txt is binary;␛[2J give a text.\n"


@pytest.mark.usefixtures("folder")
def test_a_failure_of_its_own_is_2_and_takes_no_other_file_with_it(
    pipeline: Any, capsys: Any
) -> None:
    good = answer()

    def report(source: Path, *rest: Any) -> Report:
        if "bad" in str(source):
            raise ZeroDivisionError("division by zero")
        return replace(good(source, *rest), failures=(Failure(RULES[1], 0, "KeyError: 1"),))

    pipeline.answer = report
    assert main(["gate", *PAIRS]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert "ZeroDivisionError" in errors[0]
    assert "incomplete: AQ102" in errors[1]


def test_options_and_configuration_reach_the_settings(folder: Path, pipeline: Any) -> None:
    (folder / "alignqa.toml").write_text(
        """
        ignore = ["AQ102"]
        [gate]
        jobs = 1
        [[files]]
        source = "en/{name}.txt"
        target = "ja/{name}.txt"
        [[overrides]]
        paths = ["ja/good.txt"]
        ignore = ["AQ201"]
        """
    )
    assert main(["gate", "--encoder", "e5"]) == 1
    assert [(str(s), str(t), settings) for s, t, settings in pipeline.asked] == [
        ("en/bad.txt", "ja/bad.txt", Settings("e5", ignore=frozenset({"AQ102"}))),
        ("en/good.txt", "ja/good.txt", Settings("e5", ignore=frozenset({"AQ201"}))),
    ]
    pipeline.asked.clear()
    assert main(["gate", "en/good.txt", "--ignore", "number"]) == 0
    assert [settings.ignore for _, _, settings in pipeline.asked] == [frozenset({"number"})]


@pytest.mark.usefixtures("folder")
def test_the_command_that_shows_a_breach_again_has_the_options(capsys: Any) -> None:
    Path("my terms.csv").write_text("en,ja\n")
    options = ["--glossary", "my terms.csv", "--encoder", "e5", "--no-config", "--no-cache"]
    assert main(["gate", "both.txt", *options]) == 1
    again = capsys.readouterr().out.splitlines()[1].strip()
    assert again == (
        "alignqa check both.txt --select AQ101 '--glossary=my terms.csv' --encoder=e5 --no-cache "
        "--no-config"
    )


@pytest.mark.usefixtures("folder")
def test_the_command_has_the_selection_where_the_whole_file_falls_short(
    capsys: Any,
) -> None:
    assert main(["gate", "both.txt", "--select", "AQ1,AQ2", "--min-score", "50"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "    alignqa check both.txt --select AQ101"
    assert lines[3] == "    alignqa check both.txt --select=AQ1,AQ2"


@pytest.mark.parametrize("command", ["check", "diff", "gate", "baseline"])
def test_severities_of_the_command_line_join_those_of_the_configuration(
    folder: Path, pipeline: Any, capsys: Any, command: str
) -> None:
    (folder / "alignqa.toml").write_text('severity = { AQ1 = "minor", AQ2 = "minor" }\n')
    assert main([command, "both.txt", "--severity", "AQ1=major, wrong-place=neutral"]) in (0, 1)
    assert pipeline.asked[-1][2].severities == (
        ("AQ1", Severity.MAJOR),
        ("AQ2", Severity.MINOR),
        ("wrong-place", Severity.NEUTRAL),
    )
    capsys.readouterr()
    for option, words in (
        ("AQ1", ["--severity “AQ1” is not RULE=LEVEL"]),
        ("AQ1=mayor", ["mayor", "did you mean major?"]),
        ("wrong-plase=minor", ["wrong-plase", "did you mean wrong-place?"]),
    ):
        assert main([command, "both.txt", "--severity", option]) == 2
        errors = capsys.readouterr().err
        assert all(word in errors for word in words), errors


@pytest.mark.usefixtures("folder")
def test_a_severity_is_part_of_the_command_that_shows_a_breach_again(
    capsys: Any,
) -> None:
    assert main(["gate", "both.txt", "--severity", "AQ101=critical"]) == 1
    again = capsys.readouterr().out.splitlines()[1].strip()
    assert again == "alignqa check both.txt --select AQ101 --severity=AQ101=critical"


@pytest.mark.parametrize("command", ["check", "diff", "align", "gate", "baseline"])
def test_help_has_every_option_once_and_in_its_group(command: str, capsys: Any) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLUMNS", "100")
        assert main([command, "--help"]) == 0
    page = capsys.readouterr().out
    options = [line.split()[1] for line in page.splitlines() if line.startswith("│ --")]
    assert len(options) == len(set(options))
    assert {"--encoder", "--config", "--no-cache", "--output"} <= set(options)
    assert ("--severity" in options) is (command != "align")
    assert "Configuration and run" in page


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["nothing to judge", "--pair"]),
        (["a.txt", "--max-critical", "-1"], ["--max-critical"]),
        (["a.txt", "--min-score", "101"], ["--min-score"]),
        (["a.txt", "--format", "jsno"], ["did you mean json?"]),
        (["a.txt", "--select", "AQ999"], ["AQ999"]),
        (["a.txt", "--baseline", "none.json"], ["none.json", "alignqa baseline"]),
        (["a.txt", "--config", "none.toml"], ["none.toml"]),
        (["a.txt", "--config", "none.toml", "--no-config"], ["--no-config"]),
        (["a.txt", "--jobs", "0"], ["--jobs"]),
        (["--pair", "{}.txt"], ["braces"]),
        (["a.txt", "--also", "sarif"], ["FORMAT:PATH"]),
        (["a.txt", "--also", "sarf:x"], ["did you mean sarif?"]),
        (["a.txt", "--also", "json:x", "-o", "x"], ["two reports"]),
        (["--pair", "*.txt:a"], ["has a *"]),
        (["--pair", "{name}.a:{name}.b:c"], ["same words in braces everywhere"]),
        (["--pair", "{name}.a:{name}.b:{name}.b"], ["the same files twice"]),
        (["--pair", "a:b:c:d"], ["is not SOURCE:TARGET"]),
        (["--pair", "a:"], ["is not SOURCE:TARGET"]),
        (["--pair", "*.rst"], ["*.rst", "matches no file"]),
        ([*PAIRS, "--pair", "ja/*.txt"], ["claimed by two rules"]),
        ([*PAIRS, "--changed-since", "main"], ["git", "not a git repository"]),
        ([*PAIRS, "--min-chrf", "50"], ["--min-chrf needs a reference", "ja/bad.txt"]),
        ([*PAIRS, "--reference", "both.txt"], ["both.txt", "several documents"]),
        ([*PAIRS, "--max-stale", "0"], ["--max-stale needs git"]),
        (["a.txt", "--max-risk", "nan"], ["--max-risk"]),
        (["a.txt", "--encoder", ""], ["--encoder"]),
        (["both.txt", "-o", "both.txt"], ["to be read"]),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_2(
    pipeline: Any,
    capsys: Any,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: list[str],
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    assert main(["gate", *arguments]) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert errors.startswith("error: ")
    assert errors.count("\n") == 1
    assert all(word in errors for word in words), errors
    assert pipeline.asked == []


def test_a_stale_translation_is_noted_and_fails_if_it_is_asked_for(
    folder: Path, capsys: Any
) -> None:
    commit_all()
    (folder / "en/good.txt").write_text("new")
    told = "ja/good.txt is older than the last change of its source, en/good.txt"
    assert main(["gate", "ja/good.txt", *PAIRS]) == 0
    assert f"note: {told}\n" in capsys.readouterr().out
    assert main(["gate", "ja/good.txt", *PAIRS, "--max-stale", "0", "-f", "concise"]) == 1
    assert capsys.readouterr().out == f"ja/good.txt: {told} (max-stale)\n"
    assert main(["gate", *PAIRS, "--changed-since", "HEAD"]) == 0
    assert "passed: 1 file" in capsys.readouterr().out
    assert main(["gate", *PAIRS, "--changed-since", "nowhere"]) == 2


@pytest.mark.parametrize("option", ["--glossary", "--reference"])
def test_what_a_changed_file_is_held_against_changed_too(
    folder: Path, pipeline: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    references: Any = ModuleType("alignqa.references")
    references.run = pipeline.run
    monkeypatch.setitem(sys.modules, "alignqa.references", references)
    monkeypatch.setattr(alignqa, "references", references, raising=False)
    (folder / "terms.csv").write_text("en,ja\ncat,猫\n", encoding="utf-8")
    commit_all()
    only = ["--pair", "en/good.txt:ja/good.txt", "--changed-since", "HEAD", option, "terms.csv"]
    assert main(["gate", *only]) == 0
    assert "passed: 0 files" in capsys.readouterr().out
    (folder / "terms.csv").write_text("en,ja\ncat,ネコ\n", encoding="utf-8")
    assert main(["gate", *only]) == 0
    assert "passed: 1 file" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("file", "status"), [("en/bad.txt", 1), ("en/good.txt", 0)])
def test_a_report_that_nobody_reads_leaves_the_verdict_as_it_is(
    file: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closed_pipe() as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["gate", file, *PAIRS]) == status


def test_help_that_nobody_reads_to_its_end_is_no_failed_gate() -> None:
    command = [sys.executable, "-m", "alignqa", "gate", "--help"]
    with closed_pipe() as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["gate", "missing.txt"], ["check", "missing.txt"], ["gat"]])
def test_an_error_that_cannot_be_told_is_2_all_the_same(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "alignqa", *command], stderr=full, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize("command", ["gate", "baseline", "config"])
def test_help_loads_nothing_heavy(command: str) -> None:
    code = (
        "import sys; from alignqa.cli import main; main([sys.argv[1], '--help']); "
        "print([name for name in ('numpy', 'sudachipy', 'alignqa.pipeline') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, command], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.endswith("[]\n")


@pytest.mark.usefixtures("folder")
def test_chrf_against_a_reference(
    pipeline: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    references: Any = ModuleType("alignqa.references")
    references.run = lambda *asked: replace(
        pipeline.run(*asked), reference=(Score("chrF2", 40.0, "v"),)
    )
    monkeypatch.setitem(sys.modules, "alignqa.references", references)
    monkeypatch.setattr(alignqa, "references", references, raising=False)
    asked = ["gate", "ja/good.txt", *PAIRS, "--reference", "both.txt", "-f", "concise"]
    assert main([*asked, "--min-chrf", "40"]) == 0
    assert main([*asked, "--min-chrf", "40.5"]) == 1
    assert capsys.readouterr().out == (
        "ja/good.txt: chrF against the reference is 40.0; at least 40.5 is asked for (min-chrf)\n"
    )
    assert {settings.reference for _, _, settings in pipeline.asked} == {Path("both.txt")}


def test_each_document_has_a_reference_of_its_own(
    folder: Path, pipeline: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    references: Any = ModuleType("alignqa.references")
    references.run = lambda *asked: replace(
        pipeline.run(*asked), reference=(Score("chrF2", 40.0, "v"),)
    )
    monkeypatch.setitem(sys.modules, "alignqa.references", references)
    monkeypatch.setattr(alignqa, "references", references, raising=False)
    pair = "en/{name}.txt:ja/{name}.txt:other/{name}.txt"
    assert main(["gate", "--pair", pair, "--min-chrf", "50", "--ignore", "AQ201"]) == 1
    assert [settings.reference.name for _, _, settings in pipeline.asked] == ["bad.txt", "good.txt"]
    assert (
        "    alignqa check en/good.txt ja/good.txt --ignore=AQ201 --reference=other/good.txt\n"
        in capsys.readouterr().out
    )
    (folder / "alignqa.toml").write_text(
        '[[files]]\nsource = "en/{name}.txt"\ntarget = "ja/{name}.txt"\nreference = "o/{name}"\n'
        '[[overrides]]\npaths = ["ja/bad.txt"]\nreference = "special.txt"\n'
    )
    pipeline.asked.clear()
    assert main(["gate"]) == 1
    assert [settings.reference.as_posix() for _, _, settings in pipeline.asked] == [
        "special.txt",
        "o/good",
    ]
    assert main(["config"]) == 0
    assert 'reference = "o/{name}" }' in capsys.readouterr().out


# The baseline -------------------------------------------------------------------------------------


def test_a_baseline_lets_pass_what_is_known(folder: Path, pipeline: Any, capsys: Any) -> None:
    assert main(["baseline", *PAIRS, "--reason", "agreed"]) == 0
    assert "1 known, 1 of them new, 0 forgotten" in capsys.readouterr().err
    kept = (folder / "alignqa-baseline.json").read_text(encoding="utf-8")
    assert '"path": "ja/bad.txt"' in kept
    assert '"reason": "agreed"' in kept
    known = ["--baseline", "alignqa-baseline.json"]
    assert main(["gate", *PAIRS, *known]) == 0

    (folder / "ja/bad.txt").rename(folder / "ja/renamed.txt")
    (folder / "en/bad.txt").rename(folder / "en/renamed.txt")
    assert main(["gate", *PAIRS, *known]) == 0
    assert "stale: ja/bad.txt" in capsys.readouterr().out

    (folder / "ja/renamed.txt").rename(folder / "ja/bad.txt")
    (folder / "en/renamed.txt").rename(folder / "en/bad.txt")
    pipeline.answer = lambda _, target, *__: replace(report_on(str(target)), pairs=())
    assert main(["gate", *PAIRS, *known]) == 0
    assert "fixed: ja/bad.txt" in capsys.readouterr().out
    assert main(["baseline", *PAIRS, "--prune"]) == 0
    assert "0 known, 0 of them new, 1 forgotten" in capsys.readouterr().err


def test_prune_adds_nothing_and_keeps_other_files(folder: Path) -> None:
    assert main(["baseline", "both.txt"]) == 0
    first = (folder / "alignqa-baseline.json").read_text()
    assert main(["baseline", *PAIRS, "--prune"]) == 0
    assert (folder / "alignqa-baseline.json").read_text() == first
    assert main(["baseline", *PAIRS]) == 0
    assert (folder / "alignqa-baseline.json").read_text().count("fingerprint") == 2


def test_a_baseline_elsewhere_names_files_from_its_own_folder(folder: Path) -> None:
    (folder / "qa").mkdir()
    assert main(["baseline", "both.txt", "-o", "qa/known.json"]) == 0
    assert '"path": "../both.txt"' in (folder / "qa/known.json").read_text()
    (folder / "alignqa.toml").write_text('gate.baseline = "qa/known.json"\n')
    assert main(["gate", "both.txt"]) == 0


def test_a_file_that_cannot_be_judged_leaves_the_baseline_as_it_was(
    folder: Path, pipeline: Any, capsys: Any
) -> None:
    assert main(["baseline", "both.txt"]) == 0
    first = (folder / "alignqa-baseline.json").read_bytes()

    def fail(*_: Any) -> Report:
        raise UnreadableFile("both.txt is binary.")

    pipeline.answer = fail
    capsys.readouterr()
    assert main(["baseline", "both.txt"]) == 2
    assert capsys.readouterr().err == "error: both.txt is binary. No baseline was written.\n"
    assert (folder / "alignqa-baseline.json").read_bytes() == first
    assert not list(folder.glob(".alignqa-*"))


# Output and configuration -------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_output_goes_to_the_file_alone(capsys: Any) -> None:
    assert main(["gate", "both.txt", "-f", "sarif", "-o", "report.sarif"]) == 1
    assert json.loads(Path("report.sarif").read_text(encoding="utf-8"))["runs"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["gate", "baseline"])
def test_what_was_read_is_not_overwritten(folder: Path, capsys: Any, command: str) -> None:
    assert main([command, *PAIRS, "-o", "ja/good.txt"]) == 2
    assert "ja/good.txt" in capsys.readouterr().err
    assert (folder / "ja/good.txt").read_text() == "ja/good.txt"


@pytest.mark.parametrize("command", ["check", "diff", "align", "gate", "baseline"])
@pytest.mark.parametrize("kept", ["alignqa.toml", "terms.csv", "other.txt"])
def test_what_a_configuration_names_is_not_overwritten_either(
    folder: Path, capsys: Any, command: str, kept: str
) -> None:
    told = 'glossary = ["terms.csv"]\nreference = "other.txt"\n'
    (folder / "alignqa.toml").write_text(told, encoding="utf-8")
    (folder / "terms.csv").write_text("en,ja\ncat,猫\n", encoding="utf-8")
    (folder / "other.txt").write_text("別の訳", encoding="utf-8")
    before = (folder / kept).read_bytes()
    assert main([command, "both.txt", "--output", kept]) == 2
    assert f"--output {kept} is a file to be read" in capsys.readouterr().err
    assert (folder / kept).read_bytes() == before


def test_a_report_does_not_take_the_place_of_the_baseline(folder: Path, capsys: Any) -> None:
    (folder / "alignqa.toml").write_text('[gate]\nbaseline = "known.json"\n', encoding="utf-8")
    assert main(["baseline", *PAIRS]) == 0
    before = (folder / "known.json").read_bytes()
    assert main(["gate", *PAIRS, "--also", "json:known.json"]) == 2
    assert "known.json is a file to be read" in capsys.readouterr().err
    assert (folder / "known.json").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_several_outputs_of_one_run(pipeline: Any, capsys: Any) -> None:
    also = ["--also", "sarif:a.sarif", "--also", "markdown:a.md"]
    assert main(["gate", "both.txt", "-f", "concise", *also]) == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"]
    assert Path("a.md").read_text(encoding="utf-8").startswith("## alignqa gate failed")
    assert len(pipeline.asked) == 1


def test_the_gate_in_japanese(folder: Path, capsys: Any) -> None:
    assert main(["gate", *PAIRS, "--lang", "ja"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "不合格：1ファイルに違反1件"
    (folder / "alignqa.toml").write_text('lang = "ja"\n')
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("ALIGNQA_LANG")
        assert main(["gate", "en/good.txt", *PAIRS]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "合格：1ファイル"
        assert main(["baseline", *PAIRS]) == 0
        assert "既知1件（うち新規1件）" in capsys.readouterr().err
        # Known by its words, a baseline's message is English for everybody.
        assert "is rendered as" in (folder / "alignqa-baseline.json").read_text(encoding="utf-8")
    assert main(["gate", *PAIRS, "--lang", "fr"]) == 2
    assert "there are en and ja" in capsys.readouterr().err


def test_other_outputs_may_be_configured(folder: Path, capsys: Any) -> None:
    (folder / "qa").mkdir()
    (folder / "qa/alignqa.toml").write_text('[gate.also]\nsarif = "a.sarif"\n')
    assert main(["gate", "both.txt", "--config", "qa/alignqa.toml", "--also", "json:b.json"]) == 1
    assert (folder / "qa/a.sarif").is_file()
    assert (folder / "b.json").is_file()
    assert main(["gate", "both.txt", "--also", "json:a", "--also", "json:b"]) == 2
    assert "json twice" in capsys.readouterr().err


def test_config_shows_what_is_in_force_and_where_it_came_from(folder: Path, capsys: Any) -> None:
    (folder / "alignqa.toml").write_text(
        'select = ["AQ1"]\n[gate]\nmax-major = 3\n[[overrides]]\npaths = ["ja"]\nselect = []\n'
    )
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = {line.split(" = ")[0]: line for line in lines}
    assert shown["select"].split() == ["select", "=", '["AQ1"]', "#", "alignqa.toml:1"]
    assert shown["gate.max-major"].endswith("# alignqa.toml:3")
    assert shown["gate.max-critical"].endswith("# default")
    assert any(line.startswith("# gate.max-minor is not set") for line in lines)
    assert main(["config", "ja/good.txt"]) == 0
    assert "select = [] " in capsys.readouterr().out
    assert main(["gate", "--max-major", "5", "--show-config"]) == 0
    page = capsys.readouterr().out
    assert "gate.max-major = 5 " in page
    assert "# command line" in page
    import tomllib

    assert tomllib.loads(page)["gate"]["max-major"] == 5


@pytest.mark.usefixtures("folder")
def test_a_rule_that_is_not_known_is_told_with_its_place(capsys: Any) -> None:
    for text, place in (
        ('ignore = ["AQ1O1"]\n', "alignqa.toml:1"),
        ('[severity]\nAQ1O1 = "minor"\n', "alignqa.toml:1"),
        ('[[overrides]]\npaths = ["nowhere"]\nselect = ["AQ1O1"]\n', "alignqa.toml:3"),
    ):
        Path("alignqa.toml").write_text(text)
        assert main(["gate", "both.txt"]) == 2
        errors = capsys.readouterr().err
        assert errors.startswith(f"error: {place}: no rule is called “AQ1O1”; did you mean AQ101?")


@pytest.mark.usefixtures("folder")
def test_config_prints_the_schema(capsys: Any) -> None:
    assert main(["config", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "alignqa"


def test_check_takes_its_settings_from_configuration_too(folder: Path, pipeline: Any) -> None:
    (folder / "pyproject.toml").write_text(
        '[tool.alignqa]\nignore = ["AQ102"]\ncheck.format = "json"\ncheck.output = "out.json"\n'
    )
    assert main(["check", "en/bad.txt", "ja/bad.txt"]) == 0
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["pairs"]
    assert main(["check", "both.txt", "--no-config"]) == 0
    assert main(["check", "both.txt", "--ignore", "AQ201"]) == 0
    assert [settings.ignore for _, _, settings in pipeline.asked] == [
        frozenset({"AQ102"}),
        frozenset(),
        frozenset({"AQ201"}),
    ]
