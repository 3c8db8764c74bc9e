"""The page callback of an indicator: from a choice to the JSON of its head, chart and tables, over HTTP on loopback.

Ten and three hundred lines of thirty years. The floor is a bare Flask route that reads the same request and writes
byte-identical JSON from data that is ready, with orjson and the escapes that Dash writes. Warm is what readers meet:
an answer is kept by question and revision. Cold makes every answer anew.
"""

from __future__ import annotations

import csv
import http.client
import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import orjson
from flask import Flask, Response, request
from plotly.io.json import to_json_plotly
from werkzeug.serving import make_server

from app import create_app
from benchmarks.harness import Question
from data.accounts.service import open_accounts
from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.model import Code, Codelist, Indicator
from data.observations import read_file
from data.settings import read_settings
from data.shipped import load_shipped
from data.store import Store

YEARS = range(1990, 2020)
PROMISED = {10: 3.0, 300: 1.5}
FLOOR = "bare Flask + orjson, the same JSON"
CALLBACK = "indicator-content.children"
HEAD = ("ref_area", "time_period", "obs_value", "unit_measure", "obs_status", "source", "source_ref", "printed")


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the store."""
    catalogue = _with_lines(read_catalogue())
    store = _filled(folder, catalogue)
    settings = read_settings({"DATABASE_URL": str(store.url), "SECRET_KEY": "k" * 32})
    server = create_app(store, catalogue, settings, open_accounts(settings.database_url)).server
    port = serve(server)
    listed = server.test_client().get("/_dash-dependencies").get_json()
    bodies = {lines: body_of(listed, _id(lines)) for lines in PROMISED}
    floor_port = serve(_floor({lines: _answer(port, body) for lines, body in bodies.items()}))
    for lines, body in bodies.items():
        floor = partial(_ask, floor_port, f"/{lines}", body)
        warm, cold = partial(_ask, port, "/_dash-update-component", body), partial(_ask_anew, port, body)
        yield Question(f"page callback, {lines} lines, warm", FLOOR, warm, floor, most=PROMISED[lines])
        yield Question(f"page callback, {lines} lines, cold", FLOOR, cold, floor)


def _id(lines: int) -> str:
    return f"made-up-{lines}"


def _with_lines(catalogue: Catalogue) -> Catalogue:
    """Add made-up areas, and an indicator for each number of lines, to the real catalogue."""
    areas = {f"M{place:03}": Code(f"M{place:03}", f"Gebied {place}", f"in gebied {place}") for place in range(300)}
    listed = catalogue.codelists["ref_area"]
    codelists = {**catalogue.codelists, "ref_area": Codelist("ref_area", {**listed.codes, **areas})}
    template = catalogue.indicators["foreign_nationals_share"]
    made_up = {_id(lines): _made_up(template, _id(lines)) for lines in PROMISED}
    return Catalogue({**catalogue.indicators, **made_up}, codelists)


def _made_up(template: Indicator, name: str) -> Indicator:
    return replace(template, id=name, slug=name, dimensions=(), sums=(), companion="", related=(), not_comparable=())


def _filled(folder: Path, catalogue: Catalogue) -> Store:
    store = Store(sqlite_url(folder / "pages.sqlite"))
    store.prepare()
    load_shipped(store, read_catalogue())
    for lines in PROMISED:
        figures = read_file(_write(folder, lines), catalogue)
        store.publish(figures, "benchmark", "made up", _id(lines), "0" * 64)
    return store


def _write(folder: Path, lines: int) -> Path:
    path = folder / f"{_id(lines)}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        for area in range(lines):
            for year in YEARS:
                value = f"{(area * 7919 + year * 104729) % 500 / 10 + 1:.1f}"
                rest = ("percent", "A", "vrind_2011", "Figuur 1", value.replace(".", ","))
                writer.writerow((f"M{area:03}", year, value, *rest))
    return path


def serve(application: Flask) -> int:
    """Serve until the program ends, and give the port."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = make_server("127.0.0.1", 0, application, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_port)


def body_of(listed: Iterable[Mapping[str, Any]], slug: str) -> bytes:
    """Write the request that the browser sends when a reader changes the view; `listed` are the callbacks of Dash."""
    callback = next(one for one in listed if CALLBACK in one["output"])
    names = [name.rsplit(".", 1) for name in callback["output"][2:-2].split("...")]
    values = {"indicator-slug": slug, "indicator-weergave": "grafiek", "indicator-address": ""}
    filled = {
        part: [one | {"value": values.get(one["id"], "")} for one in callback[part]] for part in ("inputs", "state")
    }
    outputs = [{"id": name, "property": prop} for name, prop in names]
    body = {"output": callback["output"], "outputs": outputs, "changedPropIds": ["indicator-weergave.value"], **filled}
    return json.dumps(body).encode()


def _ask(port: int, path: str, body: bytes, _fresh: object = None) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path} answered {response.status}")
    return content


def _answer(port: int, body: bytes) -> object:
    """Take the answer of the program apart, and check that the floor will write the same bytes."""
    written = _ask(port, "/_dash-update-component", body)
    answer = orjson.loads(written)
    if to_json_plotly(answer).encode() != written:
        raise RuntimeError("the floor does not write the same bytes")
    return answer


def _floor(answers: Mapping[int, object]) -> Flask:
    """Make the bare application that answers what is ready."""
    application = Flask("floor")

    @application.post("/<int:lines>")
    def answer(lines: int) -> Response:
        request.get_json()
        return Response(to_json_plotly(answers[lines]), mimetype="application/json")

    return application


def _ask_anew(port: int, body: bytes, _fresh: object = None) -> bytes:
    """Ask what was never asked before, by a year that the page does not know."""
    asked = json.loads(body)
    year = next(one for one in asked["inputs"] if one["id"] == "indicator-jaar")
    year["value"] = uuid4().hex
    return _ask(port, "/_dash-update-component", json.dumps(asked).encode())
