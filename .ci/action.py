"""The GitHub action from its first step to its last, installing alignqa anew as a job does: the gate
passes, fails, and weighs what the README says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from composite_action import CompositeAction  # noqa: E402

ENGLISH = (
    "# The ferry\n\nThe ferry leaves the island at nine every morning.\n\nTickets cost 500 yen.\n"
)
JAPANESE = "# フェリー\n\nフェリーは毎朝9時に島を出る。\n\n切符は500円である。\n"
CONFIGURATION = '[[files]]\nsource = "docs/en/{path}.md"\ntarget = "docs/ja/{path}.md"\n'
TOLERANCE = 0.1
# What a virtual environment brings along.
NOT_OURS = ("pip", "setuptools", "pkg_resources", "_distutils_hack")


def main() -> None:
    """Stops at the first thing that is not as it should be."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        checkout, temp = Path(folder, "checkout"), Path(folder, "temp")
        temp.mkdir()
        write(checkout / "docs/en/guide.md", ENGLISH)
        write(checkout / "docs/ja/guide.md", JAPANESE)
        write(checkout / "alignqa.toml", CONFIGURATION)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "GIT"))}
        environment["PATH"] = os.pathsep.join(
            [str(Path(sys.executable).parent), os.environ["PATH"]]
        )
        runner = CompositeAction(action, ROOT, temp)
        done = runner.run(checkout, {}, environment)
        assert done.status == 0, done.log
        write(checkout / "docs/ja/guide.md", JAPANESE.replace("500円", "5,000円"))
        done = runner.run(checkout, {}, environment, without=["install"])
        assert done.status == 1, done.log
        assert "::error file=docs/ja/guide.md" in done.log, done.log
        compare_sizes(temp / "alignqa-venv")


def write(path: Path, text: str) -> None:
    """A file in folders that need not be there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def compare_sizes(environment: Path) -> None:
    """What was installed is as large as the README says, and torch is not among it."""
    python = next(environment.glob("*/python"))
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([python, "-c", script], capture_output=True, text=True, check=True)
    packages = Path(done.stdout.strip())
    assert not (packages / "torch").exists()
    size = sum(
        path.stat().st_size
        for path in packages.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not path.relative_to(packages).parts[0].startswith(NOT_OURS)
    )
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"takes (\d+) MB", readme)
    assert found is not None
    stated = int(found[1])
    print(f"installed: {size / 1e6:.0f} MB; the README says {stated}")
    assert abs(size / 1e6 - stated) <= TOLERANCE * stated


if __name__ == "__main__":
    main()
