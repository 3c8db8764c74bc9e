"""The page for a frame on another website, and the code and files that the page of an indicator offers."""

import re
from typing import Any

import pytest
from components import content_of, headings, parts, props, text_of
from dash import Dash
from flask.testing import FlaskClient
from shipped import slugs

WORK = "/indicator/werkzaamheidsgraad"


def kinds(content: Any) -> set[str]:
    return {one["type"] for one in parts(content)}


def code_of(content: Any) -> str:
    return str(next(one for one in props(content, "data-code")))


def test_a_document_for_a_frame_says_so_to_the_styles_and_names_the_page_itself(client: FlaskClient) -> None:
    text = client.get(f"/insluiten{WORK}?weergave=kloof").text

    assert '<body class="embedded">' in text
    assert f'<link rel="canonical" href="http://localhost{WORK}">' in text


@pytest.mark.parametrize("slug", slugs())
def test_every_indicator_can_be_embedded_with_its_title_and_source(client: FlaskClient, site: Dash, slug: str) -> None:
    content, page = (content_of(client, site, f"{start}/indicator/{slug}") for start in ("/insluiten", ""))

    assert client.get(f"/insluiten/indicator/{slug}").status_code == 200
    assert headings(content) == headings(page)
    assert "Bron: " in text_of(content)
    ids = props(content, "id")
    assert len(ids) == len(set(ids))
    assert [one["props"]["target"] for one in parts(content) if one["type"] == "A" and "target" in one["props"]]


def test_a_table_is_embedded_where_a_table_is_chosen(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, f"/insluiten{WORK}", "?weergave=tabel")

    assert "Table" in kinds(content)
    assert not {"Graph", "Details"} & kinds(content)


def test_an_unknown_indicator_in_a_frame_shows_the_way_in_a_window_of_its_own(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/insluiten/indicator/nee")

    assert headings(content) == ["Dit cijfer bestaat niet"]
    assert props(content, "target") == ["_blank"]


def test_the_code_for_another_site_follows_what_was_chosen(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, WORK, "?versie=1&weergave=tabel")

    assert code_of(content).startswith(
        f'<iframe src="/insluiten{WORK}?weergave=tabel&amp;versie=1" title="Personen met een niet-EU-nationaliteit '
    )


def test_a_title_with_marks_stays_within_its_attribute(client: FlaskClient, site: Dash) -> None:
    codes = [code_of(content_of(client, site, f"/indicator/{slug}")) for slug in slugs()[::8]]

    assert all(re.fullmatch(r'<iframe( [a-z]+="[^"<>]*")+></iframe>', one) for one in codes)


def test_the_files_of_a_view_hold_what_it_shows(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/indicator/kinderen-naar-herkomst-van-de-moeder", "?jaar=2009&weergave=tabel")
    files = {text_of(one): one["props"]["href"] for one in parts(content) if one["type"] == "A"}

    href = files["Download de cijfers van deze weergave (CSV)"]
    rows = client.get(href).text.splitlines()[1:]
    assert {row.split(";")[2] for row in rows} == {"2009"}
    assert client.get(files["Download de cijfers van deze weergave (Excel)"]).status_code == 200
    assert "omvang" not in files["Download alle cijfers (CSV)"]
