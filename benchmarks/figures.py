"""Loading the shipped figures into a fresh store, and exporting everything from it.

Both are asked of the figures that the program ships and of 40 000 made-up ones.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from benchmarks.harness import Question
from benchmarks.made_up import make_home
from data.catalogue import HERE, Catalogue, read_catalogue
from data.engines import sqlite_url
from data.export import COLUMNS, STANDARD, all_rows, cell, to_csv
from data.observations import figure_files
from data.shipped import load_shipped
from data.store import Store
from data.tables import METADATA, OBSERVATION, REVISION

Rows = Sequence[Sequence[object]]


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for their files."""
    catalogue = read_catalogue()
    made_up = make_home(folder / "made_up", catalogue)
    for name, home, described in (("annex", HERE, catalogue), ("40 000", folder / "made_up", made_up)):
        loaded = folder / f"{name}.sqlite"
        _load(home, described, loaded)
        yield Question(
            f"load of the figures ({name})",
            "csv.reader, then bare sqlite3 executemany of the same rows; WAL, FULL",
            partial(_load, home, described),
            partial(_load_bare, figure_files(home / "annex"), _stored(loaded)),
            fresh=partial(_new_file, folder),
        )
        yield Question(
            f"export of everything ({name})",
            "csv.writer of the same rows, ready as text",
            _export,
            partial(_export_bare, _ready(loaded)),
            fresh=_opener(loaded),
        )


def _new_file(folder: Path) -> Path:
    return folder / f"{uuid4().hex}.sqlite"


def _load(home: Path, catalogue: Catalogue, file: Path) -> None:
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        load_shipped(store, catalogue, home)


def _load_bare(paths: Sequence[Path], tables: dict[str, Rows], file: Path) -> None:
    for path in paths:
        with path.open(encoding="utf-8", newline="") as text:
            list(csv.reader(text))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"):
            connection.execute(statement)
        for one in METADATA.sorted_tables:
            connection.execute(DEFINITIONS[one.name])
        for name, rows in tables.items():
            places = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows)
        connection.execute("COMMIT")


DEFINITIONS = {one.name: str(CreateTable(one).compile(dialect=sqlite.dialect())) for one in METADATA.sorted_tables}


def _stored(file: Path) -> dict[str, Rows]:
    """Read back the rows that a loaded store has, for the floor to write."""
    with closing(sqlite3.connect(file)) as connection:
        names = (REVISION.name, OBSERVATION.name)
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def _opener(file: Path) -> Callable[[], Store]:
    """Give what makes a store that has read nothing yet, and closes the one before."""
    opened: list[Store] = []

    def fresh() -> Store:
        while opened:
            opened.pop().close()
        opened.append(Store(sqlite_url(file)))
        opened[0].newest_revision()
        return opened[0]

    return fresh


def _export(store: Store) -> str:
    written = io.StringIO()
    written.writelines(to_csv(all_rows(store)))
    return written.getvalue()


def _ready(file: Path) -> Rows:
    with closing(Store(sqlite_url(file))) as store:
        return [[cell(value, STANDARD) for value in row.values()] for row in all_rows(store)]


def _export_bare(rows: Rows, _store: Store) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([COLUMNS, *rows])
    return written.getvalue()
