"""The upload pages over HTTP: how long a person waits for the first word about a file, and readers beside a large one.

The program runs as `python app.py` does, in a process of its own, on the shipped figures. A reader asks one indicator
page after another; the floor of that is the same reader while nobody uploads.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import quantiles
from threading import Thread
from uuid import uuid4

import pandas as pd
from openpyxl import Workbook
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from benchmarks.harness import Question
from benchmarks.site import PAGE
from data.accounts.service import open_accounts
from data.catalogue import read_catalogue
from data.engines import sqlite_url

EMAIL, NAME, PASSWORD = "an@voorbeeld.be", "An", "een lange zin zonder regels"
AREAS, YEARS = 285, range(2015, 2025)
START = "/gegevens/opladen"
PATIENCE_S, READINGS = 60, 400
ALONE = "the same page, nobody uploads"


def questions(folder: Path, large: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the store, `large` is a file that takes seconds to check."""
    ordinary = folder / "ordinary.xlsx"
    _write_ordinary(ordinary)
    with _program(folder) as address:
        person = _Person(address)
        yield Question(
            f"first word about a workbook, {AREAS} municipalities × {len(YEARS)} years",
            "pandas.read_excel of the same file",
            lambda _: person.upload(ordinary),
            lambda _: pd.read_excel(ordinary),
            limit=1000,
        )
        reader = partial(_read, address)
        alone, beside = _waits(reader), _waits(reader, partial(person.upload, large))
        for name, place in (("median", 50), ("95th percentile", 95)):
            work, least = partial(_percentile, beside, place), partial(_percentile, alone, place)
            yield Question(f"{PAGE} while a large workbook is checked, {name}", ALONE, work, least, unit="ms of wait")


def _write_ordinary(path: Path) -> None:
    """Write a workbook as people have it: municipalities by name, years across; the numbers are made up."""
    book, areas = Workbook(), read_catalogue().areas.of_geography("2025", "VLG")[:AREAS]
    sheet = book.active
    sheet.append(["Gebied", *YEARS])
    for place, area in enumerate(areas):
        sheet.append([area.name, *(1000 + place * 37 + year * 13 for year in YEARS)])
    book.save(path)


def _waits(reader: partial[bytes], work: partial[None] | None = None) -> list[float]:
    """Give the times of a reader in ms for as long as the work lasts, or of some readings without any."""
    thread, found = Thread(target=work), []
    if work:
        thread.start()
    while thread.is_alive() or (not work and len(found) < READINGS):
        start = time.perf_counter()
        reader()
        found.append((time.perf_counter() - start) * 1000)
    return found


def _percentile(times: list[float], place: int, _fresh: object) -> float:
    return quantiles(times, n=100)[place - 1]


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address + PAGE) as answer:
        content: bytes = answer.read()
    return content


class _Person:
    """A browser in which somebody is signed in who may upload."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.browser = urllib.request.build_opener(cookies)
        self.send("/beheer/aanmelden", email=EMAIL, password=PASSWORD)

    def send(self, path: str, **fields: object) -> str:
        """Send a form of our own page with its token, and give the page that comes after it."""
        token = re.search(r'name="csrf" value="([^"]+)"', self._page(self.address + path))
        boundary, body = encode_multipart({"csrf": token[1] if token else "", **fields})
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Sec-Fetch-Site": "same-origin"}
        return self._page(urllib.request.Request(self.address + path, body, headers))

    def upload(self, path: Path) -> None:
        """Send a file, and wait for the page that says how it was read."""
        with path.open("rb") as stream:
            shown = self.send(START, key=uuid4().hex, area="", file=FileStorage(stream, path.name))
        if "Stap 2 van 6" not in shown:
            raise RuntimeError(f"the file was not taken: {shown[:2000]}")

    def _page(self, asked: str | urllib.request.Request) -> str:
        with self.browser.open(asked) as answer:
            text: str = answer.read().decode()
        return text


@contextmanager
def _program(folder: Path) -> Iterator[str]:
    """Run the program with one account, and give its address."""
    url = sqlite_url(folder / "wizard.sqlite")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    settings = {"DATABASE_URL": url, "PORT": str(port), "SECRET_KEY": "k" * 32, "UPLOADS_FOLDER": str(folder / "kept")}
    program = subprocess.Popen([sys.executable, "app.py"], env=os.environ | settings, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}", program)
        _make_account(url)
        yield f"http://127.0.0.1:{port}"
    finally:
        program.terminate()
        program.wait(timeout=20)


def _wait(address: str, program: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            _read(address)
            return
        except urllib.error.URLError:
            if program.poll() is not None:
                raise RuntimeError("the program stopped") from None
            time.sleep(0.1)
    raise TimeoutError("the program does not answer")


def _make_account(url: str) -> None:
    with closing(open_accounts(url)) as accounts:
        accounts.sign_in.make_first_account(accounts.sign_in.first_link() or "", EMAIL, NAME, PASSWORD)
