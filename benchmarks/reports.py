"""Reports of municipalities as PDF: one on the shipped figures, and forty in two processes.

The floor of one is an empty sheet that is set by the same program. Forty are made from the store up, as the shell
does, beside the same forty one after another in one process; all 285 take some seven
times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import typst

from app import open_store
from benchmarks.harness import Question
from data.catalogue import read_catalogue
from data.engines import sqlite_url
from data.settings import read_settings
from indicators.answers import Answers
from indicators.report.batch import Order, make, make_all

TODAY = date(2026, 11, 25)
ORDER = Order("pdf", {}, TODAY, "https://cijfers.example.be")
EMPTY = b'#set document(title: "Leeg")\n'
LIMIT = 3000
"""Milliseconds in which a reader may wait for a report."""

FLOOR = "an empty sheet"
FORTY = 40


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the stores and the reports."""
    url = sqlite_url(folder / "shipped.sqlite")
    shipped = Answers(open_store(read_settings({"DATABASE_URL": url}), read_catalogue()), read_catalogue())
    codes = [one.code for one in shipped.lookup.places.values() if one.exists]
    turns = cycle(codes)
    yield Question(
        "report as PDF, shipped figures", FLOOR, lambda _: make(shipped, next(turns), ORDER), _empty, limit=3000
    )
    yield Question(
        "forty reports in two processes",
        "in one process",
        lambda _: list(make_all(url, codes[:FORTY], folder / "two", ORDER, 2)),
        lambda _: list(make_all(url, codes[:FORTY], folder / "one", ORDER, 1)),
    )


def _empty(_: object) -> bytes:
    return typst.compile(EMPTY, pdf_standards=["ua-1"])
