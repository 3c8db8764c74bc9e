"""The pages of municipalities without a browser: their addresses, and what they say of places that are no more."""

from typing import Any

import pytest
from bodies import body_of, call, output_with
from components import content_of, headings, props, text_of
from dash import Dash
from flask.testing import FlaskClient

GENT = "/gemeente/44021-gent"


@pytest.mark.parametrize("path", ["/gemeente/44021", "/gemeente/44021-gand", "/gemeente/44021-gent-x"])
def test_a_code_leads_to_the_address_with_the_name(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?groepering=buren")

    assert (answer.status_code, answer.headers["Location"]) == (301, f"{GENT}?groepering=buren")


@pytest.mark.parametrize(
    "path", ["/gemeente/99999", "/gemeente/gent", "/gemeente/21004-brussel", "/gemeente/", "/gemeente"]
)
def test_an_unknown_municipality_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_page_names_the_municipality_and_its_group(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, GENT, "?groepering=buren")

    assert headings(content) == ["Gent"]
    assert "buurgemeenten" in text_of(content)
    assert "<title>Gent | Integratie in cijfers</title>" in client.get(GENT).text


def test_a_former_municipality_leads_to_the_one_it_belongs_to(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/gemeente/11056-zwijndrecht")

    assert (
        "Deze gemeente bestaat niet meer. Sinds 1 januari 2025 hoort ze bij Beveren-Kruibeke-Zwijndrecht. "
        "Bekijk Beveren-Kruibeke-Zwijndrecht."
    ) in text_of(content)
    assert "/gemeente/46030-beveren-kruibeke-zwijndrecht" in props(content, "href")


def test_a_choice_that_we_do_not_know_is_told(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, GENT, "?groepering=<script>&jaar=1066")

    assert "Deze link bevat een keuze die we niet kennen: “groepering=<script>”, “jaar=1066”." in text_of(content)


def test_the_list_finds_former_names_and_shows_all_by_province(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/gemeenten", "?q=borsbeek")

    assert "1 gemeente gevonden voor “borsbeek”." in text_of(content)
    assert "Borsbeek hoort sinds 1 januari 2025 bij Antwerpen" in text_of(content)
    assert sum(href.startswith("/gemeente/") for href in props(content, "href")) == 286


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "=1+1", "%00", "x" * 3000, "{{7*7}}"])
def test_any_query_finds_nothing_and_says_so(client: FlaskClient, site: Dash, query: str) -> None:
    assert "Niets gevonden" in text_of(content_of(client, site, "/gemeenten", f"?q={query}"))


def changed(client: FlaskClient, site: Dash, values: dict[str, Any], by: str) -> Any:
    """What the callback of the page answers to a control."""
    usual = {
        "municipality-address.search": "",
        "municipality-address.pathname": GENT,
        "municipality-code.data": "44021",
        "municipality-groepering.value": "gelijkaardig",
        "municipality-k.value": "12",
        "municipality-eigen.value": [],
        "municipality-jaar.value": "",
        "municipality-indeling.value": "2025",
    }
    return call(client, body_of(site, output_with(site, "municipality-content"), usual | values, (by,)))


def test_a_control_changes_the_address_and_the_content(client: FlaskClient, site: Dash) -> None:
    values = {"municipality-groepering.value": "rand"}
    answer = changed(client, site, values, "municipality-groepering.value").get_json()["response"]

    assert answer["municipality-address"]["search"] == "?groepering=rand"
    assert answer["municipality-k-block"]["className"] == "control is-hidden"
    assert answer["municipality-status"]["children"] == "Gent is nu vergeleken met 19 gemeenten van de Vlaamse Rand."


def test_an_own_selection_starts_empty_and_asks_for_members(client: FlaskClient, site: Dash) -> None:
    values = {"municipality-groepering.value": "eigen"}
    answer = changed(client, site, values, "municipality-groepering.value").get_json()["response"]

    assert answer["municipality-address"]["search"] == "?groepering=eigen"
    assert answer["municipality-eigen-block"]["className"] == "control"


@pytest.mark.parametrize("value", [None, 5, ["x"], "x" * 5000])
def test_no_value_of_a_control_breaks_the_page(client: FlaskClient, site: Dash, value: object) -> None:
    for name in ("groepering", "k", "eigen", "jaar", "indeling"):
        key = f"municipality-{name}.value"
        assert changed(client, site, {key: value}, key).status_code == 200


def test_a_comparison_has_its_address_its_sentence_and_its_file(client: FlaskClient, site: Dash) -> None:
    seven = "~".join(["44021", "11002", "24062", "31005", "41002", "12025", "46021"])
    content = content_of(client, site, "/vergelijken", f"?gemeenten={seven}")
    file = client.get(f"/vergelijken.csv?gemeenten={seven}")

    assert headings(content) == ["Vergelijk gemeenten"]
    assert "Je kunt hoogstens 6 gemeenten vergelijken. Verwijder er eerst één." in text_of(content)
    assert (file.status_code, file.mimetype) == (200, "text/csv")
    assert client.get("/vergelijken.csv?versie=99").status_code == 404


def test_a_comparison_without_municipalities_shows_an_example(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/vergelijken")

    assert "Kies minstens één gemeente. Bijvoorbeeld: Antwerpen en Gent." in text_of(content)
    assert "/vergelijken?gemeenten=11002~44021" in props(content, "href")


def test_a_municipality_of_which_only_its_successor_has_a_figure_has_a_page(client: FlaskClient, site: Dash) -> None:
    """Antwerpen has a figure of early leavers since it took Borsbeek in, Borsbeek has none."""
    content = content_of(client, site, "/gemeente/11007-borsbeek")

    assert headings(content)[0] == "Borsbeek"
