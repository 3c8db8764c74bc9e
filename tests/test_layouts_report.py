"""The addresses of a report: what they answer, where they lead, and what they refuse."""

import io

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

REPORT = "/gemeente/44021-gent/rapport"


def test_the_page_links_to_the_files_with_the_same_choices(client: FlaskClient) -> None:
    text = client.get(f"{REPORT}?groepering=buren&hoofdstukken=samenvatting&hoofdstukken=uitleg").text

    for kind in ("pdf", "xlsx"):
        assert f'href="{REPORT}.{kind}?groepering=buren&amp;hoofdstukken=samenvatting~uitleg"' in text
    assert '<input type="hidden" name="groepering" value="buren">' in text
    assert 'href="/gemeente/44021-gent?groepering=buren"' in text
    assert "Demografie</h2>" not in text


def test_the_paper_prints_the_address_of_the_site_and_the_revision(client: FlaskClient) -> None:
    answer = client.get(f"{REPORT}.pdf?versie=1")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.data)).pages)

    assert answer.mimetype == "application/pdf"
    assert "http://localhost/gemeente/44021-gent/rapport?versie=1" in text
    assert "versie 1, gepubliceerd op" in text


@pytest.mark.parametrize("kind", ["", ".pdf", ".xlsx"])
@pytest.mark.parametrize("wrong", ["/gemeente/99999-nergens/rapport{}", f"{REPORT}{{}}?versie=99"])
def test_an_unknown_municipality_or_revision_has_no_report(client: FlaskClient, wrong: str, kind: str) -> None:
    answer = client.get(wrong.format(kind))

    assert (answer.status_code, "Deze pagina bestaat niet" in answer.text) == (404, True)


def test_what_is_not_understood_is_told_as_text(client: FlaskClient) -> None:
    text = client.get(f"{REPORT}?hoofdstukken=<script>&groepering=x%22onload=1").text

    assert "hoofdstukken=&lt;script&gt;" in text
    assert "<script" not in text


def test_a_former_municipality_says_where_it_belongs_now(client: FlaskClient) -> None:
    assert "Ze hoort nu bij Antwerpen." in client.get("/gemeente/11007-borsbeek/rapport").text
