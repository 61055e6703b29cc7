"""What comments in the files silence, taken from what the checks found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.finding import Finding, Rule
from alignqa.message import Message, told
from alignqa.settings.run import names_rule, nearest_rule
from alignqa.text import Silence


@dataclass(frozen=True, slots=True)
class Silenced:
    """The findings that are left of each pair, how many of each are silenced, and what is to be
    said of comments that name no rule, or silence what is not there."""

    findings: tuple[tuple[Finding, ...], ...]
    counts: tuple[int, ...]
    remarks: tuple[Message, ...]


def silenced(
    pairs: Sequence[Pair],
    findings: Sequence[Sequence[Finding]],
    *,
    known: Iterable[Rule],
    checked: Iterable[Rule],
) -> Silenced:
    """What is left once the comments are heard.

    Args:
        findings: those of each pair, in the order of `pairs`.
        known: all rules.
        checked: those that were checked; of the others nothing can be said.
    """
    used: set[tuple[Silence, str]] = set()
    left = []
    for pair, found in zip(pairs, findings, strict=True):
        silences = pair.silences
        kept = []
        for finding in found:
            heard = list(_hearing(finding.rule, silences))
            used.update(heard)
            if not heard:
                kept.append(finding)
        left.append(tuple(kept))
    counts = (len(found) - len(kept) for found, kept in zip(findings, left, strict=True))
    silences = tuple(dict.fromkeys(silence for pair in pairs for silence in pair.silences))
    remarks = _remarks(silences, used, tuple(known), frozenset(checked)) if silences else ()
    return Silenced(tuple(left), tuple(counts), tuple(remarks))


def _hearing(rule: Rule, silences: Sequence[Silence]) -> Iterator[tuple[Silence, str]]:
    """The comments, and the names in them, that silence the rule."""
    for silence in silences:
        for name in silence.rules or ("",):
            if not name or names_rule(name, rule):
                yield silence, name


def _remarks(
    silences: Sequence[Silence],
    used: set[tuple[Silence, str]],
    known: Sequence[Rule],
    checked: frozenset[Rule],
) -> Iterator[Message]:
    for silence in silences:
        place = silence.path or ""
        place += f":{silence.line}" if silence.line is not None else ""
        for name in silence.rules or ("",):
            named = {rule for rule in known if not name or names_rule(name, rule)}
            if not named:
                yield _unknown(place, name, known)
            elif (silence, name) in used or not named <= checked:
                continue
            elif name:
                yield told(
                    "{place}: the comment silences {rule}, which finds nothing there",
                    place=place,
                    rule=name,
                )
            else:
                yield told(
                    "{place}: the comment silences nothing: nothing is found there", place=place
                )


def _unknown(place: str, name: str, known: Sequence[Rule]) -> Message:
    near = nearest_rule(name, known)
    if near is None:
        return told(
            "{place}: the comment silences “{name}”, but no rule is called so; a reason goes after "
            "a colon",
            place=place,
            name=name,
        )
    return told(
        "{place}: the comment silences “{name}”, but no rule is called so; did you mean {near}?",
        place=place,
        name=name,
        near=near,
    )
