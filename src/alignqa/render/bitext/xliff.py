"""`alignqa convert --format xliff`: XLIFF 1.2, the version that most tools read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.render.xml_text import attribute, content

FORMAT = "xliff"
SUFFIXES = (".xlf", ".xliff")


def render(bitext: Bitext) -> str:
    """A unit a pair; one whose translation is empty has no target."""
    return "".join(line + "\n" for line in _lines(bitext))


def _lines(bitext: Bitext) -> Iterator[str]:
    path = next((segment.path for segment in bitext.source if segment.path), None)
    attributes = {
        "original": Path(path).name if path else "text",
        "source-language": bitext.source_lang.value,
        "target-language": bitext.target_lang.value,
        "datatype": "plaintext",
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    yield f"  <file {' '.join(f'{name}={attribute(of)}' for name, of in attributes.items())}>"
    yield "    <body>"
    for number, (source, target) in enumerate(
        zip(bitext.source, bitext.target, strict=True), start=1
    ):
        yield f'      <trans-unit id="{number}" xml:space="preserve">'
        yield f"        <source>{content(source.text)}</source>"
        if not target.is_empty:
            yield f'        <target state="translated">{content(target.text)}</target>'
        yield "      </trans-unit>"
    yield "    </body>"
    yield "  </file>"
    yield "</xliff>"
