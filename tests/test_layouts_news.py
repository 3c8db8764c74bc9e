"""The page with the news and its feed: the shipped publications, and one that changes figures of the annex."""

from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from xml.etree import ElementTree as ET

import pytest
from contents import of_type, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient

from data.catalogue import Catalogue
from data.engines import sqlite_url
from data.model import Observation
from data.shipped import SHIPPED
from data.store import Store
from indicators.answers import Answers
from indicators.news import ChangedFigure, IndicatorNews

PATH, ATOM = "/nieuw", "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def content(site: Dash, client: FlaskClient) -> Any:
    return page_at(site, client, PATH)


@pytest.fixture
def feed(client: FlaskClient) -> ET.Element:
    return ET.fromstring(client.get("/nieuw.atom").data)


def asylum(obs_value: float, time_period: str = "2010", **breakdown: str) -> Observation:
    place = {"ref_area": "BE", "time_period": time_period, "breakdown": breakdown}
    about = {"unit_measure": "persons", "obs_status": "A", "source": "vrind_2011", "source_ref": "§1"}
    return Observation("asylum_applicants", obs_value=obs_value, **place, **about)  # type: ignore[arg-type]


@pytest.fixture
def published(tmp_path: Path, catalogue: Catalogue) -> IndicatorNews:
    """What is told of a publication that mends one figure, withdraws one and brings one."""
    minors = asylum(860, applicant_group="unaccompanied_minor")
    with closing(Store(sqlite_url(tmp_path / "store.sqlite"))) as store:
        store.prepare()
        store.publish([asylum(26560), minors], "Iemand", "Eerste levering", "asiel", "0" * 64)
        store.publish([asylum(25560), asylum(32270, "2011")], "Iemand", "Verbeterd", "asiel", "1" * 64)
        (line,) = Answers(store, catalogue).news({})[0].indicators
    return line


def test_every_publication_has_a_heading_the_newest_first(content: Any) -> None:
    heads = [text_of(one).split(",")[0] for one in of_type(content, "H2")]

    assert heads == [f"Versie {number}" for number in range(len(SHIPPED), 0, -1)]


def test_an_indicator_tells_how_many_figures_are_new(content: Any) -> None:
    lines = [text_of(one) for one in of_type(content, "Li")]

    assert "Werkzaamheidsgraad 15-64 jaar, Census 2011 : 393 nieuwe cijfers" in lines


def test_an_older_version_tells_only_the_news_of_its_day(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, PATH, "?versie=2")

    assert [text_of(one).split(",")[0] for one in of_type(content, "H2")] == ["Versie 2", "Versie 1"]


def test_the_feed_has_an_entry_for_each_publication(feed: ET.Element) -> None:
    titles = [one.findtext(f"{ATOM}title", "") for one in feed.iter(f"{ATOM}entry")]

    assert [one.split(",")[0] for one in titles] == [f"Versie {number}" for number in range(len(SHIPPED), 0, -1)]


def test_an_entry_leads_to_its_place_on_the_page_and_has_what_atom_asks(feed: ET.Element) -> None:
    newest = next(feed.iter(f"{ATOM}entry"))
    texts = {name: newest.findtext(f"{ATOM}{name}", "") for name in ("id", "updated", "content")}
    (link,) = newest.iter(f"{ATOM}link")

    assert texts["id"] == link.get("href") == f"http://localhost/nieuw#versie-{len(SHIPPED)}"
    assert texts["updated"].endswith("Z")
    assert "Vreemde nationaliteit per gemeente: 2.338 nieuwe cijfers" in texts["content"].splitlines()


def test_the_feed_says_what_it_is(client: FlaskClient) -> None:
    assert client.get("/nieuw.atom").mimetype == "application/atom+xml"


def test_the_feed_below_a_prefix_names_the_prefix(below: str) -> None:
    with urlopen(f"{below}/nieuw.atom") as answer:
        root = ET.fromstring(answer.read())

    assert [one.get("href") for one in root.findall(f"{ATOM}link")] == [f"{below}/nieuw.atom", f"{below}/nieuw"]


def test_figures_that_came_changed_and_went_are_counted(published: IndicatorNews) -> None:
    assert published.told == "1 nieuw, 1 gewijzigd en 1 verdwenen cijfer"


def test_a_changed_figure_stands_with_both_values_and_the_difference(published: IndicatorNews) -> None:
    assert published.figures == (ChangedFigure("totaal, België, 2010", "26.560", "25.560", "−1.000"),)


@pytest.mark.parametrize(
    ("new", "changed", "vanished", "told"),
    [
        (1, 0, 0, "1 nieuw cijfer"),
        (1200, 2, 0, "1.200 nieuwe en 2 gewijzigde cijfers"),
        (0, 1, 3, "1 gewijzigd en 3 verdwenen cijfers"),
        (0, 4, 1, "4 gewijzigde en 1 verdwenen cijfer"),
    ],
)
def test_counts_are_told_in_dutch(new: int, changed: int, vanished: int, told: str) -> None:
    assert IndicatorNews("", "", new, changed, vanished, (), 0).told == told
