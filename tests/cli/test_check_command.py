from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_pipeline import RULES, report_on
from rich.cells import cell_len

from alignqa.cli import main
from alignqa.cli.progress import Progress
from alignqa.errors import UnreadableFile
from alignqa.report import DocumentedRule, Failure
from alignqa.settings import Settings

HEAVY = (
    "numpy",
    "sudachipy",
    "model2vec",
    "tokenizers",
    "torch",
    "alignqa.pipeline",
    "http.client",
)


@pytest.mark.usefixtures("pipeline")
def test_reports_and_exits_0_whatever_it_found(capsys: Any) -> None:
    assert main(["check", "article.txt"]) == 0
    page, errors = capsys.readouterr()
    assert page.startswith("article.txt · English → Japanese")
    assert "The ⟦Foreign Ministry⟧ spoke." in page
    assert "expected 外務省" in page
    assert "\x1b" not in page
    assert errors == ""


def test_hands_on_files_and_settings(pipeline: Any) -> None:
    options = ["--select", "AQ1,number", "--select", "aq2", "--ignore", "AQ102", "--encoder", "e5"]
    options += ["--glossary", "one.csv", "--glossary", "two.tbx"]
    assert main(["check", "a.txt", "b.txt", *options, "--no-progress"]) == 0
    assert pipeline.asked == [
        (
            Path("a.txt"),
            Path("b.txt"),
            Settings(
                "e5",
                frozenset({"AQ1", "number", "aq2"}),
                frozenset({"AQ102"}),
                glossaries=(Path("one.csv"), Path("two.tbx")),
                jobs=None,
            ),
        )
    ]


def test_how_many_processes(pipeline: Any, tmp_path: Path) -> None:
    config = tmp_path / "alignqa.toml"
    config.write_text("check.jobs = 3\n", encoding="utf-8")
    for options, wanted in (([], 3), (["--jobs", "2"], 2), (["--no-config"], None)):
        given = options if "--no-config" in options else ["--config", str(config), *options]
        assert main(["check", "a.txt", "b.txt", *given]) == 0
        assert pipeline.asked.pop()[2].jobs == wanted
    assert main(["check", "a.txt", "--jobs", "0"]) == 2


@pytest.mark.usefixtures("pipeline")
def test_json_and_jsonl(capsys: Any) -> None:
    assert main(["check", "a.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema_version"] == 1
    assert main(["check", "a.txt", "-f", "jsonl"]) == 0
    kinds = [json.loads(line)["type"] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["pair", "summary"]


@pytest.mark.usefixtures("pipeline")
def test_statistics(capsys: Any) -> None:
    assert main(["check", "a.txt", "--statistics"]) == 0
    assert capsys.readouterr().out.split() == ["1", "AQ101", "wrong-office", "1", "critical"]


def test_explain(capsys: Any, pipeline: Any) -> None:
    rules = tuple(DocumentedRule(rule, f"About {rule.name}.") for rule in RULES)
    pipeline.answer = lambda source, *_: replace(report_on(str(source)), rules=rules)
    assert main(["check", "a.txt", "--explain"]) == 0
    page = capsys.readouterr().out
    assert page.index("expected 外務省") < page.index("About wrong-office.")
    assert "About wrong-place." not in page


def test_nothing_is_explained_behind_what_a_program_reads(
    capsys: Any, pipeline: Any, tmp_path: Path
) -> None:
    rules = tuple(DocumentedRule(rule, f"About {rule.name}.") for rule in RULES)
    pipeline.answer = lambda source, *_: replace(report_on(str(source)), rules=rules)
    assert main(["check", "a.txt", "--explain", "-f", "json"]) == 2
    page, errors = capsys.readouterr()
    assert (page, "--output" in errors) == ("", True)
    config = tmp_path / "alignqa.toml"
    config.write_text("check.explain = true\n", encoding="utf-8")
    assert main(["check", "a.txt", "--config", str(config), "-f", "json"]) == 0
    json.loads(capsys.readouterr().out)
    output = tmp_path / "report.json"
    assert main(["check", "a.txt", "--explain", "-f", "json", "-o", str(output)]) == 0
    assert "About wrong-office." in capsys.readouterr().out
    assert "About wrong-office." not in output.read_text(encoding="utf-8")


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("0", 100), ("wide", 100), ("", 100)])
def test_a_pipe_is_as_wide_as_columns_says(
    pipeline: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    pipeline.answer = lambda *_: _long_report()
    assert main(["check", "a.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert width - 3 <= max(map(cell_len, lines)) <= width


def _long_report() -> Any:
    report = report_on()
    pair = report.pairs[0]
    target = replace(pair.target, text="財務省が語った。" * 8)
    return replace(report, pairs=(replace(pair, target=target),))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], ["FILE", "alignqa check --help"]),
        (["chek", "a"], ["chek", "Did you mean"]),
        (["check", "a", "b", "c"], ["(c)"]),
        (["check", "a", "--format", "jsno"], ["“jsno”", "did you mean json?", "terminal"]),
        (["check", "a", "--format", "xml"], ["“xml”", "jsonl"]),
        (["check", "a", "--select", "AQ111"], ["“AQ111”", "did you mean AQ101?"]),
        (["check", "a", "--ignore", "wrong-ofice"], ["did you mean wrong-office?"]),
        (["check", "a", "--select", "zzz"], ["“zzz”", "alignqa rule"]),
        (["check", "a", "--select", "AQ1", "--ignore", "AQ1"], ["leave no rule"]),
        (["check", "a", "--output", "nowhere/report.txt"], ["no folder nowhere"]),
        (["check", "a", "--output", "."], ["is a folder"]),
        (["check", "a", "--nonsense"], ["--nonsense"]),
        (["check", "a", "b", "c\x1b[31m\u202e"], ["extra"]),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(
    pipeline: Any, capsys: Any, arguments: list[str], words: list[str]
) -> None:
    assert main(arguments) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert errors.startswith("error: ")
    assert errors.count("\n") == 1
    assert all(word in errors for word in words), errors
    assert not set("\x1b\u202e") & set(errors)
    assert pipeline.asked == []


def test_an_input_error_is_told_without_traceback(pipeline: Any, capsys: Any) -> None:
    def fail(*_: Any) -> Any:
        raise UnreadableFile("evil\x1b]0;x\x07\udcff.txt is not there;\ncheck its name.")

    pipeline.answer = fail
    assert main(["check", "a.txt"]) == 2
    assert capsys.readouterr().err == (
        "error: evil␛]0;x␇<U+DCFF>.txt is not there; check its name.\n"
    )


def test_a_failure_of_its_own_is_told_without_traceback(
    pipeline: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise ZeroDivisionError("division by zero")

    pipeline.answer = fail
    assert main(["check", "a.txt"]) == 2
    errors = capsys.readouterr().err
    assert "ZeroDivisionError" in errors
    assert errors.count("\n") == 1
    monkeypatch.setenv("ALIGNQA_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "a.txt"])


def test_an_interrupt_is_quiet(pipeline: Any, capsys: Any) -> None:
    def interrupt(*_: Any) -> Any:
        raise KeyboardInterrupt

    pipeline.answer = interrupt
    assert main(["check", "a.txt"]) == 130
    assert capsys.readouterr() == ("", "")


# --output -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pipeline")
def test_output_goes_to_the_file_alone(capsys: Any, tmp_path: Path) -> None:
    output = tmp_path / "report.json"
    assert main(["check", "a.txt", "-f", "json", "-o", str(output)]) == 0
    assert json.loads(output.read_text(encoding="utf-8"))["pairs"]
    assert capsys.readouterr() == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.usefixtures("pipeline")
def test_a_page_in_a_file_has_no_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    output = tmp_path / "report.txt"
    assert main(["check", "a.txt", "-o", str(output)]) == 0
    assert "⟦財務省⟧" in output.read_text(encoding="utf-8")


def test_a_failed_run_leaves_the_file_as_it_was(pipeline: Any, tmp_path: Path) -> None:
    output = tmp_path / "report.json"
    output.write_text("before")

    def fail(*_: Any) -> Any:
        raise UnreadableFile("no.")

    pipeline.answer = fail
    assert main(["check", "a.txt", "-o", str(output)]) == 2
    assert output.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.usefixtures("pipeline")
def test_the_checked_file_is_not_overwritten(capsys: Any, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("text")
    (tmp_path / "link").symlink_to(article)
    assert main(["check", str(article), "-o", str(tmp_path / "link")]) == 2
    assert "to be read" in capsys.readouterr().err
    assert article.read_text() == "text"


def test_a_report_that_lacks_something_says_so_and_is_written_all_the_same(
    capsys: Any, pipeline: Any
) -> None:
    failures = (Failure(RULES[1], 0, "KeyError: 1"), Failure(RULES[1], 3, "KeyError: 2"))
    pipeline.answer = lambda source, *_: replace(report_on(str(source)), failures=failures)
    assert main(["check", "a.txt", "-f", "json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["failures"][0] == {"rule": "AQ102", "pair": 0, "error": "KeyError: 1"}
    assert err.startswith(
        "error: The report is incomplete: AQ102 wrong-place failed on pair 0 (KeyError: 1), and 1"
        " more like it."
    )


# The process --------------------------------------------------------------------------------------


def run_python(code: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        **options,
    )


def test_help_loads_nothing_heavy() -> None:
    done = run_python(
        f"""
        import sys
        from alignqa.cli import main
        assert main(["check", "--help"]) == 0
        assert main(["--version"]) == 0
        print([name for name in {HEAVY} if name in sys.modules])
        """,
        capture_output=True,
    )
    assert done.stderr == ""
    assert "Examples" in done.stdout
    assert done.stdout.endswith("[]\n")


_WITH_A_LONG_REPORT = f"""
    import sys, types
    sys.path.insert(0, {str(Path(__file__).parent)!r})
    from dataclasses import replace
    import alignqa
    from fake_pipeline import report_on
    report = report_on()
    report = replace(report, pairs=report.pairs * 5000)
    registry = types.ModuleType("alignqa.checks.registry")
    registry.all_checks = lambda: ()
    sys.modules["alignqa.checks.registry"] = registry
    fake = types.ModuleType("alignqa.pipeline")
    fake.run = lambda *_: report
    sys.modules["alignqa.pipeline"] = alignqa.pipeline = fake
    from alignqa.cli import main
    sys.exit(main(["check", "a.txt", "-f", "jsonl"]))
    """


def test_a_reader_that_leaves_early_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WITH_A_LONG_REPORT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 0
    assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = run_python(_WITH_A_LONG_REPORT, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith("error: Standard output cannot be written: ")
    assert done.stderr.count("\n") == 1


def test_json_is_utf_8_whatever_the_locale() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run_python(_WITH_A_LONG_REPORT, capture_output=True, env=environment)
    assert done.returncode == 0
    assert "外務省" in done.stdout


def test_python_m_alignqa() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alignqa", "--version"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith("alignqa ")


# The bar ------------------------------------------------------------------------------------------


class Terminal:
    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("patience", "enabled", "shown"), [(0.0, True, True), (60.0, True, False), (0.0, False, False)]
)
def test_a_bar_appears_on_a_terminal_once_patience_is_over(
    monkeypatch: pytest.MonkeyPatch, patience: float, enabled: bool, shown: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with Progress(enabled=enabled, patience=patience) as bar:
        bar.advance("encoding", 1, 4)
        deadline = time.monotonic() + 20
        while shown and "encoding" not in terminal.written and time.monotonic() < deadline:
            time.sleep(0.01)
    assert ("encoding" in terminal.written) is shown
