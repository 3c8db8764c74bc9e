from pathlib import Path

import pytest
from local_made import AALST, ANTWERPEN, BRUGGE, GENT, LEUVEN, cell, everywhere, local, population

from indicators.local.profile import Profile, profile
from indicators.local.rows import Row

PEERS = f"eigen:{ANTWERPEN}~{LEUVEN}"


def rows(found: Profile) -> dict[str, Row]:
    return {one.title: one for domain in found.domains for one in domain.rows}


def test_a_row_tells_value_count_region_group_position_and_course(tmp_path: Path) -> None:
    years = [cell("work", GENT, count, 1000, year) for year, count in (("2013", 550), ("2014", 560))]
    shares = {GENT: 60, ANTWERPEN: 40, LEUVEN: 50}
    found = profile(local(tmp_path, [*years, *everywhere("work", shares)]), GENT, {"groepering": PEERS})

    row = rows(found)["Werk"]
    assert (row.value, row.count, row.region, row.group) == ("60,0%", "600 van 1.000 personen", "50,0%", "45,0%")
    assert row.about == "2015, afgeleid · hoger is gunstiger"
    assert row.group_note == "mediaan 45,0%; 2 van 2 gemeenten"
    assert (row.position, row.place) == ("hoogste 20%", "1ste van 285")
    assert row.standings == ("▲ hoger dan het Vlaams Gewest (gunstiger)", "▲ hoger dan de groep (gunstiger)")
    assert row.course == "van 55,0% in 2013 naar 60,0% in 2015"
    assert row.sparkline.startswith("<svg")
    assert row.strip_text.startswith(
        "Gent: 60,0%. Vlaams Gewest: 50,0%. De groep: 45,0%. De helft van de 285 gemeenten"
    )


def test_one_measurement_has_no_line(tmp_path: Path) -> None:
    row = rows(profile(local(tmp_path, everywhere("work")), GENT))["Werk"]

    assert (row.sparkline, row.course) == ("", "1 meting")


def test_a_hidden_figure_says_why_and_shows_nothing_else(tmp_path: Path) -> None:
    hidden = {"obs_value": None, "obs_status": "Q", "numerator": None, "denominator": None, "derivation": ""}
    figures = [one for one in everywhere("work") if one.ref_area != GENT]
    row = rows(profile(local(tmp_path, [*figures, cell("work", GENT, 1, 10, **hidden)]), GENT))["Werk"]

    assert (row.value, row.count, row.strip, row.position) == ("–", "", "", "")
    assert row.why_not == "De bron verbergt het cijfer van Gent, om mensen te beschermen."


def test_a_year_without_figures_names_those_with(tmp_path: Path) -> None:
    figures = [*everywhere("work"), *everywhere("poverty", period="2012")]
    found = profile(local(tmp_path, figures), GENT, {"jaar": "2012"})

    assert rows(found)["Armoede"].value == "50,0%"
    assert rows(found)["Werk"].why_not == "Voor Gent zijn er geen cijfers voor 2012. Er zijn wel cijfers voor 2015."


def test_what_an_address_holds_and_we_do_not_know_is_told(tmp_path: Path) -> None:
    query = {"jaar": "2099", "groepering": "nee", "kleur": "rood", "k": "99"}
    found = profile(local(tmp_path, everywhere("work")), GENT, query)

    assert set(found.unknown) == {"jaar=2099", "groepering=nee", "kleur=rood", "k=99"}
    assert found.choice.to_search() == ""


def test_a_choice_comes_back_as_the_same_address(tmp_path: Path) -> None:
    made = local(tmp_path, everywhere("work"))
    for search in ({"groepering": "buren"}, {"k": "8", "jaar": "2015"}, {"groepering": PEERS, "toon": "werk"}):
        found = profile(made, GENT, search)
        assert found.unknown == ()
        assert found.choice.to_search() == "?" + "&".join(f"{key}={value}" for key, value in search.items())


def test_a_merged_municipality_tells_of_what_it_is_made_and_sums_it(tmp_path: Path) -> None:
    """Zwijndrecht, Kruibeke and Beveren: 10 + 20 + 30 of 100 + 100 + 200."""
    parts = (("11056", 10, 100), ("46013", 20, 100), ("46003", 30, 200))
    found = profile(local(tmp_path, [cell("work", code, count, of) for code, count, of in parts]), "46030")

    assert found.merged == "Cijfers van vóór 1 januari 2025 zijn de som van Zwijndrecht, Beveren en Kruibeke."
    assert (rows(found)["Werk"].value, rows(found)["Werk"].count) == ("15,0%", "60 van 400 personen")


def test_a_municipality_without_figures_has_no_rows_and_no_sentences(tmp_path: Path) -> None:
    found = profile(local(tmp_path, [cell("work", GENT, 1, 2)]), LEUVEN)

    assert (found.domains, found.outstanding.sentences) == ((), ())


def test_a_domain_shows_three_rows_until_all_are_asked(tmp_path: Path) -> None:
    ages = [one for age in ("0-17", "18-64", "65+") for one in everywhere("de_45", breakdown={"age": age})]
    made = local(tmp_path, [*everywhere("work"), *everywhere("poverty"), *ages])

    assert [(len(one.rows), one.more) for one in profile(made, GENT).domains] == [(3, 2)]
    assert [(len(one.rows), one.more) for one in profile(made, GENT, {"toon": "werk"}).domains] == [(5, 0)]


def test_the_nearest_do_not_depend_on_what_is_judged(tmp_path: Path) -> None:
    people = {GENT: (1000, 200, 200), ANTWERPEN: (1100, 220, 220), LEUVEN: (900, 100, 300), BRUGGE: (10, 1, 8)}
    made = local(tmp_path, population(people))

    assert [fact.id for fact in made.structure.facts] == ["population", "young", "old"]
    assert profile(made, GENT).group.members[0][0] == "Antwerpen"


def test_the_group_tells_why_it_looks_alike_that_facts_are_few_and_whether_it_is_sensitive(tmp_path: Path) -> None:
    people = {
        code: (1000.0 + place, 200.0, 150.0 + place) for place, code in enumerate((GENT, ANTWERPEN, LEUVEN, AALST))
    }
    told = profile(local(tmp_path, population(people)), GENT).group

    assert told.head == "vergeleken met 3 gelijkaardige gemeenten"
    assert "aandeel 65-plussers: 15,0%, in de groep gemiddeld 15,2%" in told.alike
    assert "Dat zijn er weinig." in told.note
    assert "blijft minstens 100% van de groep" in told.note


@pytest.mark.parametrize(
    ("kind", "member", "stranger"),
    [
        ("provincie", AALST, ANTWERPEN),
        ("centrumsteden", ANTWERPEN, "44019"),
        ("arrondissement", "44019", AALST),
        ("rand", "23002", ANTWERPEN),
    ],
)
def test_a_group_has_its_members_and_never_the_municipality_itself(
    tmp_path: Path, kind: str, member: str, stranger: str
) -> None:
    members = profile(local(tmp_path, []), GENT, {"groepering": kind}).group.group.members

    assert member in members
    assert stranger not in members
    assert GENT not in members


def test_an_older_geography_has_the_municipalities_of_then(tmp_path: Path) -> None:
    made = local(tmp_path, [cell("work", "11056", 10, 100)], geography="2018")
    found = profile(made, "11056", {"indeling": "2018"})

    assert rows(found)["Werk"].value == "10,0%"
    assert "buren" not in found.kinds


def test_a_provided_list_makes_a_group_and_without_it_there_is_none(tmp_path: Path) -> None:
    made = local(tmp_path, [])
    assert profile(made, GENT, {"groepering": "uitrusting"}).unknown == ("groepering=uitrusting",)

    made.groups.classes = {GENT: "a0", ANTWERPEN: "a0", LEUVEN: "a1"}
    assert profile(made, GENT, {"groepering": "uitrusting"}).group.group.members == (ANTWERPEN,)
