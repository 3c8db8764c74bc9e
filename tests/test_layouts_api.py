"""What programs and spreadsheets get: the list of indicators, each as CSV and JSON, and a sign of life."""

import csv
import io
import json
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient
from hostile import SLUG
from shipped import slugs

from data.export import COLUMNS, FORMULA_STARTS

SLUGS = slugs()
NUMBERS = {"obs_value", "numerator", "denominator", "sample_size", "lower", "upper", "revision"}
UNKNOWN = ["nee", "Werkzaamheidsgraad", "employment_rate", "..%2fapp", "%00", "werkzaamheidsgraad.csv", "a b", "{{x}}"]


def read(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_the_sign_of_life(client: FlaskClient) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok", "text/plain")


def test_the_index_lists_every_indicator_with_its_files(client: FlaskClient) -> None:
    answer = client.get("/api")
    listed = answer.get_json()["indicators"]

    assert answer.mimetype == "application/json"
    assert sorted(one["slug"] for one in listed) == sorted(SLUGS)
    assert all(client.head(one[kind]).status_code == 200 for one in listed[::10] for kind in ("csv", "json"))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_indicator_as_csv_and_json_holds_the_same_figures(client: FlaskClient, slug: str) -> None:
    belgian = client.get(f"/api/indicator/{slug}.csv")
    standard = client.get(f"/api/indicator/{slug}.csv?vorm=standaard")
    found = client.get(f"/api/indicator/{slug}.json").get_json()

    rows = read(belgian.text.removeprefix("\ufeff"), ";")
    assert [one["obs_value"].replace(",", ".") for one in rows] == [
        one["obs_value"] for one in read(standard.text, ",")
    ]
    assert [one["printed"] for one in found["observations"]] == [one["printed"].removeprefix("'") for one in rows]
    assert tuple(found["columns"]) == COLUMNS == tuple(rows[0])
    assert found["indicator"]["slug"] == slug


def test_a_csv_for_excel_says_that_it_is_utf_8(client: FlaskClient) -> None:
    answer = client.get("/api/indicator/werkzaamheidsgraad.csv")

    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=werkzaamheidsgraad.csv"


def test_a_csv_for_programs_has_no_mark_at_its_start(client: FlaskClient) -> None:
    answer = client.get("/api/indicator/werkzaamheidsgraad.csv?vorm=standaard")

    assert answer.data.startswith(b"indicator,ref_area,")
    assert answer.content_type == "text/csv; charset=utf-8"


def test_numbers_have_the_mark_of_their_form(client: FlaskClient) -> None:
    path = "/api/indicator/kinderen-naar-herkomst-van-de-moeder.csv"
    values = [
        {one["obs_value"] for one in read(client.get(path + vorm).text.removeprefix("\ufeff"), mark)}
        for vorm, mark in (("", ";"), ("?vorm=standaard", ","))
    ]

    assert "23,3" in values[0]
    assert "23.3" in values[1]


def test_only_what_a_view_shows_can_be_asked(client: FlaskClient) -> None:
    path = "/api/indicator/kinderen-naar-herkomst-van-de-moeder.csv?vorm=standaard"
    everything, view = (read(client.get(path + query).text, ",") for query in ("", "&omvang=weergave&jaar=2009"))

    assert {one["time_period"] for one in view} == {"2009"}
    assert len(view) < len(everything)


@pytest.mark.parametrize(
    "query", ["?vorm=x", "?omvang=x&jaar=%00", "?omvang=weergave&jaar=2099&jaar=1", "?" + "a" * 5000]
)
def test_a_strange_query_is_ignored(client: FlaskClient, query: str) -> None:
    assert client.get(f"/api/indicator/werkzaamheidsgraad.csv{query}").status_code == 200
    assert client.get(f"/api/indicator/werkzaamheidsgraad.json{query}").status_code == 200


@pytest.mark.parametrize("kind", ["csv", "json"])
@pytest.mark.parametrize("slug", UNKNOWN)
def test_an_unknown_indicator_is_told_in_dutch(client: FlaskClient, slug: str, kind: str) -> None:
    answer = client.get(f"/api/indicator/{slug}.{kind}")

    assert answer.status_code == 404
    assert "bestaat niet" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_of_an_export_is_a_formula(client: FlaskClient, slug: str) -> None:
    rows = read(client.get(f"/api/indicator/{slug}.csv").text.removeprefix("\ufeff"), ";")

    assert_no_formulas(rows)


def assert_no_formulas(rows: list[dict[str, str]]) -> None:
    texts = [value for row in rows for name, value in row.items() if name not in NUMBERS]
    numbers = [value for row in rows for name, value in row.items() if name in NUMBERS]
    assert [text for text in texts if text.startswith(FORMULA_STARTS)] == []
    assert all(float(value.replace(",", ".")) is not None for value in numbers if value)


@pytest.mark.parametrize(("query", "mark"), [("", ";"), ("?vorm=standaard", ",")])
def test_hostile_text_leaves_as_text(hostile: str, query: str, mark: str) -> None:
    with urlopen(f"{hostile}/api/indicator/{SLUG}.csv{query}") as answer:
        rows = read(answer.read().decode("utf-8-sig"), mark)

    assert_no_formulas(rows)
    assert any(row["source_ref"] == '\'=HYPERLINK("http://example.org")' for row in rows)
    assert any(row["source_ref"] == "<script>window.hit = 1</script>" for row in rows)


def test_hostile_text_is_kept_as_it_is_in_json(hostile: str) -> None:
    with urlopen(f"{hostile}/api/indicator/{SLUG}.json") as answer:
        assert answer.headers.get_content_type() == "application/json"
        found = json.load(answer)

    assert '=HYPERLINK("http://example.org")' in [one["source_ref"] for one in found["observations"]]
