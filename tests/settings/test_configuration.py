"""What is read from a file, what goes before what, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from alignqa.errors import SettingsError
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.settings import (
    Settings,
    find_configuration,
    read_configuration,
    settings_of,
    thresholds_of,
)
from alignqa.settings.keys import KEYS
from alignqa.settings.schema import json_schema

RULES = tuple(
    Rule(code, name, MqmCategory.NUMBER, Severity.MAJOR)
    for code, name in [("AQ101", "wrong-term"), ("AQ102", "wrong-name"), ("AQ201", "number")]
)
FULL = """\
encoder = "e5"
ignore = ["AQ102"]
glossary = ["terms.csv"]

[severity]
AQ1 = "minor"
AQ101 = "critical"

[gate]
max-major = 2
min-coverage = 0.9

[[files]]
source = "docs/en/{path}.md"
target = "docs/ja/{path}.md"

[[overrides]]
paths = ["docs/*/legal/**"]
ignore = []
gate.max-major = 0

[[overrides]]
paths = ["docs/ja/legal/old.md"]
gate = { max-major = 9 }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrapped(text: str) -> str:
    """The same in `pyproject.toml`."""
    text = text.replace("[[", "[[tool.alignqa.").replace("\n[sev", "\n[tool.alignqa.sev")
    return "[tool.alignqa]\n" + text.replace("\n[gate", "\n[tool.alignqa.gate")


@pytest.mark.parametrize("name", ["alignqa.toml", "pyproject.toml"])
def test_what_a_file_says_and_where(folder: Path, name: str) -> None:
    path = folder / name
    path.write_text(FULL if name == "alignqa.toml" else wrapped(FULL), encoding="utf-8")
    configuration = read_configuration(path)
    more = 0 if name == "alignqa.toml" else 1
    values = configuration.in_force()
    assert values["encoder"].value == "e5"
    assert values["encoder"].origin == f"{name}:{1 + more}"
    assert values["gate.max-major"].origin == f"{name}:{10 + more}"
    assert values["severity"].origin == f"{name}:{5 + more}"
    assert values["device"].origin == "default"
    assert values["glossary"].value == ("terms.csv",)
    assert [str(rule) for rule in configuration.files] == ["docs/en/{path}.md:docs/ja/{path}.md"]
    assert configuration.files[0].origin == f"{name}:{14 + more}"
    settings = settings_of(values, RULES)
    assert settings == Settings(
        "e5",
        ignore=frozenset({"AQ102"}),
        glossaries=(Path("terms.csv"),),
        severities=(("AQ1", Severity.MINOR), ("AQ101", Severity.CRITICAL)),
    )
    assert thresholds_of(values).max_major == 2
    assert thresholds_of(values).max_critical == 0


def test_overrides_hold_for_their_files_and_the_last_one_counts(folder: Path) -> None:
    (folder / "alignqa.toml").write_text(FULL)
    configuration = read_configuration(folder / "alignqa.toml")

    def allowed(*names: str) -> tuple[int | None, object]:
        values = configuration.in_force(*map(Path, names))
        return thresholds_of(values).max_major, values["ignore"].value

    assert allowed("docs/ja/guide.md") == (2, ("AQ102",))
    assert allowed("docs/ja/legal/a/b.md") == (0, ())
    assert allowed("docs/en/legal/a.md", "elsewhere.md") == (0, ())
    assert allowed("docs/ja/legal/old.md") == (9, ())
    under_options = configuration.with_given({"gate.max-major": 5, "ignore": None})
    assert under_options.in_force(Path("docs/ja/legal/old.md"))["gate.max-major"].value == 5


def test_paths_are_sought_from_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "alignqa.toml").write_text('glossary = ["terms.csv", "/etc/terms.csv"]\n')
    (folder / "docs").mkdir()
    monkeypatch.chdir(folder / "docs")
    values = read_configuration(Path("../alignqa.toml")).in_force()
    assert values["glossary"].value == (f"{folder.as_posix()}/terms.csv", "/etc/terms.csv")


def test_the_nearest_file_is_found(folder: Path) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[tool.alignqa]\n")
    (folder / "a" / "pyproject.toml").write_text("[tool.other]\nalignqa = 1\n")
    assert find_configuration(Path("a/b")) == folder / "pyproject.toml"
    (folder / "alignqa.toml").write_text("")
    assert find_configuration(Path("a/b")) == folder / "alignqa.toml"
    (folder / "a" / "alignqa.toml").write_text("")
    assert find_configuration(Path("a/b")) == folder / "a" / "alignqa.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("encodr = 'x'\n", ["alignqa.toml:1", "“encodr”", "did you mean encoder?"]),
        ("[gate]\n\nmax-majr = 1\n", ["alignqa.toml:3", "did you mean gate.max-major?"]),
        ("max-major = 1\n", ["did you mean gate.max-major?"]),
        ("[gate]\nmax-major = -1\n", ["alignqa.toml:2", "a whole number from 0 on"]),
        ("[gate]\nmax-major = true\n", ["a whole number from 0 on"]),
        ("[gate]\nmax-risk = 1.5\n", ["a number from 0 to 1"]),
        ("[gate]\nmax-risk = nan\n", ["a number from 0 to 1"]),
        ("[gate]\nexit-zero = 'no'\n", ["true or false"]),
        ("gate = 1\n", ["“gate”"]),
        ("select = 'AQ1'\n", ["a list of texts"]),
        ("encoder = ''\n", ["a text that is not empty"]),
        ("[severity]\nAQ101 = 'bad'\n", ["neutral, minor, major, critical"]),
        ("[[overrides]]\nselect = []\n", ["alignqa.toml:1", "needs paths"]),
        ("[[overrides]]\npaths = ['a']\nencoder = 'x'\n", ["alignqa.toml:3", "no override"]),
        ("[[overrides]]\npaths = ['a']\nselct = []\n", ["did you mean select?"]),
        ("[overrides]\npaths = ['a']\n", ["[[overrides]]"]),
        ("[[files]]\ntarget = 'a'\n", ["need a source"]),
        ("[[files]]\nsource = 'a'\ntarge = 'a'\n", ["did you mean target?"]),
        ("[[files]]\nsource = 'a/{x}'\ntarget = 'b'\n", ["same words in braces"]),
        ("a = \n", ["is not TOML", "--no-config"]),
        ("a = " + "[" * 5000, ["is not TOML"]),
        ("encoder = '\udcff'\n", ["not in UTF-8"]),
    ],
)
def test_what_is_wrong_is_one_sentence(folder: Path, text: str, words: list[str]) -> None:
    (folder / "alignqa.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError) as caught:
        read_configuration(folder / "alignqa.toml")
    message = str(caught.value)
    assert all(word in message for word in words), message
    assert "\n" not in message


def test_a_file_that_is_missing() -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_configuration(Path("nowhere.toml"))


def test_an_unknown_rule_is_refused(folder: Path) -> None:
    (folder / "alignqa.toml").write_text("\n[severity]\nwrong-trm = 'minor'\n")
    values = read_configuration(folder / "alignqa.toml").in_force()
    with pytest.raises(SettingsError, match=r"alignqa\.toml:2: no rule .+ did you mean wrong-term"):
        settings_of(values, RULES)


def test_severities_are_given_to_findings_by_the_longest_name() -> None:
    severities = {"AQ1": Severity.MINOR, "wrong-name": Severity.CRITICAL, "AQ": Severity.NEUTRAL}
    settings = Settings.checked(RULES, severities=severities)
    findings = [Finding(rule, Severity.MAJOR, 1.0, "…") for rule in RULES]
    assert [finding.severity for finding in settings.graded(findings)] == [
        Severity.MINOR,
        Severity.CRITICAL,
        Severity.NEUTRAL,
    ]
    assert Settings().graded(findings) == tuple(findings)


def test_the_schema_knows_every_key_and_takes_what_the_reader_takes() -> None:
    schema = json_schema()
    tables = {
        name: of["properties"] for name, of in schema["properties"].items() if "properties" in of
    }
    for name in KEYS:
        table, _, inner = name.rpartition(".")
        assert inner in (tables[table] if table else schema["properties"])
    assert json.loads(json.dumps(schema)) == schema
    jsonschema: Any = pytest.importorskip("jsonschema")
    import tomllib

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(FULL), schema)
    for wrong in ({"encodr": "x"}, {"gate": {"max-major": -1}}, {"overrides": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
