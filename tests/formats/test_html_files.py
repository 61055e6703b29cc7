"""HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_files import blocks, written

from alignqa.errors import UnreadableFile
from alignqa.formats import load

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="Shift_JIS">
<title>The shop — hours</title><style>p { color: red }</style>
<meta name="description" content="When to come">
<script>var a = "Hello there";</script></head>
<body class="page"><!-- not for readers -->
<nav><ul><li><a href="/">Home</a><li><a href="/map">Map</a></ul></nav>
<h1>Opening <em>hours</em></h1>
<p>We open at <b>nine</b>.<br>We close
at five &amp; sleep. Set <code>a &lt; b</code>.
<p>Unclosed.
<ul><li>First<ul><li>Inner</li></ul></li>
<li>Second <img src="cat.png" alt="A cat"> item</li></ul>
<table><caption>Days</caption><tr><th>Day</th><td>Mon<span>day</span></td></tr></table>
<pre>do not <b>read</b></pre>
<p translate="no">ACME 3000</p>
<p>By <span translate="no">ACME</span>.</p>
<p hidden>Unseen</p>
<figure><img src="x"><figcaption>The door</figcaption></figure>
<p>この店は
朝九時に<ruby>開店<rp>(</rp><rt>かいてん</rt><rp>)</rp></ruby>します。</p>
Loose words
<footer><p>© ACME</p></footer>
</body></html>
"""


def test_a_page(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "a.html", PAGE)) == [
        (3, "title", "The shop — hours"),
        (4, "caption", "When to come"),
        (7, "furniture", "Home"),
        (7, "furniture", "Map"),
        (8, "title", "Opening hours"),
        (9, "body", "We open at nine.\nWe close at five & sleep. Set `a < b`."),
        (11, "body", "Unclosed."),
        (12, "body", "First"),
        (12, "body", "Inner"),
        (13, "body", "Second item"),
        (13, "caption", "A cat"),
        (14, "caption", "Days"),
        (14, "body", "Day"),
        (14, "body", "Monday"),
        (17, "body", "By ACME."),
        (19, "caption", "The door"),
        (20, "body", "この店は朝九時に開店します。"),
        (20, "body", "Loose words"),
        (23, "furniture", "© ACME"),
    ]


def test_forms_and_what_is_said_of_elements(tmp_path: Path) -> None:
    page = """<html><body><nav aria-label="Main"><a href="/" title="To the start">Home</a></nav>
<form><label for="q">Search the books</label><input id="q" placeholder="Title  or author">
<button>Search</button></form>
<p style="color:red; display: none">Unseen</p>
<p>The li\u00adbrary is <span title="at nine">open</span>.</p></body></html>"""
    assert blocks(written(tmp_path, "a.html", page)) == [
        (1, "furniture", "Home"),
        (1, "furniture", "Main"),
        (1, "furniture", "To the start"),
        (2, "body", "Search the books"),
        (3, "body", "Search"),
        (2, "caption", "Title or author"),
        (5, "body", "The library is open."),
        (5, "caption", "at nine"),
    ]


def test_it_is_known_by_its_beginning(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "page", PAGE))[0][1] == "title"


def test_the_bytes_tell_the_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="shift_jis"></head><body><p>店は休みです。</p></body></html>'
    assert blocks(written(tmp_path, "a.htm", page.encode("cp932"))) == [
        (1, "body", "店は休みです。")
    ]


@pytest.mark.parametrize("text", ["<html></html>", "<script>x</script>", "<!-- x -->"])
def test_a_page_without_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match="no text beside code"):
        load(written(tmp_path, "a.html", text))


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html", "<p>Top</p>" + "<div>" * 50_000 + "deep")
    assert blocks(path)[0][2] == "Top"


def test_a_text_that_the_parser_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html", "<p>" + "a" * 10_000_001)
    with pytest.raises(UnreadableFile, match="more than 10 MB in one place"):
        load(path)


def test_an_element_of_the_sites_own_in_a_line(tmp_path: Path) -> None:
    page = (
        "<ul><li>See the <my-link>times</my-link> first.</li></ul>\n<my-card>\nClosed.\n</my-card>"
    )
    assert [block[2] for block in blocks(written(tmp_path, "a.html", page))] == [
        "See the times first.",
        "Closed.",
    ]
