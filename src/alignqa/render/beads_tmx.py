"""`--format tmx`: a translation memory, TMX 1.4b.

No document type is declared: it would name a file, which some readers look for beside the memory.
No date either, so that the same texts make the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from alignqa.bitext import Alignment, Unit
from alignqa.render import tool
from alignqa.render.beads_text import one_line, without_controls

BEADS_FORMAT = "tmx"

_SEGTYPES = {Unit.LINE: "block", Unit.PARAGRAPH: "paragraph", Unit.SENTENCE: "sentence"}
# What turns words round or ends lines where the file is merely looked at. A reference says the same.
_ACTS = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(alignment: Alignment, unit: Unit) -> str:
    """A unit for each bead with both sides; a note says how many others were left out."""
    return "".join(line + "\n" for line in _lines(alignment, unit))


def _lines(alignment: Alignment, unit: Unit) -> Iterator[str]:
    source_lang, target_lang = alignment.source_lang.value, alignment.source_lang.other.value
    attributes = {
        "creationtool": tool.NAME,
        "creationtoolversion": tool.version(),
        "segtype": _SEGTYPES[unit],
        "o-tmf": tool.NAME,
        "adminlang": "en",
        "srclang": source_lang,
        "datatype": "plaintext",
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield f"  <header {' '.join(f'{name}={quoteattr(of)}' for name, of in attributes.items())}>"
    if note := _left_out(alignment):
        yield f"    <note>{note}</note>"
    yield f'    <prop type="x-encoder">{_content(alignment.encoder)}</prop>'
    yield "  </header>"
    yield "  <body>"
    for bead in alignment.beads:
        if not (bead.source and bead.target):
            continue
        source = one_line(alignment.source[index] for index in bead.source)
        target = one_line(alignment.target[index] for index in bead.target)
        yield "    <tu>"
        yield f'      <prop type="x-similarity">{bead.similarity:.6f}</prop>'
        yield f'      <tuv xml:lang="{source_lang}"><seg>{_content(source)}</seg></tuv>'
        yield f'      <tuv xml:lang="{target_lang}"><seg>{_content(target)}</seg></tuv>'
        yield "    </tu>"
    yield "  </body>"
    yield "</tmx>"


def _left_out(alignment: Alignment) -> str | None:
    source = sum(not bead.target for bead in alignment.beads)
    target = sum(not bead.source for bead in alignment.beads)
    if not (source or target):
        return None
    return f"Left out, since nothing corresponds: {source} of the source, {target} of the target."


def _content(text: str) -> str:
    harmless = escape(without_controls(text))
    return _ACTS.sub(lambda match: f"&#x{ord(match.group()):X};", harmless)
