"""The words that a model wants before each text.

Both sides of a translation are encoded alike, since neither asks for the other. So, of what a model
names, this is right, in this order:

1. a prompt for bitexts (`BitextMining`, `bitext_query`),
2. one for likeness of meaning (`STS`, `sts_query`, `similarity`, `text-matching`),
3. `query: ` for the E5 family, whose authors ask for it in symmetric tasks (Wang et al. 2024), and
   whose folders do not name it, or name it as the empty text; not for its `instruct` models,
4. what the model adds by itself (`default_prompt_name`),
5. one for the texts that are searched (`document`, `passage`).

A prompt for queries is never right: gte, Qwen and their like put an instruction to search there,
which moves a text towards its answers. LaBSE, bge-m3 and static models want none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])(?!.*instruct)")
_BITEXT = re.compile(r"bitext")
_LIKENESS = re.compile(r"(?<![a-z])sts(?![a-z])|similarity|text.?matching")
_DOCUMENT = re.compile(r"document|passage|corpus")
_QUERY = re.compile(r"query")


def prompt_of(name: str, prompts: Mapping[str, str | None], default: str | None = None) -> str:
    """What to put before each text; empty for nothing.

    Args:
        name: the model's own, without the folders around it.
        prompts: those that the model names, by their kind.
        default: the kind that it uses by itself.
    """
    named = {kind.casefold(): prompt for kind, prompt in prompts.items() if prompt}
    for kind in (_BITEXT, _LIKENESS):
        if found := _first(named, kind):
            return found
    if _is_e5(name, named):
        return "query: "
    own = (default or "").casefold()
    if own in named and not _QUERY.search(own):
        return named[own]
    return _first(named, _DOCUMENT)


def _first(named: Mapping[str, str], kind: re.Pattern[str]) -> str:
    return next((prompt for key, prompt in named.items() if kind.search(key)), "")


def _is_e5(name: str, named: Mapping[str, str]) -> bool:
    """By its name, or by the two prefixes that no other family has."""
    prefixes = {prompt.strip() for prompt in named.values()}
    return bool(_E5.search(name.casefold())) or prefixes == {"query:", "passage:"}


def prompts_in(folder: Path) -> tuple[dict[str, str], str | None]:
    """The prompts that a model's folder names, and the kind that it uses by itself."""
    try:
        config = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))
        prompts, default = config.get("prompts") or {}, config.get("default_prompt_name")
        texts = {kind: text for kind, text in prompts.items() if isinstance(text, str)}
        return texts, default if isinstance(default, str) else None
    except (OSError, ValueError, AttributeError):
        return {}, None
