"""Looks into the files of drafts: as sheets, as a layout, as a report. One file is read at a time; few are kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import BoundedSemaphore, Lock

from data.catalogue import Catalogue
from data.drafts.draft import Draft
from data.drafts.edits import edited
from data.drafts.files import Files
from data.errors import DataError
from data.model import Observation
from data.reading.book import Book, read
from data.reading.limits import Limits
from data.reading.sheets import Sheet
from data.store import Store
from data.upload.context import Context
from data.upload.layout import Layout, layout_of
from data.upload.mapping import Mapping
from data.upload.observations import observations_of
from data.upload.report import Report, check_book
from data.upload.sheets import chosen_sheet, unfolded

QUEUE, PATIENCE_S = 20, 60
LONG_S = 2.0
KEPT_BOOKS, KEPT_REPORTS = 2, 4

Key = tuple[str, str, str, str]
Asked = tuple[Key, str, str, str, int]
"""What a report depends on: file, municipality, mapping, mended cells, newest revision."""


class Busy(DataError):
    """Too many files wait to be read."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Er worden nu te veel bestanden gelezen. Je werk is bewaard. Probeer het straks opnieuw.")


class Looks:
    """Reads and checks drafts against one store."""

    def __init__(self, store: Store, catalogue: Catalogue, files: Files, limits: Limits) -> None:
        """Keep the parts."""
        self._store, self._catalogue, self._files, self._limits = store, catalogue, files, limits
        self._reading, self._queue = Lock(), BoundedSemaphore(QUEUE)
        self.patience_s = LONG_S
        self._starting, self.pool = Lock(), ThreadPoolExecutor(max_workers=2)  # its threads start when they are needed
        self._running: dict[object, Future[object]] = {}
        self._book = lru_cache(maxsize=KEPT_BOOKS)(self._read)
        self._report = lru_cache(maxsize=KEPT_REPORTS)(self._check)

    def context(self, ref_area: str) -> Context:
        """Give what files of a municipality are checked against: the catalogue, the newest figures, and today.

        Hidden small numbers are compared with those of the own municipality alone: a finding would tell them.
        """
        loaded = {one.sha256: one.number for one in self._store.revisions()}
        stored = partial(self._stored, ref_area) if ref_area else self._store.raw_observations
        return Context(self._catalogue, datetime.now(UTC).date(), stored, self._store.observations, loaded)

    def _stored(self, ref_area: str, indicator: str) -> list[Observation]:
        public = [one for one in self._store.observations(indicator) if one.ref_area != ref_area]
        return [*public, *(one for one in self._store.raw_observations(indicator) if one.ref_area == ref_area)]

    def read(self, path: Path, name: str, encoding: str = "", separator: str = "") -> Book:
        """Read a file when its turn has come. Raises: Refused, Busy."""
        with self._turn():
            return read(path, name, self._limits, encoding=encoding, separator=separator)

    def book(self, draft: Draft) -> Book:
        """Give the sheets of a draft, as they were read. Raises: Refused, Lost, Busy."""
        return self._book(*_key(draft))

    def sheet(self, draft: Draft) -> Sheet:
        """Give the sheet that a draft is read from, with the mended cells."""
        chosen = chosen_sheet(self.book(draft), draft.mapping, self.context(draft.ref_area))
        return edited(unfolded(chosen), draft.edits)

    def layout(self, draft: Draft) -> Layout:
        """Give where the figures stand in that sheet."""
        return layout_of(self.sheet(draft), draft.mapping.header_rows)

    def report(self, draft: Draft) -> Report:
        """Check a draft against the newest figures. Raises: Refused, Lost, Busy."""
        return self._report(*self._asked(draft))

    def _asked(self, draft: Draft) -> Asked:
        edits = json.dumps(dict(draft.edits))
        return _key(draft), draft.ref_area, draft.mapping.to_json(), edits, self._store.newest_revision()

    def is_read(self, draft: Draft) -> bool:
        """Read a draft beside the request; False while that takes longer than `patience_s`. Raises: as `book`."""
        return self._is_done(_key(draft), lambda: self.book(draft))

    def is_checked(self, draft: Draft) -> bool:
        """Check a draft beside the request; False while that takes longer than `patience_s`. Raises: as `report`."""
        return self._is_done(self._asked(draft), lambda: self.report(draft))

    def _is_done(self, key: object, work: Callable[[], object]) -> bool:
        """Start work that is not yet running, and wait for it; ask again later where it is not done."""
        with self._starting:
            if key not in self._running:
                self._running[key] = self.pool.submit(work)
            running = self._running[key]
        running.add_done_callback(lambda done: done.exception() or self._running.pop(key, None))
        if running not in wait([running], timeout=self.patience_s).done:
            return False
        self._running.pop(key, None)
        running.result()
        return True

    def published(self, draft: Draft) -> dict[tuple[int, int], str]:
        """Give what is published in the place of each cell with a finding: (row, column) → number with a comma."""
        report = self.report(draft)
        told = {(one.row, one.column) for one in report.findings if one.row and one.column}
        frame = report.frame
        if not told or "sheet_row" not in frame:
            return {}
        stored = self.context(draft.ref_area).stored
        near = frame[frame["sheet_row"].isin({row for row, _ in told})]
        found: dict[tuple[int, int], str] = {}
        for index, row, column in zip(near.index, near["sheet_row"], near["sheet_column"], strict=True):
            observations = observations_of(near.loc[[index]], report.dimensions) if (row, column) in told else ()
            for one in observations:
                known = {old.key: old.obs_value for old in stored(one.indicator)}
                if (value := known.get(one.key)) is not None:
                    found[int(row), int(column)] = f"{value:.10g}".replace(".", ",")
        return found

    def _read(self, id_: str, name: str, encoding: str, separator: str) -> Book:
        return self.read(self._files.path(id_), name, encoding, separator)

    def _check(self, key: Key, ref_area: str, mapping: str, edits: str, _revision: int) -> Report:
        book, how, mended = self._book(*key), Mapping.from_json(mapping), json.loads(edits)
        is_read = {one.name: book.kind == "csv" or one.name == how.sheet for one in book.sheets}
        sheets = [edited(unfolded(one), mended) if is_read[one.name] else one for one in book.sheets]
        return check_book(replace(book, sheets=tuple(sheets)), how, self.context(ref_area))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let one file be read at a time; so many others wait, so long."""
        if not self._queue.acquire(blocking=False):
            raise Busy
        try:
            if not self._reading.acquire(timeout=PATIENCE_S):
                raise Busy
            try:
                yield
            finally:
                self._reading.release()
        finally:
            self._queue.release()


def _key(draft: Draft) -> Key:
    return draft.id, draft.name, draft.encoding, draft.separator
