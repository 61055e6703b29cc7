"""The result: every pair with its findings and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from alignqa.bitext import Part, SentenceBead
from alignqa.finding import Finding, Rule, Severity
from alignqa.text import Lang, Segment


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with the signature that says how it was made."""

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair with what was found in it, worst first.

    `score` is 0–100, higher is better; `risk` is the probability, 0–1, of a critical error;
    `critical_error` is the decision at the shipped threshold. `reference` are the figures against
    another translation, where one was given. `silenced` is how many findings comments in the files
    silence; they are not among `findings`. `extra` is as in `Pair`.
    """

    index: int
    source: Segment
    target: Segment
    similarity: float
    part: Part
    score: float
    risk: float
    critical_error: bool
    findings: tuple[Finding, ...]
    beads: tuple[SentenceBead, ...] = ()
    moved: bool = False
    reference: tuple[Score, ...] = ()
    silenced: int = 0
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The severity of its worst finding."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    @property
    def is_suspect(self) -> bool:
        """It is likely wrong though nothing was found in it, or silenced."""
        return self.critical_error and not self.findings and not self.silenced

    @property
    def is_whole(self) -> bool:
        """Both sides have text."""
        return not (self.source.is_empty or self.target.is_empty)


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that failed on a pair, or on the document (`index` is then `None`): alignqa's own
    fault, and the report lacks what it would have found."""

    rule: Rule
    index: int | None
    error: str

    def __str__(self) -> str:
        where = "on the document" if self.index is None else f"on pair {self.index}"
        return f"{self.rule.code} {self.rule.name} failed {where} ({self.error})"


@dataclass(frozen=True, slots=True)
class DocumentedRule:
    """A rule that was checked, with its documentation in Markdown."""

    rule: Rule
    documentation: str

    @property
    def summary(self) -> str:
        """The first paragraph of the documentation, on one line."""
        return " ".join(self.documentation.partition("\n\n")[0].split())


@dataclass(frozen=True, slots=True)
class Report:
    """What alignqa has to say about one bitext.

    `encoder` is the fingerprint of the encoder whose cosines the pairs carry. `score` is the
    document's; `mqm` is MQM's penalty with what it was made of. `rules` are those that were checked,
    `reference` the figures against another translation.
    With `failures` the report is incomplete. `remarks` are about comments in the files that are for
    alignqa and do not do what they seem to.
    """

    pairs: tuple[JudgedPair, ...]
    source_lang: Lang
    encoder: str
    score: Score
    mqm: Mapping[str, float | str]
    source_path: str | None = None
    target_path: str | None = None
    failures: tuple[Failure, ...] = ()
    rules: tuple[DocumentedRule, ...] = ()
    reference: tuple[Score, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def target_lang(self) -> Lang:
        return self.source_lang.other

    def findings(self) -> Iterator[tuple[JudgedPair, Finding]]:
        """Every finding with its pair, in document order."""
        for pair in self.pairs:
            for finding in pair.findings:
                yield pair, finding

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for _, finding in self.findings())

    @property
    def silenced(self) -> int:
        """How many findings comments in the files silence."""
        return sum(pair.silenced for pair in self.pairs)

    @property
    def unaligned(self) -> tuple[JudgedPair, ...]:
        """Pairs with an empty side."""
        return tuple(pair for pair in self.pairs if not pair.is_whole)
