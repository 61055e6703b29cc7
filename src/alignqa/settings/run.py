"""What a run is asked to do: which encoder, which checks."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from alignqa.errors import SettingsError
from alignqa.finding import Finding, Rule, Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; without any, every check and the embedded encoder.

    `encoder` is a model's name or path, `None` for the embedded one. `select` and `ignore` hold
    rule codes (`AQ101`), names (`wrong-term`) or beginnings of codes (`AQ1`); what `ignore` names
    is left out even where `select` names it too, and an empty `select` is every rule.
    `glossaries` are files of terms (see `alignqa.glossary`); `reference` is another translation of the
    same source, which the target is compared with. `severities` give the findings of a rule, named
    as in `select`, another severity.
    `batch_size`, `device` and `cache` (keep vectors on disk) are for an encoder that is named; the
    embedded one needs none of them.
    `jobs` is how many processes look at the pairs of a long document, at most; `None` for one for
    each core. They import the main module: a script that asks for more than one does its work under
    `if __name__ == "__main__":`.
    """

    encoder: str | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    batch_size: int | None = None
    device: str | None = None
    cache: bool = True
    glossaries: tuple[Path, ...] = ()
    reference: Path | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    jobs: int | None = 1

    @classmethod
    def checked(
        cls,
        rules: Iterable[Rule],
        *,
        encoder: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        batch_size: int | None = None,
        device: str | None = None,
        cache: bool = True,
        glossaries: Iterable[Path] = (),
        reference: Path | None = None,
        severities: Mapping[str, Severity] | None = None,
    ) -> Self:
        """Settings whose every rule is among those known.

        Raises:
            SettingsError: if `select`, `ignore` or `severities` names none of the rules, or the
                first two leave none of them.
        """
        known = tuple(rules)
        settings = cls(
            encoder,
            frozenset(select),
            frozenset(ignore),
            batch_size,
            device,
            cache,
            tuple(glossaries),
            reference,
            tuple(sorted((severities or {}).items())),
        )
        graded = {wanted for wanted, _ in settings.severities}
        for wanted in sorted(settings.select | settings.ignore | graded):
            if not any(names_rule(wanted, rule) for rule in known):
                raise unknown_rule(wanted, known)
        if known and not any(settings.selects(rule) for rule in known):
            raise SettingsError(
                "--select and --ignore together leave no rule to check; ignore fewer of them."
            )
        return settings

    def selects(self, rule: Rule) -> bool:
        """The rule is to be checked."""
        if any(names_rule(wanted, rule) for wanted in self.ignore):
            return False
        return not self.select or any(names_rule(wanted, rule) for wanted in self.select)

    def graded(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with the severities that `severities` gives to their rules."""
        if not self.severities:
            return tuple(findings)
        return tuple(
            replace(finding, severity=self._severity(finding.rule) or finding.severity)
            for finding in findings
        )

    def _severity(self, rule: Rule) -> Severity | None:
        named = [(len(wanted), of) for wanted, of in self.severities if names_rule(wanted, rule)]
        # The longest says the most: AQ101 has more to say of a rule than AQ1.
        return max(named, key=lambda known: known[0])[1] if named else None


def find_rule(wanted: str, rules: Iterable[Rule]) -> Rule:
    """The rule of this code or name.

    Raises:
        SettingsError: if there is none, naming the nearest one.
    """
    known = tuple(rules)
    for rule in known:
        if wanted.casefold() in {rule.code.casefold(), rule.name.casefold()}:
            return rule
    raise unknown_rule(wanted, known)


def names_rule(wanted: str, rule: Rule) -> bool:
    """`wanted` is the rule's name, its code, or letters and digits that its code begins with."""
    folded = wanted.casefold()
    return folded == rule.name.casefold() or (
        bool(folded) and rule.code.casefold().startswith(folded)
    )


def nearest_rule(wanted: str, known: Iterable[Rule]) -> str | None:
    """The code or the name of a rule that is most like this one, if any is like it."""
    called = {name.casefold(): name for rule in known for name in (rule.code, rule.name)}
    near = difflib.get_close_matches(wanted.casefold(), called, n=1)
    return called[near[0]] if near else None


def unknown_rule(wanted: str, known: Iterable[Rule]) -> SettingsError:
    """What is said of a name that is none of these rules'."""
    near = nearest_rule(wanted, known)
    hint = f"; did you mean {near}?" if near else "."
    return SettingsError(f"No rule is called “{wanted}”{hint} `alignqa rule` lists them all.")
