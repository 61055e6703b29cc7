"""What `alignqa convert` writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from alignqa.bitext import Bitext
from alignqa.render.bitext import tmx as bitext_tmx
from alignqa.render.bitext import tsv as bitext_tsv
from alignqa.render.bitext import xliff as bitext_xliff

# By the name of the format: the text of the file for pairs, with a line end at its end.
BITEXT_OUTPUTS: Mapping[str, Callable[[Bitext], str]] = MappingProxyType(
    {"tsv": bitext_tsv.render, "tmx": bitext_tmx.render, "xliff": bitext_xliff.render}
)
# The names by which such files end.
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".tsv": "tsv", ".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff"}
)
