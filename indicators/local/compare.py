"""Up to six municipalities beside each other on up to twelve lines: values, changes between two years, and words.

The address holds everything: `gemeenten` and `indicatoren` as lists, `weergave`, `van` and `tot`, `versie`. A line is
named by the slug of its indicator, with the codes of its breakdown behind a point where it is not the first of that
indicator ("vreemde-nationaliteit-per-geslacht.f").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from data.model import Observation
from indicators import flags, words
from indicators.figures import spread
from indicators.local.comparison import Comparison, comparison
from indicators.local.figures import Line, share_of
from indicators.local.intervals import difference
from indicators.local.profile import Local, sources_of
from indicators.local.rows import POLARITIES, counted, percent, standing_told, title_of, why_not

MOST_PLACES, MOST_LINES, LINES_AT_FIRST = 6, 12, 6
LETTERS = "ABCDEF"
SEPARATOR = "~"
VIEWS = {"stroken": "Stroken", "verandering": "Verandering", "woorden": "In woorden"}
KEYS = ("gemeenten", "indicatoren", "weergave", "van", "tot", "versie")
TOO_MANY = "Je kunt hoogstens 6 gemeenten vergelijken. Verwijder er eerst één."
TOO_MANY_LINES = "Je kunt hoogstens 12 indicatoren vergelijken. Verwijder er eerst één."
NOTHING = "–"
NO_REGION = "Er is geen cijfer voor het Vlaams Gewest."
NO_MARGIN = "De bron geeft geen aantallen, dus kennen we de onzekerheidsmarge niet."


@dataclass(frozen=True)
class Compared:
    """One cell: its number or words, and what stands below it."""

    text: str
    below: str = ""


@dataclass(frozen=True)
class CompareRow:
    """One line in the view that was chosen; `strip` is SVG, empty in the other views."""

    title: str
    slug: str
    about: str
    cells: tuple[Compared, ...]
    region: str = ""
    strip: str = ""
    strip_text: str = ""


@dataclass(frozen=True)
class Comparing:
    """A page of comparison: what was chosen, what can be chosen, the rows, and what was refused or not understood."""

    gemeenten: tuple[str, ...]
    indicatoren: tuple[str, ...]
    weergave: str
    van: str
    tot: str
    versie: str
    places: tuple[tuple[str, str, str], ...]
    lines: Mapping[str, str]
    years: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    refused: tuple[str, ...]
    unknown: tuple[str, ...]
    observations: tuple[Observation, ...]
    sources: tuple[str, ...]

    def to_search(self) -> str:
        """Write the choice as the query of an address; what is the default is left out."""
        texts = {key: getattr(self, key) for key in KEYS}
        values = {key: text if isinstance(text, str) else SEPARATOR.join(text) for key, text in texts.items()}
        kept = {key: text for key, text in values.items() if text and (key, text) != ("weergave", "stroken")}
        return f"?{urlencode(kept, safe='~.')}" if kept else ""


def compare(local: Local, query: Mapping[str, object]) -> Comparing:
    """Answer one address."""
    return _Comparer(local, {key: one for key, one in query.items() if isinstance(one, str) and one}).comparing()


class _Comparer:
    def __init__(self, local: Local, query: Mapping[str, str]) -> None:
        self.local, self.query = local, query
        self.unknown: list[str] = [f"{key}={query[key]}"[:80] for key in query if key not in KEYS]
        self.refused: list[str] = []
        known = {one.code for one in local.groups.flemish}
        self.codes = self._listed("gemeenten", known, MOST_PLACES, TOO_MANY)
        self.lines = {local.word(line): line for code in self.codes for line in local.lines(code)}
        self.chosen = self._listed("indicatoren", set(self.lines), MOST_LINES, TOO_MANY_LINES)
        self.own = {code: local.own(code, map(self.lines.__getitem__, self.chosen)) for code in self.codes}
        every = (one for own in self.own.values() for series in own.values() for one in series)
        self.years = sorted({one.time_period[:4] for one in every if one.time_period})
        self.view = self._one_of("weergave", VIEWS) or "stroken"
        self.van, self.tot = self._one_of("van", self.years), self._one_of("tot", self.years)
        if self.van and self.tot and self.van >= self.tot:
            self.unknown.append(f"van={self.van}")
            self.van = ""

    def _listed(self, key: str, known: set[str], most: int, refusal: str) -> tuple[str, ...]:
        """Read a list of the address, without what does not exist and without more than there may be."""
        asked = list(dict.fromkeys(filter(None, self.query.get(key, "").split(SEPARATOR))))
        self.unknown += [f"{key}={one}"[:80] for one in asked if one not in known]
        kept = [one for one in asked if one in known]
        if len(kept) > most:
            self.refused.append(refusal)
        return tuple(kept[:most])

    def _one_of(self, key: str, known: Mapping[str, str] | Sequence[str]) -> str:
        asked = self.query.get(key, "")
        if asked and asked not in known:
            self.unknown.append(f"{key}={asked}"[:80])
        return asked if asked in known else ""

    def comparing(self) -> Comparing:
        areas = self.local.areas.municipalities
        shown = self.chosen or self._first()
        compared = [self._across(self.lines[word]) for word in shown]
        make = {"stroken": self._strip_row, "verandering": self._change_row, "woorden": self._words_row}[self.view]
        return Comparing(
            gemeenten=self.codes,
            indicatoren=self.chosen,
            weergave=self.view,
            van=self.van,
            tot=self.tot,
            versie=self.query.get("versie", ""),
            places=tuple(
                (letter, areas[code].name, areas[code].slug) for letter, code in zip(LETTERS, self.codes, strict=False)
            ),
            lines={word: title_of(line, self.local.catalogue) for word, line in self.lines.items()},
            years=tuple(self.years),
            rows=tuple(make(numbers) for numbers in compared),
            refused=tuple(self.refused),
            unknown=tuple(self.unknown),
            observations=tuple(one for numbers in compared for each in numbers for one in each.series),
            sources=sources_of(self.local, (each.own for numbers in compared for each in numbers if each.own)),
        )

    def _first(self) -> tuple[str, ...]:
        """Choose the first lines of indicators, those that any of the municipalities has."""
        return tuple(word for word, line in self.lines.items() if line in self.local.figures.main)[:LINES_AT_FIRST]

    def _one(self, code: str, line: Line, jaar: str = "") -> Comparison:
        return comparison(self.local.figures, code, line, self.own[code].get(line, ()), jaar=jaar)

    def _across(self, line: Line) -> list[Comparison]:
        """Compare all on one line, each in the newest year of any of them."""
        newest = max((one.own.time_period for code in self.codes if (one := self._one(code, line)).own), default="")
        return [self._one(code, line, newest) for code in self.codes]

    def _about(self, numbers: Sequence[Comparison]) -> str:
        indicator = numbers[0].indicator
        own = [one.own for one in numbers if one.own]
        told = [words.period(own[0].time_period, indicator.period_kind), flags.nature(own[0])] if own else []
        return " · ".join(filter(None, [", ".join(filter(None, told)), POLARITIES[indicator.polarity]]))

    def _row(self, numbers: Sequence[Comparison], about: str, cells: Sequence[Compared], **more: str) -> CompareRow:
        title = title_of(numbers[0].line, self.local.catalogue)
        return CompareRow(title, numbers[0].indicator.slug, about, tuple(cells), **more)

    def _strip_row(self, numbers: Sequence[Comparison]) -> CompareRow:
        placed = [(letter, one.value) for letter, one in zip(LETTERS, numbers, strict=False) if one.value is not None]
        behind = next((one for one in numbers if one.value is not None), None)
        region = behind.region.obs_value if behind and behind.region else None
        told = [f"{letter}: {percent(value, numbers[0])}" for letter, value in placed]
        told_region = "" if region is None else f"Vlaams Gewest: {percent(region, numbers[0])}"
        newest = max((words.year(one.own.time_period) for one in numbers if one.own), default="")
        drawn = spread.lettered(behind.across.cloud, region, placed) if behind else ""
        return self._row(
            numbers,
            self._about(numbers),
            [self._number(one, newest) for one in numbers],
            region="geen cijfer" if region is None else percent(region, numbers[0]),
            strip=drawn,
            strip_text=f"{'. '.join(filter(None, ['; '.join(told), told_region]))}." if drawn else "",
        )

    def _number(self, one: Comparison, year: str) -> Compared:
        """Give the number with its counts, or say why there is none."""
        if one.own and one.own.is_range:
            return Compared(words.qualified_value(one.own, one.indicator), one.own.note)
        return Compared(percent(one.value, one), counted(one) or self._why_not(one, year))

    def _why_not(self, one: Comparison, year: str = "") -> str:
        return why_not(one, self.local.areas.municipalities[one.code].name, year)

    def _change_row(self, numbers: Sequence[Comparison]) -> CompareRow:
        cells = [self._changed(one) for one in numbers]
        return self._row(numbers, POLARITIES[numbers[0].indicator.polarity], cells)

    def _changed(self, one: Comparison) -> Compared:
        """Tell a change between the two years; only where both have a number."""
        measured = [each for each in one.series if each.obs_value is not None]
        first = next((each for each in measured if each.time_period.startswith(self.van)), None)
        last = next((each for each in reversed(measured) if each.time_period.startswith(self.tot)), None)
        if first is None or last is None or first.time_period >= last.time_period:
            return Compared(NOTHING, "geen twee metingen")
        years = f"{words.year(first.time_period)} tot {words.year(last.time_period)}"
        ends = f"{percent(first.number, one)} → {percent(last.number, one)}"
        step = words.signed(last.number - first.number, one.indicator.decimals)
        points = words.with_unit(step, "percentage_points") if one.indicator.unit_measure == "percent" else step
        return Compared(f"{ends}", f"{points}, {years}{_clearness(first, last)}")

    def _words_row(self, numbers: Sequence[Comparison]) -> CompareRow:
        return self._row(numbers, self._about(numbers), [self._stands(one) for one in numbers])

    def _stands(self, one: Comparison) -> Compared:
        """Tell how a municipality stands to the Flemish Region, or why that cannot be told."""
        if one.to_region:
            return Compared(standing_told(one.to_region, "het Vlaams Gewest", one.indicator.polarity))
        has_region = one.region is not None and one.region.obs_value is not None
        reason = NO_MARGIN if has_region else NO_REGION
        return Compared(NOTHING, self._why_not(one) or reason)


def _clearness(first: Observation, last: Observation) -> str:
    """Say that a change may be chance (Newcombe); nothing where it is clear or cannot be told."""
    before, after = share_of(first), share_of(last)
    if before is None or after is None or first.unit_measure != "percent":
        return ""
    moved = difference(after.count, after.of, before.count, before.of)
    return ", kleiner dan de onzekerheidsmarge" if moved.lower <= 0 <= moved.upper else ""
