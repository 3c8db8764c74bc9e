"""What things are: codes, indicators, observations, revisions. Plain frozen facts, no files, no SQL, no pandas.

The words are those of SDMX (Statistical Data and Metadata eXchange, ISO 17369), in lower snake case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

TRANSFORMATION = "transformation"
"""Dimension of the numbers that the source prints *about* its figures (a gap, a change); absent = the figure itself."""


@dataclass(frozen=True)
class Code:
    """One allowed value of a dimension or attribute, e.g. `non_eu` in the codelist `nationality`.

    `label` names it in charts and tables, `phrase` is the plural noun phrase that fits in a sentence, `family` decides
    colour and shape (be, eu, non_eu, all, unknown or empty), `properties` holds the other columns of the codelist.
    """

    code: str
    label: str
    phrase: str = ""
    family: str = ""
    description: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Codelist:
    """All codes of one dimension or attribute, in the order in which readers see them."""

    id: str
    codes: Mapping[str, Code]

    def __getitem__(self, code: str) -> Code:
        """Give the code; raises KeyError for a code that is not in the list."""
        return self.codes[code]

    def __contains__(self, code: str) -> bool:
        """Tell whether the list has this code."""
        return code in self.codes

    def position(self, code: str) -> int:
        """Give the place of a code in the order of the list; unknown codes come last."""
        return self._positions.get(code, len(self.codes))

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.codes)}


@dataclass(frozen=True)
class Dimension:
    """A breakdown of an indicator: its codelist, its reference group for gaps (may be empty), its natural order."""

    id: str
    label: str
    reference: str
    ordinal: bool


@dataclass(frozen=True)
class SumRule:
    """Arithmetic that should hold: the `parts` of a dimension add up to `whole`.

    `whole` is "100" for shares, a code of the same dimension, or empty for the total (the row without the dimension).
    """

    dimension: str
    parts: tuple[str, ...]
    whole: str


@dataclass(frozen=True)
class Sentence:
    """Building blocks of generated Dutch sentences; see `indicators/findings.py` for how they are used.

    `people` replaces "personen" in the names of groups: "leerlingen met een vreemde nationaliteit".
    """

    people: str
    subject: str
    statement: str
    more: str
    less: str


@dataclass(frozen=True)
class Headline:
    """Which row is the value in the first cell of the indicator's page."""

    ref_area: str
    breakdown: Mapping[str, str]


@dataclass(frozen=True)
class Indicator:
    """One entry of the catalogue; the README tells the meaning of each key."""

    id: str
    title: str
    slug: str
    domain: str
    question: str
    definition: str
    numerator: str
    denominator: str
    unit_measure: str
    decimals: int
    polarity: str
    source_kind: str
    group_definition: str
    next_delivery: str
    caveats: tuple[str, ...]
    related: tuple[str, ...]
    not_comparable: tuple[str, ...]
    companion: str
    picture: str
    shape: str
    period_kind: str
    sentence: Sentence
    headline: Headline
    dimensions: tuple[Dimension, ...] = ()
    sums: tuple[SumRule, ...] = ()

    @property
    def dimension_ids(self) -> tuple[str, ...]:
        """Give the ids of the dimensions, the default breakdown first."""
        return tuple(dimension.id for dimension in self.dimensions)


Key = tuple[str, str, str, tuple[tuple[str, str], ...], str, str]


@dataclass(frozen=True, slots=True)
class Observation:
    """One number with all that it needs to be read.

    `obs_value` is None where the number is missing (`obs_status` says why) or a range (`lower`, `upper`).
    `breakdown` maps dimension to code; an absent dimension means the total. `printed` holds the source's characters;
    it is empty for a number of our own, and then `derivation` holds its sum. `revision` is 0 until it is published.
    """

    indicator: str
    ref_area: str
    time_period: str
    breakdown: Mapping[str, str]
    obs_value: float | None
    unit_measure: str
    obs_status: str
    source: str
    source_ref: str
    qualifier: str = ""
    numerator: float | None = None
    denominator: float | None = None
    sample_size: float | None = None
    lower: float | None = None
    upper: float | None = None
    printed: str = ""
    derivation: str = ""
    note: str = ""
    revision: int = 0

    @property
    def key(self) -> Key:
        """Identify the observation: indicator, area, period, breakdown, source and place in the source."""
        breakdown = tuple(sorted(self.breakdown.items()))
        return (self.indicator, self.ref_area, self.time_period, breakdown, self.source, self.source_ref)

    @property
    def number(self) -> float:
        """Give the number, where there is one; raises ValueError for a range or a missing number."""
        if self.obs_value is None:
            raise ValueError(f"{self.key} has no single number")
        return self.obs_value

    @property
    def limits(self) -> tuple[float, float]:
        """Give the two limits of a range; raises ValueError where the source gives no range."""
        if self.lower is None or self.upper is None:
            raise ValueError(f"{self.key} is no range")
        return self.lower, self.upper

    @property
    def is_level(self) -> bool:
        """Tell whether this is the figure itself, not a gap or change that the source prints about it."""
        return TRANSFORMATION not in self.breakdown

    @property
    def is_range(self) -> bool:
        """Tell whether the source gives two limits instead of one number."""
        return self.obs_value is None and self.lower is not None and self.upper is not None


@dataclass(frozen=True)
class Revision:
    """One publication: nothing that it brought is ever changed or deleted.

    `published_at` is in UTC. `dataset` names the shipped folder or the uploaded file; `sha256` is of its bytes.
    """

    number: int
    published_at: datetime
    author: str
    note: str
    dataset: str
    sha256: str
