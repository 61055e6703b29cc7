"""Encoders by name and by folder, and what is said when there is none."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny_models

from alignqa.encoders import EMBEDDED, Encoder, StaticEncoder, load_encoder
from alignqa.errors import EncoderError

# sentence-transformers and what it imports warn of their own coming changes.
THIRD_PARTY = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
TEXTS = ["the ferry sank", "船 が 沈んだ", "the", "the ferry"]


@pytest.fixture(scope="module")
def torch_stack() -> None:
    """For tests of models that only the extra can read."""
    pytest.importorskip("torch")
    pytest.importorskip("sentence_transformers")


def unit(rows: Any) -> np.ndarray:
    rows = np.asarray(rows, dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def assert_keeps_the_contract(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert encoder.encode([]).shape == (0, rows.shape[1])
    assert encoder.encode([]).dtype == np.float32
    told: list[tuple[str, int, int]] = []
    encoder.encode(TEXTS * 20, lambda *what: told.append(what))
    assert told[-1] == ("encoding", 80, 80)


@pytest.mark.parametrize("name", [None, "embedded", str(EMBEDDED)])
def test_the_embedded_one(name: str | None) -> None:
    encoder = load_encoder(name)
    assert isinstance(encoder, StaticEncoder)
    assert encoder.fingerprint == StaticEncoder().fingerprint


def test_a_folder_of_model2vec(tmp_path: Path) -> None:
    pytest.importorskip("model2vec")
    model = tiny_models.write_model2vec(tmp_path / "tiny")
    encoder = load_encoder(str(tmp_path / "tiny"))
    assert isinstance(encoder, StaticEncoder)
    assert np.allclose(encoder.encode(TEXTS), unit(model.encode(TEXTS)), atol=1e-5)
    assert_keeps_the_contract(encoder)


def test_a_folder_of_model2vec_with_weights(tmp_path: Path) -> None:
    pytest.importorskip("model2vec")
    weights = np.linspace(0.1, 2, len(tiny_models.WORDS))
    model = tiny_models.write_model2vec(tmp_path / "tiny", weights)
    encoder = load_encoder(str(tmp_path / "tiny"))
    assert np.allclose(encoder.encode(TEXTS), unit(model.encode(TEXTS)), atol=1e-5)


def test_words_that_a_static_model_does_not_know(tmp_path: Path) -> None:
    pytest.importorskip("model2vec")
    tiny_models.write_model2vec(tmp_path / "tiny")
    known, with_unknown, unknown, empty = load_encoder(str(tmp_path / "tiny")).encode(
        ["the ferry", "the qqq ferry", "qqq zzz", ""]
    )
    assert np.allclose(known, with_unknown, atol=1e-6)
    assert not unknown.any()
    assert not empty.any()


def test_a_fingerprint_is_of_the_weights(tmp_path: Path) -> None:
    pytest.importorskip("model2vec")
    tiny_models.write_model2vec(tmp_path / "tiny")
    tiny_models.write_model2vec(tmp_path / "other", np.ones(len(tiny_models.WORDS)) * 2)
    shutil.copytree(tmp_path / "tiny", tmp_path / "again" / "tiny")
    tiny, again, other = (
        load_encoder(str(tmp_path / name)).fingerprint for name in ("tiny", "again/tiny", "other")
    )
    assert tiny == again
    assert tiny.startswith("tiny@")
    assert tiny.partition("@")[2] != other.partition("@")[2]


@pytest.mark.usefixtures("torch_stack")
class TestSentenceTransformers:
    pytestmark = THIRD_PARTY

    def test_a_folder_of_a_static_embedding(self, tmp_path: Path) -> None:
        model = tiny_models.write_static_embedding(tmp_path / "tiny")
        encoder = load_encoder(str(tmp_path / "tiny"))
        assert isinstance(encoder, StaticEncoder)
        assert np.allclose(encoder.encode(TEXTS), unit(model.encode(TEXTS)), atol=1e-5)
        assert_keeps_the_contract(encoder)

    def test_the_embedded_folder_is_theirs_too(self) -> None:
        from sentence_transformers import SentenceTransformer

        texts = [
            "The ferry leaves at nine.",
            "船は九時に出る。",
            "ＡＢＣ ｶﾅ “quoted” it’s 2,500",
            "A much longer text, so that nothing is cut short. " * 200,
        ]
        theirs = SentenceTransformer(str(EMBEDDED), device="cpu").encode(
            texts, show_progress_bar=False
        )
        assert np.allclose(StaticEncoder().encode(texts), theirs, atol=1e-3)

    def test_a_folder_of_a_transformer(self, tmp_path: Path) -> None:
        model = tiny_models.write_transformer(tmp_path / "tiny")
        encoder = load_encoder(str(tmp_path / "tiny"))
        rows = encoder.encode(TEXTS)
        assert not isinstance(encoder, StaticEncoder)
        theirs = model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
        assert np.allclose(rows, theirs, atol=1e-5)
        assert encoder.fingerprint.startswith("tiny")
        assert_keeps_the_contract(encoder)

    def test_a_transformer_is_quiet(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        tiny_models.write_transformer(tmp_path / "tiny")
        capfd.readouterr()
        load_encoder(str(tmp_path / "tiny")).encode(TEXTS)
        assert capfd.readouterr() == ("", "")

    def test_a_transformer_that_wants_a_prefix(self, tmp_path: Path) -> None:
        model = tiny_models.write_transformer(tmp_path / "tiny-e5-small")
        rows = load_encoder(str(tmp_path / "tiny-e5-small")).encode(TEXTS)
        prefixed = [f"query: {text}" for text in TEXTS]
        theirs = model.encode(prefixed, normalize_embeddings=True, show_progress_bar=False)
        assert np.allclose(rows, theirs, atol=1e-5)

    @pytest.mark.parametrize("name", ["no-such-folder/at-all", "./none", "no such model?"])
    def test_nothing_of_that_name(self, name: str) -> None:
        with pytest.raises(EncoderError) as caught:
            load_encoder(name)
        assert name in str(caught.value)
        assert "name a folder" in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_a_folder_without_a_model(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("no model here", encoding="utf-8")
        with pytest.raises(EncoderError, match="cannot be loaded"):
            load_encoder(str(tmp_path))

    def test_a_folder_whose_list_of_modules_is_broken(self, tmp_path: Path) -> None:
        (tmp_path / "modules.json").write_text("[{", encoding="utf-8")
        with pytest.raises(EncoderError, match="cannot be loaded"):
            load_encoder(str(tmp_path))


BROKEN = [
    ("the weights", "model.safetensors", b"\x00" * 40),
    ("weights without the table", "model.safetensors", b"\x02\x00\x00\x00\x00\x00\x00\x00{}"),
    ("the tokenizer", "tokenizer.json", b"{"),
    ("a tokenizer that is no tokenizer", "tokenizer.json", b"[]"),
    ("a file of nothing", "model.safetensors", b""),
]


@pytest.mark.parametrize(("file", "content"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_folder(tmp_path: Path, file: str, content: bytes) -> None:
    pytest.importorskip("model2vec")
    tiny_models.write_model2vec(tmp_path / "tiny")
    (tmp_path / "tiny" / file).write_bytes(content)
    with pytest.raises(EncoderError) as caught:
        load_encoder(str(tmp_path / "tiny"))
    assert str(tmp_path / "tiny") in str(caught.value)
    assert "name a folder" in str(caught.value)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install 'alignqa\[transformers\]'"):
        load_encoder("some/model")
    assert load_encoder("embedded").encode(["ferry"]).any(), "the embedded one needs no extra"
