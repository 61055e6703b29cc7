"""Any sentence-transformers model: its options, its prompts, its version, and what can go wrong."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny_models

from alignqa.encoders import load_encoder, transformer
from alignqa.encoders.cached import CachedEncoder
from alignqa.errors import EncoderError

pytest.importorskip("torch")
pytest.importorskip("sentence_transformers")
# sentence-transformers and what it imports warn of their own coming changes.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
TEXTS = ["the ferry sank", "船 が 沈んだ", "the", "the ferry", "the the the ferry", "船", "the"]
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    tiny_models.write_transformer(folder)
    return folder


@pytest.fixture
def model(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "tiny"))


def rewrite(file: Path, **changes: Any) -> None:
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes), encoding="utf-8")


def with_prompts(model: Path, prompts: dict[str, str]) -> None:
    rewrite(model / "config_sentence_transformers.json", prompts=prompts)


def on_the_hub(model: Path, monkeypatch: pytest.MonkeyPatch, name: str = "harbour/tiny") -> Path:
    """As if the model had been fetched from the hub some time ago."""
    cache = model.with_name("hub")
    home = cache / f"models--{name.replace('/', '--')}"
    (home / "refs").mkdir(parents=True)
    (home / "refs" / "main").write_text(COMMIT)
    shutil.copytree(model, home / "snapshots" / COMMIT)
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(cache))
    return home / "snapshots" / COMMIT


# Options ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch_size", [1, 2, 3, 100])
def test_any_batch_size_gives_the_same(model: Path, batch_size: int) -> None:
    rows = load_encoder(str(model), batch_size=batch_size).encode(TEXTS)
    assert np.allclose(rows, load_encoder(str(model)).encode(TEXTS), atol=1e-6)


def test_tells_of_each_batch(model: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load_encoder(str(model), batch_size=2).encode(TEXTS, lambda *what: told.append(what))
    assert told == [("encoding", 3, 7), ("encoding", 5, 7), ("encoding", 7, 7)], "one comes twice"


def test_blank_texts_are_zeros(model: Path) -> None:
    rows = load_encoder(str(model)).encode(["", "the", " \n\t　"])
    assert rows.any(axis=1).tolist() == [False, True, False]
    assert not load_encoder(str(model)).encode([""]).any()


def test_a_device_by_name(model: Path) -> None:
    rows = load_encoder(str(model), device="cpu").encode(TEXTS)
    assert np.allclose(rows, load_encoder(str(model)).encode(TEXTS), atol=1e-5)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"batch_size": 0}, ["0", "1 or more"]),
        ({"batch_size": -3}, ["-3"]),
        ({"device": "gpu"}, ["“gpu”", "cuda"]),
        ({"device": ""}, ["“”"]),
        ({"device": "cuda:x"}, ["“cuda:x”"]),
        ({"device": "meta"}, ["“meta”"]),
        ({"device": "cuda:99"}, ["cuda:99 cannot be used here", "such as cpu"]),
    ],
)
def test_options_that_make_no_sense(model: Path, options: Any, words: list[str]) -> None:
    with pytest.raises(EncoderError) as caught:
        load_encoder(str(model), **options)
    assert all(word in str(caught.value) for word in words), caught.value
    assert "\n" not in str(caught.value)


# Prompts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "prompts", "prefix"),
    [
        ("tiny", {"sts": "the ferry "}, "the ferry "),
        ("tiny", {"query": "sank ", "document": ""}, ""),
        ("tiny-e5-small", {"query": "", "document": ""}, "query: "),
    ],
)
def test_the_prompt_stands_before_each_text(
    model: Path, name: str, prompts: dict[str, str], prefix: str
) -> None:
    with_prompts(model, {})
    plain = load_encoder(str(model)).encode([prefix + text for text in TEXTS])
    with_prompts(model, prompts)
    rows = load_encoder(str(model.rename(model.with_name(name)))).encode(TEXTS)
    assert np.allclose(rows, plain, atol=1e-6)


def test_a_default_prompt_for_queries_is_left_out(model: Path) -> None:
    plain = load_encoder(str(model)).encode(TEXTS)
    with_prompts(model, {"query": "sank "})
    rewrite(model / "config_sentence_transformers.json", default_prompt_name="query")
    assert np.allclose(load_encoder(str(model)).encode(TEXTS), plain, atol=1e-6)


# Versions -----------------------------------------------------------------------------------------


def test_a_fingerprint_changes_with_what_the_vectors_depend_on(model: Path) -> None:
    prints = [load_encoder(str(model), cache=True).fingerprint]
    (model / "README.md").write_text("A note.")
    assert load_encoder(str(model), cache=True).fingerprint == prints[0]
    rewrite(model / "1_Pooling" / "config.json", pooling_mode="cls")
    prints.append(load_encoder(str(model), cache=True).fingerprint)
    with_prompts(model, {"sts": "the "})
    prints.append(load_encoder(str(model), cache=True).fingerprint)
    weights = bytearray((model / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (model / "model.safetensors").write_bytes(weights)
    prints.append(load_encoder(str(model), cache=True).fingerprint)
    assert len(set(prints)) == 4
    assert all(name.startswith("tiny@") for name in prints)
    assert prints[-1].endswith(" “the”")


@pytest.mark.parametrize("asked", ["harbour/tiny", f"harbour/tiny@{COMMIT}", "harbour/tiny@main"])
def test_a_name_on_the_hub_carries_its_commit(
    model: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    on_the_hub(model, monkeypatch)
    encoder = load_encoder(asked)
    assert encoder.fingerprint == "harbour/tiny@0123456789ab"
    assert np.allclose(encoder.encode(TEXTS), load_encoder(str(model)).encode(TEXTS), atol=1e-6)


def test_a_name_without_an_owner(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_hub(model, monkeypatch, "sentence-transformers/tiny")
    assert load_encoder("tiny").fingerprint == "tiny@0123456789ab"


def test_a_folder_of_the_hubs_cache_is_called_by_its_model(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = on_the_hub(model, monkeypatch, "harbour/tiny-e5")
    name = load_encoder(str(snapshot)).fingerprint
    assert name.startswith("models--harbour--tiny-e5@")
    assert name.endswith("“query:”")


def test_a_revision_that_is_not_here(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_hub(model, monkeypatch)
    with pytest.raises(EncoderError, match="while online"):
        load_encoder("harbour/tiny@fedcba9")


# The cache ----------------------------------------------------------------------------------------


def test_with_and_without_a_cache(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    texts = [f"the {'ferry ' * (number % 9)}{number}" for number in range(700)] + TEXTS
    without = load_encoder(str(model)).encode(texts)
    first = load_encoder(str(model), cache=True)
    assert isinstance(first, CachedEncoder)
    told: list[tuple[str, int, int]] = []
    assert np.array_equal(first.encode(texts, lambda *what: told.append(what)), without)
    assert told[0] == ("loading the encoder", 0, 0)
    assert told[-1] == ("encoding", 707, 707)

    def fail(*_: Any) -> Any:
        raise AssertionError("the model is not needed")

    monkeypatch.setattr(transformer, "_load", fail)
    again = load_encoder(str(model), cache=True)
    assert np.array_equal(again.encode(texts[::-1]), without[::-1])


def test_a_static_model_is_not_cached(tmp_path: Path) -> None:
    tiny_models.write_static_embedding(tmp_path / "tiny")
    for name in (None, str(tmp_path / "tiny")):
        assert not isinstance(load_encoder(name, cache=True), CachedEncoder)


# What can go wrong --------------------------------------------------------------------------------

CODE = "from pathlib import Path\nPath(__file__).with_name('it-ran').touch()\nclass Own: ...\n"


@pytest.mark.parametrize("where", ["a module", "the architecture"])
def test_code_that_comes_with_a_model_is_not_run(model: Path, where: str) -> None:
    (model / "own.py").write_text(CODE)
    if where == "a module":
        modules = json.loads((model / "modules.json").read_text("utf-8"))
        modules[0]["type"] = "own.Own"
        (model / "modules.json").write_text(json.dumps(modules))
    else:
        own = {"AutoConfig": "own.Own", "AutoModel": "own.Own"}
        rewrite(model / "config.json", model_type="own", auto_map=own)
    with pytest.raises(EncoderError, match="code of its own, which alignqa does not run"):
        load_encoder(str(model))
    assert not list(model.parent.rglob("it-ran"))


def test_a_broken_model_that_is_cached(model: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    (model / "model.safetensors").write_bytes(b"\x00" * 40)
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(model), cache=True).encode(TEXTS)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RuntimeError("DefaultCPUAllocator: not enough memory\nmore"), "not enough memory.*below 32"),
        (IndexError("index out of range in self"), "index out of range"),
        (MemoryError(), "MemoryError"),
    ],
)  # fmt: skip
def test_a_model_that_fails(model: Path, failure: Exception, words: str) -> None:
    encoder = load_encoder(str(model))

    def fail(*_: Any, **__: Any) -> Any:
        raise failure

    encoder.load().encode = fail  # type: ignore[attr-defined]
    with pytest.raises(EncoderError, match=words) as caught:
        encoder.encode(TEXTS)
    assert "\n" not in str(caught.value)


def test_a_model_of_no_numbers(model: Path) -> None:
    encoder = load_encoder(str(model))
    encoder.load().encode = lambda batch, **_: np.full((len(batch), 8), np.nan)  # type: ignore[attr-defined]
    with pytest.raises(EncoderError, match="no numbers"):
        encoder.encode(TEXTS)


def test_without_the_extra(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install 'alignqa\[transformers\]'"):
        load_encoder(str(model), cache=True)
