"""A placeholder of the source that is lost or changed in the translation, or one that is new there.

It compares `{name}`, `{0}`, `{{name}}`, `${name}`, `%{name}`, `%(name)s`, `%s`, `%1$d`, `<0>` and ICU's
`{count, plural, …}` with its `#`.

## Why

A program fills placeholders in by their exact spelling. A lost one hides a value from the reader;
a changed one shows its bare name, or brings the program down.

## Example

- *Hello, {name}!* → こんにちは、{名前}さん: {name} has become {名前}.
- %d件のファイルを削除しました。 → *Files were deleted.*: %d is lost.

## Limits

Named and numbered placeholders may be repeated or said once; unnamed ones must be as many as in
the source. What ICU's branches say is text, and nobody looks whether each is there. A number that the
source spells out and the translation leaves to a placeholder (*One file*, %d個のファイル) is passed
over, as the languages count differently. Values such as `$1` look like money and are not compared;
nor is who does what to whom (`{user}` and `{guest}`). In code that says more than the placeholder
(`tar xf {{archive}}`), where the reader fills it in, *markdown-mismatch* compares it.

Source: the error type *markup-tag* of MQM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, PLACEHOLDER

RULE = Rule("AQ702", "placeholder-mismatch", MqmCategory.MARKUP, Severity.MAJOR)

_SIGN = re.compile(r"[%{<]")
# In braces, what a translator made of a name.
_TRANSLATED = re.compile(
    r"[$%#]?\{+[^{}\n]{1,30}\}+|[%％]\s?[（(][^()（）]{1,20}[)）]\s?[sd]|％[sd]"
)
_UNNAMED = re.compile(r"%[^(]*[sdiufgxXc@]$|\{\}$")
# Flags, order, width and length of a conversion: a language may write a value in its own way.
_FORMAT = re.compile(r"(?<=%)[-+#0-9.*$]*(?:hh|h|ll|l|z|j|t)?(?=[sdiufgxXc@]$)")
_DATE = re.compile(r"%[-E_0]?[YymdHMSBbpIAalPkeGVjZz](?![A-Za-z]{2})")
# %2$d
_ORDERED = re.compile(r"%(?P<place>\d)\$[-+#0-9.]*(?:hh|h|ll|l|z|j|t)?[sdiufgxXc@](?![A-Za-z0-9_])")
# {boats, plural, and the # inside; {when, date, short}
_CHOICE = re.compile(
    r"\{\s*[A-Za-z_]\w*\s*,\s*(?:plural|select|selectordinal|number|date|time)(?=\s*[,}])"
)
_COUNT = re.compile(r"(?<![\w&])#(?![\w#])|(?<=\{)#|#(?=[^\x00-\x7f])")
_LETTER = re.compile(r"[^\W\d_]")
_INTEGER = re.compile(r"^%[\d$]*(?:hh|h|ll|l|z|j|t)?[diu]$")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each placeholder that one side has and the other has not."""
    source, target = pair.source.text, pair.target.text
    if not pair.is_whole or not (_SIGN.search(source) or _SIGN.search(target)):
        return
    ours, theirs = _placeholders(source), _placeholders(target)
    lost = [span for span in _missing(ours, theirs) if _is_absent(span.of(source), target, theirs)]
    new = [span for span in _missing(theirs, ours) if _is_absent(span.of(target), source, ours)]
    if not lost and not new:
        yield from _exchanged(source, target)
        return
    if not lost and all(_INTEGER.match(span.of(target)) for span in new):
        return
    used = {span for spans in theirs.values() for span in spans}
    used |= {*_commands(target), *_branches(target)}
    changed = [
        Span(*match.span())
        for match in _TRANSLATED.finditer(target)
        if match.group() not in source
        and not any(span.overlaps(Span(*match.span())) for span in used - set(new))
    ]
    rivals = sorted({*new, *changed})
    for place, span in enumerate(lost):
        rival = rivals[place] if place < len(rivals) and len(rivals) == len(lost) else None
        name = span.of(source)
        message = (
            told("The placeholder “{name}” became “{other}”.", name=name, other=rival.of(target))
            if rival
            else told("The placeholder “{name}” is lost in the translation.", name=name)
        )
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.95 if rival else 0.9,
            message,
            (span,),
            (rival,) if rival else (),
            {"placeholder": name, "kind": "changed" if rival else "lost"},
            name if rival else None,
        )
    for span in () if lost else new:
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.85,
            told("The placeholder “{name}” is not in the source.", name=span.of(target)),
            (),
            (span,),
            {"placeholder": span.of(target), "kind": "added"},
        )


def _exchanged(source: str, target: str) -> Iterator[Finding]:
    """A text printed as a number, or a number as a text: %1$s of %2$d, and %2$s of %1$d."""
    ours, theirs = ({m["place"]: m for m in _ORDERED.finditer(text)} for text in (source, target))
    for place, match in ours.items():
        other = theirs.get(place)
        if other is not None and _key(match.group()) != _key(other.group()):
            yield Finding(
                RULE,
                Severity.MAJOR,
                0.95,
                told(
                    "The placeholder “{name}” became “{other}”.",
                    name=match.group(),
                    other=other.group(),
                ),
                (Span(*match.span()),),
                (Span(*other.span()),),
                {"placeholder": match.group(), "kind": "changed"},
                match.group(),
            )


def _is_absent(name: str, other: str, known: dict[str, list[Span]]) -> bool:
    """Whether a name does not stand in the other text, glued to a word perhaps (`%dkbps`)."""
    return name not in other or _key(name) in known


def _key(name: str) -> str:
    bare = re.sub(r"\s", "", _FORMAT.sub("", name))
    return "%d" if bare in {"%i", "%u"} else bare


def _placeholders(text: str) -> dict[str, list[Span]]:
    """Where each placeholder stands, by its key; `%1$s` and `%s` are told as one."""
    found: dict[str, list[Span]] = {}
    if len(_DATE.findall(text)) - text.count("%d") >= 2:
        return found
    passed_over, choices = _commands(text), list(_CHOICE.finditer(text))
    if choices:
        passed_over += _branches(text)
        choices += [count for count in (_COUNT.search(text),) if count]
    for match in (*PLACEHOLDER.finditer(text), *choices):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in passed_over):
            found.setdefault(_key(match.group()), []).append(span)
    return found


def _branches(text: str) -> list[Span]:
    """The braces around the branches of ICU's choices, {count, plural, one {boat} other {boats}},
    which open inside a choice and hold text."""
    found, choices = [], {match.start() for match in _CHOICE.finditer(text)}
    opened: list[bool] = []
    for brace in re.finditer(r"[{}]", text):
        if brace.group() == "{":
            if opened and opened[-1]:
                found.append(Span(*brace.span()))
            opened.append(brace.start() in choices)
        elif opened:
            opened.pop()
    return found


def _commands(text: str) -> list[Span]:
    """Inline code that says more than a placeholder."""
    if "`" not in text:
        return []
    return [
        Span(*code.span())
        for code in CODE.finditer(text)
        if _LETTER.search(PLACEHOLDER.sub("", code.group(2)))
    ]


def _missing(ours: dict[str, list[Span]], theirs: dict[str, list[Span]]) -> list[Span]:
    """The places of ours that theirs have no counterpart for."""
    counts = Counter({key: len(spans) for key, spans in theirs.items()})
    missing = []
    for key, spans in ours.items():
        wanted = len(spans) if _UNNAMED.match(key) else 1
        missing += spans[counts[key] :] if counts[key] < wanted else []
    return sorted(missing)
