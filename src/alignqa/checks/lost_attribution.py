"""Whose words they are is lost: a quotation without its speaker, or turned into plain statement.

## Why

What somebody claimed becomes what the paper knows; a quotation without its speaker is nobody's.

## Example

- *“The dam is safe,” the governor said.* → ダムは安全だ。: nothing says whose words these are.
- 「来年には完成する」と市長は述べた。 → *It will be finished next year.*: the mayor is lost.
- *“We will not close the school,” she said. “Every pupil can stay.”* → 「閉校はしない」と彼女は語った。
  生徒は全員残れる。: the second sentence is no longer hers.

## Limits

Sentence by sentence: one sentence over against one. Anything that reports speech or thought on the
other side counts as a rendering, and so do quotation marks, unless the sentence is nothing but the
quotation while the source names the speaker (not only *he* or *she*: stories do without). A speaker exchanged
for another is not this check's matter. A sentence that the source quotes from end to end is told
where its rendering has neither quotation marks nor a word that reports it; short ones and those without
a full stop are not looked at.

Source: the error types *mistranslation* and *omission* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.unquoted import unquoted
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity.quoted import whole_words
from alignqa.text import Lang, Span
from alignqa.words.markup import prose
from alignqa.words.signs import has_any

RULE = Rule("AQ505", "lost-attribution", MqmCategory.MISTRANSLATION, Severity.MINOR)

_SAYS = (
    "said", "says", "told", "added", "adds", "stated", "explained", "announced", "claimed", "argued",
    "insisted", "warned", "noted", "wrote", "tweeted", "commented", "recalled", "continued", "asked",
    "declared",
)  # fmt: skip
_VERB = f"(?:{'|'.join(_SAYS)})"
_NAME = r"(?:[A-Z][\w.'’-]* (?:(?:of|for|and|the|\w+) )?){0,4}[A-Z][\w'’-]+"
_PERSON = rf"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) (?:[\w'’-]+ ){{0,5}}[\w'’-]+|{_NAME})"
# Who is named without a name.
_SOURCE = (
    r"(?:(?:the|local|state|government|military|company) )?(?:police|officials|authorities|prosecutors"
    r"|witnesses|sources|reports?|media|experts|analysts|researchers|scientists|doctors|critics"
    r"|residents|investigators|lawyers|organi[sz]ers)"
)
# Speech with its speaker: '…," X said', 'X said: "…', 'X said that', 'according to X'.
_ENGLISH = re.compile(
    rf"[,.!?]['’]?[\"”]\s+(?P<behind>{_PERSON} {_VERB}\b|{_VERB} {_PERSON})"
    rf"|\b(?P<before>{_PERSON} {_VERB})(?: that\b|[,:]? [\"“])"
    rf"|\b(?P<told>{_PERSON} told (?:[\w'’-]+ ){{1,4}}that)\b"
    rf"|(?:^|[.!?] )(?P<plain>{_PERSON} (?:sa(?:ys?|id)|claim(?:s|ed)?|argue[sd]?|insist(?:s|ed)?"
    rf"|allege[sd]?)) (?=(?:the|an?|it|he|she|they|there|we|no|this|its|his|her|their|[A-Z]\w+)\b)"
    rf"|, (?P<closing>{_SOURCE} (?:say|said|claimed|reported))(?=[.,;]|$)"
    rf"|(?P<source>(?:(?<=, )according|\bAccording) to (?:(?:the|a|an|his|her|its|local|state) )?(?:[A-Z]\w+"
    rf"|{_SOURCE}\b|\w+ (?:report|statement|study|survey|data|figures|officials?|sources|media|police)))",
)
# One of them stands in whatever that finds.
_ENGLISH_SIGNS = (*_SAYS, "say", "claim", "argue", "insist", "allege", "reported", "ccording to")
_NOT_SPEECH = re.compile(
    r"\b(?:that|having) said\b|\blet['’]?s say\b|\bsaid (?:he|she|it|they) (?:would|will)\b"
    r"|\baccording to (?:the )?(?:plan|schedule|law|rules?|instructions|size|need)\b",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"」と(?P<speaks>(?:[^、。「」]{0,15}[はが])?(?:述べ|語|話し(?:た|てい)|言[いうっ]|訴え|説明し|指摘し"
    r"|主張し|強調し|批判し|コメントし|答え))|と(?:述べ[たてる]|語っ[たて]|話した|明らかにした"
    r"|説明し[たて]|指摘し[たて]|主張(?:し[たて]|する)|訴え[たてる]|強調し[たて]|発表し[たて]"
    r"|の(?:認識|考え|見解|見方|意向|方針)を(?:示|述べ|明らか))"
    r"|(?<=[^れるとに])に(?:よると|よれば|よりますと)、"
)
# What reports speech or thought, whatever else the sentence says.
_JAPANESE_REPORT = (
    r"[「『“\"」』]|述べ|語[らりるっ]|話し[たてま]|話す|と言[いうっわえ]|という|といい|といっ"
    r"|とのこと|との[ぁ-ん一-龯]|とも[述話語言]|よると|[よ依拠]れば|よりますと|とし[てた、]|とする"
    r"|発表し|明らかに|明かし|指摘|主張|説明し|強調|訴え|答え|答弁|コメント|発言|声明|報告し"
    r"|報じ|伝え|告げ|認め[たて]|否定し|反論|批判|警告|呼びかけ|呼び掛け|投稿|ツイート|つぶや"
    r"|と書[いき]|綴|と記[しさ]|振り返|談|曰く|いわく|宣言|と約束|誓[いうっ]|表明|尋ね"
    r"|と聞[いかく]|叫|と続け|と付け|付け加え|と加え|評[しさ]|称[しさ]|と呼[びばん]|提案し"
    r"|要求し|言及|冗談|皮肉|打ち明け|漏ら|証言|供述|ほのめか|懸念を|述懐|力説|補足|と喜[んび]"
    r"|と嘆|告白|おっしゃ|申し[たてま上]|と思[いうっわ]|と考え|そうだ[。、]|らしい[。、]|とか。"
    r"|って[。、！]|との見|との考|と命じ|と頼|と促|と返"
)
_ENGLISH_REPORT = (
    r"[\"“”]|(?<!\w)['‘]\w|\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|stat(?:ed|es|ing"
    r"|ement)|add(?:s|ed|ing)|accord\w+|announc\w+|explain\w*|claim(?:s|ed|ing)|report(?:s|ed"
    r"|edly|ing)|argu(?:e|es|ed|ing)|insist\w*|warn(?:s|ed|ing)|note[sd]|noting|point(?:s|ed"
    r"|ing) out|stress(?:es|ed|ing)|emphasi\w+|complain(?:s|ed|ing)|comment(?:s|ed|ing)"
    r"|remark(?:s|ed|ing)|mention(?:s|ed|ing)|admit(?:s|ted|ting)|den(?:y|ies|ied)|reveal(?:s|ed"
    r"|ing)|describ\w+|call(?:s|ed|ing)|ask(?:s|ed|ing)|repl\w+|answer(?:s|ed|ing)|respond\w*"
    r"|declar\w+|disclos\w+|assert(?:s|ed|ing)|suggest(?:s|ed|ing)|indicat(?:es|ed|ing)"
    r"|believes?|thinks?|thought|express\w*|cit(?:es|ed|ing)|quot\w+|sp(?:eaks|oke|eaking)"
    r"|talk(?:ed|ing)|wrote|writes|tweet\w*|posted|critici\w+|prais(?:es|ed|ing)|urg(?:es|ed"
    r"|ing)|appeal(?:s|ed|ing)|testif\w+|acknowledg\w+|confirm(?:s|ed|ing)|clarif\w+|recall(?:s"
    r"|ed|ing)|pledg(?:es|ed|ing)|recount\w*|elaborat(?:es|ed|ing)|allege\w*|vocal|shar(?:es|ed"
    r"|ing)|conclud(?:es|ed|ing)|laments?|joked|went on|goes|continued)\b"
)
_JAPANESE_ANY = re.compile(
    _JAPANESE_REPORT
    + r"|言[いうっわえ]|いう|話[しす]|との|とも|発表|明らか|明か|説明|訴|報告|報道|認め|否定"
    r"|書[いき]|記[しさ]|約束|誓|示[しさす]|聞[いかく]|問|質問|続け|加え|呼[びばん]|求め"
    r"|提案|要求|触れ|そう[だで]|らしい|見解|見方|考え|思[いうっわ]|感じ|断言"
    r"|不満|懸念|予想|予測|見込|みられ|見られ|とされ|調べ|調査|統計|データ|資料|論じ|喜[んび]"
    r"|嘆[いき]|期待|従[いっ]|応じ|基づ|沿っ|通り|とおり|通報|命じ|指示|教え|知らせ|通知|案内"
    r"|お伝|申[しす]|によって|により|では、|お話|頼|促|電話|口調|声|回答|返"
)
_ENGLISH_ANY = re.compile(
    _ENGLISH_REPORT
    + r"|\b(?:state|add|claim|report|argue|warn|note|point\w*|stress|complain|comment|remark"
    r"|mention|admit|reveal|call|ask|answer|response\w*|assert|suggest|indicate|believ\w+"
    r"|think|thinking|feel\w*|felt|show\w*|found|find\w*|data|survey\w*|stud(?:y|ies)"
    r"|statistics|cite|speak|spoken|talk(?:ing)?|writ\w+|post\w*|praise|urge|appeal|confirm|hear\w*"
    r"|heard|understand|understood|learn\w*|based on|as per"
    r"|recall|insight|view\w*|opinion|words?|from|unveil\w*|released?|issued?|plead\w*|outlin\w*"
    r"|publish\w*|detail\w*|highlight\w*|agree\w*|depend\w*|estimat\w*|forecast\w*|predict\w*"
    r"|elaborate|let|inform\w*|presum\w*|seem\w*|apparent\w*|greet\w*|thank\w*|pledge|advoca\w*"
    r"|share|account\w*|blame\w*|accus\w*|per|listed|made|mak\w+)\b",
    re.IGNORECASE,
)
# Of a quotation more is asked: the words in it may speak of saying and thinking themselves.
_AFTER_QUOTATION = {
    Lang.JAPANESE: re.compile(_JAPANESE_REPORT),
    Lang.ENGLISH: re.compile(_ENGLISH_REPORT, re.IGNORECASE),
}
_QUOTATION_MARK = re.compile(r"[\"“”」]")


# A speaker with a name or an office, not a pronoun.
_NAMED = re.compile(
    r"[\"”]\s+(?!He|She|They|It|I\b)(?:[A-Z]\w+|(?:[Tt]he|[Aa]n?) \w+|said (?:[A-Z]|the ))|」と[^、。「」]+[はが]"
)
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sentence whose speaker or source has no counterpart, and for each
    that is no longer quoted."""
    if not pair.is_whole:
        return
    yield from _said_for_itself(pair)
    is_english = pair.source.lang is Lang.ENGLISH
    pattern, renderings = (_ENGLISH, _JAPANESE_ANY) if is_english else (_JAPANESE, _ENGLISH_ANY)
    source, target = prose(pair.source.text), prose(pair.target.text)
    if is_english and not has_any(source, _ENGLISH_SIGNS):
        return
    if not pattern.search(source):
        return
    for bead in pair.beads:
        # Where sentences are joined or divided, the speaker may stand in the next one.
        if bead.source is None or bead.target is None or bead.shape != (1, 1):
            continue
        match = pattern.search(bead.source.of(source))
        if match is None:
            continue
        words = bead.target.of(target)
        if _QUOTATION_MARK.search(match.group()):
            renderings = _AFTER_QUOTATION[pair.target.lang]
        if renderings.search(words) and not _is_bare_quotation(words, match):
            continue
        if _NOT_SPEECH.search(bead.source.of(source)):
            continue
        named = next((name for name, words in match.groupdict().items() if words), None)
        start, end = match.span(named) if named else match.span()
        place = Span(bead.source.start + start, bead.source.start + end)
        place = whole_words(place, source, pair.source.lang)
        yield Finding(
            RULE,
            Severity.MINOR,
            0.6,
            told(
                "“{words}” says whose words these are; the translation does not.",
                words=place.of(source),
            ),
            (place,),
            (bead.target,),
            {"attribution": place.of(source)},
        )


def _said_for_itself(pair: Pair) -> Iterator[Finding]:
    for sentence, rendering in unquoted(pair, _AFTER_QUOTATION[pair.target.lang]):
        yield Finding(
            RULE,
            Severity.MINOR,
            0.6,
            told("The source quotes this sentence; the translation says it in its own voice."),
            (sentence,),
            (rendering,),
            {},
        )


def _is_bare_quotation(words: str, attribution: re.Match[str]) -> bool:
    """Whether a sentence has nothing outside its quotation marks, though the source names who
    speaks."""
    if not _NAMED.search(attribution.group()):
        return False
    return not re.search(r"\w", _QUOTED.sub("", words))
