from itertools import pairwise

import pytest

from data.area_names import AreaNames
from data.areas import GEOGRAPHIES, geography_of
from data.catalogue import read_catalogue

CATALOGUE = read_catalogue()
AREAS = CATALOGUE.areas


def find(text: str, geography: str = "2025", level: str = "") -> str:
    return AreaNames(AREAS, CATALOGUE.codelists["ref_area"], geography).find(text, level).code


@pytest.mark.parametrize(("geography", "flemish"), [("2018", 308), ("2019", 300), ("2025", 285)])
def test_each_geography_has_its_flemish_municipalities_and_the_19_of_brussels(geography: str, flemish: int) -> None:
    assert len(AREAS.of_geography(geography, "VLG")) == flemish
    assert len(AREAS.of_geography(geography, "BHG")) == 19


@pytest.mark.parametrize(
    ("period", "geography"),
    [("2009-01-01", "2018"), ("2018", "2018"), ("2019", "2019"), ("2024-2025", "2019"), ("2025", "2025"), ("", "2025")],
)
def test_a_period_has_the_geography_that_was_in_force(period: str, geography: str) -> None:
    assert geography_of(period) == geography


def test_every_municipality_becomes_one_of_the_next_geography() -> None:
    for earlier, later in pairwise(GEOGRAPHIES):
        become = {AREAS.successor(one.code, later) for one in AREAS.of_geography(earlier)}

        assert become == {one.code for one in AREAS.of_geography(later)}


def test_predecessors_are_named_also_where_the_code_stays() -> None:
    assert AREAS.predecessors("11002", "2019") == ("11002", "11007")
    assert AREAS.predecessors("46030", "2018") == ("11056", "46003", "46013")
    assert AREAS.predecessors("44021", "2018") == ("44021",)


def test_zwijndrecht_left_the_province_of_antwerpen_in_2025() -> None:
    assert "11056" in [one.code for one in AREAS.members("10000", "2019")]
    assert [one.parent for one in AREAS.members("46000") if one.code == "46030"] == ["40000"]
    assert (len(AREAS.members("10000", "2019")), len(AREAS.members("10000", "2025"))) == (69, 67)


def test_neighbours_are_mutual_and_exist() -> None:
    centres = AREAS.centres

    assert set(centres) == {one.code for one in AREAS.of_geography("2025")}
    assert all(one.code in centres[other].neighbours for one in centres.values() for other in one.neighbours)


def test_the_13_centre_cities_and_19_of_the_rim_are_of_2025() -> None:
    listed = AREAS.of_geography("2025")

    assert (sum(one.is_centre_city is True for one in listed), sum(one.is_rim is True for one in listed)) == (13, 19)


def test_the_codelist_of_areas_knows_every_municipality_and_what_a_merger_did() -> None:
    listed = CATALOGUE.codelists["ref_area"]

    assert listed["44021"].phrase == "in Gent"
    assert listed["11002"].description == "Vóór 1 januari 2025 zonder Borsbeek."
    assert listed["11007"].description == "Sinds 1 januari 2025 deel van Antwerpen (11002)."
    assert listed["44083"].description == "Ontstaan uit Deinze en Nevele op 1 januari 2019."
    assert (listed["37015"].label, listed["37022"].label) == ("Tielt (tot eind 2024)", "Tielt")
    assert {one.parent for one in AREAS.municipalities.values()} <= set(listed.codes)


@pytest.mark.parametrize(
    ("text", "code"),
    [("44021", "44021"), (" gent ", "44021"), ("St.-Niklaas", "46021"), ("Aalst (Aalst)", "41002"), ("Uccle", "21016")]
    + [("2000", "VLG"), ("04000", "BHG"), ("Limburg", "70000"), ("Kruibeke", "46013"), ("Tielt", "37022")],
)
def test_an_area_is_found_by_code_and_by_every_name(text: str, code: str) -> None:
    assert find(text) == code


def test_of_two_namesakes_the_level_or_the_geography_decides() -> None:
    assert (find("Antwerpen"), find("Antwerpen", level="province")) == ("11002", "10000")
    assert find("Tielt", "2018") == "37015"
    assert find("44021", level="province") == ""


def test_a_near_name_is_suggested_and_never_taken() -> None:
    names = AreaNames(AREAS, CATALOGUE.codelists["ref_area"])

    assert (names.find("Geentt").code, names.find("Bevern").suggestions[0]) == ("", "46003")
    assert names.find("zzzz").suggestions == ()


def test_the_slug_names_the_municipality() -> None:
    assert AREAS.municipalities["46030"].slug == "46030-beveren-kruibeke-zwijndrecht"


def test_statbel_s_own_flags_are_unknown_for_codes_that_ended() -> None:
    assert AREAS.municipalities["71022"].is_centre_city is None
