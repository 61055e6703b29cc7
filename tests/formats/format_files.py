"""Files of a test, and what was read from them."""

from __future__ import annotations

from pathlib import Path

from alignqa.bitext import Bitext, Blocks
from alignqa.formats import load


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pairs(path: Path) -> list[tuple[str, str]]:
    bitext = load(path)
    assert isinstance(bitext, Bitext)
    assert bitext.paired
    return [(s.text, t.text) for s, t in zip(bitext.source, bitext.target, strict=True)]


def bitext_of(path: Path) -> Bitext:
    bitext = load(path)
    assert isinstance(bitext, Bitext)
    return bitext


def blocks(path: Path) -> list[tuple[int | None, str, str]]:
    loaded = load(path)
    assert isinstance(loaded, Blocks)
    assert loaded.path == str(path)
    return [(block.line, block.part.value, block.text) for block in loaded.blocks]
