"""What is put before each text, family by family."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignqa.encoders.prompt import prompt_of, prompts_in

SEARCH = "Instruct: Find passages that answer the query\nQuery: "
PARALLEL = "Instruct: Find the translation\nQuery: "
ALIKE = "Instruct: Find text of like meaning\nQuery: "


@pytest.mark.parametrize(
    ("name", "prompts", "prompt"),
    [
        ("sentence-transformers/LaBSE", {}, ""),
        ("BAAI/bge-m3", {"query": "", "document": ""}, ""),
        ("sentence-transformers/static-similarity-mrl-multilingual", {}, ""),
        # E5, whether the folder says so, says nothing, or says less than nothing.
        ("intfloat/multilingual-e5-small", {}, "query: "),
        ("multilingual-e5-small-enja", {"query": "", "document": ""}, "query: "),
        ("multilingual-E5-base", {"query": None}, "query: "),
        ("my_e5_tuned", {}, "query: "),
        ("tuned", {"query": "query: ", "passage": "passage: "}, "query: "),
        ("tuned", {"query": "query: ", "document": "passage: "}, "query: "),
        ("intfloat/multilingual-e5-large-instruct", {}, ""),
        ("intfloat/e5-mistral-7b-instruct", {"web_search_query": SEARCH, "sts_query": ALIKE}, ALIKE),
        # Names that only look like it.
        ("node5-large", {}, ""),
        ("model-e50", {}, ""),
        ("the5", {}, ""),
        # Instructions to search are for the side that asks.
        ("Qwen/Qwen3-Embedding-0.6B", {"query": SEARCH, "document": ""}, ""),
        ("Alibaba-NLP/gte-multilingual-base", {"query": SEARCH}, ""),
        ("Snowflake/arctic-embed", {"query": "query: "}, ""),
        ("harrier", {"web_search_query": SEARCH, "sts_query": ALIKE, "bitext_query": PARALLEL}, PARALLEL),
        (
            "google/embeddinggemma-300m",
            {
                "query": "task: search result | query: ",
                "document": "title: none | text: ",
                "BitextMining": "task: translation | query: ",
                "STS": "task: sentence similarity | query: ",
            },
            "task: translation | query: ",
        ),
        ("any", {"STS": "sts: ", "document": "doc: "}, "sts: "),
        ("any", {"similarity": "like: ", "query": "query: "}, "like: "),
        ("any", {"text-matching": "match: "}, "match: "),
        ("any", {"query": "search_query: ", "document": "search_document: "}, "search_document: "),
        ("any", {"Classification": "class: ", "latest": "new: "}, ""),
    ],
)  # fmt: skip
def test_the_prompt(name: str, prompts: dict[str, str | None], prompt: str) -> None:
    assert prompt_of(name, prompts) == prompt


@pytest.mark.parametrize(
    ("default", "prompt"),
    [("general", "text: "), ("General", "text: "), ("query", ""), ("gone", ""), (None, "")],
)
def test_what_a_model_adds_by_itself(default: str | None, prompt: str) -> None:
    assert prompt_of("any", {"general": "text: ", "query": SEARCH}, default) == prompt


@pytest.mark.parametrize(
    ("content", "prompts"),
    [
        ({"prompts": {"query": "", "sts": "sts: "}}, {"query": "", "sts": "sts: "}),
        ({"prompts": None}, {}),
        ({}, {}),
        ([], {}),
        ({"prompts": ["sts"]}, {}),
        ({"prompts": {"sts": 1, "query": "q: "}}, {"query": "q: "}),
    ],
)
def test_a_folder_names_them(tmp_path: Path, content: object, prompts: dict[str, str]) -> None:
    file = tmp_path / "config_sentence_transformers.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    assert prompts_in(tmp_path) == (prompts, None)


def test_a_folder_that_names_none(tmp_path: Path) -> None:
    assert prompts_in(tmp_path) == ({}, None)
    (tmp_path / "config_sentence_transformers.json").write_bytes(b"\xff{")
    assert prompts_in(tmp_path) == ({}, None)
