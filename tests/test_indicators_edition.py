"""Answers as of a revision: the newest by default, an older one for who asks it, and for ever the same."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from annexed import catalogue, texts
from shipped import answers

from data.engines import sqlite_url
from data.shipped import SHIPPED, load_shipped
from data.store import Store
from indicators.answers import Answers
from indicators.downloads import json_of
from indicators.view import View

NEWEST = len(SHIPPED)
NATIONALS = "foreign_nationals_share"
UNKNOWN = ["0", "7", "-1", "1.0", "01", "x", "²", "１", "", " 1", "0000000015", "1" * 5000, ["1"], 1, None]


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Answers]:
    """Answers from a store that has the annex, and that gets more."""
    with closing(Store(sqlite_url(tmp_path / "store.sqlite"))) as store:
        store.prepare()
        load_shipped(store, catalogue(), datasets=SHIPPED[:1])
        yield Answers(store, catalogue())


def correct(growing: Answers) -> None:
    """Publish another value under the key of a figure of the annex, and a figure of a later year."""
    (old,) = [one for one in growing.store.observations(NATIONALS) if (one.ref_area, one.obs_value) == ("VLG", 6.4)]
    later = replace(old, time_period="2011-01-01", obs_value=6.8, printed="6,8%")
    growing.store.publish([replace(old, obs_value=6.5, printed="6,5%"), later], "Iemand", "", "later", "1" * 64)


def view(found: Answers, indicator: str = NATIONALS, **query: str) -> View:
    return found.edition(query).view(catalogue().indicators[indicator], query)


def content(shown: View) -> list[object]:
    """All that a view tells and draws, as it can be compared."""
    return [*texts(shown), *[panel.figure for panel in shown.panels]]


def test_the_newest_revision_is_the_default() -> None:
    assert answers().edition({}).snapshot.revision == NEWEST
    assert answers().edition({}) is answers().newest


def test_an_edition_has_the_figures_of_its_revision() -> None:
    assert view(answers(), versie="1").title == (
        "Van de inwoners van het Vlaams Gewest had 6,4% op 1 januari 2010 een vreemde nationaliteit"
    )
    assert view(answers()).title == (
        "Het aandeel inwoners met een vreemde nationaliteit steeg van 4,6% op 1 januari 1992 "
        "naar 10,5% op 1 januari 2023 (afgeleid)"
    )


@pytest.mark.parametrize("asked", UNKNOWN)
def test_an_unknown_version_gives_the_newest(asked: object) -> None:
    assert answers().edition({"versie": asked}) is answers().newest


@pytest.mark.parametrize("asked", [one for one in UNKNOWN if one not in ("", None)])
def test_a_file_of_an_unknown_version_is_not_given(asked: object) -> None:
    assert answers().exact_edition({"versie": asked}) is None


@pytest.mark.parametrize(("query", "revision"), [({}, NEWEST), ({"versie": ""}, NEWEST), ({"versie": "1"}, 1)])
def test_a_file_of_a_known_version_is_given(query: dict[str, str], revision: int) -> None:
    edition = answers().exact_edition(query)

    assert edition is not None
    assert edition.snapshot.revision == revision


def test_an_unknown_version_is_named_on_the_page() -> None:
    assert view(answers(), versie="99").unknown == ("versie=99",)
    assert view(answers(), versie="1").unknown == ()


def test_only_an_older_version_is_told() -> None:
    assert answers().pinned_told({"versie": "1"}) == "Je ziet versie 1 van 6: de cijfers zoals ze toen waren."
    assert [answers().pinned_told(query) for query in ({}, {"versie": "6"}, {"versie": "99"})] == ["", "", ""]


def test_a_choice_keeps_its_version() -> None:
    shown = view(answers(), versie="1", weergave="tabel")

    assert shown.selection.to_search() == "?weergave=tabel&versie=1"


def test_a_version_never_changes_whatever_is_published_after_it(growing: Answers) -> None:
    before = content(view(growing, versie="1"))
    correct(growing)
    again = Answers(growing.store, catalogue())  # nothing that was kept in memory helps it

    assert content(view(growing, versie="1")) == before
    assert content(view(again, versie="1")) == before
    assert content(view(again)) != before


def test_a_file_of_a_version_never_changes(growing: Answers) -> None:
    indicator = catalogue().indicators[NATIONALS]
    before = json_of(growing.edition({"versie": "1"}), indicator, {})
    correct(growing)
    again = Answers(growing.store, catalogue())

    assert json_of(again.edition({"versie": "1"}), indicator, {}) == before
    assert json_of(again.newest, indicator, {}) != before


def test_a_publication_shows_at_once(growing: Answers) -> None:
    assert "6,4%" in view(growing).title
    correct(growing)

    assert view(growing).title == (
        "Het aandeel inwoners met een vreemde nationaliteit bleef ongeveer gelijk "
        "tussen 1 januari 2010 en 1 januari 2011"
    )


@pytest.mark.parametrize(
    "indicator", [one for one in catalogue().indicators if not answers().store.observations(one, 1)]
)
def test_an_indicator_that_has_no_figures_yet_says_so(indicator: str) -> None:
    shown, told = view(answers(), indicator, versie="1"), "Er zijn nog geen cijfers in deze versie."

    assert shown.title == shown.shown.question
    assert shown.subtitle == f"{shown.shown.title}. {told}"
    assert shown.no_chart == told
    assert (shown.panels, shown.tables, shown.mentions.rows, shown.multiples) == ((), (), (), ())
    assert shown.strip[0].below == "Er zijn geen cijfers"


@pytest.mark.parametrize("weergave", ["grafiek", "tabel", "kloof"])
def test_no_view_of_an_indicator_without_figures_breaks(weergave: str) -> None:
    shown = view(answers(), "social_tenants", versie="1", weergave=weergave)

    assert (shown.panels, shown.tables) == ((), ())


def test_a_domain_lists_an_indicator_without_figures_with_its_question() -> None:
    lines = {one.slug: one for one in answers().edition({"versie": "1"}).lines("wonen")}
    found = lines["sociale-huurders"]

    assert (found.value, found.period, found.change) == ("Geen waarde", "", "nog geen cijfers")
    assert found.finding == "Welke nationaliteit hebben huurders van een sociale woning?"


def test_the_home_page_of_the_first_version_tells_the_annex() -> None:
    first, newest = answers().edition({"versie": "1"}).home, answers().newest.home

    assert "".join(text for text, _ in first.answer).startswith("Op 1 januari 2010 had 6,4% van de inwoners")
    assert "".join(text for text, _ in newest.answer).startswith("Op 1 januari 2023 had 10,5% van de inwoners")


def test_later_series_change_no_check_of_the_annex() -> None:
    first = answers().edition({"versie": "1"}).quality.findings
    newest = answers().newest.quality.findings

    assert all(one.is_in_plan for one in first)
    assert [one for one in newest if one.is_in_plan] == list(first)


def test_the_checks_of_later_series_find_one_total_that_is_not_the_sum_of_its_groups() -> None:
    later = [one for one in answers().newest.quality.findings if not one.is_in_plan]

    assert sorted((one.kind, *one.indicators, one.verdict) for one in later) == [
        ("sum", "social_allocations", "ok"),
        ("sum", "social_candidates", "ok"),
        ("sum", "social_tenants", "doubt"),
    ]
    (doubt,) = [one for one in later if not one.holds]
    assert (doubt.found, doubt.expected, doubt.difference) == ("143.086", "143.081", "+5")


def test_a_doubt_about_a_later_figure_stands_beside_it() -> None:
    remarks = [text for table in view(answers(), "social_tenants").tables for text in table.remarks]

    assert any(
        "Twijfel: De delen zijn samen 143.086. Dat klopt niet met het gedrukte totaal." in one for one in remarks
    )


@pytest.mark.parametrize(("area", "found"), [("VLG", 1), ("44021", 0)])
def test_a_percentage_is_worked_out_again_except_for_municipalities(growing: Answers, area: str, found: int) -> None:
    (old,) = [one for one in growing.store.observations(NATIONALS) if (one.ref_area, one.obs_value) == ("VLG", 6.4)]
    wrong = replace(old, ref_area=area, time_period="2011-01-01", numerator=10, denominator=100)
    growing.store.publish([wrong], "Iemand", "", "later", "1" * 64)

    findings = growing.newest.quality.findings

    assert [one.doubt for one in findings if wrong.key in one.places] == ["Uit de aantallen volgt 10,0%."] * found
