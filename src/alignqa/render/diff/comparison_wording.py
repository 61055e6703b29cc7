"""How comparisons are spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignqa.message import Message, told
from alignqa.revision import Against, Fate


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for the two translations, on a wide page and on a narrow one; for passages that are not
    alike; and for the fates of findings, beside a finding and after their number."""

    names: tuple[Message, Message]
    labels: tuple[Message, Message]
    differ: Message
    fates: Mapping[Fate, Message]
    counts: Mapping[Fate, Message]


_FATES = {
    Fate.NEW: told("new"),
    Fate.FIXED: told("fixed"),
    Fate.UNCHANGED: told("unchanged"),
}
WORDINGS: Mapping[Against, Wording] = {
    Against.REVISION: Wording(
        (told("old"), told("new")),
        (told("old"), told("new")),
        told("changed"),
        _FATES,
        _FATES,
    ),
    Against.REFERENCE: Wording(
        (told("reference"), told("translation")),
        (told("ref"), told("new")),
        told("different"),
        {
            Fate.NEW: told("here only"),
            Fate.FIXED: told("reference only"),
            Fate.UNCHANGED: told("both"),
        },
        {
            Fate.NEW: told("in the translation only"),
            Fate.FIXED: told("in the reference only"),
            Fate.UNCHANGED: told("in both"),
        },
    ),
}
