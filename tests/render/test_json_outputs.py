from __future__ import annotations

import json
import math
from dataclasses import replace
from types import MappingProxyType

import pytest
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE

from alignqa.finding import Finding, Severity
from alignqa.render import all_outputs, json_record, tool
from alignqa.render.report import json_document, json_lines


@pytest.fixture(autouse=True)
def _fixed_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "version", lambda: "1.2.3")


@pytest.mark.parametrize("name", ["article", "two_files"])
def test_looks_as_kept(name: str) -> None:
    report = getattr(sample_reports, name)()
    assert_golden(f"{name}.json", json_document.render(report))
    assert_golden(f"{name}.jsonl", json_lines.render(report))


def test_the_document_has_what_scripts_read() -> None:
    report = sample_reports.article()
    record = json.loads(json_document.render(report))
    assert list(record) == [
        "schema_version",
        "tool",
        "encoder",
        "pairs",
        "document",
        "unaligned",
        "failures",
        "remarks",
    ]
    assert record["schema_version"] == 1
    assert record["tool"] == {"name": "alignqa", "version": "1.2.3"}
    assert record["document"]["score"] == 71.32
    assert record["unaligned"] == {
        "source": [
            {"pair": 4, "line": 9, "part": "body"},
            {"pair": 6, "line": 13, "part": "caption"},
        ],
        "target": [
            {"pair": 0, "line": 1, "part": "title"},
            {"pair": 7, "line": 27, "part": "furniture"},
        ],
    }
    pair = record["pairs"][3]
    assert {"type", "index", "source", "target", "similarity", "score", "risk"} < set(pair)
    assert pair["source"].keys() == {"text", "lang", "line"}
    finding = pair["findings"][0]
    assert finding["rule"] == "AQ101"
    assert finding["category"] == "entity"
    assert finding["suggestion"] == "外務省"
    assert finding["source_spans"] == [{"start": 4, "end": 20, "text": "Foreign Ministry"}]
    assert finding["target_spans"] == [{"start": 0, "end": 3, "text": "財務省"}]


def test_lines_are_pairs_in_order_then_the_summary() -> None:
    report = sample_reports.article()
    records = [json.loads(line) for line in json_lines.render(report).splitlines()]
    assert [record["type"] for record in records] == ["pair"] * 8 + ["summary"]
    assert [record["index"] for record in records[:-1]] == list(range(8))
    whole = json.loads(json_document.render(report))
    assert records[:-1] == whole["pairs"]
    assert {key: records[-1][key] for key in ("tool", "encoder", "document", "unaligned")} == {
        key: whole[key] for key in ("tool", "encoder", "document", "unaligned")
    }


@pytest.mark.parametrize("kind", sorted(HOSTILE.keys() - {"lone surrogate"}))
@pytest.mark.parametrize("format_name", ["json", "jsonl"])
def test_cat_of_it_is_harmless_and_nothing_is_lost(kind: str, format_name: str) -> None:
    text = HOSTILE[kind]
    rendered = all_outputs()[format_name].render(sample_reports.hostile(text))
    invisible = set("\u200b\u200d\ufeff\U000e0041\U000e0042")  # hidden, but they do nothing
    assert not (ACTING - invisible).intersection(rendered.replace("\n", ""))
    rendered.encode()
    record = json.loads(rendered.splitlines()[0] if format_name == "jsonl" else rendered)
    pair = record if format_name == "jsonl" else record["pairs"][0]
    assert pair["source"]["text"] == text
    assert pair["findings"][0]["source_spans"][0]["text"] == text


def test_a_lone_surrogate_is_escaped() -> None:
    rendered = json_record.dumps({"text": HOSTILE["lone surrogate"]})
    assert rendered == '{"text": "name\\udcff.txt"}'
    assert json.loads(rendered) == {"text": HOSTILE["lone surrogate"]}


def test_evidence_of_any_mapping_and_sequence_is_written() -> None:
    finding = Finding(
        sample_reports.NUMBER,
        Severity.MINOR,
        1.0,
        "message",
        evidence=MappingProxyType(
            {"a": (1, MappingProxyType({"d": 2})), "b": MappingProxyType({"c": None})}
        ),
    )
    report = sample_reports.clean()
    report = replace(report, pairs=(replace(report.pairs[0], findings=(finding,)),))
    record = json.loads(json_document.render(report))
    evidence = record["pairs"][0]["findings"][0]["evidence"]
    assert evidence == {"a": [1, {"d": 2}], "b": {"c": None}}


def test_a_figure_that_is_not_finite_is_refused() -> None:
    report = sample_reports.clean()
    report = replace(report, pairs=(replace(report.pairs[0], risk=math.nan),))
    with pytest.raises(ValueError, match="JSON"):
        json_document.render(report)


def test_the_registry_knows_each_output_by_name() -> None:
    assert list(all_outputs()) == [
        *("statistics", "terminal", "concise", "csv", "github", "html", "json", "jsonl"),
        *("junit", "markdown", "sarif"),
    ]
    report = sample_reports.article()
    assert all(output.render(report).endswith("\n") for output in all_outputs().values())
