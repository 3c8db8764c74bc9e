"""The page of the search and the pages below /over, without a browser: what they say and where they lead."""

import json
from urllib.parse import quote

import pytest
from components import content_of, headings, parts, props, text_of
from dash import Dash
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly

from indicators.targets.statuses import RULES
from layouts import addresses

OVER = {
    "/over/methode": "Methode",
    "/over/begrippen": "Begrippen",
    "/over/toegankelijkheid": "Toegankelijkheidsverklaring",
    "/over/privacy": "Privacy",
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}",
    "' OR 1=1 --",
]


def searched(client: FlaskClient, site: Dash, query: str) -> object:
    return content_of(client, site, "/zoeken", f"?q={quote(query)}")


def test_the_results_stand_in_groups_below_the_query(client: FlaskClient, site: Dash) -> None:
    content = searched(client, site, "discriminatie")

    assert headings(content) == ["Zoekresultaten voor “discriminatie”"]
    assert [text.partition(" (")[0] for text in headings(content, "H2")] == [
        "Indicatoren",
        "Domeinen",
        "Doelen",
        "Acties in het plan",
        "Begrippen",
    ]
    assert props(content, "role") == ["search", "status"]


@pytest.mark.parametrize("query", ["allochtoon", "werk", "inburgering", "regierol", "vlaanderen"])
def test_every_result_leads_to_a_page(client: FlaskClient, site: Dash, query: str) -> None:
    hrefs = props(searched(client, site, query), "href")

    assert len(hrefs) > 2  # one leads home
    assert {client.get(href).status_code for href in hrefs} == {200}


def test_the_count_is_that_of_the_results(client: FlaskClient, site: Dash) -> None:
    content = searched(client, site, "werkloosheidsgraad")
    status = next(one for one in parts(content) if one["props"].get("role") == "status")
    listed = [one for one in parts(content) if one["props"].get("className") == "plain search-hits"]

    assert text_of(status) == f"{sum(len(one['props']['children']) for one in listed)} resultaten."


def test_an_old_word_is_told_with_a_link_to_the_term(client: FlaskClient, site: Dash) -> None:
    content = searched(client, site, "allochtoon")

    assert "Wij gebruiken nu “personen van buitenlandse herkomst”." in text_of(content)
    assert "/over/begrippen#buitenlandse-herkomst" in props(content, "href")


def test_no_result_shows_the_way(client: FlaskClient, site: Dash) -> None:
    content = searched(client, site, "xyzzyq")

    assert "Niets gevonden voor “xyzzyq”. Probeer een ander woord of bekijk alle domeinen." in text_of(content)
    assert sum("/domein/" in href for href in props(content, "href")) == 8


@pytest.mark.parametrize("search", ["", "?q=", "?q=%20", "?x=1"])
def test_without_a_query_there_is_only_the_form(client: FlaskClient, site: Dash, search: str) -> None:
    content = content_of(client, site, "/zoeken", search)

    assert headings(content) == ["Zoeken"]
    assert "Typ een woord" in text_of(content)


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_text_only(client: FlaskClient, site: Dash, query: str) -> None:
    content = searched(client, site, query)

    assert headings(content) == [f"Zoekresultaten voor “{query}”"]
    assert all(href.startswith("/") for href in props(content, "href"))
    assert "<script>alert" not in client.get("/zoeken", query_string={"q": query}).text


def test_a_very_long_query_is_cut_and_that_is_told(client: FlaskClient, site: Dash) -> None:
    content = searched(client, site, "werk " * 2000)

    assert len(headings(content)[0]) < 250
    assert "We zochten met de eerste 200 tekens." in text_of(content)


@pytest.mark.parametrize("search", ["?q=a&q=werk", "?q=%ff%fe", "?q=%00", "?q=%F0%9F%98%80", "?q=a&versie=1", "?q[]=a"])
def test_a_strange_query_is_answered(client: FlaskClient, site: Dash, search: str) -> None:
    assert len(headings(content_of(client, site, "/zoeken", search))) == 1


@pytest.mark.parametrize(("path", "title"), OVER.items())
def test_a_page_below_over_exists_and_is_linked(client: FlaskClient, site: Dash, path: str, title: str) -> None:
    assert f"<title>{title} | Integratie in cijfers</title>" in client.get(path).text
    assert headings(content_of(client, site, path)) == [title]
    assert path in props(content_of(client, site, "/over"), "href")
    assert path in props(_frame(site), "href")


def _frame(site: Dash) -> object:
    """What stands around every page, as the browser gets it."""
    return json.loads(to_json_plotly(site.layout))


@pytest.mark.parametrize(
    "path", ["/over/x", "/over/methode/x", "/over//methode", "/zoeken/x", "/Zoeken", "/over/Methode"]
)
def test_other_addresses_do_not_exist(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_term_has_its_anchor(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/over/begrippen")
    ids = [one["props"]["id"] for one in parts(content) if one["props"].get("className") == "term"]

    assert "okan" in ids
    assert len(ids) == len(set(ids)) > 40
    assert "Woorden die we niet meer gebruiken: “allochtoon”" in text_of(content)


def test_the_method_tells_every_status_with_its_rule(client: FlaskClient, site: Dash) -> None:
    text = text_of(content_of(client, site, "/over/methode"))

    assert all(status.value in text and rule in text for status, rule in RULES.items())
    assert "1 procentpunt" in text
    assert "2%" in text


def test_the_method_tells_how_municipalities_are_compared_with_the_sources(client: FlaskClient, site: Dash) -> None:
    text = text_of(content_of(client, site, "/over/methode"))

    assert "De groep heeft 12 gemeenten. Je kunt er 5 tot 30 kiezen." in text
    assert "We verbergen aantallen van 1 tot 4 uit een register. Een 0 tonen we." in text
    assert all(name in text for name in ("Wilson", "Byar", "Newcombe", "CIPFA", "Fingertips", "k-means"))


@pytest.mark.parametrize("path", ["/over/toegankelijkheid", "/over/privacy"])
def test_the_address_for_mail_stands_where_it_is_set(
    site: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    without = text_of(content_of(client, site, path))
    monkeypatch.setitem(site.server.config, addresses.CONTACT, "cijfers@example.org")
    content = content_of(client, site, path)

    assert "nog geen adres" in without
    assert "mailto:cijfers@example.org" in props(content, "href")


def test_no_page_sets_a_cookie(client: FlaskClient) -> None:
    answers = [client.get(path) for path in ("/", "/zoeken?q=werk", "/over/privacy", "/_dash-layout")]

    assert [answer.headers.get("Set-Cookie") for answer in answers] == [None] * 4
