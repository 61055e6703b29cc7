"""What somebody failed, refused or forgot to do, and did in Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.text import Span

_REFUSED = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|refus(?:es?|ed|ing)|forg(?:ets?|ot|otten|etting)|neglect(?:s|ed|ing)?"
    r"|declin(?:es?|ed|ing))\s+to\b(?!\s+(?:see|say|mention|\d))",
    re.IGNORECASE,
)
# Who never fails to come, comes.
_TURNED = re.compile(
    r"(?:\b(?:not|never|cannot|without|no|nobody|hardly|rarely|if|unless)\b|n['’]t\b)[^.,;]{0,40}\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[^.,;]{0,60}\b(?:until|unless)\b", re.IGNORECASE)
# Hardly a rendering does without one of these: denials, and words for what did not come about.
_LEFT_UNDONE = re.compile(
    r"ない|な[くか]|ぬ|ず|ませ|ん[。でだかじの]|失|拒|断|忘|怠|損|逃|そび|不|未|否|物別|決裂|至ら|及ば"
    r"|無|非|欠|難|漏|もれ|もらし|落|敗|退|見送|控|逸|しくじ|ミス|誤|遅|外|滞|却|返上|おろそか|割|下回"
    r"|届か|止|阻|放置|足り|苦|困|躊|嫌|いや|いいえ|にくい|づらい|渋|反対|限界|だめ|ダメ|駄目|エラー"
    r"|異常|切れ|破|拙|じまい|まま|抵抗|避|つれな|かたくな|頑|除|疎|間に合|固辞|黙|違|保留|首を|背|やめ"
    r"|反故|まで|容赦|遠慮"
)


def refused(english: str, japanese: str) -> Iterator[Span]:
    """The English words that say so, where nothing in the Japanese says that it was left undone."""
    if _LEFT_UNDONE.search(japanese):
        return
    for match in _REFUSED.finditer(english):
        if not _TURNED.search(english, 0, match.start()) and not _UNTIL.match(english, match.end()):
            yield Span(*match.span())
