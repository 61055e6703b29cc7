"""What site generators add to Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_files import blocks, written
from hypothesis import given
from hypothesis import strategies as st

from alignqa.formats.markdown_dialects import in_commonmark

MKDOCS = """\
[TOC]

!!! note "Before you begin"
    Bring your card.
    It is free.

??? warning

    Do not run.

    !!! tip

        Walk.

    ```python
    print("!!! note")
    ```

=== "On foot"

    1. Turn left.

       Then stop.

Card
:   A piece of paper.[^1]

*[HTML]: Hyper Text Markup Language
--8<-- "foot.md"

- [x] Buy a card
- [ ] Sign it

[^1]: Or plastic.
    As you wish.
[^two]:紙もあります。

Back to the margin.
"""

DOCUSAURUS = """\
---
title: Doors
---
import Tabs from '@theme/Tabs';
import './door.css';
export const Red = ({children}) => (
  <b>{children}</b>
);

:::note Before you begin
Bring the key.
:::

:::caution[Mind the step]

The floor is wet.

:::

<Tabs>
<TabItem value="a">

Open door 3.

</TabItem>
</Tabs>

{/* for
writers */}

<Tabs>
  <TabItem label="Docker">
  ```docker title="Dockerfile"
  FROM node:lts
  ```
  </TabItem>
  <TabItem label="npm">
      Indented text.
  </TabItem>
</Tabs>

Here is <Red>a key</Red>.{/* gold? */}

```js title="a.js"
import Tabs from '@theme/Tabs';
```
"""

OTHERS = """\
[[toc]]

::: details Click me
Stairs.
:::

::: code-group
```sh [npm]
npm add door
```
:::

<<< @/door.ts{2}

> [!IMPORTANT]
> Lock the door.

> [!note] By Ann
> She has the key.

{{< highlight go >}}
// Open opens the door.

func Open() {}
{{< /highlight >}}

{% highlight ruby %}
# open the door
{% endhighlight %}

The area is
$$
A = \\pi r^2
$$
square metres. $$ is not one. <!-- Ann? -->

$$ x = 1 $$ (one)

(start)=
# Start

```{note} Cards
:class: big
You need a card.
```

````{tip}
```{warning}
Cards burn.
```
Take two.
````

```{code-block} python
open(3)  # not text
```

+++

/// note | Keys
Copy it.
///

Open it.
{: .big}
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.md",
            MKDOCS,
            [
                (3, "title", "Before you begin"),
                (4, "body", "Bring your card.\nIt is free."),
                (9, "body", "Do not run."),
                (13, "body", "Walk."),
                (19, "title", "On foot"),
                (21, "body", "Turn left."),
                (23, "body", "Then stop."),
                (25, "body", "Card"),
                (26, "body", "A piece of paper.[^1]"),
                (31, "body", "Buy a card"),
                (32, "body", "Sign it"),
                (34, "body", "Or plastic.\n  As you wish."),
                (36, "body", "紙もあります。"),
                (38, "body", "Back to the margin."),
            ],
        ),
        (
            "a.mdx",
            DOCUSAURUS,
            [
                (2, "title", "Doors"),
                (10, "title", "Before you begin"),
                (11, "body", "Bring the key."),
                (14, "title", "Mind the step"),
                (16, "body", "The floor is wet."),
                (23, "body", "Open door 3."),
                (38, "body", "Indented text."),
                (42, "body", "Here is <Red>a key</Red>."),
            ],
        ),
        (
            "a.md",
            OTHERS,
            [
                (3, "title", "Click me"),
                (4, "body", "Stairs."),
                (16, "body", "Lock the door."),
                (18, "title", "By Ann"),
                (19, "body", "She has the key."),
                (31, "body", "The area is"),
                (35, "body", "square metres. $$ is not one."),
                (40, "title", "Start"),
                (42, "title", "Cards"),
                (44, "body", "You need a card."),
                (49, "body", "Cards burn."),
                (51, "body", "Take two."),
                (60, "title", "Keys"),
                (61, "body", "Copy it."),
                (64, "body", "Open it."),
            ],
        ),
    ],
)
def test_what_is_text(
    tmp_path: Path, name: str, text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert blocks(written(tmp_path, name, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "$$ is the number of the shell.\n\nIt has no end.\n",
        "Ratio 3:\n4\n",
        "import this book from abroad\n",
        "!!!\n",
        "===\n\n    code\n",
        "```\n!!! note\n[^1]: x\n:::\n```\n",
        "~~~ {.sh}\n```\n$$\n~~~\n",
        "{{< highlight go >}} never ends\n",
        "She said: [!no]\n",
    ],
)
def test_plain_markdown_is_left_alone(text: str) -> None:
    assert in_commonmark(text) == text


PIECES = [
    "!!! note\n",
    "    ",
    "```",
    "{note}",
    "\n",
    "$$",
    ":::tip x\n",
    "[^1]: ",
    "> ",
    "- ",
    "あ",
]


@given(st.lists(st.sampled_from([*PIECES, "a b", '=== "x"\n', "export const ", "{/*", "*/}"])))
def test_every_line_keeps_its_number(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert in_commonmark(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A component of a site's own, glued to what it holds.
        (
            "<DeepDive>\n#### Doors {/*doors*/}\n\nThey close.\n\n</DeepDive>\n",
            [(2, "title", "Doors"), (4, "body", "They close.")],
        ),
        # Elements of its own below a paragraph.
        (
            'Wait:\n<door-list name="all"/>\n<door-tabs><door-tab id="1">\nHere.\n</door-tab>\n',
            [(1, "body", "Wait:"), (4, "body", "Here.")],
        ),
        ('<Note level="high">\nWait here.\n</Note>\n', [(2, "body", "Wait here.")]),
        # An alert whose text begins on its first line, and one with a title.
        (
            "> [!NOTE] The doors that open by themselves, and only\n> those, close.\n",
            [(1, "body", "The doors that open by themselves, and only\nthose, close.")],
        ),
        ("> [!NOTE] Doors\n> They close.\n", [(1, "title", "Doors"), (2, "body", "They close.")]),
        # Shortcodes of Hugo: around a text on its line, and with words of their own.
        ("{{< note >}} Mind the step. {{< /note >}}\n", [(1, "body", "Mind the step.")]),
        (
            "{{% alert color=red %}}Mind it,\nor fall.{{% /alert %}}\n",
            [(1, "body", "Mind it,\nor fall.")],
        ),
        (
            'The {{< glossary_tooltip text="door" term_id="d" >}} of `{{< x text="y" >}}`.\n',
            [(1, "body", 'The door of `{{< x text="y" >}}`.')],
        ),
        (
            "From {{< skew currentVersion >}} on.\n",
            [(1, "body", "From {{< skew currentVersion >}} on.")],
        ),
        ('<Picture alt="An open door" />\n', [(1, "caption", "An open door")]),
        # What a comment of Liquid holds, wherever its lines begin and end.
        (
            "- One.\n{% comment %}- Two,\n  or three. {% endcomment %}\n\nFour.\n",
            [(1, "body", "One."), (5, "body", "Four.")],
        ),
        ("{% comment %} no {% endcomment %}\nYes.\n", [(2, "body", "Yes.")]),
    ],
)
def test_what_a_page_of_documentation_holds(
    tmp_path: Path, text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert blocks(written(tmp_path, "a.md", text)) == expected
