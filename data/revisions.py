"""Writes the rows of a revision, as they come: a million observations are never in memory together.

A row goes to the database as a tuple, past SQLAlchemy's handling of each value, with the same statement for SQLite and
PostgreSQL: `INSERT ... ON CONFLICT ... DO UPDATE` (sqlite.org/lang_upsert.html), so that of two observations with one
key the last holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from sqlalchemy import Connection, func, insert, select

from data.changes import content
from data.model import Key, Observation
from data.standing import latest_of, rows_where
from data.tables import OBSERVATION, REVISION

BATCH = 5000
MADE = ("revision", "removed", "breakdown")
SAME = tuple(column.name for column in OBSERVATION.columns if column.name not in MADE)
"""The columns that are written as they stand in an observation; those in `MADE` stand before them in a row."""

_SAME = attrgetter(*SAME)


def add_revision(connection: Connection, observations: Iterable[Observation], facts: Mapping[str, str]) -> int:
    """Write a revision with what is new or changed, and give its number.

    A dataset is complete: keys of its earlier revisions that it no longer brings are removed.
    """
    own = set(connection.scalars(select(REVISION.c.number).where(REVISION.c.dataset == facts["dataset"])))
    number = new_revision(connection, facts)
    standing = _Standing(connection, own, number)
    _write(connection, number, standing.changes(observations))
    _write(connection, number, standing.missing.values(), removed=True)
    return number


def add_withdrawal(connection: Connection, number: int, facts: Mapping[str, str]) -> int:
    """Write a revision that restores what stood before revision `number`, and give its number."""
    new = new_revision(connection, facts)
    for indicator in indicators_of(connection, [number]):
        back, gone = _restored(connection, indicator, number)
        _write(connection, new, back)
        _write(connection, new, gone, removed=True)
    return new


def new_revision(connection: Connection, facts: Mapping[str, str]) -> int:
    """Write who publishes what, and give the number: one more than the newest."""
    number = (connection.scalar(select(func.max(REVISION.c.number))) or 0) + 1
    connection.execute(insert(REVISION).values(number=number, published_at=datetime.now(UTC), **facts))
    return number


def indicators_of(connection: Connection, revisions: Collection[int]) -> list[str]:
    """Give the ids of the indicators in which revisions changed something, in order."""
    query = select(OBSERVATION.c.indicator).where(OBSERVATION.c.revision.in_(revisions)).distinct()
    return sorted(connection.scalars(query)) if revisions else []


def written(breakdown: Mapping[str, str]) -> str:
    """Write a breakdown as it is stored: JSON with its dimensions in order."""
    return _json(tuple(breakdown.items()))


class _Standing:
    """What stood before a revision, read for each indicator when it is first needed.

    `missing` is what the dataset brought before and has not brought now.
    """

    def __init__(self, connection: Connection, own: Collection[int], number: int) -> None:
        self._connection, self._own, self._number = connection, own, number
        self._latest: dict[str, dict[Key, Observation]] = {}
        self.missing: dict[Key, Observation] = {}
        for indicator in indicators_of(connection, own):
            self._read(indicator)

    def changes(self, observations: Iterable[Observation]) -> Iterator[Observation]:
        """Give the observations that are new or that change what stands."""
        for one in observations:
            latest = self._latest.get(one.indicator)
            if latest is None:
                latest = self._read(one.indicator)
            if not latest or self._differs(one, latest):
                yield one

    def _differs(self, one: Observation, latest: dict[Key, Observation]) -> bool:
        key = one.key
        self.missing.pop(key, None)
        before = latest.get(key)
        if before is None:
            return True
        latest[key] = one  # a second one with this key is compared with this one
        return content(before) != content(one)

    def _read(self, indicator: str) -> dict[Key, Observation]:
        latest = {one.key: one for one in latest_of(self._connection, indicator, self._number)}
        self._latest[indicator] = latest
        self.missing |= {key: one for key, one in latest.items() if one.revision in self._own}
        return latest


def _restored(connection: Connection, indicator: str, number: int) -> tuple[list[Observation], list[Observation]]:
    """Give what a revision replaced and what it alone brought, where no later revision has the key."""
    chosen = (OBSERVATION.c.indicator == indicator) & (OBSERVATION.c.revision >= number)
    since = list(rows_where(connection, chosen))
    later = {one.key for one in since if one.revision > number}
    undone = [one for one in since if one.key not in later]
    before = {one.key: one for one in latest_of(connection, indicator, number - 1)}
    back = [before[one.key] for one in undone if one.key in before]
    return back, [one for one in undone if one.key not in before]


def _write(connection: Connection, number: int, observations: Iterable[Observation], *, removed: bool = False) -> None:
    """Write observations as rows of a revision, or as its removals; of those with one key the last holds."""
    statement = _statement("?" if connection.dialect.paramstyle == "qmark" else "%s")
    rows = ((number, removed, written(one.breakdown), *_SAME(one)) for one in observations)
    while batch := list(islice(rows, BATCH)):
        connection.exec_driver_sql(statement, batch)


@lru_cache(maxsize=4096)
def _json(breakdown: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(breakdown), sort_keys=True, ensure_ascii=False)


@lru_cache
def _statement(place: str) -> str:
    columns, key = (*MADE, *SAME), [column.name for column in OBSERVATION.primary_key]
    says = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    into = f"INSERT INTO {OBSERVATION.name} ({', '.join(columns)}) VALUES ({', '.join([place] * len(columns))})"
    return f"{into} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {says}"
