"""The kinds of the boxes of site generators."""

from __future__ import annotations

import pytest

from alignqa.formats.markdown_boxes import boxes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (":::note\nWait.\n:::\n", {1: "note"}),
        ("::: warning Doors\n", {1: "warning"}),
        (":::{tip} Doors\n", {1: "tip"}),
        ('!!! danger "Doors"\n    Wait.\n', {1: "danger"}),
        ("??? info\n", {1: "info"}),
        ("> [!CAUTION]\n> Wait.\n", {1: "caution"}),
        ("Wait.\n\n{{< warning >}}\nWait.\n{{< /warning >}}\n", {3: "warning"}),
        ("<Note>\nWait.\n</Note>\n", {1: "note"}),
        ('<Aside type="tip">\n', {1: "tip"}),
        ("IMPORTANT: Wait.\n", {1: "important"}),
        ("Important: Wait.\n", {}),
        ("<note-list>\n", {}),
        ("note\n", {}),
        ("```md\n:::note\n```\n:::tip\n", {4: "tip"}),
        ("````md\n```\n:::note\n```\n````\n", {}),
    ],
)
def test_boxes(text: str, kinds: dict[int, str]) -> None:
    assert boxes(text) == kinds
