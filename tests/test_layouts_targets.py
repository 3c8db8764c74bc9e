from typing import Any

import pytest
from annexed import answers
from contents import of_class, of_type, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient
from recomputed import Lines, status, value_of

SLUGS = [row.slug for row in answers().newest.target_list.rows]
EMPLOYMENT = "/doelen/werkzaamheid-van-kansengroepen"
LEAVERS = "/doelen/schoolverlaters-zonder-startkwalificatie"


def headings(content: Any) -> list[str]:
    return [text_of(one) for one in of_type(content, "H1")]


def arithmetic(content: Any) -> list[str]:
    """The lines of the first list of sums on a page."""
    return [text_of(one) for one in of_type(of_class(content, "arithmetic")[0], "Li")]


def figures(content: Any) -> list[Any]:
    return [one["props"]["figure"] for one in of_type(content, "Graph")]


@pytest.mark.parametrize("path", ["/doelen", EMPLOYMENT, LEAVERS])
def test_the_pages_exist(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/doelen/bestaat-niet", "/doelen/x/y"])
def test_an_unknown_target_answers_404(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_title_of_the_document_names_the_target(client: FlaskClient) -> None:
    assert "<title>Werk: werkzaamheid van kansengroepen | Integratie in cijfers</title>" in client.get(EMPLOYMENT).text


def test_all_targets_are_listed_with_seven_counts(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/doelen")

    assert headings(content) == ["Van 24 doelen kunnen we er 1 beoordelen: niet bereikt"]
    counts = [int(text_of(one)) for one in of_class(content, "status-count")]
    assert (len(counts), sum(counts)) == (7, 24)
    assert len(of_type(of_type(content, "Tbody")[0], "Tr")) == 24


def test_every_row_leads_to_its_page(site: Dash, client: FlaskClient) -> None:
    rows = of_type(of_type(page_at(site, client, "/doelen"), "Tbody")[0], "Tr")

    links = [of_type(row, "Link")[0]["props"]["href"] for row in rows]
    assert sorted(links) == sorted(f"/doelen/{slug}" for slug in SLUGS)


def test_a_number_line_has_a_text(site: Dash, client: FlaskClient) -> None:
    images = of_class(page_at(site, client, "/doelen"), "number-line")

    assert images
    assert all(one["props"]["alt"].endswith("%.") for one in images)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_of_a_target_quotes_the_plan_and_explains_the_verdict(
    site: Dash, client: FlaskClient, slug: str
) -> None:
    content = page_at(site, client, f"/doelen/{slug}")
    page = answers().newest.target(slug)

    assert page
    assert [" ".join(one.split()) for one in headings(content)] == [page.title]
    quote = of_type(content, "Blockquote")[0]
    assert "".join(one for one in text_of(quote).split(" ")) == f"“{''.join(page.quote)}”".replace(" ", "")
    assert text_of(of_type(quote, "Strong")[0]) == page.quote[1]
    assert arithmetic(content)[-1].startswith("Oordeel: ")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sum_on_the_page_is_right(site: Dash, client: FlaskClient, slug: str) -> None:
    shown = Lines(arithmetic(page_at(site, client, f"/doelen/{slug}")))

    for sum_, result in shown.sums():
        assert value_of(sum_) == pytest.approx(result, rel=2e-3, abs=2e-4), sum_


def test_early_school_leavers_are_judged_and_the_page_shows_how(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, LEAVERS)

    assert text_of(of_class(content, "status")[0]).endswith("Niet bereikt")
    lines = arithmetic(content)
    assert "Vereist per jaar: (4,25 − 8,6) ÷ (2020 − 2008) = −0,3625 procentpunten." in lines
    assert status(lines) == Lines(lines).told == "Niet bereikt"


def test_another_way_to_measure_is_shown_with_its_own_verdict(site: Dash, client: FlaskClient) -> None:
    statuses = [text_of(one) for one in of_class(page_at(site, client, EMPLOYMENT), "status")]

    assert [one.strip() for one in statuses] == ["Nog geen trend", "Breuk in de reeks"]


def test_the_annex_alone_is_still_to_be_seen(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/doelen", "?versie=1")

    assert headings(content) == ["Van 24 doelen kunnen we er nog geen enkel beoordelen"]


def test_the_road_and_the_example_are_on_the_page_of_a_target_with_numbers(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, EMPLOYMENT)

    assert [one["name"] for one in figures(content)[0]["data"]] == ["Vereist pad", "Metingen"]
    slider = of_type(content, "Input")[0]["props"]
    assert (slider["type"], slider["min"], slider["value"], slider["step"]) == ("range", 0, 1, 0.1)
    assert "Rekenvoorbeeld" in text_of(of_class(content, "what-if")[0])


def test_a_target_without_numbers_has_no_road_and_no_example(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/doelen/discriminatie-uitgebannen")

    assert (figures(content), of_class(content, "what-if")) == ([], [])


def test_the_actions_of_the_plan_stand_beside_their_target(site: Dash, client: FlaskClient) -> None:
    assert "Acties in het plan" in text_of(page_at(site, client, EMPLOYMENT))


def test_a_target_stands_beside_the_figures_of_its_indicator(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/indicator/werkzaamheidsgraad")

    beside = of_class(content, "beside-target")
    assert [of_type(one, "Link")[0]["props"]["href"] for one in beside] == [
        EMPLOYMENT,
        "/doelen/groeiscenario-loopbaanakkoord",
    ]
    assert "Hoe snel moet het gaan om het doel te halen?" in text_of(beside[0])
    assert "Na 2010 zijn nog geen metingen" in text_of(beside[0])


def test_in_the_view_of_tables_the_road_is_a_table_only(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/indicator/werkzaamheidsgraad", "?weergave=tabel")

    (beside, _) = of_class(content, "beside-target")
    assert figures(beside) == []
    assert "Nodig" in text_of(beside)


def test_the_home_page_shows_how_three_targets_stand(site: Dash, client: FlaskClient) -> None:
    (listed,) = of_class(page_at(site, client, "/"), "home-targets")

    assert len(of_type(listed, "Li")) == 3
    assert all(of_class(one, "status") for one in of_type(listed, "Li"))


def test_programs_get_the_targets_of_an_indicator(client: FlaskClient) -> None:
    targets = client.get("/api/indicator/werkzaamheidsgraad.json").get_json()["targets"]

    assert [one["id"] for one in targets] == ["pact_employment_growth", "plan_employment_growth"]
    path = targets[0]["required_path"]
    assert (path[0]["needed"], path[-1]["needed"]) == (44, 54)
    assert client.get("/api/indicator/nieuwkomers.json").get_json()["targets"] == []
