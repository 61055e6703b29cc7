"""Every check against its table of cases: `cases/NAME.toml` for `alignqa.checks.NAME`.

A case has `source`, `target` and `source_lang`; `similarity` (0.8 unless given) and `part` (body
unless given); `moved`, where the target stands out of order; and a `note`. Its sentences are paired
as those of a file are. The case of a check of whole documents has, in place of the two texts,
`pairs = [{ source, target, line }, ...]`, and each of its `findings` says in which `pair` (0, 1, ...). A table
may open with a `glossary`, comma-separated. A
`[[valid]]` case must give no finding; an `[[invalid]]` one exactly
its `findings`, in any order: `severity`, the words of the `source` and `target` spans, and
`suggestion` where that is held to.
"""

from __future__ import annotations

import importlib
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.checks.registry import all_checks
from alignqa.finding import Finding
from alignqa.glossary import read_glossary
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.render.evidence import KINDS
from alignqa.render.language import catalogue
from alignqa.text import Lang, Segment

CASES = Path(__file__).parent / "cases"
FEWEST_INVALID, FEWEST_VALID = 8, 12
HEADINGS = ["## Why", "## Example", "## Limits"]


def _tables() -> dict[str, dict[str, Any]]:
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(CASES.glob("*.toml"))
    }


TABLES = _tables()


def _params(kind: str) -> list[Any]:
    return [
        pytest.param(name, case, id=f"{name}-{number}-{case['source_lang']}")
        for name, table in TABLES.items()
        for number, case in enumerate(table.get(kind, []), start=1)
    ]


@pytest.fixture(scope="session")
def context() -> Context:
    return default_context()


def _pairs(case: dict[str, Any]) -> list[Pair]:
    source_lang = Lang(case["source_lang"])
    pairs = [
        Pair(
            index=index,
            source=Segment(texts["source"], source_lang, texts.get("line")),
            target=Segment(texts["target"], source_lang.other, texts.get("line")),
            similarity=case.get("similarity", 0.8),
            part=Part(texts.get("part", case.get("part", "body"))),
            moved=case.get("moved", False),
        )
        for index, texts in enumerate(case.get("pairs", [case]))
    ]
    return with_sentences(pairs, embedded_encoder())


def _findings(name: str, case: dict[str, Any], context: Context) -> list[tuple[int, Finding]]:
    """Each finding with the place of its pair."""
    module = importlib.import_module(f"alignqa.checks.{name}")
    pairs = _pairs(case)
    if terms := TABLES[name].get("glossary"):
        context = replace(context, glossary=read_glossary([(terms, Path("terms.csv"))]))
    if hasattr(module, "gather"):
        gathered = [module.gather(pair, context) for pair in pairs]
        return list(module.check_gathered(pairs, gathered, context))
    if hasattr(module, "check_document"):
        return list(module.check_document(pairs, context))
    check = getattr(module, "check_code", None) or module.check
    return [(0, finding) for finding in check(pairs[0], context)]


def _marks(case: dict[str, Any], place: int, finding: Finding) -> dict[str, Any]:
    """A finding as a case writes it, but for the suggestion."""
    texts = case.get("pairs", [case])[place]
    return {
        "pair": place,
        "severity": finding.severity.value,
        "source": [span.of(texts["source"]) for span in finding.source_spans],
        "target": [span.of(texts["target"]) for span in finding.target_spans],
    }


def _written_marks(finding: dict[str, Any]) -> dict[str, Any]:
    return {"pair": finding.get("pair", 0)} | {
        key: finding[key] for key in ("severity", "source", "target")
    }


@pytest.mark.parametrize(("name", "case"), _params("valid"))
def test_valid(name: str, case: dict[str, Any], context: Context) -> None:
    found = [_marks(case, *finding) for finding in _findings(name, case, context)]
    assert found == [], _described(case)


@pytest.mark.parametrize(("name", "case"), _params("invalid"))
def test_invalid(name: str, case: dict[str, Any], context: Context) -> None:
    found = sorted(_findings(name, case, context), key=lambda f: repr(_marks(case, *f)))
    expected = sorted(case["findings"], key=lambda finding: repr(_written_marks(finding)))
    marks = [_marks(case, *finding) for finding in found]
    assert marks == [_written_marks(finding) for finding in expected], _described(case)
    for (_, finding), written in zip(found, expected, strict=True):
        if "suggestion" in written:
            assert finding.suggestion == written["suggestion"], _described(case)


@pytest.mark.parametrize(("name", "case"), _params("invalid"))
def test_findings_are_well_formed(name: str, case: dict[str, Any], context: Context) -> None:
    rule = importlib.import_module(f"alignqa.checks.{name}").RULE
    for place, finding in _findings(name, case, context):
        texts = case.get("pairs", [case])[place]
        assert finding.rule == rule
        assert finding.severity.rank <= rule.severity.rank, "worse than its rule says"
        assert 0 <= finding.confidence <= 1
        assert finding.message
        assert finding.source_spans or finding.target_spans, "marks no words"
        assert _without_japanese(finding) == set(), "not in data/messages/ja.toml"
        assert all(span.end <= len(texts["source"]) for span in finding.source_spans)
        assert all(span.end <= len(texts["target"]) for span in finding.target_spans)


def _without_japanese(finding: Finding) -> set[str]:
    """What of the evidence a report in Japanese would have to say in English."""
    named = {key.replace("_", " ") for key in finding.evidence}
    kinds = {str(finding.evidence[key]) for key in KINDS & finding.evidence.keys()}
    return (named | kinds) - catalogue(Lang.JAPANESE).keys()


def _described(case: dict[str, Any]) -> str:
    return "\n".join(
        f"{key}: {case[key]}" for key in ("note", "source", "target", "pairs") if key in case
    )


def test_codes_and_names_are_unique() -> None:
    rules = [check.rule for check in all_checks()]
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.name)
def test_a_check_documents_itself(check: Any) -> None:
    summary, _, rest = check.documentation.partition("\n\n")
    assert summary.endswith("."), "the first paragraph is one sentence"
    assert [line for line in rest.splitlines() if line.startswith("## ")] == HEADINGS


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.name)
def test_a_check_has_cases_in_both_directions(check: Any) -> None:
    table = TABLES.get(check.rule.name.replace("-", "_"))
    assert table is not None, f"no {CASES.name}/{check.rule.name.replace('-', '_')}.toml"
    assert len(table["invalid"]) >= FEWEST_INVALID
    assert len(table["valid"]) >= FEWEST_VALID
    for kind in ("invalid", "valid"):
        assert {case["source_lang"] for case in table[kind]} == {"en", "ja"}


def test_every_table_is_of_a_check() -> None:
    assert set(TABLES) <= {check.rule.name.replace("-", "_") for check in all_checks()}
