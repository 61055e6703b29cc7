"""Texts that a terminal would obey."""

from __future__ import annotations

HOSTILE = {
    "ESC": "a\x1bcb",
    "CSI": "before\x1b[2J\x1b[1;1Hafter",
    "OSC": "\x1b]0;owned\x07 title",
    "OSC 8": "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "C1 CSI": "red \x9b31m text",
    "C1 OSC": "\x9d0;owned\x9c title",
    "BEL": "ring\x07ring",
    "backspace": "abc\x08\x08\x08xyz",
    "carriage return": "harmless\rowned",
    "NUL": "a\x00b",
    "DEL": "a\x7fb",
    "override": "safe\u202egnp.exe",
    "isolate": "a\u2066b\u2069c",
    "zero width": "pass\u200bword\u200d\ufeff",
    "line separator": "one\u2028two\u2029three",
    "next line": "one\x85two",
    "tag characters": "x\U000e0041\U000e0042",
    "lone surrogate": "name\udcff.txt",
    "no character": "a\ufffeb\uffff",
    "markup": "[bold red]not bold[/bold red] [link=https://example.org]x[/link]",
    "Japanese": "外務省\x1b[31mは\u202e昨日、発表した。",
}

_RANGES = [
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x061C, 0x061C),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),
]
ACTING = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
