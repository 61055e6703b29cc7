"""What a check says about a pair, in the words of MQM."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from alignqa.text import Span


class MqmCategory(StrEnum):
    """Error types of MQM (themqm.org, full typology) that alignqa can find."""

    WRONG_TERM = "wrong-term"
    GLOSSARY = "inconsistent-with-terminology-resource"
    INCONSISTENT_TERMS = "inconsistent-use-of-terminology"
    MISTRANSLATION = "mistranslation"
    NUMBER = "number"
    DATE_TIME = "date-time"
    ENTITY = "entity"
    OMISSION = "omission"
    ADDITION = "addition"
    UNTRANSLATED = "untranslated"
    DO_NOT_TRANSLATE = "do-not-translate"
    PUNCTUATION = "punctuation"
    WHITESPACE = "whitespace"
    CHARACTER_ENCODING = "character-encoding"
    UNINTELLIGIBLE = "unintelligible"
    MARKUP = "markup-tag"
    INCONSISTENT_STYLE = "inconsistent-style"
    ORGANIZATION = "organizational-style"


class Severity(StrEnum):
    """MQM's severities, mildest first."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def weight(self) -> int:
        """MQM's penalty points for one error of this severity."""
        return _WEIGHTS[self]

    @property
    def rank(self) -> int:
        """0 for the mildest."""
        return list(Severity).index(self)


_WEIGHTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check looks for. `severity` is the worst that it gives."""

    code: str
    name: str
    category: MqmCategory
    severity: Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """An unconfirmed issue: it becomes an error when a person confirms it.

    Spans are code points of the pair's source and target text. `confidence` is in [0, 1].
    `evidence` says what the finding rests on, in JSON's types. `suggestion` is what was expected
    in place of the first target span, or `None`.
    """

    rule: Rule
    severity: Severity
    confidence: float
    message: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    evidence: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None

    def fingerprint(self, source: str, target: str) -> str:
        """A name that lives as long as the words do, wherever in the file they stand.

        Hashes the rule, the marked words, and both texts with their white space folded.
        """
        marked = [span.of(source) for span in self.source_spans]
        marked += ["|"] + [span.of(target) for span in self.target_spans]
        parts = [self.rule.code, *marked, _folded(source), _folded(target)]
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
