"""The page of a municipality: 60 indicators × 300 municipalities × 30 years × 6 groups, some three million figures.

The work is what the server does for one municipality after another, from the address to the JSON of the page; what all
municipalities share is read once before. The floor is the bare query of that municipality's own figures in SQLite.
The figures are written straight into the table of the store, for publishing millions is another question.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from flask import Flask
from plotly.io.json import to_json_plotly

from benchmarks.harness import Question
from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.model import Code, Dimension, Headline
from data.store import Store
from indicators.answers import Answers
from layouts import addresses, municipality

INDICATORS = 60
YEARS = range(1995, 2025)
GROUPS = ("be", "be_eu", "eu", "non_eu", "foreign", "")
SHOWN = "non_eu"
FLOOR = "bare SQLite, the same series"
SOURCE = Code("bron", "Gemaakte bron", "in een gemaakte bron")
"""It is not listed as open, so its small numbers are looked for."""

INSERT = (
    "INSERT INTO observation (indicator, ref_area, time_period, breakdown, source, source_ref, revision, removed,"
    " obs_value, unit_measure, obs_status, qualifier, numerator, denominator, printed, derivation, note)"
    " VALUES (?, ?, ?, ?, 'bron', 'Figuur 1', 1, 0, ?, 'percent', 'A', '', ?, ?, ?, '', '')"
)
OWN = "SELECT * FROM observation WHERE indicator = ? AND ref_area = ? AND breakdown = ?"


def questions(folder: Path) -> Iterator[Question]:
    """Give the question; the folder is for the store."""
    catalogue = _catalogue(read_catalogue())
    file = folder / "municipalities.sqlite"
    codes = _fill(file, catalogue)
    answers, server = Answers(Store(sqlite_url(file)), catalogue), Flask("municipalities")
    addresses.install(server, "/")
    turns, floor_turns = cycle(codes), cycle(codes)
    names, connection = list(catalogue.indicators), sqlite3.connect(file)
    breakdown = _breakdown(SHOWN)
    start = time.perf_counter()
    _page(answers, server, codes[0])  # reads what all municipalities share
    first = time.perf_counter() - start
    name = "the first page of a process, which looks for small numbers"
    yield Question(name, "bare SQLite, all figures", lambda _: first, lambda _: _everything(connection), unit="s")
    yield Question(
        "page of a municipality, 60 indicators, 3 million figures",
        FLOOR,
        lambda _: _page(answers, server, next(turns)),
        lambda _: _own(connection, names, next(floor_turns), breakdown),
        most=15,
    )


def _page(answers: Answers, server: Flask, code: str) -> str:
    with server.app_context():
        return to_json_plotly(municipality.layout(answers, municipality=code))


def _everything(connection: sqlite3.Connection) -> float:
    start = time.perf_counter()
    for _ in connection.execute("SELECT * FROM observation"):
        pass
    return time.perf_counter() - start


def _own(connection: sqlite3.Connection, names: list[str], code: str, breakdown: str) -> int:
    return sum(len(connection.execute(OWN, (name, code, breakdown)).fetchall()) for name in names)


def _catalogue(real: Catalogue) -> Catalogue:
    template = replace(
        real.indicators["employment_rate"],
        headline=Headline("VLG", {"nationality": SHOWN}),
        dimensions=(Dimension("nationality", "Nationaliteit", "", ordinal=False),),
        related=(),
        not_comparable=(),
    )
    domains = list(real.codelists["domain"].codes)
    made = [
        replace(template, id=f"made_{place:02}", slug=f"made-{place:02}", domain=domains[place % len(domains)])
        for place in range(INDICATORS)
    ]
    sources = replace(real.codelists["source"], codes={**real.codelists["source"].codes, SOURCE.code: SOURCE})
    indicators = {**real.indicators, **{one.id: one for one in made}}
    return replace(real, indicators=indicators, codelists={**real.codelists, "source": sources})


def _breakdown(group: str) -> str:
    return json.dumps({"nationality": group} if group else {})


def _fill(file: Path, catalogue: Catalogue) -> list[str]:
    """Write the figures, and give the codes of the municipalities."""
    store = Store(sqlite_url(file))
    store.prepare()
    store.publish((), "benchmark", "made up", "made up", "0" * 64)
    store.close()
    codes = [one.code for one in catalogue.areas.of_geography("2025", "VLG")]
    names = [name for name in catalogue.indicators if name.startswith("made_")]
    with sqlite3.connect(file) as connection:
        for name in names:
            connection.executemany(INSERT, _rows(name, [*codes, "VLG"]))
    return codes


def _rows(name: str, codes: list[str]) -> Iterator[tuple[object, ...]]:
    for place, code in enumerate(codes):
        for year in YEARS:
            for number, group in enumerate(GROUPS):
                of = 200 + (place * 7919 + year) % 5000
                count = of * ((place * 31 + year * 7 + number * 13 + hash_of(name)) % 80 + 10) // 100
                yield name, code, str(year), _breakdown(group), round(100 * count / of, 1), count, of, f"{count}/{of}"


def hash_of(name: str) -> int:
    """Give a number that follows from a name, the same in every run."""
    return sum(map(ord, name))
