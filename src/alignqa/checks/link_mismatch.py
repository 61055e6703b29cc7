"""A web or e-mail address, or a link to a page, that the translation changed or left out.

## Why

One wrong letter sends the reader, or the reader's letter, to somebody else.

## Example

- *Write to info@example.org.* → info@example.com までご連絡ください。: the address is another one.
- 詳しくは https://example.org/guide をご覧ください。 → *See the guide for details.*: the address is
  left out.

## Limits

Addresses are compared as they are spelled, but for http and https, a final slash and the marks of
a language (`/en/`, `/ja-jp/`, `hl=ja`), with which the name of a section may change, too. An
address that is replaced by a wholly different one may lead to the translated page: that is minor,
as is one that is left out; Wikipedia's article in another language is passed over. Links to pages of
the same site are compared by the page's name alone, where as many are lost as are new; a name that
is another one in another folder is minor.

Source: the error type *do-not-translate* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.link_destinations import page_links
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import EMAIL, addresses
from alignqa.words.spelled import spelled_alike

RULE = Rule("AQ704", "link-mismatch", MqmCategory.DO_NOT_TRANSLATE, Severity.MAJOR)

# What differs from one language's page to the other's.
_LOCALE = re.compile(
    r"(?<=[/.=])(?:www|en|ja|jp|us|en[-_]us|ja[-_]jp|en[-_]gb|english|japanese|intl|lang|i18n|l10n"
    r"|locales?)(?=[/.&#]|$)[/.]?|[?&](?:hl|lang|locale)=[\w-]+",
    re.IGNORECASE,
)
# A page by its file, or by its name alone.
_PAGE = re.compile(r"(?:/index)?\.html?(?=[#?]|$)")
_ARTICLE = re.compile(r"https?://(?P<host>\w+)(?:\.m)?\.wikipedia\.org/wiki/")
_ALIKE = 0.8
_ALIKE_NAMES = 0.6
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each address of the source that the target does not have."""
    source, target = pair.source.text, pair.target.text
    if not pair.is_whole:
        return
    yield from _other_pages(source, target)
    if not any(sign in source for sign in ("://", "www.", "@")):
        return
    ours, theirs = _addresses(source), _addresses(target)
    lost = [span for key, span in ours.items() if key not in theirs]
    # An address that is longer or shorter by what the pattern took in is no other.
    lost = [
        span
        for span in lost
        if not re.search(re.escape(span.of(source)) + r"(?![\w/-])", target, re.ASCII)
    ]
    new = [span for key, span in theirs.items() if key not in ours]
    for span in lost:
        address = span.of(source)
        if any(_is_same_page(address, other.of(target)) for other in new):
            continue
        rival = max(new, key=lambda other: _likeness(address, other.of(target)), default=None)
        if rival is None:
            yield Finding(
                RULE,
                Severity.MINOR,
                0.8,
                told("The address “{address}” is left out.", address=address),
                (span,),
                (),
                {"address": address},
            )
            continue
        new.remove(rival)
        if _is_article_elsewhere(address, rival.of(target)):
            continue
        likeness = _likeness(address, rival.of(target))
        is_slip = likeness >= _ALIKE and not _is_translated(address, rival, target)
        yield Finding(
            RULE,
            Severity.MAJOR if is_slip else Severity.MINOR,
            0.9 if is_slip else 0.5,
            told(
                "The address “{address}” became “{other}”.", address=address, other=rival.of(target)
            ),
            (span,),
            (rival,),
            {"address": address, "likeness": round(likeness, 2)},
            address if is_slip else None,
        )


def _other_pages(source: str, target: str) -> Iterator[Finding]:
    """A finding for each link to a page of the same site that goes to another one; one that is left
    out is lost as a link, too."""
    ours, theirs = page_links(source), page_links(target)
    lost = [name for name in ours if name not in theirs]
    new = [name for name in theirs if name not in ours]
    for name in lost if len(lost) == len(new) else ():
        rival = max(new, key=lambda other: _likeness(name, other))
        new.remove(rival)
        shown, other = ours[name].of(source), theirs[rival].of(target)
        is_beside = _folded(shown).rpartition("/")[0] == _folded(other).rpartition("/")[0]
        is_sure = is_beside or _likeness(name, rival) >= _ALIKE_NAMES
        is_sure = is_sure and unquote(other).isascii()
        yield Finding(
            RULE,
            Severity.MAJOR if is_sure else Severity.MINOR,
            0.9 if is_sure else 0.5,
            told("The link to “{address}” became one to “{other}”.", address=shown, other=other),
            (ours[name],),
            (theirs[rival],),
            {"address": shown},
            shown if is_sure else None,
        )


def _is_article_elsewhere(one: str, other: str) -> bool:
    """Articles of Wikipedias in two languages, which have names of their own."""
    hosts = [found["host"] for url in (one, other) if (found := _ARTICLE.match(url))]
    return len(set(hosts)) == 2


def _is_translated(address: str, rival: Span, target: str) -> bool:
    """Where the address goes on, a Japanese word does: https://example.org/パッケージ名."""
    return address.startswith(rival.of(target)) and _JAPANESE.match(target, rival.end) is not None


def _addresses(text: str) -> dict[str, Span]:
    """The first place of each address, by its spelling without the marks of a language."""
    found: dict[str, Span] = {}
    mails = (Span(*match.span()) for match in EMAIL.finditer(text))
    for span in (*addresses(text), *mails):
        if address := span.of(text).rstrip(":/"):
            found.setdefault(_folded(address), span)
    return found


def _folded(address: str) -> str:
    bare = _PAGE.sub("", re.sub(r"^https?://", "", unquote(address))).rstrip("/")
    host, slash, path = bare.partition("/")
    bare = host.lower() + slash + path
    return _LOCALE.sub("", "/" + bare).rstrip("/")


def _is_same_page(one: str, other: str) -> bool:
    """A page in another language: the same but for the marks of the languages; elsewhere, if the
    marks differ; or under a Japanese name. Its sections are named by their translated titles."""
    pages = [address.partition("#")[0] for address in (one, other)]
    if pages[0] == pages[1]:
        return False
    (host, path), (other_host, other_path) = (_host_and_path(page) for page in pages)
    if _marks(pages[0]) == _marks(pages[1]):
        return (host, path) == (other_host, other_path)
    if host == other_host:
        return path == other_path or any(_JAPANESE.search(unquote(page)) for page in pages)
    return path == other_path != ""


def _host_and_path(address: str) -> tuple[str, str]:
    """Both without the marks of a language."""
    host, _, path = re.sub(r"^https?://", "", address).partition("/")
    return _folded(host), _folded(path)


def _marks(address: str) -> list[str]:
    """The marks of a language in an address."""
    return [mark for mark in _LOCALE.findall("/" + address.lower()) if not mark.startswith("www")]


def _likeness(one: str, other: str) -> float:
    if ("@" in one) != ("@" in other):
        return 0.0
    return spelled_alike(one, other)
