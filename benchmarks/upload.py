"""A file of a person, read, checked and published: a CSV of a million figures, and a workbook of 50 000 rows.

The figures are made up, in the layout of our own export and in its order. Time counts once: a run takes half a minute.
Memory is the most that all processes have together, the one that reads the file too, as PSS (see `memory`).
"""

from __future__ import annotations

import csv
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import uuid4

import pandas as pd
from openpyxl import Workbook, load_workbook

from benchmarks import wizard
from benchmarks.harness import Question
from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.export import COLUMNS
from data.reading.limits import Limits
from data.store import Store
from data.upload.context import Context
from data.upload.publication import Publication, publish
from data.upload.report import READY, Report, check

INDICATOR, PERIODS = "employment_rate", range(2000, 2025)
AREAS = 40
FIGURES, ROWS = 1_000_000, 50_000
CHECKED, EVERY_S, PATIENCE_S = date(2025, 1, 1), 0.1, 300


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the files, 700 MB."""
    text, book = folder / "many.csv", folder / "many.xlsx"
    write_csv(text, FIGURES)
    publishing = partial(check_and_publish, text, folder)
    name, floor = "1 million figures read, checked, published", "pandas.read_csv of the same file"
    yield Question(name, floor, _seconds(publishing), _seconds(partial(_read, text)), most=25, unit="s")
    name, busy = f"{name}: processor time", partial(_seconds, clock=_processor_time)
    yield Question(name, floor, busy(publishing), busy(partial(_read, text)), unit="s")
    if Path("/proc/self/smaps_rollup").exists():
        name = "memory of all processes for it (PSS)"
        yield Question(name, floor, _most_memory(publishing), _most_memory(partial(_read, text)), limit=1000, unit="MB")
    _write_workbook(book, ROWS)
    floor = "openpyxl, reading only"
    yield Question(
        "workbook of 50 000 rows read and checked", floor, _seconds(partial(checked, book)),
        _seconds(partial(_read_workbook, book)), limit=10, unit="s",
    )  # fmt: skip
    yield from wizard.questions(folder, book)


def write_csv(path: Path, figures: int) -> None:
    """Write made-up figures as CSV, as our own export does."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(COLUMNS)
        csv.writer(file, lineterminator="\n").writerows(_rows(read_catalogue(), figures))


def _write_workbook(path: Path, rows: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cijfers")
    for row in (COLUMNS, *_rows(read_catalogue(), rows)):
        sheet.append(row)
    book.save(path)


def _rows(catalogue: Catalogue, figures: int) -> Iterator[Sequence[str]]:
    """Give rows of one indicator in the order of their key: areas, periods, and so many tables as are needed."""
    unit = catalogue.indicators[INDICATOR].unit_measure
    source = next(iter(catalogue.codelists["source"].codes))
    tables = figures // (AREAS * len(PERIODS))
    for area in sorted(islice(catalogue.codelists["ref_area"].codes, AREAS)):
        for place in range(len(PERIODS) * tables):
            period, table = PERIODS[place // tables], place % tables
            value = f"{place * 7919 % 1000 / 10:.1f}"
            fields = {"indicator": INDICATOR, "ref_area": area, "time_period": str(period), "breakdown": "{}"}
            fields |= {"obs_value": value, "unit_measure": unit, "obs_status": "A", "source": source}
            fields |= {"source_ref": f"tabel {table:05}", "printed": value.replace(".", ","), "shown": value}
            yield [fields.get(name, "") for name in COLUMNS]


def checked(path: Path) -> Report:
    """Read and check a file, and answer its warnings.

    Raises: RuntimeError when it is not ready to be published.
    """
    patient = Limits(wall_seconds=PATIENCE_S)  # a busy computer is no reason to refuse the file
    report = check(path, path.name, None, Context(read_catalogue(), CHECKED), limits=patient)
    if report.status != READY or report.mapping is None:
        raise RuntimeError(f"the file is {report.status}: {report.findings[0].message}")
    answers = {one.key: "Nagekeken." for one in report.open_warnings}
    return replace(report, mapping=replace(report.mapping, answers=answers))


def check_and_publish(path: Path, folder: Path) -> int:
    """Publish a file in a new store in the folder, and give the number of the revision."""
    file = folder / f"{uuid4().hex}.sqlite"
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        number = publish(store, checked(path), Publication(path.name, "An", "Gemaakte cijfers.", 0))
    file.unlink()
    return number


def _read(path: Path) -> None:
    pd.read_csv(path, low_memory=False)


def _read_workbook(path: Path) -> None:
    book = load_workbook(path, read_only=True)
    for _ in book.worksheets[0].iter_rows(values_only=True):
        pass


def _seconds(run: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> Callable[[object], float]:
    def timed(_fresh: object) -> float:
        start = clock()
        run()
        return clock() - start

    return timed


def _processor_time() -> float:
    """Give the seconds in which this process and the children that ended kept a processor busy."""
    return sum(os.times()[:4])


def _most_memory(run: Callable[[], object]) -> Callable[[object], float]:
    """Run in a process of its own, and give the most memory in MB that it and its children had together."""

    def watched(_fresh: object) -> float:
        process = multiprocessing.get_context("spawn").Process(target=run)
        process.start()
        most = 0
        while process.is_alive():
            most = max(most, sum(map(_kilobytes, _family(process.pid or 0))))
            process.join(EVERY_S)
        if process.exitcode:
            raise RuntimeError(f"the work stopped with {process.exitcode}")
        return most / 1024

    return watched


def _family(pid: int) -> Iterator[int]:
    """Give a process and what it started; one that has just ended has no children."""
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _text(listed).split():
            yield from _family(int(child))


def _kilobytes(pid: int) -> int:
    lines = _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
