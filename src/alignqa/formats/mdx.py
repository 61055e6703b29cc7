"""MDX made the Markdown that it holds: what stands between tags of JSX is Markdown there, however
far it is indented, and a tag may take several lines. Every line keeps its number, but a paragraph
with a component on a line of its own inside moves to its first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTAINER = "div|section|article|main|aside|header|footer|nav|figure|center"
# Of components and of elements that only hold others.
_NAME = rf"(?:[A-Z][\w.]*|(?:{_CONTAINER})\b)"


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag over several lines: its first, and its last, which an arrow of a function is not."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]


_LONE = _Tag(re.compile(rf"[ \t]*<{_NAME}(?:\s[^<>]*)?"), re.compile(r".*(?<![=-])>[ \t]*$"))
_BROKEN = _Tag(re.compile(r".*<[A-Za-z][\w.-]*(?:\s[^<>]*)?"), re.compile(r".*(?<![=-])>"))
_CONTAINER_TAGS = re.compile(rf"(?:[ \t]*</?(?:{_CONTAINER})(?:\s[^<>]*)?>)+[ \t]*")
_ALONE = re.compile(r"[ \t]*<(?:/[A-Z][\w.]*|[A-Z][\w.]*(?:\s[^<>]*)?/)>[ \t]*")
# What goes on in the middle of a sentence.
_GOES_ON = re.compile(r"[ \t]*[a-zぁ-んァ-ヶ一-龯々、。，．,.;:)」』]")
_FENCE = re.compile(r"[ \t]*(?P<marks>`{3,}+|~{3,}+)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")
_BLOCK = re.compile(r"[ \t]*(?:[-*+#>|]|\d{1,3}[.)][ \t])")
_JAPANESE = re.compile(r"[^\x00-\x7f]")
# More lines than this are no tag.
_LONGEST_TAG = 60
# Columns from which a line would be a block of code in Markdown.
_CODE_INDENT = 4


def in_markdown(text: str) -> str:
    """The text with tags of several lines left out, what they hold at the margin, and as many
    lines as before."""
    lines = _at_margin(text.split("\n"))
    found: list[str] = []
    fence = ""
    while (place := len(found)) < len(lines):
        line = lines[place]
        fence = _fence_after(line, fence)
        if fence or not line.strip():
            found.append(line)
        elif (tag_end := _end_of_tag(lines, place, _LONE)) is not None:
            found += [""] * (tag_end - place)
        elif _CONTAINER_TAGS.fullmatch(line):
            found.append("")
        elif (place == 0 or not lines[place - 1].strip()) and (end := _end_of_one(lines, place)):
            found += [_joined(lines[place:end]), *[""] * (end - place - 1)]
        else:
            found.append(line)
    return "\n".join(found)


def _fence_after(line: str, fence: str) -> str:
    """The marks of the block of code that is open below a line; none where none is."""
    marks = _FENCE.match(line)
    if not marks:
        return fence
    if not fence:
        return marks["marks"]
    return "" if marks["marks"].startswith(fence) else fence


def _at_margin(lines: list[str]) -> list[str]:
    """The lines without the indent that components give them; lists keep theirs among themselves."""
    found = []
    margin, fence, in_list = 0, "", False
    for line in lines:
        if not line.strip():
            found.append(line)
            continue
        indent = len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(4))
        if not fence:
            is_item = _ITEM.match(line) is not None
            if not in_list or indent < margin or (indent == margin and not is_item):
                margin = indent if indent >= _CODE_INDENT else 0
                in_list = is_item
        fence = _fence_after(line, fence)
        outside = min(indent, margin)
        found.append(" " * (indent - outside) + line.lstrip(" \t") if outside else line)
    return found


def _end_of_tag(lines: list[str], first: int, kind: _Tag) -> int | None:
    """The line below a tag that takes several lines; `None` where none begins."""
    if not kind.begins.fullmatch(lines[first]):
        return None
    for place in range(first + 1, min(first + _LONGEST_TAG, len(lines))):
        if not lines[place].strip():
            return None
        if kind.ends.match(lines[place]):
            return place + 1
    return None


def _end_of_one(lines: list[str], first: int) -> int | None:
    """The line below a paragraph that has a component on a line of its own inside a sentence, or a
    tag over several; `None` where it has none."""
    end = first
    is_one = False
    while end < len(lines) and lines[end].strip():
        if _BLOCK.match(lines[end]) or _FENCE.match(lines[end]):
            return None
        if tag_end := _end_of_tag(lines, end, _BROKEN):
            is_one, end = True, tag_end
            continue
        if end + 1 < len(lines) and _ALONE.fullmatch(lines[end]) and _GOES_ON.match(lines[end + 1]):
            closes = lines[end].lstrip().startswith("</")
            is_one |= closes or (end > first and not lines[end - 1].rstrip().endswith(">"))
        end += 1
    return end if is_one else None


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph in one, without a blank between letters of Japanese."""
    text = lines[0].rstrip()
    for line in (line.strip() for line in lines[1:]):
        touches = text[-1:] == ">" or line[:1] == "<"
        is_japanese = _JAPANESE.match(text[-1:]) or _JAPANESE.match(line[:1])
        text += line if is_japanese and (touches or _JAPANESE.match(line[:1])) else f" {line}"
    return text
