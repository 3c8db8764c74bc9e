"""Pages as of a revision: what they show, and how they say that it is not the newest."""

from typing import Any

import pytest
from contents import of_class, of_type, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient

NATIONALS = "/indicator/vreemde-nationaliteit-per-gewest"
TENANTS = "/indicator/sociale-huurders"
PINNED = "Je ziet versie 1 van 6: de cijfers zoals ze toen waren."


def title(content: Any) -> str:
    return text_of(of_type(content, "H1"))


@pytest.mark.parametrize("path", ["/", "/domein/werk", NATIONALS, "/doelen", "/gegevens", "/kwaliteit"])
def test_a_page_of_an_older_version_says_so_and_leads_to_the_newest(site: Dash, client: FlaskClient, path: str) -> None:
    (notice,) = of_class(page_at(site, client, path, "?versie=1"), "pinned")
    (link,) = of_type(notice, "Link")

    assert PINNED in text_of(notice)
    assert (link["props"]["children"], link["props"]["href"]) == ("Bekijk de nieuwste cijfers.", path)


@pytest.mark.parametrize("search", ["", "?versie=6", "?versie=99", "?versie="])
def test_a_page_with_the_newest_figures_has_no_notice(site: Dash, client: FlaskClient, search: str) -> None:
    assert of_class(page_at(site, client, NATIONALS, search), "pinned") == []


def test_figuur_1_has_the_annex_in_the_first_version_and_the_trend_now(site: Dash, client: FlaskClient) -> None:
    assert title(page_at(site, client, NATIONALS, "?versie=1")) == (
        "Van de inwoners van het Vlaams Gewest had 6,4% op 1 januari 2010 een vreemde nationaliteit"
    )
    assert title(page_at(site, client, NATIONALS)) == (
        "Het aandeel inwoners met een vreemde nationaliteit steeg van 4,6% op 1 januari 1992 "
        "naar 10,5% op 1 januari 2023 (afgeleid)"
    )


def test_an_unknown_version_is_told_on_the_page_of_an_indicator(site: Dash, client: FlaskClient) -> None:
    (notice,) = of_class(page_at(site, client, NATIONALS, "?versie=99"), "warning")

    assert "“versie=99”" in text_of(notice)


def test_the_files_beside_a_page_are_of_its_version(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, NATIONALS, "?versie=1&jaar=2010")
    files = [one["props"]["href"] for one in of_type(content, "A") if "/api/" in one["props"]["href"]]

    assert len(files) == 5
    assert all("versie=1" in one for one in files)
    assert all(client.head(one).status_code == 200 for one in files)


def test_the_version_alone_is_no_choice_to_repeat(site: Dash, client: FlaskClient) -> None:
    assert of_class(page_at(site, client, NATIONALS, "?versie=1"), "chosen") == []
    assert len(of_class(page_at(site, client, NATIONALS, "?versie=1&jaar=2010"), "chosen")) == 1


def test_an_indicator_without_figures_says_so_without_chart_or_table(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, TENANTS, "?versie=1")

    assert title(content) == "Welke nationaliteit hebben huurders van een sociale woning?"
    assert text_of(of_class(content, "info")).strip() == "Er zijn nog geen cijfers in deze versie."
    assert [of_type(content, kind) for kind in ("Graph", "Table")] == [[], []]


def test_the_checks_tell_of_which_source_each_is(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/kwaliteit")
    places = [text_of(one) for one in of_type(content, "Th") if one["props"].get("scope") == "row"]

    assert "Latere cijfers: 3 controles. 1 keer klopt er iets niet." in text_of(content)
    assert len([one for one in places if one.startswith("VMSW, via de pers (HLN)")]) == 3
    assert len([one for one in places if one.startswith(("Omgevingsanalyse, §", "Omgevingsanalyse, Figuur"))]) == 235
    assert len(places) == 238


def test_the_checks_of_the_first_version_are_of_the_annex_alone(site: Dash, client: FlaskClient) -> None:
    text = text_of(page_at(site, client, "/kwaliteit", "?versie=1"))

    assert "We rekenden de omgevingsanalyse na: 235 controles. 29 keer klopt er iets niet." in text
    assert "Latere cijfers" not in text
