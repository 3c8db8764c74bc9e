"""What travels over the network: compressed, kept for as long as it holds, and not sent twice."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from bodies import body_of, call, output_with
from dash import Dash
from flask.testing import FlaskClient
from playwright.sync_api import Page
from reading import open_page

GZIP = {"Accept-Encoding": "br, gzip;q=0.8"}
FOR_EVER = "public, max-age=31536000, immutable"
PAGE = "/indicator/werkzaamheidsgraad"
DOCUMENTS = ["/", PAGE, "/nee"]
ASKED_AT_EACH_START = ["/_dash-layout", "/_dash-dependencies"]
SIGNED = re.compile(rb'"end_id":"[^"]+"')  # Dash signs each document anew
FILES = ["/api", "/api/indicator/werkzaamheidsgraad.csv", "/api/indicator/werkzaamheidsgraad.json"]


@pytest.mark.parametrize("path", [*DOCUMENTS, *ASKED_AT_EACH_START, *FILES])
def test_text_is_compressed_for_who_reads_that(client: FlaskClient, path: str) -> None:
    plain, small = client.get(path), client.get(path, headers=GZIP)

    assert (plain.content_encoding, small.content_encoding) == (None, "gzip")
    assert SIGNED.sub(b"", gzip.decompress(small.data)) == SIGNED.sub(b"", plain.data)
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data) / 2
    assert all("Accept-Encoding" in one.headers["Vary"].split(", ") for one in (plain, small))


@pytest.mark.parametrize("path", ["/healthz", "/api/indicator/werkzaamheidsgraad.xlsx", "/api/alles.zip"])
def test_what_is_short_or_compressed_already_is_left_as_it_is(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=GZIP).content_encoding is None


@pytest.mark.parametrize("path", ASKED_AT_EACH_START)
def test_what_is_asked_at_each_start_is_sent_once(client: FlaskClient, path: str) -> None:
    first = client.get(path, headers=GZIP)
    again = client.get(path, headers=GZIP | {"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_is_asked_anew(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-cache"


def test_a_callback_answer_is_compressed(client: FlaskClient, site: Dash) -> None:
    values = {"indicator-slug.data": "werkzaamheidsgraad", "indicator-weergave.value": "tabel"}
    body = body_of(site, output_with(site, "indicator-content.children"), values, ("indicator-weergave.value",))
    client.environ_base["HTTP_ACCEPT_ENCODING"] = "gzip"

    answer = call(client, body)

    assert (answer.status_code, answer.content_encoding) == (200, "gzip")
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_every_script_and_style_that_a_document_names_may_be_kept_for_ever(client: FlaskClient) -> None:
    named = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', client.get(PAGE).text)
    answers = {address: client.get(address, headers=GZIP) for address in named}

    assert len(named) > 20
    assert {one.headers["Cache-Control"] for one in answers.values()} == {FOR_EVER}
    assert {one.headers["Vary"] for one in answers.values()} == {"Accept-Encoding"}


def test_an_asset_of_another_moment_is_not_kept_for_ever(client: FlaskClient) -> None:
    answer = client.get("/assets/integratie.css?m=1.5")

    assert answer.headers["Cache-Control"] == "public, max-age=3600"


def preloaded(client: FlaskClient, path: str) -> list[str]:
    return [
        urlsplit(one).path for one in re.findall(r'rel="preload" as="script" href="([^"]+)"', client.get(path).text)
    ]


def test_a_page_with_a_chart_asks_at_once_for_what_draws_it(client: FlaskClient) -> None:
    addresses = preloaded(client, PAGE)

    assert [one.rpartition("/")[2] for one in addresses] == ["async-graph.js", "plotly.min.js"]
    assert {client.get(one).status_code for one in addresses} == {200}
    assert [preloaded(client, path) for path in ("/", "/over", f"{PAGE}?weergave=tabel")] == [[], [], []]


def test_every_document_asks_at_once_what_the_scripts_will_ask(live: str, page: Page) -> None:
    open_page(page, f"{live}/over")

    asked = page.evaluate("performance.getEntriesByType('resource').map(one => [one.name, one.initiatorType])")
    assert [kind for name, kind in asked if name.endswith(("/_dash-layout", "/_dash-dependencies"))] == ["link", "link"]
