"""Which blocks of code of two documents belong together."""

from __future__ import annotations

from alignqa.align.code_blocks import matched_code


def test_alike_blocks_are_paired_in_order_and_a_new_one_stays_alone() -> None:
    source = ["npm install harbour", "ferry start --port 80", "ferry stop --now"]
    target = ["npm install harbour", "ferry stop --soon"]
    places = (range(3), (0, 2))
    assert matched_code(source, target, places) == [(0, 0), (1, None), (2, 1)]


def test_very_many_blocks_that_all_changed_are_paired_by_what_they_follow() -> None:
    source = [f"ferry{n} start --port {n}" for n in range(60)]
    target = [f"ferry{n} start --port {n + 100}" for n in range(60) if n != 30]
    places = (range(60), [n for n in range(60) if n != 30])
    found = matched_code(source, target, places)
    assert (30, None) in found
    assert [(row, column) for row, column in found if row is not None and column is not None] == [
        (row, row - (row > 30)) for row in range(60) if row != 30
    ]
