"""The page with all figures, their files and the publications."""

from typing import Any

import pytest
import shipped
from contents import of_class, of_type, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient
from shipped import answers

from data.shipped import SHIPPED

PATH = "/gegevens"


@pytest.fixture
def content(site: Dash, client: FlaskClient) -> Any:
    return page_at(site, client, PATH)


def row_of(content: Any, title: str) -> list[Any]:
    """The cells of one indicator."""
    (row,) = [one for one in of_type(content, "Tr") if text_of(of_type(one, "Th")) == title]
    return of_type(row, "Td")


def links(content: Any) -> list[str]:
    return [one["props"]["href"] for kind in ("A", "Link") for one in of_type(content, kind)]


def test_the_page_exists_and_has_its_title(client: FlaskClient) -> None:
    answer = client.get(PATH)

    assert answer.status_code == 200
    assert "<title>Gegevens | Integratie in cijfers</title>" in answer.text


def test_the_head_counts_the_figures(content: Any) -> None:
    (heading,) = of_type(content, "H1")

    assert text_of(heading) == "Alle gegevens"
    assert "19.321 cijfers van 88 indicatoren, met hun bron, periode en ouderdom" in text_of(content)


def test_every_indicator_has_a_row_with_its_page_and_three_files(content: Any) -> None:
    slugs = shipped.slugs()
    files = [f"/api/indicator/{slug}.{kind}" for slug in slugs for kind in ("csv", "xlsx", "json")]

    assert sorted(links(of_class(content, "holdings"))) == sorted([*files, *(f"/indicator/{slug}" for slug in slugs)])


def test_a_row_tells_count_period_age_and_sources(content: Any) -> None:
    domain, count, period, source, _ = map(text_of, row_of(content, "Werkzaamheidsgraad 15-64 jaar, Census 2011"))

    assert (domain, count, source) == ("Werk", "393", "Statbel, Census 2011")
    assert period.startswith("2011 ")
    assert period.endswith("jaar oud")


def test_a_large_count_has_its_point(content: Any) -> None:
    assert text_of(row_of(content, "Werkzaamheidsgraad 15-64 jaar in België en de buurlanden")[1]) == "1.326"


def test_an_indicator_whose_values_stand_only_in_a_picture_has_none_yet(content: Any) -> None:
    cells = row_of(content, "Maatschappelijke positie")

    assert [text_of(cells[place]).strip() for place in (1, 2)] == ["nog geen", ""]


def test_every_cell_has_the_name_of_its_column_for_a_phone(content: Any) -> None:
    heads = [text_of(one) for one in of_type(of_type(content, "Thead"), "Th")]

    for row in of_type(of_type(content, "Tbody"), "Tr"):
        assert [one["props"]["data-label"] for one in of_type(row, "Td")] == heads[1:]


def test_everything_can_be_had_in_one_file(content: Any, client: FlaskClient) -> None:
    (button,) = of_class(content, "button")

    assert button["props"]["href"] == "/api/alles.zip"
    assert client.head("/api/alles.zip").status_code == 200


def test_the_publications_are_told_the_newest_first(content: Any) -> None:
    told = [text_of(one) for one in of_type(content, "Li") if text_of(one).startswith("Versie ")]

    assert [one.split(",")[0] for one in told] == [f"Versie {number}" for number in range(len(SHIPPED), 0, -1)]
    assert [one.note in text for one, text in zip(reversed(SHIPPED), told, strict=True)] == [True] * len(SHIPPED)


def test_what_comes_next_is_told_or_that_nothing_was_announced(content: Any) -> None:
    announced = [one for one in answers().catalogue.indicators.values() if one.next_delivery]
    nothing = "Voor geen enkele indicator is een volgende levering aangekondigd." in text_of(content)

    assert nothing == (announced == [])
    assert all(f"{one.title}: {one.next_delivery}" in text_of(content) for one in announced)


def test_an_older_version_lists_its_own_figures_and_files(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, PATH, "?versie=1")

    assert "Je ziet versie 1 van 6" in text_of(of_class(content, "pinned"))
    assert "612 cijfers van 62 indicatoren" in text_of(content)
    assert text_of(row_of(content, "Huurders van een sociale woning")[1]) == "nog geen"
    assert "/api/alles.zip?versie=1" in links(content)
    assert "/api/indicator/sociale-huurders.xlsx?versie=1" in links(content)
    assert "/indicator/sociale-huurders?versie=1" in links(content)


@pytest.mark.parametrize("search", ["?versie=99", "?versie=6", "?versie=", "?answers=1&query=2", "?versie=%00"])
def test_another_query_shows_the_newest_figures(site: Dash, client: FlaskClient, search: str) -> None:
    content = page_at(site, client, PATH, search)

    assert of_class(content, "pinned") == []
    assert "19.321 cijfers" in text_of(content)
