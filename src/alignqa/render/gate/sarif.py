"""`--format sarif` of the gate: the findings of all files in one run, and the other breaches."""

from __future__ import annotations

import json
from typing import Any

from alignqa.render import json_record
from alignqa.render.inert import inert
from alignqa.render.report import sarif
from alignqa.verdict import Breach, Verdict

FORMAT = "sarif"

_PREFIX = "gate-"


def render(verdict: Verdict) -> str:
    """SARIF 2.1.0; a breach that is no single finding is a result of a rule `gate-min-score`.

    What a baseline knows is left out, not written with `suppressions`: code scanning does not know
    that property, and would open an alert for each.
    """
    document: dict[str, Any] = json.loads(sarif.render(verdict.merged()))
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    places: dict[str, int] = {}
    for breach in verdict.breaches:
        if breach.rule is not None:
            continue
        if breach.threshold not in places:
            places[breach.threshold] = len(rules)
            rules.append(_rule(breach.threshold))
        run["results"].append(_result(breach, places[breach.threshold]))
    for file in verdict.errors:
        run["invocations"][0]["executionSuccessful"] = False
        run["invocations"][0]["toolExecutionNotifications"].append(
            {"level": "error", "message": {"text": inert(f"{file.path}: {file.error}")}}
        )
    return json_record.dumps(document, indent=2) + "\n"


def _rule(threshold: str) -> dict[str, Any]:
    text = {"text": f"The gate's --{threshold} is not kept."}
    return {
        "id": _PREFIX + threshold,
        "name": "Gate" + "".join(word.title() for word in threshold.split("-")),
        "shortDescription": text,
        "fullDescription": text,
        "help": text,
        "defaultConfiguration": {"level": "error"},
    }


def _result(breach: Breach, rule: int) -> dict[str, Any]:
    return {
        "ruleId": _PREFIX + breach.threshold,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": inert(breach.message)},
        "locations": [{"physicalLocation": _location(breach)}],
        # There is one such breach of a file, or one of each line.
        "partialFingerprints": {"alignqa/v1": f"{breach.threshold} {inert(breach.place)}"},
    }


def _location(breach: Breach) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": sarif.uri(breach.path)}}
    # Code scanning shows no result without a line.
    return location | {"region": {"startLine": breach.line or 1}}
