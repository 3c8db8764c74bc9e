"""Writes observations as CSV or JSON: every field of the model, one observation a row.

Text that a spreadsheet could take for a formula gets a leading apostrophe (OWASP ASVS 5.0, 1.2.10: escape = + - @ tab
NUL at the start of exported text; carriage return, line feed and the full-width forms are added). Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from data.model import Observation
from data.shown import place_of, shown
from data.store import Store

MEASURE_AND_ATTRIBUTES = (
    "obs_value",
    "unit_measure",
    "obs_status",
    "qualifier",
    "numerator",
    "denominator",
    "sample_size",
    "lower",
    "upper",
    "source",
    "source_ref",
    "printed",
    "derivation",
    "note",
    "revision",
)
COLUMNS = ("indicator", "ref_area", "time_period", "breakdown", *MEASURE_AND_ATTRIBUTES, "shown")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")

END = "\r\n"
"""End of a line while writing, so that text with either character is quoted; what goes out ends in a line feed."""

Row = Mapping[str, object]


@dataclass(frozen=True)
class Dialect:
    """How a CSV file is written: the separator between fields and the decimal mark."""

    delimiter: str
    decimal: str


STANDARD = Dialect(",", ".")
"""For programs: comma and decimal point."""

BELGIAN = Dialect(";", ",")
"""For Excel with Belgian settings: semicolon and decimal comma."""


def neutralise(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet could take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def rows_of(observations: Iterable[Observation]) -> Iterator[Row]:
    """Turn observations of one indicator into rows; `shown` tells which one a page uses of several for one place."""
    observations = list(observations)
    chosen = shown(observations)
    for observation in observations:
        row = {name: getattr(observation, name) for name in COLUMNS if name != "shown"}
        yield row | {"breakdown": dict(observation.breakdown), "shown": chosen[place_of(observation)] is observation}


def all_rows(store: Store, as_of: int | None = None) -> Iterator[Row]:
    """Give the rows of every indicator in the store as of a revision, the newest when None.

    The store is asked, not the catalogue: an indicator that the program dropped was still published.
    """
    revision = store.resolve(as_of)  # now, not when the first row is asked for: nothing is written before an error
    slices = (store.observations(indicator, revision) for indicator in store.indicators(revision))
    return chain.from_iterable(map(rows_of, slices))


def to_csv(rows: Iterable[Row], dialect: Dialect = STANDARD) -> Iterator[str]:
    """Write rows as lines of CSV, the names of the columns first; `breakdown` is JSON with sorted keys."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=dialect.delimiter, lineterminator=END)
    writer.writerow(COLUMNS)
    yield _emptied(buffer)
    for row in rows:
        writer.writerow([cell(row[name], dialect) for name in COLUMNS])
        yield _emptied(buffer)


def to_json(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Give rows as they go into JSON; a missing number is null."""
    return [dict(row) for row in rows]


def line_of(cells: Iterable[object]) -> str:
    """Write one line of CSV for programs."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=END).writerow([cell(one, STANDARD) for one in cells])
    return _emptied(buffer)


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.removesuffix(END) + "\n"


def _digits(value: float) -> str:
    """Write a number with the digits that it was read with, never as a power of ten."""
    return f"{Decimal(str(value)).normalize():f}"


def cell(value: object, dialect: Dialect) -> str:
    """Write one value as the text of a cell: text neutralised, numbers in the dialect, a breakdown as JSON."""
    if isinstance(value, str):
        return neutralise(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _digits(value).replace(".", dialect.decimal)
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
