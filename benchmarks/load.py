"""The first load of an indicator page in Chromium, over 10 Mbit/s and 30 ms: time to the drawn chart, and bytes.

The floor is a static document with the same charts and the same plotly.js, over the same network. Cold is a reader who
was never here; warm is one who opens the page again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium, figures, go, kilobytes, open_new, slow_down
from benchmarks.harness import Question
from benchmarks.site import PAGE, site, static_page

FLOOR = "static document, the same charts and plotly.js"


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the store."""
    with chromium() as browser:
        address = site(folder) + PAGE
        shown = open_new(browser)
        go(shown, address)
        floor = static_page(figures(shown))
        shown.context.close()
        yield from _of(browser, address, floor)


def _of(browser: Browser, address: str, floor: str) -> Iterator[Question]:
    cold = partial(_fresh, browser)
    yield Question("first load, cold", FLOOR, partial(_go, address), partial(_go, floor), cold, most=2.2)
    warm, warm_floor = _fresh(browser), _fresh(browser)
    yield Question(
        "first load, warm", FLOOR, lambda _: go(warm, address), lambda _: go(warm_floor, floor), most=3.5, limit=800
    )
    work, least = partial(_count, browser, address), partial(_count, browser, floor)
    yield Question("bytes of a first load, cold", FLOOR, work, least, limit=1500, unit="kB")
    work, least = partial(_count_again, browser, address), partial(_count_again, browser, floor)
    yield Question("bytes of a first load, warm", FLOOR, work, least, unit="kB")


def _fresh(browser: Browser) -> Page:
    page = open_new(browser)
    slow_down(page)
    return page


def _go(address: str, page: Page) -> None:
    go(page, address)


def _count(browser: Browser, address: str, _fresh: object) -> float:
    return kilobytes(open_new(browser), address)


def _count_again(browser: Browser, address: str, _fresh: object) -> float:
    page = open_new(browser)
    go(page, address)
    return kilobytes(page, address)
