"""Shows figures of municipalities on another geography: 308, 300 or 285 Flemish municipalities. Pure.

Counts are summed over the municipalities that merged; shares with numerator and denominator become the sum of the
numerators over the sum of the denominators (the mean of two shares would be wrong). Medians, indexes and shares
without counts are not computed, and say so. A sum over a hidden part is a range. A municipality cannot be parted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.areas import GEOGRAPHIES, Areas, geography_of
from data.catalogue import Catalogue
from data.dutch import listed, number
from data.model import Code, Observation
from data.rates import rate, sum_of

NO_COUNTS = "Niet herberekend voor {area}: voor {parts} zijn er geen teller en noemer, of is dit cijfer geen aantal."
PART_MISSING = "Niet herberekend voor {area}: voor {parts} ontbreekt een cijfer."
PART_HIDDEN = "Niet herberekend voor {area}: voor {parts} is een cijfer verborgen."
NOT_PARTED = "Dit cijfer is van {new}. Voor {old} apart is er geen cijfer: een gemeente is niet te splitsen."
SUM_OF = "Som van {parts}."

Group = tuple[object, ...]
Term = Callable[[Observation], float | None]


def on_geography(observations: Iterable[Observation], catalogue: Catalogue, target: str) -> list[Observation]:
    """Show observations on the geography "2018", "2019" or "2025"; other areas than municipalities stay as they are.

    A computed observation has no `printed`; `derivation` holds its sum, `note` tells which parts it has. What cannot be
    computed has status O (Q where a part is hidden) and the reason in `note`.
    """
    known = catalogue.areas.municipalities
    groups: dict[Group, list[Observation]] = {}
    shown: list[Observation] = []
    for one in observations:
        if one.ref_area in known:
            groups.setdefault(_group(one), []).append(one)
        else:
            shown.append(one)
    for members in groups.values():
        shown += _Conversion(catalogue, members, target).observations()
    return shown


def geography_used(codes: Iterable[str], areas: Areas, time_period: str) -> str:
    """Tell in which geography figures stand: the one of their period where it has all codes, else the next that has.

    A newer file may give older years on the newer geography. Codes of two geographies give that of the period.
    """
    codes = set(codes)
    fitting = [one for one in GEOGRAPHIES if all(areas.municipalities[code].exists_in(one) for code in codes)]
    expected = geography_of(time_period)
    if expected in fitting or not fitting:
        return expected
    return next((one for one in fitting if one > expected), fitting[-1])


def _group(one: Observation) -> Group:
    return (one.indicator, one.time_period, tuple(sorted(one.breakdown.items())), one.source, one.unit_measure)


@dataclass(frozen=True)
class _Conversion:
    """The municipalities of one indicator, period, breakdown and source, on their way to a geography."""

    catalogue: Catalogue
    members: Sequence[Observation]
    target: str

    def observations(self) -> list[Observation]:
        areas, by_code = self.catalogue.areas, {one.ref_area: one for one in self.members}
        used = geography_used(by_code, areas, self.members[0].time_period)
        if self.target < used:
            return self._earlier(by_code, used)
        codes = dict.fromkeys(areas.successor(code, self.target) for code in by_code)
        parts = {code: areas.predecessors(code, used, self.target) or (code,) for code in codes}
        return [self._merged(code, parts[code], by_code) for code in codes]

    def _earlier(self, by_code: Mapping[str, Observation], used: str) -> list[Observation]:
        found = []
        for old in self.catalogue.areas.of_geography(self.target):
            new = self.catalogue.areas.successor(old.code, used)
            if new not in by_code:
                continue
            is_whole = len(self.catalogue.areas.predecessors(new, self.target, used)) == 1
            reason = NOT_PARTED.format(new=self._named([new]), old=old.name)
            found.append(
                replace(by_code[new], ref_area=old.code) if is_whole else _without(by_code[new], old.code, reason)
            )
        return found

    def _merged(self, code: str, parts: Sequence[str], by_code: Mapping[str, Observation]) -> Observation:
        if parts == (code,):
            return by_code[code]
        present = [by_code[part] for part in parts if part in by_code]
        sample, names = present[0], self._named(parts)
        words = {"area": self.catalogue.areas.municipalities[code].name, "parts": names}
        if len(present) < len(parts) or any(one.obs_value is None and one.obs_status not in "QA" for one in present):
            return _without(sample, code, PART_MISSING.format(**words))
        made = self._sum(present) if self._unit.properties.get("additive") else self._rate(present)
        if made is None:
            is_hidden = any(one.obs_status == "Q" for one in present)
            reason = (PART_HIDDEN if is_hidden else NO_COUNTS).format(**words)
            return _without(sample, code, reason, "Q" if is_hidden else "O")
        changes = {"ref_area": code, "printed": "", "qualifier": "", "note": SUM_OF.format(parts=names)}
        status = next((one.obs_status for one in present if one.obs_status not in "AQ"), "A")
        return replace(sample, **changes | {"obs_status": status} | made)  # type: ignore[arg-type]

    @property
    def _unit(self) -> Code:
        return self.catalogue.codelists["unit_measure"][self.members[0].unit_measure]

    def _named(self, codes: Sequence[str]) -> str:
        return listed([self.catalogue.areas.municipalities[code].name for code in codes])

    def _sum(self, parts: Sequence[Observation]) -> dict[str, object] | None:
        """Add counts; hidden parts give a range (ONS and PinC: a hidden part must not blank the sum)."""
        limits = [_limits(one) for one in parts]
        if any(low is None or high is None for low, high in limits):
            return None
        lower, upper = (sum(float(one[side] or 0) for one in limits) for side in (0, 1))
        derivation = " + ".join(f"{_written(one)} ({self._named([one.ref_area])})" for one in parts)
        counts = {"numerator": None, "denominator": None, "sample_size": _total(parts, lambda one: one.sample_size)}
        if lower == upper:
            return counts | {"obs_value": lower, "lower": None, "upper": None, "derivation": derivation}
        return counts | {"obs_value": None, "lower": lower, "upper": upper, "derivation": derivation}

    def _rate(self, parts: Sequence[Observation]) -> dict[str, object] | None:
        """Divide the sum of the numerators by the sum of the denominators, rounded like the indicator."""
        above, below = _total(parts, lambda one: one.numerator), _total(parts, lambda one: one.denominator)
        per = self._unit.properties.get("per")
        if not per or above is None or not below:
            return None
        decimals = self.catalogue.indicators[parts[0].indicator].decimals
        numerators = [one.numerator or 0 for one in parts]
        denominators = [one.denominator or 0 for one in parts]
        return {
            "obs_value": rate(above, below, per, decimals),
            "numerator": above,
            "denominator": below,
            "sample_size": _total(parts, lambda one: one.sample_size),
            "lower": None,
            "upper": None,
            "derivation": sum_of(numerators, denominators, per),
        }


def _without(one: Observation, code: str, reason: str, status: str = "O") -> Observation:
    numbers = dict.fromkeys(("obs_value", "numerator", "denominator", "sample_size", "lower", "upper"))
    texts = dict.fromkeys(("printed", "qualifier", "derivation"), "")
    return replace(one, ref_area=code, obs_status=status, note=reason, **numbers, **texts)  # type: ignore[arg-type]


def _total(parts: Iterable[Observation], term: Term) -> float | None:
    """Add one number of all parts; None where a part does not have it."""
    terms = [term(one) for one in parts]
    return None if None in terms else sum(one for one in terms if one is not None)


def _limits(one: Observation) -> tuple[float | None, float | None]:
    return (one.lower, one.upper) if one.obs_value is None else (one.obs_value, one.obs_value)


def _written(one: Observation) -> str:
    low, high = _limits(one)
    return number(low or 0) if low == high else f"{number(low or 0)} tot {number(high or 0)}"
