"""What a check of the source's arithmetic finds, and how many checks held.

Every check that was run gives a finding, also one that holds: "50 sommen nagerekend, 49 kloppen" needs both numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Key, Observation
from indicators import words
from indicators.series import Names

OK, ROUNDED, DOUBT, OPEN = "ok", "rounded", "doubt", "open"
"""The four outcomes: holds exactly, holds within the rounding of what is printed, does not hold, unclear."""

KINDS: Mapping[str, tuple[str, str]] = {
    "sum": ("som", "sommen"),
    "shares": ("verdeling over 100%", "verdelingen over 100%"),
    "percentage": ("percentage uit aantallen", "percentages uit aantallen"),
    "mention": ("dubbele vermelding", "dubbele vermeldingen"),
    "statement": ("gedrukt verschil of rangnummer", "gedrukte verschillen en rangnummers"),
    "claim": ("uitspraak over de cijfers", "uitspraken over de cijfers"),
    "remark": ("zin die onduidelijk of niet na te gaan is", "zinnen die onduidelijk of niet na te gaan zijn"),
    "misprint": ("drukfout", "drukfouten"),
}
"""The kinds of checks, in the order in which readers see them, with their Dutch names (one, more)."""

IN_PLAN = ("Figuur", "§")
"""How places in the annex of the plan start; later series stand elsewhere."""

EPSILON = 1e-9
"""Slack for the binary representation of decimal numbers, far below any printed decimal."""


@dataclass(frozen=True)
class Finding:
    """One check and its outcome, in texts that a page can show as they are.

    `what` tells what was checked, `found` what the figures give, `expected` what the source prints or says,
    `difference` the first minus the second (empty where there is none). `treatment` tells what this site does with it.
    `doubt` is a short text for beside the numbers in `places`; it is empty where a reader needs no warning.
    """

    kind: str
    indicators: tuple[str, ...]
    source_ref: str
    what: str
    found: str
    expected: str
    difference: str
    verdict: str
    treatment: str
    doubt: str
    places: tuple[Key, ...]

    @property
    def is_in_plan(self) -> bool:
        """Tell whether it is about the annex of the plan, not about a later series."""
        return self.source_ref.startswith(IN_PLAN)

    @property
    def holds(self) -> bool:
        """Tell whether the source's arithmetic or sentence holds, exactly or within rounding."""
        return self.verdict in (OK, ROUNDED)


@dataclass(frozen=True)
class Tally:
    """How often the checks of one kind had each outcome."""

    kind: str
    run: int
    ok: int
    rounded: int
    doubt: int

    @property
    def sentence(self) -> str:
        """Say it in words: "20 verdelingen over 100% nagerekend: 17 kloppen precies, 3 kloppen binnen de afronding"."""
        name = KINDS[self.kind][self.run != 1]
        if self.kind in ("remark", "misprint"):
            return f"{self.run} {name}"
        counted = {
            "precies" if self.rounded else "": self.ok,
            "binnen de afronding": self.rounded,
            "niet": self.doubt,
        }
        parts = [_holding(count, how) for how, count in counted.items() if count]
        return f"{self.run} {name} nagerekend: {words.listed(parts)}"


def _holding(count: int, how: str) -> str:
    verb = "klopt" if count == 1 else "kloppen"
    return f"{count} {verb} {how}".strip()


def tallies(findings: Iterable[Finding]) -> list[Tally]:
    """Count the outcomes of each kind that was run, in the order of KINDS."""
    verdicts: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for one in findings:
        verdicts[one.kind].append(one.verdict)
    return [
        Tally(kind, len(given), given.count(OK), given.count(ROUNDED), given.count(DOUBT))
        for kind, given in verdicts.items()
        if given
    ]


def printed_decimals(observation: Observation) -> int:
    """Count the decimals that the source printed; a number in words has none."""
    return words.decimals_of(observation.printed) or 0


def half_unit(observation: Observation) -> float:
    """Give the most that rounding can have changed a printed number: half a unit of its last decimal."""
    return float(0.5 * 10 ** -printed_decimals(observation))


def is_printed(observation: Observation) -> bool:
    """Tell whether the source prints the number; checking it against a number of our own would prove nothing."""
    return observation.obs_value is not None and not observation.derivation


def number_of(observation: Observation) -> float:
    """Give the number of an observation that has one."""
    assert observation.obs_value is not None
    return observation.obs_value


def subject(observation: Observation, indicator: Indicator, catalogue: Catalogue, without: str = "") -> str:
    """Name what an observation measures: "Schoolse vertraging: vreemde nationaliteit (schooljaar 2009-2010)"."""
    names = Names(indicator, catalogue)
    group = names.breakdown(observation.breakdown, without=(without,) if without else ())
    place = [catalogue.label("ref_area", observation.ref_area)] if observation.ref_area else []
    when = [words.period(observation.time_period, indicator.period_kind)] if observation.time_period else []
    where = f" ({', '.join(place + when)})" if place or when else ""
    return f"{indicator.title}: {group}{where}" if group != "totaal" else f"{indicator.title}{where}"
