"""Nearly, almost ↔ ほぼ, ほとんど lost: what was close to so has become so.

## Why

*The bridge is almost finished* and *The bridge is finished* are two pieces of news.

## Example

- *The talks have almost failed.* → 交渉は失敗した。: nothing renders *almost*.
- 工事はほぼ終わった。 → *The work is finished.*: ほぼ is lost.

## Limits

Sentence by sentence. Whatever says that something is not quite so, or about so, counts as a
rendering, such as 間近, かけた and 大半, *most*, *about* and *hardly*; so does a negation into English.
Other words of degree, *only* and *partly* and *very*, are too often said in other ways.

Source: the error types *mistranslation* and *omission* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, blanked, prose

RULE = Rule("AQ507", "lost-degree", MqmCategory.MISTRANSLATION, Severity.MINOR)

# What must be rendered.
_DEGREE = {
    Lang.ENGLISH: re.compile(
        r"\b(?:(?:almost|nearly|virtually)(?! (?:as|every|any|always)\b)|near(?:s|ed|ing))\b",
        re.IGNORECASE,
    ),
    Lang.JAPANESE: re.compile(r"(?<!の)ほぼ(?=[ぁ-ん一-龯ァ-ヺ])(?!全)|ほとんど|殆ど"),
}
# What can render it.
_RENDERED = {
    Lang.JAPANESE: re.compile(
        r"ほぼ|ほとんど|殆ど|近[いくしすづ付]|ちか[いくづ]|間近|間際|直前|寸前|手前|目前|瀬戸際|[淵縁]"
        r"|ふち|もう|あと|半ば|なかば|あやう|危う|あぶな|危な|あわや|今に|いまに|まさに|すんで|ほど|程"
        r"|くらい|ぐらい|約|お[およ]そ|おおよそ|凡|大体|だいたい|ばかり|そう|ようなもの|同然|[もと]同じ"
        r"|かけ|大[半部多方抵概]|たいてい|過半|おおむね|概ね|総じて|事実上|実質|仮想|限りな|まるで|過言"
        r"|軒並|ところだ|弱|迫[っりる]|前後|足らず|以上|余|めった|滅多|しか|かなり|極め|きわ|著しく"
        r"|非常|すれすれ|どうに|なんとか|よう[だでにや]|続け|気が|感じ|まず|きっと|おそらく|恐らく|ギリ"
        r"|ぎり|まもな|間もな|そろそろ|かろう|辛う|ない[^でよと]|なか|ませ|不|無|まで|など|等"
        r"|[たら]し[いく]|めい|うち|済|み?たい|がち|よく|ことが多|常|多く|様|全く"
    ),
    Lang.ENGLISH: re.compile(
        r"\b(?:almost|near\w*|nigh|next to|virtual\w*|practical\w*|most\w*|main\w*|large\w*"
        r"|general\w*|about|around|approx\w*|rough\w*|some|close\w*|all but|hardly|barely"
        r"|scarce\w*|rare\w*|seldom|little|few\w*|essential\w*|basic\w*|pretty|much|many"
        r"|vast|major\w*|substantial\w*|usual\w*|typical\w*|more or less|just|as good as"
        r"|half|effective\w*|principle|over|short|quite|very|so|predominant\w*|primar\w+"
        r"|chief\w*|overwhelm\w*|common\w*|normal\w*|often|great\w*|similar\w*|same|like\w*"
        r"|certain\w*|probab\w*|equal\w*|nothing|never|not|no|none|lack\w*"
        r"|un(?!der|it|ion|til|iv)\w+|in\w+less|without|low|bulk|rest|heav\w+|approach\w*"
        r"|verge|brink|mere\w*|only|marginal\w*|minor|small|limited|infrequent\w*|fair\w*"
        r"|reasonabl\w+|well|extreme\w*|if any|any|far|exact\w*|fail\w*|part\w*|tend\w*"
        r"|regular\w*|frequent\w*)\b|n['’]t\b|\bcannot\b|ish\b",
        re.IGNORECASE,
    ),
}


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sentence whose *nearly* has no counterpart."""
    if not pair.is_whole or not _DEGREE[pair.source.lang].search(pair.source.text):
        return
    source, target = (blanked(prose(side.text), CODE) for side in (pair.source, pair.target))
    for bead in pair.beads:
        if bead.source is None or bead.target is None:
            continue
        degree = _DEGREE[pair.source.lang].search(source, bead.source.start, bead.source.end)
        if degree is None or _RENDERED[pair.target.lang].search(bead.target.of(target)):
            continue
        place = Span(*degree.span())
        yield Finding(
            RULE,
            Severity.MINOR,
            0.6,
            told(
                "“{words}” says that something is not quite so; the translation says that it is.",
                words=place.of(source),
            ),
            (place,),
            (bead.target,),
            {"degree": place.of(source)},
        )
