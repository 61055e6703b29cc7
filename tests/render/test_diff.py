from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import sample_diffs
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from sample_reports import OMISSION, english, japanese, judged, spans_of

from alignqa.comparing import compare
from alignqa.finding import Finding, Severity
from alignqa.render.diff.columns import column_width, side_by_side
from alignqa.render.diff.marked import Mark, marked_lines
from alignqa.render.diff.outputs import OUTPUTS, Diff, show
from alignqa.render.look import Look
from alignqa.report import JudgedPair, Report, Score
from alignqa.revision import Against
from alignqa.text import Lang, Span

DIFFS: dict[str, Callable[[], Diff]] = {
    "article": sample_reports.article,
    "ferry": sample_diffs.ferry,
    "two_files": sample_reports.two_files,
    "revision": sample_diffs.revision,
    "reference": sample_diffs.reference,
}
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_MIXED = st.text(
    st.sampled_from("abc de, (fg) 12.5 外務省は「発表」した。ー、ｶﾞ゙⟦⟧…か\u3099❤\ufe0f\n\u202e\x1b")
    | st.characters(),
    max_size=120,
)


def shown(
    diff: Diff, width: int = 100, *, colour: bool = False, context: int | None = 0, **options: bool
) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        **options,  # type: ignore[arg-type]
    )
    show(diff, context, console)
    return page.getvalue()


def report_of(*pairs: JudgedPair) -> Report:
    return Report(pairs, Lang.ENGLISH, "encoder", Score("mqm", 50.0, "signature"), {})


def hostile(text: str) -> list[Diff]:
    report = sample_reports.hostile(text)
    turned = replace(report.pairs[0], target=japanese(text[::-1], 2, text), findings=())
    other = replace(report, pairs=(turned, *report.pairs[1:]))
    return [report, compare(report, other), compare(other, report, Against.REFERENCE)]


@pytest.mark.parametrize("width", [60, 100, 140])
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("name", DIFFS)
def test_looks_as_kept(name: str, width: int, colour: bool) -> None:
    text = shown(DIFFS[name](), width, colour=colour)
    assert_golden(f"diff_{name}_{width}.{'ansi' if colour else 'txt'}", text)


@pytest.mark.parametrize("context", [0, 1, None])
@pytest.mark.parametrize("width", [20, 33, 60, 89, 90, 100, 160, 200, 300])
@pytest.mark.parametrize("name", [*DIFFS, "hostile"])
def test_no_line_is_wider_than_the_page(name: str, width: int, context: int | None) -> None:
    diffs = hostile(HOSTILE["Japanese"]) if name == "hostile" else [DIFFS[name]()]
    for diff in diffs:
        lines = shown(diff, width, context=context).splitlines()
        assert max(map(cell_len, lines)) <= min(width, 200)
        assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("width", [1, 2, 5, 7])
@pytest.mark.parametrize("name", DIFFS)
def test_the_narrowest_page_is_survived(name: str, width: int) -> None:
    assert shown(DIFFS[name](), width, context=None)


@given(_MIXED, _MIXED, st.integers(90, 200), st.booleans(), st.data())
def test_the_left_column_is_level(
    left: str, right: str, width: int, plain: bool, data: st.DataObject
) -> None:
    look = Look(width, ("⟦", "⟧") if plain else None)
    across = column_width(look)
    columns = []
    for text, lang in ((left, Lang.ENGLISH), (right, Lang.JAPANESE)):
        edges = data.draw(st.lists(st.integers(0, max(len(text), 1)), max_size=6))
        spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
        marks = [Mark(span, "bold", "①", "国務省" if n else None) for n, span in enumerate(spans)]
        columns.append(marked_lines(text, lang, marks, look, across))
    for line in side_by_side(columns[0], columns[1], look):
        # The gutter is where the cells of the left column end, whatever the texts hold.
        place = next(i for i in range(len(line) + 1) if cell_len(line.plain[:i]) == across)
        before, gutter = line.plain[:place], line.plain[place:]
        after = gutter[3:]
        assert cell_len(before) == across
        assert gutter.lstrip("\ufe0f\u3099").startswith(" │")
        assert cell_len(after) <= across + 1


# Texts hold no half of a surrogate pair; readers see to that.
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "lone surrogate"])
@pytest.mark.parametrize("width", [20, 100])
def test_nothing_acts_on_the_terminal(kind: str, width: int) -> None:
    for diff in hostile(HOSTILE[kind]):
        plain = shown(diff, width, context=None)
        coloured = _SGR.sub("", shown(diff, width, colour=True, context=None))
        for text in (plain, coloured):
            assert not ACTING.intersection(text.replace("\n", ""))
        json.loads(OUTPUTS["json"].render(diff, None))


def test_markup_is_only_text() -> None:
    for diff in hostile(HOSTILE["markup"])[:1]:
        assert "[bold red]not bold[/bold red]" in shown(diff, 160).replace("⟦", "")


@pytest.mark.parametrize("word", ["x" * 5000, "漢" * 5000, "あ" * 5000])
@pytest.mark.parametrize("width", [20, 100])
def test_long_words_keep_the_page(word: str, width: int) -> None:
    finding = Finding(
        OMISSION,
        Severity.MAJOR,
        1.0,
        word,
        (Span(0, len(word)),),
        (Span(10, 4000),),
        suggestion=word,
    )
    pair = judged(0, english(word), japanese(word), findings=(finding,))
    other = judged(0, english(word), japanese(word[1:]))
    for diff in (report_of(pair), compare(report_of(pair), report_of(other))):
        assert max(map(cell_len, shown(diff, width).splitlines())) <= width


def test_what_was_expected_stands_in_place() -> None:
    assert "①[-財務省-]{+外務省+}は" in shown(sample_reports.article(), 140).replace("① ", "①")
    coloured = _SGR.sub("", shown(sample_reports.article(), 140, colour=True))
    assert "① 財務省 → 外務省は" in coloured
    assert re.search(r"\x1b\[[0-9;]*9[0-9;]*m財務省", shown(sample_reports.article(), colour=True))


def test_numbers_join_both_sides_and_the_list() -> None:
    page = shown(sample_diffs.ferry(), 140)
    assert page.count("①") == 3
    assert "① ⟦800 yen⟧" in page
    assert re.search(r"① critical +The source says 800 yen", page)


def test_sentences_stand_level() -> None:
    lines = shown(sample_diffs.ferry(), 140).splitlines()
    second = next(line for line in lines if line.startswith("Tickets"))
    assert "運賃は片道" in second
    third = next(line for line in lines if "⟦Children" in line)
    assert "② nothing corresponds ╱" in third


def test_an_omission_inside_a_sentence_is_a_gap() -> None:
    page = shown(sample_reports.article(), 140)
    assert re.search(r"│ ① left out ╱+\n", page)


def test_an_addition_is_a_gap_in_the_source() -> None:
    page = shown(sample_reports.two_files(), 140)
    assert re.search(r"② not in the source ╱+ │", page)


def test_an_addition_by_a_rule_for_both_has_its_number_in_the_gap() -> None:
    ja = "関連記事はこちら。"
    finding = Finding(OMISSION, Severity.MAJOR, 1.0, "Added.", (), spans_of(ja, ja))
    page = shown(report_of(judged(0, english(""), japanese(ja), findings=(finding,))))
    assert re.search(r"① nothing corresponds ╱+ │ ① ⟦関連", page)


def test_a_moved_passage_is_told_of_at_both_places() -> None:
    page = shown(sample_diffs.ferry(), 100)
    assert "ferry.en.txt:3 → ferry.ja.txt:7 · ⇅ A moved" in page
    assert "line 7 of the translation stands here" in page
    assert page.index("A moved") < page.index("line 7 of the translation")


def test_folded_pairs_are_counted_and_shown_on_demand() -> None:
    folded = shown(sample_diffs.ferry())
    assert "… 2 pairs without findings" in folded
    assert "桟橋" not in folded
    assert shown(sample_diffs.ferry(), context=1).count("桟橋") == 2
    everything = shown(sample_diffs.ferry(), context=None)
    assert everything.count("桟橋") == 2
    assert "…" not in everything.split("alignqa rule")[0]


def test_a_clean_report_says_so() -> None:
    page = shown(sample_reports.clean())
    assert "nothing found" in page
    assert "… 1 pair without findings" in page


def test_overlapping_findings_keep_their_numbers() -> None:
    text = "The Foreign Ministry spoke."
    findings = tuple(
        Finding(OMISSION, severity, 1.0, "message", (span,), spans_of("話した。", "話した"))
        for severity, span in [(Severity.MINOR, Span(4, 20)), (Severity.MAJOR, Span(12, 26))]
    )
    page = shown(report_of(judged(0, english(text), japanese("話した。"), findings=findings)))
    assert "The ① ⟦Foreign ② Ministry spoke⟧." in page


def test_spans_behind_the_texts_end_are_survived() -> None:
    finding = Finding(OMISSION, Severity.MINOR, 1.0, "message", (Span(3, 99),), (Span(50, 60),))
    page = shown(report_of(judged(0, english("Short."), japanese("短い。"), findings=(finding,))))
    assert "Sho① ⟦rt.⟧" in page


def test_a_revision_tells_what_changed_and_what_that_did() -> None:
    page = shown(sample_diffs.revision(), 140)
    assert (
        "3 of 4 passages changed · 2 findings fixed · 1 finding new · 1 finding unchanged" in page
    )
    assert "[-80-]" in page
    assert "{+800+}" in page
    assert "score 31.0 → 88.0" in page
    assert re.search(r"fixed +critical +The source says 800 yen", page)
    assert re.search(r"unchanged +minor +A doubt that stays", page)
    assert "not there ╱" in page
    assert "… 1 passage alike" in page


def test_a_reference_is_not_struck_out() -> None:
    page = shown(sample_diffs.reference(), 140, colour=True)
    assert not re.search(r"\x1b\[(?:[0-9]+;)*9(?:;[0-9]+)*m", page)
    assert "score 31.0, the reference's 88.0" in _SGR.sub("", page)


def test_old_and_new_are_named_on_a_narrow_page() -> None:
    page = shown(sample_diffs.revision(), 60)
    assert re.search(r"^old │ フェリー", page, re.MULTILINE)
    assert re.search(r"^new │ フェリー", page, re.MULTILINE)


@pytest.mark.parametrize("name", DIFFS)
def test_colour_changes_only_colour_and_brackets(name: str) -> None:
    # One text under the other: side by side, longer lines would move the other text's words.
    coloured = _SGR.sub("", shown(DIFFS[name](), 60, colour=True))
    plain = shown(DIFFS[name](), 60)
    assert re.sub(r"[\s│╱→─]", "", coloured) == re.sub(r"[\s│╱→─⟦⟧]|\[-|-\]|\{\+|\+\}", "", plain)


@pytest.mark.parametrize("name", DIFFS)
def test_only_the_eight_colours_are_used(name: str) -> None:
    codes = {
        code
        for run in _SGR.findall(shown(DIFFS[name](), colour=True))
        for code in run[2:-1].split(";")
    }
    assert codes <= {"0", "1", "2", "4", "9", *(str(n) for n in range(30, 38))}


def test_a_stream_that_is_not_unicode_gets_ascii_signs() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    show(sample_diffs.ferry(), 0, Console(file=stream, width=80, color_system=None))
    stream.flush()
    assert b"(1) [[800 yen]]" in raw.getvalue()


def test_json_of_a_report() -> None:
    record = json.loads(OUTPUTS["json"].render(sample_diffs.ferry(), 0))
    pair = record["pairs"][0]
    assert record["diff"] == "translation"
    assert [finding["number"] for finding in pair["findings"]] == [1, 2]
    assert pair["edits"] == [
        {"finding": 1, "old": {"start": 23, "end": 26, "text": "80円"}, "new": "800円"}
    ]
    assert len(pair["beads"]) == 3


def test_json_of_a_comparison() -> None:
    record = json.loads(OUTPUTS["json"].render(sample_diffs.revision(), 0))
    assert record["diff"] == "revision"
    assert record["summary"]["changed"] == 3
    assert record["summary"]["findings"] == {"new": 1, "fixed": 2, "unchanged": 1}
    change = record["changes"][2]
    assert {"op": "replace", "old": "運輸", "new": "交通"} in [
        {"op": edit["op"], "old": edit["old"]["text"][:2], "new": edit["new"]["text"][:2]}
        for edit in change["edits"]
        if edit["op"] == "replace"
    ]
    assert [finding["fate"] for finding in change["findings"]] == ["new", "fixed", "unchanged"]
    assert Text(record["changes"][3]["new"]["text"]).plain == "住民は十年前から求めていた。"
