"""What a lost term should be called, and what the one in its place means, as news has it."""

from __future__ import annotations

from alignqa.lexicon.keys import english_key
from alignqa.lexicon.orphan import KINDS, Orphan
from alignqa.lexicon.store import Lexicon

# Renderings whose ranks are no further apart are about as usual.
_AS_USUAL = 250
_RANKS = frozenset({"ministry", "department", "minister", "of"})


def gloss(orphan: Orphan, lexicon: Lexicon, like: str = "") -> str:
    """What a term means in the other language: the name that news gives it, else the first of the
    dictionary's; of several, one in the form of another name: 衆議院, not 下院, beside 参議院."""
    term = orphan.term
    named = lexicon.public_life.names.get(term.key, ())
    # 訪米 means "visit to America", not "America".
    whole = lexicon.from_japanese(term.text) if _is_compound(term.text, lexicon) else ()
    meanings = whole or orphan.meanings
    names = [name for name in named if name != term.text] or [entry.text for entry in meanings]
    return max(names, key=lambda text: _same_form(text, like)) if orphan.is_open else names[0]


def glosses(orphan: Orphan, lexicon: Lexicon) -> list[str]:
    """Up to three of its meanings that a reader may take it for, the one that news gives it first;
    without those that may stand for it only, as 政府 does for a ministry."""
    telling = [text for text in orphan.usual_meanings if text not in lexicon.public_life.general]
    return list(dict.fromkeys([gloss(orphan, lexicon), *telling]))[:3]


def expected_name(lost: Orphan, rival: Orphan, lexicon: Lexicon) -> str:
    """The most usual name of what the lost term means, in the rival's form if there is such a one:
    火曜日, not 火曜, where 水曜日 stands, and 外務大臣, not 外相, where 財務大臣 does."""
    stands = rival.term.text
    if "weekday" in lost.kinds:
        return min(lost.meanings, key=lambda entry: abs(len(entry.text) - len(stands))).text
    if "country" in lost.kinds and (compound := _in_compound(lost, stands, lexicon)):
        return compound
    named = lexicon.public_life.names.get(lost.term.key)
    usual = named or _usual(lost, lexicon)
    if named and (place := _place_before(rival, lexicon)):
        # 東京高裁 gives way to 東京地裁.
        own = stands.removeprefix(place)
        return place + max(
            usual, key=lambda text: (text[-1] == own[-1], -abs(len(text) - len(own)))
        )
    wanted = max(usual, key=lambda text: _same_form(text, stands)) if lost.is_open else usual[0]
    return wanted.title() if stands.istitle() and wanted.islower() else wanted


def _place_before(rival: Orphan, lexicon: Lexicon) -> str:
    """What stands before the name of a body that newspapers know, in a longer name: 東京 in 東京高裁."""
    text, names = rival.term.text, lexicon.public_life
    if text.isascii() or "institution" not in rival.kinds or names.names_one(text):
        return ""
    return next((text[:at] for at in range(1, len(text) - 1) if names.names_one(text[at:])), "")


def _in_compound(lost: Orphan, stands: str, lexicon: Lexicon) -> str | None:
    """The word of two kanji that the lost country would make where another's stands: 訪米 for 訪中."""
    if not _is_compound(stands, lexicon):
        return None
    return next((stands[0] + e.text for e in lost.meanings if len(e.text) == 1), None)


def _is_compound(text: str, lexicon: Lexicon) -> bool:
    """Whether a term for a country is a word that only holds one."""
    kinds = {entry.kind for entry in lexicon.from_japanese(text)}
    return len(text) == 2 and not text.isascii() and not kinds & KINDS


def _usual(lost: Orphan, lexicon: Lexicon) -> tuple[str, ...]:
    """The dictionary's names for a term, the most usual first."""
    found = {entry.text: entry.rank for entry in lost.meanings}
    if identities := lost.identities:
        # A country's usual name may be listed under another of its names.
        for entry in lost.meanings:
            for name in lexicon.other_side(entry.text):
                for other in lexicon.other_side(name.text):
                    if other.identity in identities:
                        found[other.text] = min(other.rank, found.get(other.text, other.rank))
    general = lexicon.public_life.general
    names = [text for text in sorted(found, key=lambda text: found[text]) if text not in general]
    names = names or list(found)
    return tuple(text for text in names if found[text] <= found[names[0]] + _AS_USUAL)


def _same_form(text: str, other: str) -> int:
    """How many words of rank two English names share (Ministry of), or how many characters two
    Japanese ones end alike in, if it is more than one: 国防長官 and 国務長官."""
    if text.isascii():
        return len(_RANKS & set(english_key(text).split()) & set(english_key(other).split()))
    pairs = zip(reversed(text), reversed(other), strict=False)
    shared = next(
        (place for place, (a, b) in enumerate(pairs) if a != b), min(len(text), len(other))
    )
    return shared if shared > 1 else 0
