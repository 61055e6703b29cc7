"""What the dictionaries say of a word that is written as a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from alignqa.lexicon import Entry, Lexicon, Term, english_key
from alignqa.names.found import Part
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_reading
from alignqa.names.romaji import is_romaji
from alignqa.text import Span
from alignqa.words import Token, english_words, japanese_tokens, lemma

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SHORTEST = 3
_INNER_CAPITALS = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_NAME_OF_TWO = re.compile(r"(?:Ma?c|D[aeiou]|L[aeou]|Van|Von|Fitz)[A-Z][a-z]+")
# What follows a person's name, or a place's, so that the word before is one.
PERSON_TITLES = (
    "氏", "さん", "様", "君", "容疑者", "被告", "大統領", "首相", "外相", "市長", "知事", "議員",
    "選手", "監督", "政権", "教授", "博士", "将軍", "王", "女王",
)  # fmt: skip
_TITLES = (*PERSON_TITLES, "市", "州", "県", "郡", "島")
# Ranks of the lexicon. A word whose best meaning ranks so well, and is no name, is no name itself.
_ORDINARY, EVERYDAY = 160, 240
_BY_SOUND, _SURELY_BY_SOUND = 0.2, 0.5
# Before these stands who does, has or gets something.
_PARTICLES = frozenset("はがをにのともへ")
_SHORTEST_SPECIES = 4
_USUAL_MEANINGS = 6


class KnownNames:
    """Answers for the words of one pair of texts."""

    def __init__(self, english: str, japanese: str, lexicon: Lexicon) -> None:
        self._english, self._japanese, self._lexicon = english, japanese, lexicon

    def english_term(self, part: Part) -> Term:
        """A part of an English name with its renderings."""
        key = english_key(part.text)
        return Term(part.span, part.text, key, self._lexicon.from_english(key))

    def japanese_term(self, part: Part) -> Term:
        """A part of a Japanese name with its meanings."""
        return Term(part.span, part.text, part.text, self._lexicon.from_japanese(part.text))

    def may_be_english_name(self, part: Part, term: Term) -> bool:
        """Whether a capitalised word may be a name; at the beginning of a sentence, only if the
        dictionary has it as one, or no word list knows it."""
        if len(part.text) < _SHORTEST or _is_of_a_program(part.text) or self._is_species(part):
            return False
        if part.has_title:
            return True
        # “According to …”: what it is a form of may be a name, as アコード is.
        if part.opens_sentence and _is_derived(part.text) and not self._sounds_a_name(part, term):
            return False
        if self.is_surely_english_name(part, term) or not term.entries:
            return True
        # A word that is never rendered by sound names nobody: “Spurs”, “Next”.
        return not part.opens_sentence and any(renders_by_sound(part.text, e) for e in term.entries)

    def is_surely_english_name(self, part: Part, term: Term) -> bool:
        """Whether the dictionary has a capitalised word as a name before it has it as another
        word."""
        if part.has_title:
            return True
        if self._is_of_a_creed(term):
            return False
        own = [entry.rank for entry in term.entries if self._is_its_sound(part.text, entry)]
        if own and (min(own) <= term.entries[0].rank or term.entries[0].rank > _ORDINARY):
            return True
        if part.is_alone and self._is_name_of_its_own(part, term):
            return True
        # 平壌 is “Pyongyang”, written so; 仏教 is “Buddhism”, and no name.
        if not term.entries or not any(t.is_name for t in japanese_tokens(term.entries[0].text)):
            return False
        back = self._lexicon.from_japanese(term.entries[0].text)
        return bool(back) and has_capitals(back[0]) and english_key(back[0].text) == term.key

    def _sounds_a_name(self, part: Part, term: Term) -> bool:
        """Whether a form of another word is a name as well: Rogers is ロジャース."""
        return any(
            entry.kind == "name" and sound_likeness(part.text, entry.text) >= _SURELY_BY_SOUND
            for entry in term.entries
        )

    def _is_name_of_its_own(self, part: Part, term: Term) -> bool:
        """Whether a capital between small letters is that of a name, whatever else the word means:
        Martin, Baker; or of a word that no dictionary has, and that is no romanised Japanese."""
        if not term.entries:
            # FastAPI is a product.
            return part.text[1:].islower() and not is_romaji(part.text)
        return term.key == part.text.lower() and any(e.kind == "name" for e in term.entries)

    def _is_of_a_creed(self, term: Term) -> bool:
        """Whether a word that English writes with a capital is a word like others in Japanese:
        仏教徒 is a “Buddhist”."""
        usual = term.entries[:_USUAL_MEANINGS]
        return any(
            not _KATAKANA.match(entry.text)
            and english_key(back.text) == term.key
            and has_capitals(back)
            for entry in usual
            for back in self._lexicon.from_japanese(entry.text)[:1]
        ) and not any(
            entry.kind == "name" or token.is_name
            for entry in usual
            for token in japanese_tokens(entry.text)
        )

    def _is_its_sound(self, latin: str, entry: Entry) -> bool:
        """Whether a rendering is a name by sound: not the loanword that ポスター is."""
        if not renders_by_sound(latin, entry):
            return False
        back = self._lexicon.from_japanese(entry.text)[:1]
        return (
            entry.kind == "name" or not _KATAKANA.match(entry.text) or any(map(has_capitals, back))
        )

    def may_be_japanese_name(self, term: Term, *, in_full_name: bool = False) -> bool:
        """Whether the dictionaries know a Japanese word as a name, or do not know it, not even as
        a compound of words: スパイパロディ. ヒル, a hill, is a name beside another, and テイラー, a
        rare word for a tailor, alone."""
        if any(entry.kind == "work" for entry in term.entries[:1]):
            return False
        if not term.entries:
            return self._has_title(term.span) or not self._is_made_of_words(term.span)
        return self.is_surely_japanese_name(term) or (
            (in_full_name or term.entries[0].rank > EVERYDAY or self._is_doer(term.span))
            and any(map(_is_western_name, term.entries))
        )

    def is_surely_japanese_name(self, term: Term) -> bool:
        """Whether a Japanese word is a name by its script, the dictionaries or what follows it."""
        if not _KATAKANA.match(term.text) or (term.entries and has_capitals(term.entries[0])):
            return True
        is_name = any(token.is_name for token in self._tokens_over(term.span))
        if is_name and (not term.entries or any(map(has_capitals, term.entries))):
            return True
        return self._has_title(term.span)

    def has_surname_title(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text is a surname with a person's title behind it."""
        tokens = self._tokens_over(span)
        return tokens[0].pos[3] == "姓" and self._japanese.startswith(PERSON_TITLES, span.end)

    def is_surname(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text is known for a surname."""
        tokens = self._tokens_over(span)
        return bool(tokens) and tokens[0].pos[3] == "姓"

    def is_full_name(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text is a surname and a given name, or known for a
        person's whole name."""
        tokens = self._tokens_over(span)
        if len(tokens) == 1:
            return tokens[0].pos[2:4] == ("人名", "一般")
        return len(tokens) == 2 and [t.pos[3] for t in tokens] == ["姓", "名"]

    def is_given_name(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text is known for a given name alone, which in kanji may
        be read in ways that no list has: 幸子 is Sachiko, and Yukiko."""
        tokens = self._tokens_over(span)
        return (
            len(tokens) == 1
            and tokens[0].pos[3] == "名"
            and not _KATAKANA.match(span.of(self._japanese))
        )

    def is_place(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text is known for a place's name."""
        tokens = self._tokens_over(span)
        return bool(tokens) and tokens[0].pos[2] == "地名"

    def _has_title(self, span: Span) -> bool:
        return self._japanese.startswith(_TITLES, span.end)

    def has_persons_title(self, span: Span) -> bool:
        """Whether what follows a stretch of the Japanese text makes a person of it: 氏."""
        return self._japanese.startswith(PERSON_TITLES, span.end)

    def _is_doer(self, span: Span) -> bool:
        """Whether a stretch of the Japanese text stands alone before a particle, as a name does."""
        tokens = japanese_tokens(self._japanese)
        at = next((i for i, token in enumerate(tokens) if token.span == span), None)
        if at is None or at + 1 == len(tokens):
            return False
        before = tokens[at - 1] if at else None
        is_joined = before is not None and before.span.end == span.start and before.is_noun
        return not is_joined and tokens[at + 1].surface in _PARTICLES

    def _is_made_of_words(self, span: Span) -> bool:
        """Whether several tokens make up the stretch, each of them a word, or a country."""
        tokens = self._tokens_over(span)
        return len(tokens) > 1 and all(map(self._is_ordinary, tokens))

    def _is_ordinary(self, token: Token) -> bool:
        entries = self._lexicon.from_japanese(token.surface)
        if not entries or entries[0].kind == "name":
            return False
        return entries[0].kind == "country" or not (token.is_name and has_capitals(entries[0]))

    def _is_species(self, part: Part) -> bool:
        """Whether an unknown small word follows, as in a species' name: “Sanguisorba obtusa”."""
        following = next(
            (w for w in english_words(self._english) if w.span.start > part.span.start), None
        )
        return (
            following is not None
            and self._english[part.span.end : following.span.start] == " "
            and following.text.islower()
            and following.text.isalpha()
            and len(following.text) >= _SHORTEST_SPECIES
            and not is_word(following.text)
            and not self._lexicon.from_english(english_key(following.text))
        )

    def _tokens_over(self, span: Span) -> list[Token]:
        return [token for token in japanese_tokens(self._japanese) if token.span.overlaps(span)]


def _is_of_a_program(text: str) -> bool:
    """Whether capitals stand inside a word, and not as in DeSantis: FastAPI, HTTPException."""
    return bool(_INNER_CAPITALS.search(text)) and not _NAME_OF_TWO.fullmatch(text)


def renders_by_sound(latin: str, entry: Entry) -> bool:
    """Whether a rendering of an English word is its sound, in kana or as a reading of kanji."""
    if _KATAKANA.fullmatch(entry.text):
        return sound_likeness(latin, entry.text) >= _BY_SOUND or entry.kind == "name"
    return is_reading(latin, entry.text)


def has_capitals(entry: Entry) -> bool:
    """Whether an English phrase is written as a name: “New York”, not “Welsh onion”."""
    return entry.text[0].isupper() and not entry.text.split()[-1][0].islower()


def is_country(terms: Sequence[Term]) -> bool:
    """Whether one is a country, or its people: Swede, スウェーデン人."""
    return any(
        entry.kind == "country" or (entry.text[-1] == "人" and _KATAKANA.match(entry.text))
        for term in terms
        for entry in term.entries
    )


def english_names_of(entries: Iterable[Entry]) -> list[str]:
    """Up to three meanings that are written as names."""
    return [entry.text for entry in entries if entry.text[0].isupper()][:3]


def _is_western_name(entry: Entry) -> bool:
    return entry.kind == "name" and has_capitals(entry)


def _is_derived(text: str) -> bool:
    """Whether a word list has a word in small letters as a form of another, or as an adverb."""
    return is_word(text) and (text.endswith("ly") or lemma(text) != text.lower())


def is_word(text: str) -> bool:
    """Whether the word list of lemmas has a word in small letters."""
    import simplemma

    return simplemma.is_known(text.lower(), lang="en")
