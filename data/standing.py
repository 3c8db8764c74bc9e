"""Reads rows of the store: what stands as of a revision, as observations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, select

from data.model import Observation, Revision
from data.tables import OBSERVATION

FIELDS = tuple(one.name for one in fields(Observation))
"""The columns of an observation, in the order of its fields; one more says whether the row removes it."""

_ROWS = select(*(OBSERVATION.c[name] for name in FIELDS), OBSERVATION.c.removed)
_BREAKDOWN = FIELDS.index("breakdown")
_IDENTITY = itemgetter(*(FIELDS.index(one.name) for one in OBSERVATION.primary_key if one.name != "revision"))
_CODES = [
    FIELDS.index(name) for name in ("indicator", "ref_area", "time_period", "unit_measure", "obs_status", "source")
]
_PLACE = attrgetter("indicator", "ref_area", "time_period")


def latest_of(connection: Connection, indicator: str, as_of: int) -> Iterator[Observation]:
    """Give the observations of one indicator as of a revision, in the order of their keys."""
    return latest_where(connection, OBSERVATION.c.indicator == indicator, as_of)


def latest_where(connection: Connection, chosen: ColumnElement[bool], as_of: int) -> Iterator[Observation]:
    """Give the chosen observations as of a revision, in the order of their keys, as they are read.

    Of each key the row of the newest revision counts; where that one removes it there is no observation.
    """
    order = [_exactly(column, connection) for column in OBSERVATION.primary_key]
    rows = connection.execute(_ROWS.where(chosen & (OBSERVATION.c.revision <= as_of)).order_by(*order))
    newest = (tuple(same)[-1] for _, same in groupby(rows, _IDENTITY))
    standing = (_observation(row) for row in newest if not row[-1])
    for _, together in groupby(standing, _PLACE):
        yield from sorted(together, key=attrgetter("key"))


def _exactly(column: ColumnElement[str], connection: Connection) -> ColumnElement[str]:
    """Order texts by their characters, as Python and SQLite do; PostgreSQL has the order of a language."""
    is_text = isinstance(column.type, String)
    return column.collate("C") if is_text and connection.dialect.name == "postgresql" else column


def rows_where(connection: Connection, chosen: ColumnElement[bool]) -> Iterator[Observation]:
    """Give the chosen rows of all revisions, those that remove something too."""
    return map(_observation, connection.execute(_ROWS.where(chosen)))


def _observation(row: Sequence[Any]) -> Observation:
    """Read a row; texts that many rows have are kept once, which halves what a million observations take."""
    values = list(row[:-1])
    for place in _CODES:
        values[place] = intern(values[place])
    values[_BREAKDOWN] = _breakdown(row[_BREAKDOWN])
    return Observation(*values)


@lru_cache(maxsize=4096)
def _breakdown(text: str) -> Mapping[str, str]:
    """Read a breakdown; observations with the same one share it."""
    breakdown: dict[str, str] = json.loads(text)
    return breakdown


def revision_of(row) -> Revision:  # type: ignore[no-untyped-def]
    """Read a row, which is a mapping, as a revision; its time in UTC, which SQLite does not say."""
    published_at = row["published_at"]
    published_at = published_at.astimezone(UTC) if published_at.tzinfo else published_at.replace(tzinfo=UTC)
    return Revision(**{**row, "published_at": published_at})
