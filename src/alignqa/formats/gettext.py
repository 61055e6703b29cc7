"""gettext PO: the messages of programs, and what po4a makes of documents.

Only what a program would show is judged: finished translations. Messages without one, fuzzy ones
and obsolete ones are left out. A comment, the translator's or the program's, may silence rules for
its message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats.localised import declared_language
from alignqa.formats.pairs import Row, bitext
from alignqa.formats.silencing import Silencing

if TYPE_CHECKING:
    import polib

NAME = "gettext PO"
SUFFIXES = (".po", ".pot")

_PLACE = re.compile(r"\(line (\d+)\)(?::\s*(.*))?")
# polib takes the last character of a line for its closing quotation mark, whatever it is.
_SOUND = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]++|\\.)*+"\s*)?'
)
_MESSAGE = re.compile(r'(?:#.*\n|[^\S\n]*\n)*+(?:msgctxt\s+"[^\n]*\n(?:"[^\n]*\n)*)?msgid\s+"')


def recognises(text: str) -> bool:
    """Comments, then a message."""
    return _MESSAGE.match(text[:20_000]) is not None


def read(text: str, path: Path) -> Bitext:
    """Its finished messages, in order. A message with plural forms is a pair for each form that
    both languages have: the last of the translation's goes with the plural.

    Raises:
        UnreadableFile: a syntax error.
        MissingLanguage: another language than English or Japanese, or nothing translated yet.
    """
    import polib

    for number, line in enumerate(text.split("\n"), start=1):
        if not _SOUND.fullmatch(line):
            raise UnreadableFile(
                f'{path}:{number} is not PO: give msgid or msgstr and a text between " and ".'
            )
    try:
        # polib opens what is the name of a file; a name has no line end.
        catalogue = polib.pofile("\n" + text + "\n")
    except OSError as error:
        found = _PLACE.search(str(error))
        where, reason = (f":{int(found[1]) - 1}", found[2]) if found else ("", None)
        raise UnreadableFile(
            f"{path}{where} is not PO: {reason or 'a line is neither a message nor a comment'}."
        ) from None
    code = " ".join(catalogue.metadata.get("Language", "").split())
    if code and declared_language(code) is None:
        raise MissingLanguage(
            f"{path} is a translation into “{code}”; alignqa judges English and Japanese."
        )
    silencing = Silencing(str(path), regions=False)
    rows = [row for entry in catalogue if not entry.obsolete for row in _rows(entry, silencing)]
    if not rows:
        count = sum(not entry.obsolete for entry in catalogue)
        raise MissingLanguage(
            f"{path} has no finished translation among its {count} messages; translate it first."
        )
    return bitext(rows, path, remarks=silencing.remarks())


def _rows(entry: polib.POEntry, silencing: Silencing) -> Iterator[Row]:
    if entry.fuzzy:
        return
    # A blank line was put before the file's first.
    line = entry.linenum - 1
    silences = silencing.of_unit([(entry.tcomment, line), (entry.comment, line)])
    extra = {"context": entry.msgctxt} if entry.msgctxt else {}
    if not entry.msgid_plural:
        if entry.msgstr:
            yield Row(entry.msgid, entry.msgstr, line, extra, silences)
        return
    forms = [form for _, form in sorted(entry.msgstr_plural.items())]
    if len(forms) > 1 and forms[0]:
        yield Row(entry.msgid, forms[0], line, extra, silences)
    if forms and forms[-1]:
        yield Row(entry.msgid_plural, forms[-1], line, extra, silences)
