"""The description of the answers for programs: it is OpenAPI, names every route, and real answers are as it says."""

from typing import Any

import pandas as pd
import pytest
from components import content_of, parts, text_of
from dash import Dash
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from shipped import answers, slugs

from data.shipped import SHIPPED

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture
def document(client: FlaskClient) -> Any:
    return client.get("/api/openapi.json").get_json()


def known() -> list[str]:
    """The addresses of all indicators, also of those that have no figures yet."""
    return [one.slug for one in answers().catalogue.indicators.values()]


def faults(document: Any, schema: str, answer: Any) -> list[str]:
    described = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(described).iter_errors(answer)]


def test_the_description_is_openapi(document: Any) -> None:
    assert document["openapi"] == "3.1.0"
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_the_description_names_every_route_for_programs(site: Dash, document: Any) -> None:
    rules = [one for one in site.server.url_map.iter_rules() if one.endpoint.startswith("api.")]

    assert {one.rule.replace("<slug>", "{slug}") for one in rules} == set(document["paths"])
    assert {one.endpoint.removeprefix("api.") for one in rules} == {
        path["get"]["operationId"] for path in document["paths"].values()
    }


def test_the_values_of_a_choice_are_those_that_exist(document: Any) -> None:
    asked = {one["name"]: one["schema"] for one in document["paths"]["/api/indicator/{slug}.csv"]["get"]["parameters"]}

    assert asked["slug"]["enum"] == known()
    assert asked["versie"] == {"type": "integer", "minimum": 1, "maximum": len(SHIPPED)}
    assert asked["vorm"]["enum"] == ["standaard", "sdmx"]


@pytest.mark.parametrize("slug", slugs())
def test_the_json_of_an_indicator_is_as_described(client: FlaskClient, document: Any, slug: str) -> None:
    assert faults(document, "Figures", client.get(f"/api/indicator/{slug}.json").get_json()) == []


def test_the_other_json_is_as_described(client: FlaskClient, document: Any) -> None:
    assert faults(document, "Index", client.get("/api").get_json()) == []
    assert faults(document, "OpenAPI", document) == []


def test_an_answer_that_is_not_as_described_is_found(client: FlaskClient, document: Any) -> None:
    answer = client.get("/api/indicator/werkzaamheidsgraad.json").get_json()
    answer["observations"][0] |= {"obs_value": "44", "extra": 1}

    assert len(faults(document, "Figures", answer)) == 2


@pytest.mark.parametrize("path", ["/api/indicator/nee.json", "/api/indicator/werkzaamheidsgraad.csv?versie=99"])
def test_an_error_is_the_sentence_that_is_described(client: FlaskClient, document: Any, path: str) -> None:
    described = document["paths"]["/api/indicator/{slug}.json"]["get"]["responses"]["404"]
    answer = client.get(path)

    assert answer.text in described["description"]
    assert answer.mimetype in described["content"]


@pytest.mark.parametrize("accept", [{}, {"Accept": "*/*"}, {"Accept": "application/json"}])
def test_a_program_gets_the_list(client: FlaskClient, accept: dict[str, str]) -> None:
    answer = client.get("/api", headers=accept)

    assert (answer.status_code, answer.mimetype, "Accept" in answer.vary) == (200, "application/json", True)


def test_a_browser_gets_the_page_that_explains_and_the_list_when_it_asks(client: FlaskClient) -> None:
    answer = client.get("/api", headers=BROWSER)

    assert (answer.status_code, answer.headers["Location"], "Accept" in answer.vary) == (303, "/over/api", True)
    assert client.get("/api?vorm=json", headers=BROWSER).mimetype == "application/json"


def test_every_address_on_the_page_gives_an_answer(client: FlaskClient, site: Dash) -> None:
    codes = [text_of(one) for one in parts(content_of(client, site, "/over/api")) if one["type"] == "Code"]
    paths = [one.removeprefix("http://localhost") for one in codes if one.startswith(("/api", "http"))]

    assert len(paths) == 8
    assert {client.get(path).status_code for path in paths} == {200}


def test_the_example_for_pandas_reads_the_figures(live: str, client: FlaskClient, site: Dash) -> None:
    (block,) = (one for one in parts(content_of(client, site, "/over/api")) if one["type"] == "Pre")
    names: dict[str, Any] = {}

    exec(text_of(block).replace("http://localhost", live), names)

    assert sorted(names["index"]["slug"]) == sorted(known())
    figures = names["shown"]
    assert isinstance(figures, pd.DataFrame)
    row = figures[figures["breakdown"] == '{"nationality": "non_eu"}'].iloc[0]
    assert (row["time_period"], row["obs_value"], row["unit_measure"]) == ("2010", 44.0, "percent")
