"""Checks the arithmetic of the source, for the page "Kwaliteit van de cijfers" and for the doubts beside numbers.

`finding` tells what a finding is, `sums` adds up, `recount` works out percentages, changes and ranks, `mentions`
compares what is printed twice, `sentences` checks what the source says about its figures. Nothing here mends a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.claims import Claims
from data.model import Key, Observation
from indicators.quality.finding import Finding, Tally, tallies
from indicators.quality.mentions import mention_findings
from indicators.quality.recount import percentage_findings, statement_findings
from indicators.quality.sentences import sentence_findings
from indicators.quality.sums import sum_findings

CHECKS = (sum_findings, percentage_findings, statement_findings, mention_findings)


@dataclass(frozen=True)
class Quality:
    """The outcome of all checks, and their count by kind."""

    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]


def quality(observations: Mapping[str, Sequence[Observation]], catalogue: Catalogue, claims: Claims) -> Quality:
    """Run all checks and count them."""
    findings = checks(observations, catalogue, claims)
    return Quality(tuple(findings), tuple(tallies(findings)))


def checks(observations: Mapping[str, Sequence[Observation]], catalogue: Catalogue, claims: Claims) -> list[Finding]:
    """Run every check on the observations of each indicator; one finding for each check, also where it holds.

    Args:
        observations: the observations by the id of their indicator.
        catalogue: tells which parts add up to which whole.
        claims: what the source says about its figures.
    """
    found = [
        finding
        for indicator_id, own in observations.items()
        for check in CHECKS
        for finding in check(own, catalogue.indicators[indicator_id], catalogue)
    ]
    return found + sentence_findings((one for own in observations.values() for one in own), claims)


def about(findings: Iterable[Finding], indicator: str) -> list[Finding]:
    """Keep the findings that concern an indicator."""
    return [one for one in findings if indicator in one.indicators]


def doubts_of(findings: Iterable[Finding], indicator: str) -> dict[Key, str]:
    """Give the doubts of an indicator by the key of the observation beside which each is shown.

    A number with several doubts gets them in one text, each once.
    """
    doubts: dict[Key, dict[str, None]] = {}
    for finding in findings:
        for key in finding.places:
            if finding.doubt and key[0] == indicator:
                doubts.setdefault(key, {})[finding.doubt] = None
    return {key: " ".join(texts) for key, texts in doubts.items()}
