"""Small numbers: what the public gets of figures that could be about a few people. Pure, but for `rules`.

Registers: counts of 1 to 4 are hidden and 0 is shown; a share is hidden where numerator, denominator or their
difference is such a count. Surveys: shares of fewer than 30 people are hidden. A source that publishes its cells
openly has threshold 0, with the reason, in `thresholds.csv`; a source that is not listed has the default. What can be
computed back over totals is hidden too (`secondary`). The store keeps every number; readers, files and answers for
programs get what `public` leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from data.areas import Areas
from data.catalogue import read_catalogue
from data.disclosure.equations import equations_of
from data.disclosure.secondary import suppressed
from data.files import opened_csv
from data.model import Key, Observation

HERE = Path(__file__).parent
HIDDEN = "Q"
REASON = (
    "Verborgen om personen te beschermen: minder dan {threshold}, of nodig opdat niemand zo’n aantal kan terugrekenen."
)
SAMPLE_REASON = (
    "Verborgen: minder dan {sample} bevraagden. We tonen geen cijfer, om mensen te beschermen en toeval te vermijden."
)


@dataclass(frozen=True)
class Threshold:
    """The smallest count and the smallest sample of a source that may be shown; 0 hides nothing."""

    count: float = 5
    sample: float = 30
    reason: str = ""


DEFAULT = Threshold()


@dataclass(frozen=True)
class Rules:
    """What decides: thresholds by source, the units that are counts, and which areas are parts of which."""

    thresholds: Mapping[str, Threshold]
    counts: frozenset[str]
    areas: Areas

    def of(self, source: str) -> Threshold:
        """Give the threshold of a source; a source that is not listed has the default."""
        return self.thresholds.get(source, DEFAULT)


@lru_cache(maxsize=1)
def thresholds() -> dict[str, Threshold]:
    """Read the thresholds by source, once."""
    with opened_csv(HERE / "thresholds.csv") as reader:
        return {row["source"]: Threshold(float(row["count"]), float(row["sample"]), row["reason"]) for row in reader}


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Give the rules of the catalogue that comes with the program."""
    catalogue = read_catalogue()
    units = catalogue.codelists["unit_measure"].codes.values()
    counts = frozenset(one.code for one in units if one.properties.get("additive"))
    return Rules(thresholds(), counts, catalogue.areas)


def is_open(source: str) -> bool:
    """Tell whether the cells of a source are all public: its publisher publishes them openly."""
    known = thresholds().get(source, DEFAULT)
    return (known.count, known.sample) == (0, 0)


def public(observations: Sequence[Observation]) -> Sequence[Observation]:
    """Give what readers may see of the figures of one indicator; the same figures where all sources are open."""
    if all(is_open(one.source) for one in observations):
        return observations
    return tuple(protected(observations, rules()))


def protected(observations: Iterable[Observation], using: Rules) -> list[Observation]:
    """Hide small numbers, and what would tell them; table by table: one period and source."""
    observations = list(observations)
    tables: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(observations):
        tables.setdefault((one.time_period, one.source), []).append(place)
    for places in tables.values():
        shown = _table([observations[place] for place in places], using)
        for place, one in zip(places, shown, strict=True):
            observations[place] = one
    return observations


def _table(members: Sequence[Observation], using: Rules) -> list[Observation]:
    threshold = using.of(members[0].source)
    few = [_without_few(one, threshold) for one in members]
    small = {one.key for one in members if _is_small(one, using.counts, threshold.count)}
    if not small:
        return few
    hidden, ranged = _hidden(members, small, using, threshold.count)
    return [_masked(one, threshold, one.key in ranged) if one.key in hidden else one for one in few]


def _hidden(
    members: Sequence[Observation], small: set[Key], using: Rules, threshold: float
) -> tuple[set[Key], set[Key]]:
    """Give the keys that are hidden, and those whose range of small counts may be told."""
    hidden = set(small)
    counted = {
        one.key: one.obs_value for one in members if one.unit_measure in using.counts and one.obs_value is not None
    }
    outcome = suppressed(counted, equations_of(members, counted, using.areas), small & counted.keys(), threshold)
    ranged = {key for key in small & counted.keys() if outcome.tells_ranges}
    hidden |= outcome.hidden
    below: dict[Key, float] = {}
    for part in ("denominator", "numerator"):
        cells = {one.key: n for one in members if (n := getattr(one, part)) is not None and one.key not in counted}
        sums, few = equations_of(members, cells, using.areas), hidden & cells.keys()
        hidden |= suppressed(cells, sums, few, threshold, ranges=False, ceilings=below).hidden
        below = cells
    return hidden, ranged


def _is_small(one: Observation, counts: frozenset[str], threshold: float) -> bool:
    """Tell whether a number is about 1 to 4 people, or about all but 1 to 4 of them."""
    if one.unit_measure in counts:
        return one.obs_value is not None and 0 < one.obs_value < threshold
    if one.numerator is None:
        return False
    parts = (
        [one.numerator]
        if one.denominator is None
        else [one.numerator, one.denominator, one.denominator - one.numerator]
    )
    return any(0 < part < threshold for part in parts)


def _without_few(one: Observation, threshold: Threshold) -> Observation:
    if one.sample_size is None or one.sample_size >= threshold.sample:
        return one
    return replace(_emptied(one), note=SAMPLE_REASON.format(sample=int(threshold.sample)))


def _masked(one: Observation, threshold: Threshold, has_range: bool) -> Observation:
    limits = {"lower": 1.0, "upper": threshold.count - 1} if has_range else {}
    note = REASON.format(threshold=int(threshold.count))
    return replace(_emptied(one), note=note, **limits)  # type: ignore[arg-type]


def _emptied(one: Observation) -> Observation:
    """Take out every number of an observation, and every text that may hold it."""
    numbers = dict.fromkeys(("obs_value", "numerator", "denominator", "sample_size", "lower", "upper"))
    texts = dict.fromkeys(("printed", "derivation", "qualifier"), "")
    return replace(one, obs_status=HIDDEN, **numbers, **texts)  # type: ignore[arg-type]
