from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.baseline import Baseline, Entry, as_text, read_baseline
from alignqa.errors import SettingsError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.builds(
    Entry,
    path=st.sampled_from(["a.md", "b/c.md", "港.md"]),
    fingerprint=st.sampled_from([f"{n:016x}" for n in range(6)]),
    rule=TEXTS,
    severity=TEXTS,
    message=TEXTS,
    reason=st.none() | TEXTS.filter(bool),
)
BASELINES = st.lists(ENTRIES, max_size=12).map(Baseline.of)


@given(BASELINES)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, baseline: Baseline
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    path.write_text(as_text(baseline), encoding="utf-8", newline="\n")
    assert read_baseline(path) == baseline
    assert as_text(baseline).count("\n") == len(baseline.entries) + 2
    assert len(as_text(baseline).splitlines()) == len(baseline.entries) + 2


@given(BASELINES, st.lists(ENTRIES))
def test_recording_twice_changes_nothing(before: Baseline, entries: list[Entry]) -> None:
    judged = {entry.path for entry in entries}
    once = before.renewed(entries, judged, "why")
    assert once.renewed(entries, judged, "another why") == once
    assert once == Baseline.of(reversed(once.entries))
    assert {e.key for e in entries} == {e.key for e in once.entries if e.path in judged}
    others = [e for e in before.entries if e.path not in judged]
    assert [e for e in once.entries if e.path not in judged] == others


@given(BASELINES, BASELINES)
def test_pruned_of_what_is_fixed_all_is_still_there(baseline: Baseline, today: Baseline) -> None:
    found = {path: {e.fingerprint for e in today.entries if e.path == path} for path in ("a.md",)}
    pruned = baseline.without(baseline.fixed(found))
    assert pruned.fixed(found) == ()
    assert set(pruned.entries) <= set(baseline.entries)


def test_of_two_entries_for_a_finding_the_first_with_a_reason_stays() -> None:
    plain, reasoned, later = (Entry("a", "1", reason=reason) for reason in (None, "first", "later"))
    for entries in ([plain, reasoned, later], [reasoned, plain, later], [reasoned, later]):
        assert Baseline.of(entries).entries == (reasoned,)


def test_a_reason_outlives_a_renewal() -> None:
    before = Baseline.of([Entry("a", "1", reason="house style"), Entry("a", "2")])
    after = before.renewed([Entry("a", "1", message="new words"), Entry("a", "3")], {"a"}, "later")
    assert after.entries == (
        Entry("a", "1", message="new words", reason="house style"),
        Entry("a", "3", reason="later"),
    )


def test_a_file_that_was_renamed_keeps_what_is_known_of_it() -> None:
    baseline = Baseline.of([Entry("a", "1"), Entry("b", "2")])
    assert baseline.known("a", {"a", "b"}) == {"1"}
    assert baseline.known("c", {"a", "b"}) == frozenset()
    assert baseline.known("c", {"b"}) == {"1"}
    assert baseline.stale({"b"}) == (Entry("a", "1"),)


def test_two_branches_merge(tmp_path: Path) -> None:
    ours = Baseline.of([Entry("a", "1"), Entry("b", "1"), Entry("c", "1"), Entry("m", "5")])
    base = Baseline.of([Entry("b", "1"), Entry("c", "1"), Entry("m", "5")])
    theirs = Baseline.of([Entry("b", "1"), Entry("c", "1"), Entry("m", "5"), Entry("z", "9")])
    for name, baseline in (("ours", ours), ("base", base), ("theirs", theirs)):
        (tmp_path / name).write_text(as_text(baseline))
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True
    )
    assert merged.returncode == 0
    (tmp_path / "merged").write_bytes(merged.stdout)
    both = Baseline.of([*ours.entries, *theirs.entries])
    assert read_baseline(tmp_path / "merged") == both


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "baseline.json:1: the baseline is not JSON"),
        ('{"schema_version": 1,\n<<<<<<< ours\n', "baseline.json:2: .*merge"),
        ("[" * 100_000, "JSON"),
        ("[]", "no baseline of this version"),
        ('{"schema_version": 2, "findings": []}', "no baseline of this version"),
        ('{"schema_version": 1, "findings": {}}', "no baseline of this version"),
        ('{"schema_version": 1, "findings": [{"path": "a"}]}', "without a path or a fingerprint"),
        ('{"schema_version": 1, "findings": ["a"]}', "without a path or a fingerprint"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content)
    with pytest.raises(SettingsError, match=words):
        read_baseline(path)


def test_what_is_for_people_must_be_text(tmp_path: Path) -> None:
    record = {"path": "a", "fingerprint": "1", "reason": ["x"]}
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({"schema_version": 1, "findings": [record]}))
    with pytest.raises(SettingsError, match="something else than text"):
        read_baseline(path)
    path.write_bytes(b"\xff")
    with pytest.raises(SettingsError, match="UTF-8"):
        read_baseline(path)
    with pytest.raises(SettingsError, match="alignqa baseline"):
        read_baseline(tmp_path / "missing.json")
