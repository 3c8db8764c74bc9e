"""The pages of the plan without a browser: addresses, titles, views, and what stands on them."""

from typing import Any

import pytest
from bodies import body_of, call, output_with
from contents import nodes, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient
from shipped import answers

from layouts.pages import is_page

PATHS = ("/plan", "/plan/domein/werk", "/plan/doelstelling/1.5", "/plan/doelstelling/1", "/plan/actie/werk-1.5.4")


def links_of(content: Any) -> list[str]:
    found = (one["props"].get("href") for one in nodes(content) if isinstance(one, dict))
    return [href for href in found if href]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_the_plan_exists(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/plan/domein/zee",
        "/plan/doelstelling/1A",
        "/plan/actie/werk",
        "/plan/actie/prioriteit-1",
        "/plan/werk",
        "/plan/x/y",
    ],
)
def test_another_address_below_the_plan_answers_404(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "exists"),
    [
        ("domein/werk", True),
        ("doelstelling/1", True),
        ("doelstelling/1.2", True),
        ("actie/alle-taal", True),
        ("actie/werk-1.5.4", True),
        ("doelstelling/1A", False),
        ("actie/prioriteit-1", False),
        ("domein/", False),
        ("werk", False),
    ],
)
def test_an_address_below_the_plan_exists_or_not(path: str, exists: bool) -> None:
    assert is_page(answers(), f"/plan/{path}") is exists


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/plan", "Actieplan | Integratie in cijfers"),
        ("/plan/domein/werk", "Werk in het actieplan | Integratie in cijfers"),
        ("/plan/doelstelling/1.5", "Doelstelling 1.5 | Integratie in cijfers"),
        ("/plan/actie/werk-1.5.4", "Actie 1.5.4 van Werk | Integratie in cijfers"),
    ],
)
def test_the_document_has_the_title_of_its_page(client: FlaskClient, path: str, title: str) -> None:
    assert f"<title>{title}</title>" in client.get(path).get_data(as_text=True)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_one_h1_and_a_trail(site: Dash, client: FlaskClient, path: str) -> None:
    kinds = [one["type"] for one in nodes(page_at(site, client, path)) if isinstance(one, dict)]

    assert kinds.count("H1") == 1
    assert kinds.index("Nav") < kinds.index("H1")


def test_the_plan_is_listed_by_policy_domain_and_by_goal(site: Dash, client: FlaskClient) -> None:
    by_domain = links_of(page_at(site, client, "/plan"))
    by_goal = links_of(page_at(site, client, "/plan", "?weergave=doelstelling"))

    assert sum("/plan/domein/" in href for href in by_domain) == 13 + 2  # and two remarks
    assert sum("/plan/doelstelling/" in href for href in by_domain) == 0
    assert sum("/plan/doelstelling/" in href for href in by_goal) == 3 + 15


def test_an_unknown_view_is_told_and_the_default_shown(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/plan", "?weergave=kaart")

    assert "een keuze die we niet kennen: “kaart”" in text_of(content)
    assert "/plan/domein/werk" in links_of(content)


@pytest.mark.parametrize(
    ("changed", "search", "picked", "expected"),
    [
        ("plan-view.value", "", "doelstelling", "?weergave=doelstelling"),
        ("plan-view.value", "?weergave=doelstelling", "domein", ""),
        ("plan-address.search", "?weergave=doelstelling", "domein", "?weergave=doelstelling"),
        ("plan-view.value", "", "kaart", ""),
    ],
)
def test_the_control_and_the_address_follow_each_other(
    site: Dash, client: FlaskClient, changed: str, search: str, picked: str, expected: str
) -> None:
    values = {"plan-address.search": search, "plan-view.value": picked}

    answer = call(client, body_of(site, output_with(site, "plan-list"), values, (changed,))).get_json()["response"]

    assert answer["plan-address"]["search"] == expected
    assert answer["plan-view"]["value"] == ("doelstelling" if expected else "domein")


def test_two_clicks_from_the_plan_reach_every_action(site: Dash, client: FlaskClient) -> None:
    first = [href for href in links_of(page_at(site, client, "/plan")) if href.startswith("/plan/domein/")]
    second = {href for path in dict.fromkeys(first) for href in links_of(page_at(site, client, path))}

    assert len([href for href in second if href.startswith("/plan/actie/")]) == 86


def test_a_goal_without_action_in_a_fiche_says_so(site: Dash, client: FlaskClient) -> None:
    assert text_of(page_at(site, client, "/plan/domein/brussel")).count("Geen actie.") == 14


def test_an_action_page_names_owners_lines_and_figures(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/plan/actie/werk-1.5.4")

    assert "actie 1.5.4, regels 2292 tot 2295" in text_of(content)
    assert "Het Pact 2020 zegt “1 procentpunt”" in text_of(content)
    assert {"/indicator/werkzaamheidsgraad", "/doelen/groeiscenario-loopbaanakkoord"} <= set(links_of(content))


def test_an_action_that_nothing_measures_says_so(site: Dash, client: FlaskClient) -> None:
    assert "Er is nog geen cijfer dat deze actie meet." in text_of(page_at(site, client, "/plan/actie/onderwijs-1.5.5"))


def test_an_indicator_names_its_actions_in_the_plan(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/indicator/gebruik-van-het-nederlands")

    assert "Acties in het plan" in text_of(content)
    assert {"/plan/actie/alle-taal", "/plan#prioriteit-1"} <= set(links_of(content))


def test_a_target_names_its_actions_in_the_plan(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/doelen/personeel-vlaamse-overheid")

    assert "Acties in het plan" in text_of(content)
    assert "/plan/actie/alle-arbeidsdeelname" in links_of(content)


def test_an_indicator_without_actions_has_no_box_of_actions(site: Dash, client: FlaskClient) -> None:
    assert "Acties in het plan" not in text_of(page_at(site, client, "/indicator/verwijderingen"))


def test_the_header_leads_to_the_plan(client: FlaskClient) -> None:
    assert "/plan" in links_of(client.get("/_dash-layout").get_json())


def test_all_links_of_the_plan_lead_to_pages(site: Dash, client: FlaskClient) -> None:
    paths = [f"/plan/domein/{slug}" for slug in ("werk", "onderwijs", "welzijn", "media")]
    paths += ["/plan/actie/werk-1.5.4", "/plan/actie/onderwijs-1.5.4", "/plan/actie/gelijke-kansen-1.6.1"]
    links = {href.partition("#")[0] for path in ["/plan", *paths] for href in links_of(page_at(site, client, path))}

    assert [href for href in links if client.get(href).status_code != 200] == []
