"""The kinds of the boxes that site generators draw around a text: a note, a warning.

:::warning, !!! warning, > [!WARNING], {{< warning >}}, <Warning>, <Aside type="warning">, and the
label of a paragraph: WARNING: in capitals.
"""

from __future__ import annotations

import re

_KINDS = (
    "note|tip|info|warning|danger|caution|important|hint|attention|error|success|helpful|critical"
)
_OPENING = re.compile(
    rf"""[ \t>]*(?::{{3,}}[ \t]*\{{?|(?:!!!|\?\?\?\+?)[ \t]+|\[!|\{{\{{[<%][ \t]*|<
    |<(?:aside|callout|admonition|alert)\s[^<>]*\btype=["'])(?P<kind>{_KINDS})\b(?!-)""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(rf"[ \t]*(?P<kind>{_KINDS.upper()}):[ \t]")
_FENCE = re.compile(r"[ \t>]*(?P<marks>`{3,}|~{3,})")
# So many lines below what opens a box its text begins at the latest.
FURTHEST = 3


def boxes(text: str) -> dict[int, str]:
    """The 1-based lines that open a box, each with its kind."""
    found = {}
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        marks = _FENCE.match(line)
        if marks and (not fence or marks["marks"].startswith(fence)):
            fence = "" if fence else marks["marks"]
        elif not fence and (opening := _OPENING.match(line) or _LABEL.match(line)):
            found[number] = opening["kind"].lower()
    return found
