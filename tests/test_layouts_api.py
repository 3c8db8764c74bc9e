"""What programs and spreadsheets get: the list of indicators, each as CSV, JSON and workbook, all in one zip."""

import csv
import io
import json
import zipfile
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient
from hostile import SLUG
from openpyxl import load_workbook
from shipped import answers, slugs

from data.export import COLUMNS, FORMULA_STARTS
from data.shipped import SHIPPED

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
    assert sorted(one["slug"] for one in listed) == sorted(one.slug for one in answers().catalogue.indicators.values())
    assert all(client.head(one[kind]).status_code == 200 for one in listed[::10] for kind in ("csv", "xlsx", "json"))


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


@pytest.mark.parametrize(
    ("path", "origin"),
    [("/api?vorm=json", "*"), ("/api/indicator/nieuwkomers.csv", "*"), ("/", None), ("/beheer", None)],
)
def test_scripts_of_other_websites_may_read_the_figures_and_nothing_else(
    client: FlaskClient, path: str, origin: str | None
) -> None:
    answer = client.get(path)

    assert answer.headers.get("Access-Control-Allow-Origin") == origin
    assert "Access-Control-Allow-Credentials" not in answer.headers


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


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
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


NATIONALS = "/api/indicator/vreemde-nationaliteit-per-gewest"


def sheet(content: bytes, name: str = "Cijfers") -> list[dict[str, object]]:
    head, *rows = load_workbook(io.BytesIO(content))[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_workbook_is_given_as_a_file_that_excel_opens(client: FlaskClient) -> None:
    answer = client.get("/api/indicator/werkzaamheidsgraad.xlsx")

    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["Content-Disposition"] == "attachment; filename=werkzaamheidsgraad.xlsx"
    assert load_workbook(io.BytesIO(answer.data)).sheetnames == ["Cijfers", "Metadata", "Definities", "Versie"]


@pytest.mark.parametrize("slug", SLUGS[::10])
def test_a_workbook_has_the_figures_of_the_json(client: FlaskClient, slug: str) -> None:
    found = client.get(f"/api/indicator/{slug}.json").get_json()["observations"]

    assert [row["Waarde"] for row in sheet(client.get(f"/api/indicator/{slug}.xlsx").data)] == [
        one["obs_value"] for one in found
    ]


def test_a_workbook_of_a_view_has_only_what_it_shows(client: FlaskClient) -> None:
    path = "/api/indicator/kinderen-naar-herkomst-van-de-moeder.xlsx?omvang=weergave&jaar=2009"

    assert {row["Periode"] for row in sheet(client.get(path).data)} == {"2009"}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_indicator_as_sdmx_has_the_names_of_the_standard_and_the_same_figures(
    client: FlaskClient, slug: str
) -> None:
    answer = client.get(f"/api/indicator/{slug}.csv?vorm=sdmx")
    rows, standard = (
        read(text, ",") for text in (answer.text, client.get(f"/api/indicator/{slug}.csv?vorm=standaard").text)
    )

    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.text.startswith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,")
    assert [row["OBS_VALUE"] for row in rows] == [row["obs_value"] for row in standard]


def test_everything_is_given_as_one_zip(client: FlaskClient) -> None:
    answer = client.get("/api/alles.zip")

    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert (
        answer.headers["Content-Disposition"] == f"attachment; filename=integratie-in-cijfers-versie-{len(SHIPPED)}.zip"
    )
    assert "cijfers.csv" in zipfile.ZipFile(io.BytesIO(answer.data)).namelist()


@pytest.mark.parametrize(
    ("query", "newest"), [("?versie=1", "2010-01-01"), ("", "2023-01-01"), ("?versie=6", "2023-01-01")]
)
def test_every_file_is_as_of_the_version_that_is_asked(client: FlaskClient, query: str, newest: str) -> None:
    described = client.get(f"{NATIONALS}.json{query}").get_json()
    standard, sdmx = (
        read(client.get(f"{NATIONALS}.csv?vorm={form}{query.replace('?', '&')}").text, ",")
        for form in ("standaard", "sdmx")
    )
    cells = sheet(client.get(f"{NATIONALS}.xlsx{query}").data)

    assert described["revision"] == (1 if query == "?versie=1" else len(SHIPPED))
    assert max(one["time_period"] for one in described["observations"]) == newest
    assert max(one["time_period"] for one in standard) == newest
    assert max(one["TIME_PERIOD"] for one in sdmx if one["TIME_PERIOD"] != "_U") == newest
    assert max(str(one["Periode"] or "") for one in cells) == newest


def test_the_zip_is_as_of_the_version_that_is_asked(client: FlaskClient) -> None:
    answer = client.get("/api/alles.zip?versie=1")
    held = zipfile.ZipFile(io.BytesIO(answer.data))

    assert answer.headers["Content-Disposition"] == "attachment; filename=integratie-in-cijfers-versie-1.zip"
    assert len(read(held.read("cijfers.csv").decode("utf-8"), ",")) == 643


@pytest.mark.parametrize("path", [f"{NATIONALS}.csv", f"{NATIONALS}.json", f"{NATIONALS}.xlsx", "/api/alles.zip"])
@pytest.mark.parametrize("version", ["0", "7", "99999999999", "x", "-1", "01", "%00", "1.0"])
def test_a_file_of_an_unknown_version_is_refused_in_dutch(client: FlaskClient, path: str, version: str) -> None:
    answer = client.get(f"{path}?versie={version}")

    assert answer.status_code == 404
    assert answer.text == "Deze versie bestaat niet. De versies staan op /gegevens."


def test_a_file_of_the_first_version_of_a_later_indicator_is_empty_but_described(client: FlaskClient) -> None:
    path = "/api/indicator/sociale-huurders"
    described = client.get(f"{path}.json?versie=1").get_json()

    assert (described["indicator"]["id"], described["observations"]) == ("social_tenants", [])
    assert read(client.get(f"{path}.csv?vorm=standaard&versie=1").text, ",") == []
    assert sheet(client.get(f"{path}.xlsx?versie=1").data) == []


def test_hostile_text_leaves_a_workbook_and_sdmx_as_text(hostile: str) -> None:
    with urlopen(f"{hostile}/api/indicator/{SLUG}.xlsx") as answer:
        places = [str(row["Plaats in de bron"]) for row in sheet(answer.read())]
    with urlopen(f"{hostile}/api/indicator/{SLUG}.csv?vorm=sdmx") as answer:
        rows = read(answer.read().decode("utf-8"), ",")

    assert [one for one in places if one.startswith(FORMULA_STARTS)] == []
    assert '\'=HYPERLINK("http://example.org")' in places
    assert_no_formulas([{name.lower(): text for name, text in row.items()} for row in rows])
