"""Models of a few words, written to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

WORDS = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "the", "ferry", "sank", "船", "が", "沈んだ"]
TABLE = np.random.default_rng(7).standard_normal((len(WORDS), 6)).astype(np.float32)


def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = Whitespace()
    return made


def write_model2vec(folder: Path, weights: np.ndarray | None = None) -> Any:
    """A model as model2vec writes it; gives it back as model2vec reads it."""
    from model2vec import StaticModel

    model = StaticModel(TABLE, tokenizer(), weights=weights)
    model.save_pretrained(folder)
    return StaticModel.from_pretrained(folder)


def write_static_embedding(folder: Path) -> Any:
    """A static model as sentence-transformers writes it; gives the model."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding

    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer(), embedding_weights=TABLE)], device="cpu"
    )
    model.save(str(folder), create_model_card=False)
    return model


def write_transformer(folder: Path) -> Any:
    """A transformer of one layer and random weights; gives the model."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(7)
    body = folder.with_name(folder.name + "-body")
    body.mkdir()
    vocabulary = body / "vocab.txt"
    vocabulary.write_text("\n".join([*WORDS, "query", ":"]), encoding="utf-8")
    BertTokenizerFast(vocab_file=str(vocabulary), vocab=str(vocabulary)).save_pretrained(body)
    config = BertConfig(
        vocab_size=len(WORDS) + 2,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
    )
    BertModel(config).save_pretrained(body)
    words = Transformer(str(body))
    model = SentenceTransformer(modules=[words, Pooling(8)], device="cpu")
    model.save(str(folder), create_model_card=False)
    return model
