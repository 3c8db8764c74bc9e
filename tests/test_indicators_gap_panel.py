import re
from typing import Any

from annexed import catalogue, described, newest_shelf, number, sectioned, view_of

from data.model import Indicator, Observation
from indicators.gap_panel import GapView

WORK = described("employment_rate")
NON_EU, BE_EU = {"nationality": "non_eu"}, {"nationality": "be_eu"}


def gap_view(indicator: Indicator, *observations: Observation) -> GapView:
    return GapView(indicator, catalogue(), sectioned(indicator, *observations))


def rows(panel: Any) -> list[str]:
    return [one["text"].replace("<br>", " ") for one in panel.figure["layout"]["annotations"]]


def symbols(panel: Any) -> list[tuple[float, str]]:
    found = [one for one in panel.figure["data"] if one["mode"] == "markers+text"]
    return [pair for one in found for pair in zip(one["x"], one["marker"]["symbol"], strict=True)]


def over_time(*years: str) -> list[Observation]:
    figures = [number(40.0 + place, year, **NON_EU) for place, year in enumerate(years)]
    return figures + [number(70.0, year, **BE_EU) for year in years]


def test_one_gap_is_a_dumbbell_with_its_size_as_title() -> None:
    (panel,) = gap_view(WORK, number(44.0, **NON_EU), number(73.0, **BE_EU)).panels()

    assert panel.title == "De kloof bedraagt 29 procentpunten"
    assert panel.subtitle == (
        "Aandeel in %. De as begint bij nul. Tegenover personen met een Belgische of EU-nationaliteit, 2010."
    )
    assert rows(panel) == ["Niet-EU-nationaliteit: 29 procentpunten lager"]
    assert symbols(panel) == [(73.0, "circle"), (44.0, "diamond")]


def test_gaps_stand_from_large_to_small_and_the_title_names_the_largest() -> None:
    panel = view_of("poverty_risk", weergave="kloof").panels[0]

    assert panel.title == "De kloof is het grootst bij personen van Turkse herkomst: 49 procentpunten"
    assert rows(panel) == [
        "Turkse herkomst: 49 procentpunten hoger",
        "Marokkaanse herkomst: 46 procentpunten hoger",
        "Niet-Europese herkomst: 20 procentpunten hoger",
        "Italiaanse herkomst: 11 procentpunten hoger",
        "Europese herkomst: 5 procentpunten hoger",
    ]


def test_equal_gaps_are_not_given_one_name_and_no_gap_is_no_difference() -> None:
    panel = view_of("self_rated_health", weergave="kloof").panels[0]

    assert panel.title == "De kloof loopt op tot 8 procentpunten"
    assert rows(panel)[-1] == "Niet-Europese nationaliteit: geen verschil"


def test_groups_with_the_same_number_as_their_reference_have_no_gap() -> None:
    (panel,) = gap_view(WORK, number(73.0, **NON_EU), number(73.0, **BE_EU)).panels()

    assert panel.title == "Er is geen verschil tussen de groepen"


def test_rows_compared_with_different_groups_name_both() -> None:
    panel = view_of("employment_rate", weergave="kloof").panels[0]

    assert rows(panel) == [
        "Niet-EU-nationaliteit tegenover Belgische of EU-nationaliteit, 2010: 29 procentpunten lager",
        "Geboren buiten de EU tegenover geboren in België, 2010: 21 procentpunten lager",
    ]


def test_derived_and_rounded_numbers_are_open_and_labelled() -> None:
    panel = view_of("employment_rate", weergave="kloof").panels[0]
    told = [re.sub("<br>|\u00a0", " ", text).split() for one in panel.figure["data"] for text in one.get("text", [])]

    assert symbols(panel)[:2] == [(73.0, "circle-open"), (74.0, "circle-open")]
    assert told[0] == ["73%", "(afgeleid)"]
    assert "Open symbool: afgeleid cijfer." in panel.subtitle


def test_a_gap_of_numbers_in_words_is_about_so_large() -> None:
    panel = view_of("gp_visits", weergave="kloof").panels[0]

    assert panel.title == "De kloof bedraagt ongeveer 2 bezoeken per jaar"
    assert rows(panel) == ["Turkse of Marokkaanse nationaliteit: ongeveer 2 bezoeken per jaar minder"]


def test_a_group_without_a_colour_of_its_own_has_another_shape_than_its_reference() -> None:
    panel = view_of("pupils_foreign_share", weergave="kloof").panels[0]

    assert {symbol for _, symbol in symbols(panel)} == {"circle", "triangle-up"}
    assert panel.legend == (("", "gewoon onderwijs"), ("second", "buitengewoon onderwijs"))


def test_a_symbol_is_explained_once_with_all_its_groups() -> None:
    assert view_of("association_membership", weergave="kloof").panels[0].legend == (
        ("be", "Belgische herkomst"),
        ("non_eu", "Turkse herkomst of Marokkaanse herkomst"),
    )


def test_of_several_years_the_newest_gap_is_drawn() -> None:
    panels = gap_view(WORK, *over_time("2009", "2010")).panels()

    assert [rows(one) for one in panels] == [["Niet-EU-nationaliteit: 29 procentpunten lager"]]


def test_three_years_make_a_line_of_the_gap_from_zero() -> None:
    _, panel = gap_view(WORK, *over_time("2008", "2009", "2010")).panels()

    assert panel.title == "De kloof in de tijd"
    assert panel.figure["data"][0]["y"] == [30.0, 29.0, 28.0]
    assert panel.figure["layout"]["yaxis"]["range"][0] == 0
    assert panel.subtitle == "Grootte van de kloof, in procentpunten. De as begint bij nul."
    assert "niet-EU-nationaliteit: van 30 in 2008 naar 28 in 2010" in panel.description.replace("Niet", "niet")


def test_the_gap_between_scores_starts_at_zero_although_scores_start_at_one() -> None:
    scores = described("attitude_migrants", dimensions=WORK.dimensions)
    figures = [
        number(value, year, unit_measure="scale_1_5", nationality=code)
        for code, value in (("be_eu", 2.5), ("non_eu", 2.0))
        for year in ("2002", "2004", "2008")
    ]
    levels, line = gap_view(scores, *figures).panels()

    assert line.figure["layout"]["yaxis"]["range"][0] == 0
    assert levels.subtitle.startswith("Score (1 tot 5). De as loopt van 1 tot 5.")


def test_two_areas_are_two_lines_with_their_names() -> None:
    figures = over_time("2008", "2009", "2010")
    figures += [
        number(one.number - 5, one.time_period, ref_area="BE", **one.breakdown)
        for one in figures
        if one.breakdown == NON_EU
    ]
    figures += [number(70.0, year, ref_area="BE", **BE_EU) for year in ("2008", "2009", "2010")]
    _, panel = gap_view(WORK, *figures).panels()

    assert [one["name"] for one in panel.figure["data"]] == [
        "niet-EU-nationaliteit, België",
        "niet-EU-nationaliteit, Vlaanderen",
    ]


def test_a_gap_over_time_without_a_year_is_no_point() -> None:
    assert len(gap_view(WORK, *over_time("", "2009", "2010")).panels()) == 1


def test_the_table_lists_every_gap_with_both_numbers_the_newest_first() -> None:
    made = gap_view(WORK, *over_time("2009", "2010")).table()

    assert [(name, [cell.text for cell in cells]) for name, cells in made.rows] == [
        (
            "Niet-EU-nationaliteit tegenover Belgische of EU-nationaliteit, 2010",
            ["41%", "70%", "29 procentpunten lager"],
        ),
        (
            "Niet-EU-nationaliteit tegenover Belgische of EU-nationaliteit, 2009",
            ["40%", "70%", "30 procentpunten lager"],
        ),
    ]


def test_the_table_marks_derived_numbers_and_explains_the_letter() -> None:
    made = view_of("employment_rate", weergave="kloof").tables[0]

    assert [cell.flags for cell in made.rows[0][1]] == ["", "a", ""]
    assert made.legend == (("a", "afgeleid: door ons berekend uit cijfers van de bron"),)


def test_without_gaps_there_is_nothing_to_draw() -> None:
    assert gap_view(WORK, number(44.0, **NON_EU)).panels() == []


def test_of_too_many_gaps_only_those_of_the_headlines_area_are_drawn_and_all_stand_in_the_table() -> None:
    shown = view_of("census_employment_rate", newest_shelf(), weergave="kloof")
    (panel,) = shown.panels

    assert panel.notes == (
        "We tekenen Vlaams Gewest. De andere gebieden staan in de tabel; kies een gebied om het te tekenen.",
    )
    assert all("Vlaams Gewest" in name for name in rows(panel) if "tegenover" in name)
    assert len(shown.tables[0].rows) > 200


def test_of_too_many_gaps_over_time_only_those_of_the_headlines_area_are_drawn() -> None:
    newest, in_time = view_of("employment_rate_eurostat", newest_shelf(), weergave="kloof").panels

    assert newest.notes == ()
    assert in_time.notes == (
        "We tekenen België. De andere gebieden staan in de tabel; kies een gebied om het te tekenen.",
    )
    assert len(re.findall("van [0-9,]+ in", in_time.description)) == 3
