"""Reads rows of the store: what stands as of a revision, as observations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from data.model import Key, Observation, Revision
from data.tables import OBSERVATION

FIELDS = tuple(one.name for one in fields(Observation))
"""The columns of an observation, in the order of its fields; one more says whether the row removes it."""

_COLUMNS = [OBSERVATION.c[name] for name in FIELDS]
_BREAKDOWN = FIELDS.index("breakdown")


def latest_of(connection: Connection, indicator: str, as_of: int) -> dict[Key, Observation]:
    """Give the observations of one indicator as of a revision, by key."""
    return latest_where(connection, OBSERVATION.c.indicator == indicator, as_of)


def latest_where(connection: Connection, chosen: ColumnElement[bool], as_of: int) -> dict[Key, Observation]:
    """Keep, for each key, the row of the newest revision up to `as_of`, and drop the keys that it removed."""
    latest: dict[Key, Observation] = {}
    for observation, removed in rows_where(connection, chosen & (OBSERVATION.c.revision <= as_of)):
        key = observation.key
        latest.pop(key, None)
        if not removed:
            latest[key] = observation
    return latest


def rows_where(connection: Connection, chosen: ColumnElement[bool]) -> Iterator[tuple[Observation, bool]]:
    """Give the chosen rows, the oldest revision first, and whether each removes its observation."""
    query = select(*_COLUMNS, OBSERVATION.c.removed).where(chosen).order_by(OBSERVATION.c.revision)
    for row in connection.execute(query):
        yield _observation(row), row[-1]


def _observation(row: Sequence[Any]) -> Observation:
    values = list(row[:-1])
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
