"""Answers from everything that the program ships, as its readers get them; read once for all tests."""

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app import open_store
from data.catalogue import read_catalogue
from data.engines import sqlite_url
from data.settings import read_settings
from indicators.answers import Answers
from indicators.view import View


@cache
def answers() -> Answers:
    folder = TemporaryDirectory()
    catalogue = read_catalogue()
    store = open_store(read_settings({"DATABASE_URL": sqlite_url(Path(folder.name) / "store.sqlite")}), catalogue)
    atexit.register(folder.cleanup)
    atexit.register(store.close)
    return Answers(store, catalogue)


def view_of(indicator: str, **chosen: str) -> View:
    """One view of an indicator, by its id."""
    return answers().newest.view(answers().catalogue.indicators[indicator], chosen)


def slugs() -> list[str]:
    """The indicators that have figures; the others have one page, tested in `test_layouts_waiting.py`."""
    return [one.slug for one in answers().catalogue.indicators.values() if answers().store.observations(one.id)]
