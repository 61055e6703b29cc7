"""Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_files import blocks, written

from alignqa.bitext import Blocks
from alignqa.errors import UnreadableFile
from alignqa.formats import load, load_lines

PAGE = """\
---
title: "Opening hours"
weight: 3
description: When to come.
tags: [shop]
---

The shop
========

We open at **nine**, see [the map](https://example.com/map)
on Monday.

```sh
rm -rf build  # clean up
```

1. Open the file `shop.toml`.

   Then close it.
2. Set `hours` to 8.
   - Not 9.

> It is quiet.

    an indented command

| Day | Hours |
|-----|:-----:|
| Monday \\| Tuesday | 9–5 |

<!-- not for readers -->

<details>
<summary>Holidays</summary>

Closed on *all* of them.

</details>

![The shop](shop.png)

{{< tip >}}
Come early.
{{< /tip >}}

[map]: https://example.com "A map"

## How to get here {#way} ##

/// tip
Take a bus.
///
"""


def test_a_page(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "a.md", PAGE)) == [
        (2, "title", "Opening hours"),
        (4, "caption", "When to come."),
        (8, "title", "The shop"),
        (11, "body", "We open at **nine**, see [the map](https://example.com/map)\non Monday."),
        (18, "body", "Open the file `shop.toml`."),
        (20, "body", "Then close it."),
        (21, "body", "Set `hours` to 8."),
        (22, "body", "Not 9."),
        (24, "body", "It is quiet."),
        (28, "body", "Day"),
        (28, "body", "Hours"),
        (30, "body", "Monday | Tuesday"),
        (30, "body", "9–5"),
        (35, "body", "Holidays"),
        (37, "body", "Closed on *all* of them."),
        (41, "caption", "![The shop](shop.png)"),
        (44, "body", "Come early."),
        (49, "title", "How to get here"),
        (52, "body", "Take a bus."),
    ]


@pytest.mark.parametrize("text", ["```\ncode\n```\n", "---\nweight: 3\n---\n", "<!-- x -->\n"])
def test_a_page_without_text_has_no_passages(tmp_path: Path, text: str) -> None:
    assert blocks(written(tmp_path, "a.md", text)) == []


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load(written(tmp_path, "a.md", "\n"))


def test_blocks_of_code_stand_apart(tmp_path: Path) -> None:
    text = "Run:\n\n```sh\nferry start\n```\n\n- Stop:\n\n  ```\n  ferry stop\n  ```\n\nMake:\n\n    make\n"
    loaded = load(written(tmp_path, "a.md", text))
    assert isinstance(loaded, Blocks)
    assert [block.text for block in loaded.blocks] == ["Run:", "Stop:", "Make:"]
    assert [(block.line, block.text) for block in loaded.code] == [
        (4, "ferry start\n"),
        (10, "ferry stop\n"),
        (15, "make\n"),
    ]


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "a.md", "Yes.\n\n---\n\nNo.\n")) == [
        (1, "body", "Yes."),
        (5, "body", "No."),
    ]


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    text = ">" * 2000 + " deep\n\n" + "[" * 5000 + "\n\nEnd.\n\n" + "- " * 2000 + "deep\n"
    assert blocks(written(tmp_path, "a.md", text))[-1][2] == "End."


def test_its_lines_can_be_had_as_they_are(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", PAGE)
    assert load_lines(path).text == PAGE


def test_emphasis_by_tags_is_emphasis(tmp_path: Path) -> None:
    text = "これは<strong>必ず</strong>、<em>前</em>に。`<em>`は<code>x</code>、`` <b>` ``。<b class='a'>\n"
    assert blocks(written(tmp_path, "a.md", text)) == [
        (1, "body", "これは**必ず**、*前*に。`<em>`は`x`、`` <b>` ``。<b class='a'>")
    ]


def test_entities_are_the_characters_they_stand_for(tmp_path: Path) -> None:
    text = (
        "Bed &amp; breakfast&hellip; `&amp;` &lt;b&gt; and&nbsp;so &on; R&amp;D&D; &#167;3 &#60;\n"
    )
    assert blocks(written(tmp_path, "a.md", text)) == [
        (1, "body", "Bed & breakfast… `&amp;` &lt;b&gt; and&nbsp;so &on; R&D&D; §3 &#60;")
    ]
