"""What comments in a file tell alignqa not to speak of.

    <!-- alignqa: ignore AQ101, number-mismatch: the ministry's own wording -->

`ignore` is for the passage that follows or that the comment stands in, `ignore-start` for all that
follows, up to `ignore-end`. Codes, names or beginnings of codes say which rules are meant; without
any it is all of them. A reason may stand after a colon or a dash.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from alignqa.message import Message, told
from alignqa.text import Silence

_HERE, _START, _END = "ignore", "ignore-start", "ignore-end"
_DIRECTIVE = re.compile(r"[\s*]*alignqa\s*[:：]\s*(?P<word>[\w-]*)(?P<rest>.*)", re.IGNORECASE)
_REASON = re.compile(r"\s*(?:[:：—–]|--)")
_BETWEEN = re.compile(r"[\s,、，]+")


@dataclass(slots=True)
class Silencing:
    """Takes the comments of a file in their order, and knows what is silenced at each place.

    `path` names the file in what is said of its comments. Without `regions` only `ignore` counts,
    as in a file whose units may be sorted anew.
    """

    path: str
    regions: bool = True
    _regions: list[Silence] = field(default_factory=list)
    _in_force: list[Silence] = field(default_factory=list)
    _idle: dict[Silence, None] = field(default_factory=dict)
    _remarks: list[Message] = field(default_factory=list)

    def take(self, comment: str, line: int | None) -> tuple[Silence, ...]:
        """What a comment that begins on this line asks for with `ignore`; whose passages those are
        the format knows: see `begin` and `end`."""
        asked = []
        for number, text in enumerate(comment.split("\n")):
            found = _DIRECTIVE.match(text)
            if found is not None:
                place = None if line is None else line + number
                silence = self._silence(found["word"].lower(), found["rest"], place)
                if silence is not None:
                    asked.append(silence)
        return tuple(asked)

    def begin(self, silences: Iterable[Silence]) -> None:
        """From here on they are in force."""
        self._in_force += silences

    def end(self, silences: Iterable[Silence]) -> None:
        """From here on they are not any more."""
        for silence in silences:
            self._in_force.remove(silence)

    def of_passage(self, own: Iterable[Silence] = ()) -> tuple[Silence, ...]:
        """What is silenced in a passage that stands here, its own comments' asking included."""
        silences = tuple(dict.fromkeys([*self._regions, *self._in_force, *own]))
        for silence in silences:
            self._idle.pop(silence, None)
        return silences

    def of_unit(self, comments: Iterable[tuple[str, int | None]]) -> tuple[Silence, ...]:
        """What the comments of a unit ask for it."""
        return self.of_passage([s for text, line in comments for s in self.take(text, line)])

    def remarks(self) -> tuple[Message, ...]:
        """What is to be said of the comments, once all passages are read."""
        idle = [
            told(
                "{place}: the comment silences nothing, since no passage belongs to it", place=place
            )
            for place in (self._place(silence.line) for silence in self._idle)
        ]
        return (*self._remarks, *idle)

    def _silence(self, word: str, rest: str, line: int | None) -> Silence | None:
        known = (_HERE, _START, _END) if self.regions else (_HERE,)
        if word not in known:
            self._remark_word(word, known, line)
            return None
        reason = _REASON.search(rest)
        named = rest[: reason.start()] if reason else rest
        rules = tuple(name for name in _BETWEEN.split(named) if name)
        if word == _END:
            self._end_region(rules, line)
            return None
        silence = Silence(rules, line, self.path)
        self._idle[silence] = None
        if word == _START:
            self._regions.append(silence)
            return None
        return silence

    def _end_region(self, rules: tuple[str, ...], line: int | None) -> None:
        """Without rules it ends every region; else those that were begun with none but these."""
        ended = [s for s in self._regions if not rules or (s.rules and set(s.rules) <= set(rules))]
        if not ended:
            self._remarks.append(
                told("{place}: ignore-end ends nothing that was begun", place=self._place(line))
            )
        self._regions = [silence for silence in self._regions if silence not in ended]

    def _remark_word(self, word: str, known: tuple[str, ...], line: int | None) -> None:
        near = difflib.get_close_matches(word, known, n=1)
        place = self._place(line)
        if near:
            message = told(
                "{place}: a comment for alignqa says “{word}”; did you mean {near}?",
                place=place,
                word=word,
                near=near[0],
            )
        else:
            message = told(
                "{place}: a comment for alignqa says “{word}”; it can say {known}",
                place=place,
                word=word,
                known=", ".join(known),
            )
        self._remarks.append(message)

    def _place(self, line: int | None) -> str:
        return self.path if line is None else f"{self.path}:{line}"
