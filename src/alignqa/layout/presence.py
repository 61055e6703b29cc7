"""Whether both languages are there.

A page in one language has bits of the other in it: names, slogans, a line on cookies. A file of
both may lack most of its translation. What tells them apart is how much of the lesser language is
sentences; and where nothing is, whether there are about as many pieces of each.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.errors import MissingLanguage
from alignqa.layout.furniture import is_furniture
from alignqa.layout.language import words_in
from alignqa.layout.sentences import is_sentence
from alignqa.text import Lang

# The lesser language's sentences, in words, against the greater's.
_SENTENCES = 0.05
# Where it has none: its pieces by number and by words.
_PIECES, _PIECES_WORDS = 0.5, 0.2


def require_both(texts: Sequence[tuple[str, Lang]], where: str) -> None:
    """Let a text pass whose paragraphs are in two languages.

    Raises:
        MissingLanguage: one language, or none.
    """
    by_lang = {lang: [text for text, its in texts if its is lang] for lang in Lang}
    greater = max(Lang, key=lambda lang: _words(by_lang[lang], lang))
    lesser = greater.other
    if not by_lang[greater]:
        raise MissingLanguage(
            f"{where} holds neither English nor Japanese; "
            "give a file that holds both, or a text and its translation."
        )
    if is_there(by_lang[lesser], lesser, by_lang[greater]):
        return
    count = len(by_lang[greater])
    found = f"{count} paragraph{'' if count == 1 else 's'} of {greater.english_name}"
    missing = (
        f"stray pieces of {lesser.english_name}" if by_lang[lesser] else f"no {lesser.english_name}"
    )
    raise MissingLanguage(
        f"{where} holds {found} and {missing}: the {lesser.english_name} side is missing. "
        f"Give the {lesser.english_name} text as a second file."
    )


def is_there(lesser: Sequence[str], its: Lang, greater: Sequence[str]) -> bool:
    """Whether these paragraphs in one language are a text, and no bits of it in one of the other
    language, whose paragraphs are `greater`."""
    lesser = [text for text in lesser if not is_furniture(text)]
    sentences = [text for text in lesser if is_sentence(text, its)]
    running = [text for text in greater if is_sentence(text, its.other)] or greater
    if sentences and _words(sentences, its) >= _SENTENCES * _words(running, its.other):
        return True
    as_many = bool(lesser) and len(lesser) >= _PIECES * len(greater)
    return as_many and _words(lesser, its) >= _PIECES_WORDS * _words(greater, its.other)


def _words(texts: Sequence[str], lang: Lang) -> float:
    return sum(words_in(text, lang) for text in texts)
