"""SubRip and WebVTT."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_files import bitext_of, blocks, pairs, written

from alignqa.errors import UnreadableFile
from alignqa.formats import load
from alignqa.text import Lang

SRT = """\
\ufeff1
00:00:01,000 --> 00:00:03,500 X1:1 X2:2 Y1:1 Y2:2
{\\an8}<i>Where were
you last night?</i>

2
00:00:04,000 --> 00:00:06,000

3
00:00:07,000 --> 00:00:08,000
<font color="#ff0000">2024</font>
"""
VTT = """\
WEBVTT - Kind: captions

STYLE
::cue { color: red }

NOTE translated by hand

intro
00:01.000 --> 00:03.500 align:start position:0%
<v Ann>At home,<00:02.000> <c.loud>I swear.</c>

00:00:04.000 --> 00:00:05.000
- Really?
- Really.
"""
BOTH = """\
1
00:00:01,000 --> 00:00:02,000
どこにいたの。
Where were you?

2
00:00:03,000 --> 00:00:04,000
家にいたよ。
本当だ。
At home. Really.

3
00:00:05,000 --> 00:00:06,000
♪

4
00:00:07,000 --> 00:00:08,000
そうか。
I see.

5
00:00:09,000 --> 00:00:10,000
うん。
Yes.

6
00:00:11,000 --> 00:00:12,000
Bye.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_subrip(tmp_path: Path, ends: str) -> None:
    assert blocks(written(tmp_path, "a.srt", SRT.replace("\n", ends))) == [
        (3, "body", "Where were\nyou last night?"),
        (11, "body", "2024"),
    ]


def test_webvtt(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "a.vtt", VTT)) == [
        (10, "body", "At home, I swear."),
        (13, "body", "- Really?\n- Really."),
    ]
    assert blocks(written(tmp_path, "captions", VTT))[0][0] == 10


def test_cues_in_both_languages_are_pairs(tmp_path: Path) -> None:
    path = written(tmp_path, "a.srt", BOTH)
    assert pairs(path) == [
        ("どこにいたの。", "Where were you?"),
        ("家にいたよ。\n本当だ。", "At home. Really."),
        ("♪", "♪"),
        ("そうか。", "I see."),
        ("うん。", "Yes."),
        ("", "Bye."),
    ]
    assert bitext_of(path).source_lang is Lang.JAPANESE


@pytest.mark.parametrize("text", ["WEBVTT\n", "Just text.\n", "1\n00:00:01,000 --> 00:00:02,000\n"])
def test_a_file_without_cues_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match="no cue with a text"):
        load(written(tmp_path, "a.vtt", text))


def test_webvtt_has_entities_and_readings(tmp_path: Path) -> None:
    text = """WEBVTT

00:01.000 --> 00:03.000
It opens at 9:30 &amp; closes at 6.&lrm;

00:04.000 --> 00:05.000
<ruby>鍵<rp>(</rp><rt>かぎ</rt><rp>)</rp></ruby>は<ruby>門<rt>もん</ruby>に &lt;ある&gt;
"""
    assert blocks(written(tmp_path, "a.vtt", text)) == [
        (4, "body", "It opens at 9:30 & closes at 6."),
        (7, "body", "鍵は門に <ある>"),
    ]
    subrip = "1\n00:00:01,000 --> 00:00:03,000\nAT&amp;T\n"
    assert blocks(written(tmp_path, "a.srt", subrip)) == [(3, "body", "AT&amp;T")]


def test_captions_that_roll_are_read_once(tmp_path: Path) -> None:
    """As yt-dlp saves those of a live speech: the line before stays while the next is said."""
    text = """WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.990 align:start position:0%
\N{SPACE}
where<00:00:01.000><c> is</c><00:00:01.100><c> the</c><00:00:01.200><c> key</c>

00:00:02.990 --> 00:00:03.000 align:start position:0%
where is the key
\N{SPACE}

00:00:03.000 --> 00:00:05.990 align:start position:0%
where is the key
ann<00:00:04.000><c> has</c><00:00:04.100><c> it</c>

00:00:05.990 --> 00:00:06.000 align:start position:0%
ann has it
\N{SPACE}

00:00:06.000 --> 00:00:07.000
yes<00:00:06.100><c> yes</c>
"""
    said = [(line, text) for line, _, text in blocks(written(tmp_path, "a.vtt", text))]
    assert said == [(6, "where is the key"), (14, "ann has it"), (22, "yes yes")]


def test_what_is_said_twice_is_read_twice(tmp_path: Path) -> None:
    times = "00:00:0{0},000 --> 00:00:0{0},900"
    said = ["Run!", "Run!", "Where?", "To the door.", "Now."]
    text = "".join(f"{n}\n{times.format(n)}\n{line}\n\n" for n, line in enumerate(said))
    assert [block[2] for block in blocks(written(tmp_path, "a.srt", text))] == said
