"""One figure by nationality and by country of birth: exact numbers, sums and origins, and when there is none."""

import pytest
import shipped
from annexed import view_of

from indicators.regroup import WHY, Mark, Regrouping


def found(indicator: str, **chosen: str) -> Regrouping:
    made = shipped.view_of(indicator, **chosen).regrouping
    assert made
    return made


def numbers(made: Regrouping) -> list[tuple[str, str]]:
    return [(first.text, second.text) for first, second in made.rows]


def test_the_annex_has_44_and_53_per_cent_with_the_gaps_that_it_prints() -> None:
    made = view_of("employment_rate").regrouping

    assert made
    assert made.subtitle.startswith("Werkzaamheidsgraad, Vlaanderen, 2010. Aandeel in %. De as begint bij nul.")
    assert made.sentences == (
        "Werkzaamheidsgraad, Vlaanderen, 2010: 44% bij personen met een niet-EU-nationaliteit, 53% bij personen "
        "geboren buiten de Europese Unie. Het verschil is 9 procentpunten (afgeleid: 53 − 44). Het zijn twee groepen, "
        "op één moment.",
        "De kloof met personen met een Belgische of EU-nationaliteit, 73% (afgeleid), bedraagt 29 procentpunten "
        "(volgens de bron). De kloof met personen geboren in België, 74% (afgeleid), bedraagt 21 procentpunten "
        "(volgens de bron).",
        WHY,
    )


def test_marks_have_their_place_on_one_axis_in_both_groupings() -> None:
    made = found("employment_rate")

    assert made.axis_end == 80
    assert made.rows[0][0].is_open  # 73% is our sum
    assert made.rows[1] == (  # 44 ÷ 80 and 53 ÷ 80
        Mark("Niet-EU-nationaliteit", 55.0, "44%", "non_eu", False, "29 procentpunten lager"),
        Mark("Geboren buiten de EU", 66.25, "53%", "non_eu", False, "21 procentpunten lager"),
    )


def test_the_census_pairs_equal_groups_of_the_area_of_the_headline() -> None:
    made = found("census_employment_rate")

    assert "Vlaams Gewest, 2011" in made.subtitle
    assert numbers(made) == [
        ("66,8% (afgeleid)", "67,4% (afgeleid)"),
        ("57,7% (afgeleid)", "58,8% (afgeleid)"),
        ("32,6% (afgeleid)", "45,6% (afgeleid)"),
    ]
    assert "Het verschil is 13,0 procentpunten (afgeleid: 45,6 − 32,6)." in made.sentences[0]
    assert made.rows[2][0].gap == "34,2 procentpunten lager (afgeleid)"


def test_the_area_and_the_sexes_of_the_page_are_kept() -> None:
    made = found("census_unemployment_rate", gebied="be", uitsplitsing="country_of_birth-sex")

    assert "België, 2011" in made.subtitle
    assert made.rows[2][0].name == "Niet-EU-nationaliteit, mannen"
    assert numbers(made)[2::3] == [("18,1% (afgeleid)", "18,3% (afgeleid)"), ("14,6% (afgeleid)", "19,2% (afgeleid)")]
    assert made.sentences[2].startswith("Werkloosheidsgraad 15-64 jaar, Census 2011, België, 2011, vrouwen: 14,6%")


def test_what_is_told_of_a_switch_names_every_group_with_its_number() -> None:
    assert [one.told for one in found("employment_rate").groupings] == [
        "Naar nationaliteit. Belgische of EU-nationaliteit: 73% (afgeleid); "
        "Niet-EU-nationaliteit: 44%, 29 procentpunten lager.",
        "Naar geboorteland. Geboren in België: 74% (afgeleid); Geboren buiten de EU: 53%, 21 procentpunten lager.",
    ]


@pytest.mark.parametrize(
    ("indicator", "chosen"),
    [
        ("employment_rate", {"uitsplitsing": "nationality-sex"}),
        ("employment_rate", {"weergave": "tabel"}),
        ("early_school_leavers", {}),
        ("newcomers_profile", {}),
        ("census_employment_rate", {"uitsplitsing": "sex"}),
    ],
)
def test_figures_that_do_not_exist_both_ways_are_not_set_side_by_side(indicator: str, chosen: dict[str, str]) -> None:
    assert shipped.view_of(indicator, **chosen).regrouping is None


def test_two_groups_at_one_moment_are_never_told_as_a_change() -> None:
    told = " ".join(text for one in ("employment_rate", "census_unemployment_rate") for text in found(one).sentences)

    assert not {"steeg", "daalde", "toename", "afname", "sinds", "naar"} & set(told.lower().split())
