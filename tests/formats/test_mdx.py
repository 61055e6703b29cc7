"""MDX: tags over several lines, indents of components, components in the middle of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_files import blocks, written
from hypothesis import given
from hypothesis import strategies as st

from alignqa.formats import load
from alignqa.formats.mdx import in_markdown

COMMAND = """\
Pack the crate:

<Command
  npm={["pack crate", "crate go"]}
  onClick={() => go()}
/>

<div
  className="two"
>

Then ship it.

</div>
"""

INDENTED = """\
<section>
  <div>
    ```js
    // go
    crate.go();

    crate.stop();
    ```

    ## Stopping

      - One crate
        - or two

    Stop it with `crate stop`.
  </div>
</section>

- An item

    with more of it
"""

FORMATTED = """\
<Pier.Dropdown />
から出る<Boat.Dropdown />は
<Link href="/times">
  時刻表
</Link>
で確かめられます。

<Note>
桟橋は滑ります。
</Note>
"""

PICTURE = """\
<a
  href="https://example.com/pier"
  style={{ display: 'flex' }}
>
  <img alt="The pier" />
</a>
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COMMAND, [(1, "body", "Pack the crate:"), (12, "body", "Then ship it.")]),
        (
            INDENTED,
            [
                (10, "title", "Stopping"),
                (12, "body", "One crate"),
                (13, "body", "or two"),
                (15, "body", "Stop it with `crate stop`."),
                (19, "body", "An item"),
                (21, "body", "with more of it"),
            ],
        ),
        (
            FORMATTED,
            [
                (
                    1,
                    "body",
                    "<Pier.Dropdown />から出る<Boat.Dropdown />は"
                    '<Link href="/times">時刻表</Link>で確かめられます。',
                ),
                (9, "body", "桟橋は滑ります。"),
            ],
        ),
        (
            PICTURE,
            [
                (
                    1,
                    "body",
                    "<a href=\"https://example.com/pier\" style={{ display: 'flex' }} > "
                    '<img alt="The pier" /> </a>',
                )
            ],
        ),
    ],
    ids=["tags over several lines", "indented", "in a sentence", "an element in one"],
)
def test_mdx(tmp_path: Path, text: str, expected: list[tuple[int, str, str]]) -> None:
    assert blocks(written(tmp_path, "a.mdx", text)) == expected


def test_indented_code_is_code(tmp_path: Path) -> None:
    (code,) = load(written(tmp_path, "a.mdx", INDENTED)).code
    assert (code.line, code.text) == (4, "// go\ncrate.go();\n\ncrate.stop();\n")


def test_markdown_is_no_mdx(tmp_path: Path) -> None:
    assert blocks(written(tmp_path, "a.md", "Go on:\n\n    crate go\n\nStop.")) == [
        (1, "body", "Go on:"),
        (5, "body", "Stop."),
    ]


def test_front_matter_below_a_blank_line(tmp_path: Path) -> None:
    page = written(tmp_path, "a.md", "\n---\ntitle: Crates\norder: 3\n---\n\nPack them.\n")
    assert blocks(page) == [(2, "title", "Crates"), (7, "body", "Pack them.")]


def test_a_tag_over_two_lines_in_markdown(tmp_path: Path) -> None:
    page = written(tmp_path, "a.md", 'The <img src="a.png"\n  alt="crate"> is full.\n')
    assert blocks(page) == [(1, "body", 'The <img src="a.png" alt="crate"> is full.')]


@given(
    st.lists(st.sampled_from("""<Tab,/>,<A>,</A>,あ,a b,- c,    d,\t,,```,<div>,> e""".split(",")))
)
def test_lines_keep_their_places(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert in_markdown(text).count("\n") == text.count("\n")
