import gzip
import re
from pathlib import Path

import pytest
from dash import Dash, dcc, html
from flask.testing import FlaskClient

from layouts.static_suites import install

PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"
BUNDLE = b"window.Plotly = {};" * 50
STYLE = b"h1 { color: #333332; }" * 50
GZIP = {"Accept-Encoding": "br, gzip;q=0.8"}


def client_of(tmp_path: Path, **options: str) -> FlaskClient:
    (tmp_path / "bundle.js").write_bytes(BUNDLE)
    assets = tmp_path / "assets"
    (assets / "fonts").mkdir(parents=True)
    (assets / "own.css").write_bytes(STYLE)
    (assets / "fonts" / "inter.woff2").write_bytes(bytes(range(256)))
    app = Dash("tiny", assets_folder=str(assets), **options)
    app.layout = html.Main([html.H1("Kop"), dcc.Graph(figure={"data": []})])
    install(app, plotly_bundle=tmp_path / "bundle.js")
    return app.server.test_client()


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return client_of(tmp_path)


def scripts(client: FlaskClient) -> list[str]:
    return re.findall(r'<script src="([^"]*_dash-component-suites[^"]*)"', client.get("/").text)


def test_every_script_of_the_page_is_answered_compressed_and_kept_for_ever(client: FlaskClient) -> None:
    addresses = scripts(client)
    answers = [client.get(address, headers=GZIP) for address in addresses]
    assert len(addresses) > 3
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.content_encoding for answer in answers} == {"gzip"}
    assert {answer.mimetype for answer in answers} == {"text/javascript"}
    assert all("immutable" in answer.headers["Cache-Control"] for answer in answers)


def test_the_small_bundle_is_served_in_place_of_plotly(client: FlaskClient) -> None:
    answer = client.get(PLOTLY, headers=GZIP)
    assert gzip.decompress(answer.data) == BUNDLE
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0"])
def test_a_browser_that_does_not_read_gzip_gets_the_plain_file(client: FlaskClient, accepted: str) -> None:
    answer = client.get(PLOTLY, headers={"Accept-Encoding": accepted})
    assert answer.data == BUNDLE
    assert answer.content_encoding is None


@pytest.mark.parametrize("address", [PLOTLY, "/assets/own.css", "/assets/fonts/inter.woff2"])
def test_what_the_browser_has_already_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address, headers=GZIP)
    again = client.get(address, headers=GZIP | {"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert again.data == b""
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_another_tag_gets_the_file(client: FlaskClient) -> None:
    assert client.get(PLOTLY, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/_dash-component-suites/plotly/package_data/other.js",
        "/_dash-component-suites/dash/../dash/dash.py",
        "/_dash-component-suites/dash/dash.py",
        "/_dash-component-suites/nonesuch/x.js",
        "/assets/none.css",
        "/assets/fonts",
        "/assets/../bundle.js",
        "/assets/%2e%2e/bundle.js",
    ],
)
def test_unknown_addresses_are_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_styles_are_compressed_and_fonts_left_as_they_are(client: FlaskClient) -> None:
    style = client.get("/assets/own.css", headers=GZIP)
    font = client.get("/assets/fonts/inter.woff2", headers=GZIP)
    assert (style.mimetype, gzip.decompress(style.data)) == ("text/css", STYLE)
    assert (font.mimetype, font.content_encoding, font.data) == ("font/woff2", None, bytes(range(256)))


def test_an_edited_asset_is_sent_anew(client: FlaskClient, tmp_path: Path) -> None:
    before = client.get("/assets/own.css").headers["ETag"]
    (tmp_path / "assets" / "own.css").write_bytes(b"h1 {}")
    after = client.get("/assets/own.css", headers={"If-None-Match": before})
    assert (after.status_code, after.data) == (200, b"h1 {}")


def test_a_question_for_the_headers_only_has_no_body(client: FlaskClient) -> None:
    answer = client.head(PLOTLY)
    assert (answer.status_code, answer.data) == (200, b"")


def test_files_are_served_below_a_path_prefix(tmp_path: Path) -> None:
    client = client_of(tmp_path, url_base_pathname="/cijfers.v2/")
    assert client.get(f"/cijfers.v2{PLOTLY}").data == BUNDLE
    assert client.get("/cijfers.v2/assets/own.css").data == STYLE


def test_files_are_served_behind_a_proxy_that_takes_the_prefix_off(tmp_path: Path) -> None:
    client = client_of(tmp_path, requests_pathname_prefix="/cijfers/", routes_pathname_prefix="/")
    assert all(address.startswith("/cijfers/_dash-component-suites/") for address in scripts(client))
    assert client.get(PLOTLY).data == BUNDLE
