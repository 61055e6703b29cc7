from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fake_pipeline import FakePipeline

from alignqa.bitext import Alignment, Bead, Unit
from alignqa.cli import main
from alignqa.errors import EncoderError, MissingLanguage
from alignqa.settings import Settings
from alignqa.text import Lang, Segment


class FakeAligner:
    """Remembers what it was asked, and answers with an alignment or raises what it was told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Path | None, Unit, Settings]] = []
        self.error: BaseException | None = None

    def align_files(
        self,
        source: Path,
        target: Path | None,
        unit: Unit,
        settings: Settings,
        progress: Any = None,
    ) -> Alignment:
        self.asked.append((source, target, unit, settings))
        progress("encoding", 1, 2)
        if self.error is not None:
            raise self.error
        english = Segment("The boats stayed.", Lang.ENGLISH, 1, "a.txt")
        japanese = Segment("船は港に残った。", Lang.JAPANESE, 1, "b.txt")
        beads = (Bead((0,), (0,), 0.75),)
        return Alignment((english,), (japanese,), beads, Lang.ENGLISH, "words-1", unit)


@pytest.fixture
def aligner(pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch) -> FakeAligner:
    fake = FakeAligner()
    monkeypatch.setattr(pipeline, "align_files", fake.align_files, raising=False)
    return fake


def test_hands_on_files_unit_and_settings(aligner: FakeAligner) -> None:
    options = ["--unit", "sentence", "--encoder", "e5", "--no-progress"]
    assert main(["align", "a.txt", "b.txt", *options]) == 0
    assert main(["align", "both.txt"]) == 0
    assert aligner.asked == [
        (Path("a.txt"), Path("b.txt"), Unit.SENTENCE, Settings(encoder="e5")),
        (Path("both.txt"), None, Unit.PARAGRAPH, Settings()),
    ]


@pytest.mark.usefixtures("aligner")
def test_a_page_in_a_pipe_is_plain(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert main(["align", "a.txt", "b.txt", "-u", "line"]) == 0
    assert capsys.readouterr().out == (
        "a.txt → b.txt\n"
        "1 English line → 1 Japanese line · 1 pair\n"
        "\n"
        "0.75  1-1\n"
        "  en │ 1  The boats stayed.\n"
        "  ja │ 1  船は港に残った。\n"
        "\n"
        "similarity by words-1\n"
    )


@pytest.mark.usefixtures("aligner")
def test_json_tsv_and_tmx(capsys: Any) -> None:
    assert main(["align", "a.txt", "b.txt", "--unit", "line", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    bead = {"source": [0], "target": [0], "similarity": 0.75, "moved": False}
    assert record["beads"] == [bead]
    assert (record["unit"], record["encoder"]) == ("line", "words-1")
    assert main(["align", "a.txt", "b.txt", "-f", "tsv"]) == 0
    assert capsys.readouterr().out == "source\ttarget\nThe boats stayed.\t船は港に残った。\n"
    assert main(["align", "a.txt", "b.txt", "-f", "tmx"]) == 0
    assert "<seg>船は港に残った。</seg>" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["align"], ["SOURCE", "alignqa align --help"]),
        (["align", "a", "b", "c"], ["(c)"]),
        (["align", "a", "b", "--unit", "sentense"], ["“sentense”", "did you mean sentence?"]),
        (["align", "a", "b", "--unit", "word"], ["No unit", "line, paragraph, sentence"]),
        (["align", "a", "b", "--unit", ""], ["No unit"]),
        (["align", "a", "b", "--format", "TMX"], ["“TMX”", "did you mean tmx?"]),
        (["align", "a", "b", "--format", "jsonl"], ["did you mean json?", "terminal"]),
        (["align", "a", "b", "--output", "nowhere/beads.tsv"], ["no folder nowhere"]),
        (["align", "a", "b", "--output", "."], ["is a folder"]),
        (["align", "a", "b", "--select", "AQ1"], ["--select"]),
        (["align", "a", "b", "--unit", "\x1b[31m\u202e"], ["No unit"]),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(
    aligner: FakeAligner, capsys: Any, arguments: list[str], words: list[str]
) -> None:
    assert main(arguments) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert errors.startswith("error: ")
    assert errors.count("\n") == 1
    assert all(word in errors for word in words), errors
    assert not set("\x1b\u202e") & set(errors)
    assert aligner.asked == []


@pytest.mark.parametrize(
    "error", [MissingLanguage("a.txt is English."), EncoderError("No such model.")]
)
def test_what_cannot_be_aligned_is_one_sentence_and_leaves_the_file(
    aligner: FakeAligner, capsys: Any, tmp_path: Path, error: Exception
) -> None:
    output = tmp_path / "beads.tmx"
    output.write_text("before")
    aligner.error = error
    assert main(["align", "a.txt", "b.txt", "-f", "tmx", "-o", str(output)]) == 2
    assert capsys.readouterr() == ("", f"error: {error}\n")
    assert output.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["beads.tmx"]


@pytest.mark.usefixtures("aligner")
@pytest.mark.parametrize("format_name", ["terminal", "json", "tsv", "tmx"])
def test_output_goes_to_the_file_alone(
    capsys: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    output = tmp_path / "beads"
    assert main(["align", "a.txt", "b.txt", "-f", format_name, "-o", str(output)]) == 0
    written = output.read_bytes().decode("utf-8")
    assert "船は港に残った。" in written
    assert "\x1b" not in written
    assert capsys.readouterr() == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["beads"]


def test_neither_text_is_overwritten(aligner: FakeAligner, capsys: Any, tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (source, target):
        path.write_text("text")
        assert main(["align", str(source), str(target), "-o", str(path)]) == 2
        assert "to be read" in capsys.readouterr().err
        assert path.read_text() == "text"
    assert aligner.asked == []
