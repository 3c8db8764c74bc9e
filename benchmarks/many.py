"""One indicator in a store with five million figures of others: its page must not become slower.

The figures are made up, in 500 indicators that the catalogue does not know, and written by bulk insert. Work and
floor are the same question, the view of an indicator from a store that has read nothing yet; the floor has the shipped
figures alone. SQLite finds the rows by the primary key, whose first column is the indicator (`data/tables.py`).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.harness import Question
from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.shipped import load_shipped
from data.store import Store
from data.tables import OBSERVATION
from indicators.answers import Answers

INDICATORS, AREAS, YEARS = 500, 250, range(1985, 2025)
SHOWN = "employment_rate"
Pair = tuple[Answers, Answers]


def questions(folder: Path) -> Iterator[Question]:
    """Give the question; the folder is for its files, 1 GB."""
    catalogue, few, many = read_catalogue(), folder / "few.sqlite", folder / "many.sqlite"
    with closing(Store(sqlite_url(few))) as store:
        store.prepare()
        load_shipped(store, catalogue)
    shutil.copy(few, many)
    _fill(many)
    yield Question(
        "view of one indicator among 5 million figures",
        "the same view without them",
        lambda pair: _view(pair[1]),
        lambda pair: _view(pair[0]),
        fresh=partial(_fresh, catalogue, few, many),
        most=1.5,
    )


def _fill(file: Path) -> None:
    names = [column.name for column in OBSERVATION.columns]
    places = ", ".join(f":{name}" for name in names)
    with closing(sqlite3.connect(file)) as connection, connection:
        template = dict(zip(names, connection.execute("SELECT * FROM observation LIMIT 1").fetchone(), strict=True))
        connection.executemany(f"INSERT INTO observation VALUES ({places})", _rows(template))


def _rows(template: dict[str, object]) -> Iterator[dict[str, object]]:
    """Give five million rows in the order of their key, which is how SQLite writes them quickest."""
    for indicator in range(INDICATORS):
        for area in range(AREAS):
            for year in YEARS:
                key = {"indicator": f"x{indicator:03}", "ref_area": f"M{area:03}", "time_period": str(year)}
                yield template | key | {"obs_value": (area * 7919 + year) % 1000 / 10}


def _fresh(catalogue: Catalogue, few: Path, many: Path) -> Pair:
    stores = [Store(sqlite_url(file)) for file in (few, many)]
    for store in stores:
        store.newest_revision()
    small, large = (Answers(store, catalogue) for store in stores)
    return small, large


def _view(answers: Answers) -> None:
    view = answers.newest.view(answers.catalogue.indicators[SHOWN], {})
    if not view.panels:
        raise RuntimeError("the view has no chart")
