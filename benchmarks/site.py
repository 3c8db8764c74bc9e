"""The site on the shipped figures, and the floor under a page of it: the same charts in a static document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from flask import Flask, Response

from app import PLOTLY_BUNDLE, create_app, open_store
from benchmarks.pages import serve
from data.accounts.service import open_accounts
from data.catalogue import read_catalogue
from data.engines import sqlite_url
from data.settings import read_settings
from layouts.static_suites import FOR_EVER, StaticFile

PAGE = "/indicator/werkzaamheidsgraad"
DOCUMENT = """<!DOCTYPE html><html lang="nl-BE"><meta charset="utf-8"><title>floor</title>
<script src="/plotly.min.js"></script><body><script>
const figures = %s;
for (const one of figures) {
  const place = document.createElement("div");
  place.className = "graph";
  place.style.cssText = `width: ${one.width}px; height: ${one.height}px`;
  document.body.append(place);
  Plotly.newPlot(place, one.data, one.layout);
}
</script></body></html>"""


def site(folder: Path) -> str:
    """Serve the site, and give its address."""
    url, catalogue = sqlite_url(folder / "site.sqlite"), read_catalogue()
    settings = read_settings({"DATABASE_URL": url, "SECRET_KEY": "k" * 32})
    accounts = open_accounts(settings.database_url)
    return (
        f"http://127.0.0.1:{serve(create_app(open_store(settings, catalogue), catalogue, settings, accounts).server)}"
    )


def static_page(charts: list[dict[str, Any]]) -> str:
    """Serve a document with the charts and the same plotly.js, both compressed, and give its address."""
    floor = Flask("static")
    library = StaticFile.of("plotly.min.js", PLOTLY_BUNDLE.read_bytes())
    document = StaticFile.of("floor.html", DOCUMENT.replace("%s", orjson.dumps(charts).decode()).encode())

    @floor.get("/plotly.min.js")
    def script() -> Response:
        return library.response(FOR_EVER)

    @floor.get("/")
    def page() -> Response:
        return document.response("no-cache")

    return f"http://127.0.0.1:{serve(floor)}/"
