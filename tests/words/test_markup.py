"""What is told from prose: addresses, tags, placeholders, code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.words.markup import CODE, EMAIL, PLACEHOLDER, TAG, URL, addresses, blanked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/guideをご覧ください。", ["https://example.org/guide"]),
        ("（https://example.org/a を参照）", ["https://example.org/a"]),
        ("See https://example.org/wiki/Tea_(drink).", ["https://example.org/wiki/Tea_(drink)"]),
        ("(see https://example.org/a).", ["https://example.org/a"]),
        ("www.example.org で公開", ["www.example.org"]),
        ("[rope](https://example.org/rope)-based", ["https://example.org/rope"]),
        (
            "[https://example.org/](https://example.org/x/).",
            ["https://example.org/", "https://example.org/x/"],
        ),
        ("https://example.org/a_(b)_(c)!", ["https://example.org/a_(b)_(c)"]),
    ],
)
def test_an_address_ends_before_the_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in addresses(text)] == found
    assert blanked(text, URL).count("\0") == sum(map(len, found))


@pytest.mark.parametrize(
    "placeholder",
    ["{name}", "{0}", "{}", "{:>10}", "{{ count }}", "${x}", "%{n}", "%s", "%(n)d", "%1$s", "<0>"],
)
def test_a_placeholder_is_found_whole(placeholder: str) -> None:
    assert [m.group() for m in PLACEHOLDER.finditer(f"の{placeholder}を")] == [placeholder]


@pytest.mark.parametrize("text", ["100% sure", "5%上昇", "{1, 2, 3}", "{.external}", "\\{x}"])
def test_what_only_looks_like_a_placeholder(text: str) -> None:
    assert not PLACEHOLDER.search(text)


def test_email_addresses() -> None:
    assert EMAIL.findall("info@example.org.まで、または@example") == ["info@example.org"]


@given(st.text(alphabet="ab<>`/ {}%shtp:.@あ。(", max_size=60))
def test_blanking_keeps_every_place(text: str) -> None:
    plain = blanked(text, CODE, TAG, URL, EMAIL, PLACEHOLDER)
    assert len(plain) == len(text)
    assert all(new in (old, "\0") for old, new in zip(text, plain, strict=True))
