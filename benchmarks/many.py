"""One indicator in a store with five million figures of others: its page must not become slower.

The figures are made up, for 250 municipalities in each indicator of the catalogue that has none yet and in as many
unknown ones as make 500 together, and written by bulk insert. Work and
floor are the same question, the view of an indicator from a store that has read nothing yet; the floor has the shipped
figures alone. SQLite finds the rows by the primary key, whose first column is the indicator (`data/tables.py`).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import product
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
        without = [one for one in catalogue.indicators if one not in store.indicators(store.newest_revision())]
    shutil.copy(few, many)
    _fill(many, without, list(catalogue.areas.municipalities)[:AREAS])
    yield Question(
        "view of one indicator among 5 million figures",
        "the same view without them",
        lambda pair: _view(pair[1]),
        lambda pair: _view(pair[0]),
        fresh=partial(_fresh, catalogue, few, many),
        most=1.5,
    )


def _fill(file: Path, indicators: list[str], areas: list[str]) -> None:
    names = [column.name for column in OBSERVATION.columns]
    places = ", ".join(f":{name}" for name in names)
    with closing(sqlite3.connect(file)) as connection, connection:
        template = dict(zip(names, connection.execute("SELECT * FROM observation LIMIT 1").fetchone(), strict=True))
        connection.executemany(f"INSERT INTO observation VALUES ({places})", _rows(template, indicators, areas))


def _rows(template: dict[str, object], indicators: list[str], areas: list[str]) -> Iterator[dict[str, object]]:
    """Give five million rows, mostly in the order of their key, which is how SQLite writes them quickest."""
    unknown = [f"x{number:03}" for number in range(len(indicators), INDICATORS)]
    for indicator, area, year in product([*indicators, *unknown], areas, YEARS):
        key = {"indicator": indicator, "ref_area": area, "time_period": str(year)}
        yield template | key | {"obs_value": (int(area) * 7919 + year) % 1000 / 10}


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
