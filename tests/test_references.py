"""`--reference`: files of every shape, and whose figures are whose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignqa import references
from alignqa.cli import main
from alignqa.errors import InputError
from alignqa.settings import Settings

ENGLISH = [
    "The harbour master closed the old lock on Friday, and twelve ships waited until dawn.",
    "Nobody was hurt, but the ferry to the island did not leave before noon.",
    "The town council will decide in March whether the lock is to be repaired.",
]
JAPANESE = [
    "港長は金曜日に古い水門を閉め、12隻の船が夜明けまで待った。",
    "けが人はなかったが、島への連絡船は正午まで出なかった。",
    "町議会は水門を修理するかどうかを3月に決める。",
]
OTHER = [
    "金曜日、港長が古い水門を閉鎖し、船12隻は明け方まで待たされた。",
    "負傷者はいなかったものの、島行きのフェリーは正午まで出航しなかった。",
    "水門を修理するかどうかは、町議会が3月に決定する。",
]


def write(path: Path, paragraphs: list[str]) -> Path:
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    pairs = "".join(f"{en}\t{ja}\n" for en, ja in zip(ENGLISH, JAPANESE, strict=True))
    (tmp_path / "pairs.tsv").write_text(f"en\tja\n{pairs}", encoding="utf-8")
    (tmp_path / "lines.txt").write_text("".join(f"{ja}\n" for ja in OTHER), encoding="utf-8")
    return {
        "both": write(tmp_path / "both.txt", ENGLISH + JAPANESE),
        "english": write(tmp_path / "en.txt", ENGLISH),
        "japanese": write(tmp_path / "ja.txt", JAPANESE),
        "other": write(tmp_path / "other.txt", OTHER),
        "other_both": write(tmp_path / "other_both.txt", ENGLISH + OTHER),
        "pairs": tmp_path / "pairs.tsv",
        "lines": tmp_path / "lines.txt",
    }


@pytest.mark.parametrize(
    ("file", "target", "reference"),
    [
        ("english", "japanese", "other"),
        ("both", None, "other_both"),
        ("both", None, "other"),
        ("pairs", None, "lines"),
    ],
)
def test_every_pair_has_its_figures(
    files: dict[str, Path], file: str, target: str | None, reference: str
) -> None:
    settings = Settings(reference=files[reference])
    report = references.run(files[file], files[target] if target else None, settings)
    assert {score.name for score in report.reference} >= {"chrF2", "TER"}
    assert 20 < report.reference[0].value < 80
    whole = [pair for pair in report.pairs if pair.is_whole]
    assert len(whole) == 3
    assert all(0 < pair.reference[0].value < 100 for pair in whole)


def test_a_translation_against_itself(files: dict[str, Path]) -> None:
    settings = Settings(reference=files["japanese"])
    report = references.run(files["english"], files["japanese"], settings)
    assert report.reference[0].value == pytest.approx(100)


def test_a_reference_in_the_source_language(files: dict[str, Path]) -> None:
    with pytest.raises(InputError, match="English"):
        references.run(files["both"], None, Settings(reference=files["english"]))


def test_the_command_line(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(files["english"]), str(files["japanese"])]
    assert main(["check", *arguments, "--reference", str(files["other"]), "-f", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["document"]["reference"][0]["name"] == "chrF2"
    assert record["pairs"][0]["reference"][0]["signature"]
