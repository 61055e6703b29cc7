"""What a start costs: the heavy libraries stay out, and memory stays small.

Each in a process of its own, since the tests around have imported much already.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLEAN = Path(__file__).parent.parent / "corpora" / "clean.en-ja.txt"
NEVER = ("torch", "transformers", "sentence_transformers", "sacrebleu", "model2vec")
NOT_ON_IMPORT = ("numpy", "sudachipy", "tokenizers", "safetensors", "simplemma", "rich", "typer")
# Some 350 on Linux with Python 3.11, a good part of them pages of files that are mapped.
MEMORY_MB = 375

# Runs the command line as the console script does, then says what it left behind. The peak is
# Linux's VmHWM: getrusage's would count what the process that started this one held.
COMMAND = """
import contextlib, io, json, pathlib, re, sys
from alignqa.cli import main
sys.argv = ["alignqa", *json.loads(sys.argv[1])]
with contextlib.redirect_stdout(io.StringIO()):
    try:
        status = main()
    except SystemExit as end:
        status = end.code
memory = pathlib.Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s*(\\d+) kB", memory.read_text()) if memory.is_file() else None
print(json.dumps({
    "status": status,
    "modules": sorted(sys.modules),
    "peak": int(peak[1]) / 1024 if peak else None,
}))
"""


def left_behind(code: str, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["rule"], ["check", str(CLEAN)], ["align", str(CLEAN)], ["diff", str(CLEAN)]],
    ids=" ".join,
)
def test_a_command_leaves_the_heavy_libraries_alone(arguments: list[str]) -> None:
    left = left_behind(COMMAND, json.dumps(arguments))
    assert left["status"] in (0, None)
    assert not set(NEVER) & set(left["modules"])


def test_the_memory_of_a_check() -> None:
    left = left_behind(COMMAND, json.dumps(["check", str(CLEAN)]))
    if left["peak"] is None:
        pytest.skip("only Linux tells the peak")
    assert left["peak"] < MEMORY_MB


def test_the_import_is_light() -> None:
    modules = left_behind("import alignqa, json, sys; print(json.dumps(sorted(sys.modules)))")
    assert not {*NEVER, *NOT_ON_IMPORT} & set(modules)
