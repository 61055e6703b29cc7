"""What leads from one text to another, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from alignqa.comparing.tokens import tokens
from alignqa.revision import Edit
from alignqa.text import Lang, Span

# Beyond so many comparisons difflib leaves out words that stand everywhere, which keeps a text
# that is one word again and again from taking minutes.
_MOST = 4_000_000
# Words between two edits are taken into them if they are so many times shorter than either:
# a sentence that was written anew would else be torn into crumbs by the marks it happens to share.
_CRUMB = 3


@dataclass(slots=True)
class _Run:
    """Tokens of either text, as ranges of their indices."""

    old: range
    new: range
    equal: bool


def edits(old: str, new: str, lang: Lang) -> tuple[Edit, ...]:
    """The edits that make the new text of the old one, in order, equal words among them.

    Each covers its words from the first to the last with the white space between them.
    """
    old_tokens, new_tokens = tokens(old, lang), tokens(new, lang)
    runs = _runs([span.of(old) for span in old_tokens], [span.of(new) for span in new_tokens])
    return tuple(
        Edit(_cover(old_tokens, run.old), _cover(new_tokens, run.new), run.equal)
        for run in _joined(_without_crumbs(runs, old_tokens, new_tokens))
    )


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _MOST)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield _Run(range(old_start, old_end), range(new_start, new_end), tag == "equal")


def _without_crumbs(
    runs: Iterator[_Run], old_tokens: Sequence[Span], new_tokens: Sequence[Span]
) -> list[_Run]:
    """The runs, with short equal ones between long edits made part of these."""
    found = list(runs)
    for number in range(1, len(found) - 1):
        run = found[number]
        if not run.equal:
            continue
        length = _length(old_tokens, run.old)
        around = (found[number - 1], found[number + 1])
        if all(
            length * _CRUMB <= max(_length(old_tokens, edit.old), _length(new_tokens, edit.new))
            for edit in around
        ):
            run.equal = False
    return found


def _length(spans: Sequence[Span], run: range) -> int:
    covered = _cover(spans, run)
    return covered.end - covered.start if covered else 0


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """Neighbouring edits as one."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and last.equal == run.equal:
            last.old = range(last.old.start, run.old.stop)
            last.new = range(last.new.start, run.new.stop)
        else:
            joined.append(run)
    return joined


def _cover(spans: Sequence[Span], run: range) -> Span | None:
    return Span(spans[run.start].start, spans[run.stop - 1].end) if run else None
