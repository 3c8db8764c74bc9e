"""The store of publications: they go in (`data/revisions.py`), observations as of a revision come out."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

from sqlalchemy import Connection, func, select

from data import schema
from data.engines import keep_write_ahead_log, parse_url, reading_engine, sqlite_file, writing_engine
from data.errors import Overtaken, StoreError, UnknownRevision
from data.faults import told_to_people
from data.guard import Guard
from data.kept import kept
from data.model import Observation, Revision
from data.revisions import add_revision, add_withdrawal, indicators_of, written
from data.standing import latest_of, latest_where, revision_of
from data.tables import OBSERVATION, REVISION

KEPT_LAST = 4096
MOST_KEPT = 1_200_000
"""So many figures are kept in a process, some 400 MB; an indicator with more is read each time that it is asked."""

Also = Callable[[Connection, int], None]
"""Writes that belong to a publication: given the connection of its transaction, and its number."""


def nothing_else(_connection: Connection, _number: int) -> None:
    """Write nothing else."""


class Store:
    """One database with all publications.

    A slice of one indicator is kept by the last revision that changed it: a revision never changes, so a slice is never
    stale, and a publication leaves those of other indicators.
    """

    def __init__(self, url: str) -> None:
        """Open the database at this address; nothing is made or changed until `prepare`."""
        self.url = parse_url(url)
        self._writer = writing_engine(self.url)
        self._reader = reading_engine(self.url)
        self._seen = 0
        self._last = lru_cache(maxsize=KEPT_LAST)(self._read_last)
        self._guard = Guard(self._read_periods, self._last)
        self._slice = kept(self._read_slice, MOST_KEPT)
        self._public = kept(self._guarded, MOST_KEPT)

    @property
    def place(self) -> str:
        """Name the database for people: its file, or its address without the password."""
        return str(sqlite_file(self.url) or self.url.render_as_string(hide_password=True))

    def prepare(self) -> None:
        """Make the tables where there are none; bring those of an earlier version of this program up to date.

        Both are one transaction: a start that is cut off has changed nothing.

        Raises: StoreError when the database is missing, locked, damaged, of another program, or made by a newer version
        of this one. Not one byte of a database that is refused has changed.
        """
        file = sqlite_file(self.url)
        if file and not file.parent.is_dir():
            raise StoreError(f"De map {file.parent} bestaat niet. Maak ze of verbeter DATABASE_URL.")
        if file and file.is_dir():
            raise StoreError(f"{file} is een map. Zet in DATABASE_URL een bestand in die map.")
        with self._writing() as connection:
            schema.prepare(connection, self.place)
        with told_to_people(self.place):
            keep_write_ahead_log(self._writer)

    def check(self) -> None:
        """Raise StoreError when there is no usable database; make nothing."""
        file = sqlite_file(self.url)
        if file is None or file.is_file():
            with self._reading() as connection:
                if schema.is_there(connection, self.place):
                    return
        advice = "Start de toepassing één keer, of verbeter DATABASE_URL."
        raise StoreError(f"Er is geen databank van dit programma op {self.place}. {advice}")

    def close(self) -> None:
        """Close all connections, the writing ones last: SQLite then folds its journal into the file."""
        self._reader.dispose()
        self._writer.dispose()

    def newest_revision(self) -> int:
        """Give the number of the newest revision; 0 for an empty store."""
        with self._reading() as connection:
            self._seen = connection.scalar(select(func.max(REVISION.c.number))) or 0
            return self._seen

    def revisions(self) -> list[Revision]:
        """Give all revisions, the oldest first."""
        with self._reading() as connection:
            rows = connection.execute(select(REVISION).order_by(REVISION.c.number)).mappings()
            return [revision_of(row) for row in rows]

    def indicators(self, as_of: int) -> list[str]:
        """Give the ids of the indicators that had observations in a revision or before it, in order."""
        with self._reading() as connection:
            query = select(OBSERVATION.c.indicator).where(OBSERVATION.c.revision <= as_of).distinct()
            return sorted(connection.scalars(query))

    def touched(self, revision: int) -> list[str]:
        """Give the ids of the indicators in which a revision changed something, in order."""
        with self._reading() as connection:
            return indicators_of(connection, [revision])

    def observations(self, indicator: str, as_of: int | None = None) -> tuple[Observation, ...]:
        """Give the observations of one indicator as of a revision (the newest when None), ordered by key.

        Small numbers are hidden (`data/disclosure/`): everything that leaves the program is read here.

        Raises: UnknownRevision for a number that does not exist.
        """
        return self._public(indicator, self._last(indicator, self.resolve(as_of)))

    def raw_observations(self, indicator: str, as_of: int | None = None) -> tuple[Observation, ...]:
        """Give the observations with their small numbers, for checks of an upload alone; never to a reader."""
        return self._slice(indicator, self._last(indicator, self.resolve(as_of)))

    def cells(
        self,
        indicators: Collection[str],
        ref_areas: Collection[str],
        as_of: int | None = None,
        *,
        time_period: str | None = None,
        breakdowns: Iterable[Mapping[str, str]] | None = None,
    ) -> tuple[Observation, ...]:
        """Give the observations of some indicators in some areas, of one period or some breakdowns where given.

        They are found by their key without reading the rest of the indicator, and are not kept. Small numbers are
        hidden as in `observations`: of a source that is not open the whole table decides what is hidden.
        """
        number = self.resolve(as_of)
        chosen = OBSERVATION.c.indicator.in_(indicators) & OBSERVATION.c.ref_area.in_(ref_areas)
        if time_period is not None:
            chosen &= OBSERVATION.c.time_period == time_period
        if breakdowns is not None:
            chosen &= OBSERVATION.c.breakdown.in_({written(one) for one in breakdowns})
        with self._reading() as connection:
            latest = tuple(latest_where(connection, chosen, number))
        return self._guard.shown(latest, number)

    def breakdowns(
        self, indicators: Collection[str], ref_areas: Collection[str], as_of: int | None = None
    ) -> list[tuple[str, dict[str, str]]]:
        """List the indicators and breakdowns of which some areas have had figures up to a revision, in order."""
        number = self.resolve(as_of)
        chosen = OBSERVATION.c.indicator.in_(indicators) & OBSERVATION.c.ref_area.in_(ref_areas)
        columns = (OBSERVATION.c.indicator, OBSERVATION.c.breakdown)
        query = select(*columns).where(chosen & (OBSERVATION.c.revision <= number)).distinct()
        with self._reading() as connection:
            rows = sorted((row.indicator, row.breakdown) for row in connection.execute(query))
        return [(indicator, json.loads(text)) for indicator, text in rows]

    def resolve(self, as_of: int | None) -> int:
        """Turn "as of" into the number of a revision that exists: None is the newest."""
        if as_of is not None and 1 <= as_of <= self._seen:
            return as_of  # a revision never goes away, so there is nothing to ask
        newest = self.newest_revision()
        if as_of is not None and not 1 <= as_of <= newest:
            raise UnknownRevision(as_of, newest)
        return newest if as_of is None else as_of

    def publish(self, observations: Iterable[Observation], author: str, note: str, dataset: str, sha256: str) -> int:
        """Add a revision in one transaction, and give its number.

        Observations with a key of an earlier revision replace it for readers. A dataset is complete: keys that its
        earlier revisions brought and that it no longer has are removed. What other datasets brought stays.
        """
        facts = {"author": author, "note": note, "dataset": dataset, "sha256": sha256}
        with self._writing() as connection:
            return add_revision(connection, observations, facts)

    def publish_once(
        self, observations: Iterable[Observation], author: str, note: str, dataset: str, sha256: str
    ) -> int | None:
        """Publish, and give None, with nothing added, when the newest revision of the dataset has the same bytes.

        Programs that start at the same time take turns, and each looks at what the one before it wrote.
        """
        facts = {"author": author, "note": note, "dataset": dataset, "sha256": sha256}
        with self._writing() as connection:
            newest = select(REVISION.c.sha256).where(REVISION.c.dataset == dataset).order_by(REVISION.c.number.desc())
            if connection.scalar(newest.limit(1)) == sha256:
                return None
            return add_revision(connection, observations, facts)

    def publish_after(
        self,
        seen: int,
        indicators: Collection[str],
        observations: Iterable[Observation],
        author: str,
        note: str,
        dataset: str,
        sha256: str,
        also: Also = nothing_else,
    ) -> int:
        """Publish what was checked against revision `seen`, in one transaction, and give the number.

        `also` writes in the same transaction: all of it is kept, or nothing.

        Raises: Overtaken when a revision after it has one of these indicators; nothing is added.
        """
        facts = {"author": author, "note": note, "dataset": dataset, "sha256": sha256}
        with self._writing() as connection:
            later = (OBSERVATION.c.revision > seen) & OBSERVATION.c.indicator.in_(indicators)
            if newer := connection.scalar(select(func.max(OBSERVATION.c.revision)).where(later)):
                row = connection.execute(select(REVISION).where(REVISION.c.number == newer)).mappings().one()
                raise Overtaken(revision_of(row))
            number = add_revision(connection, observations, facts)
            also(connection, number)
            return number

    def withdraw(self, number: int, author: str, note: str, also: Also = nothing_else) -> int:
        """Add a revision that restores what stood before revision `number`, and give its number.

        `also` writes in the same transaction.

        What later revisions brought stays: only observations that are still those of the withdrawn revision change.

        Raises: UnknownRevision for a number that does not exist.
        """
        self.resolve(number)
        facts = {"author": author, "note": note, "dataset": f"withdrawal/{number}", "sha256": ""}
        with self._writing() as connection:
            new = add_withdrawal(connection, number, facts)
            also(connection, new)
            return new

    def _read_last(self, indicator: str, as_of: int) -> int:
        """Give the last revision up to `as_of` that changed an indicator; 0 where none did."""
        chosen = (OBSERVATION.c.indicator == indicator) & (OBSERVATION.c.revision <= as_of)
        with self._reading() as connection:
            return connection.scalar(select(func.max(OBSERVATION.c.revision)).where(chosen)) or 0

    def _read_slice(self, indicator: str, as_of: int) -> tuple[Observation, ...]:
        with self._reading() as connection:
            return tuple(latest_of(connection, indicator, as_of))

    def _guarded(self, indicator: str, last: int) -> tuple[Observation, ...]:
        return self._guard.shown(self._slice(indicator, last), last, are_whole=True)

    def _read_periods(self, indicator: str, periods: Collection[str], as_of: int) -> Iterable[Observation]:
        chosen = (OBSERVATION.c.indicator == indicator) & OBSERVATION.c.time_period.in_(periods)
        with self._reading() as connection:
            return tuple(latest_where(connection, chosen, as_of))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_to_people(self.place), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_to_people(self.place), self._reader.connect() as connection:
            yield connection
