from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from rich.cells import cell_len
from rich.console import Console
from sample_reports import OMISSION, english, japanese, judged

from alignqa.bitext import Part
from alignqa.finding import Finding, Severity
from alignqa.render.report import terminal
from alignqa.report import JudgedPair, Report, Score
from alignqa.text import Lang, Span

REPORTS: dict[str, Callable[[], Report]] = {
    "article": sample_reports.article,
    "two_files": sample_reports.two_files,
    "clean": sample_reports.clean,
}
_SGR = re.compile(r"\x1b\[[0-9;]*m")


def shown(report: Report, width: int = 100, *, colour: bool = False, **options: bool) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        **options,  # type: ignore[arg-type]
    )
    terminal.show(report, console)
    return page.getvalue()


def report_of(*pairs: JudgedPair) -> Report:
    return Report(pairs, Lang.ENGLISH, "encoder", Score("mqm", 50.0, "signature"), {})


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("name", REPORTS)
def test_looks_as_kept(name: str, width: int, colour: bool) -> None:
    text = shown(REPORTS[name](), width, colour=colour)
    assert_golden(f"{name}_{width}.{'ansi' if colour else 'txt'}", text)


@pytest.mark.parametrize("name", REPORTS)
def test_colour_changes_only_colour_and_brackets(name: str) -> None:
    coloured = _SGR.sub("", shown(REPORTS[name](), 120, colour=True))
    plain = shown(REPORTS[name](), 120)
    assert re.sub(r"[\s│]", "", coloured) == re.sub(r"[\s│⟦⟧]", "", plain)


@pytest.mark.parametrize("width", [1, 7, 20, 33, 47, 48, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("name", [*REPORTS, "hostile"])
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    report = sample_reports.hostile(HOSTILE["Japanese"]) if name == "hostile" else REPORTS[name]()
    lines = shown(report, width).splitlines()
    if width >= 20:
        assert max(map(cell_len, lines)) <= min(width, 120)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("width", [20, 37, 60, 80, 120])
def test_no_line_begins_with_a_closing_mark(width: int) -> None:
    for line in shown(sample_reports.article(), width).splitlines():
        assert line.lstrip(" │")[:1] not in {"、", "。", "」", "⟧", "）", "ー", "っ"}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("width", [20, 100])
def test_nothing_acts_on_the_terminal(kind: str, width: int) -> None:
    report = sample_reports.hostile(HOSTILE[kind])
    plain = shown(report, width)
    coloured = _SGR.sub("", shown(report, width, colour=True))
    for text in (plain, coloured, terminal.render(report)):
        assert not ACTING.intersection(text.replace("\n", ""))
        text.encode()


def test_markup_is_only_text() -> None:
    assert "[bold red]not bold[/bold red]" in shown(sample_reports.hostile(HOSTILE["markup"]))


def test_the_marks_stand_on_the_words_behind_what_was_made_visible() -> None:
    text = "\u202e\x1b[31m Foreign Ministry"
    start = text.index("Foreign")
    finding = Finding(
        sample_reports.INSTITUTION,
        Severity.CRITICAL,
        1.0,
        "message",
        source_spans=(Span(start, start + 7),),
    )
    page = shown(report_of(judged(0, english(text), japanese("外務省"), findings=(finding,))))
    assert "<U+202E>␛[31m ⟦Foreign⟧ Ministry" in page


def test_the_worst_pair_comes_first_and_ties_keep_their_order() -> None:
    def pair(index: int, severity: Severity, score: float) -> JudgedPair:
        finding = Finding(OMISSION, severity, 1.0, f"finding {index}")
        text = english("Some words."), japanese("言葉。")
        return judged(index, *text, score=score, findings=(finding,))

    page = shown(
        report_of(
            pair(0, Severity.MINOR, 10.0),
            pair(1, Severity.MAJOR, 60.0),
            pair(2, Severity.MAJOR, 60.0),
            pair(3, Severity.MAJOR, 50.0),
            pair(4, Severity.CRITICAL, 90.0),
        )
    )
    assert re.findall(r"finding (\d)", page) == ["4", "3", "1", "2", "0"]


def test_overlapping_spans_are_marked_once() -> None:
    text = "The Foreign Ministry spoke."
    findings = tuple(
        Finding(OMISSION, severity, 1.0, "message", source_spans=(span,))
        for severity, span in [(Severity.MINOR, Span(4, 20)), (Severity.MAJOR, Span(12, 26))]
    )
    page = shown(report_of(judged(0, english(text), japanese("話した。"), findings=findings)))
    assert "The ⟦Foreign Ministry spoke⟧." in page


def test_spans_behind_the_texts_end_are_survived() -> None:
    finding = Finding(OMISSION, Severity.MINOR, 1.0, "message", source_spans=(Span(3, 99),))
    page = shown(report_of(judged(0, english("Short."), japanese("短い。"), findings=(finding,))))
    assert "Sho⟦rt.⟧" in page


def test_a_long_list_is_cut_short() -> None:
    pairs = [
        judged(i, english(""), japanese(f"関連記事{i}", i + 1), part=Part.FURNITURE)
        for i in range(40)
    ]
    page = shown(report_of(*pairs))
    assert "関連記事7" in page
    assert "関連記事8" not in page
    assert "and 32 more" in page


def test_a_clean_report_is_one_line() -> None:
    assert shown(sample_reports.clean()).count("\n") == 1


def test_no_color_keeps_the_brackets() -> None:
    page = shown(sample_reports.article(), colour=True, no_color=True)
    assert "⟦" in page
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", page)


def test_a_stream_that_is_not_unicode_gets_ascii_signs() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    terminal.show(sample_reports.article(), Console(file=stream, width=80, color_system=None))
    stream.flush()
    assert b"[[Foreign Ministry]]" in raw.getvalue()


def test_only_the_eight_colours_are_used() -> None:
    page = shown(sample_reports.article(), colour=True)
    codes = {code for run in _SGR.findall(page) for code in run[2:-1].split(";")}
    assert codes <= {"0", "1", "2", "4", *(str(n) for n in range(30, 38))}
