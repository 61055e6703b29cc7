"""Which of several pieces of code in a sentence became another one."""

from __future__ import annotations

from pathlib import Path

import alignqa


def test_of_several_that_say_the_same_the_one_in_its_place_is_marked(tmp_path: Path) -> None:
    source = "Set `port` first, then open `port` and close `host`."
    target = "まず `prt` を設定し、次に `port` を開いて `host` を閉じます。"
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(f"source\ttarget\n{source}\t{target}\n", encoding="utf-8")
    ((_, finding),) = alignqa.check(pairs).findings()
    assert [span.start for span in finding.source_spans] == [source.index("`port`")]
    assert [span.of(target) for span in finding.target_spans] == ["`prt`"]
