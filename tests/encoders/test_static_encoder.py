"""The embedded encoder."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.encoders import EMBEDDED, Encoder, StaticEncoder

TEXTS = [
    "The ferry leaves at nine.",
    "船は九時に出る。",
    "",
    " \n\t　",
    "?!…",
    "👨‍👩‍👧🏽",
    "𠮷野家と𩸽",
    "\x00\ufffd\u200b\ufeff",
    "ｶﾀｶﾅ と ＡＢＣ",
    "שלום مرحبا Привет",
    "\U000f0000\ue000",
    "a" * 5_000,
    "The ferry leaves at nine.",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return StaticEncoder()


def assert_unit_or_zero(rows: np.ndarray) -> None:
    lengths = np.linalg.norm(rows, axis=1)
    assert np.isfinite(rows).all()
    assert np.all(np.isclose(lengths, 1, atol=1e-4) | (lengths == 0))


def test_rows(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), 256)
    assert_unit_or_zero(rows)
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-4)
    assert np.array_equal(rows[0], rows[-1])


def test_no_texts(encoder: Encoder) -> None:
    rows = encoder.encode([])
    assert rows.dtype == np.float32
    assert rows.shape == (0, 256)


def test_nothing_gives_zeros(encoder: Encoder) -> None:
    assert not encoder.encode(["", "   \n"]).any()


def test_a_batch_gives_what_each_text_gives_alone(encoder: Encoder) -> None:
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert np.allclose(encoder.encode(TEXTS), alone, atol=1e-6)


def test_many_texts_give_what_few_give(encoder: Encoder) -> None:
    """More than one batch, and more than the number from which the table is widened."""
    lines = [f"line {number % 50} of the ferry's log" for number in range(6_000)]
    few = StaticEncoder().encode(lines[:50])
    many = encoder.encode(lines)
    assert np.allclose(many[:50], few, atol=1e-6)
    assert np.allclose(many[-50:], few, atol=1e-6)


def test_order_is_kept(encoder: Encoder) -> None:
    assert np.allclose(encoder.encode(TEXTS[::-1]), encoder.encode(TEXTS)[::-1], atol=1e-6)


def test_a_very_long_text(encoder: Encoder) -> None:
    sentence = "The ferry leaves at nine. 船は九時に出る。"
    rows = encoder.encode([sentence, sentence * (300_000 // len(sentence) + 1)])
    assert_unit_or_zero(rows)
    assert float(rows[0] @ rows[1]) > 0.99, "the end of a long text counts as its beginning does"


def test_a_rendering_is_nearer_than_something_else(encoder: Encoder) -> None:
    english = ["The ferry leaves at nine in the morning.", "My sister grows tomatoes."]
    japanese = ["連絡船は朝九時に出る。", "妹はトマトを育てている。"]
    cosines = encoder.encode(english) @ encoder.encode(japanese).T
    assert cosines[0, 0] > cosines[0, 1]
    assert cosines[1, 1] > cosines[1, 0]


def test_progress(encoder: Encoder) -> None:
    told: list[tuple[str, int, int]] = []
    encoder.encode(["line"] * 3_000, lambda *what: told.append(what))
    assert told == sorted(told)
    assert told[-1] == ("encoding", 3_000, 3_000)
    assert len(told) > 1
    assert {(what, total) for what, _, total in told} == {("encoding", 3_000)}


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(max_size=30), max_size=5))
def test_any_texts(encoder: Encoder, texts: list[str]) -> None:
    rows = encoder.encode(texts)
    assert rows.shape == (len(texts), 256)
    assert_unit_or_zero(rows)


def test_the_fingerprint_names_the_weights(encoder: Encoder) -> None:
    card = json.loads((EMBEDDED / "fingerprint.json").read_text("utf-8"))
    digest = hashlib.sha256((EMBEDDED / "model.safetensors").read_bytes()).hexdigest()
    assert card["sha256"] == digest
    assert encoder.fingerprint == f"{card['name']}@{digest[:12]}"


def test_it_needs_no_torch() -> None:
    code = (
        "import sys; from alignqa.encoders import load_encoder; load_encoder().encode(['ferry']); "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
