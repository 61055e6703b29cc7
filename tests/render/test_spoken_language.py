from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
import sample_diffs
import sample_reports
from golden import assert_golden
from rich.cells import cell_len
from rich.console import Console

from alignqa.bitext import Part
from alignqa.checks.registry import all_checks
from alignqa.finding import Finding, Severity
from alignqa.message import Message, told
from alignqa.quantities.english_words import CURRENCY_WORDS, SQUARED, UNITS
from alignqa.quantities.quantity import Kind
from alignqa.quantities.time_words import SCALES
from alignqa.quantities.units import CELSIUS, COUNT, CURRENCIES, TURN
from alignqa.render.diff import outputs as diff
from alignqa.render.evidence import evidence_words
from alignqa.render.explained import explain_rule
from alignqa.render.gate.registry import all_gate_outputs
from alignqa.render.language import (
    SEVERITIES,
    catalogue,
    padded,
    said,
    severity_word,
    speaking,
    spoken,
    word,
    worded,
)
from alignqa.render.report import concise, html, json_document, sarif, statistics, terminal
from alignqa.render.rule_text import rule_text, summary
from alignqa.report import DocumentedRule, Report
from alignqa.text import Lang
from alignqa.verdict import Breach, Figures, JudgedFile, Verdict

SOURCE = Path(str(files("alignqa")))
JAPANESE = catalogue(Lang.JAPANESE)
KANA = re.compile(r"[ぁ-んァ-ヶ一-龯]")
# Of these the code has the words, but not as templates.
OF_THE_CODE = ("parts", "evidence", "kinds", "units", "figures")


def templates() -> Iterator[tuple[str, str, set[str]]]:
    """Each template that the code tells: where, the template, and the names of its values."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"told", "worded"}:
                where = f"{path.relative_to(SOURCE)}:{node.lineno}"
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{where}: the template is not written out"
                yield where, str(first.value), {str(keyword.arg) for keyword in node.keywords}


TEMPLATES = list(templates())


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("where", "template", "values"), TEMPLATES)
def test_every_template_has_a_japanese_one_with_the_same_places(
    where: str, template: str, values: set[str]
) -> None:
    assert template in JAPANESE, f"{where}: “{template}” is not in data/messages/ja.toml"
    other = places(JAPANESE[template])
    assert other <= values, f"{where}: no value for {other - values}"
    # A translation may take another form of a value, where the code gives one, but loses none.
    spare = values - places(template)
    assert places(template) <= other or spare, f"{where}: {places(template) - other} is lost"


def test_the_catalogue_has_no_template_that_the_code_lost() -> None:
    import tomllib

    text = (SOURCE / "data" / "messages" / "ja.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    known = {template for _, template, _ in TEMPLATES}
    for name, table in tables.items():
        if name not in OF_THE_CODE:
            assert set(table) <= known, f"[{name}]: {set(table) - known}"
    assert sum(map(len, tables.values())) == len(JAPANESE), "a template stands in two tables"


def test_severities_and_parts_have_japanese_names() -> None:
    with speaking(Lang.JAPANESE):
        words = [severity_word(severity) for severity in reversed(Severity)]
        assert words == ["致命的", "重大", "軽微", "中立"]
        assert all(KANA.search(word(part.value)) for part in Part)


def test_kinds_of_quantities_have_japanese_names() -> None:
    kinds = [*(kind.value for kind in Kind), *SCALES]
    assert [kind for kind in kinds if not KANA.search(JAPANESE.get(kind, ""))] == []


def test_units_have_japanese_names_or_are_symbols() -> None:
    symbols = {
        "ns", "ms", "nm", "mm", "cm", "m", "km", "mg", "g", "kg", "ml", "dl", "kl", "m2", "km2",
        "kmh", "mph", "W", "kW", "MW", "GW", "kWh", "MWh", "Hz", "kHz", "MHz", "GHz", "hPa", "kPa",
        "mmHg", "KB", "MB", "GB", "TB", *(CURRENCIES - {"CENT", "PENCE"}),
    }  # fmt: skip
    units = {*UNITS.values(), *SQUARED.values(), *CURRENCY_WORDS.values(), COUNT, CELSIUS, TURN}
    assert {unit for unit in units if f"unit {unit}" not in JAPANESE} <= symbols
    told = {"unit": "person", "unit_of_target": "km", "words": "person", "times": 2}
    assert evidence_words(told)["unit"] == "person"
    with speaking(Lang.JAPANESE):
        assert list(evidence_words(told).values()) == ["人", "km", "person", "2"]


def test_a_message_is_said_with_its_parts_and_its_values_as_they_are() -> None:
    message = told(
        "“{words}” is in {other}, not in {language}.",
        words="English {0} 中",
        other=told("Dutch"),
        language=told("English"),
    )
    assert said(message) == "“English {0} 中” is in Dutch, not in English."
    with speaking(Lang.JAPANESE):
        assert said(message) == "「English {0} 中」は英語ではなくオランダ語です。"
    assert spoken() is Lang.ENGLISH


def test_what_the_catalogue_lacks_is_said_in_english() -> None:
    with speaking(Lang.JAPANESE):
        assert said("A sentence from elsewhere.") == "A sentence from elsewhere."
        unknown = "Not in any {catalogue}."
        assert worded(unknown, catalogue="book") == "Not in any book."
        assert word("unheard of") == "unheard of"


def test_padding_counts_cells() -> None:
    assert padded("重大", 6) == "重大  "
    assert padded("critical", 6) == "critical"


# What the checks would say of the samples, by the beginning of what the samples say.
_TOLD = {
    "“Foreign Ministry”": told(
        "“{lost}” is not rendered; “{rival}” means “{says}”, which the source does not say.",
        lost="Foreign Ministry",
        rival="財務省",
        says="Ministry of Finance",
    ),
    "3 billion yen": told(
        "The source says {expected}, the translation {written}.",
        expected="3,000,000,000",
        written="300,000,000",
    ),
    "This passage": told(
        "Left out: {what} of the source has no {language}.",
        what=told("a sentence or more"),
        language=told("Japanese"),
    ),
    "Nothing in the Japanese says “who": told(
        "Left out: “{words}” is not rendered in the {language}.",
        words="who asked not to be named because he was not authorised to speak to reporters",
        language=told("Japanese"),
    ),
    "Nothing in the Japanese says “the": told(
        "Added: “{words}” has no {language} behind it.",
        words="the largest in the region",
        language=told("Japanese"),
    ),
    "図書館": told(
        "A passage is left in {language}: “{words}”.", language=told("Japanese"), words="図書館"
    ),
}


def sample(name: str) -> Report:
    """One of the samples, with messages as the checks tell them."""
    report: Report = getattr(sample_reports, name)()
    pairs = tuple(
        replace(pair, findings=tuple(replace(f, message=_message(f)) for f in pair.findings))
        for pair in report.pairs
    )
    return replace(report, pairs=pairs)


def _message(finding: Finding) -> Message:
    return next(told for start, told in _TOLD.items() if finding.message.startswith(start))


def in_japanese(report: Report, width: int) -> str:
    page = io.StringIO()
    console = Console(file=page, width=width, force_terminal=False, color_system=None)
    with speaking(Lang.JAPANESE):
        terminal.show(report, console)
    return page.getvalue()


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("name", ["article", "two_files", "clean"])
def test_the_terminal_report_looks_as_kept(name: str, width: int) -> None:
    text = in_japanese(sample(name), width)
    assert_golden(f"{name}_ja_{width}.txt", text)
    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 100])
def test_messages_stand_level_beside_severities_of_any_width(width: int) -> None:
    lines = in_japanese(sample("article"), width).splitlines()
    beside = [line for line in lines if re.match(r"  (?:致命的|重大|軽微)", line)]
    assert len(beside) > 2
    for line in beside:
        label, gap, _ = re.split(r"(?<=\S)(\s{2,})", line, maxsplit=1)
        assert cell_len(label + gap) == 12


@pytest.mark.parametrize("name", ["revision", "reference"])
def test_a_comparison_is_level_in_japanese(name: str) -> None:
    comparison = getattr(sample_diffs, name)()
    for width in (60, 120):
        page = io.StringIO()
        console = Console(file=page, width=width, force_terminal=False, color_system=None)
        with speaking(Lang.JAPANESE):
            diff.show(comparison, None, console)
        lines = page.getvalue().splitlines()
        assert max(map(cell_len, lines)) <= width
        assert KANA.search(lines[-1])


def test_the_other_outputs_for_people_speak_japanese_too() -> None:
    report = sample("article")
    with speaking(Lang.JAPANESE):
        assert " 致命的 " in concise.render(report)
        assert "致命的" in statistics.render(report)
        page = html.render(report)
    assert '<html lang="ja">' in page
    assert 'data-found="指摘 #件"' in page
    for english in ("Skip to", "All rules", ">expected<", "nothing corresponds", "Next finding"):
        assert english not in page


def test_outputs_for_programs_are_english_in_any_language() -> None:
    report = sample("article")
    for output in (json_document, sarif):
        expected = output.render(report)
        with speaking(Lang.JAPANESE):
            assert output.render(report) == expected


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.code)
def test_every_rule_has_a_japanese_page_with_the_same_parts(check: object) -> None:
    code, english = check.rule.code, check.documentation  # type: ignore[attr-defined]
    assert rule_text(code, english) == english
    with speaking(Lang.JAPANESE):
        page = rule_text(code, english)
        first = summary(page)
    assert page != english, f"data/rules/ja/{code}.md is missing"
    assert first.endswith("。")
    assert KANA.search(first)
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert headings == ["なぜ", "例", "限界"]
    parts = re.split(r"^## .+$", page, flags=re.MULTILINE)
    assert all(len(part.strip()) >= 20 for part in parts)
    # Whatever source the English names, the Japanese names too.
    assert ("\nSource: " in english) == ("\n出典：" in page)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_japanese_pages_break_where_japanese_may(width: int) -> None:
    for check in all_checks():
        page = io.StringIO()
        console = Console(file=page, width=width, force_terminal=False, color_system=None)
        with speaking(Lang.JAPANESE):
            explain_rule(DocumentedRule(check.rule, check.documentation), console)
        lines = [line.strip() for line in page.getvalue().splitlines()]
        assert max(map(cell_len, lines)) <= width
        assert not [line for line in lines if line.startswith(tuple("、。」）ー"))]
        assert not [line for line in lines if line.endswith(("\\", "「", "（"))]


def test_no_japanese_page_is_left_of_a_rule_that_is_gone() -> None:
    codes = {check.rule.code for check in all_checks()}
    pages = {path.stem for path in (SOURCE / "data" / "rules" / "ja").iterdir()}
    assert pages == codes


def test_a_rule_without_a_page_is_explained_in_english() -> None:
    with speaking(Lang.JAPANESE):
        assert rule_text("AQ999", "Looks for it. And more.") == "Looks for it. And more."
        assert summary("Looks for it. And more.") == "Looks for it."


def test_the_gate_speaks_japanese_to_people_and_english_to_programs() -> None:
    verdict = gated()
    english = {name: output.render(verdict) for name, output in all_gate_outputs().items()}
    with speaking(Lang.JAPANESE):
        japanese = {name: output.render(verdict) for name, output in all_gate_outputs().items()}
    for name in ("json", "sarif", "junit", "github"):
        assert japanese[name] == english[name]
    assert japanese["concise"] == (
        "talks.txt:21: AQ101 致命的 「Foreign Ministry」が訳出されていません。訳文の「財務省」は"
        "「Ministry of Finance」の意味で、原文にはありません。 修正候補：外務省 (max-critical)\n"
        "docs/en/guide.md: 訳文docs/ja/guide.mdがありません (allow-missing)\n"
    )
    assert "注記：解消済み：talks.txt" in japanese["terminal"]
    assert japanese["terminal"].splitlines()[-1] == (
        "不合格：1ファイル中1件は判定不可; 2ファイルに違反2件（コメントによる抑制 3件）"
    )
    assert "| 場所 | 内容 | 基準 |" in japanese["markdown"]


def gated() -> Verdict:
    """A verdict with messages as the gate tells them."""
    breach = Breach(
        "max-critical",
        told(
            "{code} {severity} {message}{expected}",
            code="AQ101",
            severity=SEVERITIES[Severity.CRITICAL],
            message=_TOLD["“Foreign Ministry”"],
            expected=told(" Expected: {words}", words="外務省"),
        ),
        "talks.txt",
        21,
        "AQ101",
    )
    missing = Breach(
        "allow-missing",
        told("the translation {path} is missing", path="docs/ja/guide.md"),
        "docs/en/guide.md",
    )
    figures = Figures(4, 71.0, 20.0, 0.9, 1.0, 3.0, dict.fromkeys(Severity, 1), silenced=3)
    file = JudgedFile("talks.txt", None, sample("article"), figures, (breach,), error="It is cut.")
    return Verdict((file,), (missing,), (told("fixed: {finding}", finding="talks.txt 01 AQ1"),))
