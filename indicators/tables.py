"""Tables of an indicator: one for each cut, and the list of all numbers as the source prints them.

A table holds text that is ready to read; the pages only turn it into HTML. Columns are years where a series has more
than one, else the last dimension of the cut, else one column with the value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Key, Observation
from indicators import words
from indicators.flags import flags, legend
from indicators.measures import COMPARABLE_UNITS
from indicators.series import Names, Section, Series

MOST_MENTIONS = 600
"""A longer list is of use to no reader, and makes a page slow; the download has every number."""


@dataclass(frozen=True)
class Cell:
    """One cell: its text, the letters beside it, and the number of the remark below the table (0 for none)."""

    text: str
    flags: str = ""
    remark: int = 0


@dataclass(frozen=True)
class Table:
    """A table with its caption, heads, rows (the first cell names the row), legend of letters and remarks."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    legend: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


class Tables:
    """Makes the tables of one indicator."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue, doubts: Mapping[Key, str]) -> None:
        """Keep what names and formats the figures, and the doubts that stand beside them."""
        self.indicator, self.names, self.catalogue = indicator, Names(indicator, catalogue), catalogue
        self.doubts = doubts

    def _remark(self, observation: Observation) -> str:
        doubt = self.doubts.get(observation.key, "")
        return " ".join(part for part in (remark_of(observation), f"Twijfel: {doubt}" if doubt else "") if part)

    def of(self, section: Section) -> Table:
        """Give the table of one cut."""
        column = _Columns(section, self.indicator, self.names)
        by_row: dict[str, dict[str, Observation]] = {}
        for series in section.series:
            for observation in series.observations:
                row = by_row.setdefault(column.row_name(series), {})
                row[column.head(series, observation)] = observation
        remarks: list[str] = []
        rows = tuple((words.capital(name), self._cells(by_row[name], column.heads, remarks)) for name in by_row)
        shown = [one for series in section.series for one in series.observations]
        return Table(self._caption(section), (column.corner, *column.heads), rows, tuple(legend(shown)), tuple(remarks))

    def _cells(self, row: dict[str, Observation], heads: Sequence[str], remarks: list[str]) -> tuple[Cell, ...]:
        return tuple(self._cell(row[head], remarks) if head in row else Cell("") for head in heads)

    def _cell(self, observation: Observation, remarks: list[str]) -> Cell:
        note = self._remark(observation)
        if note and note not in remarks:
            remarks.append(note)
        number = remarks.index(note) + 1 if note else 0
        return Cell(words.value(observation, self.indicator), flags(observation), number)

    def _caption(self, section: Section) -> str:
        """Say what the table shows: "Werkzaamheidsgraad: naar nationaliteit, in %, Vlaanderen, 2010"."""
        cut = words.lower(self.names.cut(section))
        title = self.indicator.title if cut in self.indicator.title else f"{self.indicator.title}: {cut}"
        parts = [title, self._unit()]
        parts += [self.names.area(section.areas[0])] if len(section.areas) == 1 else []
        parts += [words.period(section.periods[0], self.indicator.period_kind)] if len(section.periods) == 1 else []
        return ", ".join(parts)

    def _unit(self) -> str:
        """Name the unit: "in %", "aantal personen", "score (1 tot 5)"."""
        label = self.catalogue.label("unit_measure", self.indicator.unit_measure)
        if self.indicator.unit_measure in ("percent", "points", "euro"):
            return f"in {label}"
        return label if self.indicator.unit_measure in COMPARABLE_UNITS else f"aantal {label}"

    def mentions(self, observations: Sequence[Observation], total: int = 0) -> Table:
        """List every number as the source prints it, also those that stand there twice and those that we computed.

        Of more than MOST_MENTIONS only the newest: the caption says how many there are, and the download has them all.
        `total` is how many there are where the observations are those of a choice.
        """
        heads = ("Wat", "Zoals gedrukt", "Waarde", "Gebied", "Periode", "Bron", "Plaats in de bron", "Opmerking")
        shown = observations
        caption = "Alle cijfers zoals de bron ze drukt"
        if len(observations) > MOST_MENTIONS:
            shown = sorted(observations, key=lambda one: one.time_period, reverse=True)[:MOST_MENTIONS]
            count = words.number(len(observations), 0)
            caption = f"De nieuwste {MOST_MENTIONS} van {count} cijfers; alle staan in de download"
        elif len(observations) < total:
            caption = f"De cijfers van deze weergave; alle {words.number(total, 0)} staan in de download"
        rows = tuple((words.capital(self.names.breakdown(one.breakdown)), self._mention(one)) for one in shown)
        return Table(caption, heads, rows, tuple(legend(shown)))

    def _mention(self, one: Observation) -> tuple[Cell, ...]:
        printed = f"“{one.printed}”" if one.printed else "niet gedrukt"
        source = self.catalogue.label("source", one.source)
        period = words.period(one.time_period, self.indicator.period_kind)
        texts = (printed, words.qualified_value(one, self.indicator), self.names.area(one.ref_area), period, source)
        value = Cell(texts[1], flags(one))
        return (
            Cell(printed),
            value,
            *(Cell(text) for text in texts[2:]),
            Cell(one.source_ref),
            Cell(self._remark(one)),
        )


def remark_of(observation: Observation) -> str:
    """Say beside a number what a reader must know: its sum where we computed it, else its counts; sample and doubt."""
    parts = [
        f"Berekening: {observation.derivation}." if observation.derivation else _counts(observation),
        f"n = {words.number(observation.sample_size, 0)}." if observation.sample_size else "",
        f"De bron zegt “{observation.qualifier}”." if observation.qualifier and not observation.is_range else "",
        observation.note,
    ]
    return " ".join(part for part in parts if part)


def _counts(observation: Observation) -> str:
    if observation.numerator is None or observation.denominator is None:
        return ""
    return f"{words.number(observation.numerator, 0)} op {words.number(observation.denominator, 0)}."


class _Columns:
    """Decides what the columns of a table are, and names rows and columns."""

    def __init__(self, section: Section, indicator: Indicator, names: Names) -> None:
        self.section, self.names, self.kind = section, names, indicator.period_kind
        self.ordinal = {one.id for one in indicator.dimensions if one.ordinal}
        self.in_time = any(len(one.observations) > 1 for one in section.series)
        self.year_heads = self._year_heads()
        self.dimension = self._widest() if self._is_grid() else ""
        self.heads = self._heads()
        self.corner = self._corner()

    def _is_grid(self) -> bool:
        """Tell whether rows and columns are two different things, of one period, so that a code names a column."""
        telling = len(self.section.cut) - len(self.section.constant)
        different = telling > 1 or (telling == 1 and len(self.section.cut) > 1 and len(self.section.areas) > 1)
        return different and not self.in_time and len(self.section.periods) < 2

    def _year_heads(self) -> dict[str, str]:
        """Name the columns of a table in time by the year, or in full where two periods lie in one year."""
        periods = self.section.periods
        short = {one: words.year(one) or words.period(one) for one in periods}
        if len(set(short.values())) == len(periods):
            return short
        return {one: words.period(one, self.kind) for one in periods}

    def _widest(self) -> str:
        """Take the last ordered dimension with more than one code as columns, else the last one that has."""
        several = [one for one in self.section.cut if len(self.section.codes(one)) > 1]
        ordinal = [one for one in several if one in self.ordinal]
        return next(iter((ordinal or several)[::-1]), "")

    def _heads(self) -> tuple[str, ...]:
        if self.in_time:
            return tuple(self.year_heads.values())
        if self.dimension:
            return tuple(words.capital(self.names.code(self.dimension, code)) for code in self._codes())
        return ("Waarde",)

    def _codes(self) -> tuple[str, ...]:
        return self.section.codes(self.dimension)

    def _corner(self) -> str:
        several = [one for one in self.section.cut if len(self.section.codes(one)) > 1]
        named = [one for one in several or self.section.cut[:1] if one != self.dimension]
        labels = [words.lower(self.names.dimension_labels[one]) for one in named]
        with_area = ["gebied"] if self._names_areas() else []
        return words.capital(words.listed([*with_area, *labels]))

    def _names_areas(self) -> bool:
        return len(self.section.areas) > 1 or not self.section.cut

    def head(self, series: Series, observation: Observation) -> str:
        if self.in_time:
            return self.year_heads[observation.time_period]
        code = series.breakdown.get(self.dimension, "")
        return words.capital(self.names.code(self.dimension, code)) if self.dimension else "Waarde"

    def row_name(self, series: Series) -> str:
        parts = [self.names.breakdown(series.breakdown, without=(self.dimension, *self.section.constant))]
        if self._names_areas():
            parts = [self.names.area(series.ref_area), *(part for part in parts if part != "totaal")]
        if not self.in_time and len(self.section.periods) > 1:
            parts.append(words.period(series.last.time_period, self.kind))
        return ", ".join(parts)
