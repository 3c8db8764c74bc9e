"""A Chromium for benchmarks: one browser, a context that is a network of 10 Mbit/s and 30 ms, and what a page drew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
BYTES_PER_S = 10_000_000 / 8
NETWORK = {"offline": False, "latency": 30, "downloadThroughput": BYTES_PER_S, "uploadThroughput": BYTES_PER_S}

DRAWN = """() => { const graphs = [...document.querySelectorAll(".graph")];
  return graphs.length > 0 && graphs.every(one => one.querySelector(".main-svg")); }"""
"""Each place for a chart has its chart."""

FIGURES = """() => [...document.querySelectorAll(".js-plotly-plot")].map(one => JSON.parse(JSON.stringify(
  {data: one.data, layout: one.layout, width: one.offsetWidth, height: one.offsetHeight})))"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, channel=None if found else "chrome", args=FLAGS)


def open_new(browser: Browser) -> Page:
    """Give a page of a reader who was never here."""
    return browser.new_context(locale="nl-BE", viewport={"width": 1440, "height": 900}).new_page()


def slow_down(page: Page) -> CDPSession:
    """Put the network of a page at 10 Mbit/s and 30 ms."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    return session


def go(page: Page, address: str) -> None:
    """Go to an address, and wait until its charts are drawn."""
    page.goto(address, wait_until="commit")
    page.wait_for_function(DRAWN)


def kilobytes(page: Page, address: str) -> float:
    """Count what comes over the network, headers included, until the page asks nothing more."""
    counted: list[float] = []
    slow_down(page).on("Network.loadingFinished", lambda event: counted.append(event["encodedDataLength"]))
    go(page, address)
    page.wait_for_load_state("networkidle")
    return sum(counted) / 1000


def figures(page: Page) -> list[dict[str, Any]]:
    """Give the charts of a page as data."""
    return page.evaluate(FIGURES)
