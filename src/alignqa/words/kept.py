"""What of a text may be kept as it is in a translation: mark-up, addresses, code; and what stands
in parentheses or quotation marks."""

from __future__ import annotations

import re

# What may be kept as it is, wherever it stands: mark-up, addresses, paths, identifiers,
# placeholders, hashtags, command-line options, code between backticks.
KEPT = re.compile(
    r"""
    `[^`\n]*`
  | </?[A-Za-z][^<>\n]*>
  | \b(?:https?|ftp|file|mailto)\b:[^\s、。）」]+
  | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|jp|io|gov|edu)\b[^\s、。）」]*
  | [#@＃][\w.]+
  | %\(?\w*\)?[sdifgx] | \$?\{\w*\} | \$\w+
  | (?<!\w)--?[A-Za-z][\w-]*
  | \b[^\W_]+(?:_+[^\W_]+)+ | \b\w+(?:::|->|\.)\w+(?:(?:::|->|\.)\w+)*(?:\(\))? | \b\w+\(\)
    """,
    re.VERBOSE | re.ASCII,
)
ASIDE = re.compile(r"\([^()\n]*\)|（[^（）\n]*）|\[[^\[\]\n]*\]|［[^［］\n]*］|【[^【】\n]*】")
QUOTED = re.compile(
    r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"\n]*\"|《[^《》]*》|〈[^〈〉]*〉"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))*'(?!\w)"
)
# The title of a page elsewhere, linked to it, in Markdown or in HTML.
CITED = re.compile(
    r"!?\[[^\[\]\n]*\]\(https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
    r"|<a\s[^<>]*href=[\"']?https?://[^<>]*>[^<>]*</a>",
    re.IGNORECASE,
)
# A line of code or of shell has these; prose has not.
CODE_MARK = re.compile(r"[{}=|\\`]|;\s*$|\w ?[<>]|\$\(|\w\(|::|\+\+|^\s*[#%]", re.MULTILINE)
