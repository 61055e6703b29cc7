"""Runs the `run` steps of a composite action as GitHub's runner does, one after another.

Expressions are those that action.yml has: names with dots, texts, `==`, `!=` and `&&`.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Outcome:
    """What came of a job: the statuses of its steps by name, and what they left behind. `used` are
    the actions that would have run, with what they were given."""

    statuses: dict[str, int] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    summary: str = ""

    @property
    def status(self) -> int:
        """That of the step that failed, else 0."""
        return next((status for status in self.statuses.values() if status), 0)


class CompositeAction:
    """An action in a checkout; `temp` is the runner's folder for what does not last."""

    def __init__(self, definition: Mapping[str, Any], action_path: Path, temp: Path) -> None:
        self._definition = definition
        self._files = {
            name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")
        }
        self._action_path = action_path
        self._temp = temp

    def run(
        self,
        workspace: Path,
        inputs: Mapping[str, str],
        environment: Mapping[str, str],
        without: Sequence[str] = (),
    ) -> Outcome:
        """Runs it on a checkout.

        Args:
            environment: the runner's.
            without: the ids of steps that are left out.
        """
        unknown = set(inputs) - set(self._definition["inputs"])
        assert not unknown, f"the action has no input {unknown}"
        defaults = {name: of.get("default", "") for name, of in self._definition["inputs"].items()}
        self._known: dict[str, str] = {
            "runner.temp": str(self._temp),
            "runner.os": "Linux",
            "runner.arch": "X64",
            "github.action_ref": "v1",
            "github.run_id": "7",
            "github.run_attempt": "1",
        }
        self._known |= {f"inputs.{name}": of for name, of in ({**defaults, **inputs}).items()}
        outcome = Outcome()
        for step in self._definition["runs"]["steps"]:
            if step.get("id") in without or not self._holds(step.get("if", "'a' != ''")):
                continue
            if "uses" in step:
                given = {name: self._filled(str(of)) for name, of in step.get("with", {}).items()}
                outcome.used[step["uses"].partition("@")[0]] = given
                continue
            status = self._run(step, workspace, environment, outcome)
            outcome.statuses[step["name"]] = status
            if status:
                break
        outcome.outputs = {
            name: self._filled(of["value"]) for name, of in self._definition["outputs"].items()
        }
        summary = self._files["GITHUB_STEP_SUMMARY"]
        outcome.summary = summary.read_text(encoding="utf-8") if summary.is_file() else ""
        return outcome

    def _run(
        self,
        step: Mapping[str, Any],
        workspace: Path,
        environment: Mapping[str, str],
        outcome: Outcome,
    ) -> int:
        assert step["shell"] == "bash"
        # GitHub puts what an expression comes to into the script before a shell reads it.
        assert "${{" not in step["run"], "a value in a script would be run; give it by env"
        script = self._temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8", newline="\n")
        self._files["GITHUB_OUTPUT"].write_text("")
        added = self._files["GITHUB_PATH"]
        paths = added.read_text(encoding="utf-8").splitlines()[::-1] if added.is_file() else []
        own = {name: self._filled(str(of)) for name, of in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=workspace / self._filled(step.get("working-directory", ".")),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=600,
            env={
                **environment,
                "PATH": os.pathsep.join([*paths, environment["PATH"]]),
                "GITHUB_WORKSPACE": str(workspace),
                "GITHUB_ACTION_PATH": str(self._action_path),
                "GITHUB_ACTIONS": "true",
                "RUNNER_TEMP": str(self._temp),
                **{name: str(path) for name, path in self._files.items()},
                **own,
            },
        )
        outcome.log += done.stdout + done.stderr
        if "id" in step:
            for line in self._files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
                name, _, value = line.partition("=")
                self._known[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1]), text)

    def _holds(self, condition: str) -> bool:
        return all(self._compared(part) for part in condition.split("&&"))

    def _compared(self, comparison: str) -> bool:
        left, sign, right = re.split(r"\s*(==|!=)\s*", comparison.strip())
        return (self._value(left) == self._value(right)) is (sign == "==")

    def _value(self, term: str) -> str:
        if term.startswith("'"):
            return term.strip("'")
        # What a step that did not run would have put out is empty.
        assert term in self._known or term.startswith("steps."), f"unknown: {term}"
        return self._known.get(term, "")
