from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import page_tree
import pytest
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from page_tree import Element
from sample_reports import ADDITION, NUMBER, OMISSION, english, japanese, judged, spans_of

from alignqa.bitext import SentenceBead
from alignqa.finding import Finding, Rule, Severity
from alignqa.render import inert, tool
from alignqa.render.page.numbering import numbered
from alignqa.render.report import html
from alignqa.report import Failure, JudgedPair, Report, Score
from alignqa.text import Lang, Segment, Span

REPORTS: dict[str, Callable[[], Report]] = {
    "article": sample_reports.article,
    "two_files": sample_reports.two_files,
    "clean": sample_reports.clean,
}
MARKUP = {
    "script": "</script><script>alert(1)</script>",
    "style": "</style><style>*{display:none}</style>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "comment": "<!-- --> <![CDATA[ ]]> <?php ?>",
    "references": "&lt;b&gt; &amp; &#x202e; &nbsp",
    "title": "</title></head><body>",
    "long word": "x" * 5000,
    "Hebrew": "שלום עולם",
}
EVERYTHING = HOSTILE | MARKUP


def report_of(*pairs: JudgedPair) -> Report:
    return Report(pairs, Lang.ENGLISH, "encoder", Score("mqm", 50.0, "signature"), {})


def tree(report: Report) -> Element:
    return page_tree.read(html.render(report))


def side_of(page: Element, pair: JudgedPair, role: str) -> Element:
    return page.one("article", id=f"p{pair.index}").one("div", class_=role).one("p")


def said(
    rule: Rule = NUMBER,
    source: tuple[Span, ...] = (),
    target: tuple[Span, ...] = (),
    suggestion: str | None = None,
    severity: Severity = Severity.MAJOR,
) -> Finding:
    return Finding(rule, severity, 0.9, "message", source, target, {}, suggestion)


# The page as a whole ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["article", "two_files"])
def test_looks_as_kept(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "version", lambda: "1.2.3")
    # What the page looks like and does stands in page.css and page.js, once.
    page = html.render(REPORTS[name]())
    own = re.sub(r"(?s)(<(style|script)>).*?(</\2>)|sha256-[^']+", r"\1\3", page)
    assert_golden(f"{name}.html", own)


@pytest.mark.parametrize("name", REPORTS)
def test_ids_are_unique_and_every_link_leads_somewhere(name: str) -> None:
    page = tree(REPORTS[name]())
    ids = [element.attributes["id"] for element in page.walk() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [element.attributes["href"] for element in page.all("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for attribute in ("for", "aria-labelledby", "aria-describedby"):
        assert all(e.attributes.get(attribute, ids[0]) in ids for e in page.walk())


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    page = tree(sample_reports.article())
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    for name in ("style", "script"):
        digest = hashlib.sha256(page.one(name).text().encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    rendered = html.render(sample_reports.article())
    assert re.findall(r"https?://[^'\"\s]*", rendered) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in rendered
    assert "@import" not in rendered
    page = page_tree.read(rendered)
    assert not [element for element in page.walk() if "src" in element.attributes]


@pytest.mark.parametrize("name", REPORTS)
def test_every_control_and_landmark_has_a_name(name: str) -> None:
    page = tree(REPORTS[name]())
    assert page.one("html").attributes["lang"] == "en"
    for element in [*page.all("button"), *page.all("article"), *page.all("main")]:
        assert element.attributes.get("aria-label") or element.text().strip()
    for field in [*page.all("select"), *page.all("input")]:
        assert any(field in label.walk() for label in page.all("label"))
    assert page.one("div", id="ribbon").attributes["aria-label"].startswith("Scores of ")


def test_each_side_names_its_language_and_so_does_japanese_in_english_prose() -> None:
    report = sample_reports.article()
    page = tree(report)
    for pair in report.pairs:
        for role, segment in (("source", pair.source), ("target", pair.target)):
            if not segment.is_empty:
                assert side_of(page, pair, role).attributes["lang"] == segment.lang.value
    note = page.one("li", id="f2")
    assert note.all("span", lang="ja")[0].text() == "財務省"


def test_the_top_has_files_figures_and_counts() -> None:
    top = tree(sample_reports.article()).one("header")
    text = " ".join(top.text().split())
    for words in ("talks.txt", "71.3", "28.68", "penalty", "mqm|weights:1-5-25", "1 to reread"):
        assert words in text
    assert [item.text() for item in top.one("ul", class_="counts").all("li")][:2] == [
        "1 ■ critical",
        "3 ◆ major",
    ]


def test_a_clean_report_says_so() -> None:
    page = tree(sample_reports.clean())
    assert "nothing found" in page.one("header").text()
    assert not page.all("mark")
    assert not page.all("li", class_="note")


def test_failures_are_told() -> None:
    failure = Failure(NUMBER, 3, "ZeroDivisionError: <b>")
    page = tree(replace(sample_reports.clean(), failures=(failure,)))
    assert str(failure) in page.one("section", class_="failed").text()


def test_an_empty_report_is_a_page() -> None:
    assert not tree(report_of()).all("article")


def test_the_ribbon_has_a_tick_a_pair() -> None:
    report = sample_reports.article()
    drawing = tree(report).one("svg")
    ticks = sum(path.attributes["d"].count("M") for path in drawing.all("path"))
    assert ticks == len(report.pairs)
    assert [path.attributes["class"] for path in drawing.all("path")] == [
        "clean",
        "major",
        "critical",
    ]


# Words and notes --------------------------------------------------------------------------------


def assert_marked(report: Report) -> None:
    """Each side holds its text and no more, and each finding's marks hold its words."""
    page = tree(report)
    for pair, findings in numbered(report):
        for role, segment in (("source", pair.source), ("target", pair.target)):
            if segment.is_empty:
                continue
            side = side_of(page, pair, role)
            assert side.own_text() == inert(segment.text)
            for item in findings:
                spans = getattr(item.finding, f"{role}_spans")
                covered = sorted({i for span in spans for i in range(span.start, span.end)})
                words = "".join(inert(segment.text[i : i + 1]) for i in covered)
                marks = side.all("mark", data_f=str(item.number))
                assert "".join(mark.own_text() for mark in marks) == words
        for item in findings:
            assert page.one("li", id=f"f{item.number}").attributes["data-f"] == str(item.number)


@pytest.mark.parametrize("name", REPORTS)
def test_each_findings_words_are_marked(name: str) -> None:
    assert_marked(REPORTS[name]())


_TEXT = st.text(
    st.sampled_from("ab <&>\"'\n\t漢字かな、。")
    | st.characters()
    | st.sampled_from(sorted(ACTING)),
    min_size=1,
    max_size=40,
)
_SPANS = st.lists(
    st.tuples(st.integers(0, 39), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=3,
).map(tuple)
_FINDINGS = st.lists(
    st.builds(
        said,
        st.sampled_from([NUMBER, OMISSION, ADDITION]),
        _SPANS,
        _SPANS,
        st.none() | _TEXT,
        st.sampled_from(Severity),
    ),
    max_size=4,
).map(tuple)


@given(_TEXT, _TEXT, _FINDINGS)
def test_any_spans_are_marked_however_they_overlap(
    source: str, target: str, findings: tuple[Finding, ...]
) -> None:
    assert_marked(report_of(judged(0, english(source), japanese(target), findings=findings)))


def test_overlapping_findings_share_the_words_they_share() -> None:
    text = "The Foreign Ministry spoke."
    findings = (
        said(source=spans_of(text, "Foreign Ministry"), severity=Severity.MINOR),
        said(source=spans_of(text, "Ministry spoke"), severity=Severity.CRITICAL),
    )
    page = tree(report_of(judged(0, english(text), japanese("話した。"), findings=findings)))
    marks = [
        (mark.text(), mark.attributes["data-f"], mark.attributes["class"])
        for mark in page.all("mark")
    ]
    assert marks == [
        ("Foreign ", "1", "minor"),
        ("Ministry", "1 2", "critical"),
        (" spoke", "2", "critical"),
    ]


def test_what_was_expected_stands_behind_the_struck_words() -> None:
    report = sample_reports.article()
    page = tree(report)
    side = side_of(page, report.pairs[3], "target")
    struck, inserted = side.all("mark", class_="struck"), side.all("ins")
    assert [element.text() for element in struck] == ["財務省", "3億円"]
    assert [element.text() for element in inserted] == ["外務省", "30億円"]
    after = side.children.index(inserted[0])
    assert side.children[after - 1] is struck[0]


def test_numbers_are_met_in_order_when_reading() -> None:
    text, other = "One two three.", "一二三。"
    findings = (
        said(target=spans_of(other, "三")),
        said(source=spans_of(text, "two")),
        said(),
        said(source=spans_of(text, "One"), target=spans_of(other, "一")),
    )
    report = report_of(judged(0, english(text), japanese(other), findings=findings))
    ((_, met),) = numbered(report)
    assert [item.finding for item in met] == [findings[3], findings[1], findings[0], findings[2]]
    page = tree(report)
    assert not page.one("li", id="f4").all("a"), "a finding without words has nothing to lead to"


def test_an_omission_leaves_a_gap_where_its_sentence_would_stand() -> None:
    source, target = "One. Two. Three.", "一。三。"
    pair = judged(0, english(source), japanese(target))
    beads = (
        SentenceBead(Span(0, 5), Span(0, 2), 0.8, (1, 1)),
        SentenceBead(Span(5, 10), None, 0.0, (1, 0)),
        SentenceBead(Span(10, 16), Span(2, 4), 0.8, (1, 1)),
    )
    finding = said(OMISSION, source=(Span(5, 9),))
    page = tree(report_of(replace(pair, beads=beads, findings=(finding,))))
    side = side_of(page, pair, "target")
    assert [c if isinstance(c, str) else c.attributes["class"] for c in side.children] == [
        "一。",
        "gap major",
        "三。",
    ]


def test_an_addition_leaves_a_gap_in_the_source() -> None:
    report = sample_reports.two_files()
    page = tree(report)
    assert len(side_of(page, report.pairs[0], "source").all("a", class_="gap")) == 1
    assert not side_of(page, report.pairs[0], "target").all("a", class_="gap")


def test_an_empty_side_is_a_visible_gap() -> None:
    page = tree(sample_reports.article())
    lost = page.one("article", id="p4")
    assert "empty" in lost.one("div", class_="target").attributes["class"]
    assert lost.one("div", class_="target").text() == "nothing corresponds"
    assert not lost.all("a", class_="gap")


def test_a_moved_passage_is_said_to_be() -> None:
    report = sample_reports.two_files()
    moved = replace(report.pairs[1], moved=True)
    page = tree(replace(report, pairs=(report.pairs[0], moved)))
    row = page.one("article", id="p1")
    assert row.one("span", class_="tag").text() == "moved"
    assert "out of the source’s order" in row.one("div", class_="target").text()
    assert "1 moved" in page.one("header").text()


def test_a_suspect_pair_is_to_be_reread() -> None:
    page = tree(sample_reports.article())
    assert "likely wrong" in page.one("article", id="p5").one("li", class_="reread").text()


# Text from outside ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", EVERYTHING)
def test_nothing_from_outside_acts(kind: str) -> None:
    text = EVERYTHING[kind]
    rendered = html.render(sample_reports.hostile(text))
    rendered.encode()
    shown = rendered.replace("\n", "")
    assert not ACTING.intersection(shown)
    page = page_tree.read(rendered)
    for name in ("script", "style", "body", "main", "title"):
        page.one(name)
    assert not page.all("img")
    assert not page.all("b", class_="bold")
    for element in page.walk():
        assert not [name for name in element.attributes if name.startswith("on")]
        assert "style" not in element.attributes
    article = page.one("article", id="p0")
    for role in ("source", "target"):
        assert article.one("div", class_=role).one("p").own_text() == inert(text)
    note = article.one("li", class_="note")
    assert f"message {inert(text)}" in note.text()
    assert note.one("ins").text() == inert(f"suggestion {text}")
    assert inert(f"key {text}") in [key.text() for key in note.all("dt")]
    assert page.one("title").text() == f"{inert(text)} · alignqa"


def test_what_would_act_is_set_apart_from_the_words() -> None:
    page = tree(report_of(judged(0, english("a\u202eb\x1bc\td"), japanese("あ"))))
    assert [sign.text() for sign in page.all("i", class_="sign")] == ["<U+202E>", "␛"]


# Colours ----------------------------------------------------------------------------------------

_TEXTS = 4.5  # WCAG 2.2, 1.4.3
_PARTS = 3.0  # 1.4.11
_SEVERITIES = ("critical", "major", "minor", "neutral")
_COLOURS = [
    *product(["ink", "quiet"], ["paper", "panel"], [_TEXTS]),
    *product(["ink"], ["asked", "expected-tint"], [_TEXTS]),
    *(("ink", f"{name}-{shade}", _TEXTS) for name in _SEVERITIES for shade in ("tint", "lit")),
    *((name, ground, _TEXTS) for name in _SEVERITIES for ground in ("paper", "panel")),
    *((name, f"{name}-tint", _TEXTS) for name in _SEVERITIES),
    *((name, f"{name}-lit", _PARTS) for name in _SEVERITIES),
    *(("quiet", f"{name}-tint", _TEXTS) for name in _SEVERITIES),
    *product(["expected"], ["paper", "expected-tint"], [_TEXTS]),
    *product(["paper"], ["critical", "ink"], [_TEXTS]),
    *product(["edge", "focus"], ["paper", "panel"], [_PARTS]),
]


def _luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rrggbb`."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(theme: str) -> None:
    style = tree(sample_reports.clean()).one("style").text()
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", style)
    colours = {name: light if theme == "light" else dark for name, light, dark in found}
    assert style.count("light-dark(") == len(colours)
    for ink, ground, least in _COLOURS:
        lighter, darker = sorted(
            (_luminance(colours[ink]), _luminance(colours[ground])), reverse=True
        )
        contrast = (lighter + 0.05) / (darker + 0.05)
        assert contrast >= least, f"{ink} on {ground}, {theme}: {contrast:.2f}"


def test_every_colour_is_one_that_the_contrast_is_measured_of() -> None:
    style = tree(sample_reports.clean()).one("style").text()
    assert not re.findall(r"#[0-9a-f]{3,8}\b", re.sub(r"light-dark\([^)]*\)", "", style))
    used = set(re.findall(r"var\(--([\w-]+)", style))
    declared = set(re.findall(r"--([\w-]+):", style))
    assert used <= declared


def test_a_text_without_a_path_has_a_title() -> None:
    segment = Segment("Hello.", Lang.ENGLISH)
    page = tree(report_of(judged(0, segment, japanese("こんにちは。"))))
    assert page.one("h1").text() == "Translation check"
