"""A hedge that the translation drops or invents: may, reportedly, alleged ↔ 可能性, とされる, 容疑.

Sentence by sentence, a word that makes a statement uncertain, or somebody else's, is looked for on
one side, and anything that could render it on the other.

## Why

*He allegedly took the money* and *He took the money* differ by a court case.

## Example

- *The suspect allegedly set the fire.* → 男が火をつけた。: nothing renders *allegedly*.
- 工場は年内に閉鎖される可能性がある。 → *The factory will close this year.*: 可能性 is lost.

## Limits

Hedges are many and are often rendered by other means, so that anything uncertain in the sentence
counts: verbs of saying and thinking, conditionals, questions, potential forms. *May* of permission,
*may* that a translator into English supplies, *likely* in comparisons, かもしれないが as a concession
and だろう, which is often mere style, are not looked at. Who says so does not render *likely*. Words of
accusation are major where the whole sentence states a fact; all others are minor.

Source: the error type *mistranslation* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity.quoted import whole_words
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, blanked, prose
from alignqa.words.signs import has_any

RULE = Rule("AQ504", "lost-hedge", MqmCategory.MISTRANSLATION, Severity.MAJOR)

# Must be rendered: no other reading, and no translator's habit of leaving them out.
_ENGLISH = re.compile(
    r"\b(?:reportedly|allegedly|alleged|purportedly|purported|supposedly|presumably|possibly"
    r"|perhaps|maybe|probably|apparently|seemingly|(?<!you )(?<!yourself )might(?= (?:not|also"
    r"|even|well|still|never|be|have|\w+)\b)|(?:is|are|was|were) said to|(?:is|are|was"
    r"|were) (?:believed|thought|rumou?red|reported) to|(?:is|are|was|were) (?:un)?likely to"
    r"|may (?:not )?have (?:been(?= )|(?=\w+(?:ed|wn|en|ght|nt|pt|ft|ne|de|und|un|old|ade|ung|ok)\b))"
    r"|could have been(?= )|it (?:seems|appears) that|(?:seems?|appears?) to"
    # Not of permission: you may, it may be used.
    r"|(?<!you )(?<!that )(?<!which )(?<!who )(?-i:may)(?= (?:(?:also|even|still|soon|well|yet) )?"
    r"(?!not\b|be (?:\w+ed|\w+en|set|put|made|found)\b)\w+ )"
    r"|(?:is|are|was|were|been) (?:suspected|accused) of|unconfirmed reports?"
    r"|rumou?rs? (?=say|that|of\b))(?!\w)",
    re.IGNORECASE,
)
# One of them stands in whatever that finds.
_ENGLISH_SIGNS = (
    "may", "might", "likely", "alleg", "report", "possibl", "probabl", "perhaps", "presumabl", "seem",
    "apparent", "appear", "supposed", "purported", "said to", "believed to", "thought to", "rumo",
    "could have", "suspected", "accused",
)  # fmt: skip
# What a translator into English may supply.
_OFTEN_SUPPLIED = frozenset({"may"})
# A sentence of a report that goes on may say of itself that it is one, in Japanese.
_GOES_ON = {"という", "そうだ"}
_NOT_A_HEDGE = re.compile(
    r"\bif (?:possible|not)|as (?:one|you|we) might|as (?:soon|much|well|far|quickly) as|might as well|\bmight['’]s"
    r"|(?:his|her|its|their|the|with|military|our|and|of) might\b|(?:can|could)(?:n['’]t|not"
    r"| not) possibly|\bcan['’]t possibly|reported to (?!be\b|have\b)|maybe (?:you|we|i) (?:can"
    r"|could|should)|possibly (?:can|could)|if [^.,]* could|wish|\bso that\b|as though|as if",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"可能性[がも](?:ある|あり|あっ|高|強|大き|出て|指摘)"
    # 高いかもしれないが as a concession is *though it is*.
    r"|かも(?:しれ|知れ)(?:な(?:い|かった|く)|ません)(?!(?:です)?(?:が|けど|けれど))"
    r"|とみられてい[るた]|と見られてい[るた]|とみられる[。、]|(?<!扱い|通例|基本|原則|前提|必須|必要|条件|対象)とされ(?:る[。、]|てい[るた]"
    r"|ています)|と(?:言|い)われて(?:い[るた]|います)|(?<=[るただいの])らしい(?=[。、])"
    r"|(?:模様|もよう)(?:だ|です|である)|と(?:伝え|報じ)られ(?:た|てい[るま]|ている)"
    r"|(?<=[るた])そうだ(?=。)|(?<=[るた])という(?=。)|との疑い|疑いが(?:あ|持)|恐らく|おそらく"
    r"|(?<![しいっんきぎちりみび])たぶん|と(?:思わ|推定さ|推測さ)れ(?:る|てい[るま])|[おの恐]それがあ|恐れがあ"
)
# Anything that could render a hedge.
_ENGLISH_ANY = re.compile(
    r"\b(?:(?-i:may)|may (?=i\b|we\b|you\b)|might|can|(?:could|would|should|must"
    r"|ought)(?:n['’]t)?|['’]d|likel\w+|unlikely|likelihood|possib\w+|perhaps|maybe|probab\w+"
    r"|presum\w+|appar\w+|appear\w*|seem\w*|look(?:s|ed|ing)? (?:like|as|set|to)|sound\w*"
    r"|suppos\w+|purport\w*|alleg\w+|report\w*|suspect\w*|suspicio\w+|accus\w+|accord\w*|said"
    r"|say\w*|claim\w*|told|tell\w*|believ\w+|belief|think\w*|thought|feel\w*|felt|expect\w*"
    r"|estimat\w+|suggest\w*|indicat\w+|impl\w+|potential\w*|risk\w*|fear\w*|hope\w*|wonder\w*"
    r"|guess\w*|assum\w+|imagin\w+|predict\w*|project\w*|forecast\w*|rumou?r\w*|hear\w*"
    r"|consider\w*|regard\w*|deem\w*|known|known as|poised|set to|prospect\w*|chances?|odds"
    r"|danger\w*|threat\w*|doubt\w*|uncertain\w*|unclear|not sure|sure|certain\w*|bound to"
    r"|whether|almost|prone|liable|tend\w*|warn\w*|concern\w*|afraid|worr\w+|kind of|sort of"
    r"|somewhat|in case|unless|signs?|about to|subject to|able|capab\w+|allow\w*|sometimes"
    r"|not always|not necessarily|speculat\w+|theor\w+|hypothe\w+|attributed|credited|linked"
    r"|charge[sd]?|question\w*|opinion|views?|viewed|perceive\w*|seen as|understood|conclude\w*"
    r"|infer\w*|vulnerable|susceptible|open to|can['’]t|cannot|no doubt|ask\w*|promis\w+"
    r"|state[sd]|note[sd]|announc\w+|explain\w*|describ\w+|added|admit\w*|insist\w*|recall\w*"
    r"|reveal\w*|mention\w*|comment\w*|repl\w+|respond\w*|wrote|writes|argu\w+|stress\w*"
    r"|recount\w*|legend|tradition\w*|popular\w*|supposed|often|usually|generally|called"
    r"|considered|thought|thinking|rated|recogni\w+|assess\w*)\b|\?",
    re.IGNORECASE,
)
_JAPANESE_ANY = re.compile(
    r"可能|かも|とされ|として|という|といい|といっ|との|いわれ|言われ|みられ|見られ|らし[いくき]"
    r"|そう[だでなに。、]|そう$|よると|よれば|によりますと|疑(?!者)|見込|みこみ|見通し|容疑(?!者)|だろう"
    r"|であろう|でしょう|たろう|だろ|でしょ|思[わいうっえ]|おも[わいうっえ]|考え|かんがえ|見え"
    r"|見受け|みえ|よう[だでなに]|様[だでなに]|みたい|おそらく|恐らく|多分|(?<![しいっんきぎちりみび])たぶん|きっと|はず"
    r"|おそれ|恐れ|[怖恐]い|得[るな]|うる|ありえ|あり得|推定|推測|推察|推計|予想|予測|予定|予期"
    r"|想定|想像|仮説|憶測|噂|うわさ|評判|模様|もよう|とか|伝え|報じ|報道|報告|主張|訴え|申し立"
    r"|述べ|語[らりるっ]|話[しす]|言[いうっえわ]|いわゆる|ことがあ|こともあ|ときがあ|ときもあ"
    r"|場合|条件|によっては|事があ|事もあ|ことがご|こともご|原因[にと]な|危険|伝・|[（(]伝|あるいは|または|もしかす|もしかし|ひょっと|まい[。、]"
    r"|かどうか|かな[ぁあ]?[。、」?？…と]|かね[。」]|気が|気も|感じ|かねな|傾向|ばいい|もよい"
    r"|もいい|方がい|ほうがい|どうも|どうやら|一応|ほぼ|なんとなく|名目|自称|被告|被疑|嫌疑|告発"
    r"|告訴|起訴|不明|未確認|確率|見方|判断|認識|信じ|期待|希望|指摘|示唆|うかが|窺|公算|いわく"
    r"|曰く|聞[いくき]|きい|っぽい|めい|もしも|ごとく|どこか|だっけ|かしら|つもり|わけで"
    r"|もの[だでのと]|と[見み]|仮に|いずれ|[?？]|ん?じゃな|で[はも]ない|のでは|のか、|か。|か$"
    r"|か」|せいか|ためか|やら|にくい|づらい|いわば|一見|ことになりそ|りそう|しそう|えそう"
    # some may: する人もいる
    r"|も[いあ][るりまっ]|もござい"
    r"|できる|でき(?:ま|な|れば)|られ(?:る|ま[すせ]|な)|てもおかしく|たら|なら|れば"
)
# Of words that say who says so, only what names a source, a doubt or a charge is a rendering.
_HEARSAY = re.compile(r"report|alleg|purport|said|rumou", re.IGNORECASE)
_JAPANESE_HEARSAY = re.compile(
    r"とされ|という|といい|といっ|との|言わ|言い|言う|言っ|いわ[れゆく]|曰|みられ|見られ|見て"
    r"|らし[いくき]|そう[だでな。]|よると|よれば|によりますと|疑(?!者)|嫌疑|伝え|報じ|報道|報告"
    r"|主張|訴え|申し立|述べ|語|話[しす]|告発|告訴|起訴|被告|被疑|罪|批判|非難|糾弾|責め|追及|問われ|伝・|[（(]伝|伝わ|自称|名目|うわさ|噂|評判"
    r"|聞[いくき]|模様|もよう|とか|と(?:思|考|し[たて、])|かも|可能性|よう[だでな]|発表|明らか"
    r"|供述|証言|指摘|説明|だろう|でしょう|推定|はず|[?？]"
)
# Who says so does not make what is said uncertain.
_SAID = re.compile(
    r"[^、。]*に(?:よると|よれば|よりますと)、|と(?:述べ|語|話|発表|説明|明らか)[^、。]{0,8}。?$"
)
_ACCUSATION = re.compile(r"allege|purport", re.IGNORECASE)
# What is only expected is no stated fact.
_STILL_OPEN = re.compile(r"見通し|見込|予定|可能性|[恐怖]れ|おそれ")
_STATED = re.compile(r"(?:た|した|だった|である|だ|です|ました|でした)[。」]?$")
_QUESTION = re.compile(r"[?？]")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sentence whose hedge has no counterpart at all."""
    if not pair.is_whole:
        return
    english, japanese = (
        blanked(prose(pair.side(lang).text), CODE) for lang in (Lang.ENGLISH, Lang.JAPANESE)
    )
    is_hedged = has_any(english.lower(), _ENGLISH_SIGNS) and _ENGLISH.search(english)
    if not is_hedged and not _JAPANESE.search(japanese):
        return
    for bead in pair.beads:
        if bead.source is None or bead.target is None:
            continue
        is_from_english = pair.source.lang is Lang.ENGLISH
        ours, theirs = bead.source, bead.target
        if not is_from_english:
            ours, theirs = theirs, ours
        yield from _in_sentence(pair, english, japanese, ours, theirs)


def _in_sentence(
    pair: Pair, english: str, japanese: str, ours: Span, theirs: Span
) -> Iterator[Finding]:
    """`ours` is the sentence's place in the English text, `theirs` in the Japanese."""
    words, letters = ours.of(english), theirs.of(japanese)
    hedge = _ENGLISH.search(words)
    is_hearsay = bool(hedge and _HEARSAY.search(hedge.group()))
    renderings = _JAPANESE_HEARSAY if is_hearsay else _JAPANESE_ANY
    stated = letters if is_hearsay else _SAID.sub("", letters)
    if hedge and hedge.group() in _OFTEN_SUPPLIED and pair.source.lang is Lang.JAPANESE:
        hedge = None
    if hedge and not _NOT_A_HEDGE.search(words) and not renderings.search(stated):
        is_accusation = bool(
            _ACCUSATION.match(hedge.group())
            and _STATED.search(letters.rstrip())
            and not _STILL_OPEN.search(letters)
        )
        place = Span(ours.start + hedge.start(), ours.start + hedge.end())
        yield _finding(pair, Lang.ENGLISH, place, is_accusation=is_accusation)
        return
    found = _JAPANESE.search(letters)
    if found and pair.source.lang is Lang.ENGLISH and found.group() in _GOES_ON:
        return
    if found and not _QUESTION.search(letters) and not _ENGLISH_ANY.search(words):
        place = Span(theirs.start + found.start(), theirs.start + found.end())
        yield _finding(pair, Lang.JAPANESE, place, is_accusation=False)


def _finding(pair: Pair, lang: Lang, place: Span, *, is_accusation: bool) -> Finding:
    is_lost = pair.source.lang is lang
    place = whole_words(place, pair.side(lang).text, lang)
    words = place.of(pair.side(lang).text)
    message = (
        told("“{words}” makes the source uncertain; the translation states a fact.", words=words)
        if is_lost
        else told(
            "“{words}” makes the translation uncertain; the source states a fact.", words=words
        )
    )
    return Finding(
        RULE,
        Severity.MAJOR if is_accusation else Severity.MINOR,
        0.7 if is_accusation else 0.5,
        message,
        (place,) if is_lost else (),
        () if is_lost else (place,),
        {"hedge": words, "kind": "lost" if is_lost else "invented"},
    )
