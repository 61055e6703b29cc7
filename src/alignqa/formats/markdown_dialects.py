"""What site generators add to Markdown, made plain CommonMark line by line.

MkDocs and pymdownx, Docusaurus and MDX, VitePress, Hugo, Jekyll and kramdown, MyST, pandoc: an
admonition's text is indented or stands in a fence, and CommonMark would take it for code; what only
the generator reads would be taken for text. Every line keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# {{< note >}}, {{% notice %}}, {% include x %}, {* x *}, {/* x */}, :::, ///, {: .note}, [TOC],
# <!-- … -->, --8<-- "file", <<< @/file, (label)=, *[HTML]: an abbreviation, import x from 'y'
_DIRECTIVE = re.compile(
    r"""[ \t]*(?:\{\{[<%].*[%>]\}\}|\{%.*%\}|\{/?\*.*\*/?\}|(?::{3,}|/{3,}).*|<!--(?!\s*alignqa\s*:).*-->|\{:.*\}
    |\[\[?_?toc_?\]\]?|-{2,}8<-{2,}.*|<<<[ ]@.*|\([\w-]+\)=|\*\[[^\]]+\]:.*
    |\+{3}|import\s(?:[^'"]+\sfrom\s)?\s*['"][^'"]+['"];?|\[(?:comment|//)\]:\s*\#.*)[ \t]*""",
    re.VERBOSE | re.IGNORECASE,
)
# What MDX has in place of <!-- alignqa: … -->.
_OWN_COMMENT = re.compile(
    r"(?P<indent>[ \t]*)\{/\*\s*(?P<said>alignqa\s*:.*?)\s*\*/\}[ \t]*", re.IGNORECASE
)
# <Tabs>, </TabItem>, <Badge type="tip" />
_COMPONENT = re.compile(r"[ \t]*</?(?:[A-Z][\w.]*(?:\s[^<>]*)?/?)?>[ \t]*")
# Outside of MDX, too, where HTML would have its name in small letters or in capitals; one that says
# something is read as HTML is.
_SURE_COMPONENT = re.compile(
    r"[ \t]*</?[A-Z]\w*[a-z][\w.]*(?:\s(?![^<>]*\b(?:alt|title)=)[^<>]*)?/?>[ \t]*"
)
# <docs-code path="x.ts" />: an element of the site's own on a line of its own, below a paragraph, too.
_CUSTOM_ELEMENT = re.compile(
    r"(?:[ \t]*</?[a-z]\w*-[\w-]*(?:\s(?![^<>]*\b(?:alt|title)=)[^<>]*)?/?>)+[ \t]*"
)
# !!! note "Title", ??? tip, === "Tab": what is indented below belongs to it.
_INDENTING = re.compile(
    r'[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?(?=[ \t]+"))'
    r'(?:[ \t]+"(?P<title>.*)")?[ \t]*'
)
_PROSE = (
    "note|tip|info|warning|danger|caution|important|hint|attention|error|success|seealso|question"
    "|example|details|admonition|topic|dropdown|card|tab-item|todo|quote|abstract|failure|bug"
)
# :::note Title, ::: warning, :::{tip} Title, :::info[Title], /// note | Title
_TITLED = re.compile(
    rf"[ \t]*(?::{{3,}}|/{{3,}})[ \t]*\{{?(?:{_PROSE})\}}?[ \t]*+"
    r"(?:\[(?P<bracketed>[^\[\]]+)\]|\|?(?P<title>[^{}\[\]|]++))(?:\{[^{}]*\})?",
    re.IGNORECASE,
)
# {{< note >}}, {{% /alert %}}: what stands between may stand on the same line.
_SHORTCODE = re.compile(
    rf"[ \t]*\{{\{{[<%][ \t]*(?:(?:{_PROSE}|alert|callout|notice|pageinfo|expand)\b[^{{}}]*|/[\w-]+[ \t]*)[>%]\}}\}}",
    re.IGNORECASE,
)
_FENCE = re.compile(r"[ \t>]*(?P<marks>`{3,}+|~{3,}+)[ \t]*+(?P<info>[^`]*)")
_PROSE_FENCE = re.compile(rf"\{{(?:{_PROSE})\}}[ \t]*(?P<title>.*)", re.IGNORECASE)
_FENCE_OPTION = re.compile(r"[ \t]*:[\w-]+:.*")
_FOOTNOTE = re.compile(r"(?P<indent>[ \t]*)\[\^[^\]\s]+\]:[ \t]*(?P<text>.*)")
_DEFINITION = re.compile(r"(?P<indent> {0,3}):[ \t]{1,3}(?P<text>\S.*)")
# A title of an alert has no commas and no end, and is short.
_SENTENCE = re.compile(r"[,、。!?！？]|\.$|.{41}")
# > [!NOTE] Title
_ALERT = re.compile(r"(?P<quote>[ \t]*>[ \t>]*)\[!\w+\][+-]?[ \t]*(?P<title>.*)")


@dataclass(frozen=True, slots=True)
class _Skipped:
    """What holds no text: its first line, and its last, which is there and not beyond a paragraph
    unless it may be; without one it is the rest of the paragraph."""

    begins: re.Pattern[str]
    ends: re.Pattern[str] | None
    holds_blank_lines: bool = False


_SKIPPED = (
    _Skipped(re.compile(r"[ \t>]*\$\$(?!.*\$\$)"), re.compile(r".*\$\$")),
    _Skipped(re.compile(r"[ \t]*\\\[[ \t]*$"), re.compile(r"[ \t]*\\\]")),
    _Skipped(re.compile(r"[ \t]*\{/\*(?!.*\*/)"), re.compile(r".*\*/\}"), True),
    _Skipped(
        re.compile(r"[ \t]*\{\{[<%][ \t]*(?:highlight|mermaid|math|katex)\b"),
        re.compile(r"[ \t]*\{\{[<%][ \t]*/"),
        True,
    ),
    _Skipped(
        re.compile(
            r"[ \t]*\{%-?[ \t]*(?:highlight|mermaid|codeblock|comment)\b(?!.*\{%-?[ \t]*end)"
        ),
        re.compile(r".*\{%-?[ \t]*end(?:highlight|mermaid|codeblock|comment)\b"),
        True,
    ),
    _Skipped(re.compile(r"export\s+(?:const|default|function|let|async|class)\b"), None),
)
_FORMULA = re.compile(r"[ \t>]*\$\$.*\$\$[ \t]*+(?:\([\w-]+\)|\{[^{}]*\})?")
# So many lines at most are skipped.
_LONGEST = 200


@dataclass(slots=True)
class _Around:
    """What the lines read so far have opened."""

    is_mdx: bool
    indents: list[int] = field(default_factory=list)
    code: str = ""
    prose: list[str] = field(default_factory=list)
    at_options: bool = False


def in_commonmark(text: str, *, is_mdx: bool = False) -> str:
    """The text with what generators add made plain: as many lines, each in its place.

    In MDX, what stands between the tags of a component is Markdown, blank lines around it or not.
    """
    lines = text.split("\n")
    found: list[str] = []
    around = _Around(is_mdx)
    while len(found) < len(lines):
        line = lines[len(found)]
        end = None if around.code else _end_of_skipped(lines, len(found))
        if end is not None:
            found += [""] * (end - len(found))
        elif line.strip():
            found.append(_plain(line, around))
        else:
            found.append(line)
    return "\n".join(found)


def _end_of_skipped(lines: list[str], first: int) -> int | None:
    """Where the text goes on after what holds none; `None` where it does."""
    for kind in _SKIPPED:
        if not kind.begins.match(lines[first]):
            continue
        for place in range(first + 1, min(first + _LONGEST, len(lines))):
            if kind.ends is not None and kind.ends.match(lines[place]):
                return place + 1
            if not lines[place].strip() and not kind.holds_blank_lines:
                return place if kind.ends is None else None
    return None


def _plain(line: str, around: _Around) -> str:
    """A line that is not blank."""
    line = _outdented(line, around)
    bare = line.rstrip(" \t")
    fence = _FENCE.fullmatch(bare)
    if around.code:
        if fence and fence["marks"].startswith(around.code) and not fence["info"].strip():
            around.code = ""
        return line
    if fence:
        return _fenced(line, fence, around)
    if around.at_options and _FENCE_OPTION.fullmatch(bare):
        return ""
    around.at_options = False
    for pattern in (_INDENTING, _TITLED):
        if opening := pattern.fullmatch(bare):
            return _opened(line, opening, around)
    if "{{" in bare:
        line, bare = _SHORTCODE.sub("", line), _SHORTCODE.sub("", bare)
    if own := _OWN_COMMENT.fullmatch(bare):
        return f"{own['indent']}<!-- {own['said']} -->"
    if _DIRECTIVE.fullmatch(bare) or _FORMULA.fullmatch(bare):
        return ""
    if (_COMPONENT if around.is_mdx else _SURE_COMPONENT).fullmatch(bare):
        return ""
    if "-" in bare and _CUSTOM_ELEMENT.fullmatch(bare):
        return ""
    if alert := _ALERT.fullmatch(bare):
        title = alert["title"]
        return alert["quote"] + (title if _SENTENCE.search(title) else _heading(title))
    if item := _FOOTNOTE.fullmatch(bare) or _DEFINITION.fullmatch(bare):
        return f"{item['indent']}- {item['text']}"
    return line


def _outdented(line: str, around: _Around) -> str:
    """The line as it would stand outside of what it is indented for."""
    indent = _width(line)
    while around.indents and indent < around.indents[-1]:
        around.indents.pop()
        around.code = ""
    excess = 4 * len(around.indents)
    return " " * (indent - excess) + line.lstrip(" \t") if excess else line


def _fenced(line: str, fence: re.Match[str], around: _Around) -> str:
    """A line that begins a block of code, or a block of text that looks like one, or ends that."""
    if around.prose and fence["marks"].startswith(around.prose[-1]) and not fence["info"].strip():
        around.prose.pop()
        return ""
    if opening := _PROSE_FENCE.fullmatch(fence["info"]):
        around.prose.append(fence["marks"])
        around.at_options = True
        return _heading(opening["title"])
    around.code = fence["marks"]
    return line


def _opened(line: str, opening: re.Match[str], around: _Around) -> str:
    groups = opening.groupdict()
    if opening.re is _INDENTING:
        around.indents.append(_width(line) + 4 * len(around.indents) + 4)
    title = (groups.get("bracketed") or groups["title"] or "").strip()
    return " " * _width(line) + _heading(title)


def _heading(title: str) -> str:
    return f"##### {title.strip()}" if title.strip() else ""


def _width(line: str) -> int:
    """The columns before the first character."""
    return len((line[: len(line) - len(line.lstrip(" \t"))]).expandtabs(4))
