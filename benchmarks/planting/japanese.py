"""Japanese morphemes with their conjugation, and verbs put into another form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

# The five vowel rows of each consonant, and what stands before た, whose own sound may change.
_ROWS = {
    "カ行": ("かきくけこ", "い"),
    "ガ行": ("がぎぐげご", "い"),
    "サ行": ("さしすせそ", "し"),
    "タ行": ("たちつてと", "っ"),
    "ナ行": ("なにぬねの", "ん"),
    "バ行": ("ばびぶべぼ", "ん"),
    "マ行": ("まみむめも", "ん"),
    "ラ行": ("らりるれろ", "っ"),
    "ワア行": ("わいうえお", "っ"),
}
_VOICED = {"ガ行", "ナ行", "バ行", "マ行"}
# Places in the rows, by the name of the form.
_NAI, _MASU, _DICTIONARY, _BA = range(4)
# The form before た.
_TA = -1


@dataclass(frozen=True, slots=True)
class Morph:
    """A morpheme; `kind` and `form` are those of its conjugation, `*` where it has none."""

    start: int
    end: int
    surface: str
    lemma: str
    pos: tuple[str, ...]

    @property
    def kind(self) -> str:
        return self.pos[4]

    @property
    def form(self) -> str:
        return self.pos[5]

    @property
    def is_verb(self) -> bool:
        return self.pos[0] == "動詞"

    @property
    def is_content(self) -> bool:
        return self.pos[0] in {"名詞", "動詞", "形容詞", "形状詞", "副詞"} and (
            self.pos[1] not in {"非自立可能", "助動詞語幹", "数詞"}
        )


@cache
def _tokenizer(mode: str) -> Tokenizer:
    return Dictionary().tokenizer(mode=SplitMode.A if mode == "A" else SplitMode.C)


@lru_cache(maxsize=20_000)
def morphs(text: str, mode: str = "C") -> tuple[Morph, ...]:
    """The morphemes: words in mode C, their shortest pieces in mode A."""
    return tuple(
        Morph(m.begin(), m.end(), m.surface(), m.dictionary_form(), tuple(m.part_of_speech()))
        for m in _tokenizer(mode).tokenize(text[:10_000])
    )


@lru_cache(maxsize=20_000)
def boundaries(text: str) -> frozenset[int]:
    """Where a short piece begins or ends."""
    return frozenset(place for m in morphs(text, "A") for place in (m.start, m.end))


def content_words(text: str) -> int:
    return sum(m.is_content for m in morphs(text))


def negative_stem(verb: Morph) -> str | None:
    """What stands before ない."""
    return _conjugated(verb.lemma, verb.kind, _NAI)


def past(verb: Morph) -> str | None:
    """読む → 読んだ."""
    stem = _conjugated(verb.lemma, verb.kind, _TA)
    return stem and stem + ("だ" if voiced(verb) else "た")


def voiced(verb: Morph) -> bool:
    """Whether た and て become だ and で after it."""
    return verb.kind.startswith("五段") and verb.kind.split("-")[1] in _VOICED


def like(other: Morph, verb: Morph, following: Morph | None) -> tuple[str, bool] | None:
    """Another verb in the form that this one stands in, and whether a た after it is だ."""
    if verb.form.startswith("未然形-一般"):
        form = _NAI
    elif verb.form.startswith("連用形"):
        is_past = following and following.surface[:1] in {"た", "て", "だ", "で", "ちゃ"}
        form = _TA if is_past and following and following.pos[0].startswith("助") else _MASU
    elif verb.form.startswith(("終止形", "連体形")):
        form = _DICTIONARY
    elif verb.form.startswith("仮定形"):
        form = _BA
    else:
        return None
    surface = _conjugated(other.lemma, other.kind, form)
    return (surface, voiced(other)) if surface else None


def _conjugated(lemma: str, kind: str, form: int) -> str | None:
    if kind.startswith("五段"):
        row, before_ta = _ROWS[kind.split("-")[1]]
        if form == _TA:
            is_irregular = lemma.endswith(("行く", "いく")) and kind.endswith("カ行")
            return lemma[:-1] + ("っ" if is_irregular else before_ta)
        if lemma == "ある" and form == _NAI:
            return None
        return lemma[:-1] + row[form]
    if kind.startswith(("上一段", "下一段")):
        return lemma if form == _DICTIONARY else lemma[:-1] + ("れ" if form == _BA else "")
    if kind.startswith("サ行変格"):
        if not lemma.endswith("する"):
            return None
        return lemma[:-2] + {_DICTIONARY: "する", _BA: "すれ"}.get(form, "し")
    if kind.startswith("カ行変格") and lemma.endswith("来る"):
        return lemma[:-1] + {_DICTIONARY: "る", _BA: "れ"}.get(form, "")
    return None
