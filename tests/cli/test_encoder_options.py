"""How the command line says which encoder is to be used, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alignqa.cli import main
from alignqa.settings import Settings


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        ([], Settings()),
        (["--encoder", "e5"], Settings(encoder="e5", cache=True)),
        (["--encoder", "e5", "--no-cache"], Settings(encoder="e5", cache=False)),
        (["--encoder", "e5", "--batch-size", "8"], Settings(encoder="e5", batch_size=8)),
        (["--encoder", "e5", "--device", "cuda:1"], Settings(encoder="e5", device="cuda:1")),
        (["--batch-size=1", "--device=cpu"], Settings(batch_size=1, device="cpu")),
    ],
)
def test_options_reach_the_settings(pipeline: Any, options: list[str], settings: Settings) -> None:
    assert main(["check", "a.txt", *options]) == 0
    assert [asked for _, _, asked in pipeline.asked] == [replace(settings, jobs=None)]


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5", ""])
def test_a_batch_size_that_is_none(pipeline: Any, capsys: Any, number: str) -> None:
    assert main(["check", "a.txt", "--batch-size", number]) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert "--batch-size" in errors
    assert errors.count("\n") == 1
    assert pipeline.asked == []
