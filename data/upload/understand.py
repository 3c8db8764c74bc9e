"""Turns the cells of a sheet into observations: the raw text and what we understand of it, side by side.

Shape:   one row for each cell with a value, as a frame: `sheet_row` and `sheet_column` (positions from 1), `raw` (the
         text of the cell), the fields of an observation and a column for each dimension. Texts are categories.
Missing: a marker becomes a status; a number that is not there is NaN. A text that is not understood is never guessed:
         its finding says so, and the cell is not `understood`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.observations import WITHOUT_VALUE
from data.reading.sheets import Sheet
from data.upload.columns import Column, constant, of_texts, rows_with_figures
from data.upload.complete import complete, joined
from data.upload.context import Context
from data.upload.finding import Finding, finding
from data.upload.layout import Layout
from data.upload.mapping import FIELDS, NUMBERS, Mapping
from data.upload.meaning import Meaning, Reader
from data.upload.namesakes import namesakes
from data.upload.values import Cell, cells_of


@dataclass(frozen=True)
class Understood:
    """What a sheet says: the frame (see the module), the dimensions in it, and what was not understood."""

    frame: pd.DataFrame
    dimensions: tuple[str, ...]
    findings: tuple[Finding, ...]


class _Understanding:
    """Works through one sheet, and remembers what was not understood."""

    def __init__(self, sheet: Sheet, layout: Layout, mapping: Mapping, context: Context) -> None:
        self.sheet, self.layout, self.mapping, self.context = sheet, layout, mapping, context
        self.rows = rows_with_figures(sheet, layout.rows)
        self.place = {name: index for index, name in enumerate(layout.unique_names)}
        self.findings: dict[Finding, None] = {}
        self._skipped: set[str] = set()
        self.reader = Reader(mapping, context, self._period_kinds(), self._namesakes())

    def _period_kinds(self) -> frozenset[str]:
        """Give the kinds of period of the indicators that the mapping or the rows name."""
        words = {self.mapping.fixed.get("indicator", ""), *(one.get("indicator", "") for one in self.values.values())}
        column = self._linked("indicator")
        words |= set(column.texts) if column else set()
        found = [self.context.indicator_named(word) or word for word in words]
        found += self.mapping.translations.get("indicator", {}).values()
        known = self.context.catalogue.indicators
        return frozenset(known[one].period_kind for one in found if one in known)

    def _namesakes(self) -> frozenset[str]:
        """Look for names that can be a municipality or a larger area, in a column or across."""
        column = self._linked("ref_area")
        across = [one["ref_area"] for one in self.values.values() if "ref_area" in one]
        return namesakes([*(column.texts if column else ()), *across], self.context)

    @property
    def values(self) -> Map[str, Map[str, str]]:
        """Give the columns with values and what holds for each."""
        linked = self.mapping.field_columns("obs_value")
        return {**{name: {} for name in linked}, **self.mapping.values}

    def frame(self) -> pd.DataFrame:
        """Put the columns with values below each other."""
        shared = self._shared()
        parts = [self._part(name, facts, shared) for name, facts in self.values.items() if name in self.place]
        if not parts:
            return pd.DataFrame(
                {"sheet_row": [], "sheet_column": [], "understood": np.array([], dtype=bool), "obs_value": []}
            )
        return joined(parts)

    def dimensions(self) -> tuple[str, ...]:
        """Name the dimensions that columns, facts and fixed values give."""
        named = [*self.mapping.columns.values(), *self.mapping.fixed, *(f for v in self.values.values() for f in v)]
        found = [one for one in named if one not in FIELDS and one in self.context.catalogue.codelists]
        return tuple(dict.fromkeys(found))

    def _shared(self) -> dict[str, Column]:
        """Understand the fields that hold for a whole row."""
        shared = {}
        for field in dict.fromkeys(self.mapping.columns.values()):
            if field in NUMBERS or field == "obs_value":
                continue
            raw = self._linked(field)
            if raw is not None:
                shared[field] = self._meanings(field, raw, self.place[self.mapping.field_columns(field)[-1]])
        for field, word in self.mapping.fixed.items():
            if field not in shared:
                shared[field] = self._fact(field, word, 0, 0)
        return shared

    def _linked(self, field: str) -> Column | None:
        """Give the cells of a field; of several columns the last that is filled, as in a hierarchy of areas."""
        linked = [self.place[name] for name in self.mapping.field_columns(field) if name in self.place]
        columns = [self.rows.column(index) for index in linked]
        if not columns:
            return None
        cells = columns[0]
        for one in columns[1:]:
            cells = one.over(cells)
        return cells

    def _meanings(self, field: str, raw: Column, index: int) -> Column:
        if field == "breakdown":
            return raw
        meanings = [self.reader.meaning(field, text) for text in raw.texts]
        for place, meaning in enumerate(meanings):
            if meaning.problem:
                row = self.rows.positions[raw.first(place)]
                self._note(field, meaning, raw.texts[place], row, index + 1, raw.count(place))
        return of_texts([one.code for one in meanings], raw.codes)

    def _fact(self, field: str, word: str, row: int, column: int) -> Column:
        meaning = self.reader.meaning(field, word)
        if meaning.problem:
            self._note(field, meaning, word, row, column, len(self.rows.positions))
        return constant(meaning.code, len(self.rows.positions))

    def _note(self, field: str, meaning: Meaning, word: str, row: int, column: int, count: int) -> None:
        words = {"field": FIELDS.get(field) or self.context.dimension_label(field), "count": count, **meaning.words}
        if meaning.problem == "G11":
            if field in self._skipped:
                return
            self._skipped.add(field)
        told = finding(meaning.problem, sheet=self.sheet.name, row=row, column=column, value=word, **words)
        self.findings[told] = None

    def _part(self, name: str, facts: Map[str, str], shared: Map[str, Column]) -> pd.DataFrame:
        """Understand one column with values."""
        index, header = self.place[name], self.layout.header_rows[-1]
        fields = dict(shared)
        fields |= {field: self._fact(field, word, header, index + 1) for field, word in facts.items()}
        raw = self.rows.column(index)
        cells, findings = cells_of(self.sheet.name, name, raw, index + 1, self.rows.positions, self.mapping)
        self.findings |= dict.fromkeys(findings)
        part = {
            "sheet_row": np.array(self.rows.positions, dtype=np.int32),
            "sheet_column": np.full(len(self.rows.positions), index + 1, np.int32),
        }
        return pd.DataFrame({**part, **self._columns(raw, cells, fields)})

    def _columns(self, raw: Column, cells: Sequence[Cell], fields: dict[str, Column]) -> dict[str, object]:
        given = fields.pop("obs_status", None)
        status = of_texts([one.status for one in cells], raw.codes)
        if given is not None:
            status = _status(status, given)
        printed = fields.pop("printed", None) or of_texts([one.printed for one in cells], raw.codes)
        value = raw.numbers([one.value for one in cells])
        numbers = {field: self._numbers(field) for field in NUMBERS}
        status = _without_flag(status, np.isnan(value) & np.isnan(numbers["lower"]))
        is_bad = np.array([one.is_bad for one in cells], dtype=bool)[raw.codes]
        named = {field: column.categorical() for field, column in fields.items() if field != "breakdown"}
        if "breakdown" in fields:
            named |= self._broken_down(fields["breakdown"])
        return {
            "raw": raw.categorical(),
            **named,
            "printed": printed.categorical(),
            "obs_status": status.categorical(),
            "obs_value": value,
            **numbers,
            "understood": ~is_bad,
        }

    def _numbers(self, field: str) -> NDArray[np.float64]:
        linked = [name for name in self.mapping.field_columns(field) if name in self.place]
        if not linked:
            return np.full(len(self.rows.positions), np.nan)
        raw = self.rows.column(self.place[linked[0]])
        cells, findings = cells_of(
            self.sheet.name, linked[0], raw, self.place[linked[0]] + 1, self.rows.positions, self.mapping
        )
        self.findings |= dict.fromkeys(findings)
        return raw.numbers([one.value for one in cells])

    def _broken_down(self, raw: Column) -> dict[str, pd.Categorical]:
        """Read the breakdown of our own export: a column for each dimension in it."""
        texts = [json.loads(text or "{}") for text in raw.texts]
        names = dict.fromkeys(name for one in texts for name in one)
        return {name: of_texts([one.get(name, "") for one in texts], raw.codes).categorical() for name in names}


def _status(own: Column, given: Column) -> Column:
    """Give the status of a cell: of a marker, else what the file says; a given reason goes before an empty cell."""
    pairs, codes = np.unique(own.codes.astype(np.int64) * len(given.texts) + given.codes, return_inverse=True)
    texts = []
    for pair in pairs:
        marker, said = own.texts[pair // len(given.texts)], given.texts[pair % len(given.texts)]
        texts.append(said if said and (marker in ("A", "O")) else marker)
    return of_texts(texts, codes.astype(np.int32))


def _without_flag(status: Column, is_empty: NDArray[np.bool_]) -> Column:
    """Take the flag of a number ("u", "b") from cells that have none: it does not say why the number is not there."""
    is_flag = np.array([one not in WITHOUT_VALUE for one in status.texts], dtype=bool)[status.codes]
    codes = np.where(is_empty & is_flag, len(status.texts), status.codes).astype(np.int32)
    return of_texts([*status.texts, "O"], codes)


def understand(sheet: Sheet, layout: Layout, mapping: Mapping, context: Context) -> Understood:
    """Read the cells of a sheet through a mapping."""
    work = _Understanding(sheet, layout, mapping, context)
    frame = work.frame()
    dimensions = tuple(dict.fromkeys([*work.dimensions(), *_extra(frame)]))
    return Understood(complete(frame, dimensions, context), dimensions, tuple(work.findings))


def _extra(frame: pd.DataFrame) -> list[str]:
    known = {*FIELDS, "sheet_row", "sheet_column", "raw", "understood"}
    return [name for name in frame.columns if name not in known]
