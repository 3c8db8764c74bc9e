import csv
import io
from typing import Any

import pytest
from annexed import answers, catalogue, shelf

from data.export import neutralise
from data.model import Indicator
from indicators.downloads import BOM, csv_of, index_of, json_of


def indicator(name: str) -> Indicator:
    return catalogue().indicators[name]


def read(name: str, **query: str) -> list[dict[str, str]]:
    content = csv_of(answers().newest, indicator(name), query)
    delimiter = "," if query.get("vorm") == "standaard" else ";"
    return list(csv.DictReader(io.StringIO(content.removeprefix(BOM)), delimiter=delimiter))


def test_the_site_gives_a_file_for_belgian_spreadsheets() -> None:
    content = csv_of(answers().newest, indicator("children_mother_origin"), {})

    assert content.startswith("\ufeffindicator;ref_area;time_period;")
    assert {"16,1", "23,3"} <= {row["obs_value"] for row in read("children_mother_origin")}


def test_programs_get_a_comma_a_point_and_no_mark_at_the_start() -> None:
    content = csv_of(answers().newest, indicator("children_mother_origin"), {"vorm": "standaard"})

    assert content.startswith("indicator,ref_area,time_period,")
    assert {"16.1", "23.3"} <= {row["obs_value"] for row in read("children_mother_origin", vorm="standaard")}


@pytest.mark.parametrize("name", catalogue().indicators)
def test_the_whole_file_has_every_observation_with_what_it_needs_to_be_read(name: str) -> None:
    rows = read(name, vorm="standaard")
    fields = ("ref_area", "time_period", "unit_measure", "obs_status", "source", "source_ref", "printed", "qualifier")

    assert [tuple(row[field] for field in fields) for row in rows] == [
        tuple(neutralise(getattr(one, field)) for field in fields) for one in shelf().observations(name)
    ]
    assert [float(row["obs_value"] or "nan") for row in rows if row["obs_value"]] == [
        one.obs_value for one in shelf().observations(name) if one.obs_value is not None
    ]


def test_a_view_gives_only_what_it_shows() -> None:
    rows = read("newcomers_profile", omvang="weergave", uitsplitsing="sex", jaar="2009..2010", vorm="standaard")

    assert [(row["time_period"], row["breakdown"], row["obs_value"]) for row in rows] == [
        ("2009", '{"sex": "m"}', "50.2"),
        ("2010", '{"sex": "m"}', "52.1"),
        ("2009", '{"sex": "f"}', "49.8"),
        ("2010", '{"sex": "f"}', "47.9"),
    ]


def test_a_view_in_another_unit_gives_the_figures_of_that_unit() -> None:
    query = {"omvang": "weergave", "eenheid": "procent", "uitsplitsing": "sex", "jaar": "2010"}
    described: Any = json_of(answers().newest, indicator("newcomers"), query)

    assert [row["obs_value"] for row in read("newcomers", **query)] == ["52,1", "47,9"]
    assert described["indicator"]["id"] == "newcomers_profile"
    assert {row["unit_measure"] for row in described["observations"]} == {"percent"}


def test_a_view_hides_the_mentions_that_its_page_does_not_show() -> None:
    everything, shown = read("pupils_foreign_share"), read("pupils_foreign_share", omvang="weergave")

    assert len(everything) == 19
    assert len(shown) == 16
    assert all(row["shown"] == "true" for row in shown)


@pytest.mark.parametrize("query", [{}, {"omvang": "alles"}, {"omvang": "alles", "jaar": "2010"}, {"omvang": "onzin"}])
def test_everything_is_given_unless_the_view_is_asked_for(query: dict[str, str]) -> None:
    assert len(read("newcomers", **query)) == 6


def test_an_unknown_choice_in_an_address_gives_the_default_view() -> None:
    assert read("newcomers", omvang="weergave", jaar="2099") == read("newcomers", omvang="weergave")


def test_an_indicator_that_only_compares_gives_its_comparison_as_view() -> None:
    assert [row["obs_value"] for row in read("unemployment_rate", omvang="weergave")] == ["5"]


def test_json_has_description_revision_columns_and_observations() -> None:
    described: Any = json_of(answers().newest, indicator("newcomers"), {})

    assert (described["indicator"]["slug"], described["revision"]) == ("nieuwkomers", 1)
    assert set(described["observations"][0]) == set(described["columns"])
    assert sorted(row["obs_value"] for row in described["observations"]) == [826, 29541, 29781, 30068, 30702, 41090]


def test_the_index_lists_every_indicator_by_domain_and_title() -> None:
    listed = index_of(catalogue())

    assert len(listed) == len(catalogue().indicators)
    assert listed == sorted(listed, key=lambda one: (one["domain"], one["title"]))
    assert set(listed[0]) == {"slug", "title", "domain", "unit_measure"}
