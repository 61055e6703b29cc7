"""What the README says under “In CI” runs as it is printed, and so do the hooks and the action."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from composite_action import CompositeAction

yaml: Any = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
SECTION = (
    (ROOT / "README.md").read_text(encoding="utf-8").split("\n## In CI\n")[1].split("\n## ")[0]
)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(match[1], match[2]) for match in BLOCK.finditer(SECTION)]

ENGLISH = """\
# The ferry

The ferry leaves the island at nine every morning from Monday to Friday.

Tickets are sold on board, and cost 500 yen.
"""
JAPANESE = """\
# フェリー

フェリーは月曜から金曜まで、毎朝9時に島を出る。

切符は船内で販売され、料金は500円である。
"""
WRONG = JAPANESE.replace("500円", "5,000円")

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="needs bash and git"
)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


class Project:
    """A checkout with a pair of pages, a memory, and the README's configuration."""

    def __init__(self, root: Path, commands: Path) -> None:
        self.root = root
        self._path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        for name, text in (("docs/en/guide.md", ENGLISH), ("docs/ja/guide.md", JAPANESE)):
            self.write(name, text)
        self.write("memory.tsv", "Good morning.\tおはようございます。\n")
        self.write("alignqa.toml", blocks("toml")[0])
        self.run("git init -q -b main")
        self.commit()
        self.run("git update-ref refs/remotes/origin/main HEAD")

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8", newline="\n")

    def commit(self) -> None:
        who = "-c user.name=A -c user.email=a@example.org -c commit.gpgsign=false"
        self.run(f"git add -A && git {who} commit -q -m change")

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
            env={**self.environment(), **environment},
        )

    def environment(self) -> dict[str, str]:
        """A shell's, whose `alignqa` is the one that is tested."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_"))}
        cache = str(self.root.parent / "cache")
        return {**kept, "PATH": self._path, "ALIGNQA_CACHE_DIR": cache}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    commands = tmp_path / "bin"
    commands.mkdir()
    for name, options in (("alignqa", "-m alignqa "), ("python", "")):
        script = commands / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {options}"$@"\n')
        script.chmod(0o755)
    (tmp_path / "project").mkdir()
    return Project(tmp_path / "project", commands)


def test_every_command_runs_in_order_as_printed(project: Project) -> None:
    (project.root / "alignqa-baseline.json").unlink(missing_ok=True)
    done = project.run("".join(blocks("sh")))
    assert done.returncode == 0, done.stderr
    assert (project.root / "alignqa-baseline.json").is_file()
    assert "passed: 1 file" in done.stdout
    assert "passed: 0 files" in done.stdout


def test_the_configuration_fails_what_is_wrong(project: Project) -> None:
    project.write("docs/ja/guide.md", WRONG)
    project.write("alignqa-baseline.json", '{"schema_version": 1, "findings": [\nnull]}\n')
    done = project.run("alignqa gate --changed-since origin/main")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("docs/ja/guide.md:5: AQ")


def test_gitlab(project: Project) -> None:
    job = yaml.safe_load(blocks("yaml")[2])["translations"]
    project.run("alignqa baseline")
    install, *script = job["script"]
    assert install == "pip install alignqa"
    assert project.run("\n".join(script)).returncode == 0
    assert (project.root / job["artifacts"]["reports"]["junit"]).is_file()


def test_pre_commit(project: Project) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    asked = yaml.safe_load(blocks("yaml")[0])["repos"][0]["hooks"]
    assert {hook["id"] for hook in asked} <= {hook["id"] for hook in hooks}
    project.write("alignqa-baseline.json", '{"schema_version": 1, "findings": [\nnull]}\n')
    project.write("docs/ja/guide.md", WRONG)
    changed, files = hooks
    assert project.run(changed["entry"]).returncode == 1
    assert project.run(f"{files['entry']} --no-config memory.tsv").returncode == 0


ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def action(tmp_path: Path) -> CompositeAction:
    (tmp_path / "runner").mkdir()
    return CompositeAction(ACTION, ROOT, tmp_path / "runner")


@pytest.mark.parametrize(
    ("page", "arguments", "status"),
    [
        (WRONG, "--changed-since origin/main", 1),
        (WRONG, "--changed-since origin/main --exit-zero", 0),
        (JAPANESE, "", 0),
        (JAPANESE, "--pair 'nothing here;$(touch owned)'", 2),
        (JAPANESE, '--glossary "$(touch owned)`touch owned`"', 2),
        (JAPANESE, "--glossary 'not closed", 2),
        (JAPANESE, "--max-major 0\n--max-minor\n0", 0),
    ],
    ids=["fails", "exit zero", "passes", "cannot judge", "substitution", "a quote", "lines"],
)
def test_the_steps_of_the_action(
    project: Project, action: CompositeAction, page: str, arguments: str, status: int
) -> None:
    project.write("docs/ja/guide.md", page)
    project.write("alignqa-baseline.json", '{"schema_version": 1, "findings": [\nnull]}\n')
    done = action.run(project.root, {"args": arguments}, project.environment(), without=["install"])
    assert done.status == status, done.log
    judged = status != 2
    if "not closed" not in arguments:
        assert done.outputs["status"] == str(status)
    assert bool(done.outputs["sarif"]) is judged
    assert ("github/codeql-action/upload-sarif" in done.used) is judged
    assert ("## alignqa gate" in done.summary) is judged
    if judged:
        sarif = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))
        assert bool(sarif["runs"][0]["results"]) is (page is WRONG)
    assert ("::error file=docs/ja/guide.md" in done.log) is (page is WRONG)
    assert not (project.root / "owned").exists()


def test_the_action_in_a_folder_tells_paths_from_the_top(
    project: Project, action: CompositeAction, tmp_path: Path
) -> None:
    project.write("docs/ja/guide.md", WRONG)
    inputs = {"args": "--pair en/guide.md:ja/guide.md --no-config", "upload-sarif": "false"}
    done = action.run(
        project.root,
        {**inputs, "working-directory": "docs"},
        project.environment(),
        without=["install"],
    )
    assert done.status == 1
    assert "::error file=docs/ja/guide.md" in done.log
    assert '"uri": "docs/ja/guide.md"' in (tmp_path / "runner/alignqa.sarif").read_text("utf-8")
    assert "github/codeql-action/upload-sarif" not in done.used


def test_the_action_keeps_packages_and_results(
    project: Project, action: CompositeAction, tmp_path: Path
) -> None:
    steps = {step.get("name"): step for step in ACTION["runs"]["steps"]}
    assert steps["Cache results"]["with"]["path"] == steps["Gate"]["env"]["ALIGNQA_CACHE_DIR"]
    assert steps["Cache packages"]["with"]["path"] == steps["Install"]["env"]["PIP_CACHE_DIR"]
    done = action.run(
        project.root,
        {"args": "--no-config --pair docs/en/guide.md:docs/ja/guide.md"},
        project.environment(),
        without=["install"],
    )
    assert list((tmp_path / "runner/alignqa-cache").iterdir()), done.log


def test_the_workflow_asks_for_what_the_action_has() -> None:
    workflow = yaml.safe_load(blocks("yaml")[1])
    asked = workflow["jobs"]["alignqa"]["steps"][-1]
    assert set(asked["with"]) <= set(ACTION["inputs"])
    assert workflow["permissions"]["security-events"] == "write"


def test_no_key_is_in_the_files_that_their_readers_do_not_know() -> None:
    """The keys are those of GitHub's, pre-commit's and GitLab's documentation."""
    assert set(ACTION) == {"name", "description", "branding", "inputs", "outputs", "runs"}
    for given in ACTION["inputs"].values():
        assert set(given) == {"description", "default"}
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) is not ("run" in step)
        known = {"name", "id", "if", "env", "continue-on-error"}
        known |= {"uses", "with"} if "uses" in step else {"run", "shell", "working-directory"}
        assert set(step) <= known
        assert "shell" in step or "uses" in step
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert set(hook) <= {
            "id", "name", "description", "entry", "language", "files", "types", "pass_filenames",
            "require_serial",
        }  # fmt: skip
    job = yaml.safe_load(blocks("yaml")[2])["translations"]
    assert set(job) <= {"image", "variables", "cache", "script", "artifacts", "rules"}
    assert set(job["artifacts"]) <= {"when", "reports"}
