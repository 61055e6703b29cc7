"""Translation memories, TMX 1.4b.

No document type is declared: it would name a file, which some readers look for beside the memory.
No date either, so that the same texts make the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from alignqa.render import tool
from alignqa.render.xml_text import attribute, content
from alignqa.text import Lang


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A unit of a memory: both texts, and its properties by their types."""

    source: str
    target: str
    properties: Mapping[str, str]


def tmx_file(
    units: Iterable[TmxUnit],
    source_lang: Lang,
    segtype: str,
    note: str | None = None,
    properties: Mapping[str, str] | None = None,
) -> str:
    """The memory, with a note and properties in its header."""
    lines = _lines(units, source_lang, segtype, note, properties or {})
    return "".join(line + "\n" for line in lines)


def _lines(
    units: Iterable[TmxUnit],
    source_lang: Lang,
    segtype: str,
    note: str | None,
    properties: Mapping[str, str],
) -> Iterator[str]:
    attributes = {
        "creationtool": tool.NAME,
        "creationtoolversion": tool.version(),
        "segtype": segtype,
        "o-tmf": tool.NAME,
        "adminlang": "en",
        "srclang": source_lang.value,
        "datatype": "plaintext",
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield f"  <header {' '.join(f'{name}={attribute(of)}' for name, of in attributes.items())}>"
    if note:
        yield f"    <note>{content(note)}</note>"
    yield from _properties(properties, "    ")
    yield "  </header>"
    yield "  <body>"
    for unit in units:
        yield "    <tu>"
        yield from _properties(unit.properties, "      ")
        for lang, text in ((source_lang, unit.source), (source_lang.other, unit.target)):
            yield f'      <tuv xml:lang="{lang.value}"><seg>{content(text)}</seg></tuv>'
        yield "    </tu>"
    yield "  </body>"
    yield "</tmx>"


def _properties(properties: Mapping[str, str], indent: str) -> Iterator[str]:
    for name, value in properties.items():
        yield f"{indent}<prop type={attribute(name)}>{content(value)}</prop>"
